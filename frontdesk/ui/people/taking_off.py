"""Somebody who was taken in by mistake is taken off the list; Undo in the notice brings them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shiboken6

from frontdesk.domain.people.customers import Customer
from frontdesk.services.people.customers import CustomerSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr
from frontdesk.ui.people.form_state import FormState
from frontdesk.ui.people.kept_forms import Key, kept_forms

if TYPE_CHECKING:
    from frontdesk.ui.people.edit_sheet import EditSheet


@dataclass(frozen=True)
class TakingOff:
    """One departure and the way back. It outlives the sheet.

    `unsaved` is what was changed in the form and not saved: it goes with them, and returns with them.
    """

    counter: Counter
    key: Key
    customer: Customer
    unsaved: FormState | None
    sheet: EditSheet

    def submit(self) -> None:
        desk = self.counter.desk
        self.counter.bridge.submit(
            desk.customers.archive, desk.act(), self.customer.id, done=self._on_off, refused=self._on_refused
        )

    def _on_off(self, saved: CustomerSaved) -> None:
        kept_forms(self.counter.bridge).drop(self.key)
        said = tr("{name} is off the list.", name=saved.customer.address)
        self.counter.notify(said, icon="archive", undo=self._bring_back)
        if shiboken6.isValid(self.sheet) and self.sheet.isVisible():
            self.sheet.finish()
            self.sheet.closed.emit()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.counter.notify(sentence, icon="circle-alert")
        if shiboken6.isValid(self.sheet):
            self.sheet.on_refused(sentence, error)

    def _bring_back(self) -> None:
        desk = self.counter.desk
        self.counter.bridge.submit(
            desk.customers.bring_back, desk.act(), self.customer.id, done=self._on_back
        )

    def _on_back(self, saved: CustomerSaved) -> None:
        if self.unsaved is not None:
            kept_forms(self.counter.bridge).put(self.key, self.unsaved)
        said = tr("{name} is on the list again.", name=saved.customer.address)
        self.counter.notify(said, icon="undo-2")
