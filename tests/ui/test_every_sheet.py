"""Every sheet is whole: at 100 and 200 % text, in English and Lao, in small and large windows."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import Answer, ResponseDraft, WayBack
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.loyalty.tickets import TicketDraft
from frontdesk.domain.office.overview import FigureName
from frontdesk.domain.people.customer_filters import Asks, Column, Condition, ShippedFilter, shipped
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import Sheet, SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.response_sheet import ResponseSheet
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office.customers_sheet import CustomersSheet
from frontdesk.ui.office.overview_sheet import OverviewSheet
from frontdesk.ui.office.privacy_sheet import PersonPrivacySheet
from frontdesk.ui.recoveries.complaint_sheet import ComplaintSheet
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from tests.conftest import FakeClock
from tests.services.feedback.feedback_acts import answers_of, inbox
from tests.ui.wholeness import controls_of, faults_of

SIZES = ((1280, 720), (1366, 768), (1920, 1080))
HOUR = 3_600_000


@pytest.fixture
def busy(desk: FrontDesk, people: list[int], clock: FakeClock) -> FrontDesk:
    """A shop in which each sheet has something to show."""
    for place, (what, at) in enumerate({"Umbrella": None, "Cake for twelve": clock() + HOUR}.items()):
        desk.submit(desk.requests.ask, desk.act(), people[place], what, "With candles", at).result()
    desk.submit(desk.tickets.open, desk.act(), TicketDraft("blue helmet, 2 lattes", 2)).result()
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Oat flat white", 30_000)).result()
    desk.submit(desk.staffing.add_staff, desk.act(), "Maly Phommachanh", Role.CASHIER).result()
    call = "ask how the long journey to her daughter in Savannakhet went, and whether the cake arrived whole"
    for kind in (FollowUpKind.CALL, FollowUpKind.OTHER):
        desk.submit(desk.follow_ups.add, desk.act(), people[1], kind, desk.today(), call).result()
    for situation, whose in ((Situation.UNWELL, None), (Situation.WAITED, people[1])):
        desk.submit(desk.recoveries.record, desk.act(), situation, whose).result()
    twin = CustomerDraft("Maria Oliveyra", phone="020 5551 4868")
    desk.submit(desk.customers.enrol, desk.act(), twin).result()
    come_back(desk, people)
    for days_ago in range(61, 40, -3):
        for customer_id in (people[0], people[3]):  # they come no more
            act = desk.act(clock() - 24 * days_ago * HOUR)
            desk.submit(desk.loyalty.add_stamps, act, customer_id).result()
    return desk


def come_back(desk: FrontDesk, people: list[int]) -> None:
    """Answers: one of Maria, who was not happy and wants to hear back, and others of people nobody knows."""
    cards = desk.submit(desk.feedback.issue, desk.act(), 2, "lo").result().cards
    handed = desk.submit(desk.feedback.issue, desk.act(), 1, "lo", people[1]).result().cards[0]
    waited = "We waited 25 minutes for two coffees, and nobody told us that the machine was broken again"
    sad = (Answer(Topic.DISLIKED, ContactPoint.QUEUE, waited), Answer(Topic.CHANGE, words="A second machine"))
    for card, draft in (
        (handed, ResponseDraft(Mood.BAD, sad, contact="020 7777 1234", language="lo")),
        (cards[0], ResponseDraft(Mood.VERY_GOOD, (Answer(Topic.LIKED, ContactPoint.SERVICE),))),
        (cards[1], ResponseDraft(Mood.FAIR, name="Bounthavy Phommachanh-Souvannavong")),
    ):
        desk.submit(desk.responses.take, desk.act(), card.id, draft, WayBack.PAPER).result()


@pytest.fixture
def window(qtbot: QtBot, text_size: int, busy: FrontDesk) -> Iterator[CounterWindow]:
    bridge = Bridge(busy)
    window = CounterWindow(busy, bridge)
    qtbot.addWidget(window)
    window.show()
    window.prepare()
    qtbot.waitExposed(window)
    yield window
    bridge.close()


Opens = Callable[[CounterWindow, list[int]], Sheet | None]


def plain(name: SheetName) -> Opens:
    return lambda window, people: window.open_sheet(name)


def of_maria(name: SheetName) -> Opens:
    return lambda window, people: window.open_sheet(name, customer_id=people[1])


def an_answer(window: CounterWindow, people: list[int]) -> Scan:
    """Maria's card, filled in on paper."""
    issued = window.desk.submit(window.desk.feedback.issue, window.desk.act(), 1, "en", people[1]).result()
    return Scan(issued.cards[0].code)


SHEETS: dict[SheetName, Opens] = {
    SheetName.ENROL: lambda window, people: window.open_sheet(SheetName.ENROL, typed="Noy"),
    SheetName.EDIT: of_maria(SheetName.EDIT),
    SheetName.FACTS: of_maria(SheetName.FACTS),
    SheetName.MERGE: of_maria(SheetName.MERGE),
    SheetName.BROUGHT: of_maria(SheetName.BROUGHT),
    SheetName.GROUP: of_maria(SheetName.GROUP),
    SheetName.REQUESTS: plain(SheetName.REQUESTS),
    SheetName.REQUEST: lambda window, people: window.open_sheet(
        SheetName.REQUEST, request_id=window.desk.requests.of(people[1])[0].id
    ),
    SheetName.FIRST_PAGE: plain(SheetName.FIRST_PAGE),
    SheetName.IMPORT: plain(SheetName.IMPORT),
    SheetName.POWER_CUT: plain(SheetName.POWER_CUT),
    SheetName.MEMBER_CARDS: lambda window, people: window.open_sheet(
        SheetName.MEMBER_CARDS, customer_ids=tuple(people)
    ),
    SheetName.FEEDBACK_CARDS: of_maria(SheetName.FEEDBACK_CARDS),
    SheetName.TICKET: lambda window, people: window.open_sheet(
        SheetName.TICKET, tickets=window.attending.tickets
    ),
    SheetName.TICKETS: lambda window, people: window.open_sheet(
        SheetName.TICKETS, tickets=window.attending.tickets, customer_id=people[1]
    ),
    SheetName.COMPLAINT: lambda window, people: window.open_sheet(SheetName.COMPLAINT, customer_id=people[1]),
    SheetName.CAMERA: lambda window, people: window.open_sheet(SheetName.CAMERA, scanned=print),
    SheetName.PRACTICE: lambda window, people: window.open_sheet(
        SheetName.PRACTICE, practice=window.practice
    ),
    SheetName.QUIZ: plain(SheetName.QUIZ),
    SheetName.CARE_FIGURES: plain(SheetName.CARE_FIGURES),
    SheetName.FEEDBACK_SUMMARY: plain(SheetName.FEEDBACK_SUMMARY),
    SheetName.SETTINGS: plain(SheetName.SETTINGS),
    SheetName.TODAY: plain(SheetName.TODAY),
    SheetName.HAND_OVER: plain(SheetName.HAND_OVER),
    SheetName.FOLLOW_UP: of_maria(SheetName.FOLLOW_UP),
    SheetName.SLIPPING: plain(SheetName.SLIPPING),
    SheetName.MESSAGE: of_maria(SheetName.MESSAGE),
    SheetName.YEAR_CARD: of_maria(SheetName.YEAR_CARD),
    SheetName.TAKE_HOME: of_maria(SheetName.TAKE_HOME),
    SheetName.TAKE_HOME_TEXTS: plain(SheetName.TAKE_HOME_TEXTS),
    SheetName.LEAVING: of_maria(SheetName.LEAVING),
    SheetName.LEFT: plain(SheetName.LEFT),
    SheetName.TEAM: plain(SheetName.TEAM),
    SheetName.TEAM_POSTER: plain(SheetName.TEAM_POSTER),
    SheetName.STAFF_CARDS: plain(SheetName.STAFF_CARDS),
    SheetName.THANKS: of_maria(SheetName.THANKS),
    SheetName.RESPONSES: plain(SheetName.RESPONSES),
    SheetName.KEY_IN: lambda window, people: window.open_sheet(
        SheetName.KEY_IN, scan=an_answer(window, people)
    ),
    SheetName.BRING_ANSWERS: plain(SheetName.BRING_ANSWERS),
    SheetName.PIN: lambda window, people: window.open_sheet(SheetName.PIN, opened=print),
    SheetName.OVERVIEW: plain(SheetName.OVERVIEW),
    SheetName.WORTH: plain(SheetName.WORTH),
    SheetName.PERSON: of_maria(SheetName.PERSON),
    SheetName.CUSTOMERS: lambda window, people: window.open_sheet(
        SheetName.CUSTOMERS,
        customer_ids=people,
        said="Four regulars came more often than in the month before.",
    ),
    SheetName.DUPLICATES: plain(SheetName.DUPLICATES),
    SheetName.PRIVACY: of_maria(SheetName.PRIVACY),
    SheetName.SAFETY: plain(SheetName.SAFETY),
    SheetName.TRANSFER: plain(SheetName.TRANSFER),
    SheetName.WHO_DID_WHAT: plain(SheetName.WHO_DID_WHAT),
    SheetName.LEDGER_CHECK: plain(SheetName.LEDGER_CHECK),
    SheetName.RESPONSE: lambda window, people: window.open_sheet(
        SheetName.RESPONSE, response_id=answers_of(window.desk, people[1])[0].id
    ),
}


def test_every_sheet_is_looked_at() -> None:
    assert set(SHEETS) == set(SheetName)


def pages(sheet: Sheet) -> Iterator[str]:
    """Each part of a sheet, turned to."""
    if isinstance(sheet, SettingsSheet):
        for part in sheet._entries:
            sheet.show_part(part)
            yield part
            if part == "staff":
                for row in sheet.parts.staff.rows():
                    row.pin_button.click()
                yield "their PINs"
            if part == "playbooks":
                sheet.parts.playbooks.edit("UNWELL")
                yield "one of the playbooks"
                sheet.parts.playbooks.leave()
            if part == "feedback":
                sheet.parts.feedback.page.show_rules(FeedbackRules(page_on=True, page_address="192.168.1.77"))
                yield "feedback over a page that no phone finds"
                sheet.parts.feedback.page.show_rules(FeedbackRules(page_on=True))
                yield "feedback over a page"
                sheet.parts.feedback.page.show_rules(FeedbackRules())
    elif isinstance(sheet, ResponseSheet):
        yield "an answer"
        for answer in inbox(sheet._counter.desk):
            sheet.page.show_response(answer.id)
            yield f"answer {answer.id}"
        sheet.write_reply()
        yield "a reply"
        sheet.ask_whose()
        yield "whose it is"
        sheet.may_close()  # leads back to the answer
    elif isinstance(sheet, ComplaintSheet):
        for recovery in (0, *(each.id for each in sheet._counter.desk.recoveries.standing())):
            sheet.show_recovery(recovery)
            yield f"complaint {recovery}"
    elif isinstance(sheet, OverviewSheet):
        yield "all figures"
        sheet.cards[FigureName.SLIPPING].picture.click()
        yield "a picture"
        sheet.figure.card.turn.click()
        yield "its table"
        sheet.may_close()  # leads back to all figures
    elif isinstance(sheet, PersonPrivacySheet):
        for part in sheet.parts:
            sheet.show_part(part)
            yield part
    elif isinstance(sheet, CustomersSheet):
        yield from parts_of_the_table(sheet)
    else:
        yield ""


def parts_of_the_table(sheet: CustomersSheet) -> Iterator[str]:
    yield "the people of a figure"
    for column in (Column.STATE, Column.LAST_VISIT, Column.VISITS):
        sheet.open_filter(column)
        yield f"a question to {column}"
    sheet.may_close()  # leads back to the table
    visits = Condition(Column.VISITS, Asks.BETWEEN, least=0, most=12_000)
    sheet.ask(shipped(ShippedFilter.NO_MESSAGES).with_condition(visits))
    sheet.model.choose_all()
    yield "filters, and all who were found chosen"
    sheet.chips.save.click()
    yield "a name for a filter"
    sheet.may_close()


@pytest.mark.parametrize("size", SIZES)
def test_every_sheet_is_whole(
    qtbot: QtBot, window: CounterWindow, people: list[int], size: tuple[int, int]
) -> None:
    window.resize(*size)
    faults = []
    for name, opens in SHEETS.items():
        LANGUAGE.speak("en")
        sheet = opens(window, people)
        assert sheet is not None, name
        qtbot.waitUntil(lambda: not window.bridge.busy)
        for language in ("en", "lo"):
            LANGUAGE.speak(language)
            for part in pages(sheet):
                faults += [f"{name} {part} {language}: {each}" for each in faults_of(window.sheets, window)]
        window.sheets.close_now()
    assert not faults, "\n".join(faults)


def stops_of(page: QWidget, first: QWidget) -> list[QWidget]:
    """Where Tab goes from `first` on, until it comes round."""
    stops, at = [first], first.nextInFocusChain()
    while at is not first:
        if page.isAncestorOf(at) and at.isVisible() and at.isEnabled() and _takes_tab(at):
            stops.append(at)
        at = at.nextInFocusChain()
    return stops


def by_arrows(widget: QWidget, stops: list[QWidget]) -> bool:
    """Of buttons of which one is chosen, Tab goes to that one, and the arrow keys to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and any(each in stops for each in group.buttons())


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def steps_back(stops: list[QWidget], window: QWidget) -> list[str]:
    """Steps of Tab that go up without going to another column, and so against the reading."""
    places = [QRect(each.mapTo(window, QPoint()), each.size()) for each in stops]
    return [
        f"{one.accessibleName()} → {other.accessibleName()}"
        for (one, at), (other, to) in pairwise(zip(stops, places, strict=True))
        if to.bottom() <= at.top() and to.left() <= at.left()
    ]


@pytest.mark.parametrize("text_size", [100], indirect=True)
def test_every_sheet_is_worked_by_keys_alone(qtbot: QtBot, window: CounterWindow, people: list[int]) -> None:
    window.resize(1366, 768)
    faults = []
    for name, opens in SHEETS.items():
        sheet = opens(window, people)
        assert sheet is not None, name
        qtbot.waitUntil(lambda: not window.bridge.busy)
        for part in pages(sheet):
            QApplication.processEvents()
            window.grab()
            controls = [each for each in controls_of(window.sheets) if each.isEnabled()]
            window.key_caps.show_keys()
            keys = window.key_caps.taps()
            window.key_caps.show_keys()
            said = f"{name} {part}"
            faults += [
                f"{said}: {key} is a long way"
                for key in keys
                if key[0] != "F" and key != "Enter" and len(key) > 2
            ]
            first = sheet.first_focus() or window.sheets.back
            first = first.focusProxy() or first
            stops = stops_of(window.sheets, first)
            reached = {*map(id, stops), *map(id, keys.values())}
            faults += [
                f"{said}: no key goes to {each.accessibleName()}"
                for each in controls
                if id(each) not in reached and not by_arrows(each, stops)
            ]
            back = stops.index(window.sheets.back)
            read = stops[back + 1 :] + stops[:back]
            faults += [f"{said}: {each}" for each in steps_back(read, window)]
        window.sheets.ask_to_close()
        if window.sheets.sheet is not None:
            faults.append(f"{name} does not close")
            window.sheets.close_now()
    assert not faults, "\n".join(faults)
