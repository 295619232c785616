"""How stamps are earned: by the visit, by what is bought, or by what is spent."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from frontdesk.domain.loyalty.programmes import MAX_GOAL, Accrual, Basis, ProgrammeDraft
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.programmes.price_field import PriceField
from frontdesk.ui.programmes.shelf import Shelf
from frontdesk.ui.programmes.things_field import ThingsField
from frontdesk.ui.widgets.choices import ChipRow, Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import beside
from frontdesk.wording.programme_rules import earning_sentences

_ALL, _SOME = "all", "some"


class EarningPart(Part):
    """`Accrual` but for its hours."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self.basis = ChipRow(
            [
                (Basis.VISIT, lambda: tr("Each visit")),
                (Basis.ITEM, lambda: tr("Each thing bought")),
                (Basis.AMOUNT, lambda: tr("Money spent")),
            ]
        )
        self.which = ChipRow(
            [
                (_ALL, lambda: tr("Everything, as set at the product")),
                (_SOME, lambda: tr("Only some things")),
            ]
        )
        self.things = ThingsField(shelf)
        self.stamps = Stepper(1, MAX_GOAL, 1)
        self.stamps_field = Field(lambda: tr("Stamps each time"), self.stamps)
        self.step = PriceField(lambda: tr("For every"), shelf.currency)
        self.per_visit, self.per_day = Stepper(0, MAX_GOAL, 0), Stepper(0, MAX_GOAL, 0)
        self._lay_out()
        self._listen()

    def put(self, draft: ProgrammeDraft) -> None:
        accrual = draft.terms.accrual
        self.basis.choose(accrual.basis)
        self.which.choose(_SOME if accrual.products or accrual.categories else _ALL)
        self.things.put(accrual.products, accrual.categories)
        self.stamps.setValue(accrual.stamps)
        self.step.put(accrual.step)
        self.per_visit.setValue(accrual.most_per_visit or 0)
        self.per_day.setValue(accrual.most_per_day or 0)
        self._show_fitting()

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        basis = Basis(self.basis.value())
        some = basis is Basis.ITEM and self.which.value() == _SOME
        accrual = Accrual(
            basis,
            self.stamps.value(),
            self.things.chosen_products() if some else (),
            self.things.chosen_categories() if some else (),
            self.step.value() if basis is Basis.AMOUNT else 0,
            self.per_visit.value() or None,
            self.per_day.value() or None,
            draft.terms.accrual.boosts,
        )
        return replace(draft, terms=replace(draft.terms, accrual=accrual))

    def summary(self, draft: ProgrammeDraft) -> str:
        told = replace(self._shelf.told(), nothing_earns=self.undecided())
        return " ".join(earning_sentences(LANGUAGE.texts, draft.terms.accrual, told))

    def undecided(self) -> bool:
        """Whether only some things earn and none of them is chosen yet."""
        some = self.basis.value() == Basis.ITEM and self.which.value() == _SOME
        return some and not self.things.any_chosen()

    def faulty(self) -> QWidget | None:
        if self.basis.value() == Basis.AMOUNT and not self.step.check(needed=True):
            return self.step.line
        some = self.basis.value() == Basis.ITEM and self.which.value() == _SOME
        return self.things.first() if some and not self.things.check() else None

    def _show_fitting(self) -> None:
        """Only the fields that the choice above them asks for."""
        basis = self.basis.value()
        some = self.which.value() == _SOME
        self._which_field.setVisible(basis == Basis.ITEM)
        self.things.setVisible(basis == Basis.ITEM and some)
        self.stamps_field.setVisible(basis != Basis.ITEM or some)
        self.step.setVisible(basis == Basis.AMOUNT)

    def _lay_out(self) -> None:
        none = lambda: tr("0 is without a limit.")  # noqa: E731 - one sentence under two fields
        self._which_field = Field(lambda: tr("Which things"), self.which)
        self.column.addWidget(Field(lambda: tr("A stamp is earned by"), self.basis))
        self.column.addWidget(self._which_field)
        self.column.addWidget(self.things)
        self.column.addLayout(beside(self.stamps_field, self.step))
        self.column.addLayout(
            beside(
                Field(lambda: tr("At most, per visit"), self.per_visit, none),
                Field(lambda: tr("At most, per day"), self.per_day, none),
            )
        )

    def _listen(self) -> None:
        for chips in (self.basis, self.which):
            chips.chosen.connect(self._show_fitting)
            chips.chosen.connect(lambda: self.edited.emit())
        for stepper in (self.stamps, self.per_visit, self.per_day):
            stepper.changed.connect(lambda: self.edited.emit())
        self.things.edited.connect(self.edited)
        self.step.edited.connect(self.edited)
