"""Settings, "How are we doing?": how answers come back, what is asked, how often. Saved at once."""

from __future__ import annotations

from dataclasses import replace

from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.settings.link_part import LinkPart
from frontdesk.ui.settings.page_part import PagePart
from frontdesk.ui.settings.questions_part import QuestionsPart
from frontdesk.ui.settings.rules_panel import Keeping, RulesPanel
from frontdesk.ui.settings.shop_fields import ShopFields
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn, beside, fill_with
from frontdesk.wording.feedback_rules import ask_every_sentence

_MOST_WEEKS = 52


class FeedbackPanel(RulesPanel):
    """`fields` has the shop's link, which is one of its settings."""

    def __init__(self, counter: Counter, fields: ShopFields) -> None:
        rules = counter.desk.feedback_rules
        said = (lambda: tr("Saved."), lambda: tr("As it was before."))
        super().__init__(counter, Keeping(rules.rules, rules.change, *said))
        self._meant: FeedbackRules
        self.page, self.link = PagePart(), LinkPart(counter, fields)
        self.questions = QuestionsPart(counter)
        self.weeks, self.face = Stepper(0, _MOST_WEEKS, 8), TickRow()
        self._weeks = Field(lambda: tr("Ask somebody again after weeks"), self.weeks)
        speak(self.face.say, lambda: tr("Show who hands the card over"))
        speak(
            self.face.set_below,
            lambda: tr(
                "With their face, where they have one here, and their first name: people answer people."
            ),
        )
        self._lay_out()
        self.show_kept()
        self.page.changed.connect(self.keep)
        self.questions.changed.connect(self.keep)
        self.weeks.changed.connect(self.say)
        self.weeks.settled.connect(self.keep)
        self.face.clicked.connect(self.keep)
        self.listen()

    def show_kept(self) -> None:
        """Show the rules as they are kept."""
        self._meant = kept = self._counter.desk.feedback_rules.rules()
        self._filling = True
        self.page.show_rules(kept)
        self.questions.show_kept(kept.topics)
        self.weeks.setValue(kept.ask_every_weeks)
        self.face.setChecked(kept.with_face)
        self._filling = False
        self.say()

    def chosen(self) -> FeedbackRules:
        """The rules as the fields say them."""
        return replace(
            self.page.put_into(self._meant),
            topics=self.questions.topics(),
            ask_every_weeks=self.weeks.value(),
            with_face=self.face.isChecked(),
        )

    def finish(self) -> None:
        """Save what was typed last."""
        self.page.finish()
        self.weeks.finish()
        self.questions.finish()

    def say(self) -> None:
        self._weeks.set_hint(lambda: ask_every_sentence(LANGUAGE.texts, self.chosen()))

    def _lay_out(self) -> None:
        page = ScrolledColumn()
        page.column.setSpacing(GAP)
        for part in (self.page, self.link, self.questions):
            page.column.addWidget(part)
        page.column.addLayout(beside(self._weeks, self.face))
        page.column.addStretch(1)
        fill_with(self, page)
