"""The answers that a figure rests on: when, who, and what they said. A tap opens one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt

from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.response_news import Came
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.feedback.signs import mood_icon
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.office.listed_page import LISTED, ListedPage
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.wording.dates import day
from frontdesk.wording.response_news import came_words


class AnswersPage(ListedPage):
    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._came: tuple[Came, ...] = ()
        self._more = 0

    def show_answers(self, sentence: str, ids: Sequence[int]) -> None:
        """List them under the figure's sentence, read beside the window."""
        self.sentence.setText(sentence)
        self._came, self._more = (), max(len(ids) - LISTED, 0)
        self._fill()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        read = self._counter.desk.response_figures.listed
        self._counter.bridge.work(read, tuple(ids[:LISTED]), done=self._on_read)

    def _on_read(self, came: list[Came]) -> None:
        self._came = tuple(came)
        self._fill()
        first = self._first_button()
        if first is not None and self.back.hasFocus():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self._list_rows([self._row(each) for each in self._came], self._more)

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
