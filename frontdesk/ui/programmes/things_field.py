"""Which things a rule is about: categories and products to tap."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.shelf import Shelf
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.wrapping import WrappedChips


class ThingsField(QWidget):
    """A chip for each category and each product; any number can be chosen."""

    edited = Signal()

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.categories: dict[str, Chip] = {}
        self.products: dict[int, Chip] = {}
        self._shelf = shelf
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        self._category_row, self._product_row = WrappedChips(), WrappedChips()
        self._category_name, self._product_name = PlainLabel(role="heading"), PlainLabel(role="heading")
        speak(self._category_name.setText, lambda: tr("Categories"))
        speak(self._product_name.setText, lambda: tr("Products"))
        self._empty = Prose()
        speak(
            self._empty.setText,
            lambda: tr("Nothing is listed yet. Add what you sell under “Products” first."),
        )
        self._fault = ProseStrip("warn", "circle-alert")
        for part in (
            self._fault,
            self._empty,
            self._category_name,
            self._category_row,
            self._product_name,
            self._product_row,
        ):
            column.addWidget(part)
        self.put((), ())

    def put(self, products: tuple[int, ...], categories: tuple[str, ...]) -> None:
        """Show what is chosen. What is no longer sold stays chosen until it is tapped."""
        sold = {product.id: product.name for product in self._shelf.products}
        gone = {each: self._shelf.name(each) for each in products if each not in sold}
        names = dict.fromkeys((*self._shelf.categories, *categories))
        self.categories = {name: self._chip(name, name in categories) for name in names}
        self.products = {id_: self._chip(name, id_ in products) for id_, name in (sold | gone).items()}
        self._category_row.show_chips(list(self.categories.values()))
        self._product_row.show_chips(list(self.products.values()))
        for label, chips in (
            (self._category_name, self.categories),
            (self._product_name, self.products),
        ):
            label.setVisible(bool(chips))
        self._empty.setVisible(not self.categories and not self.products)
        self._fault.setText("")

    def check(self) -> bool:
        """Is anything chosen? If not, it is said."""
        chosen = self.any_chosen()
        self._fault.setText("" if chosen else tr("Choose at least one of these."))
        return chosen

    def any_chosen(self) -> bool:
        return bool(self.chosen_products() or self.chosen_categories())

    @property
    def fault(self) -> str:
        """What is wrong, as it is shown."""
        return self._fault.text()

    def first(self) -> QWidget:
        """Where the keyboard goes when something is wrong here."""
        return next(iter((*self.categories.values(), *self.products.values())), self)

    def chosen_products(self) -> tuple[int, ...]:
        return tuple(id_ for id_, chip in self.products.items() if chip.isChecked())

    def chosen_categories(self) -> tuple[str, ...]:
        return tuple(name for name, chip in self.categories.items() if chip.isChecked())

    def _chip(self, name: str, chosen: bool) -> Chip:
        chip = Chip(checkable=True)
        chip.say_short(name)
        chip.setChecked(chosen)
        chip.toggled.connect(self._on_tapped)
        return chip

    def _on_tapped(self) -> None:
        self._fault.setText("")
        self.edited.emit()
