"""Which answers the inbox shows, and how many there are; what they say is read in responses.py."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.feedback.inbox import Shown
from frontdesk.storage.database import Db

OF_SOMEBODY: Final = (
    "NOT EXISTS (SELECT 1 FROM customer AS e WHERE e.id = {row}.customer_id AND e.erased_at IS NOT NULL)"
)
"""Nobody can be answered who was erased: what they said waits for nothing."""
_WAITS: Final = f"state IN ('NEW', 'IN_HAND') AND {OF_SOMEBODY.format(row='feedback_response')}"
_UNHAPPY: Final = "coalesce(mood, 5) <= 2"
_WORST_FIRST: Final = "min(coalesce(mood, 5), 3)"
"""An answer without a face, and any that was not unhappy, comes after those that were."""
_COUNTS: Final = "state <> 'SET_ASIDE'"
_ASKED: Final[dict[Shown, tuple[str, str]]] = {
    Shown.TO_DO: (_WAITS, f"{_WORST_FIRST}, at DESC"),
    Shown.UNHAPPY: (f"{_UNHAPPY} AND {_COUNTS}", f"{_WAITS} DESC, at DESC"),
    Shown.LATELY: (_COUNTS, "at DESC"),
    Shown.ASIDE: ("state = 'SET_ASIDE'", "at DESC"),
}
"""Which of them, and in which order: what waits first; of that the unhappy, from the worst; then what came
last.
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the whole shop wait, how many of those were not happy, and whether any ever came."""

    waiting: int
    unhappy: int
    ever: bool


def keys(db: Db, shown: Shown, most: int) -> list[int]:
    """The first of the answers that are asked for."""
    which, order = _ASKED[shown]
    asked = f"SELECT id FROM feedback_response WHERE {which} ORDER BY {order}, id DESC LIMIT ?"
    return [key for (key,) in db.run(asked, (most,))]


def found(db: Db, shown: Shown) -> int:
    """How many are asked for, in all."""
    count: int = db.value(f"SELECT count(*) FROM feedback_response WHERE {_ASKED[shown][0]}")
    return count


def waiting(db: Db) -> int:
    """How many wait, without a look at those that do not."""
    count: int = db.value(f"SELECT count(*) FROM feedback_response WHERE {_WAITS}")
    return count


def counts(db: Db) -> Counts:
    (row,) = db.run(
        f"SELECT (SELECT count(*) FROM feedback_response WHERE {_WAITS}),"
        f" (SELECT count(*) FROM feedback_response WHERE {_WAITS} AND {_UNHAPPY}),"
        " EXISTS (SELECT 1 FROM feedback_response)"
    )
    waiting, unhappy, ever = row
    return Counts(waiting, unhappy, bool(ever))
