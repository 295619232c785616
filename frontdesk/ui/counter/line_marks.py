"""Which tone and which icon a line of the greeting has; apart, because the first frame greets nobody."""

from typing import Final

from frontdesk.domain.regulars.greeting import LineKind

LINE_MARKS: Final[dict[LineKind, tuple[str, str]]] = {
    LineKind.ALLERGY: ("warn", "triangle-alert"),
    LineKind.RECOVERY: ("warn", "hand-heart"),
    LineKind.RECOVERY_TO_CONFIRM: ("warn", "hand-heart"),
    LineKind.YOU_TOLD_US: ("good", "message-square-reply"),
    LineKind.REQUEST_READY: ("good", "circle-check"),
    LineKind.REQUEST_DUE: ("warn", "clock"),
    LineKind.REWARD_READY: ("good", "gift"),
    LineKind.STAMPS_OWED: ("warn", "stamp"),
    LineKind.STAMPS_ENDING: ("warn", "hourglass"),
    LineKind.PASS_ENDING: ("warn", "hourglass"),
    LineKind.PASS_USED_UP: ("warn", "credit-card"),
    LineKind.PASS_OVER: ("warn", "credit-card"),
    LineKind.BIRTHDAY: ("good", "cake"),
    LineKind.FOLLOW_UP: ("good", "list-checks"),
    LineKind.ANNIVERSARY: ("good", "star"),
    LineKind.BACK_AFTER_LONG: ("good", "hand-heart"),
    LineKind.FIRST_VISIT: ("good", "sparkles"),
    LineKind.SECOND_VISIT: ("good", "sparkles"),
    LineKind.PREFERENCE_TO_CHECK: ("calm", "circle-question-mark"),
    LineKind.PRICE_SINCE: ("calm", "tag"),
    LineKind.NEW_SINCE: ("good", "sparkles"),
    LineKind.PREFERENCE: ("calm", "heart"),
    LineKind.WHY_THEY_COME: ("calm", "smile"),
    LineKind.ASK_HOW: ("calm", "message-square-heart"),
    LineKind.REQUEST_DECLINED: ("calm", "hand-heart"),
    LineKind.REQUEST_OPEN: ("calm", "calendar-clock"),
    LineKind.PASS_VALID: ("calm", "credit-card"),
    LineKind.NOTE: ("calm", "sticky-note"),
    LineKind.VALUE: ("calm", "gift"),
}
"""Tone (warn, good or calm) and icon of a greeting's line."""
