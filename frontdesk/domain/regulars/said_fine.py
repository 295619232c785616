"""Who had said that all is well, and then stopped coming: most who leave never said what was wrong."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.response_news import NOTHING, Gist
from frontdesk.domain.people.leaving import Left
from frontdesk.domain.regulars.absences import Missed

FINE: Final = Mood.FAIR
"""From this face on somebody had said that it was fine."""


@dataclass(frozen=True, slots=True)
class LastSaid:
    """The last face that somebody gave a visit, when, and what to quote of that answer."""

    response_id: int
    mood: Mood
    at: int
    gist: Gist = NOTHING

    @property
    def fine(self) -> bool:
        return self.mood >= FINE


@dataclass(frozen=True, slots=True)
class Stopped:
    """Somebody who stopped coming and had answered a card before: missed by their own rhythm, or `left` by
    their own word.
    """

    customer_id: int
    name: str
    said: LastSaid
    missed: Missed | None = None
    left: Left | None = None
