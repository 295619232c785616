"""What helps after a refusal, as a button in the notice bar: each remedy's words and what it does here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.ui.counter.attending import Attending
from frontdesk.ui.counter.pages import Pages
from frontdesk.ui.counter.sheet_host import SheetHost
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.till import Till
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.widgets.notice import Remedy as Helping
from frontdesk.wording.refusals import remedy_name

if TYPE_CHECKING:
    from frontdesk.ui.counter.card_acts import CardActs

Act = Callable[[], object]

_OF_A_REWARD = frozenset({RefusalCode.NO_SUCH_REWARD, RefusalCode.NOT_THIS_PRODUCT, RefusalCode.TOO_DEAR})
_OF_THE_STAFF = frozenset({RefusalCode.UNKNOWN_STAFF, RefusalCode.AT_THE_TILL})


class Remedies:
    """Knows the counter's ways. A remedy that cannot help here, as one without a customer, is not offered."""

    def __init__(
        self, attending: Attending, pages: Pages, sheets: SheetHost, till: Till, search: Act
    ) -> None:
        self._attending, self._pages, self._sheets = attending, pages, sheets
        self._till, self._search = till, search

    def of(self, error: object) -> Helping | None:
        """What the notice bar offers beside the refusal; None where nothing helps, or it was none."""
        if not isinstance(error, Refused) or error.remedy is None:
            return None
        remedy = error.remedy
        if remedy is Remedy.WELCOME_BACK:
            back = partial(self._pages.welcome_back, error.facts["customer"])
            return Helping(remedy_name(LANGUAGE.texts, remedy), back)
        if remedy is Remedy.ENTER_PIN:
            return Helping(remedy_name(LANGUAGE.texts, remedy), self._enter_pin, lasts=True)
        act = self._act(remedy, error.code)
        if act is None and remedy is Remedy.REISSUE_CARD:
            remedy, act = Remedy.SEARCH_BY_NAME, self._search
        if act is None:
            return None
        words = remedy_name(LANGUAGE.texts, remedy)
        if remedy is Remedy.RENEW_PASS:
            words = self._attending.cards.sale_words() or words
        return Helping(words, lambda: self._do(act), lasts=remedy is Remedy.CALL_MANAGER)

    def _do(self, act: Act) -> None:
        """At the counter: a page that is open goes first, unless it has something to keep."""
        self._sheets.ask_to_close()
        if self._sheets.sheet is None:
            act()

    def _enter_pin(self) -> None:
        """The page that asked for it comes back afterwards, where it can."""
        sheet = self._sheets.sheet
        again = sheet.again() if sheet is not None else None
        self._sheets.ask_to_close(to_counter=True)
        if self._sheets.sheet is None:
            self._till.call_manager(again or (lambda: None))

    def _act(self, remedy: Remedy, code: RefusalCode) -> Act | None:
        match remedy:
            case Remedy.CALL_MANAGER:
                return self._till.call_manager
            case Remedy.OPEN_SETTINGS:
                part = "feedback" if code is RefusalCode.NO_FEEDBACK_LINK else "programmes"
                return lambda: self._pages.open(SheetName.SETTINGS, part=part)
            case Remedy.SEARCH_BY_NAME:
                return self._search
            case Remedy.CHOOSE_ANOTHER if code in _OF_THE_STAFF:
                return self._till.choose
        served = bool(self._attending.customer_id)
        return self._for_customer(remedy, code, self._attending.cards) if served else None

    def _for_customer(self, remedy: Remedy, code: RefusalCode, cards: CardActs) -> Act | None:
        match remedy:
            case Remedy.ADD_STAMPS:
                return cards.offer_stamps
            case Remedy.GIVE_GOODWILL if cards.may_thank():
                return cards.thank
            case Remedy.CHOOSE_ANOTHER:
                return cards.choose_reward if code in _OF_A_REWARD else cards.next_card
            case Remedy.RENEW_PASS if cards.last_pass:
                return lambda: cards.sell_pass(cards.last_pass)
            case Remedy.REISSUE_CARD:
                return self._pages.member_card
            case Remedy.ASK_CONSENT:
                return self._pages.edit
        return None
