"""Where a second copy of the backups is kept, how old it is, and whether a backup was tried out."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from frontdesk.domain.days import DAY, HOUR, MINUTE

USUAL_DAYS: Final = 3
"""So old may the copy be before it is said at the counter, unless the owner chose otherwise."""

FEWEST_DAYS, MOST_DAYS = 1, 60
QUIET_FOR: Final = 30 * MINUTE
LATE: Final = 26 * HOUR
DRILL_EVERY: Final = 30 * DAY
_CLOUDS: Final = ("dropbox", "onedrive", "google drive", "googledrive", "icloud", "nextcloud", "mega")


class PlaceFault(StrEnum):
    """Why a folder cannot be the second place, or why there is no new copy in it."""

    NOT_A_FOLDER = "NOT_A_FOLDER"
    IN_THE_SHOP = "IN_THE_SHOP"
    NOT_THERE = "NOT_THERE"
    READ_ONLY = "READ_ONLY"
    FULL = "FULL"
    PULLED_OUT = "PULLED_OUT"
    NOT_WHOLE = "NOT_WHOLE"
    NO_BACKUP = "NO_BACKUP"


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """What is known of it without looking there: the owner's folder, None where none was chosen; when the
    last good copy was made; why the last try failed, None where it did not.
    """

    folder: Path | None = None
    days: int = USUAL_DAYS
    copied_at: int | None = None
    fault: PlaceFault | None = None

    def is_old(self, now: int) -> bool:
        """Whether it is to be said that there is no new copy."""
        return self.folder is not None and (self.copied_at is None or now - self.copied_at > self.days * DAY)

    def is_due(self, now: int, last_act_at: int, today: date, copied_on: date | None) -> bool:
        """Once a day, when the counter has been quiet for a while; however busy it is, after a day and
        more.
        """
        if self.folder is None or copied_on == today:
            return False
        quiet = now - last_act_at >= QUIET_FOR
        return quiet or self.copied_at is None or now - self.copied_at > LATE


@dataclass(frozen=True, slots=True)
class SafetyGlance:
    """How safe the shop's data is, for a line: the last good backup here and in the second place."""

    place: SecondPlace
    backup_at: int | None
    drilled_at: int | None
    drill_due: bool

    def is_worrying(self, now: int) -> bool:
        """Whether somebody should see to it: there is no backup, no second place, or an old copy in it."""
        return self.backup_at is None or self.place.folder is None or self.place.is_old(now)


class DrillFault(StrEnum):
    """Why a backup would not do."""

    DAMAGED = "DAMAGED"
    NEWER = "NEWER"
    BOOKS = "BOOKS"
    NO_ROOM = "NO_ROOM"
    GONE = "GONE"


@dataclass(frozen=True, slots=True)
class Counted:
    """How much is in a shop."""

    customers: int
    entries: int


@dataclass(frozen=True, slots=True)
class Drill:
    """A backup that was brought back beside the shop and looked through; `found` is None where it would not
    do.
    """

    made_at: int
    at: int
    found: Counted | None
    now: Counted
    fault: DrillFault | None = None


def is_cloud(folder: Path) -> bool:
    """Whether a folder looks like one that goes to somebody else's computers by itself."""
    return any(cloud in part.lower() for part in folder.parts for cloud in _CLOUDS)


def drill_is_due(last: int | None, opened_at: int | None, now: int) -> bool:
    """Every month: since the last one, or since the shop's first act."""
    since = last if last is not None else opened_at
    return since is not None and now - since >= DRILL_EVERY
