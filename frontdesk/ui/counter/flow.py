"""A row of chips that wraps, and leaves out what does not fit rather than cut it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.look.metrics import RHYTHM, TARGET, taller


class ChipFlow(QWidget):
    """Chips in rows, in the order given; the last ones are hidden when there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[QWidget] = []
        self._most_rows, self._keeps_all = 2, False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def limit_rows(self, most: int, *, keep_all: bool = False) -> None:
        """How many rows may be taken from what stands below; with `keep_all` they are not given back."""
        self._most_rows, self._keeps_all = most, keep_all
        self.updateGeometry()

    def show_chips(self, chips: list[QWidget]) -> None:
        """Replace the chips."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self.take_in(chips)

    def take_in(self, chips: list[QWidget]) -> None:
        """Lay these out. What becomes of those that were here before is for the caller to say."""
        self._chips = chips
        for chip in chips:
            chip.setParent(self)
            chip.ensurePolished()
        self.arrange()

    def arrange(self) -> None:
        """Lay the chips out anew: what they say has changed."""
        self._lay_out()
        self.updateGeometry()

    def chips(self) -> list[QWidget]:
        return self._chips

    def sizeHint(self) -> QSize:
        rows = min(self._rows_for(self.width()), self._most_rows)
        return QSize(240, rows * (taller(TARGET) + RHYTHM) - RHYTHM)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height() if self._keeps_all else taller(TARGET))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()  # how many rows it takes follows its width

    def _rows_for(self, width: int) -> int:
        rows, x = 1, 0
        for chip in self._chips:
            wide = min(chip.sizeHint().width(), width)
            if x and x + wide > width:
                rows, x = rows + 1, 0
            x += wide + RHYTHM
        return rows

    def _lay_out(self) -> None:
        x = y = 0
        for chip in self._chips:
            wide = min(chip.sizeHint().width(), self.width())
            if x and x + wide > self.width():
                x, y = 0, y + taller(TARGET) + RHYTHM
            chip.setGeometry(x, y, wide, taller(TARGET))
            chip.setVisible(y + taller(TARGET) <= self.height())
            x += wide + RHYTHM
