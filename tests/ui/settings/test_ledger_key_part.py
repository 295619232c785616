"""The key in the settings: where it is is said, the sheet comes out, and the reminder goes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.trust.recovery_code import read_recovery_code
from frontdesk.printing.session import ensure_gui
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.prints.printer import Fate, Job, Printers
from frontdesk.ui.settings.ledger_key_part import LedgerKeyPart
from frontdesk.ui.settings.settings_sheet import SettingsSheet

Open = Callable[..., LedgerKeyPart]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    ensure_gui()


@pytest.fixture
def opened(qtbot: QtBot, window: CounterWindow) -> Open:
    """Return a function that opens the settings at the data, with these ways out for the sheet."""

    def open_settings(**ways_out: Any) -> LedgerKeyPart:
        sheet = window.open_sheet(SheetName.SETTINGS)
        assert isinstance(sheet, SettingsSheet)
        sheet.show_part("data")
        (part,) = sheet.findChildren(LedgerKeyPart)
        qtbot.waitUntil(lambda: not window.bridge.busy)
        for name, way_out in ways_out.items():
            setattr(part, f"_{name}", way_out)
        return part

    return open_settings


def test_the_data_panel_says_where_the_key_is_and_that_no_sheet_was_printed(
    desk: FrontDesk, opened: Open
) -> None:
    part = opened()
    assert str(desk.paths.chain_key) in part.place.text()
    assert part.reminder.isVisible()


def test_a_saved_sheet_holds_the_key_and_ends_the_reminder(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, opened: Open, tmp_path: Path
) -> None:
    pdf = tmp_path / "sheet.pdf"
    part = opened(ask_path=lambda *_: pdf)
    assert part.reminder.isVisible()
    part.save_button.click()
    assert not part.save_button.isEnabled()
    qtbot.waitUntil(part.reminder.isHidden)
    assert part.save_button.isEnabled()
    with pypdfium2.PdfDocument(pdf) as document:
        (found,) = zxingcpp.read_barcodes(document[0].render(scale=2).to_pil())
    assert read_recovery_code(found.text) == desk.paths.chain_key.read_bytes()


def test_a_printer_gets_the_sheet_and_without_one_it_is_not_offered(
    qtbot: QtBot, window: CounterWindow, opened: Open
) -> None:
    got = list[tuple[str, Job]]()

    def print_to(name: str, job: Job, **_: Any) -> Fate:
        got.append((name, job))
        return Fate.DONE

    part = opened(print_to=print_to)
    part.set_printers(Printers())
    assert part.print_button.isHidden()
    part.set_printers(Printers(("Office",), "Office"))
    part.print_button.click()
    qtbot.waitUntil(part.reminder.isHidden)
    ((name, job),) = got
    assert name == "Office"
    assert len(job.prints) == 1


def test_what_did_not_come_out_is_said_and_the_reminder_stays(
    qtbot: QtBot, window: CounterWindow, opened: Open
) -> None:
    part = opened(print_to=lambda *_, **__: Fate.FAILED)
    part.set_printers(Printers(("Office",), "Office"))
    part.print_button.click()
    qtbot.waitUntil(part.print_button.isEnabled)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert part.reminder.isVisible()


def test_that_it_came_out_is_noted_even_if_the_settings_are_closed(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, opened: Open
) -> None:
    part = opened(print_to=lambda *_, **__: Fate.DONE)
    part.set_printers(Printers(("Office",), "Office"))
    part.print_button.click()
    window.sheets.close_now()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert not desk.key_keeping.state().sheet_due


def test_nobody_but_an_owner_gets_the_sheet(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, opened: Open, tmp_path: Path
) -> None:
    desk.submit(lambda: desk.store.write().run("UPDATE staff SET role = 'MANAGER'")).result()
    pdf = tmp_path / "sheet.pdf"
    part = opened(ask_path=lambda *_: pdf)
    part.save_button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert part.save_button.isEnabled()
    assert not pdf.exists()


def test_whoever_changes_their_mind_in_the_dialog_has_taken_nothing(
    window: CounterWindow, desk: FrontDesk, opened: Open
) -> None:
    part = opened(ask_path=lambda *_: None)
    part.save_button.click()
    assert part.save_button.isEnabled()
    kinds = [kind for (kind,) in desk.store.read().run("SELECT kind FROM gesture")]
    assert "TAKE_KEY_SHEET" not in kinds


def test_it_speaks_the_counters_language_at_once(window: CounterWindow, opened: Open) -> None:
    part = opened()
    english = part.place.text()
    LANGUAGE.speak("lo")
    assert part.place.text() != english
