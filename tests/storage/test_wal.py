"""When the WAL is written back: not while somebody waits for an answer."""

from pathlib import Path

import apsw
import pytest

from frontdesk.storage import database, migrations, wal
from frontdesk.storage.writer import Writer
from tests.conftest import ExpectLog


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite3"
    migrations.migrate(path)
    return path


def _kept(store: Path) -> object:
    """What the store's own pages hold: an immutable file has no WAL for SQLite."""
    db = database.connect(store, read_only=True, immutable=True)
    db.connect()
    found = db.value("SELECT value FROM setting WHERE key = 'x'")
    db.close()
    return found


def test_a_long_wal_is_written_back_after_the_answer(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wal, "MOST_PAGES", 1)
    writer = Writer(lambda: _connected(store))
    kept_when_answered: list[object] = []
    answer = writer.submit(lambda: writer.db.run("INSERT INTO setting VALUES ('x', 'y', 0)"))
    answer.add_done_callback(lambda saved: kept_when_answered.append(_kept(store)))
    answer.result()
    writer.submit(lambda: None).result()  # what follows an answer is done by the next one
    assert (kept_when_answered, _kept(store)) == ([None], "y")
    writer.close()


def test_a_short_wal_is_left_alone(store: Path) -> None:
    writer = Writer(lambda: _connected(store))
    writer.submit(lambda: writer.db.run("INSERT INTO setting VALUES ('x', 'y', 0)")).result()
    writer.submit(lambda: None).result()
    assert _kept(store) is None
    writer.close()


def test_a_wal_that_cannot_be_written_back_stops_nothing(
    expect_log: ExpectLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    expect_log("could not be written back: IOError")

    class Connection:
        def set_wal_hook(self, hook: object) -> None:
            self.hook = hook

        def wal_checkpoint(self, *, mode: int) -> None:
            raise apsw.IOError("worn out")

    connection = Connection()
    monkeypatch.setattr(wal, "MOST_PAGES", 1)
    kept = wal.Wal(connection)  # type: ignore[arg-type]
    kept._on_commit(connection, "main", 5)  # type: ignore[arg-type]
    kept.shorten()


def _connected(store: Path) -> database.Db:
    db = database.connect(store)
    db.connect()
    return db
