"""A take-home sheet for a customer: of what they took lately first, in the language that they read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.care.care_sheets import CareSheet
from frontdesk.domain.care.messages import Keepsake
from frontdesk.domain.people.customers import Customer
from frontdesk.printing.care_sheet import CareSheetPrint
from frontdesk.texts import texts_for
from frontdesk.ui.contact.card_sizes import PageSizes
from frontdesk.ui.contact.handing_over import HandingOver
from frontdesk.ui.contact.shop_on_paper import shop_on_paper
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.prints.print_panel import PrintPanel, options_width
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, tab_through
from frontdesk.ui.widgets.prose import ProseStrip
from frontdesk.wording.keepsakes import take_home_foot
from frontdesk.wording.prints import language_name


def open_sheet(counter: Counter, customer_id: int, **facts: Any) -> TakeHomeSheet:
    """Raises `Refused` UNKNOWN_CUSTOMER."""
    return TakeHomeSheet(counter, counter.desk.customers.get(customer_id))


class TakeHomeSheet(Sheet):
    """The products that have one on the left, the sheet on the right."""

    place = Place.PAGE

    def __init__(self, counter: Counter, customer: Customer) -> None:
        super().__init__()
        self._counter, self._customer = counter, customer
        self._handing = HandingOver(counter, customer.id)
        self._sheets: dict[str, CareSheet] = {
            str(each.product.id): each for each in counter.desk.care_sheets.for_customer(customer.id)
        }
        self.panel = PrintPanel(counter, lambda: tr("Take-home sheet"))
        self.products = ChipRow([(key, _names(sheet)) for key, sheet in self._sheets.items()])
        self.sizes, self.note = PageSizes(), ProseStrip("calm", "languages")
        self.write_button = TextButton("notebook-pen", "plain" if self._sheets else "filled")
        speak(self.write_button.say, lambda: tr("Write take-home sheets"))
        self.products.choose(next(iter(self._sheets), ""))
        self._lay_out()
        self.products.chosen.connect(self._show)
        self.sizes.chosen.connect(self._show)
        self.write_button.clicked.connect(lambda: counter.open(SheetName.TAKE_HOME_TEXTS))
        self.panel.cards_wanted.connect(self._print)
        LANGUAGE.changed.connect(self._say)
        self._show()

    def title(self) -> str:
        return tr("Take-home sheet for {name}", name=self._customer.address)

    def first_focus(self) -> QWidget:
        if not self._sheets:
            return self.write_button
        return self.products.chip(self.products.value())

    def may_close(self) -> bool:
        return self.panel.may_close()

    def page(self) -> CareSheetPrint | None:
        """The sheet that is chosen; None where nobody wrote any."""
        sheet = self._sheets.get(self.products.value())
        if sheet is None:
            return None
        shop = shop_on_paper(self._counter.desk, sheet.language)
        foot = take_home_foot(texts_for(sheet.language), shop.name)
        return CareSheetPrint(shop, sheet.product.name, sheet.text, foot)

    def _show(self) -> None:
        page = self.page()
        self.panel.set_ready(page is not None)
        if page is not None:
            self.panel.show_sample([page], self.sizes.layout_of_page())
        self._say()

    def _say(self) -> None:
        sheet = self._sheets.get(self.products.value())
        if sheet is None:
            self.note.setText(
                tr("No take-home sheet is written yet. Write one, and it prints for everybody.")
            )
        elif sheet.theirs:
            self.note.setText("")
        else:
            texts = LANGUAGE.texts
            wanted, there = (language_name(texts, code) for code in (sheet.wanted, sheet.language))
            said = tr(
                "It is not written in {wanted} yet, so it prints in {there}.", wanted=wanted, there=there
            )
            self.note.setText(said)

    def _print(self) -> None:
        page, handing = self.page(), self._handing  # they outlive this sheet, and so must the call
        if page is not None:
            layout = self.sizes.layout_of_page()
            self.panel.write([page], layout, lambda: handing.printed(Keepsake.TAKE_HOME))

    def _lay_out(self) -> None:
        options = ScrolledColumn()
        options.setFixedWidth(options_width())
        options.column.setSpacing(RHYTHM * 2)
        of = Field(lambda: tr("What they took lately comes first"), self.products)
        for part in (of, self.note, Field(lambda: tr("Size"), self.sizes)):
            options.column.addWidget(part)
        of.setVisible(bool(self._sheets))
        options.column.addStretch(1)
        options.column.addWidget(self.write_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 4)
        row.addWidget(options)
        row.addWidget(self.panel, 1)
        tab_through(self.products, self.sizes, self.write_button)
        tab_through(self.write_button, self.panel.save_button, self.panel.print_button)


def _names(sheet: CareSheet) -> Any:
    """What the chip of a product says: its name is the shop's, in every language."""
    return lambda: sheet.product.name
