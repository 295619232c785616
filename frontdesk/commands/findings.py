"""What `frontdesk doctor` says about one thing: how it stands, and the line or the words that mend it."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """GOOD; WORTH_KNOWING (the shop works without it); WRONG (it does not, or data is at risk)."""

    GOOD = "GOOD"
    WORTH_KNOWING = "WORTH_KNOWING"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """`about` is a short word for tests and logs; `remedy` is empty where nothing is to be done."""

    about: str
    state: State
    sentence: str
    remedy: str = ""


def good(about: str, sentence: str) -> Finding:
    return Finding(about, State.GOOD, sentence)


def worth_knowing(about: str, sentence: str, remedy: str = "") -> Finding:
    return Finding(about, State.WORTH_KNOWING, sentence, remedy)


def wrong(about: str, sentence: str, remedy: str = "") -> Finding:
    return Finding(about, State.WRONG, sentence, remedy)
