"""The day-close slip comes out as a PDF or at the printer, and it is said where it is."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.printing.day_close_slip import DayCloseSlipPrint
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.prints.printer import Fate, Job, Printers
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.settings.slip_part import SlipPart


@pytest.fixture
def part(window: CounterWindow) -> SlipPart:
    sheet = window.open_sheet(SheetName.SETTINGS, part="data")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.data.slip_part


def test_the_slip_is_saved_as_a_pdf(
    qtbot: QtBot, window: CounterWindow, part: SlipPart, tmp_path: Path
) -> None:
    file = tmp_path / "slip.pdf"
    part._ask_path = lambda *asked: file
    part.save_button.click()
    qtbot.waitUntil(lambda: "The slip is in slip.pdf" in window.notices.text())
    assert file.read_bytes().startswith(b"%PDF")
    assert part.save_button.isEnabled()


def test_nothing_is_written_without_a_place(part: SlipPart) -> None:
    part._ask_path = lambda *asked: None
    part.save_button.click()
    assert part.save_button.isEnabled()


def test_the_slip_goes_to_the_printer_where_there_is_one(
    qtbot: QtBot, window: CounterWindow, part: SlipPart
) -> None:
    printed: list[tuple[str, Job]] = []

    def print_to(name: str, job: Job, **kwargs: object) -> Fate:
        printed.append((name, job))
        return Fate.DONE

    qtbot.waitUntil(lambda: not window.bridge.busy)
    part.set_printers(Printers())
    assert not part.print_button.isVisible()
    part.set_printers(Printers(("till",), "till"))
    assert part.print_button.isVisible()
    part._print_to = print_to
    part.print_button.click()
    qtbot.waitUntil(lambda: "The slip is at the printer." in window.notices.text())
    ((name, job),) = printed
    assert name == "till"
    assert isinstance(job.prints[0], DayCloseSlipPrint)


def test_a_slip_that_does_not_come_out_is_said(
    qtbot: QtBot, window: CounterWindow, part: SlipPart, tmp_path: Path
) -> None:
    part._ask_path = lambda *asked: tmp_path / "missing" / "slip.pdf"
    part.save_button.click()
    qtbot.waitUntil(lambda: "did not come out" in window.notices.text())
    assert part.save_button.isEnabled()
