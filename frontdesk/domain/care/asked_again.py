"""What is asked for again and again: requests of one kind, by how many people, in any script.

Two requests are of one kind when they share most of their words, or when all the words of the shorter one
are in the longer one. Order, numbers, accents and a plural's s count for nothing. Lao, Thai and Khmer put no
blanks between words: there, pairs of neighbouring letters stand for the words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from frontdesk.domain.finding.folding import fold, words
from frontdesk.domain.people.scripts import Script, script_of

ASKED_OFTEN: Final = 3
"""One exception is no policy; the third that is alike is a hint."""

_ALIKE: Final = 0.6
_LEAST_PARTS, _LEAST_LETTERS = 2, 6
"""So much has to be shared for the shorter one to name the kind: "cake" is in too many cakes."""

_WITHOUT_BLANKS: Final = frozenset({Script.LAO, Script.THAI, Script.KHMER})

Parts = frozenset[str]


class Answer(StrEnum):
    """What the manager said to a kind of request."""

    OFFERED = "OFFERED"
    NOT_FOR_US = "NOT_FOR_US"


@dataclass(frozen=True, slots=True)
class Wish:
    """One request: `customer_id` is the record that answers for whoever asked."""

    request_id: int
    customer_id: int
    name: str
    what: str
    at: int


@dataclass(frozen=True, slots=True)
class WishKind:
    """Requests of one kind, the earliest first, in the words in which it was asked most often."""

    what: str
    wishes: tuple[Wish, ...]

    @property
    def people(self) -> int:
        """Each counts once, however often they asked."""
        return len({wish.customer_id for wish in self.wishes})

    @property
    def latest(self) -> Wish:
        return self.wishes[-1]


def parts(what: str) -> Parts:
    """What is compared of a request's words."""
    found: list[str] = []
    for word in words(what):
        if word.isdecimal():
            continue
        if script_of(word) in _WITHOUT_BLANKS:
            found += ["".join(pair) for pair in pairwise(word)] or [word]
        else:
            found.append(word.removesuffix("s") if len(word) > 3 else word)
    return frozenset(found) or frozenset({fold(what)})


def same_kind(one: Parts, other: Parts) -> bool:
    """Are these two of one kind?"""
    shared = one & other
    if not shared:
        return False
    if len(shared) / len(one | other) >= _ALIKE:
        return True
    whole = shared in (one, other)
    return whole and len(shared) >= _LEAST_PARTS and sum(map(len, shared)) >= _LEAST_LETTERS


class _Leaders:
    """Those that name a kind, found by what they share: a year's wishes are not compared each with each."""

    def __init__(self) -> None:
        self._all: list[Parts] = []
        self._with: dict[str, list[int]] = {}

    def add(self, leader: Parts) -> None:
        for part in leader:
            self._with.setdefault(part, []).append(len(self._all))
        self._all.append(leader)

    def of(self, each: Parts) -> int | None:
        """The first one that `each` is of one kind with, or None."""
        near = sorted({place for part in each for place in self._with.get(part, ())})
        return next((place for place in near if same_kind(self._all[place], each)), None)


def kinds(wishes: Iterable[Wish]) -> tuple[WishKind, ...]:
    """All wishes by their kinds, the kind that was asked most often first. What names a kind is asked
    most often, or is the shortest.
    """
    told = [(parts(wish.what), wish) for wish in sorted(wishes, key=lambda wish: (wish.at, wish.request_id))]
    often = Counter(each for each, _ in told)
    leaders = _Leaders()
    for each in sorted(often, key=lambda each: (-often[each], len(each), sorted(each))):
        if leaders.of(each) is None:
            leaders.add(each)
    groups: dict[int | None, list[Wish]] = {}
    for each, wish in told:
        groups.setdefault(leaders.of(each), []).append(wish)
    found = (WishKind(_said(group), tuple(group)) for group in groups.values())
    return tuple(sorted(found, key=lambda kind: (-len(kind.wishes), -kind.latest.at)))


def to_suggest(found: Sequence[WishKind], answered: dict[int, int]) -> tuple[WishKind, ...]:
    """Those asked often enough since the manager answered; `answered` has the moment of each answer by the
    request that it was given for. Each comes back with the wishes since then.
    """
    suggested = []
    for kind in found:
        since = max((answered.get(wish.request_id, 0) for wish in kind.wishes), default=0)
        fresh = tuple(wish for wish in kind.wishes if wish.at > since)
        if len(fresh) >= ASKED_OFTEN:
            suggested.append(WishKind(kind.what, fresh))
    return tuple(suggested)


def _said(group: Sequence[Wish]) -> str:
    often = Counter(wish.what for wish in group)
    return min(often, key=lambda what: (-often[what], len(what), what))
