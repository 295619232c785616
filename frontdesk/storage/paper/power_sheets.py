"""Power-cut sheets, and what was keyed in from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.paper.power_sheets import Free, KeyedLine, Written
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import STANDS
from frontdesk.storage.loyalty.stamping import STANDING
from frontdesk.storage.people.customers import BY_NAME
from frontdesk.storage.store import NewId


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A sheet without its rows."""

    id: int
    uid: bytes
    number: int
    made_at: int
    programme_id: int
    lines: int


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A printed line; `name` and `called` as they are now."""

    line: int
    customer_id: int
    stamps: int
    name: str
    called: str
    by_name: bool


_SHEET: Final = "SELECT id, uid, number, at, programme_id, lines FROM power_sheet"


def add(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    programme_id: int,
    lines: int,
    rows: Sequence[tuple[int, int]],
) -> None:
    """Record a sheet with its `rows`: customer and stamps, from line 1 on."""
    number = db.value(
        "SELECT coalesce(max(number), 0) + 1 FROM power_sheet WHERE till_id = ?", (act.till_id,)
    )
    sheet_id = db.insert(
        "INSERT INTO power_sheet (uid, number, programme_id, lines, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), number, programme_id, lines, act.at, act.staff_id, act.till_id, gesture_id),
    )
    for line, (customer_id, stamps) in enumerate(rows, 1):
        db.run("INSERT INTO power_sheet_row VALUES (?, ?, ?, ?)", (sheet_id, line, customer_id, stamps))


def made_by(db: Db, gesture: bytes) -> SheetFacts | None:
    row = db.one(f"{_SHEET} WHERE gesture_id = (SELECT id FROM gesture WHERE uid = ?)", (gesture,))
    return SheetFacts(*row) if row is not None else None


def get(db: Db, sheet_id: int) -> SheetFacts | None:
    row = db.one(f"{_SHEET} WHERE id = ?", (sheet_id,))
    return SheetFacts(*row) if row is not None else None


def latest(db: Db, limit: int) -> tuple[SheetFacts, ...]:
    """The latest sheets, newest first."""
    return tuple(SheetFacts(*row) for row in db.run(f"{_SHEET} ORDER BY at DESC, id DESC LIMIT ?", (limit,)))


def rows_of(db: Db, sheet_id: int) -> tuple[RowFacts, ...]:
    """The printed lines of whoever is still known, each with the record that answers for them now."""
    rows = db.run(
        f"SELECT p.line, r.id, p.stamps, r.name, r.called, {BY_NAME.format('r')} FROM power_sheet_row AS p"
        " JOIN customer AS c ON c.id = p.customer_id JOIN customer AS r ON r.id = c.root_id"
        " WHERE p.sheet_id = ? AND r.archived_at IS NULL ORDER BY p.line",
        (sheet_id,),
    )
    return tuple(
        RowFacts(line, root_id, stamps, name, called, bool(by_name))
        for line, root_id, stamps, name, called, by_name in rows
    )


# --- what was keyed in ---


def add_tick(db: Db, act: Act, gesture_id: int, written: Written, visit_id: int | None) -> None:
    db.run(
        "INSERT INTO power_sheet_tick VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            gesture_id,
            written.sheet_id,
            written.line,
            written.customer_id,
            written.came_at,
            written.stamps,
            written.free,
            visit_id,
            act.at,
            act.staff_id,
            act.till_id,
        ),
    )


def add_settled(db: Db, act: Act, gesture_id: int, line: KeyedLine) -> None:
    """An act has settled the free one of a line."""
    db.run(
        "INSERT INTO power_sheet_free VALUES (?, ?, ?, ?, ?, ?, ?)",
        (gesture_id, line.sheet_id, line.line, line.came_at, act.at, act.staff_id, act.till_id),
    )


def times_keyed(db: Db, sheet_id: int, line: int, came_at: int) -> int:
    """How often a line of that time was keyed in, also where that was taken back."""
    count: int = db.value(
        "SELECT count(*) FROM power_sheet_tick WHERE sheet_id = ? AND line = ? AND came_at = ?",
        (sheet_id, line, came_at),
    )
    return count


def standing_at(db: Db, sheet_id: int, line: int, came_at: int) -> KeyedLine | None:
    """What was keyed in of a line at that time, and stands."""
    where = "t.sheet_id = ? AND t.line = ? AND t.came_at = ?"
    return next(iter(_lines(db, where, sheet_id, line, came_at)), None)


def standing_by(db: Db, gesture: bytes) -> KeyedLine | None:
    """What one act keyed in, if it stands."""
    return next(iter(_lines(db, "g.uid = ?", gesture)), None)


def standing_of(db: Db, sheet_id: int) -> tuple[KeyedLine, ...]:
    """What was keyed in from a sheet and stands, the latest first."""
    return _lines(db, "t.sheet_id = ?", sheet_id)


def settled(db: Db, sheet_id: int, line: int, came_at: int) -> bool:
    """Was the free one of a line settled by an act of its own, that stands?"""
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM power_sheet_free AS f WHERE f.sheet_id = ? AND f.line = ?"
            f" AND f.came_at = ? AND {STANDS.format(row='f')})",
            (sheet_id, line, came_at),
        )
    )


def visit_of(db: Db, gesture_id: int) -> int | None:
    """The visit that a line was keyed into."""
    visit_id: int | None = db.value(
        "SELECT visit_id FROM power_sheet_tick WHERE gesture_id = ?", (gesture_id,)
    )
    return visit_id


def earned_by(db: Db, staff_id: int, begin: int, end: int) -> int:
    """Stamps for buying that a member of staff keyed in for a stretch of time, and that stand."""
    total: int = db.value(
        "SELECT coalesce(sum(e.stamps), 0) FROM power_sheet_tick AS t"
        " JOIN ledger_entry AS e ON e.gesture_id = t.gesture_id AND e.kind = 'EARNED'"
        f" AND e.reason IN ('', 'BOOST') AND {STANDING}"
        " WHERE t.staff_id = ? AND t.came_at >= ? AND t.came_at < ?",
        (staff_id, begin, end),
    )
    return total


_TAKEN: Final = (
    "EXISTS (SELECT 1 FROM ledger_entry AS e WHERE e.gesture_id = {act} AND e.kind = 'REDEEMED'"
    f" AND {STANDING})"
)


def _lines(db: Db, where: str, *values: int | bytes) -> tuple[KeyedLine, ...]:
    rows = db.run(
        "SELECT g.uid, t.sheet_id, t.line, r.id, coalesce(nullif(r.called, ''), r.name), t.came_at, t.stamps,"
        " (SELECT coalesce(sum(e.stamps), 0) FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
        "  WHERE e.gesture_id = g.id AND k.programme_id = p.programme_id AND e.kind = 'EARNED'),"
        f" t.free, {_TAKEN.format(act='g.id')}, s.kind, s.uid, t.at FROM power_sheet_tick AS t"
        " JOIN power_sheet AS p ON p.id = t.sheet_id JOIN gesture AS g ON g.id = t.gesture_id"
        " JOIN customer AS c ON c.id = t.customer_id JOIN customer AS r ON r.id = c.root_id"
        " LEFT JOIN (power_sheet_free AS f JOIN gesture AS s ON s.id = f.gesture_id)"
        " ON f.sheet_id = t.sheet_id AND f.line = t.line AND f.came_at = t.came_at"
        f" AND {STANDS.format(row='f')}"
        f" WHERE {where} AND {STANDS.format(row='t')} ORDER BY t.gesture_id DESC",
        values,
    )
    return tuple(
        KeyedLine(
            gesture, sheet_id, line, customer_id, name, came_at, stamps, earned, _state(*free), at, settled_by
        )
        for gesture, sheet_id, line, customer_id, name, came_at, stamps, earned, *free, settled_by, at in rows
    )


def _state(free: int, taken: int, settled_as: str | None) -> Free:
    if not free:
        return Free.NONE
    if taken or settled_as == "KEY_FREE":
        return Free.TAKEN
    return Free.LET_BE if settled_as == "LET_FREE" else Free.OPEN
