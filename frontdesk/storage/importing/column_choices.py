"""What somebody said that the columns of a table hold: kept by header, for the next table with the same."""

import json
from collections.abc import Mapping
from typing import Final

from frontdesk.domain.importing.imports import Column
from frontdesk.storage.database import Db
from frontdesk.storage.shop import save_value

_KEY: Final = "import.columns"
_NOTHING: Final = ""


def chosen_columns(db: Db) -> dict[str, Column | None]:
    """By header; None for a column that was to be left alone."""
    stored = db.value("SELECT value FROM setting WHERE key = ?", (_KEY,))
    kept: dict[str, str] = json.loads(stored) if stored is not None else {}
    return {header: Column(column) if column != _NOTHING else None for header, column in kept.items()}


def keep_chosen_columns(db: Db, columns: Mapping[str, Column | None], at: int) -> None:
    """Keep these, besides what was chosen for other headers."""
    kept = {**chosen_columns(db), **columns}
    told = {header: column.value if column is not None else _NOTHING for header, column in kept.items()}
    save_value(db, _KEY, json.dumps(told, ensure_ascii=False), at)
