"""The lower part of the greeting: the usual, what to offer and what is good to know, and the last visits."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from frontdesk.ui.counter.rows import LineList
from frontdesk.ui.counter.usual_view import UsualView
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.widgets.labels import PlainLabel

_BETWEEN = RHYTHM * 3
_VISITS_WIDTH = 240
"""So much the last visits need beside the usual; with less they stand below it."""


class LowerView(QWidget):
    """Shows what it is told to have room for. The last visits stand beside the usual where its chips leave
    them room.
    """

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usual = UsualView(zone, self)
        self.known, self.visits = LineList(least=3), LineList(least=2)
        self._heading = PlainLabel(role="heading")
        speak(self._heading.setText, lambda: tr("Last visits"))
        self._right = QWidget(self)
        self._beside: bool | None = None
        self._grid = QGridLayout(self)
        self._lay_out()

    def show_visits(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """The last visits, the latest first."""
        self.visits.show_lines(lines)

    def show_parts(self, *, usual: bool, heading: bool, offer: bool, known: bool, visits: bool) -> None:
        """Show these parts, as far as there is something in them."""
        self.usual.show_much(heading=heading, offer=offer)
        self.usual.setVisible(usual and self.usual.has_chips())
        self.known.setVisible(known and bool(self.known.lines()))
        self._right.setVisible(visits and bool(self.visits.lines()))
        self._arrange()
        parts = (self.usual, self.usual.offer, self.known, self._right)
        self.setVisible(any(not part.isHidden() for part in parts))
        for part in (self._right, self.usual, self):
            part.layout().invalidate()
            part.layout().activate()

    def _arrange(self) -> None:
        """Put the last visits where there is room for them."""
        chips = self.usual.width_of_chips()
        beside = chips + _BETWEEN + grown(_VISITS_WIDTH) <= self._width()
        beside = beside and not self._right.isHidden()
        self._grid.setColumnMinimumWidth(0, chips if beside else 0)
        if beside == self._beside:
            return
        self._beside = beside
        for widget in (self.usual, self._right):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.usual, 0, 0, 1, 1 if beside else 2)
        self._grid.addWidget(self._right, 0 if beside else 1, 1, 2 if beside else 1, 1)

    def _width(self) -> int:
        """While it is hidden it is not laid out: the panel knows how wide it would be."""
        panel = self.parentWidget()
        return panel.width() if panel is not None else self.width()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout(self._right)
        for side in (left, right):
            side.setSpacing(RHYTHM // 2)
        left.addWidget(self.usual.offer)
        left.addWidget(self.known, 1)
        left.addStretch(0)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._heading)
        right.addWidget(self.visits, 1)
        right.addStretch(0)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BETWEEN)
        self._grid.addLayout(left, 1, 0)
        self._grid.setRowStretch(1, 1)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
