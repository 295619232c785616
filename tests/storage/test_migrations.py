"""Migrations, on real files: newly made, halfway, foreign, newer, killed at any moment, three at once."""

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import apsw
import pytest

from frontdesk.storage import migrations
from frontdesk.storage.database import Db, connect
from frontdesk.storage.migrations import (
    LATEST,
    MIGRATIONS,
    Migration,
    MigrationFailed,
    NewerFile,
    migrate,
)
from frontdesk.storage.opening import (
    CannotOpen,
    DamagedStore,
    HeldByAnother,
    NoRoom,
    NotAStore,
    file_version,
)

SAVED = Path(__file__).parent.parent / "databases"
RELEASED = 6
"""Schemas that lie in shops; of one that is still being made there is nothing to save."""

LADDER = (
    Migration(1, "shelf", "CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"),
    Migration(2, "fill", "INSERT INTO shelf (name) VALUES ('one'), ('two');"),
    Migration(
        3,
        "rebuild",
        "CREATE TABLE cup (id INTEGER PRIMARY KEY, shelf_id INTEGER REFERENCES shelf (id)) STRICT;"
        "INSERT INTO cup (shelf_id) SELECT id FROM shelf;",
    ),
)


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    db = connect(path, read_only=True)
    db.connect()
    try:
        return list(db.run(sql))
    finally:
        db.close()


def test_a_new_store_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    migrate(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert file_version(path) == LATEST
    assert rows(path, "SELECT count(*) FROM ledger_entry") == [(0,)]


def test_migrating_twice_changes_nothing_and_asks_for_no_backup(tmp_path: Path) -> None:
    path, asked = tmp_path / "shop.sqlite3", list[Path]()
    migrate(path, backup=asked.append)
    before = path.read_bytes()
    migrate(path, backup=asked.append)
    assert path.read_bytes() == before
    assert asked == []


def test_each_step_over_a_filled_file_is_backed_up_first_as_it_was(tmp_path: Path) -> None:
    path, seen = tmp_path / "shop.sqlite3", list[int]()
    migrate(path, steps=LADDER[:1])
    migrate(path, steps=LADDER, backup=lambda file: seen.append(file_version(file)))
    assert seen == [1, 2]
    assert rows(path, "SELECT shelf_id FROM cup") == [(1,), (2,)]


def test_without_its_backup_a_step_is_not_taken(tmp_path: Path) -> None:
    def refuse(file: Path) -> None:
        raise NoRoom("no room")

    path = tmp_path / "shop.sqlite3"
    migrate(path, steps=LADDER[:1])
    with pytest.raises(NoRoom):
        migrate(path, steps=LADDER, backup=refuse)
    assert file_version(path) == 1


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    bad = Migration(2, "bad", "INSERT INTO shelf (name) VALUES ('one'); INSERT INTO nowhere VALUES (1);")
    migrate(path, steps=LADDER[:1])
    with pytest.raises(MigrationFailed, match="migration 2: SQLError: no such table") as failed:
        migrate(path, steps=(LADDER[0], bad))
    assert failed.value.number == 2
    assert file_version(path) == 1
    assert rows(path, "SELECT * FROM shelf") == []


def test_a_new_file_is_never_seen_half_made(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    bad = Migration(4, "bad", "INSERT INTO nowhere VALUES (1);")
    with pytest.raises(MigrationFailed, match="migration 4"):
        migrate(path, steps=(*LADDER, bad))
    assert file_version(path) == 0


def test_a_step_that_leaves_an_orphan_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    orphan = Migration(4, "orphan", "DELETE FROM shelf WHERE name = 'two';")
    migrate(path, steps=LADDER)
    with pytest.raises(MigrationFailed, match="row 2 of cup points to nothing"):
        migrate(path, steps=(*LADDER, orphan))
    assert file_version(path) == 3
    assert len(rows(path, "SELECT * FROM shelf")) == 2


def test_a_step_over_a_damaged_table_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    migrate(path, steps=LADDER[:2])
    db = connect(path)
    db.connect()
    db.run("PRAGMA ignore_check_constraints = 1")
    db.run("CREATE TABLE bowl (size INTEGER CHECK (size > 0))")
    db.run("INSERT INTO bowl VALUES (-1)")
    db.close()
    with pytest.raises(MigrationFailed, match="the file is damaged"):
        migrate(path, steps=LADDER)
    assert file_version(path) == 2


def test_a_disk_that_fills_up_during_a_step_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    migrate(path, steps=LADDER[:1])
    fill = (
        "PRAGMA max_page_count = 4;"
        "INSERT INTO shelf (name) SELECT hex(zeroblob(2000)) FROM json_each('[1,2,3,4,5,6,7]');"
    )
    with pytest.raises(NoRoom):
        migrate(path, steps=(LADDER[0], Migration(2, "fill", fill)))
    assert file_version(path) == 1
    assert rows(path, "SELECT * FROM shelf") == []


def test_a_step_that_ends_its_own_transaction_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    migrate(path, steps=LADDER[:1])
    with pytest.raises(MigrationFailed, match="migration 2"):
        migrate(path, steps=(LADDER[0], Migration(2, "loose", "ROLLBACK; INSERT INTO nowhere VALUES (1);")))
    assert file_version(path) == 1


def test_a_statement_that_gives_rows_does_not_hold_up_those_after_it(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    looking = Migration(1, "looking", "SELECT 1 UNION SELECT 2; CREATE TABLE shelf (id INTEGER PRIMARY KEY);")
    migrate(path, steps=(looking,))
    assert rows(path, "SELECT count(*) FROM shelf") == [(0,)]


def test_a_newer_file_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    migrate(path, steps=LADDER)
    before = path.read_bytes()
    with pytest.raises(NewerFile) as newer:
        migrate(path, steps=LADDER[:2])
    assert (newer.value.found, newer.value.known) == (3, 2)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"Dear diary, " * 500, b"\x00" * 4096, b"SQLite format 3\x00" + b"?" * 4080]
)
def test_a_file_of_another_sort_is_refused_and_not_touched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes(content)
    with pytest.raises((NotAStore, DamagedStore)):
        migrate(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    db = apsw.Connection(str(path))
    db.execute("CREATE TABLE moz_places (url); PRAGMA user_version = 1")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NotAStore):
        migrate(path)
    assert path.read_bytes() == before


def test_a_damaged_schema_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    migrate(path)
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(DamagedStore):
        migrate(path)


def test_a_folder_that_is_a_file_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CannotOpen):
        migrate(tmp_path / "file" / "shop.sqlite3")


def test_a_folder_in_the_stores_place_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen):
        migrate(tmp_path)


def test_a_gap_in_the_numbers_is_found(tmp_path: Path) -> None:
    (tmp_path / "0001_first.sql").write_text("")
    (tmp_path / "0003_third.sql").write_text("")
    with pytest.raises(ValueError, match=r"0003_third\.sql: expected the migration 0002"):
        migrations.read_migrations(tmp_path)


def test_the_migrations_that_are_shipped_are_in_order() -> None:
    assert [step.number for step in MIGRATIONS] == list(range(1, LATEST + 1))


def test_one_who_waits_in_vain_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "shop.sqlite3"
    path.touch()
    other = apsw.Connection(str(path))
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(migrations, "PATIENCE_SECONDS", 0.01)
    with pytest.raises(HeldByAnother):
        migrate(path)
    other.close()


CHILD = """
import sys
from pathlib import Path
from frontdesk.storage.migrations import MIGRATIONS, Migration, migrate
fill = "".join(f"INSERT INTO setting VALUES ('k{i}', 'v', 0);" for i in range(3000))
steps = (*MIGRATIONS, Migration(len(MIGRATIONS) + 1, "fill", fill))
copies = Path(sys.argv[2])
def backup(file):
    (copies / f"{len(list(copies.iterdir()))}").touch()
print("ready", flush=True)
sys.stdin.readline()
migrate(Path(sys.argv[1]), backup=backup, steps=steps)
"""


def start_child(path: Path, copies: Path) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path), str(copies)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def go(child: "subprocess.Popen[str]") -> None:
    assert child.stdin is not None
    child.stdin.write("go\n")
    child.stdin.flush()


@pytest.mark.slow
def test_three_programs_at_once_migrate_once(tmp_path: Path) -> None:
    path, copies = tmp_path / "shop.sqlite3", tmp_path / "copies"
    copies.mkdir()
    migrate(path)
    children = [start_child(path, copies) for _ in range(3)]
    for child in children:
        go(child)
    for child in children:
        child.communicate()
        assert child.returncode == 0
    assert rows(path, "SELECT count(*) FROM setting") == [(3000,)]
    assert len(list(copies.iterdir())) == 1


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a POSIX matter")
def test_killed_at_any_moment_a_store_is_at_one_step_or_the_next(tmp_path: Path) -> None:
    luck, seen = random.Random(7), set[int]()
    copies = tmp_path / "copies"
    copies.mkdir()
    for turn in range(12):
        path = tmp_path / f"shop{turn}.sqlite3"
        if turn % 2:
            migrate(path)
        child = start_child(path, copies)
        go(child)
        time.sleep(luck.uniform(0, 0.06))  # the moment of the blow, not a wait for something
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
        if not path.exists():
            continue
        version = file_version(path)
        seen.add(version)
        filled = rows(path, "SELECT count(*) FROM setting") if version else [(0,)]
        assert filled == [(3000 if version == LATEST + 1 else 0,)]
        if version <= LATEST:
            migrate(path)
            assert file_version(path) == LATEST
    assert seen


def test_a_store_of_each_released_schema_opens(tmp_path: Path) -> None:
    saved = sorted(SAVED.glob("v*.sqlite3"))
    assert [file.name for file in saved] == [f"v{number}.sqlite3" for number in range(1, RELEASED + 1)]
    for file in saved:
        path = tmp_path / file.name
        path.write_bytes(file.read_bytes())
        migrate(path)
        assert file_version(path) == LATEST
        assert rows(path, "SELECT sum(balance) = (SELECT sum(stamps) FROM ledger_entry) FROM card") == [(1,)]


def test_a_store_that_another_program_makes_just_now_is_not_called_a_strangers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, read, seen = tmp_path / "shop.sqlite3", Db.value, list[str]()
    path.touch()
    young = connect(path)
    young.connect()

    def value(db: Db, sql: str, *values: object) -> object:
        found = read(db, sql, *values)
        seen.append(sql)
        if seen == ["PRAGMA user_version"]:
            migrate(path)
        return found

    monkeypatch.setattr(Db, "value", value)
    migrate(path)
    young.close()
    assert file_version(path) == LATEST


def test_the_wal_is_asked_for_until_the_patience_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shop.sqlite3"
    other = apsw.Connection(str(path))
    other.execute("CREATE TABLE t (x); BEGIN IMMEDIATE").fetchall()
    impatient = connect(path, busy_seconds=0.01)
    with pytest.raises(Exception, match="locked"):
        impatient.connect()
    monkeypatch.setattr("frontdesk.storage.database.time.sleep", lambda _: other.close())
    db = connect(path)
    db.connect()
    assert db.value("PRAGMA journal_mode") == "wal"
    db.close()
