"""What an act was about, and what it changed, where no history of its own tells."""

import json
from collections.abc import Mapping
from typing import Any

from frontdesk.storage.database import Db


def note(
    db: Db,
    gesture_id: int,
    *,
    member_id: int | None = None,
    product_id: int | None = None,
    was: str = "",
    became: str = "",
) -> None:
    """Once for an act."""
    db.run(
        "INSERT INTO act_about (gesture_id, member_id, product_id, was, became) VALUES (?, ?, ?, ?, ?)",
        (gesture_id, member_id, product_id, was, became),
    )


def note_change(
    db: Db,
    gesture_id: int,
    was: Mapping[str, Any],
    became: Mapping[str, Any],
    *,
    product_id: int | None = None,
) -> None:
    """What differs between the two, each value by its name; as text, as the trail shows it."""
    differs = [name for name, value in became.items() if was.get(name) != value]
    note(
        db,
        gesture_id,
        product_id=product_id,
        was=_document(was, differs),
        became=_document(became, differs),
    )


def _document(values: Mapping[str, Any], names: list[str]) -> str:
    return json.dumps({name: values.get(name) for name in names}, ensure_ascii=False) if names else ""
