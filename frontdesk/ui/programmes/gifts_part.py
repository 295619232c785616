"""Stamps that are given for something else than buying: a welcome, a birthday, a friend."""

from __future__ import annotations

from dataclasses import replace

from frontdesk.domain.loyalty.programmes import MAX_GOAL, Gifts, ProgrammeDraft
from frontdesk.domain.loyalty.terms_checks import MOST_BIRTHDAY_DAYS
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import beside
from frontdesk.wording.programme_rules import gift_sentences

_USUAL_DAYS = 7


class GiftsPart(Part):
    """0 is no gift."""

    def __init__(self) -> None:
        super().__init__()
        self.welcome, self.birthday = Stepper(0, MAX_GOAL, 0), Stepper(0, MAX_GOAL, 0)
        self.days = Stepper(0, MOST_BIRTHDAY_DAYS, _USUAL_DAYS)
        self.friend, self.referrer = Stepper(0, MAX_GOAL, 0), Stepper(0, MAX_GOAL, 0)
        self._days_field = Field(lambda: tr("Days before and after the birthday"), self.days)
        self.column.addWidget(
            Field(lambda: tr("Welcome"), self.welcome, lambda: tr("Stamps with the first one of a card."))
        )
        self.column.addLayout(
            beside(
                Field(lambda: tr("Birthday"), self.birthday, lambda: tr("Stamps, once a year.")),
                self._days_field,
            )
        )
        self.column.addLayout(
            beside(
                Field(lambda: tr("For a friend who is brought along"), self.friend, _on_second_visit),
                Field(lambda: tr("For whoever brought the friend"), self.referrer, _on_second_visit),
            )
        )
        for stepper in (self.welcome, self.birthday, self.days, self.friend, self.referrer):
            stepper.changed.connect(self._on_changed)

    def put(self, draft: ProgrammeDraft) -> None:
        gifts = draft.terms.gifts
        self.welcome.setValue(gifts.welcome)
        self.birthday.setValue(gifts.birthday)
        self.days.setValue(gifts.birthday_days)
        self.friend.setValue(gifts.friend)
        self.referrer.setValue(gifts.referrer)
        self._days_field.setVisible(bool(gifts.birthday))

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        gifts = Gifts(
            self.welcome.value(),
            self.birthday.value(),
            self.days.value(),
            self.friend.value(),
            self.referrer.value(),
        )
        return replace(draft, terms=replace(draft.terms, gifts=gifts))

    def summary(self, draft: ProgrammeDraft) -> str:
        return " ".join(gift_sentences(LANGUAGE.texts, draft.terms.gifts)) or tr("No gifts.")

    def _on_changed(self) -> None:
        self._days_field.setVisible(bool(self.birthday.value()))
        self.edited.emit()


def _on_second_visit() -> str:
    return tr("Stamps, when the friend has come twice.")
