"""What customers write again and again on feedback cards: remarks of one kind, in any script.

A remark is a part of an answer that stands by itself: a sentence, a line, what is between two commas. Two are
of one kind as two requests are (asked_again.py).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.care.asked_again import Wish, kinds
from frontdesk.domain.care.contact_points import ContactPoint

AGAIN: Final = 2
"""Said by so many answers it is said again."""
MOST_COMPARED: Final = 2000
"""So many remarks, the latest, are compared: of more a summary would be waited for."""
MOST_TOLD: Final = 8
_LONGEST: Final = 80
"""What is longer is a story, not a remark that comes again."""
_PARTS: Final = re.compile(r"[.,;:!?…\n\r()。、！？။៖។]+|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class SaidOften:
    """Something that was said: a box that was ticked, or `words` of one kind; `ids` are the answers."""

    ids: tuple[int, ...]
    words: str = ""
    point: ContactPoint | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    response_id: int
    words: str
    at: int


def remarks(response_id: int, words: str, at: int) -> list[Remark]:
    """The remarks of one answer."""
    found = (part.strip() for part in _PARTS.split(words))
    return [Remark(response_id, part, at) for part in found if 1 < len(part) <= _LONGEST]


def said_again(told: Sequence[Remark]) -> tuple[SaidOften, ...]:
    """What several answers say, what most of them say first. `told` is the latest first."""
    compared = told[:MOST_COMPARED]
    wishes = (Wish(place, each.response_id, "", each.words, each.at) for place, each in enumerate(compared))
    found = [SaidOften(_once(wish.customer_id for wish in kind.wishes), kind.what) for kind in kinds(wishes)]
    often = sorted((each for each in found if len(each.ids) >= AGAIN), key=lambda each: -len(each.ids))
    return tuple(often[:MOST_TOLD])


def _once(ids: Iterable[int]) -> tuple[int, ...]:
    """Each answer once, the latest first: whoever says it twice says it once."""
    return tuple(reversed(dict.fromkeys(ids)))
