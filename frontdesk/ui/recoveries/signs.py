"""The signs of situations and of a playbook's steps."""

from typing import Final

from frontdesk.domain.care.playbooks import Situation, StepKind, shipped

_SITUATIONS: Final[dict[Situation, str]] = {
    Situation.WRONG_ORDER: "clipboard-list",
    Situation.WAITED: "hourglass",
    Situation.RUDE: "angry",
    Situation.UNWELL: "stethoscope",
    Situation.PRICE: "tag",
    Situation.LOST: "package-search",
    Situation.DAMAGED: "heart-crack",
    Situation.NOT_CLEAN: "brush-cleaning",
    Situation.UNCOMFORTABLE: "volume-2",
    Situation.OTHER: "ellipsis",
}
_STEPS: Final[dict[StepKind, str]] = {
    StepKind.DO: "hand-helping",
    StepKind.SAY: "message-circle",
    StepKind.ASK: "ear",
    StepKind.GIVE: "hand-heart",
    StepKind.CALL: "bell-ring",
}


def situation_icon(situation: str) -> str:
    known = shipped(situation)
    return _SITUATIONS[known] if known is not None else "message-square-warning"


def step_icon(kind: StepKind) -> str:
    return _STEPS[kind]
