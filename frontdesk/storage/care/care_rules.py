"""What the owner has set about caring for people, kept as one setting."""

import json
from datetime import date
from typing import Any, Final

from frontdesk.domain.acts import Act
from frontdesk.domain.care.care_rules import Axis, CareRules
from frontdesk.domain.care.shop_hours import UNSAID, OpenHours
from frontdesk.storage.database import Db
from frontdesk.storage.kept_rules import KeptRules
from frontdesk.storage.store import NewId

_KEPT: Final = KeptRules("care.rules", "care_rules_change")
_PLAIN: Final = ("margin_percent", "facts_age_days", "greet_within_s", "false_alarms", "holidays")


def rules(db: Db) -> CareRules:
    """What was set; whatever was not keeps its sensible answer."""
    return _rules(_KEPT.document(db))


def before(db: Db, gesture_id: int) -> CareRules:
    """The rules as they were before an act changed them."""
    return _rules(_KEPT.document_before(db, gesture_id))


def save(db: Db, new_id: NewId, act: Act, gesture_id: int, chosen: CareRules) -> None:
    """Set the rules, and write the change down."""
    _KEPT.save(db, new_id, act, gesture_id, _document(rules(db)), _document(chosen))


def _rules(kept: str) -> CareRules:
    values: dict[str, Any] = json.loads(kept) if kept else {}
    usual = CareRules()
    return CareRules(
        axis=Axis(values.get("axis", usual.axis)),
        closed_weekdays=frozenset(values.get("closed_weekdays", ())),
        hours=tuple(each and OpenHours(*each) for each in values.get("hours", UNSAID)),
        closed_days=frozenset(date.fromisoformat(each) for each in values.get("closed_days", ())),
        **{name: values.get(name, getattr(usual, name)) for name in _PLAIN},
    )


def _document(chosen: CareRules) -> str:
    values = {name: getattr(chosen, name) for name in _PLAIN} | {
        "axis": chosen.axis.value,
        "hours": [each and (each.opens, each.closes) for each in chosen.hours],
        "closed_weekdays": sorted(chosen.closed_weekdays),
        "closed_days": sorted(each.isoformat() for each in chosen.closed_days),
    }
    return json.dumps(values)
