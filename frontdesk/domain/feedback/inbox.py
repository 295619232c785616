"""The inbox of answers: which of them are shown, and how many there are."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.feedback.responses import Response


class Shown(StrEnum):
    """Which answers are asked for; never more of them than a page takes."""

    TO_DO = "TO_DO"
    """What waits: the unhappy first, the worst of them at the top, then what came last."""
    UNHAPPY = "UNHAPPY"
    """Of all that came: what waits first."""
    LATELY = "LATELY"
    ASIDE = "ASIDE"


@dataclass(frozen=True, slots=True)
class InboxPage:
    """The first of the answers that are asked for. `found` is how many there are of them in all; `waiting`
    and `unhappy` how many of the whole shop wait, and how many of those were not happy. `ever` is whether
    an answer ever came.
    """

    shown: Shown
    responses: tuple[Response, ...]
    found: int
    waiting: int
    unhappy: int
    ever: bool
