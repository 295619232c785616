"""A canvas that listens: what was drawn on a print, and whether each thing has its own room."""

from dataclasses import dataclass

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from frontdesk.printing.canvas import INK, Canvas, CodeSquare, Print
from frontdesk.printing.lettering import Lettering, Typesetter


@dataclass(frozen=True)
class Said:
    """A text on a card, as it was set, and the room that it took."""

    text: str
    set_as: str
    breaks: tuple[str, ...]
    room: QRectF


class ListeningCanvas(Canvas):
    """A canvas that remembers its texts and its squares, where they stand on the page."""

    def __init__(self, painter: QPainter) -> None:
        self.setter, self._to_dots = Typesetter(), painter.transform()
        super().__init__(painter, self.setter)
        self.said: list[Said] = []
        self.squares: list[tuple[CodeSquare, QRectF]] = []

    def text(
        self,
        text: str,
        lettering: Lettering,
        box: QRectF,
        colour: QColor = INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> float:
        done = self.setter.set(text, lettering, box.width(), box.height())
        y = box.bottom() - done.height if align & Qt.AlignmentFlag.AlignBottom else box.top()
        middle = box.center().x() - done.width / 2
        x = middle if align & Qt.AlignmentFlag.AlignHCenter else box.left()
        shown = done.layout.text()
        ends = [line.textStart() + line.textLength() for line in done.lines][:-1]
        room = self._on_page(QRectF(x, y, done.width, done.height))
        self.said.append(Said(text, shown, tuple(shown[end - 1] for end in ends), room))
        return super().text(text, lettering, box, colour, align)

    def code(self, square: CodeSquare, corner: object, *, framed: bool = True) -> None:
        place = QRectF(corner.x(), corner.y(), square.side, square.side)  # type: ignore[attr-defined]
        self.squares.append((square, self._on_page(place)))
        super().code(square, corner, framed=framed)  # type: ignore[arg-type]

    def _on_page(self, place: QRectF) -> QRectF:
        return self._to_dots.inverted()[0].mapRect(self.painter.transform().mapRect(place))  # type: ignore[index]


def painted(print_: Print, place: QRectF, scale: int = 6) -> tuple[ListeningCanvas, Image.Image]:
    """Draw a card in the middle of an empty page twice its size; return what was drawn, and the page."""
    image = QImage(
        round(place.width() * 2) * scale, round(place.height() * 2) * scale, QImage.Format.Format_Grayscale8
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    canvas = ListeningCanvas(painter)
    print_.paint(canvas, place.translated(place.width() / 2, place.height() / 2))
    painter.end()
    size = (image.width(), image.height())
    return canvas, Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", image.bytesPerLine())


def assert_in_order(
    canvas: ListeningCanvas, page: Image.Image, place: QRectF, margin: float = 1.0, scale: int = 6
) -> None:
    """No text over another one or over a square, and all ink inside the card, off its edge."""
    for number, one in enumerate(canvas.said):
        for other in canvas.said[:number]:
            shared = one.room.intersected(other.room)
            overlaps = shared.width() > 0.1 and shared.height() > 0.1
            assert not overlaps, f"{one.text[:20]!r} over {other.text[:20]!r}"
        for _, square in canvas.squares:
            assert not one.room.intersects(square), f"{one.text[:20]!r} over a square"
    ink = page.point(lambda value: 255 * (value < 250)).getbbox()
    assert ink is not None
    inside = place.translated(place.width() / 2, place.height() / 2)
    inside.adjust(margin, margin, -margin, -margin)
    left, top, right, bottom = (value / scale for value in ink)
    assert inside.contains(QRectF(left, top, right - left, bottom - top)), "ink over the edge of the card"
