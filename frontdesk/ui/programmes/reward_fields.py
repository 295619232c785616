"""One reward: what it is, which things it may be, and up to what value."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import MAX_GOAL, MIN_GOAL, Reward, RewardKind
from frontdesk.domain.said import Said
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.basic_part import words_fault
from frontdesk.ui.programmes.price_field import PriceField
from frontdesk.ui.programmes.shelf import Shelf
from frontdesk.ui.programmes.things_field import ThingsField
from frontdesk.ui.programmes.words_field import OtherLanguages
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow, Stepper
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import beside

_ANY, _SOME = "any", "some"
_USUAL_PERCENT = 10


class RewardFields(QWidget):
    """The first reward's stamps and words stand at the top of the editor, so here they are left out."""

    edited = Signal()

    def __init__(self, shelf: Shelf, reward: Reward, *, first: bool) -> None:
        super().__init__()
        self._reward, self._first, self.number = reward, first, reward.number
        self.price, self.what = Stepper(MIN_GOAL, MAX_GOAL, reward.price), TextLine(limit=NAME_LIMIT)
        self.kind = ChipRow(
            [
                (RewardKind.FREE_ITEM, lambda: tr("Something free")),
                (RewardKind.PERCENT_OFF, lambda: tr("Per cent off")),
                (RewardKind.AMOUNT_OFF, lambda: tr("An amount off")),
            ]
        )
        self.percent = Stepper(1, 100, _USUAL_PERCENT, step=5)
        self.amount = PriceField(lambda: tr("How much off"), shelf.currency)
        self.up_to = PriceField(
            lambda: tr("Worth at most"), shelf.currency, lambda: tr("Empty: of any worth.")
        )
        self.which = ChipRow(
            [(_ANY, lambda: tr("Any thing you sell")), (_SOME, lambda: tr("Only some things"))]
        )
        self.things, self.languages = ThingsField(shelf), OtherLanguages(lambda: tr("They are given for"))
        self.remove_button = TextButton("trash-2", "quiet")
        speak(self.remove_button.say, lambda: tr("Remove this reward"))
        self._lay_out()
        self._fill(reward)
        self._listen()

    def value(self, standing: Reward | None = None) -> Reward:
        """The reward as it is shown; `standing` has the first one's stamps and words."""
        usual = standing.what.usual if self._first and standing is not None else self.what.text().strip()
        price = standing.price if self._first and standing is not None else self.price.value()
        kind = RewardKind(self.kind.value())
        free = kind is RewardKind.FREE_ITEM
        some = free and self.which.value() == _SOME
        return replace(
            self._reward,
            price=price,
            what=self.languages.applied(Said(usual, self._reward.what.others)),
            kind=kind,
            products=self.things.chosen_products() if some else (),
            categories=self.things.chosen_categories() if some else (),
            up_to=(self.up_to.value() or None) if free else None,
            value=self._value(kind),
        )

    def faulty(self) -> QWidget | None:
        """What cannot be kept as it was typed."""
        if not self._first and words_fault(self._what_field, self.what):
            return self.what
        kind = self.kind.value()
        if kind == RewardKind.AMOUNT_OFF and not self.amount.check(needed=True):
            return self.amount.line
        if kind == RewardKind.FREE_ITEM and not self.up_to.check():
            return self.up_to.line
        some = kind == RewardKind.FREE_ITEM and self.which.value() == _SOME
        return self.things.first() if some and not self.things.check() else None

    def undecided(self) -> bool:
        """Whether only some things are free and none of them is chosen yet."""
        some = self.kind.value() == RewardKind.FREE_ITEM and self.which.value() == _SOME
        return some and not self.things.any_chosen()

    def _value(self, kind: RewardKind) -> int:
        match kind:
            case RewardKind.PERCENT_OFF:
                return self.percent.value()
            case RewardKind.AMOUNT_OFF:
                return self.amount.value()
        return 0

    def _fill(self, reward: Reward) -> None:
        self.what.put(reward.what.usual)
        self.kind.choose(reward.kind)
        if reward.kind is RewardKind.PERCENT_OFF:
            self.percent.setValue(reward.value)
        self.amount.put(reward.value if reward.kind is RewardKind.AMOUNT_OFF else 0)
        self.up_to.put(reward.up_to or 0)
        self.which.choose(_SOME if reward.products or reward.categories else _ANY)
        self.things.put(reward.products, reward.categories)
        self.languages.put(reward.what)
        self._show_fitting()

    def _show_fitting(self) -> None:
        kind = self.kind.value()
        free = kind == RewardKind.FREE_ITEM
        self._which_field.setVisible(free)
        self.things.setVisible(free and self.which.value() == _SOME)
        self.up_to.setVisible(free)
        self._percent_field.setVisible(kind == RewardKind.PERCENT_OFF)
        self.amount.setVisible(kind == RewardKind.AMOUNT_OFF)

    def _lay_out(self) -> None:
        self._what_field = Field(lambda: tr("They are given for"), self.what)
        self._percent_field = Field(lambda: tr("Per cent"), self.percent)
        self._which_field = Field(lambda: tr("It may be"), self.which)
        self._price_field = Field(lambda: tr("Stamps to collect"), self.price)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        if not self._first:
            column.addLayout(beside(self._price_field, self._what_field, stretch=(2, 3)))
        for part in (
            Field(lambda: tr("What the reward is"), self.kind),
            self._percent_field,
            self.amount,
            self._which_field,
            self.things,
            self.up_to,
            self.languages,
        ):
            column.addWidget(part)
        if not self._first:
            column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _listen(self) -> None:
        for chips in (self.kind, self.which):
            chips.chosen.connect(self._show_fitting)
            chips.chosen.connect(lambda: self.edited.emit())
        for stepper in (self.price, self.percent):
            stepper.changed.connect(lambda: self.edited.emit())
        self.what.textEdited.connect(lambda: self._what_field.set_fault(""))
        self.what.textEdited.connect(lambda: self.edited.emit())
        for part in (self.amount, self.up_to, self.things, self.languages):
            part.edited.connect(self.edited)
