"""Recoveries: a complaint, and how a bad experience is put right until the customer says that it is.

Nobody wins an argument with a customer: a complaint is written down as it is told, and never judged here.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.days import DAY


class RecoveryState(StrEnum):
    OPEN = "OPEN"
    CONTACTED = "CONTACTED"
    """Somebody has spoken with them about it."""
    RESOLVED = "RESOLVED"
    """Put right, as the shop sees it."""
    CONFIRMED = "CONFIRMED"
    """Put right, as the customer says."""
    WITHDRAWN = "WITHDRAWN"
    """Recorded by mistake; it counts nowhere."""


TO_PUT_RIGHT: Final = frozenset({RecoveryState.OPEN, RecoveryState.CONTACTED})
STANDING: Final = TO_PUT_RIGHT | {RecoveryState.RESOLVED}
"""Not at its end yet: only the customer's word ends it."""

ASK_AFTER: Final = 3 * DAY
"""So long after it was put right they are called, unless they came and said so before."""

_NEXT: Final[dict[RecoveryState, tuple[RecoveryState, ...]]] = {
    RecoveryState.OPEN: (RecoveryState.RESOLVED, RecoveryState.CONTACTED, RecoveryState.WITHDRAWN),
    RecoveryState.CONTACTED: (RecoveryState.RESOLVED, RecoveryState.WITHDRAWN),
    RecoveryState.RESOLVED: (RecoveryState.CONFIRMED, RecoveryState.OPEN),
    RecoveryState.CONFIRMED: (RecoveryState.OPEN,),
    RecoveryState.WITHDRAWN: (),
}


def next_states(state: RecoveryState) -> tuple[RecoveryState, ...]:
    """Where a recovery may go from `state`, the usual next step first. Not right, it opens again."""
    return _NEXT[state]


class StepKind(StrEnum):
    """What an act did to a recovery; `was` and `now` of its step are codes and keys of this."""

    STATE = "STATE"
    SITUATION = "SITUATION"
    POINT = "POINT"
    OWNER = "OWNER"
    CUSTOMER = "CUSTOMER"
    """A stranger's complaint got a face."""
    WORDS = "WORDS"
    """What happened was said in other words, which are not kept here."""
    GAVE = "GAVE"
    """The act gave stamps as a thank-you; what of them stands is in the ledger."""
    DONE = "DONE"
    """A step of the playbook was ticked."""
    NOT_DONE = "NOT_DONE"


@dataclass(frozen=True, slots=True)
class Step:
    """One act on a recovery. `by` is the name of who did it."""

    recovery_id: int
    kind: StepKind
    was: str
    now: str
    at: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Recovery:
    """One complaint as it stands. `customer_id` is None for a stranger's: then `who` says how to know and
    reach them. `situation` is the code of its playbook, `what` the customer's story in a few typed words;
    `moved_at` is when it came into its state.
    """

    id: int
    customer_id: int | None
    customer_name: str
    situation: str
    contact_point: ContactPoint | None
    state: RecoveryState
    owner_id: int
    owner_name: str
    what: str
    who: str
    at: int
    moved_at: int

    @property
    def name(self) -> str:
        """Whose it is: the customer's name, or what was typed of a stranger."""
        return self.customer_name or self.who


@dataclass(frozen=True, slots=True)
class RecoveryStory:
    """A recovery with all that was done about it: `done` are the playbook's ticked steps, `given` the stamps
    that stand which were given for it.
    """

    recovery: Recovery
    steps: tuple[Step, ...]
    done: frozenset[int]
    given: int


@dataclass(frozen=True, slots=True)
class RecoveryOutcome:
    """A recovery after an act. `called` is whether the manager was told by it."""

    recovery: Recovery
    step: Step
    gesture: bytes
    changes: Changes
    called: bool = False


def ticked(steps: Sequence[Step], situation: str) -> frozenset[int]:
    """The steps of the playbook of `situation` that were done. The same number is another step in another
    playbook: what was ticked while it was taken for something else says nothing here.
    """
    taken_for = next((step.was for step in steps if step.kind is StepKind.SITUATION), situation)
    done: defaultdict[str, set[int]] = defaultdict(set)
    for step in steps:
        if step.kind is StepKind.SITUATION:
            taken_for = step.now
        elif step.kind is StepKind.DONE:
            done[taken_for].add(int(step.now))
        elif step.kind is StepKind.NOT_DONE:
            done[taken_for].discard(int(step.now))
    return frozenset(done[situation])


def ask_now(recovery: Recovery, now: int, *, same_day: bool) -> bool:
    """Is it time to ask them whether all is well? `same_day`: where it cannot wait, on the day itself."""
    if recovery.state is not RecoveryState.RESOLVED:
        return False
    return same_day or now - recovery.moved_at >= ASK_AFTER
