"""The shop's logo. What an undone act had set is passed over; no row is ever rewritten."""

from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import STANDS
from frontdesk.storage.store import NewId

_LAST: Final = (
    "SELECT {what} FROM shop_logo AS l WHERE " + STANDS.format(row="l") + " ORDER BY l.id DESC LIMIT 1"
)


def image(db: Db) -> bytes | None:
    """The logo that holds, as PNG."""
    found: bytes | None = db.value(_LAST.format(what="l.image"))
    return found


def last_act(db: Db) -> int | None:
    """Which act set or removed it last, of those that stand."""
    found: int | None = db.value(_LAST.format(what="l.gesture_id"))
    return found


def keep(db: Db, new_id: NewId, act: Act, gesture_id: int, image: bytes | None) -> None:
    """Set it; with None there is none from now on."""
    db.run(
        "INSERT INTO shop_logo (uid, image, at, staff_id, till_id, gesture_id) VALUES (?, ?, ?, ?, ?, ?)",
        (new_id(act.at), image, act.at, act.staff_id, act.till_id, gesture_id),
    )
