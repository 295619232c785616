"""Where the keys of the ledger are kept: in the system's keyring, else in files for their owner alone.

A new key begins in a file. Where the shop is in its usual place and the system has a real keyring, the key
goes there in two steps: it is copied at one opening, and only when a later opening gets it back without
anybody being asked does its file go. So a keyring that is locked at each start never gets the only copy.

A keyring that gave the key back and then fails at a stamp must not hold the counter up: a new key is made in
a file, the ledger declares it, and the keys stay in files for good. The old key, once the keyring opens or
somebody types in the recovery sheet, still vouches for its entries: keys are found by their marks, which the
store knows of every epoch.

A folder named with --data may be on a stick, and the demo is thrown away: their keys never leave the folder.
"""

import logging
import secrets
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from frontdesk.config import Paths, default_paths
from frontdesk.domain.trust import chain
from frontdesk.domain.trust.key_custody import Entered, KeyPlace
from frontdesk.storage.database import Db, StoreError
from frontdesk.storage.durable import sync_folder
from frontdesk.storage.opening import DAMAGED_ROW, opened
from frontdesk.storage.trust import keys
from frontdesk.storage.trust.epochs import epochs_of
from frontdesk.storage.trust.keys import Token
from frontdesk.storage.trust.system_keyring import KeyringAway, SystemKeyring

log = logging.getLogger(__name__)

_NOTE_NAME: Final = "keyring-failed.txt"
_NOTE: Final = (
    "The keyring of this computer could not be opened when the key of the ledger was needed.\n"
    "Since then the key is kept in this folder. Delete this file to let Front Desk try the keyring again.\n"
)


@dataclass(frozen=True, slots=True)
class Custody:
    """The keys of one shop. `keyring` is None where they never leave the shop's folder."""

    paths: Paths
    keyring: SystemKeyring | None = None

    def find(self, marks: Iterable[bytes]) -> bytes | None:
        """The key to go on with: the one in the file, else the first of these. Raises `KeyringAway`."""
        key = keys.load(self.paths.chain_key)
        wanted = tuple(marks)
        if key is None and wanted and self.keyring is not None:
            found = self.keyring.read(wanted)
            key = next((found[mark] for mark in wanted if mark in found), None)
        return key

    def current(self, marks: Iterable[bytes], token: Token = secrets.token_bytes) -> bytes:
        """The key to go on with; where it cannot be had, a new one, in the file. Raises `OSError`.

        Waits for the keyring no longer than its patience.
        """
        try:
            key = self.find(marks)
        except KeyringAway as away:
            log.warning("the keyring did not give the key (%s): a new one is in the file", away)
            self._note.write_text(_NOTE, encoding="utf-8")
            key = None
        return key if key is not None else keys.load_or_make(self.paths.chain_key, token)

    def known(self, marks: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Every key that can be had now, by its mark: all in files, and those of these in the keyring."""
        found = {chain.key_mark(key): key for _, key in self._in_files()}
        missing = [mark for mark in marks if mark not in found]
        if missing and self.keyring is not None:
            with suppress(KeyringAway):
                found |= self.keyring.read(missing)
        return found

    def settle(self, marks: Iterable[bytes]) -> None:
        """Take the keys of these marks a step further on their way to the keyring; once an opening."""
        if self.keyring is None or self._note.exists():
            return
        try:
            for file, key in list(self._in_files()):
                if chain.key_mark(key) in marks:
                    self._settle(self.keyring, file, key)
        except KeyringAway as away:
            log.info("the keyring did not take the key (%s)", away)

    @staticmethod
    def _settle(keyring: SystemKeyring, file: Path, key: bytes) -> None:
        mark = chain.key_mark(key)
        if keyring.read((mark,)).get(mark) == key:
            file.unlink()
            sync_folder(file.parent)
            log.info("the keyring gave the key back: its file was removed")
        elif keyring.write(key):
            log.info("the key was copied to the keyring")

    def place(self, latest: tuple[bytes, ...]) -> KeyPlace:
        """Where the key is; `latest` as `latest_mark` gives it."""
        if keys.load(self.paths.chain_key) is not None:
            return KeyPlace.FILE_FOR_GOOD if self._note.exists() else KeyPlace.FILE
        try:
            found = self.find(latest)
        except KeyringAway:
            return KeyPlace.KEYRING_AWAY
        return KeyPlace.KEYRING if found is not None else KeyPlace.NOWHERE

    def enter(self, key: bytes, marks: tuple[bytes, ...], latest: tuple[bytes, ...]) -> Entered:
        """Keep a key that was typed in, if it is one of `marks`; a key that is replaced is kept beside.

        Where it made the latest entries, nothing was written since it was lost, and it is used on.
        Raises `OSError`. Only while no window has the shop open: it would go on with the key that it read.
        """
        mark = chain.key_mark(key)
        if mark not in marks:
            return Entered.STRANGE
        if mark in self.known(marks):
            return Entered.ALREADY_HERE
        if mark not in latest:
            keys.keep(self._beside(mark), key)
            return Entered.EARLIER
        unused = keys.load(self.paths.chain_key)
        if unused is not None:
            keys.keep(self._beside(chain.key_mark(unused)), unused)
        keys.keep(self.paths.chain_key, key)
        return Entered.CURRENT

    @property
    def _note(self) -> Path:
        return self.paths.chain_key.with_name(_NOTE_NAME)

    def _beside(self, mark: bytes) -> Path:
        return self.paths.chain_key.with_name(f"chain.{mark.hex()}.key")

    def _in_files(self) -> Iterator[tuple[Path, bytes]]:
        for file in (self.paths.chain_key, *sorted(self.paths.chain_key.parent.glob("chain.*.key"))):
            key = keys.load(file)
            if key is not None:
                yield file, key


class ChainKey:
    """The key that an open shop writes entries with, the same one until it closes.

    It is at hand at once where it lies in a file. One in the keyring is asked for by the first entry, or
    before it by `look_ahead`: never on the way to the first frame.
    """

    def __init__(
        self, custody: Custody, marks: tuple[bytes, ...], token: Token = secrets.token_bytes
    ) -> None:
        """`marks` has the mark of the latest entries, if there are any. Raises `OSError`."""
        self._custody, self._marks, self._token = custody, marks, token
        self._asking = threading.Lock()
        self._key = keys.load(custody.paths.chain_key)
        if self._key is None and (custody.keyring is None or not marks):
            self._key = keys.load_or_make(custody.paths.chain_key, token)

    def __call__(self) -> bytes:
        """The key; a new one where the old one cannot be had in time. Raises `OSError`."""
        with self._asking:
            if self._key is None:
                self._key = self._custody.current(self._marks, self._token)
            return self._key

    def look_ahead(self) -> bytes | None:
        """The key if it can be had now; none is made for it."""
        with self._asking:
            if self._key is None:
                with suppress(KeyringAway):
                    self._key = self._custody.find(self._marks)
            return self._key


def custody_of(paths: Paths) -> Custody:
    """Who keeps the keys of the shop at `paths`."""
    may_leave = paths == default_paths() and not paths.is_demo()
    return Custody(paths, SystemKeyring() if may_leave else None)


def known_keys(paths: Paths, custody: Custody | None = None) -> Mapping[bytes, bytes]:
    """Every key of the shop that can be had now, by its mark (`chain.key_mark`): for a verification."""
    return (custody or custody_of(paths)).known(marks_in(paths.store))


def marks_in(store: Path) -> tuple[bytes, ...]:
    """The marks of all keys that the store's entries were made with, the latest first."""
    with suppress(StoreError, *DAMAGED_ROW), opened(store) as db:
        return tuple(dict.fromkeys(epoch.key_mark for epoch in reversed(epochs_of(db))))
    return ()


def latest_mark(db: Db) -> tuple[bytes, ...]:
    """The mark of the key that this till's latest entries were made with; nothing before the first."""
    return tuple(
        mark
        for (mark,) in db.run(
            "SELECT CAST(e.key_mark AS BLOB) FROM chain_epoch AS e JOIN till AS t ON t.id = e.till_id"
            " WHERE t.is_local = 1 ORDER BY e.id DESC LIMIT 1"
        )
    )


def latest_mark_in(store: Path) -> tuple[bytes, ...]:
    """The same of a store that may be damaged or not there."""
    with suppress(StoreError, *DAMAGED_ROW), opened(store) as db:
        return latest_mark(db)
    return ()
