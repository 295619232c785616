"""The answers that a figure rests on: when, who, and what they said. A tap opens one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.questions import Mood
from frontdesk.domain.response_news import Came
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.feedback.signs import mood_icon
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.dates import day
from frontdesk.wording.response_news import came_words

_LISTED: Final = 100
"""A longer list helps nobody, and would hold up the window."""


class AnswersPage(QWidget):
    """`back_wanted` asks for the figures again."""

    back_wanted = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._came: tuple[Came, ...] = ()
        self._more = 0
        self.rows: list[RecordRow] = []
        self.back = TextButton("arrow-left")
        speak(self.back.say, lambda: tr("All figures"))
        self.back.clicked.connect(self.back_wanted)
        self.sentence = Prose(size=Size.TITLE, ink="ink", strong=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(RHYTHM)
        page = ScrolledColumn()
        page.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addWidget(self.sentence)
        page.column.addLayout(self._list)
        page.column.addStretch(1)
        fill_with(self, page)
        LANGUAGE.changed.connect(self._fill)

    def show_answers(self, sentence: str, ids: Sequence[int]) -> None:
        """List them under the figure's sentence, read beside the window."""
        self.sentence.setText(sentence)
        self._came, self._more = (), max(len(ids) - _LISTED, 0)
        self._fill()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        read = self._counter.desk.response_figures.listed
        self._counter.bridge.work(read, tuple(ids[:_LISTED]), done=self._on_read)

    def _on_read(self, came: list[Came]) -> None:
        self._came = tuple(came)
        self._fill()
        first = next((row.button for row in self.rows if row.button is not None), None)
        if first is not None and self.back.hasFocus():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        empty(self._list)
        self.rows = [self._row(each) for each in self._came]
        for row in self.rows:
            self._list.addWidget(row)
        if self._more:
            after = ntr("And {n} more after these.", "And {n} more after these.", self._more)
            self._list.addWidget(PlainLabel(after, "quiet"))

    def _row(self, came: Came) -> RecordRow:
        desk, texts = self._counter.desk, LANGUAGE.texts
        when, said = day(texts, came.at, desk.zone, desk.now()), came_words(texts, came)
        mood = Mood(came.mood) if came.mood is not None else None
        row = RecordRow(
            mood_icon(mood),
            came.name or tr("Somebody we do not know"),
            tr("{when} · {note}", when=when, note=said) if said else when,
        )
        row.offer(tr("Open"), partial(self._open, came.response_id))
        return row

    def _open(self, response_id: int) -> None:
        self._counter.open(SheetName.RESPONSE, response_id=response_id)
