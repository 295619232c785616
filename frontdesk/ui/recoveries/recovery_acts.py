"""The acts of a complaint: one tap, one act, said in the notice bar with Undo. They outlive their sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.recoveries import Recovery, RecoveryOutcome, RecoveryState
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.ui.bridge import Refusal
from frontdesk.ui.counter.gestures import has_several, undone_words
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.goodwill import made_good_sentence
from frontdesk.wording.recoveries import moved_sentence, recorded_sentence

Done = Callable[[RecoveryOutcome], None]


@dataclass(frozen=True)
class RecoveryActs:
    """`done` of an act comes after it is saved, before the notice is said."""

    counter: Counter

    def record(self, situation: str, customer_id: int | None, done: Done, refused: Refusal) -> None:
        self._send(
            self._service.record,
            *(situation, customer_id),
            done=partial(self._on_recorded, done),
            refused=refused,
        )

    def move(self, recovery_id: int, to: RecoveryState) -> None:
        self._send(self._service.move, recovery_id, to, done=self._on_moved)

    def resituate(self, recovery_id: int, situation: str, done: Done, refused: Refusal) -> None:
        self._send(
            self._service.resituate,
            *(recovery_id, situation),
            done=partial(self._on_resituated, done),
            refused=refused,
        )

    def tag(self, recovery_id: int, point: ContactPoint | None) -> None:
        self._send(self._service.tag, recovery_id, point, done=partial(self._on_changed, _nothing))

    def take_on(self, recovery_id: int, staff_id: int) -> None:
        self._send(self._service.take_on, recovery_id, staff_id, done=partial(self._on_changed, _nothing))

    def give_face(self, recovery_id: int, customer_id: int, done: Done) -> None:
        self._send(self._service.give_face, recovery_id, customer_id, done=partial(self._on_face, done))

    def describe(self, before: Recovery, what: str, who: str) -> None:
        """Its Undo brings the words back that the page had before."""
        done = partial(self._on_described, before)
        self._send(self._service.describe, before.id, what, who, done=done)

    def tick(self, recovery_id: int, key: int, done: bool) -> None:
        """A tick is its own Undo: nothing is said."""
        self._send(self._service.tick, recovery_id, key, done, done=_nothing)

    def give(self, recovery_id: int, count: int, refused: Refusal) -> None:
        self._send(self._service.give, recovery_id, count, done=self._on_given, refused=refused)

    def call_manager(self, recovery_id: int) -> None:
        self._send(self._service.call_manager, recovery_id, done=self._on_called)

    # --- what came of them ---

    def _on_recorded(self, done: Done, outcome: RecoveryOutcome) -> None:
        done(outcome)
        recovery = outcome.recovery
        said = recorded_sentence(
            LANGUAGE.texts, self._situation(recovery), recovery.name, called=outcome.called
        )
        self._say(said, "message-square-warning", outcome)

    def _on_moved(self, outcome: RecoveryOutcome) -> None:
        recovery = outcome.recovery
        icon = "heart-handshake" if recovery.state is RecoveryState.CONFIRMED else "list-checks"
        self._say(self._moved(recovery), icon, outcome)

    def _on_changed(self, done: Done, outcome: RecoveryOutcome) -> None:
        done(outcome)
        self._say(tr("Saved."), "check", outcome)

    def _on_resituated(self, done: Done, outcome: RecoveryOutcome) -> None:
        told = self._on_recorded if outcome.called else self._on_changed  # that the manager comes is said
        told(done, outcome)

    def _on_face(self, done: Done, outcome: RecoveryOutcome) -> None:
        done(outcome)
        self._say(tr("It is a complaint of {name} now.", name=outcome.recovery.name), "user-check", outcome)

    def _on_described(self, before: Recovery, outcome: RecoveryOutcome) -> None:
        back = partial(
            self._send, self._service.describe, before.id, before.what, before.who, done=self._on_words_back
        )
        self.counter.notify(tr("Noted."), icon="notebook-pen", undo=back)

    def _on_words_back(self, outcome: RecoveryOutcome) -> None:
        self.counter.notify(tr("As it was before."), icon="undo-2")

    def _on_given(self, outcome: StampOutcome) -> None:
        desk = self.counter.desk
        name = desk.customers.get(outcome.customer_id).address
        named = has_several(desk, outcome.customer_id)
        self.counter.notify(
            made_good_sentence(LANGUAGE.texts, outcome, name, named=named),
            icon="gift" if outcome.became_ready else "hand-heart",
            undo=partial(self._send, desk.loyalty.undo, outcome.gesture, done=self._on_taken_back),
        )

    def _on_taken_back(self, outcome: StampOutcome) -> None:
        desk = self.counter.desk
        name = desk.customers.get(outcome.customer_id).address
        self.counter.notify(undone_words(desk, outcome, name), icon="undo-2")

    def _on_called(self, outcome: RecoveryOutcome) -> None:
        self.counter.notify(tr("The manager is told, on every screen of the shop."), icon="bell-ring")

    def _on_undone(self, outcome: RecoveryOutcome) -> None:
        said = tr("Taken back. {what}", what=self._moved(outcome.recovery))
        self.counter.notify(said, icon="undo-2")

    # --- how they are sent ---

    def _say(self, said: str, icon: str, outcome: RecoveryOutcome) -> None:
        undo = partial(self._send, self._service.undo, outcome.gesture, done=self._on_undone)
        self.counter.notify(said, icon=icon, undo=undo)

    def _moved(self, recovery: Recovery) -> str:
        return moved_sentence(LANGUAGE.texts, self._situation(recovery), recovery.name, recovery.state)

    def _situation(self, recovery: Recovery) -> str:
        return str(self.counter.desk.playbooks.read(recovery.situation, LANGUAGE.code).name)

    def _send(
        self,
        method: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None],
        refused: Refusal | None = None,
    ) -> None:
        self.counter.submit(method, *args, done=done, refused=refused)

    @property
    def _service(self) -> Any:
        return self.counter.desk.recoveries


def _nothing(outcome: RecoveryOutcome) -> None:
    """What a page has to do where it follows the store anyway."""
