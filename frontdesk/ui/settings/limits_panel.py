"""Settings: how much may be given at the counter without asking. Saved at once, with Undo."""

from __future__ import annotations

from dataclasses import replace

from frontdesk.domain.loyalty.limits import Limits
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.settings.rules_panel import Keeping, RulesPanel
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.limits import (
    card_limit_sentence,
    goodwill_sentence,
    paper_limit_sentence,
    staff_limit_sentence,
    surprise_sentence,
)

_MOST, _MOST_HOURS = 500, 24 * 7


class LimitsPanel(RulesPanel):
    """A number for each limit, and below it the sentence that it makes, digit by digit."""

    def __init__(self, counter: Counter) -> None:
        said = (lambda: tr("The limits are saved."), lambda: tr("The limits are as they were before."))
        kept = counter.desk.limits
        super().__init__(counter, Keeping(kept.get, kept.save, *said))
        self._meant: Limits
        self.card, self.hours = Stepper(0, _MOST, 0), Stepper(1, _MOST_HOURS, 24)
        self.staff, self.paper, self.goodwill, self.surprises = (Stepper(0, _MOST, 0) for _ in range(4))
        self._fields = (
            Field(lambda: tr("Stamps for one customer"), self.card),
            Field(lambda: tr("within hours"), self.hours),
            Field(lambda: tr("Stamps by one member of staff a day"), self.staff),
            Field(lambda: tr("Paper-card stamps by one member of staff a day"), self.paper),
            Field(lambda: tr("Goodwill stamps by one member of staff a day"), self.goodwill),
            Field(lambda: tr("Surprise stamps of the whole shop a week"), self.surprises),
        )
        self._lay_out()
        self.show_kept()
        for stepper in self._steppers():
            stepper.changed.connect(self.say)
            stepper.settled.connect(self.keep)
        self.listen()

    def show_kept(self) -> None:
        """Show the limits as they are kept."""
        self._meant = kept = self._counter.desk.limits.get()
        self._filling = True
        for stepper, value in (
            (self.card, kept.card_stamps),
            (self.hours, kept.card_hours),
            (self.staff, kept.staff_stamps),
            (self.paper, kept.paper_stamps),
            (self.goodwill, kept.goodwill),
            (self.surprises, kept.surprises),
        ):
            stepper.setValue(value)
        self._filling = False
        self.say()

    def chosen(self) -> Limits:
        """The limits as the fields say them."""
        return replace(
            self._meant,
            card_stamps=self.card.value(),
            card_hours=self.hours.value(),
            staff_stamps=self.staff.value(),
            paper_stamps=self.paper.value(),
            goodwill=self.goodwill.value(),
            surprises=self.surprises.value(),
        )

    def finish(self) -> None:
        """Save what was typed last."""
        for stepper in self._steppers():
            stepper.finish()

    def _steppers(self) -> tuple[Stepper, ...]:
        return self.card, self.hours, self.staff, self.paper, self.goodwill, self.surprises

    def say(self) -> None:
        texts, limits = LANGUAGE.texts, self.chosen()
        card, hours, staff, paper, goodwill, surprises = self._fields
        card.set_hint(lambda: card_limit_sentence(texts, limits))
        staff.set_hint(lambda: staff_limit_sentence(texts, limits))
        paper.set_hint(lambda: paper_limit_sentence(texts, limits))
        goodwill.set_hint(lambda: goodwill_sentence(texts, limits))
        surprises.set_hint(lambda: surprise_sentence(texts, limits))
        hours.setVisible(bool(limits.card_stamps))

    def _lay_out(self) -> None:
        said = Prose()
        speak(
            said.setText,
            lambda: tr("These bind cashiers. A manager may go beyond them, and the ledger says who did."),
        )
        alike = Prose()
        speak(
            alike.setText,
            lambda: tr(
                "The limits for one customer and for one member of staff hold for stamps, tickets, keyed-in "
                "sheets and paper cards alike."
            ),
        )
        card, hours, staff, paper, goodwill, surprises = self._fields
        page = ScrolledColumn()
        page.column.addWidget(said)
        page.column.addWidget(alike)
        page.column.addLayout(beside(card, hours))
        page.column.addLayout(beside(staff, paper))
        page.column.addLayout(beside(goodwill, surprises))
        page.column.addStretch(1)
        fill_with(self, page)
