"""The keyring of the system: Windows' Credential Locker, macOS' Keychain, the Secret Service on Linux.

A keyring may be locked and show a prompt, or never answer. So each question has a thread of its own and a
deadline, and the Secret Service is not asked at all while it is locked. The library is imported on that
thread too: it takes 50 ms, and most programs here never need it.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import closing
from typing import Final, Protocol, TypeVar, cast

from frontdesk.domain.trust import chain

T = TypeVar("T")

log = logging.getLogger(__name__)

PATIENCE_SECONDS: Final = 2.0

_SECRET_SERVICE: Final = "keyring.backends.SecretService.Keyring"
_REAL: Final = frozenset(
    {"keyring.backends.Windows.WinVaultKeyring", "keyring.backends.macOS.Keyring", _SECRET_SERVICE}
)
"""Kept by the system and opened by logging in. Others are none at all, or write a file that anybody reads."""

_SERVICE: Final = "Front Desk ledger {mark}"
_USER: Final = "chain key"


class KeyringAway(Exception):
    """There is a keyring, and it does not answer: it is locked, hangs, or fails."""


class Backend(Protocol):
    """What is used of a keyring, by the names that the library gives it."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...


def real_backend() -> Backend | None:
    """The system's keyring, or None where there is none that deserves the name. Raises `KeyringAway`."""
    import keyring

    found = keyring.get_keyring()
    for backend in getattr(found, "backends", (found,)):
        kind = f"{type(backend).__module__}.{type(backend).__name__}"
        if kind in _REAL and (kind != _SECRET_SERVICE or _has_open_collection()):
            return cast(Backend, backend)
    return None


def _has_open_collection() -> bool:
    """Whether the Secret Service can keep something beyond this session without asking the cashier."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        try:
            collection = secretstorage.get_collection_by_alias(bus, "default")
        except secretstorage.ItemNotFoundException:
            return False  # to make the first one, it would ask for a password
        if collection.is_locked():
            raise KeyringAway("locked")
        return not collection.collection_path.endswith("/session")


class SystemKeyring:
    """Keeps keys by their marks, so that shops, and a shop's earlier keys, are told apart."""

    def __init__(
        self, find: Callable[[], Backend | None] = real_backend, patience: float = PATIENCE_SECONDS
    ) -> None:
        self._find = find
        self._patience = patience

    def read(self, marks: Iterable[bytes]) -> dict[bytes, bytes]:
        """The keys that it has of these, by their marks. Raises `KeyringAway`."""
        wanted = tuple(dict.fromkeys(marks))

        def ask() -> dict[bytes, bytes]:
            backend = self._find()
            if backend is None:
                return {}
            answers = ((mark, backend.get_password(_service(mark), _USER)) for mark in wanted)
            return {mark: key for mark, answer in answers if (key := _key(mark, answer)) is not None}

        return self._within_patience(ask)

    def write(self, key: bytes) -> bool:
        """Keep a key, and read it back to be sure; False when it is not there. Raises `KeyringAway`."""
        mark = chain.key_mark(key)

        def ask() -> bool:
            backend = self._find()
            if backend is None:
                return False
            backend.set_password(_service(mark), _USER, key.hex())
            return _key(mark, backend.get_password(_service(mark), _USER)) == key

        return self._within_patience(ask)

    def _within_patience(self, ask: Callable[[], T]) -> T:
        answer = Future[T]()

        def run() -> None:
            try:
                answer.set_result(ask())
            except Exception as error:
                answer.set_exception(error)

        # A daemon: a keyring that hangs for ever must not keep the program from ending.
        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            return answer.result(self._patience)
        except KeyringAway:
            raise
        except Exception as error:  # each system's keyring has errors of its own, and a deadline is one
            raise KeyringAway(type(error).__name__) from None  # its words might hold what was asked


def _service(mark: bytes) -> str:
    return _SERVICE.format(mark=mark.hex())


def _key(mark: bytes, answer: str | None) -> bytes | None:
    """The key in an answer, if it is the one that its mark says."""
    try:
        key = bytes.fromhex(answer or "")
    except ValueError:
        return None
    return key if len(key) == chain.KEY_BYTES and chain.key_mark(key) == mark else None
