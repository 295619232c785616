"""A PIN is given in the settings, and its recovery code comes out on paper or as a file: there it holds."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.printing.session import ensure_gui
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.prints.printer import Fate, Job
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.team.pin_part import PinPart
from tests.services.counter_acts import hire
from tests.services.team.pin_acts import OWNERS, quick

Open = Callable[..., PinPart]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    ensure_gui()


@pytest.fixture
def opened(window: CounterWindow, desk: FrontDesk) -> Open:
    """Return a function that opens the PIN of one of the staff, with these ways out for the code."""
    quick(desk)
    hire(desk, "Keo")

    def open_part(row: int = 0, **ways_out: Any) -> PinPart:
        sheet = window.open_sheet(SheetName.SETTINGS, part="staff")
        assert isinstance(sheet, SettingsSheet)
        sheet.parts.staff.rows()[row].pin_button.click()
        part = sheet.parts.staff.rows()[row].pin
        assert isinstance(part, PinPart)
        for name, way_out in ways_out.items():
            setattr(part, f"_{name}", way_out)
        return part

    return open_part


def choose(part: PinPart, pin: str) -> None:
    part.choice.first.setText(pin)
    part.choice.again.setText(pin)
    part.choice.button.click()


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text() and not window.bridge.busy)


def test_the_first_pin_is_the_owners_and_they_go_on_with_their_rights(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, opened: Open
) -> None:
    part = opened()
    assert window.focusWidget() is part.choice.first
    assert part.said.text() == "Noy has no PIN."
    assert part.save_button.isHidden()
    choose(part, "123456")
    assert "first that anybody would try" in part.choice.first_field.fault
    choose(part, OWNERS)
    wait_for_notice(qtbot, window, "Noy has a new PIN.")
    assert part.choice.first.text() == ""
    assert (desk.pins.in_use(), desk.pins.left(desk.key) > 0) == (True, True)
    assert window.header.manager.isVisible()
    part.gone_button.click()
    wait_for_notice(qtbot, window, "Noy has no PIN any more.")
    assert part.said.text() == "Noy has no PIN."
    qtbot.waitUntil(window.header.manager.isHidden)


def test_anybody_elses_comes_after_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, opened: Open
) -> None:
    part = opened(1)
    choose(part, "90527")
    qtbot.waitUntil(lambda: "An owner needs a PIN" in part.choice.first_field.fault)
    assert not desk.pins.in_use()


def test_a_saved_code_is_read_from_its_file_and_opens(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, opened: Open, tmp_path: Path
) -> None:
    pdf = tmp_path / "code.pdf"
    part = opened(ask_path=lambda *_: pdf)
    choose(part, OWNERS)
    wait_for_notice(qtbot, window, "Noy has a new PIN.")
    part.save_button.click()
    wait_for_notice(qtbot, window, "code.pdf")
    assert part.said.text() == "Noy has a PIN, and a printed recovery code."
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        (found,) = zxingcpp.read_barcodes(document[0].render(scale=2).to_pil())
    came = desk.pins.recover(desk.act(), desk.staff_id, found.text)
    assert came.member.id == desk.staff_id
    act = replace(desk.act(), key=came.key)  # at the office's door, while the settings stay open
    window.bridge.work(desk.pins.set_pin, act, desk.staff_id, "480371")
    qtbot.waitUntil(lambda: "no recovery code that works. Print a new code now" in part.said.text())


def test_a_code_that_did_not_come_out_is_told(
    qtbot: QtBot, window: CounterWindow, opened: Open, tmp_path: Path
) -> None:
    sent = list[Job]()

    def refuse(target: str, job: Job, **how: Any) -> Fate:
        sent.append(job)
        return Fate.NO_PRINTER

    part = opened(print_to=refuse)
    choose(part, OWNERS)
    wait_for_notice(qtbot, window, "Noy has a new PIN.")
    part._hand_out("Office")
    wait_for_notice(qtbot, window, "The printer is not there")
    assert len(sent) == 1
    assert part.print_button.isEnabled()
