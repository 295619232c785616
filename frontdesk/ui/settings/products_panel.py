"""Settings: what the shop sells, and how many stamps each thing earns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.stamping import MAX_STAMPS_AT_ONCE
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.text import NAME_LIMIT, BadInput, clean_name
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.settings.category_field import CategoryField
from frontdesk.ui.settings.money import NotAPrice, price_to_type, read_price
from frontdesk.ui.settings.product_acts import ProductActs
from frontdesk.ui.settings.product_pictures import ICONS, IconRow, known_picture
from frontdesk.ui.settings.product_row import ProductRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn, beside, fill_with, in_a_row, tab_through
from frontdesk.ui.widgets.prose import Prose

_NEW: Final = 0
"""In place of a product's id: the form adds one."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form."""

    name: str = ""
    price: str = ""
    icon: str = ICONS[0]
    stamps: int = 1
    category: str = ""


class ProductsPanel(QWidget):
    """A list on the left, and a short form on the right that adds to it, or changes what is tapped.

    What is typed and not saved waits, for each product, until its row is tapped again.
    """

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter, self._acts = counter, ProductActs(counter)
        self._products: dict[int, Product] = {}
        self._chosen, self._begun, self._waiting = _NEW, Typed(), dict[int, Typed]()
        self._in_flight = False
        self.name, self.price = TextLine(limit=NAME_LIMIT), TextLine(limit=20)
        self.price.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.category = CategoryField()
        self.stamps = Stepper(0, MAX_STAMPS_AT_ONCE, 1)
        self.icons = IconRow()
        self.name_field = Field(lambda: tr("Name of the product"), self.name)
        self.price_field = Field(lambda: tr("Price"), self.price)
        self.add_button = _button("plus", "filled", lambda: tr("Add this product"), self.save)
        self.save_button = _button("save", "filled", lambda: tr("Save"), self.save)
        self.retire_button = _button("archive", "quiet", lambda: tr("No longer sold"), self.retire)
        self.new_button = _button("plus", "quiet", lambda: tr("Add another product"), self.begin_new)
        self.sheet_button = _button("scroll-text", "quiet", lambda: tr("Take-home sheet"), self.write_sheet)
        self.name.returnPressed.connect(self.price.setFocus)
        self.price.returnPressed.connect(self.save)
        self._hint = Prose()
        speak(self._hint.setText, lambda: tr("Tap a product to change it, or when it is no longer sold."))
        self._list = ScrolledColumn()
        self._list.column.setSpacing(RHYTHM)
        self._lay_out()
        self.show_kept()
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self.show_kept)
        LOOK.changed.connect(self.show_kept)

    def choose(self, product_id: int) -> None:
        """Fill the form with a product, to change it."""
        self._turn_to(product_id)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_new(self) -> None:
        """Empty the form, to add a product."""
        self.choose(_NEW)

    def save(self) -> None:
        """Add or change what is typed, or show what it lacks."""
        self.name_field.set_fault(self._name_fault())
        price = self._read_price()
        if self.name_field.fault or price is None:
            (self.name if self.name_field.fault else self.price).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        product = Product(
            self._chosen,
            self.name.text(),
            price,
            self.icons.value(),
            self.stamps.value(),
            self.category.line.text(),
        )
        self._send(self._acts.add if self._chosen == _NEW else self._acts.save, product)

    def retire(self) -> None:
        """Take what is chosen off the list."""
        self._send(self._acts.retire, self._products[self._chosen])

    def write_sheet(self) -> None:
        """What customers take home with what is chosen."""
        self._counter.open(SheetName.TAKE_HOME_TEXTS, product_id=self._chosen)

    def show_kept(self) -> None:
        """List what is sold now. The form follows, unless somebody is typing in it."""
        edited = self._typed() != self._begun
        shop = self._counter.desk.shop
        self._products = {product.id: product for product in shop.products()}
        self._fill_list(shop.settings().currency)
        self.category.offer(product.category for product in self._products.values())
        if self._chosen != _NEW and self._chosen not in self._products:
            self._waiting.pop(self._chosen, None)
            self._show(_NEW)
        elif not edited:
            self._show(self._chosen)

    def rows(self) -> list[ProductRow]:
        """The products in the list."""
        column = self._list.column
        widgets = [column.itemAt(place).widget() for place in range(column.count())]
        return [widget for widget in widgets if isinstance(widget, ProductRow)]

    def _turn_to(self, product_id: int) -> None:
        """What is typed for the present one waits."""
        typed = self._typed()
        if typed != self._begun:
            self._waiting[self._chosen] = typed
        else:
            self._waiting.pop(self._chosen, None)
        self._show(product_id)

    def _show(self, product_id: int) -> None:
        self._chosen, self._begun = product_id, self._kept(product_id)
        shown = self._waiting.get(product_id, self._begun)
        self.name.put(shown.name)
        self.price.put(shown.price)
        self.icons.put(shown.icon)
        self.stamps.setValue(shown.stamps)
        self.category.line.put(shown.category)
        self.name_field.set_fault("")
        self.price_field.set_fault("")
        self.add_button.setVisible(product_id == _NEW)
        self._show_hint()
        for button in (self.save_button, self.retire_button, self.new_button, self.sheet_button):
            button.setVisible(product_id != _NEW)
        for row in self.rows():
            row.setChecked(row.product.id == product_id)

    def _typed(self) -> Typed:
        return Typed(
            self.name.text(),
            self.price.text(),
            self.icons.value(),
            self.stamps.value(),
            self.category.line.text(),
        )

    def _kept(self, product_id: int) -> Typed:
        product = self._products.get(product_id)
        if product is None:
            return Typed()
        price = price_to_type(product.price, self._counter.desk.shop.settings().currency)
        return Typed(product.name, price, known_picture(product.icon), product.stamps, product.category)

    def _send(self, act: Callable[..., None], product: Product) -> None:
        """One act at a time: a second press would add the same thing twice."""
        if not self._in_flight:
            self._in_flight = True
            act(product, lambda: self._on_landed(product.id), self._on_refused)

    def _on_landed(self, product_id: int) -> None:
        """It is done: the form is free for the next one, unless another was turned to meanwhile."""
        if not shiboken6.isValid(self):
            return
        self._in_flight = False
        self._waiting.pop(product_id, None)
        if self._chosen != product_id:
            return
        if product_id != _NEW:
            self._show(_NEW)
        else:  # picture, stamps and category stay: what is added next is often alike
            self.name.put("")
            self.price.put("")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._in_flight = False
        self.name_field.set_fault(sentence)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self.show_kept()

    def _name_fault(self) -> str:
        try:
            clean_name(self.name.text())
        except BadInput as bad:
            return sentence_for(bad)
        return ""

    def _read_price(self) -> int | None:
        self.price_field.set_fault("")
        try:
            return read_price(self.price.text(), self._counter.desk.shop.settings().currency)
        except NotAPrice:
            self.price_field.set_fault(tr("This is not a price. Write only the number."))
            return None

    def _fill_list(self, currency: str) -> None:
        column = self._list.column
        empty(column)
        for product in self._products.values():
            row = ProductRow(product, currency)
            row.setChecked(product.id == self._chosen)
            row.clicked.connect(lambda checked=False, id_=product.id: self.choose(id_))
            column.addWidget(row)
        if not self._products:
            column.addWidget(
                Prose(tr("Nothing is listed yet. A product here becomes one tap at the counter."))
            )
        column.addStretch(1)
        self._put_rows_first()
        self._show_hint()

    def showEvent(self, event: QShowEvent) -> None:
        """A page that joins its window loses the order of Tab that it had before."""
        super().showEvent(event)
        self._put_rows_first()

    def _put_rows_first(self) -> None:
        """Tab goes through the list before the form."""
        rows = self._list.findChildren(ProductRow)
        if rows:
            tab_through(*rows, self.name, self.price, self.stamps, self.icons, self.category)
            tab_through(self.category, self.add_button, self.save_button, self.retire_button, self.new_button)
            tab_through(self.new_button, self.sheet_button)

    def _show_hint(self) -> None:
        self._hint.setVisible(self._chosen == _NEW and bool(self._products))

    def _lay_out(self) -> None:
        form = ScrolledColumn()
        form.column.addWidget(self.name_field)
        stamps = Field(lambda: tr("Stamps it earns"), self.stamps)
        form.column.addLayout(beside(self.price_field, stamps, stretch=(2, 3)))
        form.column.addWidget(Field(lambda: tr("Picture"), self.icons))
        form.column.addWidget(self.category)
        form.column.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(RHYTHM)
        side.addWidget(form, 1)
        side.addWidget(self._hint)
        side.addLayout(_in_a_row(self.add_button, self.save_button, self.retire_button))
        side.addLayout(_in_a_row(self.new_button, self.sheet_button))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._list, 1)
        row.addLayout(side, 1)
        fill_with(self, both)


def _button(icon: str, role: str, say: Callable[[], str], act: Callable[[], None]) -> TextButton:
    button = TextButton(icon, role)
    speak(button.say, say)
    button.clicked.connect(act)
    return button


def _in_a_row(*buttons: TextButton) -> QBoxLayout:
    row = in_a_row()
    row.setSpacing(RHYTHM)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
