"""The open requests of whoever is greeted: rows, smaller rows, or only how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from frontdesk.domain.care.requests import SpecialRequest
from frontdesk.ui.counter.rows import RequestRow
from frontdesk.ui.language import ntr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.emptying import empty

MOST = 2
_BELOW, _BESIDE = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class Shape(Enum):
    """How much room requests take, from most to none."""

    ROWS = auto()
    LINES = auto()
    BESIDE = auto()
    COUNTED = auto()


class RequestRows(QWidget):
    """The most pressing requests as rows; `counted` says in words how many have none."""

    move_wanted = Signal(object, object)
    details_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open, self._shape = 0, Shape.ROWS
        self._row = QBoxLayout(_BELOW, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(RHYTHM)

    def show_requests(self, requests: Sequence[SpecialRequest], now: int, zone: ZoneInfo) -> None:
        """Show these, the most pressing first."""
        empty(self._row)
        self._open = len(requests)
        for request in requests[:MOST]:
            row = RequestRow(request, now, zone, calm=True)
            row.move_wanted.connect(self.move_wanted)
            row.details_wanted.connect(self.details_wanted)
            self._row.addWidget(row, 1)
            row.show()

    def take(self, shape: Shape) -> None:
        """Take no more room than this."""
        self._shape = shape
        self._row.setDirection(_BESIDE if shape is Shape.BESIDE else _BELOW)
        for row in self.rows():
            row.shrink(shape is not Shape.ROWS)
        self.setVisible(bool(self._open) and shape is not Shape.COUNTED)
        self._row.invalidate()
        self._row.activate()

    def rows(self) -> list[RequestRow]:
        found = (self._row.itemAt(place).widget() for place in range(self._row.count()))
        return [row for row in found if isinstance(row, RequestRow)]

    def counted(self) -> str:
        """In words those that no row shows; empty where rows show all."""
        if self._shape is Shape.COUNTED and self._open:
            return ntr("{n} request", "{n} requests", self._open)
        if self._open > MOST:
            return ntr("{n} more request", "{n} more requests", self._open - MOST)
        return ""
