"""Who has not been heard of for long, and whom the shop keeps nevertheless."""

from collections.abc import Iterator
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act
from frontdesk.domain.days import day_at, start_of_day
from frontdesk.domain.privacy.retention import RetentionRules
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import LASTING
from frontdesk.storage.kept_rules import KeptRules
from frontdesk.storage.store import NewId

_KEPT: Final = KeptRules("privacy.retention", "retention_rules_change")
_LOOKED: Final = "privacy.silent_looked_at"

_LAST_SEEN: Final = "max(coalesce(s.last_at, 0), coalesce(c.prior_last_at, 0), c.at)"
_SILENT: Final = (
    f"SELECT c.id, c.name, {_LAST_SEEN} AS seen FROM customer AS c"
    " LEFT JOIN visit_summary AS s ON s.customer_id = c.id"
    f" WHERE c.root_id = c.id AND c.erased_at IS NULL AND {_LAST_SEEN} < ?1"
    # Whoever wrote, asked or complained was heard of, also where no visit came of it.
    " AND NOT EXISTS (SELECT 1 FROM customer AS m WHERE m.root_id = c.id AND (m.at >= ?1"
    "  OR EXISTS (SELECT 1 FROM request AS r WHERE r.customer_id = m.id AND r.at >= ?1)"
    "  OR EXISTS (SELECT 1 FROM recovery AS w WHERE w.customer_id = m.id AND w.at >= ?1)"
    "  OR EXISTS (SELECT 1 FROM feedback_response AS f WHERE f.customer_id = m.id AND f.came_at >= ?1)"
    "  OR EXISTS (SELECT 1 FROM consent AS o WHERE o.customer_id = m.id AND o.at >= ?1 AND o.granted = 1)))"
    " AND coalesce((SELECT k.until FROM customer AS m JOIN retention_step AS k ON k.customer_id = m.id"
    f"  WHERE m.root_id = c.id AND {LASTING.format(row='k')} ORDER BY k.id DESC LIMIT 1), 0) <= ?2"
    " ORDER BY seen, c.id"
)


def rules(db: Db) -> RetentionRules:
    return RetentionRules.of(_KEPT.document(db))


def rules_before(db: Db, gesture_id: int) -> RetentionRules:
    """As they were before an act changed them."""
    return RetentionRules.of(_KEPT.document_before(db, gesture_id))


def save_rules(db: Db, new_id: NewId, act: Act, gesture_id: int, chosen: RetentionRules) -> None:
    _KEPT.save(db, new_id, act, gesture_id, rules(db).document(), chosen.document())


def shop_days(db: Db, now: int, zone: ZoneInfo) -> Iterator[date]:
    """The days on which customers came, the latest first; none after `now`."""
    before = now + 1
    while (at := db.value("SELECT max(at) FROM visit WHERE at < ? AND void = 0", (before,))) is not None:
        yield day_at(at, zone)
        before = start_of_day(at, zone)


def silent(db: Db, since: int, now: int) -> list[tuple[int, str, int]]:
    """Key, name and when they were last heard of, of everybody who was not since a moment and is not kept."""
    return list(db.run(_SILENT, (since, now)))


def keep(db: Db, new_id: NewId, act: Act, gesture_id: int, root_id: int, until: int) -> None:
    db.run(
        "INSERT INTO retention_step (uid, customer_id, until, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), root_id, until, act.at, act.staff_id, act.till_id, gesture_id),
    )


def kept_by(db: Db, gesture: bytes) -> tuple[int, int] | None:
    """Whom an act kept, and until when."""
    row = db.one(
        "SELECT k.customer_id, k.until FROM gesture AS g JOIN retention_step AS k ON k.gesture_id = g.id"
        " WHERE g.uid = ?",
        (gesture,),
    )
    return (row[0], row[1]) if row is not None else None


def last_act(db: Db, customer_id: int) -> int | None:
    """The act that kept somebody last."""
    return gestures.last_step(db, "retention_step", "customer_id", customer_id)


def looked_at(db: Db) -> int:
    """When a manager last looked at who is silent; 0 for never."""
    at: str | None = db.value("SELECT value FROM setting WHERE key = ?", (_LOOKED,))
    return int(at) if at else 0


def note_looked(db: Db, at: int) -> None:
    shop.save_value(db, _LOOKED, str(at), at)
