"""What is noted about an absence, and its way back. It outlives the sheet, so that the Undo does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Final

from frontdesk.domain.care.follow_ups import FollowUpKind, FollowUpOutcome
from frontdesk.domain.refusals import Refused
from frontdesk.domain.regulars.absences import AbsenceOutcome, AwayReason
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.slipping import done_sentence, undone_sentence

CALL_AGAIN_DAYS: Final = 7


@dataclass(frozen=True)
class AbsenceActs:
    """One tap is one act. Whoever is unhappy with something gets a complaint opened, to put it right."""

    counter: Counter

    def called(self, customer_id: int, note: str) -> None:
        desk = self.counter.desk
        self.counter.submit(desk.slipping.called, customer_id, note, done=self._on_done)

    def asked(self, customer_id: int, reason: AwayReason, note: str) -> None:
        desk = self.counter.desk
        done = self._on_unhappy if reason is AwayReason.UNHAPPY else self._on_done
        self.counter.submit(desk.slipping.asked, customer_id, reason, note, done=done)

    def fine(self, customer_id: int, until: date | None, note: str) -> None:
        desk = self.counter.desk
        self.counter.submit(desk.slipping.fine, customer_id, until, note, done=self._on_done)

    def call_again(self, customer_id: int) -> None:
        """Put a call before the shift in a week."""
        desk = self.counter.desk
        due = desk.today() + timedelta(days=CALL_AGAIN_DAYS)
        self.counter.submit(desk.follow_ups.add, customer_id, FollowUpKind.CALL, due, done=self._on_follow_up)

    def _on_done(self, outcome: AbsenceOutcome) -> None:
        said = done_sentence(LANGUAGE.texts, outcome, self._name(outcome.customer_id))
        self.counter.notify(said, undo=partial(self._undo, outcome.gesture))

    def _on_unhappy(self, outcome: AbsenceOutcome) -> None:
        self._on_done(outcome)
        self.counter.open(SheetName.COMPLAINT, customer_id=outcome.customer_id)

    def _undo(self, gesture: bytes) -> None:
        desk = self.counter.desk
        self.counter.submit(desk.slipping.undo, gesture, done=self._on_undone)

    def _on_undone(self, outcome: AbsenceOutcome) -> None:
        self.counter.notify(undone_sentence(LANGUAGE.texts, self._name(outcome.customer_id)), icon="undo-2")

    def _on_follow_up(self, outcome: FollowUpOutcome) -> None:
        said = tr("A call in a week is noted for {name}.", name=outcome.follow_up.customer_name)
        self.counter.notify(said, icon="calendar-clock", undo=partial(self._undo_call, outcome.gesture))

    def _undo_call(self, gesture: bytes) -> None:
        desk = self.counter.desk
        self.counter.submit(desk.follow_ups.undo, gesture, done=self._on_call_undone)

    def _on_call_undone(self, outcome: FollowUpOutcome) -> None:
        said = tr("Taken back: {name}", name=outcome.follow_up.customer_name)
        self.counter.notify(said, icon="undo-2")

    def _name(self, customer_id: int) -> str:
        try:
            return str(self.counter.desk.customers.get(customer_id).address)
        except Refused:  # they were put away meanwhile
            return tr("Somebody")
