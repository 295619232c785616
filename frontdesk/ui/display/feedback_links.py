"""Where the square on the customer's screen leads: one recorded card a day and language, for anybody.

A card of its own for each customer would record who stood here; the one for anybody tells nobody apart.
"""

from __future__ import annotations

import logging
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.feedback.feedback_cards import IssuedCards
from frontdesk.domain.feedback.ways_back import WaysBack
from frontdesk.ui.bridge import Bridge

log = logging.getLogger(__name__)

_Wanted = tuple[date, str, WaysBack]


class FeedbackLinks(QObject):
    """Answers at once with what there is; `arrived` when there is more."""

    arrived = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._desk = bridge, bridge.desk
        self._urls: dict[_Wanted, str] = {}

    def url(self, language: str) -> str:
        """The address for a language; empty until it is there, and where the shop asks for no answers."""
        ways: WaysBack = self._desk.feedback.ways()
        if not ways:
            return ""
        wanted = (self._desk.today(), language, ways)
        if wanted not in self._urls:
            self._urls[wanted] = ""
            self._bridge.submit(
                self._desk.feedback.for_screen,
                self._desk.act(),
                language,
                done=partial(self._on_issued, wanted),
                refused=partial(self._on_refused, wanted),
                owner=self,
            )
        return self._urls[wanted]

    def _on_issued(self, wanted: _Wanted, issued: IssuedCards) -> None:
        self._urls = {each: url for each, url in self._urls.items() if each[0] == wanted[0]}
        self._urls[wanted] = issued.cards[0].url
        self.arrived.emit()

    def _on_refused(self, wanted: _Wanted, sentence: str, error: Exception) -> None:
        """The screen has no square then, until it is asked for once more; a customer need not know why."""
        self._urls.pop(wanted, None)
        log.warning("no feedback card for the customer's screen: %s", type(error).__name__)
