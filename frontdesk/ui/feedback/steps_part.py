"""What was done about an answer, from its coming on: a line for each act, with when and by whom."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.feedback.responses import ResponseStory
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import when_words
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.responses import step_sentence


class StepsPart(QWidget):
    """Reads only; the last act stands at the end."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("What became of it"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(RHYTHM // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM // 2)
        column.addWidget(heading)
        column.addLayout(self._lines)

    def show_story(self, story: ResponseStory) -> None:
        """Say each step in the language spoken now."""
        desk, texts = self._counter.desk, LANGUAGE.texts
        staff = {each.id: each.name for each in (*desk.staffing.staff(), *desk.staffing.gone())}
        empty(self._lines)
        for step in story.steps:
            said = step_sentence(texts, step, story.response, staff)
            if said:
                when = when_words(step.at, desk.zone, desk.now())
                self._lines.addWidget(Prose(tr("{when}: {what}", when=when, what=said)))

    def lines(self) -> list[str]:
        """What it says, from the beginning."""
        widgets = (self._lines.itemAt(place).widget() for place in range(self._lines.count()))
        return [each.text() for each in widgets if isinstance(each, Prose)]
