"""The recovery sheet as it leaves the printer: what is on paper brings the key back, by eye and by camera."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.trust.key_custody import RecoverySheet
from frontdesk.domain.trust.recovery_code import read_recovery_code, recovery_code, recovery_lines
from frontdesk.printing.recovery_sheet import RECOVERY_PAGE, RecoverySheetPrint
from frontdesk.printing.sheet import write_pdf

KEY = bytes(range(100, 132))
Reader = Callable[[Image.Image], list[str]]


def sheet(language: str = "en", shop: str = "Café Mekong") -> RecoverySheet:
    return RecoverySheet(
        ShopSigns(shop), date(2026, 11, 22), language, recovery_lines(KEY), recovery_code(KEY)
    )


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[RecoverySheet], Path]:
    def draw(one: RecoverySheet) -> Path:
        path = tmp_path / "sheet.pdf"
        assert write_pdf(path, [RecoverySheetPrint(one)], RECOVERY_PAGE, "Recovery sheet")
        return path

    return draw


def words_on(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        page = document[0].get_textpage()
        said: str = page.get_text_bounded()
        page.close()
    return " ".join(said.split())


@pytest.mark.parametrize("language", ["en", "lo"])
def test_the_square_holds_the_key_for_every_reader(
    drawn: Callable[[RecoverySheet], Path],
    render: Callable[[Path, int], list[Image.Image]],
    reader: Reader,
    language: str,
) -> None:
    (page,) = render(drawn(sheet(language)), 150)
    (found,) = reader(page)
    assert read_recovery_code(found) == KEY


def test_a_person_reads_the_lines_the_shop_the_day_and_what_to_do(
    drawn: Callable[[RecoverySheet], Path],
) -> None:
    said = words_on(drawn(sheet()))
    for line in recovery_lines(KEY):
        assert line in said
    for words in ("Café Mekong", "November 22, 2026", "frontdesk key --enter", "Keep this sheet"):
        assert words in said


def test_a_long_name_leaves_the_key_its_room(
    drawn: Callable[[RecoverySheet], Path], render: Callable[[Path, int], list[Image.Image]]
) -> None:
    path = drawn(sheet(shop="The Very Long Name of a Coffee House by the River " * 4))
    said = words_on(path)
    for line in recovery_lines(KEY):
        assert line in said
    assert "no customer's data" in said


def test_the_key_is_not_in_what_python_shows_of_a_sheet() -> None:
    assert recovery_lines(KEY)[0] not in repr(RecoverySheetPrint(sheet()))
    assert recovery_code(KEY) not in repr(RecoverySheetPrint(sheet()))
