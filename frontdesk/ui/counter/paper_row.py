"""A paper stamp card, taken over in one tap: "she had four"."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from frontdesk.ui.counter.flow import ChipFlow
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.labels import PlainLabel

_ROWS = 2
_NUMBER_WIDTH = 56


class PaperRow(ChipFlow):
    """How many stamps the paper card had; the last may be a full one. With none to offer it takes no room."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._goal = 0, 0
        self.limit_rows(_ROWS, keep_all=True)
        self.hide()
        LANGUAGE.changed.connect(self._show)

    def offer(self, most: int, goal: int) -> None:
        """Offer up to `most` stamps; as many as the card's `goal` are a full one."""
        if (most, goal) != (self._most, self._goal):
            self._most, self._goal = most, goal
            self._show()
        self.setVisible(most > 0)

    def numbers(self) -> list[Chip]:
        """The chips, from one stamp on."""
        return [chip for chip in self.chips() if isinstance(chip, Chip)]

    def _show(self) -> None:
        heading = PlainLabel(tr("Had a paper card with:"), "quiet")
        heading.setMinimumHeight(TARGET)
        self.show_chips([heading, *(self._chip(n) for n in range(1, self._most + 1))])

    def _chip(self, n: int) -> Chip:
        chip = NumberChip()
        full = n == self._goal
        chip.say(tr("Full") if full else str(n))
        said = ntr("They had {n} stamp on a paper card", "They had {n} stamps on a paper card", n)
        chip.setAccessibleName(said)
        chip.setToolTip(said)
        chip.clicked.connect(lambda checked=False: self.wanted.emit(n))
        return chip


class NumberChip(Chip):
    """A digit alone would be too narrow to be tapped."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(_NUMBER_WIDTH, TARGET))
