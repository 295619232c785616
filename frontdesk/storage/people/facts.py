"""What is known about customers, and each answer to whether it still holds.

A fact that is gone keeps its row. An answer counts until its act is undone, and is never rewritten.
"""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import Merge
from frontdesk.domain.people.facts import Answer, Fact, FactKind, Reason
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import FactCheckRow
from frontdesk.storage.database import Db, Row
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import FactRow

_FACT: Final = (
    "SELECT f.id, f.kind, f.text, f.at, s.name, k.at, w.name, f.reason, f.whom_id, coalesce(p.name, '')"
    " FROM {facts} JOIN staff AS s ON s.id = f.staff_id LEFT JOIN staff AS p ON p.id = f.whom_id"
    " LEFT JOIN fact_check AS k ON k.id = (SELECT c.id FROM fact_check AS c WHERE c.fact_id = f.id"
    f"  AND c.answer = 'STANDS' AND {gestures.STANDS.format(row='c')} ORDER BY c.at DESC, c.id DESC LIMIT 1)"
    " LEFT JOIN staff AS w ON w.id = k.staff_id"
)
_OF: Final = (
    _FACT.format(facts="customer AS m JOIN fact AS f ON f.customer_id = m.id")
    + " WHERE m.root_id = ? AND f.gone_at IS NULL ORDER BY f.kind, f.id DESC"
)
_ONE: Final = _FACT.format(facts="fact AS f") + " WHERE f.id = ?"


def of(db: Db, root_id: int) -> tuple[Fact, ...]:
    """What stands about this person, allergies first, the newest first within a kind."""
    return tuple(_fact(row) for row in db.run(_OF, (root_id,)))


def get(db: Db, fact_id: int) -> Fact | None:
    """A fact, whether it stands or is gone."""
    row = db.one(_ONE, (fact_id,))
    return _fact(row) if row is not None else None


def standing_of(db: Db, fact_id: int) -> int | None:
    """Whose record a fact that stands is of; None where it is gone or never was."""
    customer_id: int | None = db.value(
        "SELECT customer_id FROM fact WHERE id = ? AND gone_at IS NULL", (fact_id,)
    )
    return customer_id


def record_of(db: Db, fact_id: int) -> int:
    """Whose record a fact is of, whether it stands or is gone."""
    customer_id: int = db.value("SELECT customer_id FROM fact WHERE id = ?", (fact_id,))
    return customer_id


def add(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    customer_id: int,
    kind: FactKind,
    text: str,
    reason: Reason | None = None,
    whom_id: int | None = None,
) -> int:
    """Note a fact on a record."""
    fact_id: int = FactRow.insert(
        uid=new_id(act.at),
        customer_id=customer_id,
        kind=kind.value,
        text=text,
        reason=reason.value if reason is not None else None,
        whom_id=whom_id,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    return fact_id


def retire(db: Db, fact_id: int, act: Act, gesture_id: int) -> None:
    """It holds no more, since this act."""
    gone = FactRow.update(gone_at=act.at, gone_gesture_id=gesture_id)
    gone.where(FactRow.id == fact_id).execute(db)


def bring_back(db: Db, fact_id: int) -> None:
    back = FactRow.update(gone_at=None, gone_gesture_id=None)
    back.where(FactRow.id == fact_id).execute(db)


def stands_already(db: Db, root_id: int, fact_id: int) -> bool:
    """Does another fact that says the same stand about this person?"""
    same = db.value(
        "SELECT 1 FROM fact AS gone JOIN fact AS f ON (f.kind, f.text) = (gone.kind, gone.text)"
        " AND f.reason IS gone.reason AND f.whom_id IS gone.whom_id"
        " JOIN customer AS m ON m.id = f.customer_id AND m.root_id = ?1"
        " WHERE gone.id = ?2 AND f.id <> gone.id AND f.gone_at IS NULL",
        (root_id, fact_id),
    )
    return same is not None


def gone_since(db: Db, root_id: int, kind: FactKind, text: str, at: int) -> int | None:
    """A fact of these very words that stood until `at` or later, and was no slip; the latest."""
    fact_id: int | None = db.value(
        "SELECT f.id FROM customer AS m JOIN fact AS f ON f.customer_id = m.id"
        " WHERE m.root_id = ? AND f.gone_at >= ? AND f.kind = ? AND f.text = ?"
        f" AND {gestures.STANDS.format(row='f')} ORDER BY f.gone_at DESC, f.id DESC LIMIT 1",
        (root_id, at, kind.value, text),
    )
    return fact_id


def recall(db: Db, root_id: int, merge: Merge) -> None:
    """Let what was retired after a merge stand again on every record of this person: after it in the order of
    acts, for a clock may have been set back; by time only where an older schema did not note the act.

    What an act brought that was undone (an import, a fact noted by mistake) stays gone.
    """
    db.run(
        "UPDATE fact SET gone_at = NULL, gone_gesture_id = NULL WHERE gone_at IS NOT NULL"
        " AND CASE WHEN gone_gesture_id IS NULL THEN gone_at >= ?3"
        "  ELSE gone_gesture_id > (SELECT m.gesture_id FROM merge AS m WHERE m.id = ?2) END"
        " AND customer_id IN (SELECT id FROM customer WHERE root_id = ?1)"
        f" AND {gestures.STANDS.format(row='fact')}",
        (root_id, merge.id, merge.at),
    )


# --- asked whether it still holds ---


def add_check(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    fact_id: int,
    answer: Answer,
    replaced_by: int | None = None,
) -> None:
    FactCheckRow.insert(
        uid=new_id(act.at),
        fact_id=fact_id,
        answer=answer.value,
        new_id=replaced_by,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def check_of(db: Db, gesture_id: int) -> tuple[int, Answer, int | None] | None:
    """The fact that an act asked about, what was answered, and the fact that took its place."""
    row = db.one("SELECT fact_id, answer, new_id FROM fact_check WHERE gesture_id = ?", (gesture_id,))
    return (row[0], Answer(row[1]), row[2]) if row is not None else None


def noted_by(db: Db, gesture_id: int) -> int | None:
    """The fact that was all that an act noted."""
    fact_id: int | None = db.value(
        "SELECT f.id FROM fact AS f JOIN gesture AS g ON g.id = f.gesture_id"
        " WHERE g.id = ? AND g.kind = 'NOTE_FACT'",
        (gesture_id,),
    )
    return fact_id


def was_asked_since(db: Db, root_id: int, at: int) -> bool:
    """Was this person asked about a fact after `at`, and does the answer stand?"""
    asked = db.value(
        "SELECT 1 FROM customer AS m JOIN gesture AS g ON g.customer_id = m.id AND g.at > ?2"
        " JOIN fact_check AS k ON k.gesture_id = g.id"
        f" WHERE m.root_id = ?1 AND {gestures.STANDS.format(row='k')} LIMIT 1",
        (root_id, at),
    )
    return asked is not None


# --- why they come, counted ---


@dataclass(frozen=True, slots=True)
class Came:
    """Who comes for a reason, since when that is known, and for whom or in which words of theirs."""

    reason: Reason
    root_id: int
    name: str
    at: int
    note: str


def reasons_at(db: Db, until: int) -> list[Came]:
    """Why everybody on the list comes, as it was known at `until`; each person once a reason."""
    rows = db.run(
        "SELECT f.reason, r.id, coalesce(nullif(r.called, ''), r.name), max(f.at), coalesce(p.name, f.text)"
        " FROM fact AS f JOIN customer AS c ON c.id = f.customer_id JOIN customer AS r ON r.id = c.root_id"
        " LEFT JOIN staff AS p ON p.id = f.whom_id"
        " WHERE f.reason IS NOT NULL AND f.at < ?1 AND (f.gone_at IS NULL OR f.gone_at >= ?1)"
        " AND r.archived_at IS NULL"
        f" AND {gestures.STANDS.format(row='f')} GROUP BY f.reason, r.id ORDER BY max(f.at) DESC, r.id",
        (until,),
    )
    return [Came(Reason(reason), *rest) for reason, *rest in rows]


def _fact(row: Row) -> Fact:
    id_, kind, text, at, by, checked_at, checked_by, reason, whom_id, whom = row
    return Fact(
        id_,
        FactKind(kind),
        text,
        at,
        by,
        checked_at,
        checked_by or "",
        Reason(reason) if reason is not None else None,
        whom_id,
        whom,
    )
