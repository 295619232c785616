"""A complaint at the counter: one tap, then what to do; driven by taps and by keys, in English and in Lao."""

import threading
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.playbooks import Situation, StepKind
from frontdesk.domain.care.recoveries import Recovery, RecoveryState
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.texts import texts_for
from frontdesk.ui.contact.message_sheet import MessageSheet
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.recoveries.complaint_sheet import ComplaintSheet


@pytest.fixture
def cashier(desk: FrontDesk, window: CounterWindow) -> int:
    """Somebody at the till who is bound by the limits."""
    hired: int = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    desk.staff_id = hired
    return hired


def opened(window: CounterWindow, customer_id: int = 0, recovery_id: int = 0) -> ComplaintSheet:
    sheet = window.open_sheet(SheetName.COMPLAINT, customer_id=customer_id, recovery_id=recovery_id)
    assert isinstance(sheet, ComplaintSheet)
    return sheet


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def tap(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def record(
    qtbot: QtBot, window: CounterWindow, customer_id: int = 0, situation: str = Situation.WAITED
) -> ComplaintSheet:
    """Tap a situation, and wait for its playbook."""
    sheet = opened(window, customer_id)
    tap(sheet.situations.buttons[situation])
    qtbot.waitUntil(sheet.page.isVisible)
    return sheet


def only(desk: FrontDesk, customer_id: int) -> Recovery:
    (recovery,) = desk.recoveries.of(customer_id)
    return recovery


def test_a_digit_is_a_tap_on_its_situation(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = opened(window, people[0])
    third, button = list(sheet.situations.buttons.items())[2]
    assert button.text().startswith("3   ")
    QTest.keyClick(sheet.first_focus(), Qt.Key.Key_3)
    qtbot.waitUntil(sheet.page.isVisible)
    assert only(desk, people[0]).situation == third
    QTest.keyClick(sheet.first_focus(), Qt.Key.Key_3)  # what is shown now has no digits
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert only(desk, people[0]).situation == third


def test_one_tap_writes_it_down_and_shows_what_to_do(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    sheet = record(qtbot, window, people[0])
    assert only(desk, people[0]).situation == "WAITED"
    wait_for_notice(qtbot, window, "Noted for Somsak: Waited too long.")
    assert [row.step.kind for row in sheet.page.rows] == [
        StepKind.SAY,
        StepKind.DO,
        StepKind.GIVE,
        StepKind.ASK,
        StepKind.CALL,
    ]
    tap(window.sheets.back)  # the cashier walks away: it stays written down
    assert window.sheets.sheet is None
    assert len(desk.recoveries.standing()) == 1


@pytest.mark.parametrize(
    ("situation", "first"),
    [(Situation.WAITED, RecoveryState.RESOLVED), (Situation.UNWELL, RecoveryState.CONTACTED)],
)
def test_what_is_grave_is_talked_over_first(
    qtbot: QtBot, window: CounterWindow, people: list[int], situation: Situation, first: RecoveryState
) -> None:
    buttons = record(qtbot, window, people[0], situation).page.moving.buttons
    shown = {state for state, button in buttons.items() if button.isVisible()}
    assert {state for state in shown if buttons[state].property("role") == "filled"} == {first}
    tap(buttons[RecoveryState.CONTACTED])
    qtbot.waitUntil(lambda: not buttons[RecoveryState.CONTACTED].isVisible())
    assert buttons[RecoveryState.RESOLVED].property("role") == "filled"


def test_two_quick_taps_are_one_complaint(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = opened(window, people[0])
    for _ in range(2):
        tap(sheet.situations.buttons[Situation.PRICE])
    qtbot.waitUntil(sheet.page.isVisible)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert len(desk.recoveries.of(people[0])) == 1


def test_undo_takes_it_back_and_asks_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window, people[0], Situation.UNWELL)
    wait_for_notice(qtbot, window, "The manager is told.")
    assert desk.manager_calls.waiting(desk.now())
    window.notices.undo()
    wait_for_notice(qtbot, window, "Taken back.")
    assert desk.recoveries.of(people[0]) == ()
    assert not desk.manager_calls.waiting(desk.now())
    assert sheet.situations.isVisible()


def test_a_step_is_ticked_when_that_is_saved(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window, people[0])
    row = sheet.page.rows[0]
    tap(row)
    assert not row.isChecked()
    qtbot.waitUntil(row.isChecked)
    assert desk.recoveries.story(only(desk, people[0]).id).done == {1}
    tap(row)
    qtbot.waitUntil(lambda: not row.isChecked())


def test_goodwill_is_one_tap_within_the_limit_and_the_manager_is_the_way_on(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    desk.submit(desk.limits.save, desk.act(), Limits(goodwill=1)).result()
    desk.staff_id = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    window.calls.refresh()
    sheet = record(qtbot, window, people[0])
    row = sheet.page.goodwill
    presses = count()
    window.lent.taps.pressed_at = lambda: ("pressed", float(next(presses)))
    assert row.button.text() == "Give 1 stamp"
    assert row.left.text() == "1 stamp left for thank-yous today."
    tap(row.button)
    wait_for_notice(qtbot, window, "1 stamp for Somsak, to make it good")
    qtbot.waitUntil(lambda: row.left.text().startswith("1 stamp was given for this complaint."))
    tap(row.button)
    qtbot.waitUntil(row.refusal.isVisible)
    assert row.refusal.text() == "The limit is 1 stamp a day as a thank-you. The manager can give more."
    tap(sheet.page.call_button)
    wait_for_notice(qtbot, window, "The manager is told")
    assert sheet.page.call_button.text() == "The manager is told"
    qtbot.waitUntil(window.calls.isVisible)


def test_undo_of_goodwill_is_seen_on_the_page(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], cashier: int
) -> None:
    sheet = record(qtbot, window, people[0])
    tap(sheet.page.goodwill.button)
    wait_for_notice(qtbot, window, "to make it good")
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.recoveries.story(only(desk, people[0]).id).given == 0)
    qtbot.waitUntil(lambda: "given" not in sheet.page.goodwill.left.text())


def test_it_ends_with_the_customers_word(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window, people[0])
    moves = sheet.page.moving.buttons
    assert not moves[RecoveryState.CONFIRMED].isVisible()
    for to in (RecoveryState.CONTACTED, RecoveryState.RESOLVED, RecoveryState.CONFIRMED):
        qtbot.waitUntil(moves[to].isVisible)
        tap(moves[to])
        qtbot.waitUntil(lambda to=to: only(desk, people[0]).state is to)
    wait_for_notice(qtbot, window, "Right again, as they say")
    window.notices.undo()
    qtbot.waitUntil(lambda: only(desk, people[0]).state is RecoveryState.RESOLVED)
    qtbot.waitUntil(moves[RecoveryState.OPEN].isVisible)
    tap(moves[RecoveryState.OPEN])
    qtbot.waitUntil(lambda: only(desk, people[0]).state is RecoveryState.OPEN)


def test_what_is_typed_is_kept_however_the_page_is_left(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window, people[0])
    fields = sheet.page.fields
    fields.what.setFocus()
    QTest.keyClicks(fields.what, "Half an hour", delay=60)
    tap(sheet.page.rows[1])  # something else is saved meanwhile: what is typed stays
    qtbot.waitUntil(sheet.page.rows[1].isChecked)
    assert fields.what.text() == "Half an hour"
    QTest.keyClick(fields.what, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: only(desk, people[0]).what == "Half an hour")
    wait_for_notice(qtbot, window, "Noted.")
    window.notices.undo()
    qtbot.waitUntil(lambda: only(desk, people[0]).what == "")


def test_where_and_whose(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], cashier: int
) -> None:
    fields = record(qtbot, window, people[0]).page.fields
    tap(fields.points.chip(ContactPoint.QUEUE))
    qtbot.waitUntil(lambda: only(desk, people[0]).contact_point is ContactPoint.QUEUE)
    assert fields.owner.currentText() == "La"
    fields.owner.setCurrentIndex(0)
    fields.owner.activated.emit(0)
    qtbot.waitUntil(lambda: only(desk, people[0]).owner_name != "La")
    qtbot.waitUntil(lambda: not window.bridge.busy)  # the notice is that of this act by then
    window.notices.undo()
    qtbot.waitUntil(lambda: fields.owner.currentText() == "La")


def test_it_was_something_else(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window, people[0])
    tap(sheet.page.other_button)
    assert sheet.situations.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)  # leads back, not out
    assert sheet.page.isVisible()
    tap(sheet.page.other_button)
    tap(sheet.situations.buttons[Situation.NOT_CLEAN])
    qtbot.waitUntil(sheet.page.isVisible)
    assert only(desk, people[0]).situation == "NOT_CLEAN"
    assert sheet.page.heading.full_text() == "Not clean: Somsak"


def test_a_stranger_gets_a_name_and_later_a_face(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window)
    assert sheet.page.heading.full_text() == "Waited too long"
    assert not sheet.page.goodwill.button.isVisible()
    fields = sheet.page.fields
    fields.who.setFocus()
    QTest.keyClicks(fields.who, "Red scarf", delay=60)
    QTest.keyClick(fields.who, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.who for each in desk.recoveries.of_strangers()] == ["Red scarf"])
    tap(window.sheets.back)
    again = opened(window)
    assert again.situations.rows[0].when.startswith("Red scarf")
    assert again.situations.rows[0].button is not None
    tap(again.situations.rows[0].button)
    tap(again.page.fields.face_button)
    QTest.keyClicks(again.picker.search, "Somsak", delay=60)
    QTest.keyClick(again.picker.search, Qt.Key.Key_Return)
    qtbot.waitUntil(again.page.isVisible)
    assert only(desk, people[0]).customer_name == "Somsak"
    wait_for_notice(qtbot, window, "It is a complaint of Somsak now.")
    assert not again.page.fields.face_button.isVisible()


def test_what_another_window_did_is_shown(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window, people[0])
    told = only(desk, people[0])
    window.bridge.submit(desk.recoveries.move, desk.act(), told.id, RecoveryState.RESOLVED)
    qtbot.waitUntil(sheet.page.moving.buttons[RecoveryState.CONFIRMED].isVisible)
    assert sheet.page.below.full_text().startswith("Put right: do they say so too?")


def test_a_customer_hears_it_in_their_language_and_the_cashier_reads_theirs(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    anong = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Anong", language="th")).result()
    sheet = record(qtbot, window, anong.customer.id)
    english, thai = sheet.page.rows[0].text(), sheet.page.rows[0].step.said
    assert thai == texts_for("th").gettext(english) != english
    LANGUAGE.speak("lo")
    assert sheet.page.rows[0].text() == texts_for("lo").gettext(english) != english
    assert sheet.page.rows[0].step.said == thai
    assert sheet.page.heading.full_text() != "Waited too long: Anong"


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu, drawn into memory
@pytest.mark.parametrize("language", ["en", "lo"])
def test_it_is_two_taps_from_the_greeting(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], language: str
) -> None:
    LANGUAGE.speak(language)
    window.attending.choose(people[0])
    QApplication.processEvents()
    tap(window.greeting.acts.care)
    menu = window.greeting.acts.care.findChild(QMenu)
    assert menu is not None
    assert menu.actions()[0].text().startswith("&1")
    QTest.keyClick(menu, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: isinstance(window.sheets.sheet, ComplaintSheet))
    sheet = window.sheets.sheet
    assert isinstance(sheet, ComplaintSheet)
    assert len(sheet.situations.buttons) == len(Situation)


def test_the_keyboard_stays_while_others_go_on(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = opened(window, people[0])
    sheet.situations.buttons[Situation.LOST].setFocus()
    window.bridge.submit(desk.recoveries.record, desk.act(), Situation.PRICE, people[0])
    qtbot.waitUntil(lambda: len(sheet.situations.rows) == 1)
    assert window.focusWidget() is sheet.situations.buttons[Situation.LOST]


def test_by_keys_alone_from_situation_to_the_customers_word(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = opened(window, people[0])
    assert QApplication.focusWidget() is sheet.situations.buttons[Situation.WRONG_ORDER]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(sheet.page.isVisible)
    assert QApplication.focusWidget() is sheet.page.rows[0]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(sheet.page.rows[0].isChecked)
    for to in (RecoveryState.RESOLVED, RecoveryState.CONFIRMED):
        button = sheet.page.moving.buttons[to]
        qtbot.waitUntil(button.isVisible)
        steps = 0
        while QApplication.focusWidget() is not button and steps < 40:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            steps += 1
        assert steps < 40
        QTest.keyClick(button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda to=to: only(desk, people[0]).state is to)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert window.sheets.sheet is None


def test_a_word_to_them_is_a_tap_away_and_takes_along_what_was_typed(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window, people[0])
    sheet.page.fields.what.setFocus()
    QTest.keyClicks(sheet.page.fields.what, "Cold", delay=60)
    tap(sheet.page.message_button)
    assert isinstance(window.sheets.sheet, MessageSheet)
    qtbot.waitUntil(lambda: only(desk, people[0]).what == "Cold")


def test_undo_while_the_disk_is_slow_takes_back_what_the_page_gave(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    """The paid stamps were said last: they must not go in place of the gift that is on its way."""
    sheet = record(qtbot, window, people[0])
    window.attending.choose(people[0])
    window.attending.add_stamps(2)
    wait_for_notice(qtbot, window, "2 stamps")
    sheet = opened(window, people[0], only(desk, people[0]).id)
    qtbot.waitUntil(sheet.page.goodwill.button.isVisible)
    held, disk = threading.Event(), threading.Event()
    desk.store.submit(lambda: held.set() or disk.wait(10))
    assert held.wait(10)
    tap(sheet.page.goodwill.button)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F9)
    disk.set()
    wait_for_notice(qtbot, window, "Taken back")
    assert desk.loyalty.cards(people[0], desk.now())[0].balance == 2
    assert desk.recoveries.story(only(desk, people[0]).id).given == 0


def test_a_switch_that_bounces_gives_once(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window, people[0])
    qtbot.waitUntil(lambda: not window.bridge.busy)
    window.lent.taps.pressed_at = lambda: ("pressed", 1.0)
    for _ in range(2):
        tap(sheet.page.goodwill.button)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert desk.recoveries.story(only(desk, people[0]).id).given == 1


def test_it_closes_when_they_are_taken_off_the_list_meanwhile(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    opened(window, people[0])
    window.bridge.submit(desk.leaving.leave, desk.act(), people[0])
    qtbot.waitUntil(lambda: window.sheets.sheet is None)


def test_a_complaint_stays_open_and_is_put_right_though_they_leave(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = record(qtbot, window, people[0])
    window.bridge.submit(desk.leaving.leave, desk.act(), people[0])
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert window.sheets.sheet is sheet
    assert sheet.page.isVisible()
