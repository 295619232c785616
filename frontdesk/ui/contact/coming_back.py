"""Leaving and coming back as one tap each. It outlives the sheet, so that its Undo does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from frontdesk.domain.people.leaving import LeavingReason, LeavingSaved
from frontdesk.ui.bridge import Refusal
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.leaving import reason_name

Landed = Callable[[LeavingSaved], None]


@dataclass(frozen=True)
class ComingAndGoing:
    """Lets people leave and come back, and says so in the notice bar."""

    counter: Counter

    def leave(self, customer_id: int, landed: Landed, refused: Refusal) -> None:
        done = partial(self._on_left, landed)
        self.counter.submit(self._leaving.leave, customer_id, done=done, refused=refused)

    def say_why(self, customer_id: int, reason: LeavingReason) -> None:
        """Noted beside the leaving; what is tapped last counts."""
        done = partial(self._on_told, reason)
        self.counter.submit(self._leaving.say_why, customer_id, reason, done=done)

    def welcome_back(self, customer_id: int) -> None:
        """They are here again, and greeted."""
        self.counter.submit(self._leaving.come_back, customer_id, done=self._on_back)

    def _on_left(self, landed: Landed, saved: LeavingSaved) -> None:
        landed(saved)
        said = tr("{name} has left. What is theirs stays theirs.", name=saved.customer.address)
        self._tell(said, "log-out", saved, self._on_here_again)

    def _on_told(self, reason: LeavingReason, saved: LeavingSaved) -> None:
        why = reason_name(LANGUAGE.texts, reason)
        said = tr("Why {name} left: {reason}", name=saved.customer.address, reason=why)
        self._tell(said, "check", saved, self._on_untold)

    def _on_back(self, saved: LeavingSaved) -> None:
        self.counter.choose(saved.customer.id)
        name = saved.customer.address
        said = tr("{name} is back, with all that was theirs. Ask anew before you send messages.", name=name)
        self._tell(said, "heart-handshake", saved, self._on_gone_again)

    def _on_here_again(self, saved: LeavingSaved) -> None:
        self.counter.choose(saved.customer.id)
        self.counter.notify(tr("{name} is here as before.", name=saved.customer.address), icon="undo-2")

    def _on_untold(self, saved: LeavingSaved) -> None:
        self.counter.notify(tr("Taken back: {name}", name=saved.customer.address), icon="undo-2")

    def _on_gone_again(self, saved: LeavingSaved) -> None:
        said = tr("{name} is among those who left, as before.", name=saved.customer.address)
        self.counter.notify(said, icon="undo-2")

    def _tell(self, said: str, icon: str, saved: LeavingSaved, undone: Landed) -> None:
        """With its Undo, where there is something to take back."""
        gesture = saved.gesture
        undo = partial(self._take_back, gesture, undone) if gesture is not None else None
        self.counter.notify(said, icon=icon, undo=undo)

    def _take_back(self, gesture: bytes, undone: Landed) -> None:
        self.counter.submit(self._leaving.take_back, gesture, done=undone)

    @property
    def _leaving(self) -> Any:
        return self.counter.desk.leaving
