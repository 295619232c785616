"""What the owner has set about caring for people, kept as one setting."""

import json
from datetime import date
from typing import Any, Final

from frontdesk.domain.care_rules import Axis, CareRules
from frontdesk.storage import shop
from frontdesk.storage.database import Db

_KEY: Final = "care.rules"
_PLAIN: Final = ("margin_percent", "facts_age_days", "greet_within_s", "false_alarms", "holidays")


def rules(db: Db) -> CareRules:
    """What was set; whatever was not keeps its sensible answer."""
    kept = db.value("SELECT value FROM setting WHERE key = ?", (_KEY,))
    values: dict[str, Any] = json.loads(kept) if kept else {}
    usual = CareRules()
    return CareRules(
        axis=Axis(values.get("axis", usual.axis)),
        closed_weekdays=frozenset(values.get("closed_weekdays", ())),
        closed_days=frozenset(date.fromisoformat(each) for each in values.get("closed_days", ())),
        **{name: values.get(name, getattr(usual, name)) for name in _PLAIN},
    )


def save(db: Db, chosen: CareRules, at: int) -> None:
    values = {name: getattr(chosen, name) for name in _PLAIN} | {
        "axis": chosen.axis.value,
        "closed_weekdays": sorted(chosen.closed_weekdays),
        "closed_days": sorted(each.isoformat() for each in chosen.closed_days),
    }
    shop.save_value(db, _KEY, json.dumps(values), at)
