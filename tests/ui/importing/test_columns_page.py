"""A table whose columns nobody knows is told, and comes in."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from frontdesk.domain.importing.imports import Column
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.importing.import_sheet import ImportSheet


def test_somebody_says_what_the_columns_hold(qtbot: QtBot, window: CounterWindow, tmp_path: Path) -> None:
    table = tmp_path / "kunden.csv"
    table.write_text("Kunde;Nummer\nBounmy;020 5555 9999\n", encoding="utf-8")
    sheet = window.open_sheet(SheetName.IMPORT, path=table)
    assert isinstance(sheet, ImportSheet)
    qtbot.waitUntil(lambda: sheet._pages.currentWidget() is sheet.columns)
    sheet.columns.choices["Kunde"].choose(Column.NAME.value)
    sheet.columns.choices["Nummer"].choose(Column.PHONE.value)
    sheet.columns.use_button.click()
    qtbot.waitUntil(lambda: sheet._pages.currentWidget() is sheet.preview)
    assert sheet.preview.shown is not None
    assert [row.name for row in sheet.preview.shown.rows] == ["Bounmy"]
    sheet.preview.columns_button.click()
    qtbot.waitUntil(lambda: sheet._pages.currentWidget() is sheet.columns)
    assert sheet.columns.choices["Nummer"].value() == Column.PHONE.value
