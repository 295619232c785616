"""The books and the end of each day on their page: checked, held against a slip, closed, and said if not."""

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.finding.scans import Scan
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.ledger_check_sheet import LedgerCheckSheet
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from tests.conftest import FakeClock


def opened(qtbot: QtBot, window: CounterWindow) -> LedgerCheckSheet:
    sheet = window.open_sheet(SheetName.LEDGER_CHECK)
    assert isinstance(sheet, LedgerCheckSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def test_the_books_are_checked_and_a_slip_is_held_against_them(
    qtbot: QtBot, window: CounterWindow, people: list[int], desk: FrontDesk
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 2).result()
    sheet = opened(qtbot, window)
    assert "Nobody has had the books checked" in sheet.books.last_words.text()
    sheet.books.check_button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert sheet.books.good.text() == "All 1 entry is as it was written."
    assert "by Noy" in sheet.books.last_words.text()
    anchor = sheet.books.anchor.text()
    assert anchor.startswith("1:")
    window.on_scan(Scan(anchor.upper()))
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert sheet.slips.good.text() == f"{anchor} fits: up to there the ledger is what it was then."
    sheet.slips.line.setText(f"9{anchor}")
    sheet.slips.button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert "has fewer entries now" in sheet.slips.bad.text()
    sheet.slips.line.setText("1234")
    sheet.slips.button.click()
    assert "no number of a slip" in sheet.slips.field.fault


def test_each_fault_is_named_with_what_it_means(
    qtbot: QtBot, window: CounterWindow, people: list[int], desk: FrontDesk
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 2).result()
    desk.store.submit(lambda: list(desk.store.write().run("UPDATE card SET balance = 9"))).result()
    sheet = opened(qtbot, window)
    sheet.books.check_button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert sheet.books.bad.text() == "1 thing in the books is not as it was written."
    words = [sheet.books._lines.itemAt(at).widget().text() for at in range(sheet.books._lines.count())]
    assert words[0] == "The balance of card 1 is not the sum of its entries."
    assert words[1].startswith("A figure that customers see is not what their entries add up to.")


def test_a_day_is_closed_by_its_slip_and_one_that_was_not_is_said(
    qtbot: QtBot, window: CounterWindow, people: list[int], desk: FrontDesk, clock: FakeClock, tmp_path: Path
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 2).result()
    clock.forward(days=1)
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0]).result()
    sheet = opened(qtbot, window)
    assert sheet.days.left_open.text() == ""
    yesterday = desk.today() - timedelta(days=1)
    sheet.days.slip._ask_path = lambda *asked: tmp_path / "slip.pdf"
    sheet.days.slip.save_button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy and "19 November" in sheet.days.left_open.text())
    assert sheet.days.words.text().startswith("20 November 2026. Closed with its slip")
    sheet.days.chips[yesterday].click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert sheet.days.words.text().startswith("19 November 2026. This day was not closed")
    sheet.days.slip.save_button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy and not sheet.days.left_open.text())
    assert desk.day_close.book(desk.act()).days[1].closed is not None


def test_what_is_unusual_is_a_tap_away(qtbot: QtBot, window: CounterWindow) -> None:
    opened(qtbot, window).unusual_button.click()
    assert isinstance(window.sheets.sheet, SettingsSheet)


def test_a_cashier_sees_nothing_of_it(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    noi = desk.submit(desk.staffing.add_staff, desk.act(), "Noi", Role.CASHIER).result()
    desk.take_over(noi.id).result()
    sheet = opened(qtbot, window)
    assert sheet.sorry.text()
    assert not sheet.books.isVisible()
