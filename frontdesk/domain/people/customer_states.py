"""How it stands with a customer, in one word that a table can be sorted and asked by."""

from enum import StrEnum
from typing import Final

from frontdesk.domain.days import DAY
from frontdesk.domain.regulars.slipping import GIVEN_UP_AFTER, KNOWN_FOR, LONGEST_GAP, VISIT_DAYS, Missing


class CustomerState(StrEnum):
    """In the order in which they stand in a table."""

    REGULAR = "REGULAR"
    NEW = "NEW"
    SOMETIMES = "SOMETIMES"
    """Came, and not so often that they could be missed."""
    QUIET = "QUIET"
    LOST = "LOST"
    FORMER = "FORMER"
    """Has not been here for a year; nobody misses them any more."""
    LEFT = "LEFT"


FEWEST_FOR_GAP: Final = 3
NEW_FOR: Final = 30
"""Days since the shop knows them."""


def usual_gap(visits: int, first_at: int | None, last_at: int | None) -> int | None:
    """Whole days from one visit to the next, on average, at least one; None for less than three visits, which
    are no habit.
    """
    if visits < FEWEST_FOR_GAP or first_at is None or last_at is None:
        return None
    return max((last_at - first_at + (visits - 1) * DAY // 2) // ((visits - 1) * DAY), 1)


def state_of(
    visits: int,
    first_at: int | None,
    last_at: int | None,
    since: int,
    now: int,
    *,
    missing: Missing | None = None,
    left: bool = False,
) -> CustomerState:
    """`missing` is how they are missed by their own rhythm, None for who is not, or is to be let be."""
    if left:
        return CustomerState.LEFT
    if missing is not None:
        return CustomerState.LOST if missing is Missing.LOST else CustomerState.QUIET
    if now - (last_at if last_at is not None else since) > GIVEN_UP_AFTER * DAY:
        return CustomerState.FORMER
    gap = usual_gap(visits, first_at, last_at)
    known = (last_at or 0) - (first_at or 0) >= KNOWN_FOR * DAY
    if visits >= VISIT_DAYS and known and gap is not None and gap <= LONGEST_GAP:
        return CustomerState.REGULAR
    return CustomerState.NEW if now - since <= NEW_FOR * DAY else CustomerState.SOMETIMES
