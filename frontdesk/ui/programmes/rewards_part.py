"""All rewards of a card: five stamps for a coffee, ten for lunch."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import MAX_GOAL, MOST_REWARDS, ProgrammeDraft, Reward
from frontdesk.domain.said import Said
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.programmes.reward_fields import RewardFields
from frontdesk.ui.programmes.shelf import Shelf
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.wording.programmes import rewards_sentences

_FURTHER = 5


class RewardsPart(Part):
    """Fields for each reward, and a button for another.

    A number that any version of the terms has used stays with its reward for ever: cards refer to it. So a
    further reward gets one above `highest`.
    """

    def __init__(self, shelf: Shelf, highest: int) -> None:
        super().__init__()
        self._shelf, self._highest = shelf, highest
        self._list = QVBoxLayout()
        self._list.setSpacing(RHYTHM * 4)
        self.add_button = TextButton("plus")
        speak(self.add_button.say, lambda: tr("Add another reward"))
        self.add_button.clicked.connect(self.add)
        self.column.addLayout(self._list)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def rows(self) -> list[RewardFields]:
        """The rewards' fields, in their order."""
        widgets = [self._list.itemAt(place).widget() for place in range(self._list.count())]
        return [widget for widget in widgets if isinstance(widget, RewardFields)]

    def add(self) -> None:
        """Begin with a dearer one."""
        dearest = max(row.value().price for row in self.rows())
        numbers = (row.value().number for row in self.rows())
        self._highest = max(self._highest, *numbers) + 1
        row = self._append(Reward(self._highest, min(dearest + _FURTHER, MAX_GOAL), Said("")))
        self.edited.emit()
        row.what.setFocus()

    def put(self, draft: ProgrammeDraft) -> None:
        for row in self.rows():
            self._drop(row)
        for reward in draft.terms.rewards:
            self._append(reward)

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        first, *others = self.rows()
        rewards = (first.value(draft.terms.rewards[0]), *(row.value() for row in others))
        return replace(draft, terms=replace(draft.terms, rewards=rewards))

    def summary(self, draft: ProgrammeDraft) -> str:
        told = replace(self._shelf.told(), nothing_free=self.undecided())
        return " ".join(rewards_sentences(LANGUAGE.texts, draft.terms.rewards, told))

    def undecided(self) -> frozenset[int]:
        """The numbers of the rewards that wait for a thing to be chosen."""
        return frozenset(row.number for row in self.rows() if row.undecided())

    def faulty(self) -> QWidget | None:
        return next((found for row in self.rows() if (found := row.faulty()) is not None), None)

    def _append(self, reward: Reward) -> RewardFields:
        row = RewardFields(self._shelf, reward, first=not self.rows())
        row.edited.connect(self.edited)
        row.remove_button.clicked.connect(lambda: self._remove(row))
        self._list.addWidget(row)
        self.add_button.setVisible(len(self.rows()) < MOST_REWARDS)
        return row

    def _remove(self, row: RewardFields) -> None:
        self._drop(row)
        self.edited.emit()

    def _drop(self, row: RewardFields) -> None:
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add_button.setVisible(len(self.rows()) < MOST_REWARDS)
