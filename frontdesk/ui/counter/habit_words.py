"""When somebody usually comes: for the line of facts in their greeting, and for their tile on the wall."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from frontdesk.domain.refusals import Refused
from frontdesk.domain.wall.rhythms import Rhythm, RhythmKind
from frontdesk.ui.language import LANGUAGE

_TOLD_ANYWAY: Final = frozenset({RhythmKind.HERE_BEFORE, RhythmKind.LAST_SEEN})
"""The line says when they were seen last."""


def habit_words(desk: Any, customer_id: int, now: int) -> str:
    """Such as "most Tuesdays about 8:30"; empty where they have no habit yet."""
    return _words(desk, desk.wall.why(customer_id, now), now, _TOLD_ANYWAY)


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
