"""The name-and-face quiz: which regulars are asked, in which order, and among whom one chooses.

Whoever is due comes first, then whom the quiz has never asked, the most regular first, then who is due
soonest. The same facts and seed give the same round.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final
from zlib import crc32

from frontdesk.domain.people.scripts import script_of

ROUND: Final = 10
CHOICES: Final = 4


class Way(StrEnum):
    """What is shown: a face, of which the name is asked, or a name, of which the face is."""

    FACE = "FACE"
    NAME = "NAME"


@dataclass(frozen=True, slots=True)
class Known:
    """A regular whose face may be shown: how they like to be called, and how that sounds in Latin letters."""

    customer_id: int
    name: str
    sound: str = ""

    @property
    def heard(self) -> str:
        return (self.sound or self.name).casefold()


@dataclass(frozen=True, slots=True)
class Question:
    """`answer` is among `choices`, which have names that differ."""

    way: Way
    answer: Known
    choices: tuple[Known, ...]

    @property
    def right(self) -> int:
        """The place of the answer among the choices."""
        return self.choices.index(self.answer)


def missing(people: Sequence[Known]) -> int:
    """How many people more, with other names, it takes for a quiz."""
    return max(CHOICES - len({each.name.casefold() for each in people}), 0)


def round_of(
    people: Sequence[Known], due: Mapping[int, date], today: date, seed: int
) -> tuple[Question, ...]:
    """One round. `people` has the most regular first; `due` says when who was asked before comes again.

    Nothing where too few people can be shown.
    """
    if missing(people):
        return ()
    asked = [each for each in people if each.customer_id in due]
    asked.sort(key=lambda each: due[each.customer_id])
    late = [each for each in asked if due[each.customer_id] <= today]
    new = [each for each in people if each.customer_id not in due]
    chosen = (late + new + asked[len(late) :])[:ROUND]
    return tuple(
        _question(each, people, each.customer_id not in due, seed, n) for n, each in enumerate(chosen)
    )


def _question(answer: Known, people: Sequence[Known], new: bool, seed: int, number: int) -> Question:
    """A face that is new is shown first; afterwards it is asked both ways by turns."""
    choices = [answer, *_alike(answer, people)]
    choices.sort(key=lambda each: crc32(f"{seed}/{answer.customer_id}/{each.customer_id}".encode()))
    way = Way.FACE if new or (seed + number) % 2 == 0 else Way.NAME
    return Question(way, answer, tuple(choices))


def _alike(answer: Known, people: Sequence[Known]) -> list[Known]:
    """Those who are most easily taken for `answer`: written in the same letters, and sounding alike."""
    taken, found = {answer.name.casefold()}, list[Known]()
    letters = script_of(answer.name)

    def strangeness(other: Known) -> tuple[bool, float]:
        return script_of(other.name) is not letters, -SequenceMatcher(None, answer.heard, other.heard).ratio()

    for other in sorted(people, key=strangeness):
        if other.name.casefold() not in taken and len(found) < CHOICES - 1:
            taken.add(other.name.casefold())
            found.append(other)
    return found
