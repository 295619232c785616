"""Noting that somebody heard what came of their answer to a feedback card, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from frontdesk.domain.feedback.responses import ResponseSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr


@dataclass(frozen=True)
class TellActs:
    """One tap is one act; `name` is how whoever heard it is called in the notice."""

    counter: Counter

    def said(self, response_id: int, name: str) -> None:
        responses = self.counter.desk.responses
        self.counter.submit(responses.said, response_id, done=partial(self._on_said, name))

    def _on_said(self, name: str, saved: ResponseSaved) -> None:
        said = tr("Noted: {name} heard what came of their answer.", name=name)
        self.counter.notify(said, icon="check", undo=partial(self._undo, name, saved.gesture))

    def _undo(self, name: str, gesture: bytes) -> None:
        responses = self.counter.desk.responses
        self.counter.submit(responses.undo, gesture, done=partial(self._on_undone, name))

    def _on_undone(self, name: str, saved: ResponseSaved) -> None:
        self.counter.notify(tr("Taken back: {name} is still to hear it.", name=name), icon="undo-2")
