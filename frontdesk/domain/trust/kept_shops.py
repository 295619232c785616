"""Shops that lie in a backup, to be brought back."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdesk.domain.trust.backups import BackupMade


@dataclass(frozen=True, slots=True)
class KeptShop:
    """A good backup in which somebody has worked, and how its shop is called, speaks and tells the time."""

    made: BackupMade
    name: str
    language: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """The backup that stands in the store's place now, and where what it replaced is kept, if any was."""

    made: BackupMade
    replaced: Path | None
