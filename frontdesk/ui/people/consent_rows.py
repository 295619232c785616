"""What the customer is asked, in the customer's language, with a box that is never ticked for them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.people.customers import Purpose
from frontdesk.texts import texts_for
from frontdesk.ui.language import LANGUAGE, speak
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.wording.consents import consent_wording, purpose_name


class ConsentRow(TickRow):
    """One purpose: its name for the cashier, and beneath it the very words that the customer agrees to."""

    def __init__(self, purpose: Purpose) -> None:
        super().__init__()
        self.purpose = purpose
        speak(self.say, lambda: purpose_name(LANGUAGE.texts, purpose))

    @property
    def wording(self) -> str:
        return self.below


class ConsentRows(QObject):
    """All purposes, asked in one language. It makes the rows; the form lays each out where it belongs."""

    changed = Signal()

    def __init__(self, shop_name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop_name, self._language = shop_name, ""
        self._answered: dict[Purpose, str] = {}
        self.rows: Mapping[Purpose, ConsentRow] = {purpose: ConsentRow(purpose) for purpose in Purpose}
        for purpose, row in self.rows.items():
            row.toggled.connect(lambda checked, purpose=purpose: self._on_toggled(purpose, checked))

    def ask_in(self, language: str) -> None:
        """Ask in the customer's language; what is ticked stays ticked."""
        if language == self._language:
            return
        self._language = language
        for purpose, row in self.rows.items():
            row.set_below(consent_wording(texts_for(language), purpose, self._shop_name))

    def granted(self) -> frozenset[Purpose]:
        return frozenset(purpose for purpose, row in self.rows.items() if row.isChecked())

    def put(self, granted: frozenset[Purpose]) -> None:
        for purpose, row in self.rows.items():
            row.setChecked(purpose in granted)

    def wording(self) -> dict[Purpose, str]:
        """The words that each purpose was asked in: for a ticked one, those that stood there at the tick."""
        return {purpose: self._answered.get(purpose, row.wording) for purpose, row in self.rows.items()}

    def _on_toggled(self, purpose: Purpose, checked: bool) -> None:
        if checked:
            self._answered[purpose] = self.rows[purpose].wording
        else:
            self._answered.pop(purpose, None)
        self.changed.emit()
