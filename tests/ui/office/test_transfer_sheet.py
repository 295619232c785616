"""Everything out and in, from its page and the first page."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import paths_for
from frontdesk.domain.acts import Role
from frontdesk.domain.importing.list_kinds import ListKind
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.transfer_sheet import TransferSheet
from frontdesk.ui.settings.first_page import FirstPage
from tests.conftest import FakeClock
from tests.services.counter_acts import hire


@pytest.fixture
def sheet(window: CounterWindow) -> TransferSheet:
    sheet = window.open_sheet(SheetName.TRANSFER)
    assert isinstance(sheet, TransferSheet)
    return sheet


def save_everything(qtbot: QtBot, sheet: TransferSheet, path: Path) -> None:
    sheet.everything._ask_path = lambda *asked: path
    sheet.everything.save_button.click()
    qtbot.waitUntil(sheet.everything.save_button.isEnabled)


def test_the_whole_shop_is_saved_and_where_it_is_is_said(
    qtbot: QtBot, sheet: TransferSheet, tmp_path: Path
) -> None:
    save_everything(qtbot, sheet, tmp_path / "all.zip")
    assert "4 customers" in sheet.everything.done.text()
    assert str(tmp_path / "all.zip") in sheet.everything.done.text()
    assert sheet.everything.folder_button.isVisible()


def test_a_folder_that_takes_no_file_is_said(
    qtbot: QtBot, window: CounterWindow, sheet: TransferSheet, tmp_path: Path
) -> None:
    save_everything(qtbot, sheet, tmp_path / "nowhere" / "all.zip")
    assert "could not be written there" in window.notices.text()
    assert not sheet.everything.done.text()


def test_it_is_the_owners_alone(
    qtbot: QtBot, window: CounterWindow, sheet: TransferSheet, desk: FrontDesk, tmp_path: Path
) -> None:
    desk.staff_id = hire(desk, role=Role.MANAGER)
    save_everything(qtbot, sheet, tmp_path / "all.zip")
    assert not (tmp_path / "all.zip").exists()
    assert window.notices.text()


@pytest.mark.parametrize("kind", [ListKind.OWN, ListKind.VCARD_4])
def test_a_list_is_saved_in_the_form_that_is_chosen(
    qtbot: QtBot, sheet: TransferSheet, tmp_path: Path, kind: ListKind
) -> None:
    path = tmp_path / f"list{kind.ending}"
    sheet.lists._ask_path = lambda *asked: path
    sheet.lists.kinds.chip(kind.value).click()
    sheet.lists.save_button.click()
    qtbot.waitUntil(lambda: "4 customers" in sheet.lists.done.text())
    assert b"Maria Oliveira" in path.read_bytes()


def test_the_way_in_is_a_tap_away(window: CounterWindow, sheet: TransferSheet) -> None:
    sheet.lists.bring_button.click()
    assert window.sheets.sheet is not sheet


@pytest.fixture
def new(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[CounterWindow]:
    """The window of a shop that nobody has opened yet."""
    with closing(open_desk(paths_for(tmp_path / "new"), clock=clock)) as desk:
        window = CounterWindow(desk, Bridge(desk))
        qtbot.addWidget(window)
        window.show()
        window.prepare()
        yield window
        window.bridge.close()


def test_the_first_page_takes_a_shop_out_of_a_file(
    qtbot: QtBot, sheet: TransferSheet, new: CounterWindow, tmp_path: Path
) -> None:
    save_everything(qtbot, sheet, tmp_path / "all.zip")
    page = new.open_sheet(SheetName.FIRST_PAGE)
    assert isinstance(page, FirstPage)
    spoiled = tmp_path / "spoiled.zip"
    spoiled.write_bytes((tmp_path / "all.zip").read_bytes()[:5000])
    page.shop_step.from_file._ask_file = lambda *asked: spoiled
    page.shop_step.from_file.button.click()
    qtbot.waitUntil(lambda: "damaged" in page.shop_step.from_file.fault.text())
    page.shop_step.from_file._ask_file = lambda *asked: tmp_path / "all.zip"
    page.shop_step.from_file.button.click()
    qtbot.waitUntil(lambda: bool(new.to_bring_back))
    assert new.to_bring_back[0].why == "from-archive"
