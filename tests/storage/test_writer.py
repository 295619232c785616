"""The writer on a disk that fails: nothing is said that is not known."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from frontdesk.storage import database, migrations
from frontdesk.storage.database import Db
from frontdesk.storage.writer import GROUP_JOBS, DiskFull, NotSaved, NotSure, StoreBusy, StoreGone, Writer
from tests.conftest import ExpectLog


class FailingDisk(apsw.VFS):
    """A real disk whose writes or syncs fail on command, for the journal of one store."""

    def __init__(self, name: str) -> None:
        self.fail_sync = 0
        self.fail_write: type[apsw.Error] | None = None
        self.forever = False
        super().__init__(name, base="", maxpathname=0)

    def xOpen(self, name, flags):  # noqa: N802
        return _File(self, name, flags)


class _File(apsw.VFSFile):
    def __init__(self, disk: FailingDisk, name, flags) -> None:  # type: ignore[no-untyped-def]
        self._disk = disk
        self._journal = name is not None and str(name.filename() if hasattr(name, "filename") else name)
        super().__init__("", name, flags)

    def _is_journal(self) -> bool:
        return str(self._journal).endswith("-wal")

    def xSync(self, flags: int) -> None:  # noqa: N802
        if self._is_journal() and self._disk.fail_sync:
            self._disk.fail_sync -= not self._disk.forever
            raise apsw.IOError("sync failed")
        super().xSync(flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        if self._is_journal() and self._disk.fail_write is not None:
            error = self._disk.fail_write
            if not self._disk.forever:
                self._disk.fail_write = None
            raise error("write failed")
        super().xWrite(data, offset)


@pytest.fixture
def disk() -> Iterator[FailingDisk]:
    disk = FailingDisk("failing")
    yield disk
    disk.unregister()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "frontdesk.sqlite3"
    migrations.migrate(path)
    with Opened(path) as db:
        db.run("INSERT INTO staff (uid, name, role, created_at) VALUES (randomblob(16), 'Noy', 'OWNER', 0)")
        db.run("INSERT INTO till (uid, name, is_local, created_at) VALUES (randomblob(16), 'Till', 1, 0)")
    return path


class Opened:
    def __init__(self, path: Path) -> None:
        self._db = database.connect(path)

    def __enter__(self) -> Db:
        self._db.connect()
        return self._db

    def __exit__(self, *_: object) -> None:
        self._db.close()


@pytest.fixture
def writer(store: Path, disk: FailingDisk) -> Iterator[Writer]:
    def open_db() -> Db:
        db = Db(
            str(store),
            pragmas=[("journal_mode", "wal"), ("synchronous", "full")],
            timeout=0.2,
            autoconnect=False,
            vfs="failing",
        )
        db.connect()
        return db

    writer = Writer(open_db)
    yield writer
    disk.fail_sync, disk.fail_write, disk.forever = 0, None, False
    writer.close()


def _act(writer: Writer, gesture: bytes):  # type: ignore[no-untyped-def]
    def job() -> str:
        writer.db.run(
            "INSERT INTO gesture (uid, kind, at, staff_id, till_id) VALUES (?, 'TEST', 0, 1, 1)", (gesture,)
        )
        return "done"

    return writer.submit(job, gesture)


def _saved(store: Path) -> set[bytes]:
    with Opened(store) as db:
        return {uid for (uid,) in db.run("SELECT uid FROM gesture")}


A, B, C = b"A" * 16, b"B" * 16, b"C" * 16


def test_a_job_is_on_the_disk_when_its_future_resolves(writer: Writer, store: Path) -> None:
    assert _act(writer, A).result() == "done"
    assert _saved(store) == {A}


@pytest.mark.parametrize(
    ("waiting", "commits"), [(0, 1), (9, 1), (GROUP_JOBS - 1, 1), (GROUP_JOBS, 2)], ids=str
)
def test_what_waits_is_committed_together(
    writer: Writer, store: Path, monkeypatch: pytest.MonkeyPatch, waiting: int, commits: int
) -> None:
    monkeypatch.setattr("frontdesk.storage.writer.GROUP_SECONDS", 60)  # not the clock decides, but the queue
    gate, committed = threading.Event(), list[int]()

    def watch_and_wait() -> bool:
        writer.db.connection().set_commit_hook(lambda: bool(committed.append(1)))
        _insert(writer, A)
        return gate.wait(5)

    held = writer.submit(watch_and_wait, A)
    others = [_act(writer, number.to_bytes(16)) for number in range(waiting)]
    gate.set()
    assert held.result()
    assert [other.result() for other in others] == ["done"] * waiting
    assert len(committed) == commits
    assert len(_saved(store)) == 1 + waiting


def test_a_job_that_raises_leaves_nothing_and_its_neighbours_alone(writer: Writer, store: Path) -> None:
    gate = threading.Event()
    held = writer.submit(lambda: gate.wait(5))

    def half_done() -> None:
        _insert(writer, B)
        raise ValueError("no")

    before, broken, after = _act(writer, A), writer.submit(half_done, B), _act(writer, C)
    gate.set()
    assert held.result()
    assert before.result() == after.result() == "done"
    with pytest.raises(ValueError, match="no"):
        broken.result()
    assert _saved(store) == {A, C}


def _insert(writer: Writer, gesture: bytes) -> None:
    writer.db.run(
        "INSERT INTO gesture (uid, kind, at, staff_id, till_id) VALUES (?, 'TEST', 0, 1, 1)", (gesture,)
    )


def test_a_failed_sync_is_never_called_not_saved_and_saved_all_the_same(
    writer: Writer, store: Path, disk: FailingDisk, tmp_path: Path, expect_log: ExpectLog
) -> None:
    expect_log("commit failed")
    assert _act(writer, A).result() == "done"
    after_the_cut = tmp_path / "after"
    after_the_cut.mkdir()
    with Opened(store) as reader:  # the counter's own reader keeps the journal from being tidied away
        reader.value("SELECT count(*) FROM gesture")
        disk.fail_sync = 1
        with pytest.raises(NotSaved):
            _act(writer, B).result()
        # The power goes now: what was called not saved may not come back to life from the journal.
        for file in (store, store.with_name(f"{store.name}-wal")):
            shutil.copy(file, after_the_cut)
    assert _saved(after_the_cut / store.name) == {A}


def test_after_a_fault_the_next_act_goes_through(
    writer: Writer, store: Path, disk: FailingDisk, expect_log: ExpectLog
) -> None:
    expect_log("commit failed")
    disk.fail_sync = 1
    with pytest.raises(NotSaved):
        _act(writer, A).result()
    assert _act(writer, A).result() == "done"
    assert _saved(store) == {A}


def test_a_disk_that_stays_broken_leaves_us_not_sure(
    writer: Writer, disk: FailingDisk, expect_log: ExpectLog
) -> None:
    expect_log("commit failed")
    expect_log("could not look the acts up")
    disk.fail_sync, disk.forever = 1, True
    with pytest.raises(NotSure):
        _act(writer, A).result()


def test_a_full_disk_says_so(writer: Writer, store: Path, disk: FailingDisk, expect_log: ExpectLog) -> None:
    expect_log("commit failed")
    disk.fail_write = apsw.FullError
    with pytest.raises(DiskFull):
        _act(writer, A).result()
    assert _act(writer, B).result() == "done"
    assert _saved(store) == {B}


def test_a_store_held_by_another_program_is_busy_not_broken(writer: Writer, store: Path) -> None:
    with Opened(store) as other:
        other.run("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy):
            _act(writer, A).result()
        other.run("ROLLBACK")
    assert _act(writer, A).result() == "done"


def test_what_was_submitted_before_closing_is_finished(writer: Writer, store: Path) -> None:
    futures = [_act(writer, bytes([number]) * 16) for number in range(100)]
    writer.close()
    assert [future.result() for future in futures] == ["done"] * 100
    assert len(_saved(store)) == 100
    with pytest.raises(RuntimeError):
        _act(writer, A)


def test_only_a_submitted_job_may_write(writer: Writer) -> None:
    with pytest.raises(RuntimeError):
        _ = writer.db


def test_a_store_that_cannot_be_opened_is_said_at_once(tmp_path: Path) -> None:
    def open_db() -> Db:
        raise database.NotDurable("journal_mode=delete")

    with pytest.raises(database.NotDurable):
        Writer(open_db)


def test_a_constraint_is_our_fault_and_is_shown_as_what_it_is(writer: Writer) -> None:
    _act(writer, A).result()
    with pytest.raises(apsw.ConstraintError):
        _act(writer, A).result()


@pytest.mark.parametrize("ending", ["", "-wal"])
@pytest.mark.parametrize("replaced", [False, True])
@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
def test_nothing_is_called_saved_once_the_file_was_taken_away(
    writer: Writer, store: Path, ending: str, replaced: bool
) -> None:
    _act(writer, A).result()
    taken = store.with_name(store.name + ending)
    copy = taken.read_bytes()
    taken.unlink()
    if replaced:
        taken.write_bytes(copy)
    for gesture in (B, C):
        with pytest.raises(StoreGone):
            _act(writer, gesture).result()


def _limit_size(writer: Writer) -> None:
    """From now on the database itself is full: SQLite then rolls the whole transaction back."""
    writer.db.run(f"PRAGMA max_page_count = {writer.db.value('PRAGMA page_count')}")


def _fill(writer: Writer) -> None:
    for number in range(200):
        writer.db.run("INSERT INTO setting VALUES (?, ?, 0)", (f"filler {number}", "z" * 4000))


def _slice(writer: Writer) -> str:
    writer.db.run("INSERT INTO setting VALUES ('slice', 'of an import', 0)")
    return "done"


def test_a_disk_that_fills_within_a_group_undoes_what_was_before_and_nothing_that_comes_after(
    writer: Writer, store: Path, expect_log: ExpectLog
) -> None:
    expect_log("gave a whole group up")
    writer.submit(lambda: _limit_size(writer)).result()
    gate = threading.Event()
    held = writer.submit(lambda: gate.wait(5))
    before, filler = _act(writer, A), writer.submit(lambda: _fill(writer))
    after, piece = _act(writer, B), writer.submit(lambda: _slice(writer))
    gate.set()
    for lost in (held, before, filler):
        with pytest.raises(DiskFull):
            lost.result()
    assert (after.result(), piece.result()) == ("done", "done")
    assert _saved(store) == {B}
    with Opened(store) as db:
        assert [key for (key,) in db.run("SELECT key FROM setting WHERE value LIKE 'z%'")] == []
        assert db.value("SELECT value FROM setting WHERE key = 'slice'") == "of an import"


def test_what_has_no_gesture_is_not_called_unsaved_by_guess(
    writer: Writer, store: Path, disk: FailingDisk, expect_log: ExpectLog
) -> None:
    expect_log("commit failed")
    disk.fail_sync = 1
    with pytest.raises(NotSure):
        writer.submit(lambda: _slice(writer)).result()
    disk.fail_write = apsw.FullError
    with pytest.raises(DiskFull):
        writer.submit(lambda: _fill(writer)).result()
