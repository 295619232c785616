"""Codes that were printed on member cards; those of feedback cards are in feedback_cards.py."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import MemberCodeRow


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose code it is; `revoked` once a newer card was issued."""

    customer_id: int
    revoked: bool


def holder(db: Db, code: str) -> Holder | None:
    """The person a member code stands for, merged records included, or None."""
    row = db.one(
        "SELECT c.root_id, m.revoked_at IS NOT NULL FROM member_code AS m"
        " JOIN customer AS c ON c.id = m.customer_id JOIN customer AS r ON r.id = c.root_id"
        " WHERE m.code = ? AND r.archived_at IS NULL",
        (code,),
    )
    return Holder(row[0], bool(row[1])) if row else None


def member_code(db: Db, customer_id: int) -> str | None:
    """The valid code of a record, or None when it never had a card."""
    code: str | None = db.value(
        "SELECT code FROM member_code WHERE customer_id = ? AND revoked_at IS NULL ORDER BY id DESC LIMIT 1",
        (customer_id,),
    )
    return code


def without_member_code(db: Db, limit: int) -> tuple[int, ...]:
    """People on none of whose records a valid code stands, who came last first."""
    rows = db.run(
        "SELECT s.customer_id FROM search_slot AS s WHERE NOT EXISTS (SELECT 1 FROM customer AS c"
        " JOIN member_code AS m ON m.customer_id = c.id"
        " WHERE c.root_id = s.customer_id AND m.revoked_at IS NULL) ORDER BY s.slot DESC LIMIT ?",
        (limit,),
    )
    return tuple(id_ for (id_,) in rows)


def revoke_member_codes(db: Db, root_id: int, at: int) -> None:
    """Revoke every code of a person, on all their records."""
    db.run(
        "UPDATE member_code SET revoked_at = ? WHERE revoked_at IS NULL"
        " AND customer_id IN (SELECT id FROM customer WHERE root_id = ?)",
        (at, root_id),
    )


def add_member_code(db: Db, new_id: NewId, act: Act, gesture_id: int, customer_id: int, code: str) -> None:
    MemberCodeRow.insert(
        uid=new_id(act.at),
        customer_id=customer_id,
        code=code,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
