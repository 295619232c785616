"""What the owner has set about caring for people, kept as one setting."""

import json
from datetime import date
from typing import Any, Final

from frontdesk.domain.acts import Act
from frontdesk.domain.care_rules import Axis, CareRules
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

_KEY: Final = "care.rules"
_PLAIN: Final = ("margin_percent", "facts_age_days", "greet_within_s", "false_alarms", "holidays")


def rules(db: Db) -> CareRules:
    """What was set; whatever was not keeps its sensible answer."""
    kept: str = db.value("SELECT value FROM setting WHERE key = ?", (_KEY,)) or ""
    return _rules(kept)


def before(db: Db, gesture_id: int) -> CareRules:
    """The rules as they were before an act changed them."""
    kept: str = db.value("SELECT was FROM care_rules_change WHERE gesture_id = ?", (gesture_id,))
    return _rules(kept)


def save(db: Db, new_id: NewId, act: Act, gesture_id: int, chosen: CareRules) -> None:
    """Set the rules, and write the change down."""
    was, became = _document(rules(db)), _document(chosen)
    shop.save_value(db, _KEY, became, act.at)
    db.run(
        "INSERT INTO care_rules_change (uid, was, became, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), was, became, act.at, act.staff_id, act.till_id, gesture_id),
    )


def _rules(kept: str) -> CareRules:
    values: dict[str, Any] = json.loads(kept) if kept else {}
    usual = CareRules()
    return CareRules(
        axis=Axis(values.get("axis", usual.axis)),
        closed_weekdays=frozenset(values.get("closed_weekdays", ())),
        closed_days=frozenset(date.fromisoformat(each) for each in values.get("closed_days", ())),
        **{name: values.get(name, getattr(usual, name)) for name in _PLAIN},
    )


def _document(chosen: CareRules) -> str:
    values = {name: getattr(chosen, name) for name in _PLAIN} | {
        "axis": chosen.axis.value,
        "closed_weekdays": sorted(chosen.closed_weekdays),
        "closed_days": sorted(each.isoformat() for each in chosen.closed_days),
    }
    return json.dumps(values)
