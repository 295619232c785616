"""Portraits: photos with round corners made once and kept; a tile with initials where there is no photo."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, QTextBoundaryFinder, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from frontdesk.domain.people.titles import without_title
from frontdesk.ui.look import fonts
from frontdesk.ui.widgets.shapes import rounded

_KEPT_BYTES = 8 * 1024 * 1024  # some ten windows full
_THUMB = 256
_Key = tuple[int, str, int]
"""Whose photo, or which ground of initials; their letter; and how many pixels."""
_TURN_SECONDS = 0.006  # of loading in one turn of the event loop: a frame has sixteen milliseconds
_VOWELS_BEFORE = "ເແໂໃໄเแโใไ"  # written before the consonant that they follow in speech
_GROUNDS = (
    ("#E9D9F5", "#CDB3E3"),
    ("#D3EBC9", "#A9D19B"),
    ("#FAD3B8", "#F0AD8B"),
    ("#CBE0F3", "#9BBFE3"),
    ("#FBE3AE", "#F3C069"),
    ("#CFE9E8", "#92C7C4"),
    ("#F8D2D9", "#E8A3B1"),
)


class PhotoSource(Protocol):
    """What portraits need of `desk.photos`."""

    def thumb(self, customer_id: int) -> bytes | None: ...
    def full(self, customer_id: int) -> bytes | None: ...


class Portraits(QObject):
    """The portraits of the people on screen. `of` answers at once; a photo may follow with `arrived`."""

    arrived = Signal(int)

    def __init__(self, photos: PhotoSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._bytes = 0
        self._wanted: OrderedDict[tuple[int, int], float] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load_some)

    def of(self, customer_id: int, name: str, has_photo: bool, size: int, ratio: float) -> QPixmap:
        """The portrait, `size` logical pixels square: the photo when it is there already, else initials."""
        pixels = round(size * ratio)
        if not has_photo:
            return self._initials(customer_id, name, pixels, ratio)
        kept = self._look_up((customer_id, "", pixels))
        if kept is not None:
            return kept
        self._wanted[customer_id, pixels] = ratio
        if not self._timer.isActive():
            self._timer.start(0)
        return self._initials(customer_id, "", pixels, ratio)

    def forget(self, customer_id: int) -> None:
        """Read this customer's photo anew: whoever shows it asks for it again."""
        dropped = [key for key in self._kept if key[0] == customer_id]
        for key in dropped:
            self._bytes -= _weight(self._kept.pop(key))
        if dropped:
            self.arrived.emit(customer_id)

    def _load_some(self) -> None:
        """Load what was asked for last first: what was scrolled away is not worth a wait."""
        began = time.perf_counter()
        while self._wanted and time.perf_counter() - began < _TURN_SECONDS:
            (customer_id, pixels), ratio = self._wanted.popitem(last=True)
            self._keep((customer_id, "", pixels), self._photo(customer_id, pixels, ratio))
            self.arrived.emit(customer_id)
        if self._wanted:
            self._timer.start(0)

    def _photo(self, customer_id: int, pixels: int, ratio: float) -> QPixmap:
        source = None
        if pixels > _THUMB:
            source = self._photos.full(customer_id)
        source = source or self._photos.thumb(customer_id)
        image = QImage.fromData(source) if source else QImage()
        if image.isNull():
            return self._initials(customer_id, "", pixels, ratio)
        return rounded_photo(image, pixels, ratio)

    def _initials(self, customer_id: int, name: str, pixels: int, ratio: float) -> QPixmap:
        """Shared by all who have the same letter on the same ground: kept for each of them, the tiles of a
        day would push out the photos, and be drawn again for each new face.
        """
        ground, letter = customer_id % len(_GROUNDS), first_letter(name)
        key = (-1 - ground, letter, pixels)  # no customer has a number below zero
        kept = self._look_up(key)
        if kept is None:
            kept = initials_tile(ground, letter, pixels, ratio)
            self._keep(key, kept)
        return kept

    def _look_up(self, key: _Key) -> QPixmap | None:
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    def _keep(self, key: _Key, pixmap: QPixmap) -> None:
        self._kept[key] = pixmap
        self._bytes += _weight(pixmap)
        while self._bytes > _KEPT_BYTES:
            self._bytes -= _weight(self._kept.popitem(last=False)[1])


class Portrait(QWidget):
    """One portrait, square, of the size it is given with `show_person`."""

    def __init__(self, portraits: Portraits, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._person: tuple[int, str, bool] | None = None
        self.set_side(size)
        portraits.arrived.connect(self._on_arrived)

    def set_side(self, size: int) -> None:
        self.setFixedSize(QSize(size, size))

    def show_person(self, customer_id: int, name: str, has_photo: bool) -> None:
        self._person = (customer_id, name, has_photo)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._person is None:
            return
        painter = QPainter(self)
        pixmap = self._portraits.of(*self._person, self.width(), self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0, 0), pixmap)

    def _on_arrived(self, customer_id: int) -> None:
        if self._person is not None and self._person[0] == customer_id:
            self.update()


def rounded_photo(image: QImage, pixels: int, ratio: float) -> QPixmap:
    """The middle square of a photo, `pixels` a side on the device, with round corners."""
    side = min(image.width(), image.height())
    square = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    smooth = Qt.TransformationMode.SmoothTransformation
    pixmap = QPixmap.fromImage(square.scaled(pixels, pixels, mode=smooth))
    pixmap.setDevicePixelRatio(ratio)
    return rounded(pixmap, corner(pixels / ratio))


def initials_tile(ground: int, letter: str, pixels: int, ratio: float) -> QPixmap:
    """A soft tile with the name's first letter; without one, the tile alone (a photo is on its way)."""
    first, last = _GROUNDS[ground]
    side = pixels / ratio
    pixmap = QPixmap(pixels, pixels)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    gradient = QLinearGradient(0, 0, side, side)
    gradient.setColorAt(0, QColor(first))
    gradient.setColorAt(1, QColor(last))
    painter.fillRect(QRectF(0, 0, side, side), gradient)
    painter.setPen(QColor("#4A3A2C"))
    painter.setFont(fonts.bold(round(side * 0.42)))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return rounded(pixmap, corner(side))


def first_letter(name: str) -> str:
    """The first letter with its marks; a vowel that is written in front brings its consonant. A title is
    no name.
    """
    name = without_title(name)
    if name[:2].isascii():
        return name[:1].upper()
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, name)
    end = finder.toNextBoundary()
    if name[:1] and name[0] in _VOWELS_BEFORE:
        end = max(end, finder.toNextBoundary())
    return name[: max(end, 0)].upper()


def corner(side: float) -> float:
    """How round the corners of a portrait of this size are."""
    return min(28.0, side * 0.24)


def _weight(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
