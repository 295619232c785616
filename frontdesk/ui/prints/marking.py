"""What stands across everything that comes out of a practice; of the real shop, nothing."""

from __future__ import annotations

from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr


def mark_of(counter: Counter) -> str:
    """The mark for what this counter prints, in the language spoken now."""
    return tr("PRACTICE") if counter.desk.paths.is_practice() else ""
