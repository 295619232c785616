"""The cards in as many columns as they find room for; the first of them, and the faces, take two places."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.domain.office.overview import FigureName
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.office.overview.figure_card import FigureCard

_NARROWEST: Final = 172
_MOST: Final = 5
_WIDE: Final = {3: (FigureName.VISITS, FigureName.MOOD), 4: (FigureName.VISITS, FigureName.MOOD)}
"""In so many columns these take two places: no place is left empty."""


class CardGrid(QWidget):
    def __init__(self, cards: dict[FigureName, FigureCard]) -> None:
        super().__init__()
        self._cards, self.columns = cards, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(RHYTHM)
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(min(max(self.width() // grown(_NARROWEST), 1), _MOST))

    def _arrange(self, columns: int) -> None:
        if columns == self.columns:
            return
        for column in range(self.columns):
            self._grid.setColumnStretch(column, 0)
        self.columns, place = columns, 0
        for name, card in self._cards.items():
            self._grid.removeWidget(card)
            wide = 2 if name in _WIDE.get(columns, ()) else 1
            row, column = divmod(place, columns)
            if column + wide > columns:
                row, column, place = row + 1, 0, (row + 1) * columns
            self._grid.addWidget(card, row, column, 1, wide)
            place += wide
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
