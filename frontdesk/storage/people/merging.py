"""Two records that are one person: a pointer from one to the other, and back again.

No row is ever moved. `merged_into_id` is the pointer, `root_id` where all pointers lead.
"""

import json

from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import Merge
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.finding import search_index
from frontdesk.storage.people.customers import Fields
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import MergeRow


def add_merge(
    db: Db, new_id: NewId, act: Act, gesture_id: int, kept_id: int, absorbed_id: int, filled: Fields
) -> int:
    """Point `absorbed_id` and all that was merged into it at `kept_id`; both are answering records."""
    merge_id: int = MergeRow.insert(
        uid=new_id(act.at),
        kept_id=kept_id,
        absorbed_id=absorbed_id,
        filled=json.dumps(dict(filled)),
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    db.run("UPDATE customer SET merged_into_id = ? WHERE id = ?", (kept_id, absorbed_id))
    db.run("UPDATE customer SET root_id = ? WHERE root_id = ?", (kept_id, absorbed_id))
    _refresh(db, kept_id, absorbed_id)
    return merge_id


def undo_merge(db: Db, merge: Merge, gesture_id: int) -> Fields:
    """Take the pointer away again; gives the fields that the merge had filled in."""
    filled: Fields = json.loads(db.value("SELECT filled FROM merge WHERE id = ?", (merge.id,)))
    db.run("UPDATE merge SET undone_gesture_id = ? WHERE id = ?", (gesture_id, merge.id))
    db.run("UPDATE customer SET merged_into_id = NULL WHERE id = ?", (merge.absorbed_id,))
    db.run(
        "WITH RECURSIVE tree (id) AS (SELECT ?1 UNION"
        " SELECT c.id FROM customer AS c JOIN tree ON c.merged_into_id = tree.id)"
        " UPDATE customer SET root_id = ?1 WHERE id IN (SELECT id FROM tree)",
        (merge.absorbed_id,),
    )
    _refresh(db, merge.kept_id, merge.absorbed_id)
    return filled


def passed_on(db: Db, absorbed_id: int) -> tuple[int, Fields] | None:
    """To which record a merge that stands gave fields of this one, and which."""
    row = db.one(
        "SELECT kept_id, filled FROM merge WHERE absorbed_id = ? AND undone_gesture_id IS NULL",
        (absorbed_id,),
    )
    return (row[0], json.loads(row[1])) if row is not None else None


def merge_by_id(db: Db, merge_id: int) -> Merge | None:
    """A merge that still stands, or None."""
    return next(iter(_merges(db, "m.id = ?1", merge_id)), None)


def merges_into(db: Db, root_id: int) -> tuple[Merge, ...]:
    """The merges that still stand and lead to this record, the latest first."""
    return _merges(db, "c.root_id = ?1", root_id)


def merge_made_by(db: Db, gesture: bytes) -> Merge | None:
    """The merge that this act made, if it still stands."""
    return next(iter(_merges(db, "m.gesture_id = (SELECT id FROM gesture WHERE uid = ?1)", gesture)), None)


def merge_undone_by(db: Db, gesture: bytes) -> Merge | None:
    """The merge that this act took apart."""
    undone_by = "m.undone_gesture_id = (SELECT id FROM gesture WHERE uid = ?1)"
    return next(iter(_merges(db, undone_by, gesture, standing=False)), None)


def _merges(db: Db, where: str, value: int | bytes, *, standing: bool = True) -> tuple[Merge, ...]:
    rows = db.run(
        "SELECT m.id, m.kept_id, m.absorbed_id, c.name, m.at FROM merge AS m"
        " JOIN customer AS c ON c.id = m.absorbed_id"
        f" WHERE (m.undone_gesture_id IS NULL) = ?2 AND {where} ORDER BY m.id DESC",
        (value, standing),
    )
    return tuple(Merge(*row) for row in rows)


def _refresh(db: Db, kept_id: int, absorbed_id: int) -> None:
    root = db.value("SELECT root_id FROM customer WHERE id = ?", (kept_id,))
    for id_ in (root, absorbed_id):
        visits.rebuild(db, id_)
        search_index.index(db, id_)
