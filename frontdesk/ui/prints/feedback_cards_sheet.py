"""Feedback cards in every format: one for the customer at the counter, or sheets of them for anybody."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.ways_back import WaysBack
from frontdesk.domain.people.customers import Customer
from frontdesk.printing.feedback_parts import FeedbackPrint
from frontdesk.printing.feedback_prints import feedback_page, feedback_print
from frontdesk.printing.page import SheetLayout
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.prints.feedback_choices import FeedbackChoices
from frontdesk.ui.prints.issuing import Order, issuing_of
from frontdesk.ui.prints.print_panel import PrintPanel, stand_beside
from frontdesk.ui.prints.receipt_run import has_receipt_printer, print_receipt
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.prose import ProseStrip

SAMPLE_CODE: Final = "FSAMP1E00SAMP1XXX"
"""Of the right length, and signed by nobody: whoever scans a preview hears that it is not a card."""

_SAMPLE_NUMBER: Final = 0
"""So that the sample says "Card 0-XXX": no card has such a number, and none is ever looked for by it."""


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
        customer: Customer | None = counter.desk.customers.get(customer_id) if customer_id else None
        self._issuing = issuing_of(counter)
        self._order: Order | None = None
        self._to_receipts = False
        self.panel = PrintPanel(counter, lambda: tr("Feedback cards"), say_whose=self._whose)
        self.choices = FeedbackChoices(counter.desk, customer)
        self.no_link = ProseStrip("warn", "circle-alert")
        self.link_button = TextButton("settings")
        speak(self.link_button.say, lambda: tr("Set the second way back"))
        self._lay_out()
        self._listen()
        self._show()

    def title(self) -> str:
        return tr("Feedback cards")

    def first_focus(self) -> QWidget:
        return self.panel.save_button if self._ways() else self.link_button

    def may_close(self) -> bool:
        return self.panel.may_close()

    def _listen(self) -> None:
        self.choices.changed.connect(self._show)
        self.link_button.clicked.connect(lambda: self._counter.open(SheetName.SETTINGS, part="feedback"))
        self.panel.cards_wanted.connect(self._on_cards_wanted)
        self.panel.receipts_wanted.connect(self._on_receipts_wanted)
        self._issuing.ready.connect(self._on_issued)
        self._issuing.refused.connect(self._on_refused)
        self._counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._say)

    def _ways(self) -> WaysBack:
        ways: WaysBack = self._counter.desk.feedback.ways()
        return ways

    def _wanted_order(self) -> Order:
        wanted, recipient = self.choices, self.choices.recipient()
        return Order(
            count=wanted.how_many(),
            language=wanted.languages.value(),
            customer_id=recipient.id if recipient else None,
            ways=self._ways(),
            format=wanted.format(),
            host_id=wanted.host_id(),
        )

    def _show(self) -> None:
        """Draw the sample that the choices make."""
        ways, wanted = self._ways(), self.choices
        self.link_button.setVisible(not ways)
        self.panel.set_ready(bool(ways))
        self.panel.set_receipts(wanted.is_receipt() and has_receipt_printer(self._counter))
        self._say()
        links = self._counter.desk.feedback.links(SAMPLE_CODE, wanted.languages.value(), wanted.format())
        if not links:
            return
        sample = FeedbackCard(
            0, SAMPLE_CODE, _SAMPLE_NUMBER, links, wanted.languages.value(), 0, None, wanted.format()
        )
        drawn = self._drawn([sample])
        page = self._page(drawn[0])
        self.panel.show_sample(drawn * min(wanted.how_many(), page.per_page), page)

    def _say(self) -> None:
        missing = tr(
            "A card needs a second way back, beside paper: the shop’s own page, a link, or just the shop’s "
            "phone number."
        )
        self.no_link.setText("" if self._ways() else missing)
        said = tr("This is a sample. Each printed card gets a code of its own, recorded for this shop.")
        self.panel.caption.setText(said)

    def _drawn(self, cards: list[FeedbackCard]) -> list[FeedbackPrint]:
        """As the choices say: they stay as they are while cards are on their way."""
        name, feedback = self._whose(), self._counter.desk.feedback
        setting = feedback.setting(self.choices.languages.value(), self.choices.host_id())
        return [feedback_print(card, setting, name) for card in cards]

    def _whose(self) -> str:
        recipient = self.choices.recipient()
        return recipient.told_name if recipient else ""

    def _page(self, drawn: FeedbackPrint) -> SheetLayout:
        paper = self._counter.desk.shop.settings().receipt_width
        return feedback_page(drawn, single=self.choices.recipient() is not None, paper=paper)

    def _on_cards_wanted(self) -> None:
        self._ask(to_receipts=False)

    def _on_receipts_wanted(self) -> None:
        self._ask(to_receipts=True)

    def _ask(self, *, to_receipts: bool) -> None:
        self._to_receipts = to_receipts
        self._order = self._wanted_order()
        self._options.setEnabled(False)
        self._issuing.ask(self._order)

    def _on_issued(self, order: Order, cards: tuple[FeedbackCard, ...]) -> None:
        if order != self._order:
            return
        prints = self._drawn(list(cards))
        issuing = self._issuing  # it outlives this sheet, and so must the call
        if self._to_receipts:
            for drawn in prints:
                print_receipt(self._counter, drawn, self._page(drawn), done=lambda: issuing.came_out(order))
            self.panel.finish("")
        else:
            self.panel.write(prints, self._page(prints[0]), lambda: issuing.came_out(order))
        self._options.setEnabled(True)

    def _on_refused(self, order: Order, sentence: str) -> None:
        if order == self._order:
            self._options.setEnabled(True)
            self.panel.finish(sentence)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop or changes.feedback_rules or changes.team:
            self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(RHYTHM * 2)
        self._options = scrolling(column)
        for part in (self.choices, self.no_link, self.link_button):
            column.addWidget(part)
        column.addStretch(1)
        stand_beside(self, self._options, self.panel)
        tab_through(*self.choices.controls(), self.link_button)
        tab_through(self.link_button, self.panel.save_button, self.panel.print_button)
