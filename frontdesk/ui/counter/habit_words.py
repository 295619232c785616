"""When somebody usually comes: for the line of facts in their greeting, and for their tile on the wall."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from frontdesk.domain.refusals import Refused
from frontdesk.ui.language import LANGUAGE

if TYPE_CHECKING:  # the first frame tells of nobody
    from frontdesk.domain.regulars.wall.rhythms import Rhythm, RhythmKind


def habit_words(desk: Any, customer_id: int, now: int) -> str:
    """Such as "most Tuesdays about 8:30"; empty where they have no habit yet."""
    from frontdesk.domain.regulars.wall.rhythms import RhythmKind

    said_anyway = frozenset({RhythmKind.HERE_BEFORE, RhythmKind.LAST_SEEN})  # by the line of facts
    return _words(desk, desk.wall.why(customer_id, now), now, said_anyway)


def why_likely(desk: Any, customer_id: int, now: int) -> str:
    """Why somebody is on the wall; empty where they were never here, or are on no list any more."""
    try:
        return _words(desk, desk.wall.why(customer_id, now), now)
    except Refused:
        return ""


def _words(desk: Any, rhythm: Rhythm | None, now: int, told: frozenset[RhythmKind] = frozenset()) -> str:
    if rhythm is None or rhythm.kind in told:
        return ""
    from frontdesk.wording.wall import reason

    return reason(LANGUAGE.texts, rhythm, datetime.fromtimestamp(now / 1000, desk.zone))
