"""Leaving and coming back as one tap each. It outlives the sheet, so that its Undo does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from frontdesk.domain.leaving import LeavingReason, LeavingSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr

Landed = Callable[[LeavingSaved], None]


@dataclass(frozen=True)
class ComingAndGoing:
    """Lets people leave and come back, and says so in the notice bar."""

    counter: Counter

    def leave(self, customer_id: int, landed: Landed) -> None:
        desk = self.counter.desk
        done = partial(self._on_left, landed)
        self.counter.bridge.submit(desk.leaving.leave, desk.act(), customer_id, done=done)

    def say_why(self, customer_id: int, reason: LeavingReason) -> None:
        """Noted beside the leaving; what is tapped last counts."""
        desk = self.counter.desk
        self.counter.bridge.submit(desk.leaving.say_why, desk.act(), customer_id, reason)

    def welcome_back(self, customer_id: int) -> None:
        """They are here again, and greeted."""
        desk = self.counter.desk
        self.counter.bridge.submit(desk.leaving.come_back, desk.act(), customer_id, done=self._on_back)

    def _on_left(self, landed: Landed, saved: LeavingSaved) -> None:
        landed(saved)
        said = tr("{name} has left. What is theirs stays theirs.", name=saved.customer.address)
        self.counter.notify(said, icon="log-out", undo=partial(self._take_back, saved.gesture))

    def _take_back(self, gesture: bytes) -> None:
        desk = self.counter.desk
        self.counter.bridge.submit(desk.leaving.take_back, desk.act(), gesture, done=self._on_undone)

    def _on_undone(self, saved: LeavingSaved) -> None:
        self.counter.choose(saved.customer.id)
        self.counter.notify(tr("{name} is here as before.", name=saved.customer.address), icon="undo-2")

    def _on_back(self, saved: LeavingSaved) -> None:
        self.counter.choose(saved.customer.id)
        name = saved.customer.address
        said = tr("{name} is back, with all that was theirs. Ask anew before you send messages.", name=name)
        self.counter.notify(said, icon="heart-handshake")
