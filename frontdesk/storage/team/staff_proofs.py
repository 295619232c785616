"""What proves who somebody of the staff is. See `staff_proof` in schema/0006."""

from frontdesk.storage.database import Db


def in_use(db: Db) -> bool:
    """Whether any manager or owner who works here has a PIN."""
    return (
        db.one(
            "SELECT 1 FROM staff AS s WHERE s.left_at IS NULL AND s.role <> 'CASHIER' AND '' <> coalesce("
            "(SELECT p.value FROM staff_proof AS p WHERE p.member_id = s.id AND p.kind = 'PIN'"
            " ORDER BY p.id DESC LIMIT 1), '') LIMIT 1"
        )
        is not None
    )
