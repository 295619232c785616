"""Whom to ask how the shop is doing: everybody alike, when it is time again.

An even hand: whoever is due is proposed at their next visit, be they content, silent or difficult. Where only
those are asked who look ready to praise, or only those answer who are angry, the answers say nothing.
"""

from typing import Final

from frontdesk.domain.days import WEEK

LEAST_VISITS: Final = 2
"""At their first visit nobody is asked for an opinion of the shop."""

NEVER: Final = 0
"""For so many weeks they were not asked: they never were."""


def weeks_unasked(visits: int, asked_at: int | None, every_weeks: int, now: int) -> int | None:
    """For how many weeks somebody was not asked, where it is time to ask them: NEVER where they never were.
    None where it is not.

    `asked_at` is when they last got a card, or answered one; `every_weeks` after how long they may be asked
    again, 0 for a shop that wants nobody proposed.
    """
    if every_weeks <= 0 or visits < LEAST_VISITS:
        return None
    if asked_at is None:
        return NEVER
    weeks = (now - asked_at) // WEEK
    return weeks if weeks >= every_weeks else None
