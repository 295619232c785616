"""The rooms of the back office: what stands in its index, in which group, and which page it opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.language import tr

NO_FACTS: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Room:
    """One page: its words in the language spoken now, its sheet, and the facts that the sheet asks for."""

    say: Callable[[], str]
    sheet: SheetName
    facts: Mapping[str, Any] = field(default_factory=lambda: NO_FACTS)


@dataclass(frozen=True, slots=True)
class Wing:
    """Rooms that belong together. One with a single room is that room."""

    icon: str
    say: Callable[[], str]
    rooms: tuple[Room, ...]


def _rule(say: Callable[[], str], part: str) -> Room:
    return Room(say, SheetName.SETTINGS, MappingProxyType({"part": part, "alone": True}))


STAFF: Final = _rule(lambda: tr("Staff"), "staff")
"""Who works here, what each may do, and their PINs."""

WINGS: tuple[Wing, ...] = (
    Wing(
        "trending-up",
        lambda: tr("How it goes"),
        (
            Room(lambda: tr("Overview"), SheetName.OVERVIEW),
            Room(lambda: tr("What customers are worth"), SheetName.WORTH),
            Room(lambda: tr("How we care"), SheetName.CARE_FIGURES),
            Room(lambda: tr("What the answers say"), SheetName.FEEDBACK_SUMMARY),
            Room(lambda: tr("Slipping away"), SheetName.SLIPPING),
        ),
    ),
    Wing(
        "user-round",
        lambda: tr("People"),
        (
            Room(lambda: tr("All customers"), SheetName.CUSTOMERS),
            Room(lambda: tr("Possible doubles"), SheetName.DUPLICATES),
            Room(lambda: tr("Who left"), SheetName.LEFT),
        ),
    ),
    Wing(
        "sliders-horizontal",
        lambda: tr("Rules"),
        (
            _rule(lambda: tr("The shop"), "shop"),
            _rule(lambda: tr("Hours and holidays"), "hours"),
            _rule(lambda: tr("Stamp cards and passes"), "programmes"),
            _rule(lambda: tr("Products"), "products"),
            _rule(lambda: tr("Limits"), "limits"),
            _rule(lambda: tr("Caring"), "caring"),
            _rule(lambda: tr("Complaints"), "playbooks"),
            _rule(lambda: tr("Feedback"), "feedback"),
            _rule(lambda: tr("Customer's screen"), "display"),
            _rule(lambda: tr("Cards and printing"), "prints"),
        ),
    ),
    Wing(
        "users",
        lambda: tr("Team"),
        (
            STAFF,
            Room(lambda: tr("The team"), SheetName.TEAM),
        ),
    ),
    Wing(
        "shield-check",
        lambda: tr("Trust"),
        (
            Room(lambda: tr("Who did what"), SheetName.WHO_DID_WHAT),
            Room(lambda: tr("Ledger and day close"), SheetName.LEDGER_CHECK),
            _rule(lambda: tr("Unusual stamps"), "unusual"),
        ),
    ),
    Wing(
        "database-backup",
        lambda: tr("Data"),
        (
            Room(lambda: tr("Everything out and in"), SheetName.TRANSFER),
            _rule(lambda: tr("Brought in so far"), "lists"),
            Room(lambda: tr("Backups and safety"), SheetName.SAFETY),
            _rule(lambda: tr("Bring a backup back"), "data"),
        ),
    ),
    Wing("eye", lambda: tr("Privacy"), (Room(lambda: tr("Privacy"), SheetName.PRIVACY),)),
)
"""From above: how the shop stands, its people, what it has set, who works here, what is kept safe."""
