"""What was keyed in while the page is open, the latest first, each with its way back where it has one."""

from __future__ import annotations

from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.feedback.responses import Response
from frontdesk.ui.feedback.signs import mood_icon
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.people.record_rows import RecordRow, when_words
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.responses import card_words, mood_sentence

_MOST_SHOWN: Final = 12


class KeyedAnswers(QWidget):
    """`undo_wanted` carries the act that brought an answer in."""

    undo_wanted = Signal(bytes)

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self._kept: dict[int, tuple[Response, bytes | None]] = {}
        self._count = Prose(size=Size.BODY, ink="ink", strong=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(RHYTHM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self._count)
        column.addLayout(self._rows)
        LANGUAGE.changed.connect(self._show)
        self._show()

    def add(self, response: Response, gesture: bytes | None) -> None:
        """`gesture` takes it back; None where it took the place of an answer, which is not kept."""
        self._kept.pop(response.id, None)
        self._kept[response.id] = response, gesture
        self._show()

    def take_away(self, response_id: int) -> None:
        """It was taken back."""
        self._kept.pop(response_id, None)
        self._show()

    def _show(self) -> None:
        empty(self._rows)
        said = ntr("{n} answer keyed in", "{n} answers keyed in", len(self._kept))
        self._count.setText(said if self._kept else tr("Nothing is keyed in yet."))
        for response, gesture in list(self._kept.values())[: -_MOST_SHOWN - 1 : -1]:
            self._rows.addWidget(self._row(response, gesture))

    def _row(self, response: Response, gesture: bytes | None) -> RecordRow:
        texts = LANGUAGE.texts
        what = " · ".join(filter(None, (card_words(texts, response), response.called)))
        when = when_words(response.at, self._zone, response.at)
        row = RecordRow(mood_icon(response.mood), what, f"{mood_sentence(texts, response)} · {when}")
        if gesture is not None:
            row.offer(tr("Undo"), partial(self.undo_wanted.emit, gesture))
        return row
