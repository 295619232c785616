"""Settings: what the shop sells, and how many stamps each thing earns."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty import MAX_STAMPS_AT_ONCE
from frontdesk.domain.text import NAME_LIMIT, BadInput, clean_name
from frontdesk.domain.visits import Product
from frontdesk.services.shop import ShopSaved
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.settings.money import NotAPrice, price_in_words, read_price
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn, beside, fill_with
from frontdesk.ui.widgets.prose import Prose

ICONS: Final = (
    "coffee",
    "cup-soda",
    "croissant",
    "cookie",
    "sandwich",
    "soup",
    "ice-cream-cone",
    "scissors",
    "dumbbell",
    "tag",
)


class ProductsPanel(QWidget):
    """A list on the left, and a short form on the right that adds to it."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.name, self.price = TextLine(limit=NAME_LIMIT), TextLine(limit=20)
        self.stamps = Stepper(0, MAX_STAMPS_AT_ONCE, 1)
        self.icons = IconRow()
        self.name_field = Field(lambda: tr("Name of the product"), self.name)
        self.price_field = Field(lambda: tr("Price"), self.price)
        self.add_button = TextButton("plus", "filled")
        speak(self.add_button.say, lambda: tr("Add this product"))
        self.add_button.clicked.connect(self.add)
        self.name.returnPressed.connect(self.price.setFocus)
        self.price.returnPressed.connect(self.add)
        self._list = ScrolledColumn()
        self._list.column.setSpacing(0)
        self._lay_out()
        self.show_kept()
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self.show_kept)
        LOOK.changed.connect(self.show_kept)

    def add(self) -> None:
        """Add what is typed, or show what it lacks."""
        self.name_field.set_fault(self._name_fault())
        price = self._read_price()
        if self.name_field.fault or price is None:
            (self.name if self.name_field.fault else self.price).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        desk = self._counter.desk
        product = Product(0, self.name.text(), price, self.icons.value(), self.stamps.value())
        self._counter.bridge.submit(
            desk.shop.add_product, desk.act(), product, done=self._on_added, refused=self._on_refused
        )

    def show_kept(self) -> None:
        """List what is sold now."""
        column = self._list.column
        while (item := column.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        products = self._counter.desk.shop.products()
        currency = self._counter.desk.shop.settings().currency
        for product in products:
            column.addWidget(ProductRow(product, currency))
        if not products:
            column.addWidget(
                Prose(tr("Nothing is listed yet. A product here becomes one tap at the counter."))
            )
        column.addStretch(1)

    def _on_added(self, saved: ShopSaved) -> None:
        self._counter.notify(tr("{product} is on the list.", product=self.name.text().strip()))
        self.name.put("")
        self.price.put("")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, sentence: str, error: Exception) -> None:
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

    def _lay_out(self) -> None:
        form = ScrolledColumn()
        form.column.addWidget(self.name_field)
        stamps = Field(lambda: tr("Stamps it earns"), self.stamps)
        form.column.addLayout(beside(self.price_field, stamps, stretch=(2, 3)))
        form.column.addWidget(Field(lambda: tr("Picture"), self.icons))
        form.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        form.column.addStretch(1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._list, 1)
        row.addWidget(form, 1)
        fill_with(self, both)


class ProductRow(QWidget):
    """One product: picture, name, stamps, price."""

    def __init__(self, product: Product, currency: str) -> None:
        super().__init__()
        self.setFixedHeight(TARGET)
        picture = PlainLabel()
        picture.setPixmap(icon_pixmap(product.icon, "accent_ink", 22))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(picture)
        row.addWidget(ElidedLabel(product.name, "strong"), 1)
        row.addWidget(PlainLabel(ntr("{n} stamp", "{n} stamps", product.stamps), "small"))
        row.addWidget(PlainLabel(price_in_words(product.price, currency)))


class IconRow(QWidget):
    """The pictures to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, IconButton] = {}
        grid = QVBoxLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(RHYTHM)
        for names in (ICONS[:5], ICONS[5:]):
            row = QHBoxLayout()
            row.setSpacing(RHYTHM)
            for name in names:
                row.addWidget(self._button(name))
            row.addStretch(1)
            grid.addLayout(row)
        self._buttons[ICONS[0]].setChecked(True)

    def value(self) -> str:
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def _button(self, name: str) -> IconButton:
        button = IconButton(name, role="pick")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        speak(button.say, lambda: _picture_name(name))
        self._buttons[name] = button
        return button


def _picture_name(name: str) -> str:
    return {
        "coffee": tr("Cup"),
        "cup-soda": tr("Cold drink"),
        "croissant": tr("Croissant"),
        "cookie": tr("Cookie"),
        "sandwich": tr("Sandwich"),
        "soup": tr("Bowl"),
        "ice-cream-cone": tr("Ice cream"),
        "scissors": tr("Scissors"),
        "dumbbell": tr("Dumbbell"),
        "tag": tr("Tag"),
    }[name]
