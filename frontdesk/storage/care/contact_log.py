"""When somebody got in touch with a customer, for what and how; the words themselves are nobody's to keep."""

from frontdesk.domain.acts import Act
from frontdesk.domain.care.messages import Contact, Keepsake, MessageKind, Way
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import STANDS
from frontdesk.storage.store import NewId

_KEEPSAKES = frozenset(each.value for each in Keepsake)
_STANDING = STANDS.format(row="l")


def add(
    db: Db, new_id: NewId, act: Act, gesture_id: int, root_id: int, kind: MessageKind | Keepsake, way: Way
) -> None:
    db.run(
        "INSERT INTO contact_log (uid, customer_id, kind, way, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), root_id, kind.value, way.value, act.at, act.staff_id, act.till_id, gesture_id),
    )


def of(db: Db, root_id: int, limit: int) -> tuple[Contact, ...]:
    """The latest that stand of one person, over all their records; the newest first."""
    rows = db.run(
        "SELECT l.kind, l.way, l.at, s.name FROM customer AS c JOIN contact_log AS l ON l.customer_id = c.id"
        f" JOIN staff AS s ON s.id = l.staff_id WHERE c.root_id = ? AND {_STANDING}"
        " ORDER BY l.at DESC, l.id DESC LIMIT ?",
        (root_id, limit),
    )
    return tuple(Contact(_kind(kind), Way(way), at, staff) for kind, way, at, staff in rows)


def whose(db: Db, gesture_id: int) -> int | None:
    """The customer whom an act was in touch with, or None for an act of another sort."""
    root: int | None = db.value(
        "SELECT c.root_id FROM contact_log AS l JOIN customer AS c ON c.id = l.customer_id"
        " WHERE l.gesture_id = ?",
        (gesture_id,),
    )
    return root


def _kind(kept: str) -> MessageKind | Keepsake:
    return Keepsake(kept) if kept in _KEEPSAKES else MessageKind(kept)
