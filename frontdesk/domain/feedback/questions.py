"""The five short questions of a feedback card, and the faces and boxes that answer them."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from frontdesk.domain.care.contact_points import ContactPoint

MOST_LETTERS: Final = 120
"""A question that is longer is not short."""


class Topic(StrEnum):
    """What is asked, in the order in which the page asks it: one tap first, words last."""

    VISIT = "VISIT"
    LIKED = "LIKED"
    DISLIKED = "DISLIKED"
    CHANGE = "CHANGE"
    BETTER = "BETTER"


class Mood(IntEnum):
    """The face that somebody gave this visit."""

    BAD = 1
    POOR = 2
    FAIR = 3
    GOOD = 4
    VERY_GOOD = 5


class AnsweredBy(StrEnum):
    """How a question is answered: by a face, by a box and words if somebody likes, or by words alone."""

    FACES = "FACES"
    BOXES = "BOXES"
    WORDS = "WORDS"


ANSWERED_BY: Final[dict[Topic, AnsweredBy]] = {
    Topic.VISIT: AnsweredBy.FACES,
    Topic.LIKED: AnsweredBy.BOXES,
    Topic.DISLIKED: AnsweredBy.BOXES,
    Topic.CHANGE: AnsweredBy.WORDS,
    Topic.BETTER: AnsweredBy.WORDS,
}

BOXES: Final = (
    ContactPoint.PRODUCT,
    ContactPoint.SERVICE,
    ContactPoint.QUEUE,
    ContactPoint.PLACE,
    ContactPoint.ORDER,
    ContactPoint.PAYING,
)
"""What may be ticked; a key keys one in: 1 is the first."""

UNHAPPY: Final = frozenset({Mood.BAD, Mood.POOR})
HAPPY: Final = frozenset({Mood.GOOD, Mood.VERY_GOOD})


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is asked in one language. `version` is the key of the shop's own wording, None where
    it is the one that comes with the program.
    """

    topic: Topic
    text: str
    version: int | None = None

    @property
    def answered_by(self) -> AnsweredBy:
        return ANSWERED_BY[self.topic]
