"""The shop's two secrets.

The chain's key lies outside the store, because it vouches for the store: here in a file, and custody.py knows
where else. The key that signs printed codes lies in the store, so that a restored shop still knows the cards
in people's pockets.
"""

import logging
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final

from frontdesk.domain.trust import chain
from frontdesk.storage.database import Db
from frontdesk.storage.durable import sync_folder

log = logging.getLogger(__name__)

CARD_CODE: Final = "card_code"
CARD_CODE_BYTES: Final = 32

_OWNER_ONLY: Final = 0o600


Token = Callable[[int], bytes]
"""So many random bytes; only the demo passes one that repeats itself."""


def load_or_make(path: Path, token: Token = secrets.token_bytes) -> bytes:
    """The chain's key, made once for its owner alone. Raises `OSError` where the folder takes no file.

    Several programs may ask at once: all get the same key. A file that is no key is kept beside, under
    another name; the ledger then starts a new epoch, which is better than a shop that cannot open.
    """
    key = _read(path)
    if key is None:
        _make(path, token)
        key = _read(path)
    if key is None:
        path.replace(path.with_name(f"{path.name}.unreadable"))
        log.error("the chain's key was damaged: the ledger starts a new epoch")
        return load_or_make(path, token)
    return key


def load(path: Path) -> bytes | None:
    """The chain's key, or None where there is none; nothing is made."""
    return _read(path)


def code_key(db: Db, token: Token = secrets.token_bytes) -> bytes:
    """The key that signs printed codes. Made when it is missing, so `db` must be able to write then."""
    find = "SELECT value FROM secret WHERE name = ?"
    key: bytes | None = db.value(find, (CARD_CODE,))
    if key is None:
        key = token(CARD_CODE_BYTES)
        db.run("INSERT INTO secret VALUES (?, ?)", (CARD_CODE, key))
    return key


def _read(path: Path) -> bytes | None:
    """The key in the file, or None when there is no file or no key in it."""
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    return key if len(key) == chain.KEY_BYTES else None


def keep(path: Path, key: bytes) -> None:
    """Put a key at `path` for its owner alone, in one step, in the place of whatever is there."""
    part = _written(path, key)
    part.replace(path)
    sync_folder(path.parent)


def _make(path: Path, token: Token) -> None:
    """Put a whole new key at `path`, unless something is there already."""
    part = _written(path, token(chain.KEY_BYTES))
    try:
        os.link(part, path)  # unlike a rename, it never replaces the key that another program just made
    except FileExistsError:
        log.info("another program has just made the chain's key")
    except OSError:
        part.replace(path)  # a stick's file system knows no links
    part.unlink(missing_ok=True)


def _written(path: Path, key: bytes) -> Path:
    """A file beside `path` that holds the key, and is on the disk."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    file = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY)
    try:
        os.write(file, key)
        os.fsync(file)
    finally:
        os.close(file)
    return part
