"""Stamps in the preview of an import: whose, how many, and what they would cost at once."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.importing.import_sheet import ImportSheet
from frontdesk.ui.importing.preview_page import PreviewPage
from frontdesk.ui.importing.preview_table import FATE, NAME, STAMPS
from frontdesk.ui.language import LANGUAGE


def preview_of(qtbot: QtBot, window: CounterWindow, path: Path, *rows: str) -> PreviewPage:
    path.write_text("\n".join(("Name,Phone,Stamps", *rows)), encoding="utf-8")
    sheet = window.open_sheet(SheetName.IMPORT, path=path)
    assert isinstance(sheet, ImportSheet)
    qtbot.waitUntil(lambda: sheet._reading is None)
    return sheet.preview


def cells(page: PreviewPage, column: int) -> list[str]:
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def test_each_row_shows_the_stamps_that_come_in(qtbot: QtBot, window: CounterWindow, tmp_path: Path) -> None:
    rows = ("Noy,020 7771234,3", "La,020 7771235,", ",020 7771236,4", "Kham,020 7771237,two")
    page = preview_of(qtbot, window, tmp_path / "list.csv", *rows)
    assert cells(page, NAME) == ["020 7771236", "Noy", "La", "Kham"]
    assert cells(page, STAMPS) == ["", "3", "", ""]
    assert cells(page, FATE)[-1] == "New. Stamps: “two” could not be read and is left out."
    assert not page.ready.isVisible()


def test_several_full_cards_are_said_before_they_come_in(
    qtbot: QtBot, window: CounterWindow, tmp_path: Path
) -> None:
    rows = ("Noy,020 7771234,10", "La,020 7771235,9", "Kham,020 7771236,23")
    page = preview_of(qtbot, window, tmp_path / "list.csv", *rows)
    assert page.ready.isVisible()
    assert page.ready.text() == "2 customers bring 33 stamps: 6 rewards ready at once."
    LANGUAGE.speak("lo")
    assert "33" in page.ready.text()
    assert "rewards" not in page.ready.text()


@pytest.mark.parametrize("stamps", ["9", "5", ""])
def test_one_full_card_is_a_reward_as_on_any_day(
    qtbot: QtBot, window: CounterWindow, tmp_path: Path, stamps: str
) -> None:
    page = preview_of(qtbot, window, tmp_path / "list.csv", f"Noy,020 7771234,{stamps}")
    assert not page.ready.isVisible()
