"""Connections to the store: one that writes, one that only reads for every other thread.

apsw is the only SQLite library that may open the file (two libraries on one file drop each other's
locks). Ordinary reads go through peewee's tables, the keystroke and the stamp through prepared text.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import apsw
from playhouse.apsw_ext import APSWDatabase

log = logging.getLogger(__name__)

OLDEST_SQLITE: Final = (3, 51, 3)
"""SQLite's notes name a WAL-reset corruption race up to 3.51.2."""

BUSY_SECONDS: Final = 5.0
_RETRY_SECONDS: Final = 0.01

Row = tuple[Any, ...]
SqlValue = None | int | float | str | bytes


class StoreError(Exception):
    """The store cannot be used; the subclass says why."""


class WrongEngine(StoreError):
    """The SQLite that was loaded is not one that we trust with the shop's data."""


class NotDurable(StoreError):
    """The file system did not accept the settings that keep a stamp through a power cut."""


class Db(APSWDatabase):  # type: ignore[misc]
    """One thread's connection. `run` is the short way to the prepared statement."""

    shop_writes = 0
    """How often this connection has changed the shop's own rows: settings, programmes, products."""

    def run(self, sql: str, values: Sequence[SqlValue] = ()) -> Iterator[Row]:
        """Execute one statement and give its rows. Raises `apsw.Error` as SQLite said it."""
        rows: Iterator[Row] = self.connection().execute(sql, values)
        return rows

    def one(self, sql: str, values: Sequence[SqlValue] = ()) -> Row | None:
        """The first row, or None."""
        return next(self.run(sql, values), None)

    def value(self, sql: str, values: Sequence[SqlValue] = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.one(sql, values)
        return None if row is None else row[0]

    @contextmanager
    def one_moment(self) -> "Iterator[Db]":
        """All that is read within is of one moment; for a reader, outside a job."""
        self.run("BEGIN")
        try:
            yield self
        finally:
            self.run("ROLLBACK")

    def insert(self, sql: str, values: Sequence[SqlValue] = ()) -> int:
        """Execute an INSERT and give the new row's key."""
        connection = self.connection()
        connection.execute(sql, values)
        rowid: int = connection.last_insert_rowid()
        return rowid


class _WalDb(Db):
    """A connection that writes, through a WAL."""

    def _add_conn_hooks(self, conn: apsw.Connection) -> None:
        self._use_wal(conn)
        super()._add_conn_hooks(conn)

    def _use_wal(self, conn: apsw.Connection) -> None:
        """Ask for the WAL until it is had: while another program writes, SQLite itself gives up at once."""
        until = time.monotonic() + self._timeout
        while True:
            try:
                conn.execute("PRAGMA journal_mode = wal").fetchall()
                return
            except apsw.BusyError:
                if time.monotonic() >= until:
                    raise
            time.sleep(_RETRY_SECONDS)


def connect(
    path: Path, *, read_only: bool = False, busy_seconds: float = BUSY_SECONDS, immutable: bool = False
) -> Db:
    """A database object for `path`; call `.connect()` in each thread that uses it.

    A reader cannot write (`query_only`). A writer is durable at every commit: WAL, `synchronous=FULL`.
    `immutable` is for a file that nobody can change: SQLite then asks for no lock and reads no WAL.
    """
    pragmas: list[tuple[str, str | int]] = [
        ("foreign_keys", 1),
        ("recursive_triggers", 1),  # INSERT OR REPLACE would slip past the append-only triggers
        ("trusted_schema", 0),
        ("temp_store", "memory"),
        ("cache_size", -16_000),
    ]
    if read_only:
        pragmas.append(("query_only", 1))
    else:
        pragmas += [("synchronous", "full"), ("secure_delete", 1)]
    # Never make a file here: an empty one in the place of a lost store would look like a young shop.
    name, flags = str(path), apsw.SQLITE_OPEN_READWRITE
    if immutable:
        name = f"{path.absolute().as_uri()}?immutable=1"
        flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    kind = Db if read_only else _WalDb
    return kind(name, pragmas=pragmas, timeout=busy_seconds, autoconnect=False, flags=flags)


def assert_engine() -> None:
    """Refuse an SQLite that is too old, or a peewee that talks through another driver."""
    found = tuple(int(part) for part in apsw.sqlite_lib_version().split("."))
    if found < OLDEST_SQLITE:
        raise WrongEngine(f"SQLite {apsw.sqlite_lib_version()} is older than {OLDEST_SQLITE}")


def log_engine() -> None:
    """Write down which engine keeps the store, for whoever helps the shop."""
    log.info("store engine: apsw %s, SQLite %s", apsw.apsw_version(), apsw.sqlite_lib_version())


def assert_durable(db: Db) -> None:
    """Check that the settings took: a network share, for one, silently refuses WAL."""
    journal, full, keys = (
        db.value("PRAGMA journal_mode"),
        db.value("PRAGMA synchronous"),
        db.value("PRAGMA foreign_keys"),
    )
    if (journal, full, keys) != ("wal", 2, 1):
        raise NotDurable(f"journal_mode={journal} synchronous={full} foreign_keys={keys}")
