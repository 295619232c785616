"""Visits and what they add up to."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.days import DAY
from frontdesk.domain.regulars.visits import JOIN_WITHIN, Visit, VisitSummary
from frontdesk.storage.database import Db
from frontdesk.storage.finding import search_index
from frontdesk.storage.store import NewId

LONGEST_VISIT: Final = DAY
"""How far back the beginning of a visit is looked for, so that years of visits are not read."""

HALF_LIFE: Final = 60 * DAY


@dataclass(frozen=True, slots=True)
class Attendance:
    """The visit that an act belongs to, and whether the act began it."""

    visit_id: int
    began: bool


def attend(db: Db, new_id: NewId, act: Act, gesture_id: int, root_id: int) -> Attendance:
    """Join the present visit of this person, or begin one and count it.

    An act joins a visit whose last act lies within half an hour, before or after: a clock that was wrong
    for a while neither splits a visit nor draws later ones to it.
    """
    joined = present(db, root_id, act.at)
    if joined is not None:
        db.run("UPDATE visit SET last_act_at = max(last_act_at, ?) WHERE id = ?", (act.at, joined))
        return Attendance(joined, began=False)
    visit_id = db.insert(
        "INSERT INTO visit (uid, customer_id, last_act_at, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), root_id, act.at, act.at, act.staff_id, act.till_id, gesture_id),
    )
    _count(db, root_id, act.at)
    search_index.touch(db, root_id)
    return Attendance(visit_id, began=True)


def present(db: Db, root_id: int, at: int) -> int | None:
    """The visit that an act at `at` would join, or None."""
    visit_id: int | None = db.value(
        "SELECT v.id FROM customer AS c JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
        " WHERE c.root_id = ?1 AND v.at BETWEEN ?2 - ?4 AND ?2 + ?3 AND v.last_act_at >= ?2 - ?3"
        " ORDER BY abs(v.last_act_at - ?2) LIMIT 1",
        (root_id, at, JOIN_WITHIN, LONGEST_VISIT),
    )
    return visit_id


def add_item(db: Db, new_id: NewId, act: Act, gesture_id: int, visit_id: int, product_id: int) -> None:
    db.run(
        "INSERT INTO visit_item (uid, visit_id, product_id, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), visit_id, product_id, act.at, act.staff_id, act.till_id, gesture_id),
    )


def add_amount(db: Db, new_id: NewId, act: Act, gesture_id: int, visit_id: int, amount: int) -> None:
    """Note what was paid, in the currency's smallest unit."""
    db.run(
        "INSERT INTO purchase (uid, visit_id, amount, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), visit_id, amount, act.at, act.staff_id, act.till_id, gesture_id),
    )


def amount_of(db: Db, visit_id: int, besides: int = 0) -> int:
    """What was paid in a visit, without what the act `besides` noted."""
    total: int = db.value(
        "SELECT coalesce(sum(amount), 0) FROM purchase WHERE visit_id = ? AND void = 0 AND gesture_id <> ?",
        (visit_id, besides),
    )
    return total


@dataclass(frozen=True, slots=True)
class Bought:
    """What one act noted of a purchase."""

    products: tuple[int, ...]
    amount: int


def span_of(db: Db, visit_id: int) -> tuple[int, int]:
    """When a visit began, and when its last act was."""
    row = db.one("SELECT at, last_act_at FROM visit WHERE id = ?", (visit_id,))
    assert row is not None
    return row[0], row[1]


def bought_between(db: Db, visit_id: int) -> tuple[int, int] | None:
    """When the first and the last thing of a visit were bought that still are, or None for none."""
    row = db.one(
        "SELECT min(at), max(at) FROM (SELECT at FROM visit_item WHERE visit_id = ?1 AND void = 0"
        " UNION ALL SELECT at FROM purchase WHERE visit_id = ?1 AND void = 0)",
        (visit_id,),
    )
    return (row[0], row[1]) if row and row[0] is not None else None


def whose(db: Db, visit_id: int) -> int:
    """The record that answers for whoever came."""
    root: int = db.value(
        "SELECT c.root_id FROM visit AS v JOIN customer AS c ON c.id = v.customer_id WHERE v.id = ?",
        (visit_id,),
    )
    return root


def items_of(db: Db, gesture_id: int) -> dict[int, int]:
    """Visit → person, of the items, amounts and uses of a membership that one act noted."""
    return dict(
        db.run(
            "SELECT v.id, c.root_id FROM (SELECT visit_id FROM visit_item WHERE gesture_id = ?1"
            " UNION SELECT visit_id FROM purchase WHERE gesture_id = ?1"
            " UNION SELECT visit_id FROM check_in WHERE gesture_id = ?1) AS i"
            " JOIN visit AS v ON v.id = i.visit_id"
            " JOIN customer AS c ON c.id = v.customer_id",
            (gesture_id,),
        )
    )


def item_names_of(db: Db, gesture_id: int) -> tuple[str, ...]:
    """What one act noted, as the shop calls it."""
    rows = db.run(
        "SELECT p.name FROM visit_item AS i JOIN product AS p ON p.id = i.product_id WHERE i.gesture_id = ?",
        (gesture_id,),
    )
    return tuple(name for (name,) in rows)


def void_items_of(db: Db, gesture_id: int) -> None:
    """Take back the items, amounts and uses of a membership that an undone act had added."""
    db.run("UPDATE visit_item SET void = 1 WHERE gesture_id = ?", (gesture_id,))
    db.run("UPDATE purchase SET void = 1 WHERE gesture_id = ?", (gesture_id,))
    db.run("UPDATE check_in SET void = 1 WHERE gesture_id = ?", (gesture_id,))


def void_if_empty(db: Db, visit_id: int) -> None:
    """A visit of which every act was undone did not happen.

    It is counted out for the person whose visit it is now, who may be another than whose act was undone:
    an act while two records were one can be of the one's visit and on the other's card.
    """
    left = db.value(
        "SELECT EXISTS (SELECT 1 FROM ledger_entry AS e WHERE e.visit_id = ?1 AND e.kind <> 'REVERSED'"
        "  AND NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id))"
        " OR EXISTS (SELECT 1 FROM visit_item WHERE visit_id = ?1 AND void = 0)"
        " OR EXISTS (SELECT 1 FROM purchase WHERE visit_id = ?1 AND void = 0)"
        " OR EXISTS (SELECT 1 FROM check_in WHERE visit_id = ?1 AND void = 0)"
        " OR EXISTS (SELECT 1 FROM group_visit WHERE visit_id = ?1 AND void = 0)"
        " OR EXISTS (SELECT 1 FROM request WHERE visit_id = ?1 AND state <> 'CANCELLED')",
        (visit_id,),
    )
    if not left:
        db.run("UPDATE visit SET void = 1 WHERE id = ?", (visit_id,))
        rebuild(db, whose(db, visit_id))


def stands(db: Db, visit_id: int) -> bool:
    """Is a visit one that counts?"""
    return bool(db.value("SELECT void = 0 FROM visit WHERE id = ?", (visit_id,)))


def noted_by(db: Db, gesture_id: int) -> tuple[Bought, int | None]:
    """What one act had noted, also if it was taken back since, and in which visit; None for nothing."""
    items = list(
        db.run("SELECT product_id, visit_id FROM visit_item WHERE gesture_id = ? ORDER BY id", (gesture_id,))
    )
    paid = list(db.run("SELECT amount, visit_id FROM purchase WHERE gesture_id = ?", (gesture_id,)))
    visit_id = next((visit_id for _, visit_id in (*items, *paid)), None)
    products = tuple(product_id for product_id, _ in items)
    return Bought(products, sum(amount for amount, _ in paid)), visit_id


def summary(db: Db, root_id: int) -> VisitSummary:
    row = db.one("SELECT visits, first_at, last_at FROM visit_summary WHERE customer_id = ?", (root_id,))
    return VisitSummary(*row) if row else VisitSummary()


_SHARED: Final = (
    "(SELECT coalesce(group_concat(DISTINCT coalesce(nullif(r.called, ''), r.name)), '')"
    " FROM group_visit AS g JOIN visit AS o ON o.id = g.{other} AND o.id <> v.id"
    " JOIN customer AS k ON k.id = o.customer_id"
    " JOIN customer AS r ON r.id = k.root_id WHERE g.{mine} = v.id AND g.void = 0)"
)
"""Who was at the other end of a shared card within a visit `v`."""


def recent(db: Db, root_id: int, limit: int) -> tuple[Visit, ...]:
    """The latest visits, newest first, with what came of each; what was taken back is not counted."""
    standing = (
        "FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
        " JOIN programme AS m ON m.id = k.programme_id WHERE e.visit_id = v.id"
        " AND NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id)"
    )
    rows = db.run(
        "SELECT v.id, v.at, v.last_act_at, (SELECT group_concat(p.name, char(31)) FROM visit_item AS i"
        "  JOIN product AS p ON p.id = i.product_id WHERE i.visit_id = v.id AND i.void = 0),"
        f" (SELECT coalesce(sum(e.stamps), 0) {standing} AND e.kind = 'EARNED' AND m.kind = 'STAMPS'),"
        f" (SELECT count(*) {standing} AND e.kind = 'REDEEMED' AND m.kind = 'STAMPS'),"
        " (SELECT count(*) FROM request WHERE visit_id = v.id AND state <> 'CANCELLED'),"
        f" (SELECT count(*) {standing} AND e.kind IN ('EARNED', 'REDEEMED') AND m.kind <> 'STAMPS')"
        " + (SELECT count(*) FROM check_in WHERE visit_id = v.id AND void = 0),"
        f" {_SHARED.format(mine='visit_id', other='holder_visit_id')},"
        f" {_SHARED.format(mine='holder_visit_id', other='visit_id')}"
        " FROM customer AS c JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
        " WHERE c.root_id = ? ORDER BY v.at DESC LIMIT ?",
        (root_id, limit),
    )
    return tuple(
        Visit(id_, at, last, tuple(items.split("\x1f")) if items else (), *counts)
        for id_, at, last, items, *counts in rows
    )


def since(db: Db, at: int, most: int) -> list[tuple[int, int]]:
    """(customer, time) of the shop's visits after `at`, the newest first, at most so many."""
    rows = db.run(
        "SELECT c.root_id, v.at FROM visit AS v JOIN customer AS c ON c.id = v.customer_id"
        " WHERE v.at > ? AND v.void = 0 ORDER BY v.at DESC LIMIT ?",
        (at, most),
    )
    return [(customer_id, visited_at) for customer_id, visited_at in rows]


def rebuild(db: Db, root_id: int) -> None:
    """Count this person's visits anew: after a merge, an undo, or a visit entered out of order."""
    visits, first, last, habit = computed(db, root_id)
    db.run("DELETE FROM visit_summary WHERE customer_id = ?", (root_id,))
    if visits or last is not None:
        db.run("INSERT INTO visit_summary VALUES (?, ?, ?, ?, ?)", (root_id, visits, first, last, habit))


def computed(db: Db, root_id: int) -> tuple[int, int | None, int | None, float]:
    """What the summary must say: visits, first, last, habit; from the visits themselves."""
    prior = db.one(
        "SELECT sum(prior_visits), min(prior_first_at), max(prior_last_at) FROM customer WHERE root_id = ?",
        (root_id,),
    )
    visits, first, last = prior or (0, None, None)
    visits, first, habit = visits or 0, first if first is not None else last, float(last is not None)
    rows = db.run(
        "SELECT v.at FROM customer AS c JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
        " WHERE c.root_id = ? ORDER BY v.at",
        (root_id,),
    )
    for (at,) in rows:
        visits, habit = visits + 1, _grown(habit, last, at)
        first = at if first is None else min(first, at)
        last = at if last is None else max(last, at)
    return visits, first, last, habit


def _count(db: Db, root_id: int, at: int) -> None:
    row = db.one("SELECT last_at, habit FROM visit_summary WHERE customer_id = ?", (root_id,))
    if row is None:
        db.run("INSERT INTO visit_summary VALUES (?, 1, ?, ?, 1.0)", (root_id, at, at))
    elif row[0] is None or row[0] > at:  # None: visits brought from elsewhere without their days
        rebuild(db, root_id)
    else:
        db.run(
            "UPDATE visit_summary SET visits = visits + 1, last_at = ?, habit = ? WHERE customer_id = ?",
            (at, _grown(row[1], row[0], at), root_id),
        )


def _grown(habit: float, last_at: int | None, at: int) -> float:
    """Habit after one more visit: what was, halved every 60 days since, and one."""
    if last_at is None:
        return 1.0
    return float(habit * 0.5 ** (max(at - last_at, 0) / HALF_LIFE)) + 1.0
