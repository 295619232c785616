"""Who brought whom along."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.stamping import EarnReason
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty.stamping import STANDING
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import ReferralRow

_STANDS: Final = "f.undone_gesture_id IS NULL"


@dataclass(frozen=True, slots=True)
class Referral:
    """Who brought whom along, as the records that answer for them; `gesture` is the act that noted it."""

    friend_id: int
    referrer_id: int
    gesture: bytes
    at: int


def referrer_of(db: Db, root_id: int) -> int | None:
    """The record that answers for whoever brought this person along, or None."""
    found: int | None = db.value(
        "SELECT r.root_id FROM customer AS c JOIN referral AS f ON f.friend_id = c.id"
        f" AND {_STANDS} JOIN customer AS r ON r.id = f.referrer_id"
        # Records that were merged since are one person, who brought nobody along.
        " WHERE c.root_id = ?1 AND r.root_id <> ?1 ORDER BY f.id LIMIT 1",
        (root_id,),
    )
    return found


def is_noted(db: Db, root_id: int) -> bool:
    """Is it noted that anybody brought this person along, be it themselves as they were before a merge?"""
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM customer AS c JOIN referral AS f ON f.friend_id = c.id"
            f" WHERE c.root_id = ? AND {_STANDS})",
            (root_id,),
        )
    )


def brought(db: Db, root_id: int) -> Referral | None:
    """Who brought this person along; the first, where more is known of them after a merge."""
    return next(iter(_referrals(db, "c.root_id = ?1 AND r.root_id <> ?1", root_id)), None)


def brought_by(db: Db, root_id: int) -> tuple[Referral, ...]:
    """Whom this person brought along, in the order in which it was noted."""
    return _referrals(db, "r.root_id = ?1 AND c.root_id <> ?1", root_id)


def noted_by(db: Db, gesture_id: int) -> Referral | None:
    """What one act noted, also if it was taken back since."""
    return next(iter(_referrals(db, "f.gesture_id = ?1", gesture_id, standing=False)), None)


def _referrals(db: Db, where: str, value: int, *, standing: bool = True) -> tuple[Referral, ...]:
    rows = db.run(
        "SELECT c.root_id, r.root_id, g.uid, f.at FROM referral AS f JOIN customer AS c ON c.id = f.friend_id"
        " JOIN customer AS r ON r.id = f.referrer_id JOIN gesture AS g ON g.id = f.gesture_id"
        f" WHERE {where} AND ({_STANDS} OR NOT ?2) ORDER BY f.id",
        (value, standing),
    )
    return tuple(Referral(*row) for row in rows)


def was_thanked(db: Db, root_id: int, programme_id: int) -> bool:
    """Has this person's being brought along been rewarded in a programme, on either card?"""
    return bool(db.value(f"SELECT EXISTS ({_THANKS} AND k.programme_id = ?2)", (root_id, programme_id)))


def thanks_of(db: Db, root_id: int) -> tuple[int, ...]:
    """The entries by which this person's being brought along was rewarded, in all programmes."""
    return tuple(id_ for (id_,) in db.run(_THANKS, (root_id,)))


_THANKS: Final = (
    # By the acts for the friend: where the friend gets nothing, one of them gave it to the referrer.
    "SELECT e.id FROM customer AS c JOIN gesture AS g ON g.customer_id = c.id"
    " AND g.kind IN ('STAMP', 'CLAIM', 'KEY_IN', 'MOVE', 'UNDO')"
    " JOIN ledger_entry AS e ON e.gesture_id = g.id"
    " JOIN card AS k ON k.id = e.card_id"
    f" WHERE c.root_id = ?1 AND e.reason IN ('{EarnReason.FRIEND}', '{EarnReason.REFERRER}') AND {STANDING}"
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
