"""Acts and refusals as they were written, newest first, read a page at a time.

Each value that narrows the trail down is a walk of its own along an index by time, which stops when a page is
full; the walks are then merged. So a page costs the same among a thousand acts and among a million.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from frontdesk.domain.trust.deeds import (
    KINDS,
    OF_BOTH,
    DeedGroup,
    DeedPlace,
    DeedsAsked,
    DeedSource,
    Whom,
)
from frontdesk.storage.database import Db, Row, SqlValue

WANTED: Final = "(SELECT value FROM json_each(?))"
"""Among the keys that one value holds: see `keys`."""

_BIGGEST: Final = 2**62
_END: Final = DeedPlace(_BIGGEST, DeedSource.REFUSED, _BIGGEST)
"""Before it all of the trail lies."""

_FIRST_TILL: Final = 1
"""Its acts have no index of their own: the schema says why."""

_LOOKED_THROUGH: Final = 20_000

_COLUMNS: Final = {
    DeedSource.ACT: "d.at, 0, d.id, d.kind, '', d.customer_id, d.undoes_id, d.staff_id, d.till_id",
    DeedSource.REFUSED: "d.at, 1, d.id, d.kind, d.reason, d.customer_id, NULL, d.staff_id, d.till_id",
}
_TABLES: Final = {DeedSource.ACT: "gesture", DeedSource.REFUSED: "refused_act"}


@dataclass(frozen=True, slots=True)
class Written:
    """A row of the trail."""

    place: DeedPlace
    kind: str
    reason: str
    customer_id: int | None
    undoes_id: int | None
    staff_id: int
    till_id: int


@dataclass(frozen=True, slots=True)
class _Walk:
    """One value to walk along, as a condition with what it is filled with."""

    where: str
    values: tuple[SqlValue, ...] = ()


def page(db: Db, asked: DeedsAsked, after: DeedPlace | None, limit: int) -> list[Written]:
    """The latest `limit` before `after`, or the very latest."""
    statements, values = list[str](), list[SqlValue]()
    for source in DeedSource:
        if source is DeedSource.ACT and asked.group is DeedGroup.REFUSED:
            continue
        where, filled = _narrowed(asked, source, _earlier(after or _END, asked.until))
        for walk in _walks(db, asked, source):
            statements.append(
                f"SELECT * FROM (SELECT {_COLUMNS[source]} FROM {_TABLES[source]} AS d"
                f" WHERE {walk.where} AND {where} ORDER BY d.at DESC, d.id DESC LIMIT ?)"
            )
            values += (*walk.values, *filled, limit)
    if not statements:
        return []
    sql = f"{' UNION '.join(statements)} ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT ?"
    return [_written(row) for row in db.run(sql, (*values, limit))]


def acts(db: Db, ids: Iterable[int]) -> dict[int, Written]:
    """Acts by their keys."""
    sql = f"SELECT {_COLUMNS[DeedSource.ACT]} FROM gesture AS d WHERE d.id IN {WANTED}"
    return {written.place.id: written for written in map(_written, db.run(sql, (keys(ids),)))}


def undone_by(db: Db, ids: Iterable[int]) -> dict[int, int]:
    """Which of these acts were taken back, and by whom of the staff."""
    sql = f"SELECT undoes_id, staff_id FROM gesture WHERE undoes_id IN {WANTED}"
    return dict[int, int](db.run(sql, (keys(ids),)))


def customers(db: Db, ids: Iterable[int]) -> dict[int, Whom]:
    """Whom these records stand for. Who was erased is not named, whatever the row still says."""
    rows = db.run(
        "SELECT c.id, r.id, r.name, coalesce(r.erased_at, c.erased_at) FROM customer AS c"
        f" JOIN customer AS r ON r.id = c.root_id WHERE c.id IN {WANTED}",
        (keys(ids),),
    )
    return {id_: Whom(root, "" if erased else name, erased is not None) for id_, root, name, erased in rows}


def staff(db: Db) -> dict[int, str]:
    """Everybody who works or worked here, in the order they came."""
    return dict[int, str](db.run("SELECT id, name FROM staff ORDER BY id"))


def tills(db: Db) -> dict[int, str]:
    return dict[int, str](db.run("SELECT id, name FROM till ORDER BY id"))


def _earlier(after: DeedPlace, until: int | None) -> DeedPlace:
    """The end of the days is a place, too: of two upper ends SQLite would walk down from the first."""
    return after if until is None or after.at < until else replace(_END, at=until - 1)


def _narrowed(asked: DeedsAsked, source: DeedSource, after: DeedPlace) -> tuple[str, tuple[SqlValue, ...]]:
    """What holds for every walk. A place is one of its source's own where it is of that, else between two."""
    where, values = ["d.at <= ?"], list[SqlValue]([after.at])
    if source is after.source:
        where.append("(d.at < ? OR d.id < ?)")
        values += (after.at, after.id)
    elif source > after.source:
        where.append("d.at < ?")
        values.append(after.at)
    if asked.since is not None:
        where.append("d.at >= ?")
        values.append(asked.since)
    if asked.till_id is not None:
        where.append("d.till_id = ?" if asked.till_id == _FIRST_TILL else "d.till_id = ? AND d.till_id <> 1")
        values.append(asked.till_id)
    return " AND ".join(where), tuple(values)


def _walks(db: Db, asked: DeedsAsked, source: DeedSource) -> Sequence[_Walk]:
    """Kind by kind where acts are many; of one customer, of somebody who did little, and of what was refused
    they are few, and all of them are looked through. A plus keeps SQLite from walking along that column.
    """
    kinds, by = _kinds(asked), (asked.staff_id,) if asked.staff_id is not None else ()
    if asked.customer_id is not None:
        walks = list(_of_customer(db, asked.customer_id, source))
        by_whom = " AND +d.staff_id = ?" if by else ""
    elif kinds is not None and source is DeedSource.ACT and not _few(db, asked.staff_id):
        by_whom = " AND +d.staff_id = ?" if by else ""
        return [_Walk(f"d.kind = ?{_of_whom(asked)}{by_whom}", (kind, *by)) for kind in kinds]
    else:
        walks, by_whom = [_Walk("TRUE")], " AND d.staff_id = ?" if by else ""
    if kinds is not None:
        by_whom += f" AND +d.kind IN {WANTED}{_of_whom(asked)}"
        by = (*by, keys(kinds))
    return [_Walk(each.where + by_whom, (*each.values, *by)) for each in walks]


def _few(db: Db, staff_id: int | None) -> bool:
    """Did somebody do so little that all of it can be looked through?"""
    if staff_id is None:
        return False
    counted = "SELECT count(*) FROM (SELECT 1 FROM gesture WHERE staff_id = ? LIMIT ?)"
    return bool(db.value(counted, (staff_id, _LOOKED_THROUGH)) < _LOOKED_THROUGH)


def _of_customer(db: Db, customer_id: int, source: DeedSource) -> Iterator[_Walk]:
    """What names one of their records, and what made it: an act that takes somebody on names nobody yet."""
    of_root = (
        "SELECT id, gesture_id FROM customer WHERE root_id = (SELECT root_id FROM customer WHERE id = ?)"
    )
    for record, made_by in db.run(of_root, (customer_id,)):
        yield _Walk("d.customer_id = ?", (record,))
        if source is DeedSource.ACT:
            yield _Walk("d.id = ?", (made_by,))


def _kinds(asked: DeedsAsked) -> tuple[str, ...] | None:
    """None for all of them."""
    if asked.kind:
        return (asked.kind,)
    if asked.group in (None, DeedGroup.REFUSED):
        return None
    return tuple(sorted(KINDS[asked.group]))


def _of_whom(asked: DeedsAsked) -> str:
    """Somebody leaves who works here, or a customer does: the act names the one and not the other."""
    if asked.group not in (DeedGroup.TEAM, DeedGroup.CUSTOMERS):
        return ""
    both = ", ".join(f"'{kind}'" for kind in sorted(OF_BOTH))
    names = "IS NULL" if asked.group is DeedGroup.TEAM else "IS NOT NULL"
    return f" AND (d.kind NOT IN ({both}) OR d.customer_id {names})"


def keys(wanted: Iterable[int | str]) -> str:
    """What `WANTED` is filled with."""
    return json.dumps(list(wanted))


def _written(row: Row) -> Written:
    at, source, id_, *rest = row
    return Written(DeedPlace(at, DeedSource(source), id_), *rest)
