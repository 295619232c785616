"""A second place for backups: a stick, a share, any folder. It may be gone at any moment, also in the middle.

A copy is written beside its name, read back whole, and only then gets it. A file that the program leaves
there tells the place from the empty folder that a stick leaves behind: nothing is ever copied into that.
"""

import errno
import json
import logging
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.safety import USUAL_DAYS, PlaceFault, SecondPlace
from frontdesk.storage.database import Db, StoreError
from frontdesk.storage.durable import ROOM_TO_SPARE, sync_folder
from frontdesk.storage.opening import FULL_DISK
from frontdesk.storage.privacy import erased_list
from frontdesk.storage.trust import backups

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]

FOLDER_OF: Final = "safety.folder"
DAYS: Final = "safety.days"
COPIED: Final = "safety.copied_at"
FAULT: Final = "safety.fault"
"""Settings of the store's own."""

FOLDER: Final = "Front Desk backups"
MARK: Final = "this-is-the-second-place.txt"
_MARK_TEXT: Final = (
    "Front Desk keeps copies of a shop's backups in this folder. They hold the names and numbers of its\n"
    "customers: keep them as you keep money. Old ones leave after 90 days.\n"
)
_PIECE: Final = 1 << 20
_READ_ONLY: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_OWNER_ONLY: Final = 0o600


class NoSecondPlace(Exception):
    """There is no copy; `fault` says why. What was there before still is."""

    def __init__(self, fault: PlaceFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def place_in(db: Db) -> SecondPlace:
    """The second place, as far as the store knows it."""
    stored = {
        key: json.loads(value)
        for key, value in db.run("SELECT key, value FROM setting WHERE key GLOB 'safety.*'")
    }
    folder, fault = stored.get(FOLDER_OF), stored.get(FAULT)
    return SecondPlace(
        folder=Path(folder) if folder else None,
        days=stored.get(DAYS) or USUAL_DAYS,
        copied_at=stored.get(COPIED),
        fault=PlaceFault(fault) if fault else None,
    )


def take_place(folder: Path) -> None:
    """Make the place in a folder that somebody chose. Raises `NoSecondPlace`."""
    if not folder.is_dir():
        raise NoSecondPlace(PlaceFault.NOT_A_FOLDER)
    try:
        (folder / FOLDER).mkdir(mode=0o700, exist_ok=True)
        (folder / FOLDER / MARK).write_text(_MARK_TEXT, encoding="utf-8")
    except OSError as error:
        raise NoSecondPlace(_fault(error)) from error


def is_there(folder: Path) -> bool:
    """Whether the place is plugged in, connected, not moved."""
    try:
        return (folder / FOLDER / MARK).is_file()
    except OSError:
        return False


def copies(folder: Path) -> tuple[BackupMade, ...]:
    """All copies, the latest first. Raises `NoSecondPlace`."""
    if not is_there(folder):
        raise NoSecondPlace(PlaceFault.NOT_THERE)
    try:
        return backups.list_backups(folder / FOLDER)
    except OSError as error:
        raise NoSecondPlace(_fault(error)) from error


def copy_to(folder: Path, made: BackupMade, now: int, tell: Progress) -> BackupMade:
    """Copy a backup to the second place, read it back whole, and let old ones go. `tell` may raise to end it.

    Ask `is_there` first. Raises `NoSecondPlace`; what was there before still is then.
    """
    target = folder / FOLDER / made.path.name
    part = target.with_name(f"{target.name}.part")
    try:
        backups.clear_parts(target.parent)  # whatever was cut off has names, and would never leave
        if not target.exists():
            _written(made, part, tell)
            part.replace(target)
            sync_folder(target.parent)
        copied = next((one for one in backups.list_backups(target.parent) if one.path == target), None)
        if copied is None or not copied.good:
            raise NoSecondPlace(PlaceFault.NOT_WHOLE)
        erased_list.carry(made.path.parent, target.parent)
        gone = backups.prune(target.parent, copied, now)
    except StoreError as error:
        raise NoSecondPlace(PlaceFault.NOT_WHOLE if is_there(folder) else PlaceFault.PULLED_OUT) from error
    except OSError as error:
        raise NoSecondPlace(_fault(error) if is_there(folder) else PlaceFault.PULLED_OUT) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    log.info("a backup was copied to the second place; %s old ones left it", gone)
    return copied


def _written(made: BackupMade, part: Path, tell: Progress) -> None:
    """The copy is on the disk, byte for byte, and SQLite finds it whole. Raises `OSError` or `StoreError`."""
    if shutil.disk_usage(part.parent).free < made.bytes + ROOM_TO_SPARE:
        raise NoSecondPlace(PlaceFault.FULL)
    part.unlink(missing_ok=True)
    ours = sha256()
    with made.path.open("rb") as source, open(part, "xb", opener=_for_owner_only) as target:
        done = 0
        while piece := source.read(_PIECE):
            ours.update(piece)
            target.write(piece)
            done += len(piece)
            tell(done, made.bytes)
        target.flush()
        os.fsync(target.fileno())
    with part.open("rb") as again:
        theirs = sha256()
        while piece := again.read(_PIECE):
            theirs.update(piece)
            tell(done, made.bytes)
    if ours.digest() != theirs.digest():
        raise NoSecondPlace(PlaceFault.NOT_WHOLE)
    backups.check_copy(part)


def _fault(error: OSError) -> PlaceFault:
    if error.errno in FULL_DISK:
        return PlaceFault.FULL
    return PlaceFault.READ_ONLY if error.errno in _READ_ONLY else PlaceFault.PULLED_OUT


def _for_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, _OWNER_ONLY)
