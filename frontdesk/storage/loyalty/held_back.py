"""What the caps of a programme held back: it is given where an undo makes room for it."""

from dataclasses import dataclass

from frontdesk.storage.database import Db
from frontdesk.storage.gestures import BOUGHT_AT, STANDS


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Stamps that one act would have earned in a programme, but for a cap; `at` is when it was bought."""

    gesture_id: int
    visit_id: int
    stamps: int
    people: int
    at: int


def note(db: Db, gesture_id: int, programme_id: int, visit_id: int, stamps: int, people: int) -> None:
    """Note what a cap held back of an act."""
    db.run(
        "INSERT INTO held_back VALUES (?, ?, ?, ?, ?)", (gesture_id, programme_id, visit_id, stamps, people)
    )


def in_visit(db: Db, visit_id: int, programme_id: int) -> tuple[HeldBack, ...]:
    """What was held back in a visit of acts that still stand, in the order in which they were done."""
    return _standing(db, "h.visit_id = ?1 AND h.programme_id = ?2", visit_id, programme_id)


def visits_between(db: Db, root_id: int, programme_id: int, begin: int, end: int) -> tuple[int, ...]:
    """The visits of one person in a stretch of time in which something was held back."""
    found = _standing(
        db,
        "h.programme_id = ?2 AND h.visit_id IN (SELECT v.id FROM customer AS c JOIN visit AS v"
        " ON v.customer_id = c.id AND v.void = 0 WHERE c.root_id = ?1 AND v.at BETWEEN ?3 AND ?4 - 1)",
        root_id,
        programme_id,
        begin,
        end,
    )
    return tuple(dict.fromkeys(each.visit_id for each in found))


def visits_of(db: Db, gesture_id: int) -> set[int]:
    """The visits in which something of one act was held back."""
    rows = db.run("SELECT visit_id FROM held_back WHERE gesture_id = ?", (gesture_id,))
    return {visit_id for (visit_id,) in rows}


def copy(db: Db, moved_id: int, gesture_id: int, visit_id: int) -> None:
    """An act is done again for somebody else: what was held back of it is held back there."""
    db.run(
        "INSERT INTO held_back SELECT ?2, programme_id, ?3, stamps, people FROM held_back"
        " WHERE gesture_id = ?1",
        (moved_id, gesture_id, visit_id),
    )


def _standing(db: Db, where: str, *values: int) -> tuple[HeldBack, ...]:
    rows = db.run(
        f"SELECT h.gesture_id, h.visit_id, h.stamps, h.people, {BOUGHT_AT.format(act='g')}"
        f" FROM held_back AS h JOIN gesture AS g ON g.id = h.gesture_id WHERE {where}"
        f" AND {STANDS.format(row='h')} ORDER BY h.gesture_id",
        values,
    )
    return tuple(HeldBack(*row) for row in rows)
