"""What is unusual is read beside the window and shown as rows; a tap opens the customer's record."""

import threading
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.trust.outliers.facts import Finding, FindingKind, OutlierReport, Severity
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.people.edit_sheet import EditSheet
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.settings.unusual_panel import UnusualPanel
from tests.services.team.pin_acts import with_pins

FIRST, LAST = date(2026, 11, 13), date(2026, 11, 19)


def finding(kind: FindingKind, customers: tuple[int, ...]) -> Finding:
    return Finding(kind, Severity.PLAIN, 1, customers, 9, 1.5, 10, 7, FIRST, (1,), (b"",))


def report_of(*findings: Finding) -> OutlierReport:
    return OutlierReport(True, FIRST, LAST, known_days=90, needed_days=28, findings=findings)


def panel_of(window: CounterWindow) -> UnusualPanel:
    sheet = window.open_sheet(SheetName.SETTINGS, part="unusual")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.unusual


def test_a_young_shop_is_told_that_it_is_too_early(qtbot: QtBot, window: CounterWindow) -> None:
    panel = panel_of(window)
    qtbot.waitUntil(lambda: "Not enough yet" in panel.text())
    assert "day-close slip" in panel.text()
    assert panel.rows() == []


def test_nothing_unusual_is_said_as_such(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.outliers, "report", lambda act: report_of())
    panel = panel_of(window)
    qtbot.waitUntil(lambda: panel.text() == "Nothing unusual in the last 7 days.")


def test_the_ledger_is_not_read_on_the_windows_thread(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[int] = []

    def report(act: Act) -> OutlierReport:
        readers.append(threading.get_ident())
        return report_of()

    monkeypatch.setattr(desk.outliers, "report", report)
    panel = panel_of(window)
    qtbot.waitUntil(lambda: "Nothing unusual" in panel.text())
    panel.look_button.click()
    qtbot.waitUntil(lambda: len(readers) == 2 and not window.bridge.busy)
    assert threading.get_ident() not in readers


def test_a_tap_on_a_finding_opens_the_customers_record(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (finding(FindingKind.BUSY_CARD, (people[1],)), finding(FindingKind.GOODWILL, ()))
    monkeypatch.setattr(desk.outliers, "report", lambda act: report_of(*found))
    panel = panel_of(window)
    qtbot.waitUntil(lambda: len(panel.rows()) == 2)
    card, goodwill = panel.rows()
    assert "Maria Oliveira" in card.seen
    assert "Noy" in goodwill.seen
    assert not goodwill.isEnabled()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    sheet = window.sheets.sheet
    assert isinstance(sheet, EditSheet)
    assert sheet.customer.id == people[1]
    assert sheet.record.isVisible()


def test_a_cashier_sees_nobody_under_suspicion_and_hears_of_the_pin(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = report_of(finding(FindingKind.BUSY_CARD, (people[1],)))
    with monkeypatch.context() as seen:
        seen.setattr(desk.outliers, "report", lambda act: found)
        panel = panel_of(window)
        qtbot.waitUntil(lambda: len(panel.rows()) == 1)
    with_pins(desk)  # whoever is at the till has not given theirs
    panel.look_button.click()
    qtbot.waitUntil(lambda: "PIN" in panel.text())
    assert panel.rows() == []
    assert window.notices.remedy_button.text() == "Enter the PIN"
