"""Settings: which questions are asked, in which order and in whose words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.feedback.questions import Topic
from frontdesk.services.feedback.questions import QuestionSaved
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.settings.question_preview import QuestionPreview
from frontdesk.ui.settings.question_row import QuestionRow
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.prose import Prose


class QuestionsPart(QWidget):
    """Words are saved here, when they are left; which are asked, and in which order, is told by `changed`."""

    changed = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter, self._rewording = counter, _Rewording(counter)
        self.languages = ChipRow([(code, partial(str, own)) for code, own in CUSTOMER_LANGUAGES.items()])
        self._language = counter.desk.shop.settings().cards_language
        self.languages.choose(self._language)
        self.rows = {topic: QuestionRow(topic) for topic in Topic}
        self._order, self.preview = list(Topic), QuestionPreview()
        self._listed = QVBoxLayout()
        self._lay_out()
        self.languages.chosen.connect(self._on_language)
        for topic, row in self.rows.items():
            row.toggled.connect(self._on_changed)
            row.moved.connect(partial(self._move, topic))
            row.reworded.connect(partial(self._reword, topic))
            row.text.textChanged.connect(self._show_preview)

    def show_kept(self, topics: tuple[Topic, ...]) -> None:
        """Show what is kept; what is not asked stands last, and stays where it is when it is put away."""
        if self.topics() != topics:
            self._order = [*topics, *(each for each in self._order if each not in topics)]
            for topic, row in self.rows.items():
                row.asked.setChecked(topic in topics)
        self._show_order()
        self._show_words()

    def topics(self) -> tuple[Topic, ...]:
        """What is asked, in the order in which it stands here."""
        return tuple(topic for topic in self._order if self.rows[topic].asked.isChecked())

    def finish(self) -> None:
        """Save what was typed last."""
        for row in self.rows.values():
            row.text.finish()

    def faulty(self) -> Field | None:
        """The first question that cannot be kept as it is typed."""
        return next((row.field for row in self.rows.values() if row.field.fault), None)

    def _on_language(self, language: str) -> None:
        """What was written in the language before is saved first; what cannot be saved keeps the language."""
        self.finish()
        faulty = self.faulty()
        if faulty is not None:
            self.languages.choose(self._language)
            faulty.control.setFocus()
            return
        self._language = language
        self._show_words()

    def _show_words(self) -> None:
        own = self._counter.desk.questions.wordings()
        for topic, row in self.rows.items():
            row.show_text(own.get((topic, self._language), ""), self._language)
        self._show_preview()

    def _show_order(self) -> None:
        for place, topic in enumerate(self._order):
            row = self.rows[topic]
            if self._listed.indexOf(row) != place:
                self._listed.insertWidget(place, row)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self._order) - 1)
        stops = [
            part
            for row in map(self.rows.__getitem__, self._order)
            for part in (row.asked, row.text, row.up, row.down)
        ]
        tab_through(self.languages, *stops)

    def _show_preview(self) -> None:
        self.preview.show_questions(
            self._language, [(topic, self.rows[topic].words()) for topic in self.topics()]
        )

    def _move(self, topic: Topic, by: int) -> None:
        place = self._order.index(topic)
        self._order.insert(place + by, self._order.pop(place))
        self._show_order()
        row = self.rows[topic]
        button = row.up if by < 0 else row.down
        (button if button.isEnabled() else row.text).setFocus()
        self._on_changed()

    def _on_changed(self) -> None:
        self._show_preview()
        self.changed.emit()

    def _reword(self, topic: Topic, text: str) -> None:
        self._rewording.save(topic, self._language, text, self._on_refused)

    def _on_refused(self) -> None:
        if shiboken6.isValid(self):
            self._show_words()

    def _lay_out(self) -> None:
        heading, why, as_asked = PlainLabel(role="strong"), Prose(), PlainLabel(role="strong")
        speak(heading.setText, lambda: tr("What is asked"))
        speak(as_asked.setText, lambda: tr("As a customer reads it"))
        speak(
            why.setText,
            lambda: tr(
                "In your words, language by language; what you leave empty is asked in ours. Fewer questions "
                "bring more answers. An answer keeps the question that it was given to."
            ),
        )
        self._listed.setSpacing(RHYTHM * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        for part in (heading, why, self.languages):
            column.addWidget(part)
        column.addLayout(self._listed)
        column.addWidget(as_asked)
        column.addWidget(self.preview)


class _Rewording:
    """Saves other words, and takes them back. It outlives the page, so that its Undo does."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def save(self, topic: Topic, language: str, text: str, refused: Callable[[], None]) -> None:
        """`refused` is called where it was not taken, to show what is kept."""

        def done(saved: QuestionSaved) -> None:
            said = tr("This is asked from now on: {question}", question=saved.question.text)
            self._counter.notify(said, undo=partial(self._take_back, topic, language, saved.before))

        def not_done(sentence: str, error: Exception) -> None:
            self._counter.notify(sentence, icon="circle-alert")
            refused()

        desk = self._counter.desk
        self._counter.bridge.submit(
            desk.questions.reword, desk.act(), topic, language, text, done=done, refused=not_done
        )

    def _take_back(self, topic: Topic, language: str, before: str) -> None:
        desk = self._counter.desk
        self._counter.bridge.submit(
            desk.questions.reword, desk.act(), topic, language, before, done=self._on_back
        )

    def _on_back(self, saved: QuestionSaved) -> None:
        self._counter.notify(tr("It is asked as before."), icon="undo-2")
