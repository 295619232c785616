"""Small surprises: whom to please today with something nobody promised, within the shop's budget.

A surprise is for a regular who is likely to come in today and has had none for long. Whoever has a complaint
that is not put right yet is left out: a free coffee in its place would look like hush money. What they are
given for it belongs to the putting right, which has a limit and a playbook of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.days import DAY

LOOKED_BACK_WEEKS: Final = 8
LIKELY_WEEKS: Final = 4
"""Who came on this day of the week in so many of those weeks is likely to come today."""
LOYAL_VISITS: Final = 8
"""A regular came so often within those weeks."""
REST: Final = 60 * DAY
"""So long after a surprise the next one is a surprise again."""
_WEEK: Final = 7

FILLS_THE_CARD: Final = "FILLS_THE_CARD"
"""What a surprise is about where its stamp is the last one that a reward needs."""


@dataclass(frozen=True, slots=True)
class Regular:
    """How often somebody came in the weeks looked at, in how many of them on this day of the week, and when
    they were last given a surprise.
    """

    customer_id: int
    visits: int
    weeks: int
    surprised_at: int | None = None


def regulars(comings: Iterable[tuple[int, int]], surprised: Mapping[int, int]) -> tuple[Regular, ...]:
    """Everybody of `comings`, pairs of who came and how many days ago; `surprised` is when somebody was given
    the last surprise.
    """
    visits: dict[int, int] = {}
    weeks: dict[int, set[int]] = {}
    for customer_id, ago in comings:
        visits[customer_id] = visits.get(customer_id, 0) + 1
        if ago % _WEEK == 0:
            weeks.setdefault(customer_id, set()).add(ago)
    return tuple(
        Regular(id_, count, len(weeks.get(id_, ())), surprised.get(id_)) for id_, count in visits.items()
    )


def proposed(found: Iterable[Regular], most: int, now: int) -> tuple[Regular, ...]:
    """Whom to surprise: who waited longest for one first (never had one before all), then who is likeliest to
    come, then who comes most. The same facts always propose the same people.
    """
    fit = (
        each
        for each in found
        if each.visits >= LOYAL_VISITS
        and each.weeks >= LIKELY_WEEKS
        and (each.surprised_at is None or now - each.surprised_at >= REST)
    )
    return tuple(
        sorted(fit, key=lambda each: (each.surprised_at or 0, -each.weeks, -each.visits, each.customer_id))
    )[:most]


def share_of_today(budget_left: int) -> int:
    """How many surprises one day proposes of what is left for seven: all at once would surprise nobody the
    day after.
    """
    return -(-max(budget_left, 0) // _WEEK)
