"""What answers to feedback cards say elsewhere: what somebody is to hear of theirs, and which still wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import UNHAPPY, Topic
from frontdesk.domain.feedback.responses import Answer, ResponseState

_TELLING: Final = (Topic.DISLIKED, Topic.CHANGE, Topic.BETTER, Topic.LIKED, Topic.VISIT)
"""What of an answer is quoted where there is room for one thing: what can be mended comes first."""


@dataclass(frozen=True, slots=True)
class Gist:
    """The one thing that is quoted of an answer: words, or the box that was ticked, or neither."""

    words: str = ""
    point: ContactPoint | None = None


NOTHING: Final = Gist()
"""There is nothing to quote but perhaps a face."""


def gist(answers: Sequence[Answer]) -> Gist:
    """What to quote of an answer; words say more than a box does."""
    told = sorted(answers, key=lambda each: (not each.words, _TELLING.index(each.topic)))
    first = next((each for each in told if each.words or each.point is not None), None)
    return Gist(first.words, first.point) if first is not None else NOTHING


@dataclass(frozen=True, slots=True)
class ToTell:
    """What somebody is to hear of their answer: `told` in the manager's words, `gist` what they had said."""

    response_id: int
    told: str
    came_at: int
    gist: Gist


@dataclass(frozen=True, slots=True)
class Came:
    """An answer that came back, as lists tell of it. `customer_id` is None for somebody we do not know, or
    who left; `reachable` is whether there is anybody to reply to; `heard` whether they were told what came of
    it at a greeting.
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
    heard: bool
    gist: Gist = NOTHING

    @property
    def unhappy(self) -> bool:
        return self.mood in UNHAPPY

    @property
    def acknowledged(self) -> bool:
        """Do they know that it was read? Where nobody can be told, it is enough that somebody took it on."""
        if self.state is ResponseState.DONE or self.replied or self.heard:
            return True
        return self.state is ResponseState.IN_HAND and not self.reachable
