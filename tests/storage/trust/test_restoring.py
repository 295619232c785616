"""Restoring: what is replaced is kept, what is put in place is whole, no old WAL meets a new file."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from frontdesk.bootstrap import open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.trust.verification import FaultCode
from frontdesk.storage.lock import AlreadyOpen, StoreLock
from frontdesk.storage.migrations import LATEST, Migration, NewerFile, migrate
from frontdesk.storage.opening import DamagedBackup, HeldByAnother, NoRoom, NotAStore, opened
from frontdesk.storage.trust import keys, restoring
from frontdesk.storage.trust.backups import ends_in_backups, list_backups, make_backup
from frontdesk.storage.trust.restoring import restore
from frontdesk.storage.trust.verifying.verify import verify_store
from tests.saved_shop import SAVED, put_saved_shop

ExpectLog = Callable[[str], None]
NOON = 1_751_371_200_000


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_for(tmp_path / "shop")
    put_saved_shop(paths)
    return paths


def note(paths: Paths, word: str) -> None:
    with opened(paths.store, read_only=False) as db:
        db.run("INSERT OR REPLACE INTO setting VALUES ('note', ?, 0)", (word,))


def noted(path: Path) -> str | None:
    with opened(path) as db:
        word: str | None = db.value("SELECT value FROM setting WHERE key = 'note'")
        return word


def beside(paths: Paths) -> list[str]:
    return sorted(file.name for file in paths.data.iterdir() if file.name.startswith("frontdesk.sqlite3"))


def test_a_restored_store_is_as_it_was_and_what_it_replaced_is_kept(
    paths: Paths, expect_log: ExpectLog
) -> None:
    expect_log(f"restored a backup of schema {LATEST}")
    note(paths, "before")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    note(paths, "after")
    seen = list[int]()
    done = restore(paths, chosen.path, at=NOON + 5000, progress=lambda step, _: seen.append(step))
    assert noted(paths.store) == "before"
    assert done.replaced is not None
    assert noted(done.replaced) == "after"
    assert done.replaced.name == "frontdesk-20250701-120005-before-restore.sqlite3"
    assert (done.schema_before, done.anchor.entries) == (LATEST, chosen.entries)
    assert beside(paths) == ["frontdesk.sqlite3"]
    assert seen == [0, 1, 2, 3, 4]
    assert paths.store.stat().st_mode & 0o777 == 0o600


def test_the_chain_goes_on_in_a_declared_epoch_and_backups_from_before_raise_no_alarm(
    paths: Paths, expect_log: ExpectLog
) -> None:
    expect_log("restored")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    restore(paths, chosen.path, at=NOON + 5000)
    key = keys.load_or_make(paths.chain_key)
    report = verify_store(paths.store, [key], backups=ends_in_backups(paths.backups))
    assert report.ok
    assert [(epoch.reason, epoch.checked) for epoch in report.epochs] == [("FIRST", True), ("RESTORED", True)]


def give_stamps(paths: Paths, count: int) -> None:
    desk = open_desk(paths)
    for _ in range(count):
        desk.submit(desk.loyalty.add_stamps, desk.act(), 1).result()
    desk.close()


def found(paths: Paths) -> list[tuple[FaultCode, str, int]]:
    key = keys.load_or_make(paths.chain_key)
    report = verify_store(paths.store, [key], backups=ends_in_backups(paths.backups))
    return [(fault.code, fault.where, fault.number) for fault in report.faults]


def test_a_backup_after_a_restore_tells_of_one_from_before_put_back_by_hand(
    paths: Paths, expect_log: ExpectLog
) -> None:
    expect_log("restored")
    first = make_backup(paths.store, paths.backups, at=NOON)
    restore(paths, first.path, at=NOON + 5000)
    give_stamps(paths, 3)
    second = make_backup(paths.store, paths.backups, at=NOON + 10_000)
    assert found(paths) == []
    paths.store.write_bytes(first.path.read_bytes())
    assert found(paths) == [(FaultCode.LEDGER_CUT, second.path.name, 0)]


def test_a_restored_epoch_that_was_removed_whole_is_missed(paths: Paths, expect_log: ExpectLog) -> None:
    expect_log("restored")
    restore(paths, make_backup(paths.store, paths.backups, at=NOON).path, at=NOON + 5000)
    give_stamps(paths, 3)
    second = make_backup(paths.store, paths.backups, at=NOON + 10_000)
    db = apsw.Connection(str(paths.store))
    guards = ("ledger_no_delete", "epoch_no_delete")
    texts = [db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).get for name in guards]
    db.execute("".join(f"DROP TRIGGER {name};" for name in guards))
    db.execute("DELETE FROM ledger_entry WHERE epoch_id = 2; DELETE FROM chain_epoch WHERE id = 2")
    db.execute(";".join(texts))
    db.close()
    assert (FaultCode.LEDGER_CUT, second.path.name, 0) in found(paths)


def test_restoring_again_and_again_raises_no_alarm_whatever_the_clock_says(
    paths: Paths, expect_log: ExpectLog
) -> None:
    expect_log("restored")
    first = make_backup(paths.store, paths.backups, at=NOON)
    leap = 1000 * 24 * 3_600_000
    for number, at in enumerate((NOON, NOON + leap, NOON + 5000, NOON + 6000)):
        restore(paths, first.path, at=at)
        give_stamps(paths, 2)
        last = make_backup(paths.store, paths.backups, at=NOON + number * 1000)
        assert found(paths) == []
    restore(paths, last.path, at=NOON + 8000)
    assert found(paths) == []


def test_without_its_key_a_restored_ledger_is_shown_as_not_checked(
    paths: Paths, expect_log: ExpectLog
) -> None:
    expect_log("restored")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    paths.chain_key.unlink()
    restore(paths, chosen.path, at=NOON + 5000)
    report = verify_store(paths.store, [keys.load_or_make(paths.chain_key)])
    assert [(epoch.reason, epoch.checked) for epoch in report.epochs] == [
        ("FIRST", False),
        ("RESTORED", True),
    ]


def test_a_wal_left_by_a_crash_is_not_replayed_into_the_restored_store(
    paths: Paths, expect_log: ExpectLog
) -> None:
    expect_log("restored")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    script = (
        "import os, sys; from pathlib import Path; from frontdesk.storage.database import connect\n"
        "db = connect(Path(sys.argv[1])); db.connect()\n"
        "db.run(\"INSERT INTO setting VALUES ('note', 'crash', 0)\")\n"
        "os._exit(9)"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", script, str(paths.store)], cwd=root, check=False)
    assert paths.store.with_name("frontdesk.sqlite3-wal").stat().st_size > 0
    done = restore(paths, chosen.path, at=NOON + 5000)
    assert noted(paths.store) is None
    assert done.replaced is not None
    assert noted(done.replaced) == "crash"


def test_while_the_window_is_open_nothing_is_restored(paths: Paths) -> None:
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    with StoreLock(paths.lock), pytest.raises(AlreadyOpen):
        restore(paths, chosen.path, at=NOON + 5000)


def test_while_a_command_reads_the_store_nothing_is_replaced(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    note(paths, "kept")
    monkeypatch.setattr("frontdesk.storage.trust.restoring.PATIENCE_SECONDS", 0.01)
    with opened(paths.store) as reader:
        reader.value("SELECT 1 FROM setting")
        with pytest.raises(HeldByAnother):
            restore(paths, chosen.path, at=NOON + 5000)
    assert noted(paths.store) == "kept"
    assert [name for name in beside(paths) if name.endswith(".part")] == []


def test_while_the_store_is_replaced_no_command_opens_it_beside(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    expect_log("restored")
    note(paths, "before")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    note(paths, "after")
    monkeypatch.setattr("frontdesk.storage.migrations.PATIENCE_SECONDS", 0.01)
    replace, refused = restoring.put_in_place, list[str]()

    def a_command_comes(part: Path, path: Path) -> None:
        try:
            desk = open_desk(paths, beside=True)
        except HeldByAnother as error:
            refused.append(type(error).__name__)
        else:
            desk.submit(desk.feedback.issue, desk.act(), 1, "en").result()
            desk.close()
        replace(part, path)

    monkeypatch.setattr(restoring, "put_in_place", a_command_comes)
    restore(paths, chosen.path, at=NOON + 5000)
    assert refused == ["HeldByAnother"]
    assert beside(paths) == ["frontdesk.sqlite3"]
    assert noted(paths.store) == "before"
    open_desk(paths, beside=True).close()


def test_a_command_that_is_just_opening_the_store_keeps_it_from_being_replaced(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    note(paths, "kept")
    monkeypatch.setattr("frontdesk.storage.trust.restoring.PATIENCE_SECONDS", 0.01)

    def a_restore_comes(*_: object) -> None:
        restore(paths, chosen.path, at=NOON + 5000)
        raise AssertionError("replaced while it was being opened")

    monkeypatch.setattr("frontdesk.bootstrap.Store", a_restore_comes)
    with pytest.raises(HeldByAnother):
        open_desk(paths, beside=True)
    assert noted(paths.store) == "kept"


def test_the_copy_is_on_the_disk_before_the_old_store_is_shut(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    expect_log("restored")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    synced, steps = list[str](), list[tuple[int, int]]()
    monkeypatch.setattr(restoring, "sync_file", lambda path: synced.append(path.name))
    restore(paths, chosen.path, at=NOON + 5000, progress=lambda step, _: steps.append((step, len(synced))))
    assert synced == ["frontdesk.sqlite3.part"]
    assert (2, 1) in steps


def test_a_newer_or_foreign_or_empty_or_damaged_file_is_refused(paths: Paths, tmp_path: Path) -> None:
    note(paths, "kept")
    newer, diary, empty, damaged = (tmp_path / name for name in ("newer", "diary", "empty", "damaged"))
    migrate(newer, steps=tuple(Migration(n, "n", f"CREATE TABLE t{n} (x);") for n in range(1, LATEST + 2)))
    diary.write_text("Dear diary, " * 500)
    empty.touch()
    damaged.write_bytes((SAVED / "v1.sqlite3").read_bytes()[:-40_960] + b"\xff" * 40_960)
    for chosen, error in (
        (newer, NewerFile),
        (diary, NotAStore),
        (empty, NotAStore),
        (damaged, DamagedBackup),
    ):
        with pytest.raises(error):
            restore(paths, chosen, at=NOON)
    assert noted(paths.store) == "kept"
    assert list_backups(paths.backups) == ()


def test_an_older_backup_is_brought_to_the_present_schema(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    expect_log(f"restored a backup of schema {LATEST}")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    monkeypatch.setattr(
        "frontdesk.storage.trust.restoring.migrate",
        lambda path: opened_and_marked(path),
    )
    restore(paths, chosen.path, at=NOON + 5000)
    assert noted(paths.store) == "migrated"


def opened_and_marked(path: Path) -> None:
    with opened(path, read_only=False) as db:
        db.run("INSERT INTO setting VALUES ('note', 'migrated', 0)")


def test_a_store_that_cannot_be_read_is_kept_as_it_is(paths: Paths, expect_log: ExpectLog) -> None:
    expect_log("restored")
    expect_log("cannot be read")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    paths.store.write_bytes(b"the disk wrote this" * 1000)
    done = restore(paths, chosen.path, at=NOON + 5000)
    assert done.replaced is not None
    assert done.replaced.name == "frontdesk-20250701-120005-before-restore.sqlite3.damaged"
    assert done.replaced.read_bytes() == b"the disk wrote this" * 1000
    assert verify_store(paths.store, [keys.load_or_make(paths.chain_key)]).ok
    assert beside(paths) == ["frontdesk.sqlite3"]


def test_of_a_store_that_cannot_be_read_the_wal_is_kept_too(paths: Paths, expect_log: ExpectLog) -> None:
    expect_log("restored")
    expect_log("cannot be read")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    paths.store.write_bytes(b"the disk wrote this" * 1000)
    paths.store.with_name("frontdesk.sqlite3-wal").write_bytes(b"the latest acts" * 1000)
    done = restore(paths, chosen.path, at=NOON + 5000)
    assert done.replaced is not None
    kept = done.replaced.with_name(f"{done.replaced.name}-wal")
    assert kept.read_bytes() == b"the latest acts" * 1000
    assert kept.stat().st_mode & 0o777 == 0o600
    assert beside(paths) == ["frontdesk.sqlite3"]


def test_a_backup_can_be_restored_where_no_store_is(
    paths: Paths, tmp_path: Path, expect_log: ExpectLog
) -> None:
    expect_log("restored")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    fresh = paths_for(tmp_path / "new-computer")
    assert restore(fresh, chosen.path, at=NOON).replaced is None
    assert verify_store(fresh.store, [keys.load_or_make(fresh.chain_key)]).entries == chosen.entries


def test_a_full_disk_leaves_the_store_and_no_litter(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    note(paths, "kept")

    def full(folder: Path, size: int) -> None:
        raise NoRoom("full")

    monkeypatch.setattr("frontdesk.storage.trust.backups.assert_room", full)
    with pytest.raises(NoRoom):
        restore(paths, chosen.path, at=NOON + 5000)
    assert noted(paths.store) == "kept"
    assert beside(paths) == ["frontdesk.sqlite3"]


def test_a_folder_that_takes_no_file_is_said(paths: Paths, tmp_path: Path) -> None:
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    (tmp_path / "file").touch()
    with pytest.raises(Exception, match=r"NotADirectoryError|FileExistsError") as refused:
        restore(paths_for(tmp_path / "file" / "shop"), chosen.path, at=NOON)
    assert type(refused.value).__name__ == "CannotOpen"


HANGING = """
import sys
from pathlib import Path
from frontdesk.config import paths_for
from frontdesk.storage.trust.restoring import restore
def hang(done, total):
    if done == int(sys.argv[3]):
        print("there", flush=True)
        sys.stdin.read()
restore(paths_for(Path(sys.argv[1])), Path(sys.argv[2]), at=1_751_371_205_000, progress=hang)
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a POSIX matter")
@pytest.mark.parametrize(
    ("step", "expected"), [(0, "after"), (1, "after"), (2, "after"), (3, "after"), (4, "before")]
)
def test_killed_at_each_step_the_store_is_whole(paths: Paths, step: int, expected: str) -> None:
    note(paths, "before")
    chosen = make_backup(paths.store, paths.backups, at=NOON)
    note(paths, "after")
    child = subprocess.Popen(
        [sys.executable, "-c", HANGING, str(paths.data), str(chosen.path), str(step)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "there\n"
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert noted(paths.store) == ("before" if step == 4 else "after")
    assert verify_store(paths.store, [keys.load_or_make(paths.chain_key)]).ok


def test_a_store_without_a_till_is_restored_too(tmp_path: Path, expect_log: ExpectLog) -> None:
    expect_log("restored")
    empty = tmp_path / "empty.sqlite3"
    migrate(empty)
    paths = paths_for(tmp_path / "shop")
    restore(paths, empty, at=NOON)
    db = apsw.Connection(str(paths.store))
    assert list(db.execute("SELECT count(*) FROM chain_epoch")) == [(0,)]
    db.close()
