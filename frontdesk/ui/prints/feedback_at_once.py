"""A feedback card for whoever is greeted, by one tap: on the receipt printer, or else the shop's printer.

Only where the shop said which printer that is; without one the tap opens the page with the choices.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.domain.people.customers import Customer
from frontdesk.printing.feedback_prints import feedback_page, feedback_print
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import tr
from frontdesk.ui.prints.issuing import Order, issuing_of, usual_language
from frontdesk.ui.prints.print_run import PrintRun, PrintTo
from frontdesk.ui.prints.printer import Job, print_cards
from frontdesk.ui.prints.receipt_run import has_receipt_printer, print_receipt
from frontdesk.ui.widgets.notice import Remedy

_BOUNCE: Final = "a feedback card at once"


class FeedbackAtOnce(QObject):
    """Belongs to the counter. A card that did not come out is the very card of the next tap."""

    def __init__(self, counter: Counter, print_to: PrintTo = print_cards) -> None:
        super().__init__(counter.bridge)
        self._counter, self.print_to = counter, print_to
        self._issuing = issuing_of(counter)
        self._placed: dict[Order, Customer] = {}
        self._issuing.ready.connect(self._on_issued)
        self._issuing.refused.connect(self._on_refused)

    def hand_out(self, customer_id: int) -> bool:
        """Print a card for them, in their language; False where there is no printer to print it on."""
        desk, counter = self._counter.desk, self._counter
        settings = desk.shop.settings()
        to_receipts = has_receipt_printer(counter)
        if not to_receipts and not settings.printer:
            return False
        if counter.taps.is_bounce(_BOUNCE, customer_id):
            return True
        customer: Customer = desk.customers.get(customer_id)
        order = Order(
            1,
            customer.language if customer.language in CUSTOMER_LANGUAGES else usual_language(settings),
            customer.id,
            desk.feedback.ways(),
            CardFormat.RECEIPT if to_receipts else CardFormat.CARD,
            desk.staff_id,
        )
        if order not in self._placed:
            self._placed[order] = customer
            self._issuing.ask(order)
        return True

    def _on_issued(self, order: Order, cards: tuple[FeedbackCard, ...]) -> None:
        customer = self._placed.pop(order, None)
        if customer is None:
            return
        desk = self._counter.desk
        setting = desk.feedback.setting(order.language, order.host_id)
        drawn = feedback_print(cards[0], setting, customer.told_name)
        page = feedback_page(drawn, single=True, paper=desk.shop.settings().receipt_width)
        out = partial(self._came_out, order)
        if order.format is CardFormat.RECEIPT:
            print_receipt(self._counter, drawn, page, done=out)
            return
        job = Job((drawn,), page, tr("Feedback card"))
        run = PrintRun(self._counter, desk.shop.settings().printer, job, self.print_to, lambda: None)
        run.ended.connect(lambda sorry: self._on_ended(order, sorry))

    def _on_ended(self, order: Order, sorry: str) -> None:
        if sorry:
            self._counter.taps.forget()
            self._say(order, sorry, "circle-alert")
        else:
            self._came_out(order)

    def _came_out(self, order: Order) -> None:
        self._issuing.came_out(order)
        said = tr(
            "Sent to the printer: a feedback card in {language}.", language=CUSTOMER_LANGUAGES[order.language]
        )
        self._say(order, said, "message-square-heart")

    def _say(self, order: Order, said: str, icon: str) -> None:
        """The page with all the choices is beside it."""
        other = partial(self._counter.open, SheetName.FEEDBACK_CARDS, customer_id=order.customer_id)
        self._counter.notify(said, icon=icon, remedy=Remedy(tr("Another card…"), other))

    def _on_refused(self, order: Order, sentence: str) -> None:
        if self._placed.pop(order, None) is not None:
            self._counter.taps.forget()
            self._counter.notify(sentence, icon="circle-alert", remedy=self._settings())

    def _settings(self) -> Remedy:
        opened = partial(self._counter.open, SheetName.SETTINGS, part="feedback")
        return Remedy(tr("Settings"), opened)


def at_once_of(counter: Counter) -> FeedbackAtOnce:
    """The one of this counter."""
    found = counter.bridge.findChild(FeedbackAtOnce)
    return found if found is not None else FeedbackAtOnce(counter)
