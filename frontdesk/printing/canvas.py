"""What the cards are drawn with: colours, text and the QR square, on a painter that counts in millimetres."""

from dataclasses import replace
from itertools import groupby
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from frontdesk.domain.paper.codes import shown_code
from frontdesk.domain.text import ZERO_WIDTH_SPACE
from frontdesk.media import bars
from frontdesk.media.qr import qr_matrix
from frontdesk.printing.lettering import Lettering, Typesetter

PAPER: Final = QColor("#ffffff")
GROUND: Final = QColor("#fdf8f1")  # warm, and so light that a laser printer leaves it white
EDGE: Final = QColor("#e4d9cb")
INK: Final = QColor("#2b2019")
QUIET_INK: Final = QColor("#6b5d51")  # 6:1 on the ground; stays readable in black and white
ACCENT: Final = QColor("#b4532a")
BLACK: Final = QColor("#000000")

QUIET_ZONE: Final = 4  # modules of white on each side, as the QR standard asks
SMALLEST_MODULE: Final = 0.6  # millimetres; finer squares print well but do not survive a phone's photo
COMFORTABLE_MODULE: Final = 0.8
LARGEST_MODULE: Final = 1.0
BAR_MODULE: Final = 0.3  # millimetres; simple laser scanners want 0.25 at least

HAIRLINE: Final = 0.12
_ANY_HEIGHT: Final = 1000.0
_FINDER_CORNER: Final = 1.8
_FINDER_ARM: Final = 5.0
_FINDER_LINE: Final = 0.5
_PAPER_CORNER: Final = 1.0


class Print(Protocol):
    """A card that can be drawn into any place of its size."""

    def paint(self, canvas: "Canvas", place: QRectF) -> None:
        """Draw the card within `place`; the ground is there already."""


class CodeTooLong(ValueError):
    """The text needs so many squares that they would be too fine for a phone to read."""


def printed_code(code: str) -> str:
    """Return the code as people read it, in groups; a line may end between two groups and nowhere else."""
    return shown_code(code).replace("-", f"-{ZERO_WIDTH_SPACE}")


class Canvas:
    """Draws on a painter whose unit is the millimetre."""

    def __init__(self, painter: QPainter, typesetter: Typesetter) -> None:
        self.painter = painter
        self.typesetter = typesetter
        self.pictures: list[QRectF] = []
        """Where pictures stand, in the device's dots: a printer of one colour shows their shades by dots."""

    def text(
        self,
        text: str,
        lettering: Lettering,
        box: QRectF,
        colour: QColor = INK,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> float:
        """Draw `text` in `box`, at its top left, AlignBottom or AlignHCenter; return the height it took."""
        done = self.typesetter.set(text, lettering, box.width(), box.height())
        centred = bool(align & Qt.AlignmentFlag.AlignHCenter)
        x = box.center().x() - done.width / 2 if centred else box.left()
        y = box.bottom() - done.height if align & Qt.AlignmentFlag.AlignBottom else box.top()
        self.painter.setPen(colour)
        done.draw(self.painter, x, y, centred=centred)
        return done.height

    def least_height(self, text: str, lettering: Lettering, width: float) -> float:
        """Return the height that `text` needs at its smallest, so that a neighbour can leave it that much."""
        smallest = replace(lettering, largest=lettering.smallest)
        return self.typesetter.set(text, smallest, width, _ANY_HEIGHT).height

    def picture(self, image: QImage, box: QRectF, source: QRectF | None = None) -> None:
        """Draw a picture, or its part `source`, so that it fills `box`."""
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawImage(box, image, source if source is not None else QRectF(image.rect()))
        self.pictures.append(self.painter.combinedTransform().mapRect(box))

    def rounded(self, box: QRectF, colour: QColor, corner: float) -> None:
        """Fill a rectangle with round corners."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(box, corner, corner)

    def ring(self, centre: QPointF, across: float, colour: QColor = EDGE) -> None:
        """Draw a thin circle, such as where to punch a hole."""
        self.painter.setPen(QPen(colour, HAIRLINE))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(centre, across / 2, across / 2)

    def heart(self, centre: QPointF, size: float, colour: QColor = ACCENT) -> None:
        """Draw a small heart."""
        half, x, y = size / 2, centre.x(), centre.y()
        path = QPainterPath(QPointF(x, y + half * 0.9))
        path.cubicTo(x - half * 1.6, y - half * 0.1, x - half * 0.8, y - half * 1.3, x, y - half * 0.35)
        path.cubicTo(x + half * 0.8, y - half * 1.3, x + half * 1.6, y - half * 0.1, x, y + half * 0.9)
        self.painter.fillPath(path, colour)

    def code(self, square: "CodeSquare", corner: QPointF, *, framed: bool = True) -> None:
        """Draw a QR with its white quiet zone, its top left corner at a point, in a camera's frame.

        All squares are one path: drawn one by one, hairs of white would show between them.
        """
        clear = -_FINDER_LINE  # the finder stays out of the quiet zone
        quiet = QRectF(corner.x(), corner.y(), square.side, square.side)
        if framed:
            self._viewfinder(quiet.adjusted(clear, clear, -clear, -clear))
        self.painter.save()
        self.painter.translate(corner)
        self.painter.scale(square.module, square.module)
        self.painter.fillPath(square.path, BLACK)
        self.painter.restore()

    def bars(self, line: "BarLine", corner: QPointF, height: float) -> None:
        """Draw a line of bars on white paper, its top left corner at a point; one path, as a square is."""
        self.rounded(QRectF(corner.x(), corner.y(), line.width, height), PAPER, _PAPER_CORNER)
        self.painter.save()
        self.painter.translate(corner)
        self.painter.scale(BAR_MODULE, height)
        self.painter.fillPath(line.path, BLACK)
        self.painter.restore()

    def _viewfinder(self, box: QRectF) -> None:
        """Draw white paper with the four corners that a camera shows: "point here" in any language."""
        self.rounded(box, PAPER, _FINDER_CORNER)
        corners = QPainterPath()
        for x, inwards in ((box.left(), 1), (box.right(), -1)):
            for y, down in ((box.top(), 1), (box.bottom(), -1)):
                corners.moveTo(x, y + down * _FINDER_ARM)
                corners.lineTo(x, y + down * _FINDER_CORNER)
                corners.quadTo(x, y, x + inwards * _FINDER_CORNER, y)
                corners.lineTo(x + inwards * _FINDER_ARM, y)
        pen = QPen(ACCENT, _FINDER_LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.strokePath(corners, pen)


class CodeSquare:
    """A QR as large as is useful in the room that it has."""

    def __init__(
        self, data: str, room: float, *, wished: float, largest: float = LARGEST_MODULE, grain: float = 0.0
    ) -> None:
        """Take `data`; fill `wished` millimetres, or up to `room` where squares below 0.8 mm are the price.
        None is above `largest`: what hangs on a wall may have larger ones than what a hand holds. Each is a
        whole number of `grain`, a coarse printer's dot, where that leaves it large enough.

        Raises CodeTooLong when even `room` leaves the squares smaller than SMALLEST_MODULE.
        """
        self._matrix = qr_matrix(data)
        across = len(self._matrix) + 2 * QUIET_ZONE
        self.module = min(max(wished / across, COMFORTABLE_MODULE), largest, room / across)
        if self.module < SMALLEST_MODULE:
            raise CodeTooLong(f"{len(data)} characters need squares of {self.module:.2f} mm")
        if grain and (whole := int(self.module / grain) * grain) >= SMALLEST_MODULE:
            self.module = whole
        self.side = across * self.module

    @property
    def path(self) -> QPainterPath:
        """The dark squares, in modules from the corner of the quiet zone."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for y, row in enumerate(self._matrix, QUIET_ZONE):
            start = None
            for x, dark in enumerate((*row, False), QUIET_ZONE):
                if dark and start is None:
                    start = x
                elif not dark and start is not None:
                    path.addRect(start, y, x - start, 1)
                    start = None
        return path


class BarLine:
    """A Code 128, with the white on both sides that a reader needs."""

    def __init__(self, data: str) -> None:
        self._modules = bars.code_128(data)
        self.width = (len(self._modules) + 2 * bars.QUIET_ZONE) * BAR_MODULE

    @property
    def path(self) -> QPainterPath:
        """The bars, one unit high, in modules from the left edge of the quiet zone."""
        path = QPainterPath()
        at = bars.QUIET_ZONE
        for dark, run in groupby(self._modules):
            width = len(list(run))
            if dark:
                path.addRect(at, 0, width, 1)
            at += width
        return path
