"""Playbooks: what to do, to say, and to give when something went wrong, by situation.

The kinds of the steps that Front Desk ships are here, their words in wording/playbooks.py. A shop may say all
of it in its own words, and add situations of its own.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Situation(StrEnum):
    """What went wrong, the commonest first."""

    WRONG_ORDER = "WRONG_ORDER"
    WAITED = "WAITED"
    RUDE = "RUDE"
    UNWELL = "UNWELL"
    """Unwell after eating, an allergic reaction too."""
    PRICE = "PRICE"
    LOST = "LOST"
    DAMAGED = "DAMAGED"
    NOT_CLEAN = "NOT_CLEAN"
    UNCOMFORTABLE = "UNCOMFORTABLE"
    OTHER = "OTHER"


class StepKind(StrEnum):
    """What a step asks of the cashier. SAY and ASK are words for the customer, the others are for staff."""

    DO = "DO"
    SAY = "SAY"
    ASK = "ASK"
    GIVE = "GIVE"
    CALL = "CALL"


ALOUD: Final = frozenset({StepKind.SAY, StepKind.ASK})
OWN_PREFIX: Final = "OWN_"
MOST_STEPS: Final = 12
"""More than that nobody reads while somebody stands in front of them."""
MOST_GOODWILL: Final = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `key` stays the same while the words change; `text` is for the reader, `said` the same for
    the customer where they speak another language.
    """

    key: int
    kind: StepKind
    text: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Handling:
    """What holds for a situation in every language: `goodwill` stamps are suggested (0: none), the manager is
    told at once where `calls`, and they are called the same day where `same_day`.
    """

    goodwill: int = 1
    calls: bool = False
    same_day: bool = False


@dataclass(frozen=True, slots=True)
class Playbook:
    """What is shown for a situation in one language. `own` is whether the shop says it in its own words."""

    situation: str
    name: str
    steps: tuple[Step, ...]
    handling: Handling = field(default_factory=Handling)
    own: bool = False


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a shop says itself about a situation, in one language."""

    name: str
    steps: tuple[Step, ...]


_D, _S, _A, _G, _C = StepKind.DO, StepKind.SAY, StepKind.ASK, StepKind.GIVE, StepKind.CALL

KINDS: Final[dict[Situation, tuple[StepKind, ...]]] = {
    Situation.WRONG_ORDER: (_S, _D, _G, _A, _C),
    Situation.WAITED: (_S, _D, _G, _A, _C),
    Situation.RUDE: (_D, _S, _C, _D, _A, _G),
    Situation.UNWELL: (_D, _S, _C, _D, _A, _D, _D, _S),
    Situation.PRICE: (_S, _D, _D, _S, _D, _C),
    Situation.LOST: (_A, _D, _D, _C, _S, _D),
    Situation.DAMAGED: (_A, _D, _S, _G, _D, _C),
    Situation.NOT_CLEAN: (_S, _D, _G, _C, _A),
    Situation.UNCOMFORTABLE: (_S, _D, _D, _A, _C),
    Situation.OTHER: (_D, _S, _A, _D, _G, _C),
}
"""The steps that ship, in their order; a step's key is its place, from 1 on."""

HANDLING: Final[dict[Situation, Handling]] = {situation: Handling() for situation in Situation} | {
    Situation.RUDE: Handling(calls=True),
    Situation.UNWELL: Handling(goodwill=0, calls=True, same_day=True),
    Situation.PRICE: Handling(goodwill=0),
    Situation.LOST: Handling(goodwill=0, calls=True),
    Situation.UNCOMFORTABLE: Handling(goodwill=0),
}


def shipped(situation: str) -> Situation | None:
    """The situation that ships under this code; None for one of the shop's own."""
    return Situation(situation) if situation in Situation.__members__ else None


def own_code(number: int) -> str:
    """The code of a shop's own situation."""
    return f"{OWN_PREFIX}{number}"
