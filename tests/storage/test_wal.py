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


class _Refusing:
    """A connection whose WAL cannot be written back."""

    def __init__(self, error: apsw.Error) -> None:
        self._error, self.asked = error, 0

    def set_wal_hook(self, hook: object) -> None:
        """Nothing calls it here."""

    def wal_checkpoint(self, *, mode: int) -> None:
        self.asked += 1
        raise self._error


def _shortened(connection: _Refusing) -> None:
    kept = wal.Wal(connection)  # type: ignore[arg-type]
    kept._on_commit(connection, "main", wal.MOST_PAGES)  # type: ignore[arg-type]
    kept.shorten()
    assert connection.asked == 1


def test_a_wal_that_cannot_be_written_back_stops_nothing(expect_log: ExpectLog) -> None:
    expect_log("could not be written back: IOError")
    _shortened(_Refusing(apsw.IOError("worn out")))


def test_another_program_that_writes_it_back_is_no_fault() -> None:
    _shortened(_Refusing(apsw.BusyError("another checkpoint runs")))  # a line in the log would fail this


def _connected(store: Path) -> database.Db:
    db = database.connect(store)
    db.connect()
    return db
