"""Where the ledger's key is kept: a keyring that is there, one that hangs, one that fails, and none."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring as keyring_library
import pytest
from keyring.backends import chainer, fail, null

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.trust import chain
from frontdesk.domain.trust.key_custody import Entered, KeyPlace
from frontdesk.storage.opening import opened
from frontdesk.storage.trust import custody as custody_module
from frontdesk.storage.trust.backups import make_backup
from frontdesk.storage.trust.custody import Custody, custody_of, known_keys, marks_in
from frontdesk.storage.trust.epochs import current_epoch
from frontdesk.storage.trust.restoring import restore
from frontdesk.storage.trust.system_keyring import KeyringAway, SystemKeyring, real_backend
from tests.conftest import ExpectLog

NOON = 1_795_000_000_000


class FakeBackend:
    """A keyring of the system, as the library shows it. `locked` raises, `hanging` never answers."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.forgetful = False
        self.hanging: threading.Event | None = None
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        if not self.forgetful:
            self.kept[service, username] = password

    def _answer(self) -> None:
        self.asked += 1
        if self.hanging is not None:
            self.hanging.wait(60)
        if self.locked:
            raise RuntimeError("locked, and the secret is s3cr3t")


@pytest.fixture
def backend() -> Iterator[FakeBackend]:
    backend = FakeBackend()
    yield backend
    if backend.hanging is not None:
        backend.hanging.set()


@pytest.fixture
def keeper(paths: Paths, backend: FakeBackend) -> Custody:
    return Custody(paths, SystemKeyring(lambda: backend, patience=5))


@contextmanager
def opened_shop(paths: Paths, keeper: Custody) -> Iterator[FrontDesk]:
    desk = open_desk(paths, keeper=keeper)
    try:
        yield desk
    finally:
        desk.close()


def stamp(desk: FrontDesk) -> None:
    """What an entry of the ledger asks of the key: by it the till's epoch is told, or begun."""

    def ask() -> int:
        return current_epoch(desk.store.write(), desk.till_id, desk.chain_key(), desk.now())

    desk.submit(ask).result()


def reasons(paths: Paths) -> list[str]:
    with opened(paths.store) as db:
        return [reason for (reason,) in db.run("SELECT reason FROM chain_epoch ORDER BY id")]


def settled(paths: Paths, keeper: Custody) -> bytes:
    """A shop with one stamp, whose key has gone to the keyring; gives the key."""
    with opened_shop(paths, keeper) as desk:
        stamp(desk)
    key = paths.chain_key.read_bytes()
    for _ in range(2):
        with opened_shop(paths, keeper) as desk:
            desk.settle_in()
    assert not paths.chain_key.exists()
    return key


def test_a_new_key_begins_in_a_file_and_goes_to_the_keyring_in_two_openings(
    paths: Paths, keeper: Custody, backend: FakeBackend
) -> None:
    with opened_shop(paths, keeper) as desk:
        desk.settle_in()
        assert not backend.kept  # nothing was sealed with it yet
        stamp(desk)
    key = paths.chain_key.read_bytes()
    with opened_shop(paths, keeper) as desk:
        desk.settle_in()
    assert [bytes.fromhex(secret) for secret in backend.kept.values()] == [key]
    assert (
        paths.chain_key.read_bytes() == key
    )  # a keyring that is locked at each start must not get the only copy
    with opened_shop(paths, keeper) as desk:
        desk.settle_in()
        assert not paths.chain_key.exists()
        assert keeper.place(marks_in(paths.store)[:1]) is KeyPlace.KEYRING
    with opened_shop(paths, keeper) as desk:
        stamp(desk)
    assert reasons(paths) == ["FIRST"]
    assert known_keys(paths, keeper) == {chain.key_mark(key): key}


def test_the_keyring_is_not_asked_while_the_shop_opens(
    paths: Paths, keeper: Custody, backend: FakeBackend
) -> None:
    settled(paths, keeper)
    backend.asked = 0
    with opened_shop(paths, keeper) as desk:
        desk.shop.facts()
        desk.loyalty  # noqa: B018  # made on the window's thread, with the first greeting
        assert backend.asked == 0
        stamp(desk)
        asked = backend.asked
        stamp(desk)
        assert backend.asked == asked == 1


def test_opening_the_usual_shop_does_not_even_import_the_library(tmp_path: Path) -> None:
    script = (
        "import sys; from frontdesk.bootstrap import open_desk; from frontdesk.config import default_paths\n"
        "from frontdesk.storage.trust.epochs import current_epoch\n"
        "def seal(desk): return current_epoch(desk.store.write(), desk.till_id, desk.chain_key(), 0)\n"
        "desk = open_desk(default_paths()); desk.submit(lambda: seal(desk)).result(); desk.close()\n"
        "default_paths().chain_key.unlink()\n"
        "desk = open_desk(default_paths()); desk.shop.facts(); print('keyring' in sys.modules)\n"
        "desk.settle_in(); print('keyring' in sys.modules); desk.close()"
    )
    said = subprocess.run(
        [sys.executable, "-c", script],
        env={
            **os.environ,
            "XDG_DATA_HOME": str(tmp_path),
            "HOME": str(tmp_path),
            "LOCALAPPDATA": str(tmp_path),
        },
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == ["False", "True"]


def test_a_keyring_that_hangs_holds_a_stamp_up_no_longer_than_its_patience(
    paths: Paths, keeper: Custody, backend: FakeBackend, expect_log: ExpectLog
) -> None:
    expect_log("the keyring did not give the key")
    old = settled(paths, keeper)
    backend.hanging = threading.Event()
    with opened_shop(paths, Custody(paths, SystemKeyring(lambda: backend, patience=0.2))) as desk:
        began = time.monotonic()
        stamp(desk)
        assert time.monotonic() - began < 2
        stamp(desk)
    assert reasons(paths) == ["FIRST", "KEY_LOST"]
    new = paths.chain_key.read_bytes()
    backend.hanging.set()
    backend.hanging = None
    assert known_keys(paths, keeper) == {chain.key_mark(key): key for key in (old, new)}


def test_a_keyring_that_failed_once_is_not_given_the_key_again(
    paths: Paths, keeper: Custody, backend: FakeBackend, expect_log: ExpectLog
) -> None:
    expect_log("the keyring did not give the key")
    settled(paths, keeper)
    backend.locked = True
    with opened_shop(paths, keeper) as desk:
        stamp(desk)
    backend.locked = False
    for _ in range(3):
        with opened_shop(paths, keeper) as desk:
            desk.settle_in()
            stamp(desk)
    assert reasons(paths) == ["FIRST", "KEY_LOST"]
    assert keeper.place(()) is KeyPlace.FILE_FOR_GOOD
    assert len(backend.kept) == 1


def test_the_first_stamp_finds_the_key_that_was_looked_up_before_it(
    paths: Paths, keeper: Custody, backend: FakeBackend
) -> None:
    settled(paths, keeper)
    with opened_shop(paths, keeper) as desk:
        desk.settle_in()
        backend.locked = True
        stamp(desk)
    assert reasons(paths) == ["FIRST"]


def test_looking_ahead_makes_no_new_key(paths: Paths, keeper: Custody, backend: FakeBackend) -> None:
    settled(paths, keeper)
    backend.locked = True
    with opened_shop(paths, keeper) as desk:
        desk.settle_in()
        assert keeper.place(marks_in(paths.store)[:1]) is KeyPlace.KEYRING_AWAY
        backend.locked = False
        stamp(desk)
    assert reasons(paths) == ["FIRST"]


def test_a_keyring_that_does_not_keep_what_it_took_never_gets_the_file(
    paths: Paths, keeper: Custody, backend: FakeBackend
) -> None:
    backend.forgetful = True
    with opened_shop(paths, keeper) as desk:
        stamp(desk)
    for _ in range(3):
        with opened_shop(paths, keeper) as desk:
            desk.settle_in()
    assert paths.chain_key.exists()


def test_a_wrong_key_in_the_keyring_is_none(paths: Paths, keeper: Custody, backend: FakeBackend) -> None:
    settled(paths, keeper)
    for entry in backend.kept:
        backend.kept[entry] = "ab" * 32
    assert known_keys(paths, keeper) == {}
    for entry in backend.kept:
        backend.kept[entry] = "no key"
    assert keeper.place(marks_in(paths.store)[:1]) is KeyPlace.NOWHERE


def test_two_shops_in_one_keyring_are_told_apart(
    tmp_path: Path, backend: FakeBackend, paths: Paths, keeper: Custody
) -> None:
    first = settled(paths, keeper)
    other = Custody(Paths(tmp_path / "other"), keeper.keyring)
    second = settled(other.paths, other)
    assert first != second
    assert list(known_keys(paths, keeper).values()) == [first]
    assert list(known_keys(other.paths, other).values()) == [second]


def test_a_shop_lost_with_its_folder_is_restored_with_its_key_from_the_keyring(
    paths: Paths, keeper: Custody, expect_log: ExpectLog
) -> None:
    expect_log("restored a backup")
    key = settled(paths, keeper)
    made = make_backup(paths.store, paths.backups, at=NOON)
    paths.store.unlink()
    restore(paths, made.path, at=NOON + 1, keeper=keeper)
    with opened_shop(paths, keeper) as desk:
        stamp(desk)
    assert reasons(paths) == ["FIRST", "RESTORED"]
    assert marks_in(paths.store) == (chain.key_mark(key),)


def test_a_backup_holds_no_key(paths: Paths, keeper: Custody) -> None:
    with opened_shop(paths, keeper) as desk:
        stamp(desk)
    key = paths.chain_key.read_bytes()
    make_backup(paths.store, paths.backups, at=NOON)
    for file in [*paths.backups.iterdir(), paths.store]:
        content = file.read_bytes()
        assert key not in content, file
        assert key.hex().encode() not in content


def test_a_key_comes_back_by_hand_for_old_entries_and_for_the_latest(
    paths: Paths, keeper: Custody, backend: FakeBackend
) -> None:
    first = settled(paths, keeper)
    backend.kept.clear()  # the same shop on another computer
    marks = marks_in(paths.store)
    assert keeper.enter(b"x" * 32, marks, marks[:1]) is Entered.STRANGE
    assert keeper.enter(first, marks, marks[:1]) is Entered.CURRENT
    assert paths.chain_key.read_bytes() == first
    assert keeper.enter(first, marks, marks[:1]) is Entered.ALREADY_HERE
    paths.chain_key.unlink()
    with opened_shop(paths, keeper) as desk:
        stamp(desk)  # with a new key
    second = paths.chain_key.read_bytes()
    marks = marks_in(paths.store)
    assert keeper.enter(first, marks, marks[:1]) is Entered.EARLIER
    assert paths.chain_key.read_bytes() == second
    assert set(known_keys(paths, keeper).values()) == {first, second}
    for _ in range(2):
        with opened_shop(paths, keeper) as desk:
            desk.settle_in()
    assert not list(paths.chain_key.parent.glob("*.key"))
    assert set(known_keys(paths, keeper).values()) == {first, second}


def test_a_new_key_that_made_no_entry_yet_is_kept_beside_the_one_typed_in(paths: Paths) -> None:
    keeper = Custody(paths)
    with opened_shop(paths, keeper) as desk:
        stamp(desk)
    first = paths.chain_key.read_bytes()
    paths.chain_key.unlink()
    open_desk(paths).close()
    unused, marks = paths.chain_key.read_bytes(), marks_in(paths.store)
    assert keeper.enter(first, marks, marks[:1]) is Entered.CURRENT
    assert paths.chain_key.read_bytes() == first
    assert paths.chain_key.stat().st_mode & 0o077 == 0
    assert unused in known_keys(paths, keeper).values()


def test_only_a_shop_in_its_usual_place_uses_the_keyring(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert custody_of(paths).keyring is None
    monkeypatch.setattr(custody_module, "default_paths", lambda: paths)
    assert custody_of(paths).keyring is not None
    paths.mark_as_demo()
    assert custody_of(paths).keyring is None


def test_a_fault_of_the_keyring_is_told_by_its_kind_and_not_in_its_words(backend: FakeBackend) -> None:
    backend.locked = True
    with pytest.raises(KeyringAway) as away:
        SystemKeyring(lambda: backend).read([b"12345678"])
    assert str(away.value) == "RuntimeError"
    assert away.value.__cause__ is None


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[object], None]:
    """Return a function that has the library believe in one of its backends."""
    return lambda backend: monkeypatch.setattr(keyring_library, "get_keyring", lambda: backend)


def test_a_backend_that_keeps_nothing_or_keeps_it_open_is_no_keyring(use: Callable[[object], None]) -> None:
    class PlaintextKeyring(fail.Keyring):  # as in keyrings.alt
        pass

    for backend in (fail.Keyring(), null.Keyring(), PlaintextKeyring(), chainer.ChainerBackend()):
        use(backend)
        assert real_backend() is None
    assert SystemKeyring().read([b"12345678"]) == {}
    assert not SystemKeyring().write(b"k" * 32)


def test_the_tests_never_reach_this_computers_own_keyring() -> None:
    assert isinstance(keyring_library.get_keyring(), fail.Keyring)
