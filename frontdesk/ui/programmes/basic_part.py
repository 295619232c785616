"""What every stamp card has: a name, stamps to collect, and what they earn."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from frontdesk.domain.loyalty.programmes import MAX_GOAL, MIN_GOAL, ProgrammeDraft
from frontdesk.domain.said import Said
from frontdesk.domain.text import NAME_LIMIT, BadInput, clean_name
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import speak, tr
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import beside

_USUAL_GOAL = 10


class NamePart(Part):
    """The name, in the shop's own words; other languages are with the look."""

    def __init__(self, *, of_pass: bool) -> None:
        super().__init__()
        self.name = TextLine(limit=NAME_LIMIT)
        self.name_field = Field(
            lambda: tr("Name of the pass or membership") if of_pass else tr("Name of the stamp card"),
            self.name,
        )
        speak(
            self.name.setPlaceholderText,
            lambda: tr("Such as: Ten visits") if of_pass else tr("Such as: Coffee card"),
        )
        self.column.addWidget(self.name_field)
        self.name.textEdited.connect(lambda: self.name_field.set_fault(""))
        self.name.textEdited.connect(lambda: self.edited.emit())

    def put(self, draft: ProgrammeDraft) -> None:
        self.name.put(draft.look.names.usual)
        self.name_field.set_fault("")

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        names = Said(self.name.text().strip(), draft.look.names.others)
        return replace(draft, look=replace(draft.look, names=names))

    def faulty(self) -> QWidget | None:
        return self.name if words_fault(self.name_field, self.name) else None


class BasicPart(Part):
    """Stamps and what of the first reward; the rest of it is in the part of the rewards."""

    def __init__(self) -> None:
        super().__init__()
        self.goal = Stepper(MIN_GOAL, MAX_GOAL, _USUAL_GOAL)
        self.reward = TextLine(limit=NAME_LIMIT)
        self.goal_field = Field(lambda: tr("Stamps to collect"), self.goal)
        self.reward_field = Field(lambda: tr("They are given for"), self.reward)
        speak(self.reward.setPlaceholderText, lambda: tr("Such as: coffee"))
        self.column.addLayout(beside(self.goal_field, self.reward_field, stretch=(2, 3)))
        self.goal.changed.connect(lambda: self.edited.emit())
        self.reward.textEdited.connect(lambda: self.reward_field.set_fault(""))
        self.reward.textEdited.connect(lambda: self.edited.emit())

    def put(self, draft: ProgrammeDraft) -> None:
        first = draft.terms.rewards[0]
        self.goal.setValue(first.price)
        self.reward.put(first.what.usual)
        self.reward_field.set_fault("")

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        first, *others = draft.terms.rewards
        what = Said(self.reward.text().strip(), first.what.others)
        first = replace(first, price=self.goal.value(), what=what)
        return replace(draft, terms=replace(draft.terms, rewards=(first, *others)))

    def faulty(self) -> QWidget | None:
        return self.reward if words_fault(self.reward_field, self.reward) else None


def words_fault(field: Field, line: TextLine) -> str:
    """Check a name and say what is wrong with it, if anything is."""
    try:
        clean_name(line.text())
        field.set_fault("")
    except BadInput as bad:
        field.set_fault(sentence_for(bad))
    return field.fault
