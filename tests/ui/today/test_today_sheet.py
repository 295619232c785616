"""Today by taps and by keys alone: each thing once, with its act beside it, and back with Undo."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.follow_ups import FollowUpKind, FollowUpState
from frontdesk.domain.care.messages import Way
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.ui.contact.message_sheet import MessageSheet
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.response_sheet import ResponseSheet
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.today.today_row import TodayRow
from frontdesk.ui.today.today_sheet import MOST, TodaySheet
from tests.conftest import FakeClock
from tests.services.feedback.feedback_acts import draft, issue, take

HOUR = 3_600_000
Opened = Callable[[], TodaySheet]


@pytest.fixture
def opened(window: CounterWindow, qtbot: QtBot) -> Opened:
    def press() -> TodaySheet:
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        sheet = window.sheets.sheet
        assert isinstance(sheet, TodaySheet)
        qtbot.waitUntil(lambda: sheet.reading.settled)
        return sheet

    return press


@pytest.fixture
def morning(desk: FrontDesk, people: list[int], clock: FakeClock) -> int:
    """The four customers are no newcomers any more; a promise is late, and there is somebody to call, whose
    follow-up it returns.
    """
    clock.forward(days=5)
    ask = desk.requests.ask
    desk.submit(ask, desk.act(), people[1], "Cake for twelve", "", clock() - HOUR).result()
    for each in people:
        desk.submit(desk.loyalty.add_stamps, desk.act(clock() - 4 * 24 * HOUR), each, 1).result()
    add = desk.follow_ups.add
    call = desk.submit(add, desk.act(), people[0], FollowUpKind.CALL, desk.today(), "ask how it was").result()
    return call.follow_up.id


def kinds(sheet: TodaySheet) -> list[TodayKind]:
    return [row.item.kind for row in sheet.rows]


def row_of(sheet: TodaySheet, kind: TodayKind) -> TodayRow:
    return next(row for row in sheet.rows if row.item.kind is kind)


def tap(qtbot: QtBot, row: TodayRow, words: str) -> None:
    button = next(each for each in row.buttons if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def state_of(desk: FrontDesk, follow_up_id: int, customer_id: int) -> FollowUpState:
    return next(each.state for each in desk.follow_ups.of(customer_id) if each.id == follow_up_id)


def test_f6_opens_it_and_what_presses_is_first(window: CounterWindow, morning: int, opened: Opened) -> None:
    sheet = opened()
    assert kinds(sheet)[:2] == [TodayKind.PROMISE_DUE, TodayKind.FOLLOW_UP]
    assert sheet.headings[:2] == ["Promised", "To follow up"]
    assert [row.late for row in sheet.rows][:2] == [True, False]
    assert sheet.rows[0].words.below == "1 hour late, Noy"
    assert sheet.rows[1].words.task == "Call: ask how it was"
    assert "2 things to do" in sheet.counted.text()


def test_a_promise_is_ready_in_one_tap_and_handed_over_in_the_next(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], morning: int, opened: Opened
) -> None:
    sheet = opened()
    tap(qtbot, row_of(sheet, TodayKind.PROMISE_DUE), "It is ready")
    qtbot.waitUntil(lambda: desk.requests.of(people[1])[0].state is RequestState.READY)
    qtbot.waitUntil(lambda: row_of(sheet, TodayKind.PROMISE_DUE).buttons[0].text() == "Hand over")
    tap(qtbot, row_of(sheet, TodayKind.PROMISE_DUE), "Hand over")
    qtbot.waitUntil(lambda: kinds(sheet) == [TodayKind.FOLLOW_UP])
    window.notices.undo()
    qtbot.waitUntil(lambda: TodayKind.PROMISE_DUE in kinds(sheet))


def test_a_call_shows_the_number_large_and_what_they_said_is_noted(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], morning: int, opened: Opened
) -> None:
    desk.submit(
        desk.customers.edit, desk.act(), people[0], CustomerDraft("Somsak", phone="020 5512 3456")
    ).result()
    sheet = opened()
    row = row_of(sheet, TodayKind.FOLLOW_UP)
    tap(qtbot, row, "Call")
    assert row.phone.isVisible()
    assert row.phone.text() == desk.customers.get(people[0]).phone
    assert row.note is not None
    assert window.focusWidget() is row.note
    row.note.setText("She comes on Friday")
    sheet.refresh()
    qtbot.keyClick(row.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state_of(desk, morning, people[0]) is FollowUpState.DONE)
    assert desk.follow_ups.lately(people[0])[0].note == "She comes on Friday"
    qtbot.waitUntil(lambda: TodayKind.FOLLOW_UP not in kinds(sheet))
    window.notices.undo()
    qtbot.waitUntil(lambda: state_of(desk, morning, people[0]) is FollowUpState.OPEN)
    qtbot.waitUntil(lambda: TodayKind.FOLLOW_UP in kinds(sheet))


def test_who_has_no_number_is_opened_instead(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], morning: int, opened: Opened
) -> None:
    draft = CustomerDraft(desk.customers.get(people[0]).name)
    desk.submit(desk.customers.edit, desk.act(), people[0], draft).result()
    tap(qtbot, row_of(opened(), TodayKind.FOLLOW_UP), "Open")
    assert window.attending.customer_id == people[0]
    assert window.sheets.sheet is None


def test_a_birthday_opens_its_card_and_done_ticks_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], morning: int, opened: Opened
) -> None:
    today = desk.today()
    draft = CustomerDraft(
        "Dao", birthday=Birthday(today.month, today.day), consents=frozenset({Purpose.BIRTHDAY})
    )
    dao = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    sheet = opened()
    row = row_of(sheet, TodayKind.BIRTHDAY)
    assert row.words.task == "It is their birthday today. Give them a card."
    tap(qtbot, row, "Done")
    qtbot.waitUntil(lambda: TodayKind.BIRTHDAY not in kinds(sheet))
    window.notices.undo()
    qtbot.waitUntil(lambda: TodayKind.BIRTHDAY in kinds(sheet))
    tap(qtbot, row_of(sheet, TodayKind.BIRTHDAY), "Print a card")
    message = window.sheets.sheet
    assert message is not None
    assert type(message).__module__.endswith("message_sheet")
    assert desk.customers.get(dao).name in message.title()


def test_thanks_are_passed_on(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], morning: int, opened: Opened
) -> None:
    kham = desk.submit(desk.staffing.add_staff, desk.act(), "Kham", Role.CASHIER).result()
    desk.submit(desk.staff_thanks.thank, desk.act(), kham.id, "so friendly", people[0]).result()
    sheet = opened()
    row = row_of(sheet, TodayKind.STAFF_THANKS)
    assert row.words.task.endswith("thanked Kham: so friendly")
    tap(qtbot, row, "Passed on")
    qtbot.waitUntil(lambda: desk.staff_thanks.waiting() == ())
    qtbot.waitUntil(lambda: TodayKind.STAFF_THANKS not in kinds(sheet))


def test_arrows_and_digits_go_from_row_to_row(
    qtbot: QtBot, window: CounterWindow, morning: int, opened: Opened
) -> None:
    sheet = opened()
    assert window.focusWidget() is sheet.rows[0].buttons[0]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.focusWidget() is sheet.rows[1].buttons[0]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    assert window.focusWidget() is sheet.rows[0].buttons[0]
    qtbot.keyClick(window.focusWidget(), "2")
    assert window.focusWidget() is sheet.rows[1].buttons[0]
    qtbot.keyClick(window.focusWidget(), "9")
    assert window.focusWidget() is sheet.rows[1].buttons[0]


def test_a_face_leads_to_the_greeting(
    qtbot: QtBot, window: CounterWindow, people: list[int], morning: int, opened: Opened
) -> None:
    who = row_of(opened(), TodayKind.PROMISE_DUE).who
    assert who is not None
    qtbot.mouseClick(who, Qt.MouseButton.LeftButton)
    assert window.attending.customer_id == people[1]
    assert window.sheets.sheet is None


def test_what_is_done_elsewhere_leaves_the_list_and_the_keyboard_stays(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, morning: int, opened: Opened
) -> None:
    sheet = opened()
    sheet.rows[1].buttons[1].setFocus()
    due = desk.requests.due()[0]
    window.bridge.submit(desk.requests.move, desk.act(), due.id, RequestState.FULFILLED)
    qtbot.waitUntil(lambda: kinds(sheet) == [TodayKind.FOLLOW_UP])
    assert window.focusWidget() is sheet.rows[0].buttons[1]


def test_all_requests_and_the_hand_over_are_one_tap_away(
    qtbot: QtBot, window: CounterWindow, morning: int, opened: Opened
) -> None:
    for name, end in (("requests", "requests_sheet"), ("hand_over", "hand_over_sheet")):
        qtbot.mouseClick(getattr(opened(), name), Qt.MouseButton.LeftButton)
        assert window.sheets.sheet is not None
        assert type(window.sheets.sheet).__module__.endswith(end)


def test_when_all_is_done_it_says_so(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], clock: FakeClock, opened: Opened
) -> None:
    clock.forward(days=5)
    sheet = opened()
    assert sheet.rows == []
    assert sheet._nothing.isVisible()
    assert window.focusWidget() is sheet.requests


def test_a_list_of_hundreds_ends_in_how_many_more(
    desk: FrontDesk, people: list[int], clock: FakeClock, opened: Opened
) -> None:
    clock.forward(days=5)
    for _ in range(MOST + 7):
        desk.submit(desk.follow_ups.add, desk.act(), people[0], FollowUpKind.NOTE, desk.today()).result()
    sheet = opened()
    assert len(sheet.rows) == MOST
    starts = {row.who.mapTo(row, QPoint()).x() for row in sheet.rows[8:11] if row.who is not None}
    assert len(starts) == 1, "the rows that have no digit stand in one line with those that have"
    assert "7 more" in sheet._column.itemAt(sheet._column.count() - 1).widget().text()


def test_every_button_is_large_enough_and_named_and_speaks_lao(
    window: CounterWindow, morning: int, opened: Opened
) -> None:
    sheet = opened()
    LANGUAGE.speak("lo")
    for row in sheet.rows:
        for button in row.buttons:
            assert button.height() >= TARGET
            assert row.item.name in button.accessibleName()
        assert not row.words.task.startswith(("Promised", "Call"))


# --- the button in the header ---


def said(window: CounterWindow) -> str:
    return window.header._today.accessibleName()


def test_the_button_counts_by_itself_and_has_a_colour_when_something_presses(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], clock: FakeClock
) -> None:
    qtbot.waitUntil(lambda: said(window) == "Today: 4")
    assert window.header._today.property("pressing") is False
    window.bridge.submit(desk.requests.ask, desk.act(), people[0], "Cake", "", clock() - HOUR)
    qtbot.waitUntil(lambda: said(window) == "Today: 5")
    assert window.header._today.property("pressing") is True
    assert window.sheets.sheet is None


def test_a_tap_on_it_opens_the_list(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.mouseClick(window.header._today, Qt.MouseButton.LeftButton)
    assert isinstance(window.sheets.sheet, TodaySheet)
    assert window.open_sheet(SheetName.TODAY) is not None


# --- what opens, and what is given ---


def sheet_is(window: CounterWindow, end: str) -> bool:
    return window.sheets.sheet is not None and type(window.sheets.sheet).__module__.endswith(end)


def test_a_complaint_opens_at_what_to_do(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], opened: Opened
) -> None:
    desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, people[0]).result()
    desk.submit(desk.recoveries.record, desk.act(), Situation.LOST, None).result()
    sheet = opened()
    stranger, known = sheet.rows[:2]  # what is lost cannot wait
    assert known.late
    assert stranger.who is None
    tap(qtbot, known, "Open")
    assert sheet_is(window, "complaint_sheet")


def test_a_newcomer_gets_the_welcome_card_in_the_hand(
    qtbot: QtBot, window: CounterWindow, people: list[int], opened: Opened
) -> None:
    tap(qtbot, row_of(opened(), TodayKind.FIRST_DAY), "Welcome card")
    assert sheet_is(window, "member_cards_sheet")


def test_a_surprise_is_given_in_one_tap_and_taken_back_in_another(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], clock: FakeClock, opened: Opened
) -> None:
    for days in (7 * week - shift for week in range(1, 9) for shift in (0, 3)):
        then = desk.act(clock() - days * 24 * HOUR)
        desk.submit(desk.loyalty.add_stamps, then, people[0], 1).result()
    before = desk.loyalty.cards(people[0], clock())[0].balance
    sheet = opened()
    row = row_of(sheet, TodayKind.SURPRISE)
    assert row.words.task.startswith("Came 16 times in 8 weeks")
    tap(qtbot, row, "Give it")
    qtbot.waitUntil(lambda: TodayKind.SURPRISE not in kinds(sheet))
    assert desk.loyalty.cards(people[0], clock())[0].balance == before + 1
    window.notices.undo()
    qtbot.waitUntil(lambda: TodayKind.SURPRISE in kinds(sheet))
    assert desk.loyalty.cards(people[0], clock())[0].balance == before
    tap(qtbot, row_of(sheet, TodayKind.SURPRISE), "Not today")
    qtbot.waitUntil(lambda: TodayKind.SURPRISE not in kinds(sheet))


# --- beside the window ---


def test_the_list_is_never_read_on_the_windows_thread(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, morning: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read last stands at once; before that, it says that it is looking."""
    monkeypatch.setattr(desk.today_list, "_latest", None)
    read, readers = desk.today_list.items, list[str]()

    def items(now: int) -> tuple[TodayItem, ...]:
        readers.append(threading.current_thread().name)
        return read(now)

    monkeypatch.setattr(desk.today_list, "items", items)
    sheet = window.open_sheet(SheetName.TODAY)
    assert isinstance(sheet, TodaySheet)
    assert sheet.counted.text() == "Looking what there is to do…"
    assert not sheet._nothing.isVisible()
    qtbot.waitUntil(lambda: len(sheet.rows) == 2)
    assert window.focusWidget() is sheet.rows[0].buttons[0]
    again = window.open_sheet(SheetName.TODAY)
    assert isinstance(again, TodaySheet)
    assert len(again.rows) == 2
    qtbot.waitUntil(lambda: again.reading.settled)
    assert threading.main_thread().name not in readers


def test_it_speaks_the_language_that_is_chosen_while_it_is_open(
    desk: FrontDesk, morning: int, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = opened()
    sheet.rows[1].buttons[1].setFocus()
    LANGUAGE.speak("lo")
    assert [row.item.kind for row in sheet.rows] == [TodayKind.PROMISE_DUE, TodayKind.FOLLOW_UP]
    assert not any(each.isascii() for each in (*sheet.headings, sheet.counted.text()))
    assert not sheet.rows[1].buttons[1].text().isascii()
    assert sheet.focusWidget() is sheet.rows[1].buttons[1]


def test_who_was_taken_off_the_list_meanwhile_is_refused_in_words_and_leaves_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], morning: int, opened: Opened
) -> None:
    """No change told this sheet of it: by a command, say."""
    sheet = opened()
    for each in people[:2]:
        desk.submit(desk.customers.archive, desk.act(), each).result()
    tap(qtbot, row_of(sheet, TodayKind.FOLLOW_UP), "Done")
    qtbot.waitUntil(lambda: kinds(sheet) == [])
    assert "went wrong" not in window.notices.text()


def test_a_row_made_anew_of_who_was_taken_off_the_list_says_so(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], morning: int, opened: Opened
) -> None:
    sheet = opened()
    desk.submit(desk.customers.archive, desk.act(), people[0]).result()
    LANGUAGE.speak("lo")
    LANGUAGE.speak("en")
    row = row_of(sheet, TodayKind.FOLLOW_UP)
    assert row.buttons == []
    assert row.who is not None
    row.who.click()
    assert window.attending.customer_id == 0
    assert window.notices.text() == "This customer is no longer here. Search by name."


def test_a_private_note_is_in_no_message(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, people: list[int], morning: int, opened: Opened
) -> None:
    note = "Be careful: owes 50,000"
    add = desk.follow_ups.add
    desk.submit(add, desk.act(), people[3], FollowUpKind.NOTE, desk.today(), note).result()
    row = next(each for each in opened().rows if each.item.text == note)
    tap(qtbot, row, "Write to them")
    sheet = window.sheets.sheet
    assert isinstance(sheet, MessageSheet)
    assert "owes" not in sheet.text.toPlainText()


def test_esc_from_what_was_opened_here_leads_back_here(qtbot: QtBot, window: CounterWindow) -> None:
    window.pages.today()
    sheet = window.sheets.sheet
    assert isinstance(sheet, TodaySheet)
    sheet.hand_over.click()
    assert not isinstance(window.sheets.sheet, TodaySheet)
    window.give_up()
    assert isinstance(window.sheets.sheet, TodaySheet)
    window.give_up()
    assert window.sheets.sheet is None
    window.pages.today()
    window.sheets.sheet.hand_over.click()
    window.sheets.back.click()
    assert window.sheets.sheet is None, "the arrow says that it leads to the counter"


def test_an_answer_opens_where_it_is_replied_to_and_leaves_the_list_once_it_was(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], morning: int, opened: Opened
) -> None:
    happy = take(desk, issue(desk, people[0]), draft(Mood.GOOD, liked="the tea")).response
    take(desk, issue(desk), draft(Mood.POOR, disliked="the chairs"))
    sheet = opened()
    answers = [row for row in sheet.rows if row.item.kind is TodayKind.RESPONSE]
    assert [(row.words.task, row.late) for row in answers] == [
        ("Was not happy: the chairs", True),
        ("Answered: the tea", False),
    ]
    tap(qtbot, answers[1], "Open")
    assert isinstance(window.sheets.sheet, ResponseSheet)
    desk.submit(desk.responses.replied, desk.act(), happy.id, Way.PAPER, "Thank you").result()
    sheet = opened()
    qtbot.waitUntil(lambda: kinds(sheet).count(TodayKind.RESPONSE) == 1)
