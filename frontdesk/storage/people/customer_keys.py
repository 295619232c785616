"""What the table of all customers is sorted and asked by, of everybody at once, in SQLite's own memory.

A hundred thousand people are some twenty megabytes there and none in Python; a sort of all of them takes some
thirty milliseconds, in which the window's thread goes on. Only workers ask: one at a time.
"""

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final

import apsw

from frontdesk.domain.days import DAY
from frontdesk.domain.finding.folding import fold
from frontdesk.domain.people.customer_filters import TableQuery
from frontdesk.domain.people.customer_states import FEWEST_FOR_GAP, CustomerState
from frontdesk.domain.people.customer_table import Found
from frontdesk.storage.database import Row, SqlValue
from frontdesk.storage.people.customer_columns import PEOPLE, Counting, columns
from frontdesk.storage.people.customer_conditions import STATES, Today, order_by, population, where
from frontdesk.storage.regulars.absences import as_list

Arrange = Callable[[Sequence[str]], Sequence[int]]
"""The places of these names in the order in which a reader looks for them."""
StateOf = Callable[[int, int, int | None, int | None, int, bool], CustomerState]
"""Key, visits, first and last visit, since when they are known, whether they left → how that one stands."""

_SHAPE: Final = """
CREATE TABLE person (
    id INTEGER PRIMARY KEY, language TEXT, since INTEGER, birthday INTEGER, visits INTEGER, first_at INTEGER,
    last_at INTEGER, gap INTEGER, stamps INTEGER, rewards INTEGER, consents INTEGER, photo INTEGER,
    holder INTEGER, served_by INTEGER, has_left INTEGER, state INTEGER, name_rank INTEGER);
-- Apart, so that a sort reads a few numbers of everybody and no words.
CREATE TABLE said (id INTEGER PRIMARY KEY, name TEXT, words TEXT, digits TEXT);
CREATE TABLE server (id INTEGER PRIMARY KEY, rank INTEGER);
"""
_PEOPLE: Final = (
    "INSERT INTO person SELECT id, nullif(language, ''), since,"
    " birth_month * 100 + birth_day, visits, first_at, last_at,"
    f" CASE WHEN visits >= {FEWEST_FOR_GAP} THEN"
    f"  max((last_at - first_at + (visits - 1) * {DAY} / 2) / ((visits - 1) * {DAY}), 1) END,"
    " stamps, rewards, consents, photo, holder, served_by, has_left, NULL, NULL FROM read"
)
_SAID: Final = (
    "INSERT INTO said SELECT c.id, c.name, folded(c.name || ' ' || c.called || ' ' || c.spoken),"
    " nullif(trim(digits_of(c.phone) || ' ' || c.phone_digits), '')"
    " FROM person AS p JOIN customer AS c ON c.id = p.id"
)
_SUMS_KEPT: Final = 20


class CustomerKeys:
    """Of one shop's file. Nothing can be asked before `read_all`."""

    def __init__(self, path: Path, counting: Counting) -> None:
        self._path, self._counting = path, counting
        self._lock = Lock()
        self._sums_kept: dict[tuple[str, tuple[SqlValue, ...]], Row] = {}
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
        self._db = apsw.Connection(":memory:", flags)
        self._db.execute(_SHAPE)
        self._db.create_scalar_function("folded", _folded, 1, deterministic=True)
        self._db.create_scalar_function("digits_of", _digits, 1, deterministic=True)

    def read_all(self) -> None:
        """Everybody as the store has them at this moment."""
        with self._lock, self._shop():
            self._run(f"{self._reading('')} {_PEOPLE}")
            self._run(_SAID)

    def read_again(self, ids: Collection[int]) -> bool:
        """These records as they are now, and who answers for them. Whether all names kept their places."""
        changed = as_list(ids)
        with self._lock, self._shop():
            self._sums_kept.clear()
            roots = [
                root
                for (root,) in self._run(
                    "SELECT root_id FROM customer WHERE id IN (SELECT value FROM json_each(?))", (changed,)
                )
            ]
            both = as_list({*ids, *roots})
            chosen = "id IN (SELECT value FROM json_each(?))"
            before = f"SELECT id, name, name_rank FROM person JOIN said USING (id) WHERE {chosen}"
            kept = {id_: (name, rank) for id_, name, rank in self._run(before, (both,))}
            for table in ("person", "said"):
                self._run(f"DELETE FROM {table} WHERE {chosen}", (both,))
            reading = self._reading(" AND c.id IN (SELECT value FROM json_each(?))")
            self._run(f"{reading} {_PEOPLE}", (both,))
            self._run(f"{_SAID} WHERE p.{chosen}", (both,))
            now = list(self._run(f"SELECT id, name FROM said WHERE {chosen}", (both,)))
            placed = [(kept[id_][1], id_) for id_, name in now if id_ in kept and kept[id_][0] == name]
            self._db.executemany("UPDATE person SET name_rank = ? WHERE id = ?", placed)
        return len(placed) == len(now)

    def tell_states(self, state_of: StateOf, ids: Collection[int] | None = None) -> None:
        """How it stands with everybody, or with these."""
        chosen = "" if ids is None else " WHERE id IN (SELECT value FROM json_each(?))"
        values = () if ids is None else (as_list(ids),)
        with self._lock:
            self._sums_kept.clear()
            rows = self._run(
                f"SELECT id, visits, first_at, last_at, since, has_left FROM person{chosen}", values
            )
            told: dict[int, list[int]] = {}
            for row in rows:
                told.setdefault(STATES.index(state_of(*row)), []).append(row[0])
            for place, of_state in told.items():
                self._run(
                    "UPDATE person SET state = ? WHERE state IS NOT ?"
                    " AND id IN (SELECT value FROM json_each(?))",
                    (place, place, as_list(of_state)),
                )

    def arrange(self, arrange: Arrange, staff: Mapping[int, str]) -> None:
        """Put the names in the order of their scripts, as a reader of some language looks for them."""
        with self._lock:
            people = list(self._run("SELECT id, name FROM said ORDER BY id"))
        in_order = array("q", (people[place][0] for place in arrange([name for _, name in people])))
        del people
        servers = list(staff)
        ranks = [servers[place] for place in arrange([staff[id_] for id_ in servers])]
        with self._lock:
            self._run(
                "UPDATE person SET name_rank = j.key FROM json_each(?) AS j WHERE person.id = j.value",
                (as_list(in_order),),
            )
            self._run("INSERT OR REPLACE INTO server SELECT value, key FROM json_each(?)", (as_list(ranks),))

    def find(self, query: TableQuery, today: Today) -> Found:
        """Who answers to the question, and what they add up to."""
        sql, values = where(query, today)
        with self._lock:
            rows = self._run(
                f"SELECT p.id FROM person AS p WHERE {sql} ORDER BY {order_by(query.order)}", values
            )
            ids = array("q", (id_ for (id_,) in rows))
            return Found(ids, len(ids), *self._sums(query, sql, values))

    def _sums(self, query: TableQuery, sql: str, values: Sequence[SqlValue]) -> tuple[int, int, int]:
        """Of how many people, and visits and stamps of those who were found; in another order the same."""
        base, of_whom = population(query)
        of = self._summed(f"SELECT count(*) FROM person AS p WHERE {base}", of_whom)[0]
        sums = f"SELECT coalesce(sum(p.visits), 0), coalesce(sum(p.stamps), 0) FROM person AS p WHERE {sql}"
        visits, stamps = self._summed(sums, values)
        return of, visits, stamps

    def _summed(self, sql: str, values: Sequence[SqlValue]) -> Row:
        asked = sql, tuple(values)
        if asked not in self._sums_kept:
            if len(self._sums_kept) >= _SUMS_KEPT:
                self._sums_kept.clear()
            self._sums_kept[asked] = next(self._run(sql, values))
        return self._sums_kept[asked]

    def languages(self) -> tuple[str, ...]:
        """Those that anybody speaks."""
        with self._lock:
            rows = self._run("SELECT DISTINCT language FROM person WHERE language IS NOT NULL")
        return tuple(sorted(code for (code,) in rows))

    def _run(self, sql: str, values: Sequence[SqlValue] = ()) -> Iterator[Row]:
        rows: Iterator[Row] = self._db.execute(sql, values)
        return rows

    def _reading(self, among: str) -> str:
        return f"WITH read AS (SELECT {columns(self._counting)}{PEOPLE}{among})"

    @contextmanager
    def _shop(self) -> Iterator[None]:
        """The shop's file beside the memory, for reading, for so long and no longer."""
        self._run("ATTACH ? AS shop", (f"{self._path.absolute().as_uri()}?mode=ro",))
        try:
            with self._db:
                yield
        finally:
            self._run("DETACH shop")


def _folded(*told: Any) -> str:
    return fold(told[0])


def _digits(*told: Any) -> str:
    return "".join(char for char in told[0] if char.isdecimal())
