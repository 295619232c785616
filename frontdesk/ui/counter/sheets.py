"""Sheets: pages that open over the counter's cards and close again, and which room each comes from.

A sheet is made by its room's ``open_sheet(counter, **facts) -> Sheet``, named in `SHEETS` and imported
when it is first opened, so that the first frame does not wait for pages that nobody has asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from frontdesk.ui.bridge import Bridge, Refusal, owner_of
from frontdesk.ui.counter.leaving_page import LeavingPage
from frontdesk.ui.counter.taps import Taps
from frontdesk.ui.widgets.portrait import Portraits

if TYPE_CHECKING:
    from frontdesk.domain.finding.scans import Scan
    from frontdesk.domain.trust.backups import BackupMade
    from frontdesk.ui.widgets.notice import Remedy


class Place(StrEnum):
    """What a sheet covers: the greeting's card, the wall's card, or both."""

    LEFT = "left"
    RIGHT = "right"
    PAGE = "page"


class Sheet(QWidget):
    """A page over the counter. The window draws its frame, its title and its back button.

    Esc and the back button ask `may_close` first (a sheet with typed text may want to keep it: it returns
    False and says so itself). A sheet that is finished emits `closed`.
    """

    closed = Signal()
    place = Place.PAGE
    opened_for: frozenset[int] = frozenset()
    """The customer for whom it was opened."""

    def title(self) -> str:
        """The heading, in the language spoken now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Where typing should go when the sheet opens."""
        return None

    def may_close(self) -> bool:
        return True

    def told_of(self) -> frozenset[int]:
        """Every customer of whom it tells: erased, they take it with them."""
        return self.opened_for

    def take_scan(self, scan: Scan) -> bool:
        """What was scanned while it is open may be for it; False where it is not."""
        return False

    def again(self) -> Callable[[], object] | None:
        """Opens this page again, for Esc on a page that was opened from here: a list has more to do. None
        where one goes back to the counter.
        """
        return None


class SheetName(StrEnum):
    """Every sheet that the counter can open."""

    ENROL = "enrol"
    EDIT = "edit"
    FACTS = "facts"
    MERGE = "merge"
    BROUGHT = "brought"
    REQUESTS = "requests"
    REQUEST = "request"
    SETTINGS = "settings"
    SLIPPING = "slipping"
    FIRST_PAGE = "first_page"
    IMPORT = "import"
    MEMBER_CARDS = "member_cards"
    FEEDBACK_CARDS = "feedback_cards"
    POWER_CUT = "power_cut"
    GROUP = "group"
    TICKET = "ticket"
    TICKETS = "tickets"
    CAMERA = "camera"
    TODAY = "today"
    HAND_OVER = "hand_over"
    FOLLOW_UP = "follow_up"
    PRACTICE = "practice"
    QUIZ = "quiz"
    CARE_FIGURES = "care_figures"
    FEEDBACK_SUMMARY = "feedback_summary"
    COMPLAINT = "complaint"
    MESSAGE = "message"
    YEAR_CARD = "year_card"
    TAKE_HOME = "take_home"
    TAKE_HOME_TEXTS = "take_home_texts"
    LEAVING = "leaving"
    LEFT = "left"
    TEAM = "team"
    TEAM_POSTER = "team_poster"
    STAFF_CARDS = "staff_cards"
    THANKS = "thanks"
    RESPONSES = "responses"
    RESPONSE = "response"
    KEY_IN = "key_in"
    BRING_ANSWERS = "bring_answers"
    OVERVIEW = "overview"
    WORTH = "worth"
    CUSTOMERS = "customers"
    PERSON = "person"
    DUPLICATES = "duplicates"
    WHO_DID_WHAT = "who_did_what"
    LEDGER_CHECK = "ledger_check"
    TRANSFER = "transfer"
    SAFETY = "safety"
    PRIVACY = "privacy"
    PIN = "pin"


SHEETS: dict[SheetName, str] = {
    SheetName.ENROL: "frontdesk.ui.people.enrol_sheet",  # facts: typed (str, what was in the search)
    SheetName.EDIT: "frontdesk.ui.people.edit_sheet",  # facts: customer_id
    SheetName.FACTS: "frontdesk.ui.people.facts_sheet",  # facts: customer_id
    SheetName.MERGE: "frontdesk.ui.people.merge_sheet",  # facts: customer_id
    SheetName.BROUGHT: "frontdesk.ui.people.brought_sheet",  # facts: customer_id
    SheetName.REQUESTS: "frontdesk.ui.requests.requests_sheet",
    SheetName.REQUEST: "frontdesk.ui.requests.request_sheet",  # facts: request_id, listed (optional)
    SheetName.SETTINGS: "frontdesk.ui.settings.settings_sheet",
    SheetName.SLIPPING: "frontdesk.ui.slipping.slipping_sheet",  # facts: customer_id (optional)
    SheetName.FIRST_PAGE: "frontdesk.ui.settings.first_page",
    SheetName.IMPORT: "frontdesk.ui.importing.import_sheet",  # facts: path (optional)
    SheetName.MEMBER_CARDS: "frontdesk.ui.prints.member_cards_sheet",  # facts: customer_ids
    SheetName.POWER_CUT: "frontdesk.ui.power_cut.power_cut_sheet",
    SheetName.GROUP: "frontdesk.ui.people.group_sheet",  # facts: customer_id
    SheetName.FEEDBACK_CARDS: "frontdesk.ui.prints.feedback_cards_sheet",  # facts: customer_id (optional)
    SheetName.TICKET: "frontdesk.ui.tickets.ticket_sheet",  # facts: tickets (the counter's TicketActs)
    SheetName.TICKETS: "frontdesk.ui.tickets.queue_sheet",  # facts: tickets, customer_id (0: nobody)
    # facts: customer_id (optional, 0: of a stranger), recovery_id (optional: one that is there already)
    SheetName.COMPLAINT: "frontdesk.ui.recoveries.complaint_sheet",
    SheetName.TODAY: "frontdesk.ui.today.today_sheet",
    SheetName.HAND_OVER: "frontdesk.ui.today.hand_over_sheet",
    SheetName.FOLLOW_UP: "frontdesk.ui.today.follow_up_sheet",  # facts: customer_id
    SheetName.CAMERA: "frontdesk.ui.counter.camera_sheet",  # facts: scanned (what to do with a scan)
    SheetName.PRACTICE: "frontdesk.ui.practice.practice_sheet",  # facts: practice (the window's Practice)
    SheetName.QUIZ: "frontdesk.ui.quiz.quiz_sheet",
    SheetName.CARE_FIGURES: "frontdesk.ui.office.care_figures_sheet",
    SheetName.FEEDBACK_SUMMARY: "frontdesk.ui.office.feedback_summary_sheet",
    SheetName.MESSAGE: "frontdesk.ui.contact.message_sheet",  # facts: customer_id, kind, text (optional)
    SheetName.YEAR_CARD: "frontdesk.ui.contact.year_card_sheet",  # facts: customer_id
    SheetName.TAKE_HOME: "frontdesk.ui.contact.take_home_sheet",  # facts: customer_id
    SheetName.TAKE_HOME_TEXTS: "frontdesk.ui.settings.take_home_texts",  # facts: product_id (optional)
    SheetName.LEAVING: "frontdesk.ui.contact.leaving_sheet",  # facts: customer_id
    SheetName.LEFT: "frontdesk.ui.contact.left_sheet",
    SheetName.TEAM: "frontdesk.ui.team.team_sheet",
    SheetName.TEAM_POSTER: "frontdesk.ui.prints.team_poster_sheet",
    SheetName.STAFF_CARDS: "frontdesk.ui.prints.staff_cards_sheet",  # facts: staff_ids (optional)
    SheetName.THANKS: "frontdesk.ui.team.thanks_sheet",  # facts: customer_id (optional)
    SheetName.RESPONSES: "frontdesk.ui.feedback.responses_sheet",  # facts: shown (optional)
    SheetName.RESPONSE: "frontdesk.ui.feedback.response_sheet",  # facts: response_id
    SheetName.KEY_IN: "frontdesk.ui.feedback.key_in_sheet",  # facts: scan (optional: of a card)
    SheetName.BRING_ANSWERS: "frontdesk.ui.feedback.bring_answers_sheet",  # facts: path (optional)
    SheetName.OVERVIEW: "frontdesk.ui.office.overview_sheet",
    SheetName.WORTH: "frontdesk.ui.office.worth_sheet",
    # facts: customer_ids and said (optional: the people of a figure, and its sentence)
    SheetName.CUSTOMERS: "frontdesk.ui.office.customers_sheet",
    SheetName.PERSON: "frontdesk.ui.office.person_sheet",  # facts: customer_id
    SheetName.DUPLICATES: "frontdesk.ui.office.duplicates_sheet",
    # facts: staff_id, till_id, kind, customer_id, since (all optional)
    SheetName.WHO_DID_WHAT: "frontdesk.ui.office.who_did_what_sheet",
    SheetName.LEDGER_CHECK: "frontdesk.ui.office.ledger_check_sheet",
    SheetName.TRANSFER: "frontdesk.ui.office.transfer_sheet",
    SheetName.SAFETY: "frontdesk.ui.office.safety_sheet",
    SheetName.PRIVACY: "frontdesk.ui.office.privacy_sheet",
    SheetName.PIN: "frontdesk.ui.office.pin_sheet",  # facts: opened, staff_id and needs (optional)
}


class Notify(Protocol):
    """How a sheet says what happened: the window's notice bar."""

    def __call__(
        self,
        text: str,
        *,
        icon: str = "check",
        undo: Callable[[], None] | None = None,
        remedy: Remedy | None = None,
        by_key: bool = True,
        beside: bool = False,
        stays: bool = False,
    ) -> None: ...


@dataclass(frozen=True)
class Counter:
    """What the window lends to its sheets. `choose` shows a greeting; `open` opens another sheet.

    `bring_back` closes the shop and opens it again from the first of the backups that is whole.
    """

    desk: Any
    bridge: Bridge
    portraits: Portraits
    notify: Notify
    choose: Callable[[int], None]
    open: Callable[..., Sheet | None]
    bring_back: Callable[[tuple[BackupMade, ...]], None]
    taps: Taps = field(default_factory=Taps)

    def submit(
        self,
        method: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None],
        refused: Refusal | None = None,
    ) -> None:
        """One tap is one act, of this moment and of whoever is at the till; a bounce is no tap.

        A refusal goes to the notice bar where nobody takes it, or where whoever did is gone.
        """
        taker = owner_of(refused)

        def not_done(sentence: str, error: Exception) -> None:
            self.taps.forget()
            if refused is None or (taker is not None and not isValid(taker)):
                self.bridge.refused.emit(sentence, error)
            else:
                refused(sentence, error)

        if not self.taps.is_bounce(method.__qualname__, *args):
            act = self.desk.act()
            self.bridge.submit(method, act, *args, done=done, refused=not_done, owner=owner_of(done))


def make_sheet(name: SheetName, counter: Counter, **facts: Any) -> Sheet:
    """Import the sheet's room and make it."""
    leaving = LeavingPage(counter)
    sheet: Sheet = import_module(SHEETS[name]).open_sheet(counter, **facts)
    leaving.watch(sheet, facts)
    return sheet
