"""The stamp card in two answers: how many stamps, and what they earn. The sentence below says it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.programmes import ProgrammeDraft, stamp_card
from frontdesk.domain.said import Said
from frontdesk.domain.text import NAME_LIMIT, BadInput, clean_name
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field, TextLine

USUAL_GOAL: Final = 5
LEAST_STAMPS, MOST_STAMPS = 2, 20


class ProgrammeFields(QObject):
    """Name, goal and reward, for a page to lay out. `edited` says that a person changed something sound."""

    edited = Signal()

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

    def fill(self, draft: ProgrammeDraft) -> None:
        """Show a programme as it is kept."""
        self.goal.blockSignals(True)
        self.goal.setValue(draft.terms.goal)
        self.goal.blockSignals(False)
        for line, field, text in (
            (self.name, self.name_field, draft.look.names.usual),
            (self.reward, self.reward_field, draft.terms.rewards[0].what.usual),
        ):
            if not line.isModified() and not field.fault:
                line.put(text)
        self.reward_field.set_hint(self._in_words)

    def collected(self, base: ProgrammeDraft | None = None) -> ProgrammeDraft:
        """The programme as the fields say it; `base` has all else that it promises."""
        if base is None:
            return stamp_card(self.name.text(), self.goal.value(), self.reward.text())
        first, *others = base.terms.rewards
        told = replace(first, price=self.goal.value(), what=_retold(first.what, self.reward.text()))
        look = replace(base.look, names=_retold(base.look.names, self.name.text()))
        return replace(base, look=look, terms=replace(base.terms, rewards=(told, *others)))

    def first_fault(self) -> Field | None:
        """Check both texts and show what is wrong; the first faulty field."""
        for field, line in ((self.name_field, self.name), (self.reward_field, self.reward)):
            field.set_fault(_fault_of(line.text()))
        return next((field for field in (self.name_field, self.reward_field) if field.fault), None)

    def finish(self) -> None:
        """Take what was typed and not yet left."""
        self.name.finish()
        self.reward.finish()

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
        if self.first_fault() is None:
            self.edited.emit()

    def _say_usual(self) -> None:
        if self._usual:
            self.name.put(tr("Coffee card"))
            self.reward.put(tr("coffee"))
            self.reward_field.set_hint(self._in_words)


def _retold(said: Said, words: str) -> Said:
    """Other words in the shop's own language take those in the others with them: they meant the old ones."""
    return said if said.usual == words else Said(words)


def _fault_of(text: str) -> str:
    try:
        clean_name(text)
    except BadInput as bad:
        return sentence_for(bad)
    return ""
