"""What one sale of a pass or a membership gives."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from frontdesk.domain.loyalty.programmes import PassTerms, ProgrammeDraft, ProgrammeKind
from frontdesk.domain.loyalty.terms_checks import MOST_DAYS, MOST_MONTHS, MOST_VISITS
from frontdesk.ui.language import tr
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.programmes.price_field import PriceField
from frontdesk.ui.programmes.shelf import Shelf
from frontdesk.ui.widgets.choices import ChipRow, Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import beside

_USUAL_VISITS = 10


class PassPart(Part):
    """Of a new one also whether its visits are counted; what it is stays so for ever."""

    def __init__(self, shelf: Shelf, *, new: bool) -> None:
        super().__init__()
        self.kind = ChipRow(
            [
                (ProgrammeKind.PASS, lambda: tr("A number of visits")),
                (ProgrammeKind.MEMBERSHIP, lambda: tr("Any number of visits")),
            ]
        )
        self._kind_field = Field(
            lambda: tr("One sale gives"), self.kind, lambda: tr("This cannot be changed later.")
        )
        self.visits, self.months = Stepper(1, MOST_VISITS, _USUAL_VISITS), Stepper(0, MOST_MONTHS, 1)
        self.days, self.warning = Stepper(0, MOST_DAYS, 0), Stepper(0, MOST_DAYS, 7)
        self._visits_field = Field(lambda: tr("Visits"), self.visits)
        self.price = PriceField(lambda: tr("Price"), shelf.currency)
        self.column.addWidget(self._kind_field)
        self._kind_field.setVisible(new)
        self.column.addLayout(beside(self._visits_field, self.price))
        self.column.addLayout(
            beside(
                Field(lambda: tr("It holds for months"), self.months),
                Field(lambda: tr("and days"), self.days),
            )
        )
        self.column.addWidget(Field(lambda: tr("Days of warning before"), self.warning))
        self.kind.chosen.connect(self._on_changed)
        for stepper in (self.visits, self.months, self.days, self.warning):
            stepper.changed.connect(self._on_changed)
        self.price.edited.connect(self.edited)

    def keep_kind(self) -> None:
        """It is set up: what it is stays so."""
        self._kind_field.hide()

    def put(self, draft: ProgrammeDraft) -> None:
        passes = draft.terms.passes or PassTerms()
        self.kind.choose(draft.kind)
        if passes.visits:
            self.visits.setValue(passes.visits)
        self.months.setValue(passes.months)
        self.days.setValue(passes.days)
        self.warning.setValue(passes.warn_days)
        self.price.put(passes.price)
        self._show_fitting()

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        kind = ProgrammeKind(self.kind.value())
        passes = PassTerms(
            self.visits.value() if kind is ProgrammeKind.PASS else 0,
            self.months.value(),
            self.days.value(),
            self.price.value(),
            self.warning.value(),
        )
        return replace(draft, kind=kind, terms=replace(draft.terms, passes=passes))

    def faulty(self) -> QWidget | None:
        return None if self.price.check() else self.price.line

    def _on_changed(self) -> None:
        self._show_fitting()
        self.edited.emit()

    def _show_fitting(self) -> None:
        self._visits_field.setVisible(self.kind.value() == ProgrammeKind.PASS)
