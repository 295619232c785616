"""One question as the owner sets it: asked or not, where in the order, and in whose words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.feedback.questions import ANSWERED_BY, MOST_LETTERS, AnsweredBy, Topic
from frontdesk.domain.text import BadInput, clean_line
from frontdesk.texts import texts_for
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown, is_large
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.widgets.buttons import IconButton
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.wording.questions import question_text

_TICK_WIDTH = 132


class QuestionRow(QWidget):
    """An empty text is asked in the program's words, which stand there in grey. The visit is always asked."""

    toggled = Signal()
    reworded = Signal(str)
    moved = Signal(int)
    """Wanted so many places further down; up is less than nothing."""

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self.topic = topic
        self.asked, self.text = TickRow(), TextLine(limit=MOST_LETTERS)
        self.field = Field(self._name, self.text, lambda: _how(ANSWERED_BY[topic]))
        self.up, self.down = IconButton("chevron-up"), IconButton("chevron-down")
        self.asked.setEnabled(topic is not Topic.VISIT)
        speak(self._say_asked, self._name)
        speak(self.up.say, lambda: tr("Earlier: {question}", question=self._name()))
        speak(self.down.say, lambda: tr("Later: {question}", question=self._name()))
        self.asked.clicked.connect(self.toggled)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.text.finished.connect(self._on_finished)
        self.text.textEdited.connect(lambda: self.field.set_fault(""))
        if not is_large():
            self.asked.setFixedWidth(grown(_TICK_WIDTH))
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.asked, 0, middle)
        row.addWidget(self.field, 1)
        arrows = QHBoxLayout()
        for arrow in (self.up, self.down):
            arrows.addWidget(arrow, 0, middle)
        arrows.addStretch(1)
        row.addLayout(arrows)

    def show_text(self, own: str, language: str) -> None:
        """Show the shop's words in a language, unless somebody is typing; the program's stand in for none."""
        self.text.setPlaceholderText(question_text(texts_for(language), self.topic))
        if not self.text.isModified() and not self.field.fault:
            self.text.put(own)

    def words(self) -> str:
        """What is asked, as it stands here now."""
        return self.text.text().strip() or self.text.placeholderText()

    def _on_finished(self, typed: str) -> None:
        try:
            clean_line(typed, MOST_LETTERS)
        except BadInput as bad:
            self.text.setModified(True)
            self.field.set_fault(sentence_for(bad))
        else:
            self.reworded.emit(typed)

    def _name(self) -> str:
        return question_text(LANGUAGE.texts, self.topic)

    def _say_asked(self, name: str) -> None:
        self.asked.say(tr("Always") if self.topic is Topic.VISIT else tr("Ask this"))
        self.asked.setAccessibleName(tr("Ask: {question}", question=name))


def _how(answered_by: AnsweredBy) -> str:
    match answered_by:
        case AnsweredBy.FACES:
            return tr("Answered with a face, in one tap.")
        case AnsweredBy.BOXES:
            return tr("Answered with a tick, and words for whoever likes.")
        case AnsweredBy.WORDS:
            return tr("Answered in words.")
