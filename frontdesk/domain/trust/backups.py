"""Backups: how they are called, and which of them are kept."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from frontdesk.domain.days import DAY, HOUR, WEEK

RECENT, HOURLY, DAILY, WEEKLY, NAMED = 24, 24, 14, 8, 10
"""How many are kept of each sort. The recent ones stay however close together they were made: a backup that
somebody asked for must not be gone a minute later."""

OLDEST: Final = 90 * DAY
"""Whoever asks to be forgotten is forgotten in the backups, too, after this long."""

DAYS_TO_BELIEVE: Final = 7
"""A clock that leapt ahead makes every backup look old. Only backups of so many separate days within the
last `OLDEST` show that the time did pass."""

_NAME: Final = re.compile(
    r"frontdesk-(?P<when>\d{8}-\d{6})(?:-(?P<why>[a-z][a-z-]*[a-z]))?(?:-(?P<turn>\d+))?\.sqlite3"
)
_WHEN: Final = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class BackupMade:
    """One backup. `entries` and `short_hash` name the end of the ledger in it, to be compared on paper.

    `why` is empty for an ordinary one; `good` is False when the file can no longer be read. `restored_at`
    is when the restore was made that its ledger grew from, 0 when there was none; `shop` tells the backups
    of one shop from another's.
    """

    path: Path
    at: int
    bytes: int
    entries: int
    short_hash: str
    why: str = ""
    good: bool = True
    restored_at: int = 0
    shop: str = ""


@dataclass(frozen=True, slots=True)
class BackupName:
    """What a backup's file name says: its time in UTC milliseconds, and why it was made, if specially."""

    name: str
    at: int
    why: str = ""
    turn: int = 1


def backup_name(at: int, why: str = "", turn: int = 1) -> str:
    """The file name for a backup made at `at`; `turn` tells those of one second apart."""
    when = datetime.fromtimestamp(at // 1000, UTC).strftime(_WHEN)
    parts = ["frontdesk", when, *([why] if why else []), *([str(turn)] if turn > 1 else [])]
    return "-".join(parts) + ".sqlite3"


def read_name(name: str) -> BackupName | None:
    """What `backup_name` wrote, or None for a file that is none of ours."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        when = datetime.strptime(match["when"], _WHEN).replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupName(name, int(when.timestamp()) * 1000, match["why"] or "", int(match["turn"] or 1))


def latest_first(found: Iterable[BackupMade], now: int) -> tuple[BackupMade, ...]:
    """As they are listed: the latest first; what bears a time yet to come is no news, and is at the end."""
    return tuple(sorted(found, key=lambda one: (one.at <= now, one.at, one.path.name), reverse=True))


def furthest_first(found: Iterable[BackupMade], now: int) -> tuple[BackupMade, ...]:
    """The good ones, the one to restore first: that whose ledger goes furthest since the latest restore.

    What a restore or a migration set aside comes after the ordinary ones (else restoring twice would undo
    itself), and of each sort what bears a time yet to come after the others.
    """

    def rank(one: BackupMade) -> tuple[bool, bool, int, int, int, str]:
        return not one.why, one.at <= now, one.restored_at, one.entries, one.at, one.path.name

    return tuple(sorted((one for one in found if one.good), key=rank, reverse=True))


def to_delete(found: Iterable[BackupName], newest_good: BackupName, now: int) -> list[BackupName]:
    """The backups to delete after `newest_good` was made and verified, which itself always stays.

    The most recent are kept, the latest of each hour, day and week for the last hours, days and weeks that
    have one, and each one made for a special reason; of these, those leave that are older than `OLDEST`,
    once the clock can be believed. What bears a time yet to come was made before the clock was set back: it
    is neither counted nor deleted until its time has passed.
    """
    past = sorted((one for one in found if one.at <= now), key=lambda one: (one.at, one.turn), reverse=True)
    ordinary = [one for one in past if not one.why]
    special = [one for one in past if one.why]
    kept = {one.name for one in special[:NAMED] + ordinary[:RECENT]}
    for span, number in ((HOUR, HOURLY), (DAY, DAILY), (WEEK, WEEKLY)):
        kept |= _latest_of_each(ordinary, span, number)
    days = {one.at // DAY for one in ordinary if now - one.at <= OLDEST}
    age_counts = len(days) >= DAYS_TO_BELIEVE
    return [
        one
        for one in past
        if one.name != newest_good.name and (one.name not in kept or (age_counts and now - one.at > OLDEST))
    ]


def _latest_of_each(newest_first: Sequence[BackupName], span: int, number: int) -> set[str]:
    """Names of the latest backup in each of the last `number` spans that have any."""
    latest: dict[int, str] = {}
    for one in newest_first:
        latest.setdefault(one.at // span, one.name)
    return set(list(latest.values())[:number])
