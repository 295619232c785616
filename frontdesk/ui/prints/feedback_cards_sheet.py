"""Feedback cards: one for the customer at the counter, or a sheet of them to lie at the till."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.customers import Customer
from frontdesk.domain.feedback import FeedbackCard
from frontdesk.domain.links import FeedbackLink, feedback_url, parse_link_template
from frontdesk.printing.feedback_card import FeedbackCardPrint
from frontdesk.printing.page import BUSINESS_CARDS, SINGLE_CARD, SheetLayout
from frontdesk.services.feedback import MOST_CARDS
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.prints.issuing import Order, issuing_of
from frontdesk.ui.prints.print_panel import PrintPanel, stand_beside
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow, Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.prose import ProseStrip

SAMPLE_CODE: Final = "FSAMP1E00SAMP1E00"
"""Of the right length, and signed by nobody: whoever scans a preview hears that it is not a card."""

_THIS, _ANYBODY = "this", "anybody"


def open_sheet(counter: Counter, customer_id: int | None = None, **facts: Any) -> Sheet:
    """For one customer, or without one for anybody."""
    return FeedbackCardsSheet(counter, customer_id)


class FeedbackCardsSheet(Sheet):
    """Choices on the left, the cards on the right. Codes are issued by a press, never by looking."""

    place = Place.PAGE

    def __init__(
        self, counter: Counter, customer_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._customer: Customer | None = counter.desk.customers.get(customer_id) if customer_id else None
        self._issuing = issuing_of(counter)
        self._order: Order | None = None
        self.panel = PrintPanel(counter, lambda: tr("Feedback cards"))
        self.whom = ChipRow([(_THIS, lambda: tr("This customer")), (_ANYBODY, lambda: tr("Anybody"))])
        self.languages = ChipRow([(code, partial(str, own)) for code, own in CUSTOMER_LANGUAGES.items()])
        self.count = Stepper(1, MOST_CARDS, BUSINESS_CARDS.per_page, step=BUSINESS_CARDS.per_page)
        self.no_link = ProseStrip("warn", "circle-alert")
        self.link_button = TextButton("settings")
        speak(self.link_button.say, lambda: tr("Set the link"))
        self._lay_out()
        self._choose_first()
        self._listen()
        self._show()

    def title(self) -> str:
        return tr("Feedback cards")

    def first_focus(self) -> QWidget:
        return self.panel.save_button if self._link() else self.link_button

    def may_close(self) -> bool:
        return self.panel.may_close()

    def _listen(self) -> None:
        self.whom.chosen.connect(self._on_whom)
        self.languages.chosen.connect(self._show)
        self.count.changed.connect(self._show)
        self.link_button.clicked.connect(lambda: self._counter.open(SheetName.SETTINGS, part="feedback"))
        self.panel.cards_wanted.connect(self._on_cards_wanted)
        self._issuing.ready.connect(self._on_issued)
        self._issuing.refused.connect(self._on_refused)
        self._counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._say)

    def _choose_first(self) -> None:
        self.whom.choose(_THIS if self._customer else _ANYBODY)
        self._choose_language()

    def _choose_language(self) -> None:
        """A sheet for the till speaks as the shop speaks to its customers, a card for somebody as they do."""
        recipient = self._recipient()
        usual: str = self._counter.desk.shop.settings().cards_language
        self.languages.choose(usual)
        self.languages.choose(recipient.language if recipient else "")

    def _recipient(self) -> Customer | None:
        return self._customer if self.whom.value() == _THIS else None

    def _layout(self) -> SheetLayout:
        return SINGLE_CARD if self._recipient() else BUSINESS_CARDS

    def _wanted_order(self) -> Order:
        recipient = self._recipient()
        return Order(
            count=1 if recipient else self.count.value(),
            language=self.languages.value(),
            customer_id=recipient.id if recipient else None,
            link=self._counter.desk.shop.settings().feedback_link,
        )

    def _link(self) -> FeedbackLink | None:
        facts = self._counter.desk.shop.facts()
        template = facts.settings.feedback_link
        return parse_link_template(template, facts.phone_prefix) if template else None

    def _on_whom(self) -> None:
        self._choose_language()
        self._show()

    def _show(self) -> None:
        """Draw the sample that the choices make."""
        anonymous, link = self._recipient() is None, self._link()
        self._count_field.setVisible(anonymous)
        self.link_button.setVisible(link is None)
        self.panel.set_ready(link is not None)
        self._say()
        url = feedback_url(link, SAMPLE_CODE, "") if link else SAMPLE_CODE
        shown = min(self.count.value(), self._layout().per_page) if anonymous else 1
        self.panel.show_sample([self._drawn(url, SAMPLE_CODE)] * shown, self._layout())

    def _say(self) -> None:
        missing = tr("A feedback card leads to a link, and there is none yet. Set it, then print.")
        self.no_link.setText("" if self._link() else missing)
        said = tr("This is a sample. Each printed card gets a code of its own, recorded for this shop.")
        self.panel.caption.setText(said)
        pages = BUSINESS_CARDS.pages_for(self.count.value())
        self._count_field.set_hint(
            lambda: ntr("{n} A4 page, ten cards on each", "{n} A4 pages, ten cards on each", pages)
        )

    def _drawn(self, url: str, code: str) -> FeedbackCardPrint:
        recipient = self._recipient()
        name = recipient.told_name if recipient else ""
        shop: str = self._counter.desk.shop.settings().name
        return FeedbackCardPrint(shop, url, code, self.languages.value(), name)

    def _on_cards_wanted(self) -> None:
        self._order = self._wanted_order()
        self._options.setEnabled(False)
        self._issuing.ask(self._order)

    def _on_issued(self, order: Order, cards: tuple[FeedbackCard, ...]) -> None:
        if order == self._order:
            prints = [self._drawn(card.url, card.code) for card in cards]
            issuing = self._issuing  # it outlives this sheet, and so must the call
            self.panel.write(prints, self._layout(), lambda: issuing.came_out(order))
            self._options.setEnabled(True)

    def _on_refused(self, order: Order, sentence: str) -> None:
        if order == self._order:
            self._options.setEnabled(True)
            self.panel.finish(sentence)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(RHYTHM * 2)
        self._options = scrolling(column)
        whom = Field(lambda: tr("For"), self.whom)
        self._count_field = Field(lambda: tr("How many"), self.count)
        for part in (whom, Field(lambda: tr("Language on the card"), self.languages), self._count_field):
            column.addWidget(part)
        whom.setVisible(self._customer is not None)
        column.addWidget(self.no_link)
        column.addWidget(self.link_button)
        column.addStretch(1)
        stand_beside(self, self._options, self.panel)
        tab_through(self.whom, self.languages, self.count, self.link_button)
        tab_through(self.link_button, self.panel.save_button, self.panel.print_button)
