"""What answers to feedback cards say elsewhere: what somebody is to hear of theirs, and which still wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.contact_points import ContactPoint
from frontdesk.domain.questions import UNHAPPY, Topic
from frontdesk.domain.responses import Answer, ResponseState

_TELLING: Final = (Topic.DISLIKED, Topic.CHANGE, Topic.BETTER, Topic.LIKED, Topic.VISIT)
"""What of an answer is quoted where there is room for one thing: what can be mended comes first."""


@dataclass(frozen=True, slots=True)
class Gist:
    """The one thing that is quoted of an answer: words, or the box that was ticked, or neither."""

    words: str = ""
    point: ContactPoint | None = None


def gist(answers: Sequence[Answer]) -> Gist:
    """What to quote of an answer; words say more than a box does."""
    told = sorted(answers, key=lambda each: (not each.words, _TELLING.index(each.topic)))
    first = next((each for each in told if each.words or each.point is not None), None)
    return Gist(first.words, first.point) if first is not None else Gist()


@dataclass(frozen=True, slots=True)
class ToTell:
    """What somebody is to hear of their answer: `told` in the manager's words, `gist` what they had said."""

    response_id: int
    told: str
    came_at: int
    gist: Gist


@dataclass(frozen=True, slots=True)
class Waiting:
    """An answer that is not at its end. `customer_id` is None for somebody we do not know, or who left;
    `reachable` is whether there is anybody to reply to.
    """

    response_id: int
    customer_id: int | None
    name: str
    mood: int | None
    state: ResponseState
    at: int
    owner_id: int | None
    owner: str
    reachable: bool
    replied: bool
    gist: Gist = Gist()

    @property
    def unhappy(self) -> bool:
        return self.mood in UNHAPPY

    @property
    def acknowledged(self) -> bool:
        """Was it replied to; or has somebody taken it on, where there is nobody to reply to?"""
        return self.replied or (self.state is ResponseState.IN_HAND and not self.reachable)
