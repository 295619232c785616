"""The first step: the shop's name, its place and its language. All but the name has an answer already."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.prints.printer import Printers, find_printers
from frontdesk.ui.settings.first_start.step_page import StepPage
from frontdesk.ui.settings.found_shop import FoundShop
from frontdesk.ui.settings.places import guessed_country, place_of
from frontdesk.ui.settings.shop_fields import ShopFields
from frontdesk.ui.settings.shop_from_file import ShopFromFile
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import GAP, beside, tab_through
from frontdesk.ui.widgets.prose import Prose

DEMO_COMMAND: Final = "frontdesk demo"


class ShopStep(StepPage):
    """Opens the shop; whoever comes back to it changes what was kept."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        kept = counter.desk.shop.settings()
        self.shop = ShopFields(kept if kept.opened else _sensible_answers(), self)
        self.owner = TextLine(limit=NAME_LIMIT)
        speak(self.owner.setPlaceholderText, lambda: tr("Owner"))
        self.owner_field = Field(lambda: tr("Your name, as the owner"), self.owner)
        self.bring = QCheckBox()
        speak(self.bring.setText, lambda: tr("Then bring my customers from another system"))
        self.found, self.from_file = FoundShop(counter), ShopFromFile(counter)
        self._lay_out()
        self.shop.languages.chosen.connect(LANGUAGE.speak)
        counter.bridge.work(find_printers, done=self._on_printers)

    def heading(self) -> str:
        return tr("Your shop")

    def first_focus(self) -> QWidget:
        return self.shop.name

    def keep(self) -> None:
        faulty = self.shop.first_fault()
        if faulty is not None:
            faulty.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        desk, act = self.counter.desk, self.one_act()
        standing = desk.shop.settings()
        if standing.opened:
            self._rename_owner()
            self._submit(desk.shop.save_settings, act, self.shop.collected(standing))
        else:
            settings = self.shop.collected(ShopSettings(theme=LOOK.theme))
            self._submit(desk.first_steps.open_shop, act, settings, self.owner.text())

    def skip(self) -> None:
        """There is no counter without a name: one stands in for it until the settings are opened."""
        if not self.shop.name.text().strip():
            self.shop.name.put(tr("My shop"))
        self.keep()

    def lines(self) -> tuple[TextLine, ...]:
        """Enter in any of these goes on."""
        return self.shop.name, self.owner

    def _rename_owner(self) -> None:
        """Whoever came back may have thought of their name only now."""
        desk, typed = self.counter.desk, self.owner.text().strip()
        if typed:
            self.counter.bridge.submit(desk.staffing.rename_staff, desk.act(), desk.staff_id, typed)

    def _submit(self, *what: object) -> None:
        self.counter.bridge.submit(*what, done=self.on_kept, refused=self.on_refused)  # type: ignore[arg-type]

    def _on_printers(self, printers: Printers) -> None:
        self.shop.set_printers(printers)

    def _lay_out(self) -> None:
        intro = Prose(size=16)
        speak(
            intro.setText,
            lambda: tr(
                "Only the name is needed. Everything else has an answer already, and you can change all of "
                "it later in the settings."
            ),
        )
        self.shop.currency_field.hide()
        self.shop.zone_field.hide()
        self.shop.link_field.setParent(self)
        self.shop.link_field.hide()
        self.column.addWidget(self.found)
        self.column.addWidget(intro)
        self.column.addLayout(self._columns())
        if is_large():
            self.column.addWidget(self.bring)
        self.column.addStretch(1)

    def order_tabs(self) -> None:
        """Tab goes as the step is read."""
        shop = self.shop
        tab_through(self.found.back_button, shop.name)
        tab_through(shop.name, self.owner, shop.country, shop.languages, shop.cards_languages)
        tab_through(shop.cards_languages, self._place_line, shop.currency)
        tab_through(shop.currency, shop.zone, shop.printer)
        tab_through(shop.printer, self.from_file.button, self.bring)

    def _columns(self) -> QHBoxLayout:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(RHYTHM * 2)
        left.addLayout(beside(self.shop.name_field, self.owner_field, stretch=(3, 2)))
        left.addLayout(beside(self.shop.country_field, self.shop.language_field, stretch=(3, 2)))
        left.addWidget(self.shop.cards_language_field)
        left.addWidget(self._make_place_line())
        left.addLayout(beside(self.shop.currency_field, self.shop.zone_field))
        right.addWidget(self.shop.printer_field)
        right.addWidget(self.from_file)
        if not is_large():  # its words stand in one line
            right.addWidget(self.bring)
        right.addWidget(self._demo_words())
        row = QHBoxLayout()
        row.setSpacing(GAP + RHYTHM)
        for column in (left, right):
            column.addStretch(1)
            row.addLayout(column, 1)
        return row

    def _make_place_line(self) -> QWidget:
        """What follows from the country, in one sentence; a tap shows the two choices behind it."""
        line = self._place_line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        self._place_said = Prose()
        change = TextButton("sliders-horizontal", "quiet")
        speak(change.say, lambda: tr("Change"))
        row.addWidget(self._place_said, 1)
        row.addWidget(change)

        def show_choices() -> None:
            line.hide()
            self.shop.currency_field.show()
            self.shop.zone_field.show()
            self.shop.currency.setFocus(Qt.FocusReason.OtherFocusReason)

        change.clicked.connect(show_choices)
        self.shop.edited.connect(self._say_place)
        LANGUAGE.changed.connect(self._say_place)
        self._say_place()
        return line

    def _say_place(self) -> None:
        self._place_said.setText(
            tr(
                "Prices are in {currency}, and the clock is that of {city}.",
                currency=self.shop.currency.currentText(),
                city=self.shop.zone.currentText(),
            )
        )

    @staticmethod
    def _demo_words() -> Prose:
        demo = Prose()
        speak(
            demo.setText,
            lambda: tr(
                "Would you rather look around first? Close this window and start “{command}”: a shop with "
                "invented customers.",
                command=DEMO_COMMAND,
            ),
        )
        return demo


def _sensible_answers() -> ShopSettings:
    """What this computer lets us guess."""
    found = place_of(guessed_country())
    return ShopSettings(
        language=LANGUAGE.code,
        country=found.country,
        currency=found.currency,
        zone=found.zone,
        customer_language=found.language,
    )
