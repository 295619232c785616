"""Hours and days in which stamps count more."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import Boost, ProgrammeDraft
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.hours_row import HoursRow
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.wording.programme_rules import hours_sentences

_BEGIN_WITH = Boost(2, (0,), 14 * 60, 16 * 60)


class HoursPart(Part):
    """A row of fields for each of them, and a button for another."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(RHYTHM * 2)
        self.add_button = TextButton("plus")
        speak(self.add_button.say, lambda: tr("Add hours"))
        self.add_button.clicked.connect(self.add)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def rows(self) -> list[HoursRow]:
        """The hours that are shown, in their order."""
        widgets = [self._rows.itemAt(place).widget() for place in range(self._rows.count())]
        return [widget for widget in widgets if isinstance(widget, HoursRow)]

    def add(self) -> None:
        """Begin with an afternoon of one day: the owner sees what can be said."""
        self._append(_BEGIN_WITH)
        self.edited.emit()

    def put(self, draft: ProgrammeDraft) -> None:
        for row in self.rows():
            self._drop(row)
        for boost in draft.terms.accrual.boosts:
            self._append(boost)

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        accrual = replace(draft.terms.accrual, boosts=tuple(row.value() for row in self.rows()))
        return replace(draft, terms=replace(draft.terms, accrual=accrual))

    def summary(self, draft: ProgrammeDraft) -> str:
        said = hours_sentences(LANGUAGE.texts, draft.terms.accrual.boosts)
        return " ".join(said) if said else tr("No double hours.")

    def faulty(self) -> QWidget | None:
        return next((found for row in self.rows() if (found := row.faulty()) is not None), None)

    def _append(self, boost: Boost) -> None:
        row = HoursRow()
        row.put(boost)
        row.edited.connect(self.edited)
        row.remove_button.clicked.connect(lambda: self._remove(row))
        self._rows.addWidget(row)

    def _remove(self, row: HoursRow) -> None:
        self._drop(row)
        self.edited.emit()

    def _drop(self, row: HoursRow) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
