"""What a day came to, as its slip says it: the figures, and below them who did what of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.domain.paper.day_close import DayClose
from frontdesk.texts import Texts
from frontdesk.ui.look.metrics import RHYTHM, Size, grown
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.day_close import slip_words

_NUMBER: Final = 96
_WIDEST: Final = 760
"""A number that stands far from its words is read in the wrong line."""


class DayFigures(QWidget):
    """A table without lines: words on the left, numbers to the right of them."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(RHYTHM * 2)
        self._grid.setVerticalSpacing(RHYTHM // 2)
        self._grid.setColumnStretch(0, 1)
        self.setMaximumWidth(grown(_WIDEST))

    def show_day(self, texts: Texts, close: DayClose) -> None:
        """In the reader's language, whatever the slip speaks."""
        empty(self._grid)
        words = slip_words(texts, close)
        rows = [*words.lines, *words.staff, *((line,) for line in words.calls)]
        heading = {len(words.lines)} if words.staff else set[int]()
        for row, cells in enumerate(rows):
            self._put(row, 0, cells[0], strong=False, quiet=row in heading)
            # A row of the staff has three numbers, one of the day's figures a single one: in the same column.
            for column, cell in enumerate(cells[1:], 1):
                self._put(row, column, cell, strong=row not in heading, quiet=row in heading)

    def _put(self, row: int, column: int, said: str, *, strong: bool, quiet: bool) -> None:
        cell = Prose(said, size=Size.BODY, ink="quiet" if quiet else "ink", strong=strong)
        if column:
            cell.setMinimumWidth(grown(_NUMBER))
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
