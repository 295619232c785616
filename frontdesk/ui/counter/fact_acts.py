"""What is answered about a fact that has grown old, by whoever is greeted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.people.facts import Answer, Fact, FactOutcome
from frontdesk.domain.regulars.greeting import Greeting
from frontdesk.domain.regulars.visits import THIS_VISIT
from frontdesk.ui.counter.gestures import Gestures
from frontdesk.ui.counter.sheets import Notify
from frontdesk.ui.language import LANGUAGE
from frontdesk.wording.facts import outcome_sentence, undone_sentence

if TYPE_CHECKING:
    from frontdesk.ui.counter.change_line import ChangeLine
    from frontdesk.ui.counter.greeting_panel import GreetingPanel


class FactActs(QObject):
    """Submits the answers, each with its way back, and remembers what was asked: nobody hears a question
    twice in a visit, also where it was let go without an answer.
    """

    line_left = Signal()
    """The line for new words is not wanted any more."""

    def __init__(
        self,
        desk: Any,
        gestures: Gestures,
        panel: GreetingPanel,
        notify: Notify,
        name_of: Callable[[int], str],
    ) -> None:
        super().__init__(gestures)
        self._desk, self._gestures, self._panel = desk, gestures, panel
        self._notify, self._name_of = notify, name_of
        self._shown: Greeting | None = None
        self._asked_at: dict[int, int] = {}
        panel.may_ask = self.may_ask
        panel.check.answered.connect(self.answer)

    @cached_property
    def line(self) -> ChangeLine:
        """Made when something first changed."""
        from frontdesk.ui.counter.change_line import ChangeLine

        line = ChangeLine()
        line.sent.connect(self._change)
        line.given_up.connect(self.line_left)
        return line

    def may_ask(self, customer_id: int, now: int) -> bool:
        """Were they not asked in the visit that may be going on?"""
        asked_at = self._asked_at.get(customer_id)
        return asked_at is None or not 0 <= now - asked_at <= THIS_VISIT

    def follow(self, greeting: Greeting | None) -> None:
        """Somebody is greeted, or nobody: whoever was before them, with a question, was asked."""
        before, self._shown = self._shown, greeting
        turned = greeting is None or (before is not None and before.customer.id != greeting.customer.id)
        if before is not None and turned and before.to_check is not None:
            self._asked_at.setdefault(before.customer.id, self._desk.now())

    def answer(self, fact: Fact, answer: Answer) -> None:
        """One tap. What changed is typed first."""
        if answer is Answer.CHANGED:
            self._panel.open_line(self.line)
            self.line.begin(fact)
        elif not self._gestures.is_bounce("fact", fact.id, answer):
            service = self._desk.facts
            said = service.stands if answer is Answer.STANDS else service.gone
            self._gestures.submit(said, fact.id, done=self._on_answered)

    def _change(self, fact: Fact, text: str) -> None:
        if not self._gestures.is_bounce("fact", fact.id, text):
            self._gestures.submit(self._desk.facts.changed, fact.id, text, done=self._on_changed)

    def _on_changed(self, outcome: FactOutcome) -> None:
        if self._panel.line is self.line:
            self.line_left.emit()
        self._on_answered(outcome)

    def _on_answered(self, outcome: FactOutcome) -> None:
        said = outcome_sentence(LANGUAGE.texts, outcome, self._name_of(outcome.customer_id))
        self._notify(said, icon="check", undo=partial(self._undo, outcome.gesture))

    def _undo(self, gesture: bytes) -> None:
        self._gestures.submit(self._desk.facts.undo, gesture, done=self._on_undone)

    def _on_undone(self, outcome: FactOutcome) -> None:
        said = undone_sentence(LANGUAGE.texts, outcome, self._name_of(outcome.customer_id))
        self._notify(said, icon="undo-2")
