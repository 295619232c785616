"""Backups that were tried out: what came of each, and the place where one is brought back beside the shop."""

import logging
import shutil
from pathlib import Path
from typing import Final

from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.trust.safety import Counted, Drill, DrillFault
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

log = logging.getLogger(__name__)

_OWNER_ONLY: Final = 0o700
_LAST: Final = "SELECT made_at, at, customers, entries, fault FROM restore_drill ORDER BY id DESC LIMIT ?"


def counted(db: Db) -> Counted:
    """How much is in a store: people who are not out of sight, and all lines of the ledger."""
    customers = "SELECT count(*) FROM customer WHERE id = root_id AND archived_at IS NULL"
    return Counted(db.value(customers), db.value("SELECT count(*) FROM ledger_entry"))


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, drill: Drill) -> None:
    """Keep what came of a drill."""
    found = drill.found or Counted(0, 0)
    db.run(
        "INSERT INTO restore_drill (uid, made_at, customers, entries, fault, at, staff_id, till_id, "
        "gesture_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new_id(act.at),
            drill.made_at,
            found.customers,
            found.entries,
            drill.fault or "",
            act.at,
            act.staff_id,
            act.till_id,
            gesture_id,
        ),
    )


def latest(db: Db, most: int) -> tuple[Drill, ...]:
    """The last ones, the latest first; `now` is what was found, as what stood in the shop then is not
    kept.
    """
    return tuple(
        Drill(
            made_at,
            at,
            None if fault else Counted(customers, entries),
            Counted(customers, entries),
            DrillFault(fault) if fault else None,
        )
        for made_at, at, customers, entries, fault in db.run(_LAST, (most,))
    )


def last_at(db: Db) -> int | None:
    """When the last one was that went well."""
    found: int | None = db.value("SELECT max(at) FROM restore_drill WHERE fault = ''")
    return found


def first_act_at(db: Db) -> int | None:
    """Since when the shop has been at work."""
    found: int | None = db.value("SELECT min(at) FROM gesture")
    return found


def last_act_at(db: Db) -> int | None:
    """When somebody last did something at the counter."""
    found: int | None = db.value("SELECT max(at) FROM gesture")
    return found


def scratch_of(paths: Paths) -> Path:
    """The folder beside the shop in which a backup is brought back."""
    return paths.data.with_name(f"{paths.data.name}-drill")


def make_scratch(paths: Paths) -> Paths:
    """An empty place for a shop, whose own key and backups are beside it. Raises `OSError`."""
    remove_scratch(paths)
    folder = scratch_of(paths)
    folder.mkdir(mode=_OWNER_ONLY)
    place = Paths(folder / "shop")
    place.create()
    return place


def remove_scratch(paths: Paths) -> None:
    """Nothing of a drill is left, also of one that was killed."""
    folder = scratch_of(paths)
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder, ignore_errors=True)
        if folder.exists():
            log.warning("what was brought back for a drill was not removed")
