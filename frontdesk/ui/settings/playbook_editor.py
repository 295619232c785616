"""A playbook in the shop's own words, in one language at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.care.playbooks import (
    ALOUD,
    MOST_GOODWILL,
    MOST_STEPS,
    Handling,
    OwnWords,
    Playbook,
    Step,
    StepKind,
)
from frontdesk.texts import CUSTOMER_LANGUAGES, LANGUAGES
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.settings.playbook_step_field import PlaybookStepField
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow, Stepper
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import beside, tab_through
from frontdesk.ui.widgets.prose import Prose

_NAME_LIMIT = 40


class PlaybookEditor(QWidget):
    """What is written here is the shop's once it is saved. In a language that only customers speak, there is
    only what is said to them.
    """

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._shown: Playbook | None = None
        self.rows: list[PlaybookStepField] = []
        self.languages = ChipRow([(code, _named(name)) for code, name in CUSTOMER_LANGUAGES.items()])
        self.name, self.goodwill = TextLine(limit=_NAME_LIMIT), Stepper(0, MOST_GOODWILL, 1)
        self.calls, self.same_day = TickRow(), TickRow()
        speak(self.calls.say, lambda: tr("Tell the manager at once"))
        speak(self.same_day.say, lambda: tr("Call them the same day"))
        self.add_button = TextButton("plus")
        speak(self.add_button.say, lambda: tr("Add a step"))
        self.add_button.clicked.connect(self._add_step)
        self._about = Prose()
        speak(
            self._about.setText,
            lambda: tr("Short sentences that can be said as they stand. A step without words is left out."),
        )
        self._steps = QVBoxLayout()
        self._steps.setSpacing(RHYTHM)
        self._rules = QWidget()
        self._lay_out()

    def show_playbook(self, situation: str, language: str) -> None:
        """Show what holds in a language; `situation` is empty for a new one."""
        self.languages.choose(language)
        self.languages.setVisible(bool(situation))  # what is new begins in one language
        playbooks = self._counter.desk.playbooks
        if situation:
            self._shown = playbooks.read(situation, language)
        else:
            self._shown = Playbook("", "", (Step(1, StepKind.SAY, ""), Step(2, StepKind.DO, "")))
        shown, whole = self._shown, language in LANGUAGES
        self.name.put(shown.name)
        self.goodwill.setValue(shown.handling.goodwill)
        self.calls.setChecked(shown.handling.calls)
        self.same_day.setChecked(shown.handling.same_day)
        self._rules.setVisible(whole)
        self.add_button.setVisible(whole)
        for row in list(self.rows):
            self._drop(row)
        for step in shown.steps:
            if whole or step.kind in ALOUD:
                self._append(step, only_words=not whole)
        self._order_stops()

    def changed(self) -> tuple[str, str, OwnWords, Handling] | None:
        """What is to be saved; None where nothing was changed, or nothing is left of it."""
        shown = self._shown
        if shown is None:
            return None
        steps = tuple(step for step in (row.step() for row in self.rows) if step.text)
        words = OwnWords(self.name.text().strip() or shown.name, steps)
        handling = Handling(self.goodwill.value(), self.calls.isChecked(), self.same_day.isChecked())
        language = self.languages.value()
        kept = tuple(
            Step(each.key, each.kind, each.text)
            for each in shown.steps
            if language in LANGUAGES or each.kind in ALOUD
        )
        same = (words.name, steps, handling) == (shown.name, kept, shown.handling)
        if same or not steps or not words.name:
            return None
        return shown.situation, language, words, handling

    def is_own(self) -> bool:
        """Does the shop say it itself in this language?"""
        return self._shown is not None and self._shown.own

    def _add_step(self) -> None:
        if len(self.rows) < MOST_STEPS:
            key = max((row.step().key for row in self.rows), default=0) + 1
            self._append(Step(key, StepKind.DO, ""), only_words=False).words.setFocus()
            self._order_stops()

    def _append(self, step: Step, *, only_words: bool) -> PlaybookStepField:
        row = PlaybookStepField(step, only_words=only_words)
        row.up_wanted.connect(lambda: self._move_up(row))
        row.gone.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._steps.addWidget(row)
        row.show()
        return row

    def _move_up(self, row: PlaybookStepField) -> None:
        place = self.rows.index(row)
        if place:
            self.rows.insert(place - 1, self.rows.pop(place))
            self._steps.insertWidget(place - 1, row)
            row.up.setFocus()
            self._order_stops()

    def _drop(self, row: PlaybookStepField) -> None:
        self.rows.remove(row)
        self._steps.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _order_stops(self) -> None:
        """Let Tab go through the steps as they stand."""
        stops = [part for row in self.rows for part in (row.kind, row.words, row.up, row.remove)]
        tab_through(self.calls, self.same_day, *stops, self.add_button)

    def _lay_out(self) -> None:
        rules = QVBoxLayout(self._rules)
        rules.setContentsMargins(0, 0, 0, 0)
        rules.setSpacing(RHYTHM * 2)
        goodwill = Field(lambda: tr("Stamps that may be given for it"), self.goodwill)
        rules.addLayout(beside(Field(lambda: tr("What the button says"), self.name), goodwill))
        rules.addLayout(beside(self.calls, self.same_day))
        adding = QHBoxLayout()
        adding.addWidget(self.add_button)
        adding.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self.languages)
        column.addWidget(self._rules)
        column.addWidget(self._about)
        column.addLayout(self._steps)
        column.addLayout(adding)


def _named(name: str) -> Callable[[], str]:
    return lambda: name
