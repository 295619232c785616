"""A paper stamp card, taken over in one tap: "she had four"."""

from __future__ import annotations

from collections.abc import Sequence

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
        self._heading = PlainLabel(role="quiet")
        self._heading.setMinimumHeight(TARGET)
        self._made: list[NumberChip] = []
        self.limit_rows(_ROWS, keep_all=True)
        self.hide()
        LANGUAGE.changed.connect(self._say_again)

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
        """The chips are kept: each customer in turn may have another number of them."""
        for n in range(len(self._made) + 1, self._most + 1):
            chip = NumberChip()
            chip.clicked.connect(lambda checked=False, n=n: self.wanted.emit(n))
            self._made.append(chip)
        for chip in self._made[self._most :]:
            chip.hide()
        wanted = self._made[: self._most]
        self._say(wanted)
        self.take_in([self._heading, *wanted])

    def _say_again(self) -> None:
        self._say(self.numbers())
        self.arrange()

    def _say(self, chips: Sequence[Chip]) -> None:
        self._heading.setText(tr("Had a paper card with:"))
        for n, chip in enumerate(chips, 1):
            chip.say(tr("Full") if n == self._goal else str(n))
            said = ntr("They had {n} stamp on a paper card", "They had {n} stamps on a paper card", n)
            chip.setAccessibleName(said)
            chip.setToolTip(said)


class NumberChip(Chip):
    """A digit alone would be too narrow to be tapped."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(_NUMBER_WIDTH, TARGET))
