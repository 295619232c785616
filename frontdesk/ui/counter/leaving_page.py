"""A page about somebody goes when they are erased, in whichever window it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from frontdesk.domain.acts import Changes

if TYPE_CHECKING:
    from frontdesk.ui.counter.sheets import Counter, Sheet


class LeavingPage(QObject):
    """Made before its page, so that it hears of a change before the page reads anew of whom it tells."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._sheet: Sheet | None = None
        counter.bridge.changed.connect(self._on_changed)

    def watch(self, sheet: Sheet, facts: Mapping[str, Any]) -> None:
        """From now on: `sheet` was opened with these facts."""
        sheet.opened_for = _one_of(facts)
        self._sheet = sheet
        self.setParent(sheet)

    def _on_changed(self, changes: Changes) -> None:
        if self._sheet is None:
            return
        told_of = self._sheet.told_of() - {0}
        asked = told_of if changes.everything else told_of & changes.customers
        if asked and self._counter.desk.customers.any_forgotten(asked):
            self._sheet.closed.emit()  # unasked: nothing that was typed there about them is kept


def _one_of(facts: Mapping[str, Any]) -> frozenset[int]:
    """The one customer whom a page is opened for; a list of several is of nobody in particular."""
    listed = tuple(facts.get("customer_ids") or ())
    one = facts.get("customer_id") or (listed[0] if len(listed) == 1 else 0)
    return frozenset({one}) if one else frozenset()
