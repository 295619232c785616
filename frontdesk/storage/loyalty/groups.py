"""Who collects on whose card, and who stood at the counter when that card was stamped."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.groups import GroupPerson, people_of
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who came for a shared card: in which visit of theirs, and for how many people they bought."""

    visit_id: int
    root_id: int
    people: int


_PAIRS: Final = (
    # By the records that answer for both now; of two memberships of one person the latest holds.
    "SELECT m.root_id AS member, h.root_id AS holder, max(g.id) AS id FROM group_member AS g"
    " JOIN customer AS m ON m.id = g.member_id JOIN customer AS h ON h.id = g.holder_id"
    " JOIN customer AS r ON r.id = h.root_id AND r.archived_at IS NULL"
    " JOIN customer AS o ON o.id = m.root_id AND o.archived_at IS NULL"
    " WHERE g.left_by IS NULL AND m.root_id <> h.root_id AND {where} GROUP BY m.root_id"
)


def holder_of(db: Db, root_id: int) -> int | None:
    """On whose card somebody collects, or None."""
    where = "g.member_id IN (SELECT id FROM customer WHERE root_id = ?)"
    row = db.one(_PAIRS.format(where=where), (root_id,))
    return row[1] if row is not None else None


def members_of(db: Db, root_id: int) -> tuple[int, ...]:
    """Who collects on somebody's card, the longest first."""
    where = "g.holder_id IN (SELECT id FROM customer WHERE root_id = ?)"
    rows = list(db.run(_PAIRS.format(where=where), (root_id,)))
    found = sorted((id_, member) for member, _, id_ in rows)
    return tuple(member for _, member in found if holder_of(db, member) == root_id)


def join(db: Db, new_id: NewId, act: Act, gesture_id: int, member_id: int, holder_id: int) -> None:
    """From now on they collect on this card, and on no other."""
    leave(db, gesture_id, member_id)
    db.run(
        "INSERT INTO group_member (uid, member_id, holder_id, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), member_id, holder_id, act.at, act.staff_id, act.till_id, gesture_id),
    )


def is_shared(db: Db, root_id: int) -> bool:
    """Does anybody collect on somebody's card?"""
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM customer AS c JOIN group_member AS g ON g.holder_id = c.id"
            " AND g.left_by IS NULL WHERE c.root_id = ?)",
            (root_id,),
        )
    )


def leave(db: Db, gesture_id: int, root_id: int) -> None:
    """They collect on nobody's card any more, whichever of their records it was."""
    db.run(
        "UPDATE group_member SET left_by = ? WHERE left_by IS NULL"
        " AND member_id IN (SELECT id FROM customer WHERE root_id = ?)",
        (gesture_id, root_id),
    )


def holder_until(db: Db, gesture_id: int) -> int | None:
    """On whose card somebody collected until this act; None where nobody left by it."""
    root_id: int | None = db.value(
        "SELECT h.root_id FROM group_member AS g JOIN customer AS h ON h.id = g.holder_id"
        " WHERE g.left_by = ?",
        (gesture_id,),
    )
    return root_id


def persons(db: Db, root_ids: tuple[int, ...]) -> tuple[GroupPerson, ...]:
    """These people as they are addressed now, in this order."""
    rows = db.run(
        "SELECT c.id, coalesce(nullif(c.called, ''), c.name),"
        " EXISTS (SELECT 1 FROM photo AS p WHERE p.customer_id = c.id) FROM customer AS c"
        f" WHERE c.id IN ({', '.join('?' * len(root_ids))})",
        root_ids,
    )
    found = {id_: GroupPerson(id_, address, bool(photo)) for id_, address, photo in rows}
    return tuple(found[id_] for id_ in root_ids)


# --- who came ---


def came(db: Db, act: Act, gesture_id: int, visit_id: int, holder_visit_id: int, people: int) -> None:
    """Note in somebody's visit that they came for the card that they share."""
    db.run(
        "INSERT INTO group_visit VALUES (?, ?, ?, ?, 0, ?, ?, ?)",
        (gesture_id, visit_id, holder_visit_id, people, act.at, act.staff_id, act.till_id),
    )


def people_in(db: Db, holder_id: int, holder_visit_id: int) -> int:
    """For how many people a shared card was stamped within one visit of its own."""
    rows = db.run(
        "SELECT max(g.people) FROM group_visit AS g JOIN visit AS v ON v.id = g.visit_id"
        " JOIN customer AS c ON c.id = v.customer_id WHERE g.holder_visit_id = ? AND g.void = 0"
        " GROUP BY c.root_id",
        (holder_visit_id,),
    )
    return _people(db, holder_id, rows)


def came_by(db: Db, gesture_id: int) -> Came | None:
    """What one act noted of who came, also if it was taken back since."""
    row = db.one(
        "SELECT g.visit_id, c.root_id, g.people FROM group_visit AS g JOIN visit AS v ON v.id = g.visit_id"
        " JOIN customer AS c ON c.id = v.customer_id WHERE g.gesture_id = ?",
        (gesture_id,),
    )
    return Came(*row) if row is not None else None


def people_between(db: Db, root_id: int, begin: int, end: int) -> int:
    """For how many people a shared card was stamped in a stretch of time."""
    rows = db.run(
        "SELECT max(g.people) FROM customer AS c"
        " JOIN visit AS h ON h.customer_id = c.id AND h.at >= ?2 - ?4 AND h.at < ?3"
        " JOIN group_visit AS g ON g.holder_visit_id = h.id AND g.void = 0 AND g.at >= ?2 AND g.at < ?3"
        " JOIN visit AS v ON v.id = g.visit_id JOIN customer AS m ON m.id = v.customer_id"
        " WHERE c.root_id = ?1 GROUP BY m.root_id",
        (root_id, begin, end, DAY),
    )
    return _people(db, root_id, rows)


def _people(db: Db, holder_id: int, rows: Iterable[tuple[int]]) -> int:
    bought_for = [people for (people,) in rows]
    return people_of(bought_for, len(members_of(db, holder_id)) + 1) if bought_for else 0


def void(db: Db, gesture_id: int) -> None:
    """The act for which they came is undone."""
    db.run("UPDATE group_visit SET void = 1 WHERE gesture_id = ?", (gesture_id,))
