"""Which icon and which tone go with what is known about a customer."""

from typing import Final

from frontdesk.domain.care.requests import RequestState, SpecialRequest
from frontdesk.domain.finding.hits import Badge

BADGE_MARKS: Final[dict[Badge, tuple[str, str]]] = {
    Badge.ALLERGY: ("warn", "triangle-alert"),
    Badge.COMPLAINT: ("warn", "hand-heart"),
    Badge.REQUEST: ("warn", "bell"),
    Badge.REWARD: ("good", "gift"),
    Badge.BIRTHDAY: ("good", "cake"),
}


def request_mark(request: SpecialRequest, now: int) -> tuple[str, str]:
    """Tone and icon of a request's row."""
    if request.state is RequestState.READY:
        return "good", "circle-check"
    if request.overdue(now):
        return "warn", "clock"
    if request.pressing(now):
        return "calm", "timer"
    return "calm", "calendar-clock"
