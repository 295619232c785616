"""What a sheet does about single facts of a customer; it outlives the sheet, so that its Undo does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from frontdesk.domain.people.facts import Answer, Fact, FactKind, FactOutcome, Reason
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE
from frontdesk.wording.facts import outcome_sentence, undone_sentence


@dataclass(frozen=True)
class FactKeeping:
    """Submits for one customer, who is called `name` in what is said afterwards."""

    counter: Counter
    customer_id: int
    name: str

    def note(self, kind: FactKind, text: str) -> None:
        self._submit(self._service.note, self.customer_id, kind, text)

    def note_why(self, reason: Reason, whom_id: int | None = None) -> None:
        self._submit(self._service.note_why, self.customer_id, reason, "", whom_id)

    def answer(self, fact: Fact, answer: Answer, text: str = "") -> None:
        match answer:
            case Answer.STANDS:
                self._submit(self._service.stands, fact.id)
            case Answer.CHANGED:
                self._submit(self._service.changed, fact.id, text)
            case Answer.GONE:
                self._submit(self._service.gone, fact.id)

    @property
    def _service(self) -> Any:
        return self.counter.desk.facts

    def _submit(self, method: Callable[..., FactOutcome], *args: object) -> None:
        self.counter.bridge.submit(method, self.counter.desk.act(), *args, done=self._on_done)

    def _on_done(self, outcome: FactOutcome) -> None:
        said = outcome_sentence(LANGUAGE.texts, outcome, self.name)
        self.counter.notify(said, icon="check", undo=partial(self._undo, outcome.gesture))

    def _undo(self, gesture: bytes) -> None:
        desk = self.counter.desk
        self.counter.bridge.submit(desk.facts.undo, desk.act(), gesture, done=self._on_undone)

    def _on_undone(self, outcome: FactOutcome) -> None:
        self.counter.notify(undone_sentence(LANGUAGE.texts, outcome, self.name), icon="undo-2")
