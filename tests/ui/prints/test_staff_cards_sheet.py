"""Staff cards: printed beside each person and for all, read by a real decoder, handing the till over."""

import io
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.people.photos import Photo
from frontdesk.printing.session import ensure_gui
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.prints.staff_cards_sheet import StaffCardsSheet
from frontdesk.ui.settings.settings_sheet import SettingsSheet


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    ensure_gui()


@pytest.fixture
def noi(desk: FrontDesk) -> int:
    member = desk.submit(desk.staffing.add_staff, desk.act(), "Noi Phommachanh", Role.CASHIER).result()
    picture = io.BytesIO()
    Image.new("RGB", (64, 64), (180, 90, 40)).save(picture, "WEBP")
    photo = Photo(picture.getvalue(), picture.getvalue())
    desk.submit(desk.staffing.set_photo, desk.act(), member.id, photo).result()
    return member.id


def opened(qtbot: QtBot, window: CounterWindow, *staff_ids: int) -> StaffCardsSheet:
    sheet = window.open_sheet(SheetName.STAFF_CARDS, staff_ids=staff_ids)
    assert isinstance(sheet, StaffCardsSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def saved(qtbot: QtBot, sheet: StaffCardsSheet, path: Path) -> list[str]:
    """Press Save and read back what the file holds: a card's square and its bars say the same."""
    sheet.panel._ask_path = lambda *asked: path
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: not sheet.panel.busy, timeout=20_000)
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.render(scale=300 / 72).to_pil().convert("RGB") for page in document]
    read = [found for page in pages for found in zxingcpp.read_barcodes(page)]
    assert len(read) == 2 * len({found.text for found in read}), "a square and bars on each card"
    return list(dict.fromkeys(found.text for found in read))


@pytest.mark.parametrize("size", ["single", "ten"])
def test_a_scan_of_each_printed_card_is_whose_it_is(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, noi: int, tmp_path: Path, size: str
) -> None:
    sheet = opened(qtbot, window)
    sheet.sizes.chip(size).click()
    codes = saved(qtbot, sheet, tmp_path / "cards.pdf")
    assert {desk.staff_cards.holder(Scan(code)).id for code in codes} == {1, noi}


def test_scanned_at_the_counter_it_hands_the_till_over_with_a_way_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, noi: int, tmp_path: Path
) -> None:
    (code,) = saved(qtbot, opened(qtbot, window, noi), tmp_path / "card.pdf")
    window.sheets.close_now()
    window.on_scan(Scan(code.lower()))
    qtbot.waitUntil(lambda: desk.staff_id == noi and not window.bridge.busy)
    assert "Noi" in window.notices.text()
    window.on_scan(Scan(code))
    assert window.notices.text() == "Noi Phommachanh is at the till already."
    desk.take_over(1).result()
    window.on_scan(Scan(code))
    qtbot.waitUntil(lambda: window.notices.undo_button.isVisible() and not window.bridge.busy)
    window.notices.undo_button.click()
    qtbot.waitUntil(lambda: desk.staff_id == 1)


def test_a_lost_card_says_so_and_a_new_one_works(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, noi: int, tmp_path: Path
) -> None:
    sheet = opened(qtbot, window, noi)
    assert not sheet.new_button.isVisible()
    (old,) = saved(qtbot, sheet, tmp_path / "old.pdf")
    sheet.new_button.click()
    qtbot.waitUntil(lambda: "has a new code" in window.notices.text())
    (new,) = saved(qtbot, sheet, tmp_path / "new.pdf")
    window.sheets.close_now()
    window.on_scan(Scan(old))
    assert "works no longer" in window.notices.text()
    assert desk.staff_id == 1
    assert desk.staff_cards.holder(Scan(new)).id == noi
    sheet = opened(qtbot, window, noi)
    sheet.stop_button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert desk.staff_cards.with_card() == frozenset()


def test_it_is_opened_from_the_list_of_staff(qtbot: QtBot, window: CounterWindow, noi: int) -> None:
    for button, count in (("row", 1), ("all", 2)):
        settings = window.open_sheet(SheetName.SETTINGS, part="staff")
        assert isinstance(settings, SettingsSheet)
        panel = settings.parts.staff
        row = next(each for each in panel.rows() if each.member.id == noi)
        (row.card_button if button == "row" else panel.cards_button).click()
        sheet = window.sheets.sheet
        assert isinstance(sheet, StaffCardsSheet)
        assert len(sheet.chosen()) == count
        window.sheets.close_now()
