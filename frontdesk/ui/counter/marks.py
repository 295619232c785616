"""Which icon and which tone go with what is known about a customer."""

from typing import Final

from frontdesk.domain.greeting import LineKind
from frontdesk.domain.hits import Badge
from frontdesk.domain.requests import RequestState, SpecialRequest

LINE_MARKS: Final[dict[LineKind, tuple[str, str]]] = {
    LineKind.ALLERGY: ("warn", "triangle-alert"),
    LineKind.RECOVERY: ("warn", "hand-heart"),
    LineKind.REQUEST_READY: ("good", "circle-check"),
    LineKind.REQUEST_DUE: ("warn", "clock"),
    LineKind.REWARD_READY: ("good", "gift"),
    LineKind.STAMPS_OWED: ("warn", "stamp"),
    LineKind.STAMPS_ENDING: ("warn", "hourglass"),
    LineKind.PASS_ENDING: ("warn", "hourglass"),
    LineKind.PASS_USED_UP: ("warn", "credit-card"),
    LineKind.PASS_OVER: ("warn", "credit-card"),
    LineKind.BIRTHDAY: ("good", "cake"),
    LineKind.ANNIVERSARY: ("good", "star"),
    LineKind.BACK_AFTER_LONG: ("good", "hand-heart"),
    LineKind.FIRST_VISIT: ("good", "sparkles"),
    LineKind.PREFERENCE_TO_CHECK: ("calm", "circle-question-mark"),
    LineKind.PRICE_SINCE: ("calm", "tag"),
    LineKind.NEW_SINCE: ("good", "sparkles"),
    LineKind.PREFERENCE: ("calm", "heart"),
    LineKind.REQUEST_OPEN: ("calm", "calendar-clock"),
    LineKind.NOTE: ("calm", "sticky-note"),
    LineKind.VALUE: ("calm", "gift"),
}
"""Tone (warn, good or calm) and icon of a greeting's line."""

BADGE_MARKS: Final[dict[Badge, tuple[str, str]]] = {
    Badge.ALLERGY: ("warn", "triangle-alert"),
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
    return "calm", "calendar-clock"
