"""Who slips away: chosen, called, asked and let be by one tap each, also by keys alone, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.days import DAY
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.responses import WayBack
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.absences import AwayReason, Fine, Missed, StepKind
from frontdesk.ui.counter.care_menu import CARE_LINES
from frontdesk.ui.counter.menu import CARE_PAGES
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.slipping.slipping_sheet import SlippingSheet
from tests.conftest import FakeClock
from tests.services.feedback.feedback_acts import draft, issue

Opened = Callable[..., SlippingSheet]


def comes(desk: FrontDesk, customer_id: int, every: int, silent: int) -> None:
    for time in range(8, 0, -1):
        act = desk.act(desk.now() - (silent + (time - 1) * every) * DAY)
        desk.submit(desk.loyalty.add_stamps, act, customer_id).result()


@pytest.fixture
def missed(desk: FrontDesk, people: list[int]) -> dict[str, int]:
    """Somsak and Anna are quiet, Maria is as good as lost; Giorgi is no regular."""
    somsak, maria, anna, _ = people
    comes(desk, somsak, every=2, silent=40)
    comes(desk, maria, every=3, silent=160)
    comes(desk, anna, every=5, silent=50)
    return {"Somsak": somsak, "Maria": maria, "Anna": anna}


@pytest.fixture
def opened(qtbot: QtBot, window: CounterWindow, missed: dict[str, int]) -> Opened:
    def open_it(customer_id: int = 0) -> SlippingSheet:
        sheet = window.open_sheet(SheetName.SLIPPING, customer_id=customer_id)
        assert isinstance(sheet, SlippingSheet)
        settle(qtbot, window)
        return sheet

    return open_it


def settle(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.waitUntil(lambda: not window.bridge.busy)


def standing(desk: FrontDesk, customer_id: int) -> Missed:
    found = desk.slipping.one(customer_id, desk.now())
    assert found is not None
    return found


def named(sheet: SlippingSheet) -> list[str]:
    return [row.text() for row in sheet.list.rows.values()]


def test_both_menus_lead_here() -> None:
    assert SheetName.SLIPPING in {line.sheet for line in CARE_PAGES}
    assert SheetName.SLIPPING in {line.sheet for line in CARE_LINES}


def test_the_list_says_who_is_missed_and_how_long(opened: Opened) -> None:
    sheet = opened()
    assert named(sheet) == ["Somsak", "<b>Anna</b> & Co", "Maria Oliveira"]
    somsak = next(iter(sheet.list.rows.values()))
    assert somsak.below() == "Comes every 2 days, silent for 40 days."
    assert somsak.isChecked()
    panel = sheet.panel
    assert panel.phone.text() == "020 5551 4867"
    assert panel.script.text().startswith("Hello Somsak, this is Café Mekong.")
    assert "Quiet, not lost" in panel.facts.text()
    assert "Came about 15 times a month." in panel.facts.text()
    assert "Nobody has been in touch" in panel.facts.text()


def test_what_to_say_is_in_their_language_and_beneath_it_in_the_cashiers(
    desk: FrontDesk, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    draft = replace(desk.customers.draft(missed["Somsak"]), language="lo", greet_by_name=False)
    desk.submit(desk.customers.edit, desk.act(), missed["Somsak"], draft).result()
    panel = opened().panel
    assert panel.script.text().startswith("ສະ")
    assert panel.meaning.text().startswith("Hello, this is Café Mekong.")
    assert "Somsak" not in panel.script.text()


def test_a_call_is_noted_by_one_tap_with_what_was_typed_and_taken_back(
    desk: FrontDesk, window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    sheet = opened()
    qtbot.keyClicks(sheet.panel.note, "Was ill, comes on Friday")
    qtbot.mouseClick(sheet.panel.acts["called"], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    steps = standing(desk, missed["Somsak"]).steps
    assert [(step.kind, step.note) for step in steps] == [(StepKind.CALLED, "Was ill, comes on Friday")]
    assert sheet.panel.note.text() == ""
    assert "Was ill, comes on Friday" in sheet.panel.done.text()
    assert "Last in touch with them: just now." in sheet.panel.facts.text()
    window.notices.undo()
    settle(qtbot, window)
    assert standing(desk, missed["Somsak"]).steps == ()
    assert sheet.panel.done.text() == ""


def test_a_reason_is_one_tap(
    desk: FrontDesk, window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    sheet = opened(missed["Anna"])
    qtbot.mouseClick(sheet.panel.reasons[AwayReason.PRICE], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert standing(desk, missed["Anna"]).reason is AwayReason.PRICE
    assert "Too expensive" in sheet.panel.done.text()


def test_who_is_unhappy_gets_a_complaint_opened(
    window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    sheet = opened(missed["Anna"])
    qtbot.mouseClick(sheet.panel.reasons[AwayReason.UNHAPPY], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.sheets.sheet is not None
    assert type(window.sheets.sheet).__name__ == "ComplaintSheet"


def test_a_false_alarm_is_let_be_by_one_tap_and_the_next_is_shown(
    desk: FrontDesk, window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    sheet = opened()
    qtbot.mouseClick(sheet.panel.fines.chips[Fine.A_WEEK], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    fine = standing(desk, missed["Somsak"]).fine
    assert fine is not None
    assert fine.until == date(2026, 11, 26)
    assert named(sheet) == ["<b>Anna</b> & Co", "Maria Oliveira", "Somsak"]
    assert "all is well until 26 November 2026" in sheet.panel.done.text()


def test_on_holiday_till_june_is_a_choice_of_one_list(
    desk: FrontDesk, window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    sheet = opened()
    until = sheet.panel.fines.until
    place = until.findData("2027-06-01")
    assert until.itemText(place) == "Until 1 June 2027"
    until.setCurrentIndex(place)
    until.activated.emit(place)
    settle(qtbot, window)
    fine = standing(desk, missed["Somsak"]).fine
    assert fine is not None
    assert fine.until == date(2027, 6, 1)
    assert until.value() == ""


def test_a_call_in_a_week_is_a_follow_up(
    desk: FrontDesk, window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    sheet = opened()
    qtbot.mouseClick(sheet.panel.acts["call_again"], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert [each.due for each in desk.follow_ups.of(missed["Somsak"])] == [date(2026, 11, 26)]
    window.notices.undo()
    settle(qtbot, window)
    assert not desk.follow_ups.due(desk.now() + 8 * DAY)


def test_a_word_and_the_greeting_are_a_tap_away(
    window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    qtbot.mouseClick(opened().panel.acts["written"], Qt.MouseButton.LeftButton)
    assert type(window.sheets.sheet).__name__ == "MessageSheet"
    qtbot.mouseClick(opened(missed["Maria"]).panel.acts["greeted"], Qt.MouseButton.LeftButton)
    assert window.sheets.sheet is None
    assert window.attending.customer_id == missed["Maria"]


def test_it_is_worked_by_keys_alone(
    desk: FrontDesk, window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    sheet = opened()
    assert sheet.list.rows[missed["Somsak"]].hasFocus()
    qtbot.keyClick(sheet.list.rows[missed["Somsak"]], Qt.Key.Key_Down)
    assert sheet.customer_id == missed["Anna"]
    assert sheet.panel.name.text() == "<b>Anna</b> & Co"
    for _ in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert sheet.panel.acts["called"].hasFocus()
    qtbot.keyClick(sheet.panel.acts["called"], Qt.Key.Key_Space)
    settle(qtbot, window)
    assert [step.kind for step in standing(desk, missed["Anna"]).steps] == [StepKind.CALLED]
    assert sheet.panel.acts["called"].hasFocus()
    qtbot.keyClick(sheet.panel.acts["called"], Qt.Key.Key_Escape)
    assert window.sheets.sheet is None


def test_who_comes_in_meanwhile_leaves_the_list(
    desk: FrontDesk, window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    sheet = opened()
    window.bridge.submit(desk.loyalty.add_stamps, desk.act(), missed["Somsak"])
    settle(qtbot, window)
    assert named(sheet) == ["<b>Anna</b> & Co", "Maria Oliveira"]
    assert sheet.panel.name.text() == "<b>Anna</b> & Co"


def test_whoever_is_back_can_be_asked_why(
    desk: FrontDesk, window: CounterWindow, opened: Opened, missed: dict[str, int], qtbot: QtBot
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), missed["Somsak"]).result()
    panel = opened(missed["Somsak"]).panel
    assert panel.silence.text() == "Somsak is not missed now."
    assert not panel.acts["called"].isVisible()
    assert not panel.fines.isVisible()
    qtbot.mouseClick(panel.reasons[AwayReason.HOURS], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    line = next(each for each in desk.greetings.open(missed["Somsak"], desk.now()).lines if each.absence)
    assert line.absence is not None
    assert line.absence.reason is AwayReason.HOURS


def test_where_nobody_is_missed_it_says_so(
    window: CounterWindow, people: list[int], qtbot: QtBot, clock: FakeClock
) -> None:
    sheet = window.open_sheet(SheetName.SLIPPING)
    assert isinstance(sheet, SlippingSheet)
    settle(qtbot, window)
    assert sheet.says.isVisible()
    assert sheet.says.text().startswith("Nobody is missed")
    assert not sheet.panel.isVisible()


def test_the_sheet_speaks_lao_at_once(opened: Opened) -> None:
    sheet = opened()
    english = sheet.panel.facts.text()
    LANGUAGE.speak("lo")
    assert sheet.panel.facts.text() != english
    assert next(iter(sheet.list.rows.values())).below() != "Comes every 2 days, silent for 40 days."


def test_each_day_begins_with_seeing_who_slips_away(
    desk: FrontDesk, window: CounterWindow, missed: dict[str, int], qtbot: QtBot, clock: FakeClock
) -> None:
    assert desk.slipping.today_items(desk.now()) == ()
    window.housekeeping.sweep_daily()
    settle(qtbot, window)
    assert {each.customer_id for each in desk.slipping.today_items(desk.now())} == {
        missed["Somsak"],
        missed["Anna"],
    }
    clock.forward(days=1)
    window.housekeeping.tick()
    settle(qtbot, window)
    assert {each.number for each in desk.slipping.today_items(desk.now())} == {41, 51}


def test_whoever_is_spoken_of_is_in_sight_also_after_an_act_moved_them(
    qtbot: QtBot,
    desk: FrontDesk,
    window: CounterWindow,
    opened: Opened,
    missed: dict[str, int],
    people: list[int],
) -> None:
    for days in range(70, 0, -1):  # the shop is open
        desk.submit(desk.loyalty.add_stamps, desk.act(desk.now() - days * DAY), people[3]).result()
    for place in range(14):
        more = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(f"Quiet {place}")).result()
        comes(desk, more.customer.id, every=4, silent=40 + place)
    sheet = opened(missed["Somsak"])
    qtbot.mouseClick(sheet.panel.fines.chips[Fine.A_MONTH], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    row = sheet.list.rows[missed["Somsak"]]
    qtbot.waitUntil(lambda: row.isChecked() and not row.visibleRegion().isEmpty())


def test_who_had_said_that_it_was_fine_is_a_list_of_its_own(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, missed: dict[str, int], opened: Opened
) -> None:
    for name, mood in (("Maria", Mood.GOOD), ("Anna", Mood.BAD)):
        card, act = issue(desk, missed[name]), desk.act(desk.now() - 60 * DAY)
        answer = draft(mood, liked="the tea")
        desk.submit(desk.responses.take, act, card.id, answer, WayBack.PAPER).result()
    sheet = opened()
    assert sheet.said_fine.text() == "Said fine, then stopped (1)"
    sheet.said_fine.click()
    assert named(sheet) == ["Maria Oliveira"]
    assert sheet.panel.said.text() == ("Last answer, 20 September: Good (the tea)\nLast visit: 12 June 2026.")
    desk.submit(desk.leaving.leave, desk.act(), missed["Maria"]).result()
    sheet.refresh()
    settle(qtbot, window)
    assert named(sheet) == ["Maria Oliveira"]
    assert not sheet.panel.isVisible()
    assert sheet.says.text().startswith("Maria Oliveira\nleft just now\nLast answer")
    sheet.said_fine.click()
    assert named(sheet) == ["Somsak", "<b>Anna</b> & Co"]
