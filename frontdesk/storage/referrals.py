"""Who brought whom along."""

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty import EarnReason
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import STANDING
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import ReferralRow


def referrer_of(db: Db, root_id: int) -> int | None:
    """The record that answers for whoever brought this person along, or None."""
    found: int | None = db.value(
        "SELECT r.root_id FROM customer AS c JOIN referral AS f ON f.friend_id = c.id"
        " AND f.undone_gesture_id IS NULL JOIN customer AS r ON r.id = f.referrer_id"
        " WHERE c.root_id = ? ORDER BY f.id LIMIT 1",
        (root_id,),
    )
    return found


def was_thanked(db: Db, root_id: int, programme_id: int) -> bool:
    """Has this person's being brought along been rewarded in a programme, on either card?

    The friend's own entry says so; where a friend gets nothing, the act in which the referrer got it does.
    """
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM customer AS c JOIN gesture AS g ON g.customer_id = c.id"
            " AND g.kind IN ('STAMP', 'MOVE') JOIN ledger_entry AS e ON e.gesture_id = g.id"
            " JOIN card AS k ON k.id = e.card_id AND k.programme_id = ?"
            f" WHERE c.root_id = ? AND e.reason IN ('{EarnReason.FRIEND}', '{EarnReason.REFERRER}')"
            f" AND {STANDING})",
            (programme_id, root_id),
        )
    )


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, friend_id: int, referrer_id: int) -> int:
    """Note that `referrer_id` brought `friend_id` along."""
    key: int = ReferralRow.insert(
        uid=new_id(act.at),
        friend_id=friend_id,
        referrer_id=referrer_id,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    return key


def undo(db: Db, undone_id: int, gesture_id: int) -> None:
    """Take back what one act noted."""
    db.run("UPDATE referral SET undone_gesture_id = ? WHERE gesture_id = ?", (gesture_id, undone_id))
