"""Receipts as dots: every script as it was drawn, millimetres kept, pictures in shades, white paper saved."""

from dataclasses import dataclass

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from frontdesk.domain.paper.receipts import PAPER_WIDTHS
from frontdesk.printing.canvas import Canvas, CodeSquare
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.page import CARD_A6
from frontdesk.printing.receipt import DOTS_ACROSS, INKED_BELOW, receipt_bytes, receipt_image, receipt_page
from frontdesk.printing.sheet import drawn_page
from tests.printing.conftest import Reader
from tests.printing.escpos import decoded

ADDRESS = "http://192.168.1.10:8123/F7K3M9QXR2B4D8WNP"
SCRIPTS = {
    "lo": "ສະບາຍດີ ເຈົ້າສະບາຍດີບໍ່ ຂໍ້ສະເໜີ",
    "th": "สวัสดี วันนี้เป็นอย่างไรบ้าง ที่นี่",
    "km": "សួស្តី តើយើងធ្វើបានល្អទេ ស្ត្រី",
    "ka": "გამარჯობა, როგორ მოგეწონათ",
}


@dataclass(frozen=True)
class Words:
    words: str

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        room = place.adjusted(6, 4, -6, -4)
        canvas.text(self.words, Lettering(6, 4, lines=3), room)


@dataclass(frozen=True)
class Square:
    def paint(self, canvas: Canvas, place: QRectF) -> None:
        square = CodeSquare(ADDRESS, place.width() - 12, wished=36)
        canvas.code(square, QPointF(place.center().x() - square.side / 2, place.top() + 4))


@dataclass(frozen=True)
class Grey:
    """A picture of half a grey, 20 mm wide, below a word."""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(0xFF808080)
        canvas.picture(image, QRectF(place.left() + 20, place.top() + 10, 20, 20))


def seen(image: QImage) -> Image.Image:
    """What Qt drew, for Pillow to look at."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size, line = (grey.width(), grey.height()), grey.bytesPerLine()
    return Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", line)


def on_paper(image: QImage) -> Image.Image:
    return decoded(receipt_bytes(image)).image


@pytest.mark.parametrize("paper", [58, 80])
@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_comes_out_as_it_is_drawn(language: str, paper: int) -> None:
    """Held against the page in colour: what is dark there is black here, dot by dot, and nothing else is."""
    page, words = receipt_page(paper, 40), Words(SCRIPTS[language])
    out = on_paper(receipt_image(words, page, paper))
    drawn = seen(drawn_page([words], page, 203.2)[0])
    left = (drawn.width - out.width) // 2
    dark = drawn.point(lambda value: 0 if value < INKED_BELOW else 255)
    assert dark.histogram()[0] > 1500
    assert not ImageChops.difference(
        dark.crop((left, 0, left + out.width, out.height)), out.convert("L")
    ).getbbox()
    assert dark.crop((0, out.height, *dark.size)).getextrema() == (255, 255)  # nothing was cut off


@pytest.mark.parametrize(("paper", "dots"), [(58, 384), (80, 576)])
def test_the_head_is_filled_and_a_module_keeps_its_millimetres(paper: int, dots: int, reader: Reader) -> None:
    out = on_paper(receipt_image(Square(), receipt_page(paper, 60), paper))
    assert out.width == dots
    assert reader(out.convert("L").resize((out.width * 2, out.height * 2))) == [ADDRESS]
    inked = ImageChops.invert(out.convert("L")).getbbox()
    assert inked is not None
    assert inked[2] - inked[0] >= 33 * 0.6 * 8  # a square of 33 modules


def test_a_wider_page_is_made_smaller_and_loses_nothing(reader: Reader) -> None:
    for page, paper in ((receipt_page(80, 60), 58), (CARD_A6, 80), (CARD_A6, 58)):
        out = on_paper(receipt_image(Square(), page, paper))
        assert reader(out.convert("L").resize((out.width * 3, out.height * 3))) == [ADDRESS]


def test_shades_become_dots_in_pictures_only() -> None:
    out = on_paper(receipt_image(Grey(), receipt_page(80, 60), 80)).convert("L")
    inside = out.crop((140, 100, 260, 220)).histogram()
    assert 0.4 < inside[0] / (inside[0] + inside[255]) < 0.6
    assert out.crop((0, 0, 576, 70)).getextrema() == (255, 255)


def test_bands_are_small_and_white_paper_is_not_fed_out() -> None:
    paper = decoded(receipt_bytes(receipt_image(Square(), receipt_page(80, 300), 80)))
    assert max(paper.heights) <= 256
    assert paper.image.height < 60 * 8
    assert (paper.initialised, paper.cuts) == (1, 1)
    assert paper.fed


def test_what_a_practice_prints_is_marked() -> None:
    plain = receipt_image(Words("ສະບາຍດີ"), receipt_page(80, 60), 80)
    marked = receipt_image(Words("ສະບາຍດີ"), receipt_page(80, 60), 80, mark="PRACTICE")
    assert on_paper(plain).size != on_paper(marked).size


def test_an_empty_page_is_one_row() -> None:
    assert decoded(receipt_bytes(receipt_image(Words(""), receipt_page(58, 40), 58))).image.height == 1


def test_every_paper_to_choose_has_its_dots() -> None:
    assert set(DOTS_ACROSS) == set(PAPER_WIDTHS)
