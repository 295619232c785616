"""Take-home sheets as the shop writes them: of each product, in each language that customers read."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.care_sheets import CareSheetSaved
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.people.language_chips import LanguageChips
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import Choice
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with, tab_through
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.text_area import TextArea

_LEAST_TEXT = 260


def open_sheet(counter: Counter, product_id: int = 0, **facts: Any) -> TakeHomeTexts:
    """The texts, of one product first."""
    return TakeHomeTexts(counter, product_id)


class TakeHomeTexts(Sheet):
    """One product, one language, one text. It is saved when it is left; each change has its Undo."""

    place = Place.PAGE

    def __init__(self, counter: Counter, product_id: int = 0) -> None:
        super().__init__()
        self._counter, self._saving = counter, Saving(counter)
        self._products: dict[str, Product] = {}
        self._shown = ("", "")
        self.product = Choice(self._options)
        self.languages, self.text = LanguageChips(), TextArea(_LEAST_TEXT)
        self.text_field = Field(
            lambda: tr("Take-home sheet"),
            self.text,
            lambda: tr(
                "How to keep it, use it and look after it, what to watch for, and whom to call. It is saved "
                "as soon as you leave it; Care → Take-home sheet prints it."
            ),
        )
        self._empty, self._to_products = Prose(), TextButton("coffee", "filled")
        speak(self._to_products.say, lambda: tr("Products"))
        self._to_products.clicked.connect(lambda: counter.open(SheetName.SETTINGS, part="products"))
        self._lay_out()
        self.languages.put(counter.desk.shop.settings().cards_language)
        self.product.chosen.connect(self._turn)
        self.languages.chosen.connect(self._turn)
        self.text.left.connect(self._save)
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._say)
        self.refresh()
        if str(product_id) in self._products:
            self.product.choose(str(product_id))
            self._turn()

    def title(self) -> str:
        return tr("Take-home sheets")

    def first_focus(self) -> QWidget:
        return self.text if self._products else self._to_products

    def may_close(self) -> bool:
        """What was typed and not yet left is saved."""
        self.text.finish()
        return True

    def refresh(self) -> None:
        """List what is sold now, and show what is kept, unless somebody is typing."""
        sold = self._counter.desk.shop.products()
        self._products = {str(each.id): each for each in sold}
        self.product.refill()
        for part in (self._product_field, self._language_field, self.text_field):
            part.setVisible(bool(sold))
        self._say()
        if not self.text.is_changed():
            self._turn()

    def _options(self) -> list[tuple[str, str]]:
        return [(key, each.name) for key, each in self._products.items()]

    def _turn(self) -> None:
        """Show another text; what was typed in this one is saved first."""
        self.text.finish()
        self._shown = (self.product.value(), self.languages.language())
        product, language = self._shown
        texts = self._counter.desk.care_sheets.texts(int(product)) if product else {}
        self.text.put(texts.get(language, ""))

    def _save(self, typed: str) -> None:
        product, language = self._shown
        if product in self._products:
            self._saving.write(self._products[product], language, typed)

    def _say(self) -> None:
        self._empty.setText(
            "" if self._products else tr("List what you sell first; then write what goes with it.")
        )
        for part in (self._empty, self._to_products):
            part.setVisible(not self._products)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop or changes.everything:
            self.refresh()

    def _lay_out(self) -> None:
        page = ScrolledColumn()
        self._product_field = Field(lambda: tr("Product or service"), self.product)
        self._language_field = Field(lambda: tr("Language of the customer"), self.languages)
        page.column.addWidget(self._empty)
        page.column.addWidget(self._to_products, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._product_field, self._language_field, self.text_field):
            page.column.addWidget(part)
        page.column.addStretch(1)
        fill_with(self, page)
        tab_through(self.product, self.languages, self.text)


class Saving:
    """Writes a text and takes it back. It outlives the page, so that its Undo does."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def write(self, product: Product, language: str, typed: str) -> None:
        desk = self._counter.desk
        done = partial(self._on_saved, product)
        self._counter.bridge.submit(
            desk.care_sheets.write, desk.act(), product.id, {language: typed}, done=done
        )

    def _on_saved(self, product: Product, saved: CareSheetSaved) -> None:
        said = tr("The take-home sheet of {product} is saved.", product=product.name)
        self._counter.notify(said, icon="scroll-text", undo=partial(self._take_back, product, saved))

    def _take_back(self, product: Product, saved: CareSheetSaved) -> None:
        desk = self._counter.desk
        done = partial(self._on_back, product)
        self._counter.bridge.submit(desk.care_sheets.write, desk.act(), product.id, saved.before, done=done)

    def _on_back(self, product: Product, saved: CareSheetSaved) -> None:
        self._counter.notify(tr("{product} is as it was before.", product=product.name), icon="undo-2")
