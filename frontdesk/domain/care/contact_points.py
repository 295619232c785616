"""Points of contact: where in a visit something was expected, and something was received."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frontdesk.domain.care.care_figures import Counted  # not needed for the first frame


class ContactPoint(StrEnum):
    """One tag of a request, a complaint or an answer, in the order in which a visit goes."""

    SIGN = "SIGN"
    DOOR = "DOOR"
    QUEUE = "QUEUE"
    ORDER = "ORDER"
    PRODUCT = "PRODUCT"
    SERVICE = "SERVICE"
    PLACE = "PLACE"
    PAYING = "PAYING"
    LEAVING = "LEAVING"


class Shortfall(StrEnum):
    """In what way something expected was not received."""

    LATE = "LATE"
    OVER_PRICE = "OVER_PRICE"
    DECLINED = "DECLINED"
    COMPLAINT = "COMPLAINT"
    DISLIKED = "DISLIKED"
    """Its box was ticked on a feedback card as what they did not like."""


@dataclass(frozen=True, slots=True)
class Met:
    """Something that was expected at a point of contact. `shortfalls` is in what ways it was not received:
    none where it was. Whoever complains expected something, too; and whoever likes something received it.
    """

    point: ContactPoint
    shortfalls: frozenset[Shortfall]
    who: "Counted"


@dataclass(frozen=True, slots=True)
class Gap:
    """One point of contact: of how much that was expected there, how much was not received, and how."""

    point: ContactPoint
    expected: int
    unmet: int
    ways: tuple[tuple[Shortfall, int], ...]
    people: "tuple[Counted, ...]"

    @property
    def share(self) -> float:
        return self.unmet / self.expected


def gaps(met: Iterable[Met]) -> tuple[Gap, ...]:
    """Where expected and received part, the widest first: by how often, then by how large a share. `people`
    are those who did not receive it, the latest first.
    """
    at_point: dict[ContactPoint, list[Met]] = {point: [] for point in ContactPoint}
    for each in met:
        at_point[each.point].append(each)
    found = [_gap(point, each) for point, each in at_point.items() if each]
    return tuple(sorted(found, key=lambda gap: (-gap.unmet, -gap.share)))


def _gap(point: ContactPoint, met: Sequence[Met]) -> Gap:
    unmet = [each for each in met if each.shortfalls]
    ways = Counter(way for each in unmet for way in each.shortfalls)
    counted = tuple((way, ways[way]) for way in Shortfall if ways[way])
    people = sorted((each.who for each in unmet), key=lambda who: -who.at)
    return Gap(point, len(met), len(unmet), counted, tuple(people))
