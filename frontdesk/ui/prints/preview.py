"""What will come out: one card large enough to read, and the page that it lies on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.printing.canvas import Print
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.sheet import preview_images
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK

_CARD_DPI, _PAGE_DPI = 230, 110
_GAP = RHYTHM * 4
_SHADOW = 10


@dataclass(frozen=True, slots=True)
class Sample:
    """The pictures of a preview; a card that is printed alone has no page around it."""

    card: QImage
    page: QImage | None


def draw_sample(prints: Sequence[Print], layout: SheetLayout, mark: str = "") -> Sample:
    """Draw the first card and the first page, on any thread."""
    width, height = layout.card_width, layout.card_height
    alone = SheetLayout(width, height, width, height, tinted=layout.tinted)
    card = preview_images(prints[:1], alone, _CARD_DPI, at_most=1, mark=mark)[0]
    if layout.per_page == 1:
        return Sample(card, None)
    page = prints[: layout.per_page]
    return Sample(card, preview_images(page, layout, _PAGE_DPI, at_most=1, mark=mark)[0])


class Preview(QWidget):
    """Paper on the card's ground, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._sample: Sample | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        LOOK.changed.connect(self.update)

    @property
    def sample(self) -> Sample | None:
        """What is shown now."""
        return self._sample

    def show_sample(self, sample: Sample) -> None:
        self._sample = sample
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sample is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for picture, place in self._places(self._sample):
            self._paint_paper(painter, picture, place)

    def _places(self, sample: Sample) -> list[tuple[QImage, QRectF]]:
        """The page at the right over the whole height, the card in the middle of what is left."""
        room = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        if sample.page is None:
            return [(sample.card, _fitted(sample.card, room))]
        page = _fitted(sample.page, QRectF(room.left(), room.top(), room.width() * 0.42, room.height()))
        page.moveRight(room.right())
        rest = QRectF(room.topLeft(), QPointF(page.left() - _GAP, room.bottom()))
        return [(sample.card, _fitted(sample.card, rest)), (sample.page, page)]

    @staticmethod
    def _paint_paper(painter: QPainter, picture: QImage, place: QRectF) -> None:
        """The picture with a soft edge around it, so that white paper is seen on a white card."""
        shade = LOOK.palette.colour("ink" if LOOK.palette.shadow_strength else "ground")
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(_SHADOW, 0, -2):
            shade.setAlphaF(0.018)
            painter.setBrush(shade)
            painter.drawRoundedRect(place.adjusted(-step, 2 - step, step, 2 + step), step, step)
        painter.drawImage(place, picture)
        painter.setPen(QPen(LOOK.palette.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)


def _fitted(picture: QImage, room: QRectF) -> QRectF:
    """The picture's shape as large as `room` allows, in its middle."""
    size = QSizeF(picture.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(QPointF(0, 0), size)
    place.moveCenter(room.center())
    return place
