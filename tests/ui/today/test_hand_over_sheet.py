"""The hand-over is two taps from the counter, and as easily a file as paper."""

from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.today.hand_over_sheet import HandOverSheet


@pytest.fixture
def sheet(window: CounterWindow, qtbot: QtBot, tmp_path: Path) -> HandOverSheet:
    made = HandOverSheet(window.lent, ask_path=lambda *asked: tmp_path / "hand-over.pdf")
    window.sheets.show_sheet(made)
    qtbot.waitUntil(lambda: made.panel.save_button.isEnabled())
    return made


def words_on(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].get_textpage()
        said: str = page.get_text_bounded()
        page.close()
    return said


def test_it_is_saved_with_the_word_to_the_next_shift(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    tmp_path: Path,
    sheet: HandOverSheet,
) -> None:
    add = desk.follow_ups.add
    desk.submit(add, desk.act(), people[1], FollowUpKind.CALL, desk.today(), "the cake").result()
    sheet.note.setText("the milk comes at eight")
    sheet.panel.save_button.click()
    path = tmp_path / "hand-over.pdf"
    qtbot.waitUntil(lambda: path.exists() and not sheet.panel.busy)
    said = words_on(path)
    assert "the milk comes at eight" in said
    assert "Call: the cake" in said


def test_a_word_that_is_too_long_is_said_and_nothing_is_printed(
    qtbot: QtBot, tmp_path: Path, sheet: HandOverSheet
) -> None:
    sheet.note.setText("x" * 250)
    assert sheet.page() is None
    sheet.panel.save_button.click()
    assert sheet._field.fault
    assert not sheet.panel.busy
    assert not (tmp_path / "hand-over.pdf").exists()
    sheet.note.setText("short")
    assert sheet.page() is not None
    assert not sheet._field.fault
