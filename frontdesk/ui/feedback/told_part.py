"""What was done about an answer, as the cashier says it to them at the next greeting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.feedback.responses import Response
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.feedback.suggestion_row import SuggestionRow
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import when_words
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.text_area import TextArea
from frontdesk.wording.responses import told_suggestions

_HEIGHT = 76


class ToldPart(QWidget):
    """The words are saved as they are left, with Undo. What is being typed is not overwritten."""

    told = Signal(int, str)
    """Of which answer, and what is to be said."""
    said = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._response: Response | None = None
        self.words = TextArea(_HEIGHT)
        self.field = Field(lambda: tr("What was done, as you say it next time"), self.words)
        self._suggested = tuple[str, ...]()
        self.suggestions: list[SuggestionRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(RHYTHM)
        self.heard = Prose()
        self.said_button = TextButton("message-circle")
        speak(self.said_button.say, lambda: tr("They heard it"))
        self.said_button.clicked.connect(self.said)
        self.words.left.connect(self._on_left)
        self.words.textChanged.connect(lambda: self.field.set_fault(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.field)
        column.addLayout(self._rows)
        column.addWidget(self.heard)
        column.addWidget(self.said_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_response(self, response: Response) -> None:
        """Show what is to be said, or was; where there is nothing yet, what one might say."""
        if self._response is not None and self._response.id != response.id:
            self.finish()
        changed = self.words.is_changed() and self._response is not None
        self._response = response
        if not changed:
            self.words.put(response.told)
        self._suggest(told_suggestions(LANGUAGE.texts, response) if not response.told else ())
        self.heard.setText(self._heard(response))
        self.heard.setVisible(bool(self.heard.text()))
        self.said_button.setVisible(bool(response.told) and response.said_at is None)

    def finish(self) -> None:
        """Take what was typed last."""
        self.words.finish()

    def refuse(self, sentence: str) -> None:
        """It could not be kept: the words stay here, with why."""
        self.field.set_fault(sentence)

    def stops(self) -> tuple[QWidget, ...]:
        """All that takes the keyboard, in the order in which it is read."""
        return self.words, *self.suggestions, self.said_button

    def _suggest(self, sentences: tuple[str, ...]) -> None:
        """The rows stay while they say the same: the keyboard may be on one."""
        if sentences == self._suggested:
            return
        self._suggested = sentences
        empty(self._rows)
        self.suggestions = [SuggestionRow(each) for each in sentences]
        for row in self.suggestions:
            row.clicked.connect(partial(self._take, row.text()))
            self._rows.addWidget(row)

    def _take(self, sentence: str, checked: bool = False) -> None:
        """Its words, to be changed: they are kept when they are left."""
        self.words.setPlainText(sentence)
        self.words.setFocus()
        self.words.moveCursor(self.words.textCursor().MoveOperation.End)

    def _on_left(self, text: str) -> None:
        if self._response is not None:
            self.told.emit(self._response.id, text)

    def _heard(self, response: Response) -> str:
        if not response.told:
            return ""
        desk = self._counter.desk
        if response.said_at is not None:
            when = when_words(response.said_at, desk.zone, desk.now())
            return tr("They heard it: {when}.", when=when)
        if response.customer_id is None:
            return tr("It comes up at their greeting once you know whose answer it is.")
        return tr("It comes up at their next greeting.")
