"""Which readings are near to a reading: other vowels, or a slip of the finger. Asked of readings, of which
there are thousands, not of customers, of whom there may be a million.
"""

from typing import Final

from frontdesk.domain.finding.sounds.keys import distance, likeness, skeleton, slips
from frontdesk.storage.database import Db

LEAST_LIKE: Final = 0.6
MOST_NEAR: Final = 40
_MOST_READ: Final = 300
_SHORTEST_BEGUN: Final = 3
_ONE_SLIP_UP_TO: Final = 5
_SHORTEST_SLIPPED: Final = 3
_BEGUN_WEIGHT: Final = 0.9

_SAME_BONES: Final = f"SELECT reading FROM search_reading WHERE skeleton = ? LIMIT {_MOST_READ}"
_BONES_BEGUN: Final = (
    f"SELECT reading FROM search_reading WHERE skeleton > ?1 AND skeleton < ?1 || '{{' LIMIT {_MOST_READ}"
)
_SLIPPED: Final = (
    "SELECT DISTINCT s.reading FROM json_each(?) AS less CROSS JOIN search_slip AS s ON s.less = less.value"
    f" LIMIT {_MOST_READ}"
)


def alike(db: Db, heard: str) -> dict[str, float]:
    """Readings with the same consonants, also of words that only begin so, and how alike (0 to 1)."""
    bones = skeleton(heard)
    found = {other: likeness(heard, other) for (other,) in db.run(_SAME_BONES, (bones,))}
    if len(bones) >= _SHORTEST_BEGUN:
        for (other,) in db.run(_BONES_BEGUN, (bones,)):
            found[other] = _BEGUN_WEIGHT * likeness(heard, other[: len(heard)])
    return _best(found)


def slipped(db: Db, heard: str) -> dict[str, float]:
    """Readings that are a slip away from this one, two in a longer word, and how alike they are."""
    if len(heard) < _SHORTEST_SLIPPED:
        return {}
    most = 1 if len(heard) <= _ONE_SLIP_UP_TO else 2
    rows = db.run(_SLIPPED, (_as_json(slips(heard)),))
    near = (other for (other,) in rows if abs(len(other) - len(heard)) <= most)
    return _best({other: likeness(heard, other) for other in near if _apart(heard, other) <= most})


def _apart(first: str, second: str) -> int:
    """The distance, where two letters that changed places count as one slip."""
    apart = distance(first, second)
    if apart == 2 and len(first) == len(second) and sorted(first) == sorted(second):
        return 1
    return apart


def _best(found: dict[str, float]) -> dict[str, float]:
    kept = sorted((-like, other) for other, like in found.items() if like >= LEAST_LIKE)
    return {other: -like for like, other in kept[:MOST_NEAR]}


def _as_json(parts: tuple[str, ...]) -> str:
    return "[" + ",".join(f'"{part}"' for part in parts) + "]"  # letters and digits only: nothing to escape
