"""Which records look like one person: pure rules over what is known of everybody."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from frontdesk.domain.finding.folding import words

FEWEST_DIGITS: Final = 6
"""A shorter number is an extension, or a slip."""
_CROWD: Final = 8
"""So many with one number or address are an office or a family, not one person."""
_EVERY: Final = 2_000


class Alike(StrEnum):
    """What two records have in common, the surest first."""

    PHONE_AND_NAME = "PHONE_AND_NAME"
    EMAIL = "EMAIL"
    NAME_AND_BIRTHDAY = "NAME_AND_BIRTHDAY"
    NAME = "NAME"
    PHONE = "PHONE"


@dataclass(frozen=True, slots=True)
class Told:
    """What tells a person apart. `born` is month and day; `names` all names of the record, written as one."""

    id: int
    names: str
    phone: str
    email: str
    born: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Double:
    """Two records, the older first, and why they look like one person."""

    one_id: int
    other_id: int
    alike: Alike


def doubles(
    people: Sequence[Told],
    two: frozenset[tuple[int, int]] = frozenset(),
    step: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Double, ...]:
    """All pairs that look like one person, the surest first; `two` are pairs that were said to be two people.

    The same whole name counts where nothing speaks against it: another birthday, or another phone. `step`
    hears how far it is, and may raise to stop it.
    """
    named = dict[int, frozenset[str]]()
    for place, each in enumerate(people):
        named[each.id] = frozenset(words(each.names))
        if place % _EVERY == 0:
            step(place, len(people))
    found = dict[tuple[int, int], Alike]()
    for alike, pair in _pairs(people, named):
        if pair not in two:
            found.setdefault(pair, alike)
    order = list(Alike)
    ranked = sorted(found, key=lambda pair: (order.index(found[pair]), pair))
    return tuple(Double(*pair, found[pair]) for pair in ranked)


def _pairs(
    people: Sequence[Told], named: dict[int, frozenset[str]]
) -> Iterator[tuple[Alike, tuple[int, int]]]:
    """Every pair with every reason, the surest reasons first."""
    by_phone = list(_together(people, lambda each: each.phone if len(each.phone) >= FEWEST_DIGITS else ""))
    by_name = list(_together(people, lambda each: named[each.id] if len(named[each.id]) > 1 else None))
    for one, other in by_phone:
        if named[one.id] & named[other.id]:
            yield Alike.PHONE_AND_NAME, (one.id, other.id)
    for one, other in _together(people, lambda each: each.email):
        yield Alike.EMAIL, (one.id, other.id)
    born = _together(people, lambda each: (each.born, named[each.id]) if each.born else None)
    for one, other in born:
        yield Alike.NAME_AND_BIRTHDAY, (one.id, other.id)
    for one, other in by_name:
        if not _speaks_against(one, other):
            yield Alike.NAME, (one.id, other.id)
    for one, other in by_phone:
        yield Alike.PHONE, (one.id, other.id)


def _together(people: Iterable[Told], key: Callable[[Told], object]) -> Iterator[tuple[Told, Told]]:
    """Pairs of those who have one key, the older first; a crowd is nobody's double."""
    groups = defaultdict[object, list[Told]](list)
    for each in people:
        told = key(each)
        if told:
            groups[told].append(each)
    for group in groups.values():
        if 1 < len(group) <= _CROWD:
            for one, other in combinations(group, 2):
                yield (one, other) if one.id < other.id else (other, one)


def _speaks_against(one: Told, other: Told) -> bool:
    other_born = None not in (one.born, other.born) and one.born != other.born
    return other_born or bool(one.phone and other.phone and one.phone != other.phone)
