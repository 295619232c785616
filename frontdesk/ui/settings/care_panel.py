"""Settings: how the shop cares for its people, in the sentences that it makes. Saved at once, with Undo."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from frontdesk.domain.care.care_rules import Axis, CareRules
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.settings.rules_panel import Keeping, RulesPanel
from frontdesk.ui.widgets.choices import ChipRow, Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.care_rules import (
    axis_name,
    axis_sentence,
    facts_age_sentence,
    false_alarms_name,
    false_alarms_sentence,
    greet_within_sentence,
    margin_sentence,
)

_MOST_MARGIN, _MOST_AGE, _MOST_SECONDS = 75, 1095, 300
_LEAST_AGE, _LEAST_SECONDS = 30, 10
_ALARMS = (5, 10, 20)


class CarePanel(RulesPanel):
    """One choice or number for each rule."""

    def __init__(self, counter: Counter) -> None:
        said = (lambda: tr("Saved."), lambda: tr("As it was before."))
        kept = counter.desk.care_rules
        super().__init__(counter, Keeping(kept.get, kept.save, *said))
        self._meant: CareRules
        self.axis = ChipRow([(axis.value, partial(_axis_name, axis)) for axis in Axis])
        self.margin = Stepper(0, _MOST_MARGIN, 25, step=5)
        self.age = Stepper(_LEAST_AGE, _MOST_AGE, 365, step=30)
        self.seconds = Stepper(_LEAST_SECONDS, _MOST_SECONDS, 40, step=5)
        self.alarms = ChipRow([(str(number), partial(_alarms_name, number)) for number in _ALARMS])
        self._axis = Field(lambda: tr("In what you do more than you promised"), self.axis)
        self._margin = Field(lambda: tr("Kept in hand of a promise, in %"), self.margin)
        self._age = Field(lambda: tr("Ask again what somebody likes, after days"), self.age)
        self._seconds = Field(lambda: tr("Greet whoever comes in, within seconds"), self.seconds)
        self._alarms = Field(lambda: tr("False alarms about who stays away"), self.alarms)
        self._lay_out()
        self.show_kept()
        self._connect()

    def show_kept(self) -> None:
        """Show the rules as they are kept."""
        self._meant = kept = self._counter.desk.care_rules.get()
        self._filling = True
        self.axis.choose(kept.axis.value)
        self.margin.setValue(kept.margin_percent)
        self.age.setValue(kept.facts_age_days)
        self.seconds.setValue(kept.greet_within_s)
        self.alarms.choose(str(kept.false_alarms))
        self._filling = False
        self.say()

    def chosen(self) -> CareRules:
        """The rules as the fields say them."""
        return replace(
            self._meant,
            axis=Axis(self.axis.value() or self._meant.axis),
            margin_percent=self.margin.value(),
            facts_age_days=self.age.value(),
            greet_within_s=self.seconds.value(),
            false_alarms=int(self.alarms.value() or self._meant.false_alarms),
        )

    def finish(self) -> None:
        """Save what was typed last."""
        for stepper in (self.margin, self.age, self.seconds):
            stepper.finish()

    def say(self) -> None:
        texts, rules = LANGUAGE.texts, self.chosen()
        self._axis.set_hint(lambda: axis_sentence(texts, rules.axis))
        self._margin.set_hint(lambda: margin_sentence(texts, rules))
        self._age.set_hint(lambda: facts_age_sentence(texts, rules))
        self._seconds.set_hint(lambda: greet_within_sentence(texts, rules))
        self._alarms.set_hint(lambda: false_alarms_sentence(texts, rules))

    def _connect(self) -> None:
        for stepper in (self.margin, self.age, self.seconds):
            stepper.changed.connect(self.say)
            stepper.settled.connect(self.keep)
        for chips in (self.axis, self.alarms):
            chips.chosen.connect(self.keep)
        self.listen()

    def _lay_out(self) -> None:
        said = Prose()
        speak(
            said.setText,
            lambda: tr(
                "Exceed in one thing, not in all: whoever promises 60 and is done in 45 is remembered."
            ),
        )
        page = ScrolledColumn()
        page.column.addWidget(said)
        page.column.addLayout(beside(self._axis, self._margin))
        page.column.addLayout(beside(self._age, self._seconds))
        page.column.addWidget(self._alarms)
        page.column.addStretch(1)
        fill_with(self, page)


def _axis_name(axis: Axis) -> str:
    return axis_name(LANGUAGE.texts, axis)


def _alarms_name(alarms: int) -> str:
    return false_alarms_name(LANGUAGE.texts, alarms)
