"""When a request is due, in the words of its rows and of its page."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from frontdesk.domain.care.requests import OPEN_STATES, SpecialRequest
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.dates import overdue, promise
from frontdesk.wording.requests import aim_words, state_name


def when_parts(request: SpecialRequest, now: int, zone: ZoneInfo) -> list[str]:
    """The promise, and how late it is; while it is not late, what is aimed for. What is over has none."""
    texts = LANGUAGE.texts
    if request.promised_at is None or request.state not in OPEN_STATES:
        return []
    if request.overdue(now):
        return [overdue(texts, request.promised_at, now), promise(texts, request.promised_at, zone, now)]
    parts = [promise(texts, request.promised_at, zone, now), aim_words(texts, request, zone, now)]
    return [part for part in parts if part]


def no_time_words(request: SpecialRequest) -> str:
    """What stands where there is no time to tell: whether none was promised, or it is over."""
    if request.promised_at is None:
        return tr("No time promised")
    return state_name(LANGUAGE.texts, request.state)


def when_line(request: SpecialRequest, now: int, zone: ZoneInfo) -> str:
    """All of it in one line, with the state."""
    state = state_name(LANGUAGE.texts, request.state)
    parts = when_parts(request, now, zone) or [no_time_words(request)]
    return " · ".join(dict.fromkeys((state, *parts)))
