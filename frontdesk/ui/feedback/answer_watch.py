"""A quiet sign at the counter that somebody who was not happy has just said so on the shop's own page."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import MINUTE
from frontdesk.domain.feedback.responses import Response, ResponseState, WayBack
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.language import tr
from frontdesk.ui.widgets.notice import Remedy

if TYPE_CHECKING:
    from frontdesk.ui.counter.window import CounterWindow

log = logging.getLogger(__name__)

_JUST_NOW: Final = 5 * MINUTE
"""What came before is no news; Today counts it."""


class AnswerWatch(QObject):
    """One line in the notice bar, and only while nothing else stands there: no dialog, nothing over a sale,
    and not a word of the answer, for customers stand in front of it. What is not said here Today counts.
    """

    def __init__(self, window: CounterWindow) -> None:
        super().__init__(window)
        self._window, self._desk, self._bridge = window, window.desk, window.bridge
        self._began, self._last = 0, 0

    def begin(self) -> None:
        """Watch from now on; once is enough."""
        if not self._began:
            self._began = self._desk.now()
            self._bridge.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.responses:
            now = self._desk.now()
            read = self._desk.responses.between
            since = max(self._began, now - _JUST_NOW)
            self._bridge.work(read, since, now + 1, done=self._on_answers, refused=self._on_not_read)

    def _on_answers(self, answers: tuple[Response, ...]) -> None:
        """Each is news once, also when a later one was set aside and came back meanwhile."""
        news = [each for each in answers if each.id > self._last]
        self._last = max((self._last, *(each.id for each in answers)))
        sad = [each for each in news if _is_sad_news(each)]
        if sad and self._window.notices.at_rest:
            look = partial(self._window.open_sheet, SheetName.RESPONSE, response_id=sad[-1].id)
            self._window.notices.show_notice(
                tr("An answer came: somebody was not happy."), icon="inbox", remedy=Remedy(tr("Look"), look)
            )

    def _on_not_read(self, sentence: str, error: Exception) -> None:
        """Nobody asked for it by hand; Today counts the answer in any case."""
        log.warning("what came was not read: %s", type(error).__name__)


def _is_sad_news(response: Response) -> bool:
    by_itself = response.way is WayBack.PAGE and response.state is ResponseState.NEW
    return by_itself and response.unhappy
