"""When somebody usually comes, for the line of facts in their greeting."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from frontdesk.domain.rhythms import RhythmKind
from frontdesk.ui.language import LANGUAGE

_TOLD_ANYWAY: Final = frozenset({RhythmKind.HERE_BEFORE, RhythmKind.LAST_SEEN})
"""The line says when they were seen last."""


def habit_words(desk: Any, customer_id: int, now: int) -> str:
    """Such as "most Tuesdays about 8:30"; empty where they have no habit yet."""
    rhythm = desk.wall.why(customer_id, now)
    if rhythm is None or rhythm.kind in _TOLD_ANYWAY:
        return ""
    from frontdesk.wording.wall import reason

    return reason(LANGUAGE.texts, rhythm, datetime.fromtimestamp(now / 1000, desk.zone))
