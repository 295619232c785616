"""The ground on which the counter lies: header, the greeting's card, the wall's card, calls, notice bar."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.ui.counter.density import NORMAL, Density, density_for
from frontdesk.ui.counter.header import Header
from frontdesk.ui.look.metrics import RHYTHM, SHADOW
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.notice import NoticeBar

_WALL_SHARE: Final = 0.335
_WALL_LEAST, _WALL_MOST = 424, 880
_WALL_PADDING_LEAST, _WALL_PADDING_LESS = 14, 6


class Ground(QWidget):
    """Places the counter's parts and divides the room between them. Each card shows one side at a time:
    `left` whoever is greeted or nobody, `right` the wall or what was found.
    """

    def __init__(self, header: Header, notices: NoticeBar) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._header, self._notices = header, notices
        self._call: QWidget | None = None
        self._banner: QWidget | None = None
        self.density: Density = NORMAL
        self.left, self.right = QStackedWidget(), QStackedWidget()
        self.left_card, self.right_card = Card(), Card()
        for card, stack in ((self.left_card, self.left), (self.right_card, self.right)):
            QVBoxLayout(card).addWidget(stack)
        self._whole = QVBoxLayout(self)
        self._calls, self._bar = _inset(), _inset()
        self._lay_out()

    def take_calls(self, strip: QWidget) -> None:
        """The strip of those who ask for the manager, between the cards and the notice bar."""
        self._call = strip
        self._calls.addWidget(strip)

    def take_banner(self, banner: QWidget) -> None:
        """What stands above all else, from edge to edge."""
        self._banner = banner
        self._whole.insertWidget(0, banner)

    def take_arrivals(self, chip: QWidget) -> None:
        """Who waits to be greeted, before the notice bar: its Undo, at the other end, stays where it is."""
        self._bar.insertWidget(0, chip)

    def fit(self, window: QSize) -> None:
        """Divide a window of that size between the cards, and choose the `density` that suits it."""
        wall = round(min(max(window.width() * _WALL_SHARE, _WALL_LEAST), _WALL_MOST))
        self.right_card.setFixedWidth(wall)
        bars = self._header.height() + self._notices.height() + RHYTHM * 4
        if self._call is not None and not self._call.isHidden():
            bars += self._call.height()
        if self._banner is not None:
            bars += self._banner.height()
        self.density = density_for(window.height() - bars)
        padding = self.density.padding
        beside_wall = max(padding - _WALL_PADDING_LESS, _WALL_PADDING_LEAST)
        for card, sides in ((self.left_card, padding), (self.right_card, beside_wall)):
            card.layout().setContentsMargins(sides, padding, sides, padding)

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(0)
        cards.addWidget(self.left_card, 1)
        cards.addWidget(self.right_card)
        column = QVBoxLayout()
        column.setContentsMargins(SHADOW, RHYTHM + 4, SHADOW, RHYTHM)
        column.setSpacing(RHYTHM // 2)
        column.addWidget(self._header)
        column.addLayout(cards, 1)
        column.addLayout(self._calls)
        self._bar.setSpacing(RHYTHM)
        self._bar.addWidget(self._notices, 1)
        column.addLayout(self._bar)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(column)


def _inset() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(RHYTHM, 0, RHYTHM, 0)
    return row
