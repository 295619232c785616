"""What the owner has set about asking how the shop is doing, kept as one setting."""

import json
from functools import lru_cache
from typing import Any, Final

from frontdesk.domain.acts import Act
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.feedback.questions import Topic
from frontdesk.storage.database import Db
from frontdesk.storage.kept_rules import KeptRules
from frontdesk.storage.store import NewId

_KEPT: Final = KeptRules("feedback.rules", "feedback_rules_change")
_PLAIN: Final = ("page_on", "page_address", "page_port", "ask_every_weeks", "with_face")


def rules(db: Db) -> FeedbackRules:
    """What was set; whatever was not keeps its sensible answer."""
    return _rules(_KEPT.document(db))


def before(db: Db, gesture_id: int) -> FeedbackRules:
    """The rules as they were before an act changed them."""
    return _rules(_KEPT.document_before(db, gesture_id))


def save(db: Db, new_id: NewId, act: Act, gesture_id: int, chosen: FeedbackRules) -> None:
    """Set the rules, and write the change down."""
    _KEPT.save(db, new_id, act, gesture_id, _document(rules(db)), _document(chosen))


@lru_cache(maxsize=8)
def _rules(kept: str) -> FeedbackRules:
    """Read on each call of the shop's page, and nearly always the same."""
    values: dict[str, Any] = json.loads(kept) if kept else {}
    usual = FeedbackRules()
    return FeedbackRules(
        topics=tuple(map(Topic, values.get("topics", usual.topics))),
        **{name: values.get(name, getattr(usual, name)) for name in _PLAIN},
    )


def _document(chosen: FeedbackRules) -> str:
    values = {name: getattr(chosen, name) for name in _PLAIN} | {"topics": list(chosen.topics)}
    return json.dumps(values)
