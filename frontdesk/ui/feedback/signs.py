"""The signs of answers: the five faces, and the inks that they are drawn in."""

from __future__ import annotations

from typing import Final

from frontdesk.domain.feedback.questions import HAPPY, UNHAPPY, Mood
from frontdesk.domain.feedback.responses import ResponseState, StepKind

_MOODS: Final[dict[Mood, str]] = {
    Mood.BAD: "angry",
    Mood.POOR: "frown",
    Mood.FAIR: "meh",
    Mood.GOOD: "smile",
    Mood.VERY_GOOD: "laugh",
}
_STATES: Final[dict[ResponseState, str]] = {
    ResponseState.NEW: "undo-2",
    ResponseState.IN_HAND: "undo-2",
    ResponseState.DONE: "check",
    ResponseState.SET_ASIDE: "archive",
}
_STEPS: Final[dict[StepKind, str]] = {
    StepKind.CAME: "inbox",
    StepKind.CHANGED: "pencil",
    StepKind.STATE: "list-checks",
    StepKind.OWNER: "user-check",
    StepKind.CUSTOMER: "user",
    StepKind.RECOVERY: "message-square-warning",
    StepKind.REPLIED: "message-square-reply",
    StepKind.TOLD: "notebook-pen",
    StepKind.SAID: "message-circle",
    StepKind.THANKS: "heart-handshake",
}


def mood_icon(mood: Mood | None) -> str:
    """The face; an answer of words alone has the sign of words."""
    return _MOODS[mood] if mood is not None else "message-square-text"


def mood_ink(mood: Mood | None) -> str:
    """A palette name: what needs somebody, what does one good, and what lies between."""
    if mood in UNHAPPY:
        return "warn_ink"
    return "good_ink" if mood in HAPPY else "quiet"


def move_icon(to: ResponseState) -> str:
    return _STATES[to]


def step_icon(kind: StepKind) -> str:
    return _STEPS[kind]
