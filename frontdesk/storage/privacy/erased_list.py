"""Who was erased, kept outside the store: keys that mean nothing to anybody who has not the store.

A backup that is older than an erasure brings the person back. So the list lies beside the ledger's key and
in the folder of backups, travels with these, and is held against the store at every opening.
"""

import logging
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

import apsw

from frontdesk.config import Paths
from frontdesk.storage.database import Db, StoreError
from frontdesk.storage.durable import put_in_place
from frontdesk.storage.opening import opened

log = logging.getLogger(__name__)

NAME: Final = "erased-people.txt"
_OWNER_ONLY: Final = 0o600
_KEY: Final = re.compile(rb"(?<![0-9A-Fa-f])[0-9A-Fa-f]{32}(?![0-9A-Fa-f])")


def read(*folders: Path) -> frozenset[bytes]:
    """What the lists in these folders name. What is no key is skipped; a missing list is empty, and so is
    one that cannot be read.
    """
    return frozenset(uid for folder in folders for uid in _read(folder / NAME) or ())


def add(paths: Paths, uids: Iterable[bytes]) -> bool:
    """Have both lists name these, and whatever either of them named; False where one cannot be written."""
    folders = (paths.chain_key.parent, paths.backups)
    all_of_them = read(*folders) | frozenset(uids)
    written = [_write(folder, all_of_them) for folder in folders]
    return all(written)


def carry(folder: Path, to: Path) -> bool:
    """Put the list of one folder of backups into another, where it is when one of these is brought back."""
    return _write(to, read(folder, to))


def come_back(paths: Paths, db: Db) -> tuple[int, ...]:
    """The records that were erased and stand in this store again. Cheap where nobody was ever erased."""
    named = read(paths.chain_key.parent, paths.backups)
    missing = sorted(named - erased_uids(db)) if named else ()
    found = (
        db.value("SELECT id FROM customer WHERE uid = ? AND erased_at IS NULL", (uid,)) for uid in missing
    )
    return tuple(record_id for record_id in found if record_id is not None)


def erased_uids(db: Db) -> frozenset[bytes]:
    """The keys, the same in every file of this shop, of all records that were erased."""
    return frozenset(uid for (uid,) in db.run("SELECT uid FROM customer WHERE erased_at IS NOT NULL"))


def take_over(paths: Paths, from_folder: Path) -> bool:
    """Before a store is replaced: have the lists name whoever is erased in it, and whom the list beside the
    backup that comes back names.
    """
    uids = read(from_folder)
    with suppress(StoreError, apsw.Error), opened(paths.store) as db:
        uids |= erased_uids(db)
    return add(paths, uids)


def _read(file: Path) -> frozenset[bytes] | None:
    """The keys that can be made out, whatever else came into the file; None where it cannot be read."""
    try:
        held = file.read_bytes()
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        log.warning("a list of who was erased cannot be read: %s", type(error).__name__)
        return None
    return frozenset(bytes.fromhex(key.decode("ascii")) for key in _KEY.findall(held))


def _write(folder: Path, uids: frozenset[bytes]) -> bool:
    named = _read(folder / NAME)
    if named is None:  # whom it names would be lost
        return False
    if uids <= named:
        return True
    uids |= named
    part = folder / f"{NAME}.part"
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=_OWNER_ONLY)
        part.write_text("".join(f"{uid.hex()}\n" for uid in sorted(uids)), encoding="ascii")
        put_in_place(part, folder / NAME)
    except OSError as error:
        log.warning("a list of who was erased was not written: %s", type(error).__name__)
        return False
    return True
