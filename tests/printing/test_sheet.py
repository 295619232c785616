"""Sheets as they leave the printer: sizes measured in the PDF, every code read back, no half file left."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.media.bars import code_128
from frontdesk.media.qr import qr_matrix
from frontdesk.printing.canvas import BAR_MODULE, Canvas, Print
from frontdesk.printing.feedback_parts import FeedbackPrint
from frontdesk.printing.member_card import MemberCardPrint
from frontdesk.printing.page import (
    BUSINESS_CARDS,
    FORMS_ON_A4,
    KEY_TAGS,
    MEMBER_CARDS,
    SINGLE_CARD,
    SINGLE_MEMBER_CARD,
    SheetLayout,
)
from frontdesk.printing.sheet import CannotWrite, WriteFault, preview_images, write_pdf
from tests.printing.feedback_samples import sample

DPI = 300
Reader = Callable[[Image.Image], list[str]]
Render = Callable[[Path, int], list[Image.Image]]


def code(number: int, kind: str) -> str:
    return f"{kind}{number:08X}7K3M9QXR"


def feedback_cards(count: int, format: CardFormat = CardFormat.CARD) -> list[FeedbackPrint]:
    return [
        sample(
            format,
            language=("en", "lo", "th", "km", "ka")[number % 5],
            code=code(number, "F"),
            number=number,
            name="Somsak" if number % 2 else "",
        )
        for number in range(count)
    ]


def member_cards(count: int) -> list[MemberCardPrint]:
    return [
        MemberCardPrint(ShopSigns("Morning Glory"), "ສົມສັກ", code(number, "M"), "Coffee card", "lo")
        for number in range(count)
    ]


def texts_of(cards: Sequence[FeedbackPrint | MemberCardPrint]) -> list[str]:
    return [card.card.url if isinstance(card, FeedbackPrint) else card.code for card in cards]


def cut_apart(page: Image.Image, layout: SheetLayout) -> list[Image.Image]:
    """Cut a page into its cards, where the crop marks say."""
    scale = page.width / layout.page_width
    return [page.crop(tuple(round(side * scale) for side in place.getCoords())) for place in layout.places()]


SHEETS = [
    pytest.param(feedback_cards(12), BUSINESS_CARDS, id="feedback cards"),
    pytest.param(feedback_cards(2), SINGLE_CARD, id="single feedback cards"),
    pytest.param(feedback_cards(5, CardFormat.FORM), FORMS_ON_A4, id="feedback forms"),
    pytest.param(member_cards(12), MEMBER_CARDS, id="member cards"),
    pytest.param(member_cards(1), SINGLE_MEMBER_CARD, id="a single member card"),
    pytest.param(member_cards(28), KEY_TAGS, id="key tags"),
]


@pytest.mark.parametrize(("cards", "layout"), SHEETS)
def test_every_code_of_a_sheet_is_read_by_both_readers(
    cards: list[FeedbackPrint | MemberCardPrint],
    layout: SheetLayout,
    tmp_path: Path,
    render: Render,
    reader: Reader,
) -> None:
    path = tmp_path / "cards.pdf"
    assert write_pdf(path, cards, layout, "Cards")
    read = [reader(card) for page in render(path, DPI) for card in cut_apart(page, layout)]
    codes = 2 if cards[0].__class__ is MemberCardPrint and layout is not KEY_TAGS else 1  # a square, and bars
    assert read[: len(cards)] == [[text] * codes for text in texts_of(cards)]
    assert not any(read[len(cards) :])


@pytest.mark.parametrize(("cards", "layout"), SHEETS)
def test_pages_and_cards_have_their_size_in_millimetres(
    cards: list[FeedbackPrint | MemberCardPrint], layout: SheetLayout, tmp_path: Path, render: Render
) -> None:
    path = tmp_path / "cards.pdf"
    write_pdf(path, cards, layout, "Cards")
    with pypdfium2.PdfDocument(path) as document:
        sizes = [page.get_size() for page in document]
    assert len(sizes) == layout.pages_for(len(cards))
    for width, height in sizes:
        assert width / 72 * 25.4 == pytest.approx(layout.page_width, abs=0.2)
        assert height / 72 * 25.4 == pytest.approx(layout.page_height, abs=0.2)

    corners = code_corners(render(path, 600)[0], 600)
    places = dict(zip(texts_of(cards), layout.places(), strict=False))
    first = corners[texts_of(cards)[0]] - places[texts_of(cards)[0]].topLeft()
    assert len(corners) == min(len(cards), layout.per_page)
    for text, corner in corners.items():
        offset = corner - places[text].topLeft() - first
        assert abs(offset.x()) < 0.15, "a card does not stand where the cut expects it"
        assert abs(offset.y()) < 0.15, "a card does not stand where the cut expects it"


@pytest.mark.parametrize(("cards", "layout"), SHEETS)
def test_squares_are_large_enough_for_a_phone(
    cards: list[FeedbackPrint | MemberCardPrint], layout: SheetLayout, tmp_path: Path, render: Render
) -> None:
    write_pdf(tmp_path / "cards.pdf", cards[:1], layout, "Cards")
    (found,) = zxingcpp.read_barcodes(render(tmp_path / "cards.pdf", 600)[0], zxingcpp.BarcodeFormat.QRCode)
    side = (found.position.top_right.x - found.position.top_left.x) * 25.4 / 600
    assert side / len(qr_matrix(found.text)) >= 0.79


def test_bars_are_wide_enough_for_a_scanner_that_reads_one_line(tmp_path: Path, render: Render) -> None:
    cards = member_cards(1)
    write_pdf(tmp_path / "cards.pdf", cards, SINGLE_MEMBER_CARD, "Cards")
    (page,) = render(tmp_path / "cards.pdf", 600)
    (found,) = zxingcpp.read_barcodes(page, zxingcpp.BarcodeFormat.Code128)
    left, right = found.position.top_left.x, found.position.top_right.x
    module = (right - left) * 25.4 / 600 / len(code_128(cards[0].code))
    height = (found.position.bottom_left.y - found.position.top_left.y) * 25.4 / 600
    quiet = min(left, page.width - right) * 25.4 / 600
    assert module == pytest.approx(BAR_MODULE, abs=0.01)
    assert module >= 0.25
    assert height >= 6
    assert quiet >= 10 * module


def code_corners(page: Image.Image, dpi: int) -> dict[str, QPointF]:
    """Where the top left corner of each code lies, in millimetres."""
    return {
        found.text: QPointF(found.position.top_left.x, found.position.top_left.y) * (25.4 / dpi)
        for found in zxingcpp.read_barcodes(page, zxingcpp.BarcodeFormat.QRCode)
    }


def pillow(image: QImage) -> Image.Image:
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (rgb.width(), rgb.height())
    return Image.frombytes("RGB", size, bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine())


def test_the_preview_shows_what_the_pdf_prints(tmp_path: Path, render: Render) -> None:
    cards = feedback_cards(10)
    write_pdf(tmp_path / "cards.pdf", cards, BUSINESS_CARDS, "Cards")
    printed = render(tmp_path / "cards.pdf", 100)[0]
    (shown,) = preview_images(cards, BUSINESS_CARDS, 100)
    preview = pillow(shown)
    difference = ImageChops.difference(preview, printed.resize(preview.size))
    assert max(ImageStat.Stat(difference).mean) < 10  # edges only
    other = preview_images(cards[1:], BUSINESS_CARDS, 100)[0]
    assert max(ImageStat.Stat(ImageChops.difference(preview, pillow(other))).mean) > 11


@pytest.mark.parametrize(
    ("cards", "layout", "ground"),
    [
        (feedback_cards, SINGLE_CARD, "#fdf8f1"),
        (member_cards, SINGLE_MEMBER_CARD, "#ffffff"),
        (member_cards, KEY_TAGS, "#ffffff"),
    ],
)
def test_only_a_gift_has_a_ground_that_takes_ink(
    cards: Callable[[int], Sequence[Print]], layout: SheetLayout, ground: str
) -> None:
    (page,) = preview_images(cards(1), layout, 50)
    corner = layout.places()[0].topLeft() * 50 / 25.4
    assert page.pixelColor(round(corner.x()) + 2, round(corner.y()) + 2).name() == ground


def test_a_preview_holds_only_the_pages_asked_for() -> None:
    cards = feedback_cards(35)
    assert len(preview_images(cards, BUSINESS_CARDS, 20)) == 4
    assert len(preview_images(cards, BUSINESS_CARDS, 20, first_page=3)) == 1
    assert len(preview_images(cards, BUSINESS_CARDS, 20, at_most=1)) == 1
    assert preview_images([], BUSINESS_CARDS, 20) == []


def test_the_pdf_has_a_title_and_nothing_beside_it(tmp_path: Path) -> None:
    write_pdf(tmp_path / "cards.pdf", feedback_cards(1), SINGLE_CARD, "Feedback cards, ສະບາຍດີ")
    with pypdfium2.PdfDocument(tmp_path / "cards.pdf") as document:
        assert document.get_metadata_value("Title") == "Feedback cards, ສະບາຍດີ"
    assert [file.name for file in tmp_path.iterdir()] == ["cards.pdf"]


def test_progress_counts_cards_up_to_all_of_them(tmp_path: Path) -> None:
    said: list[tuple[int, int]] = []
    write_pdf(
        tmp_path / "cards.pdf",
        feedback_cards(23),
        BUSINESS_CARDS,
        "Cards",
        lambda done, total: said.append((done, total)),
    )
    assert said == [(10, 23), (20, 23), (23, 23)]


def test_cancelling_leaves_no_file_and_keeps_the_old_one(tmp_path: Path) -> None:
    asked: list[bool] = []

    def after_one_page() -> bool:
        asked.append(len(asked) == 1)
        return asked[-1]

    (tmp_path / "old.pdf").write_bytes(b"yesterday's cards")
    for name in ("new.pdf", "old.pdf"):
        asked.clear()
        whole = write_pdf(
            tmp_path / name, feedback_cards(30), BUSINESS_CARDS, "Cards", cancelled=after_one_page
        )
        assert not whole
        assert asked == [False, True]
    assert [file.name for file in tmp_path.iterdir()] == ["old.pdf"]
    assert (tmp_path / "old.pdf").read_bytes() == b"yesterday's cards"


class Unpaintable(Print):
    """A card that fails in the middle of its page."""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        raise ZeroDivisionError


def test_a_fault_while_drawing_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        write_pdf(tmp_path / "cards.pdf", [*feedback_cards(2), Unpaintable()], BUSINESS_CARDS, "Cards")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "reason"),
    [("nowhere/cards.pdf", WriteFault.NO_FOLDER), ("folder", WriteFault.OTHER)],
)
def test_a_place_that_cannot_be_written_is_named_with_its_reason(
    tmp_path: Path, place: str, reason: WriteFault
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWrite) as refused:
        write_pdf(tmp_path / place, feedback_cards(1), SINGLE_CARD, "Cards")
    assert refused.value.path == tmp_path / place
    assert refused.value.reason is reason
    assert isinstance(refused.value, OSError)


WRITE_WITH_LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.member_card import MemberCardPrint
from frontdesk.printing.page import MEMBER_CARDS
from frontdesk.printing.sheet import CannotWrite, write_pdf
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
cards = [MemberCardPrint(ShopSigns("Shop"), "Name", "M0000000000000000")] * 40
try:
    write_pdf(Path(sys.argv[1]), cards, MEMBER_CARDS, "Cards")
except CannotWrite as refused:
    print("refused", refused.reason)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there")
def test_a_disk_that_fills_up_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    path.write_bytes(b"yesterday's cards")
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", WRITE_WITH_LITTLE_ROOM, str(path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["refused", "no_room"]
    assert path.read_bytes() == b"yesterday's cards"
    assert [file.name for file in tmp_path.iterdir()] == ["cards.pdf"]
