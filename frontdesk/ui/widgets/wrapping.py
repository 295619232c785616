"""A layout that goes on in the next row where the present one is full, as words do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.showing import show_part


class Wrapping(QLayout):
    """Widgets in rows, each as wide as it likes but never wider than the place."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(RHYTHM)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, place: QRect) -> None:
        super().setGeometry(place)
        self._arranged(place, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        return QSize(max((item.minimumSize().width() for item in self._shown()), default=0), 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arranged(self, place: QRect, *, move: bool) -> int:
        """The height that all of them need; with `move` they are put there."""
        x, y, tallest = place.x(), place.y(), 0
        for item in self._shown():
            size = item.sizeHint().expandedTo(item.minimumSize())
            size.setWidth(min(size.width(), place.width()))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if x > place.x() and x + size.width() > place.x() + place.width():
                x, y, tallest = place.x(), y + tallest + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, tallest = x + size.width() + self.spacing(), max(tallest, size.height())
        return y + tallest - place.y()


class WrappedChips(QWidget):
    """Chips, or other small controls, that wrap. Without any it is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = Wrapping(self)

    def show_chips(self, chips: Sequence[QWidget]) -> None:
        """Replace what is shown."""
        empty(self._rows)
        for chip in chips:
            self._rows.addWidget(chip)
        show_part(self, shown=bool(chips))
