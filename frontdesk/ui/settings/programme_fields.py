"""The stamp card in two answers: how many stamps, and what they earn. The sentence below says it back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from frontdesk.domain.loyalty.programmes import ProgrammeDraft, stamp_card
from frontdesk.domain.text import NAME_LIMIT, BadInput, clean_name
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field, TextLine

USUAL_GOAL: Final = 5
LEAST_STAMPS, MOST_STAMPS = 2, 20


class ProgrammeFields(QObject):
    """Name, goal and reward, for the first page to lay out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.name, self.reward = TextLine(limit=NAME_LIMIT), TextLine(limit=NAME_LIMIT)
        self.goal = Stepper(LEAST_STAMPS, MOST_STAMPS, USUAL_GOAL)
        self._usual = False
        self.name_field = Field(lambda: tr("Name of the stamp card"), self.name)
        self.goal_field = Field(lambda: tr("Stamps to collect"), self.goal)
        self.reward_field = Field(lambda: tr("Then one of these is free"), self.reward, self._in_words)
        self.goal.changed.connect(self._on_change)
        for line, field in ((self.name, self.name_field), (self.reward, self.reward_field)):
            line.finished.connect(self._on_change)
            line.textEdited.connect(lambda text, field=field: self._on_typing(field))
        LANGUAGE.changed.connect(self._say_usual)

    def offer_usual(self) -> None:
        """Fill in what most shops begin with; it follows the language until somebody changes it."""
        self._usual = True
        self.goal.setValue(USUAL_GOAL)
        self._say_usual()

    def collected(self) -> ProgrammeDraft:
        """The programme as the fields say it."""
        return stamp_card(self.name.text(), self.goal.value(), self.reward.text())

    def first_fault(self) -> Field | None:
        """Check both texts and show what is wrong; the first faulty field."""
        for field, line in ((self.name_field, self.name), (self.reward_field, self.reward)):
            field.set_fault(_fault_of(line.text()))
        return next((field for field in (self.name_field, self.reward_field) if field.fault), None)

    def _in_words(self) -> str:
        reward = self.reward.text().strip()
        if not reward:
            return ""
        return ntr(
            "Buy {n}, get 1 free: {reward}.",
            "Buy {n}, get 1 free: {reward}.",
            self.goal.value(),
            reward=reward,
        )

    def _on_typing(self, field: Field) -> None:
        self._usual = False
        field.set_fault("")
        self.reward_field.set_hint(self._in_words)

    def _on_change(self) -> None:
        self.reward_field.set_hint(self._in_words)
        self.first_fault()

    def _say_usual(self) -> None:
        if self._usual:
            self.name.put(tr("Coffee card"))
            self.reward.put(tr("coffee"))
            self.reward_field.set_hint(self._in_words)


def _fault_of(text: str) -> str:
    try:
        clean_name(text)
    except BadInput as bad:
        return sentence_for(bad)
    return ""
