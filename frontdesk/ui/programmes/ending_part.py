"""When stamps end, if they do."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from frontdesk.domain.loyalty.programmes import USUAL_WARNING_DAYS, Expiry, ExpiryBasis, ProgrammeDraft
from frontdesk.domain.loyalty.terms_checks import MOST_DAYS, MOST_MONTHS
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.widgets.choices import ChipRow, Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import beside
from frontdesk.wording.programme_rules import ending_sentences

_NEVER: Final = "never"
_USUAL_MONTHS: Final = 12


class EndingPart(Part):
    def __init__(self) -> None:
        super().__init__()
        self.basis = ChipRow(
            [
                (_NEVER, lambda: tr("Never")),
                (ExpiryBasis.IDLE, lambda: tr("After a time without a visit")),
                (ExpiryBasis.AGE, lambda: tr("A time after they were earned")),
            ]
        )
        self.months = Stepper(1, MOST_MONTHS, _USUAL_MONTHS)
        self.warning = Stepper(1, MOST_DAYS, USUAL_WARNING_DAYS)
        self.spares = TickRow()
        speak(self.spares.say, lambda: tr("A reward that is ready stays"))
        speak(
            self.spares.set_below,
            lambda: tr("Only stamps that are not enough for a reward come to an end."),
        )
        self._months_field = Field(lambda: tr("Months"), self.months)
        self._warning_field = Field(lambda: tr("Days of warning before"), self.warning)
        self.column.addWidget(Field(lambda: tr("Stamps end"), self.basis))
        self.column.addLayout(beside(self._months_field, self._warning_field))
        self.column.addWidget(self.spares)
        self.basis.chosen.connect(self._on_changed)
        for stepper in (self.months, self.warning):
            stepper.changed.connect(self._on_changed)
        self.spares.toggled.connect(self._on_changed)

    def put(self, draft: ProgrammeDraft) -> None:
        expiry = draft.terms.expiry
        self.basis.choose(expiry.basis if expiry is not None else _NEVER)
        shown = expiry or Expiry(ExpiryBasis.IDLE, _USUAL_MONTHS)
        self.months.setValue(shown.months)
        self.warning.setValue(shown.warn_days)
        self.spares.setChecked(shown.spares_full)
        self._show_fitting()

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        chosen = self.basis.value()
        expiry = None
        if chosen != _NEVER:
            spares = self.spares.isChecked()
            expiry = Expiry(ExpiryBasis(chosen), self.months.value(), self.warning.value(), spares)
        return replace(draft, terms=replace(draft.terms, expiry=expiry))

    def summary(self, draft: ProgrammeDraft) -> str:
        return " ".join(ending_sentences(LANGUAGE.texts, draft.terms.expiry))

    def _on_changed(self) -> None:
        self._show_fitting()
        self.edited.emit()

    def _show_fitting(self) -> None:
        for part in (self._months_field, self._warning_field, self.spares):
            part.setVisible(self.basis.value() != _NEVER)
