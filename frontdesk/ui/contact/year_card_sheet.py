"""Somebody's time with the shop on a card: visits, rewards, what was saved, beside thanks."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.messages import Keepsake
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.refusals import Refused
from frontdesk.printing.year_card import YearCardPrint
from frontdesk.texts import texts_for
from frontdesk.ui.contact.card_sizes import CardSizes
from frontdesk.ui.contact.handing_over import HandingOver
from frontdesk.ui.contact.shop_on_paper import shop_on_paper
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.prints.print_panel import PrintPanel, stand_beside
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.keepsakes import year_words
from frontdesk.wording.messages import signature


def open_sheet(counter: Counter, customer_id: int, **facts: Any) -> YearCardSheet:
    """Raises `Refused` UNKNOWN_CUSTOMER."""
    return YearCardSheet(counter, counter.desk.customers.get(customer_id))


class YearCardSheet(Sheet):
    """The size on the left, the card on the right."""

    place = Place.PAGE

    def __init__(self, counter: Counter, customer: Customer) -> None:
        super().__init__()
        self._counter, self._customer = counter, customer
        self._handing = HandingOver(counter, customer.id)
        self.panel = PrintPanel(counter, lambda: tr("Their year on a card"))
        self.sizes, self.note = CardSizes(), Prose()
        speak(
            self.note.setText,
            lambda: tr("All of it is from the shop's own records; what was taken back is not counted."),
        )
        self._lay_out()
        self.sizes.chosen.connect(self._show)
        self.panel.cards_wanted.connect(self._print)
        counter.bridge.changed.connect(self._on_changed)
        self._show()

    def title(self) -> str:
        return tr("{name}'s time with us", name=self._customer.address)

    def first_focus(self) -> QWidget:
        return self.panel.save_button

    def may_close(self) -> bool:
        return self.panel.may_close()

    def card(self) -> YearCardPrint:
        """The card as it stands now, in the customer's language."""
        desk, customer = self._counter.desk, self._customer
        settings = desk.shop.settings()
        texts = texts_for(customer.language or settings.cards_language)
        words = year_words(
            texts,
            desk.value.together(customer.id, desk.now()),
            desk.zone,
            lambda amount: price_in_words(amount, settings.currency, texts.language),
            name=customer.told_name,
        )
        staff = next((each.name for each in desk.staffing.staff() if each.id == desk.staff_id), "")
        shop = shop_on_paper(desk, texts.language)
        return YearCardPrint(words, signature(texts, settings.name, staff), shop)

    def _show(self) -> None:
        self.panel.show_sample([self.card()], self.sizes.layout_of_page())

    def _print(self) -> None:
        handing = self._handing  # it outlives this sheet, and so must the call
        layout = self.sizes.layout_of_page()
        self.panel.write([self.card()], layout, lambda: handing.printed(Keepsake.YEAR_CARD))

    def _on_changed(self, changes: Changes) -> None:
        theirs = changes.everything or changes.shop or self._customer.id in changes.customers
        if not (theirs and self.isVisible()):
            return
        try:
            self._customer = self._counter.desk.customers.get(self._customer.id)
        except Refused:  # they were taken off the list meanwhile
            self.closed.emit()
            return
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(RHYTHM * 2)
        column.addWidget(Field(lambda: tr("Size"), self.sizes))
        column.addWidget(self.note)
        column.addStretch(1)
        options = scrolling(column)
        stand_beside(self, options, self.panel)
        tab_through(self.sizes, self.panel.save_button, self.panel.print_button)
