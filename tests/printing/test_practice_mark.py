"""The mark of a practice: across every card, within it, and only where it is asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from frontdesk.printing.canvas import Canvas
from frontdesk.printing.page import BUSINESS_CARDS, SINGLE_CARD, SheetLayout
from frontdesk.printing.practice_mark import paint_mark
from frontdesk.printing.session import ensure_gui
from frontdesk.printing.sheet import preview_images, write_pdf

Render = Callable[[Path, int], list[Image.Image]]
WHITE = QColor("white").rgb()


class Blank:
    """A card with nothing on it."""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """Leave it."""


def inked(image: QImage) -> QRectF:
    """Where something was drawn on white."""
    found = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != WHITE
    ]
    if not found:
        return QRectF()
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@pytest.mark.parametrize("words", ["PRACTICE", "ຝຶກຫັດ", "!"])
@pytest.mark.parametrize("size", [(340, 216), (216, 340), (400, 60)])
def test_it_lies_within_its_card_and_reaches_across(words: str, size: tuple[int, int]) -> None:
    ensure_gui()
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    paint_mark(painter, QRectF(image.rect()), words)
    painter.end()
    ink = inked(image)
    assert QRectF(1, 1, size[0] - 2, size[1] - 2).contains(ink)
    assert ink.width() > size[0] * 0.7 or ink.height() > size[1] * 0.7


def test_without_words_nothing_is_drawn() -> None:
    ensure_gui()
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    paint_mark(painter, QRectF(image.rect()), "")
    painter.end()
    assert inked(image).isNull()


@pytest.mark.parametrize("layout", [BUSINESS_CARDS, SINGLE_CARD])
def test_every_card_of_a_page_has_it(layout: SheetLayout) -> None:
    cards = [Blank()] * layout.per_page
    plain, marked = (preview_images(cards, layout, 40, mark=mark)[0] for mark in ("", "PRACTICE"))
    scale = 40 / 25.4
    for place in layout.places():
        middle = place.center()
        box = QRectF(middle.x() - 10, middle.y() - 6, 20, 12)
        area = QRectF(box.topLeft() * scale, box.size() * scale).toRect()
        assert plain.copy(area) != marked.copy(area)


def test_a_pdf_has_it_too(tmp_path: Path, render: Render) -> None:
    pages = list[Image.Image]()
    for name, mark in (("plain", ""), ("marked", "PRACTICE")):
        path = tmp_path / f"{name}.pdf"
        assert write_pdf(path, [Blank()], SINGLE_CARD, "Card", mark=mark)
        pages.append(render(path, 60)[0])
    assert ImageChops.difference(*pages).getbbox() is not None
