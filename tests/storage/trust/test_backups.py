"""Backups on real files: under load, cut short, on a full disk, in a folder that takes none."""

import os
import resource
import signal
import subprocess
import sys
import threading
from collections import namedtuple
from pathlib import Path

import apsw
import pytest

from frontdesk.domain.trust.backups import NAMED, backup_name
from frontdesk.storage.lock import FileLock
from frontdesk.storage.opening import (
    BackupFailed,
    CannotOpen,
    DamagedStore,
    HeldByAnother,
    NoRoom,
    NotAStore,
    opened,
)
from frontdesk.storage.trust import backups
from frontdesk.storage.trust.anchors import Anchor, Unreadable
from frontdesk.storage.trust.backups import (
    check_copy,
    clear_litter,
    copy_store,
    ends_in_backups,
    list_backups,
    make_backup,
    prune,
)

SAVED = Path(__file__).parents[2] / "databases" / "v1.sqlite3"
NOON = 1_751_371_200_000
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "shop" / "frontdesk.sqlite3"
    path.parent.mkdir()
    path.write_bytes(SAVED.read_bytes())
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shop-backups"


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.name != ".backup.lock")


def test_a_backup_is_the_whole_store_in_one_file(store: Path, folder: Path) -> None:
    seen = list[tuple[int, int]]()
    made = make_backup(store, folder, at=NOON + 7, progress=lambda done, total: seen.append((done, total)))
    assert files(folder) == ["frontdesk-20250701-120000.sqlite3"] == [made.path.name]
    assert made.at == NOON
    assert made.bytes == made.path.stat().st_size
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
    with opened(store) as db, opened(made.path) as copy:
        assert made.entries == db.value("SELECT count(*) FROM ledger_entry") > 0
        for table in ("customer", "ledger_entry", "photo", "gesture", "visit_summary"):
            assert list(db.run(f"SELECT * FROM {table}")) == list(copy.run(f"SELECT * FROM {table}"))
    assert files(folder) == [made.path.name]  # reading it leaves nothing beside it


@pytest.mark.skipif(os.name == "nt", reason="rights as POSIX knows them")
def test_nobody_else_may_read_a_backup(store: Path, folder: Path) -> None:
    made = make_backup(store, folder, at=NOON)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_is_only_in_the_wal_is_in_the_backup(store: Path, folder: Path) -> None:
    with opened(store, read_only=False) as db:
        db.run("INSERT INTO setting VALUES ('last', 'word', 0)")
        made = make_backup(store, folder, at=NOON)
    with opened(made.path) as copy:
        assert copy.value("SELECT value FROM setting WHERE key = 'last'") == "word"


def test_two_in_one_second_do_not_meet(store: Path, folder: Path) -> None:
    names = [make_backup(store, folder, at=NOON, why="before-restore").path.name for _ in range(3)]
    assert names == [backup_name(NOON, "before-restore", turn) for turn in (1, 2, 3)]


def test_a_shop_that_writes_all_the_time_gets_its_backup(store: Path, folder: Path) -> None:
    stop, written = threading.Event(), list[int]()

    def write() -> None:
        with opened(store, read_only=False) as db:
            while not stop.is_set():
                db.run("INSERT INTO setting VALUES (?, '', 0)", (f"n{len(written)}",))
                written.append(1)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        while not written:
            pass
        for _ in range(5):
            before = len(written)
            made = make_backup(store, folder, at=NOON)
            with opened(made.path) as copy:
                assert copy.value("SELECT count(*) FROM setting WHERE key GLOB 'n*'") >= before
    finally:
        stop.set()
        thread.join()


def test_a_damaged_store_makes_no_backup(store: Path, folder: Path) -> None:
    with opened(store) as db:
        page = db.value("SELECT rootpage FROM sqlite_schema WHERE name = 'customer'")
        size = db.value("PRAGMA page_size")
    content = bytearray(store.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    store.write_bytes(content)
    with pytest.raises(DamagedStore):
        make_backup(store, folder, at=NOON)
    assert files(folder) == []


def test_a_store_that_breaks_its_own_rules_makes_no_backup(store: Path, folder: Path) -> None:
    db = apsw.Connection(str(store))
    db.execute("PRAGMA ignore_check_constraints = 1; UPDATE programme SET goal = 99")
    db.close()
    with pytest.raises(DamagedStore):
        make_backup(store, folder, at=NOON)
    assert files(folder) == []


def test_a_copy_that_is_not_what_the_store_was_is_thrown_away(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        backups, "copy_store", lambda source, part: copy_store(source, part) and Anchor(999, b"")
    )
    with pytest.raises(BackupFailed, match="entries instead of 999"):
        make_backup(store, folder, at=NOON)
    assert files(folder) == []


def test_what_is_no_store_makes_no_backup(tmp_path: Path, folder: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary, " * 500)
    with pytest.raises(NotAStore):
        make_backup(diary, folder, at=NOON)
    with pytest.raises(CannotOpen):
        make_backup(tmp_path / "nothing", folder, at=NOON)
    assert files(folder) == []


def test_a_folder_that_cannot_be_made_is_said(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotOpen):
        make_backup(store, tmp_path / "file" / "backups", at=NOON)


def test_a_disk_with_too_little_room_is_not_filled(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = store.stat().st_size + 16 * 1024 * 1024
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage(0, 0, room - 1))
    with pytest.raises(NoRoom):
        make_backup(store, folder, at=NOON)
    assert files(folder) == []
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Usage(0, 0, room))
    assert make_backup(store, folder, at=NOON).good


FULL_DISK = """
import resource, sys
from pathlib import Path
from frontdesk.storage.trust.backups import make_backup
from frontdesk.storage.database import StoreError
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    make_backup(Path(sys.argv[1]), Path(sys.argv[2]), at=int(sys.argv[3]))
except StoreError as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(os.name == "nt", reason="a limit on file sizes is a POSIX matter")
def test_a_disk_that_takes_no_more_leaves_no_litter_and_the_last_backup(store: Path, folder: Path) -> None:
    assert store.stat().st_size > 100_000
    last = make_backup(store, folder, at=NOON)
    told = run(FULL_DISK, store, folder, NOON + 1000)
    assert told in ("NoRoom\n", "CannotOpen\n")
    assert files(folder) == [last.path.name]
    assert check_copy(last.path).entries == last.entries
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


HANGING = """
import sys
from pathlib import Path
from frontdesk.storage.trust.backups import make_backup
def hang(done, total):
    if done == 1:
        print("copied", flush=True)
        sys.stdin.read()
make_backup(Path(sys.argv[1]), Path(sys.argv[2]), at=int(sys.argv[3]), progress=hang)
"""


def run(script: str, *words: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, words)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    return done.stdout


def start_hanging(store: Path, folder: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-c", HANGING, str(store), str(folder), str(NOON)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "copied\n"
    return child


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a POSIX matter")
def test_what_a_killed_backup_left_is_cleared_at_the_next_start(store: Path, folder: Path) -> None:
    child = start_hanging(store, folder)
    part = f"{backup_name(NOON)}.part"
    assert files(folder) == [part]
    clear_litter(folder)
    assert files(folder) == [part]  # it is still being made
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    clear_litter(folder)
    assert files(folder) == []


def test_clearing_a_folder_that_is_not_there_yet_does_nothing(folder: Path) -> None:
    clear_litter(folder)
    assert not folder.exists()


def test_two_programs_make_their_backups_one_after_the_other(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    monkeypatch.setattr(backups, "PATIENCE_SECONDS", 0.01)
    with FileLock(folder / ".backup.lock"), pytest.raises(HeldByAnother):
        make_backup(store, folder, at=NOON)
    assert make_backup(store, folder, at=NOON).good


def test_the_list_is_the_latest_first_and_says_which_cannot_be_read(store: Path, folder: Path) -> None:
    assert list_backups(folder) == ()
    first = make_backup(store, folder, at=NOON)
    second = make_backup(store, folder, at=NOON + 60_000, why="before-restore")
    (folder / backup_name(NOON + 120_000)).write_bytes(b"gone bad" * 100)
    (folder / "holiday.jpg").touch()
    listed = list_backups(folder)
    assert listed[1:] == (second, first)
    assert (listed[0].good, listed[0].entries, listed[0].bytes) == (False, 0, 800)
    ends = list(ends_in_backups(folder))
    assert ends[0] == Unreadable(backup_name(NOON + 120_000))
    assert [one.name for one in ends[1:]] == [second.path.name, first.path.name]


@pytest.mark.parametrize("table", ["ledger_entry", "chain_epoch", "sqlite_autoindex_ledger_entry_4"])
def test_a_backup_whose_ledger_cannot_be_read_is_not_good(store: Path, folder: Path, table: str) -> None:
    made = make_backup(store, folder, at=NOON)
    spoil(made.path, table)
    assert [one.good for one in list_backups(folder)] == [False]
    assert list(ends_in_backups(folder)) == [Unreadable(made.path.name)]


def spoil(path: Path, table: str) -> None:
    """Overwrite a table's first page, as a dying disk does."""
    with opened(path) as db:
        page = db.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
        size = db.value("PRAGMA page_size")
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(content)


def test_the_end_of_the_ledger_is_in_the_list(store: Path, folder: Path) -> None:
    made = make_backup(store, folder, at=NOON)
    with opened(store) as db:
        last = db.value("SELECT hex(chain_hash) FROM ledger_entry ORDER BY id DESC LIMIT 1")
    assert last.lower().startswith(made.short_hash)
    assert len(made.short_hash) == 8


def test_pruning_deletes_old_ones_and_nothing_that_is_not_a_backup(store: Path, folder: Path) -> None:
    newest, day = make_backup(store, folder, at=NOON), 24 * 3_600_000
    for days in (*range(1, 7), 100, 200):
        (folder / backup_name(NOON - days * day)).touch()
    (folder / "frontdesk-notes.txt").touch()
    assert prune(folder, newest, NOON) == 2
    week = [backup_name(NOON - days * day) for days in range(6, 0, -1)]
    assert files(folder) == [*week, newest.path.name, "frontdesk-notes.txt"]


def test_kept_damaged_stores_leave_after_their_time_and_push_nothing_out(store: Path, folder: Path) -> None:
    day = 24 * 60 * 60 * 1000
    newest = make_backup(store, folder, at=NOON)
    for days in range(1, 7):
        (folder / backup_name(NOON - days * day)).touch()
    special = [backup_name(NOON - days * day, "before-restore") for days in range(1, NAMED + 1)]
    kept, old = (f"{backup_name(NOON - days * day, 'before-restore')}.damaged" for days in (89, 91))
    for name in (*special, kept, f"{kept}-wal", old, f"{old}-wal", "frontdesk-mine.sqlite3.damaged"):
        (folder / name).touch()
    before = set(files(folder))
    assert prune(folder, newest, NOON) == 2
    assert before - set(files(folder)) == {old, f"{old}-wal"}
