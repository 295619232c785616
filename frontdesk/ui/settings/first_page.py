"""The first page: it opens a shop from nothing. Only the shop's name must be typed."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Act
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.text import NAME_LIMIT
from frontdesk.services.errors import NotSure
from frontdesk.services.shop import ShopSaved
from frontdesk.texts import LANGUAGES, SOURCE_LANGUAGE
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import ACTION, RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.prints.printer import Printers, find_printers
from frontdesk.ui.settings.found_shop import FoundShop
from frontdesk.ui.settings.places import guessed_country, place_of
from frontdesk.ui.settings.programme_fields import ProgrammeFields
from frontdesk.ui.settings.shop_fields import ShopFields
from frontdesk.ui.settings.shop_from_file import ShopFromFile
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn, beside, tab_through
from frontdesk.ui.widgets.prose import Prose, ProseStrip

DEMO_COMMAND: Final = "frontdesk demo"


def open_sheet(counter: Counter, **facts: Any) -> Sheet:
    """The first page, for a shop that is not open yet."""
    return FirstPage(counter)


class FirstPage(Sheet):
    """Asks as little as it can, with an answer already in every place but one."""

    place = Place.PAGE

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._act: Act | None = None
        _speak_as_the_system_does()
        self.shop = ShopFields(_sensible_answers(), self)
        self.programme = ProgrammeFields(self)
        self.programme.offer_usual()
        self.owner = TextLine(limit=NAME_LIMIT)
        speak(self.owner.setPlaceholderText, lambda: tr("Owner"))
        self.owner_field = Field(lambda: tr("Your name, as the owner"), self.owner)
        self.bring = QCheckBox()
        speak(self.bring.setText, lambda: tr("Then bring my customers from another system"))
        self.open_button = TextButton("store", "filled")
        self.open_button.setMinimumHeight(ACTION)
        speak(self.open_button.say, lambda: tr("Open the shop"))
        self._fault = ProseStrip("warn", "circle-alert")
        self.found, self.from_file = FoundShop(counter), ShopFromFile(counter)
        self._lay_out()
        self.shop.languages.chosen.connect(LANGUAGE.speak)
        self.open_button.clicked.connect(self.open_shop)
        self.shop.name.returnPressed.connect(self.open_shop)
        counter.bridge.work(find_printers, done=self._on_printers)

    def title(self) -> str:
        return tr("Welcome. This page opens your shop.")

    def first_focus(self) -> QWidget:
        return self.shop.name

    def may_close(self) -> bool:
        """There is nothing behind this page until the shop is open."""
        opened: bool = self._counter.desk.shop.settings().opened
        if not opened:
            self._say_fault(tr("Type the shop's name, then open the shop. There is no counter without it."))
        return opened

    def open_shop(self) -> None:
        """Open it in one act, or show the field that does not let us."""
        faulty = self.shop.first_fault() or self.programme.first_fault()
        if faulty is not None:
            faulty.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say_fault("")
        self.open_button.setEnabled(False)
        desk = self._counter.desk
        # The same act again when the last try may have been saved: it then adds nothing twice.
        self._act = self._act or desk.act()
        settings = self.shop.collected(ShopSettings(theme=LOOK.theme))
        self._counter.bridge.submit(
            desk.shop.open_shop,
            self._act,
            settings,
            self.programme.collected(),
            self.owner.text(),
            done=self._on_opened,
            refused=self._on_refused,
        )

    def _on_opened(self, saved: ShopSaved) -> None:
        self.closed.emit()
        self._counter.notify(tr("{shop} is open. Welcome!", shop=saved.settings.name), icon="store")
        if self.bring.isChecked():
            self._counter.open(SheetName.IMPORT)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.open_button.setEnabled(True)
        if not isinstance(error, NotSure):
            self._act = None
        self._say_fault(sentence)

    def _on_printers(self, printers: Printers) -> None:
        self.shop.set_printers(printers)

    def _say_fault(self, sentence: str) -> None:
        self._fault.setText(sentence)

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
        page = ScrolledColumn()
        page.column.addWidget(self.found)
        page.column.addWidget(intro)
        page.column.addLayout(self._columns())
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(RHYTHM)
        outer.addWidget(page, 1)
        outer.addWidget(self._fault)
        outer.addLayout(self._last_row())
        shop, programme = self.shop, self.programme
        tab_through(self.found.back_button, shop.name)
        tab_through(shop.name, self.owner, shop.country, shop.languages, shop.cards_languages)
        tab_through(shop.cards_languages, self._place_line, shop.currency)
        tab_through(shop.currency, shop.zone, programme.goal, programme.reward, shop.link, shop.printer)
        tab_through(shop.printer, self.bring, self.from_file.button, self.open_button)

    def _columns(self) -> QHBoxLayout:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(RHYTHM * 2)
        left.addLayout(beside(self.shop.name_field, self.owner_field, stretch=(3, 2)))
        left.addLayout(beside(self.shop.country_field, self.shop.language_field, stretch=(3, 2)))
        left.addWidget(self.shop.cards_language_field)
        left.addWidget(self._make_place_line())
        left.addLayout(beside(self.shop.currency_field, self.shop.zone_field))
        right.addLayout(beside(self.programme.goal_field, self.programme.reward_field, stretch=(2, 3)))
        right.addWidget(self.shop.link_field)
        right.addWidget(self.shop.printer_field)
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

    def _last_row(self) -> QHBoxLayout:
        demo = Prose()
        speak(
            demo.setText,
            lambda: tr(
                "Would you rather look around first? Close this window and start “{command}”: a shop with "
                "invented customers.",
                command=DEMO_COMMAND,
            ),
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.bring)
        words.addWidget(demo)
        words.addWidget(self.from_file)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        return row


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


def _speak_as_the_system_does() -> None:
    """Nobody has chosen a language yet: take the computer's, if it is one of ours."""
    code = QLocale.languageToCode(QLocale.system().language())
    if LANGUAGE.code == SOURCE_LANGUAGE and code in LANGUAGES:
        LANGUAGE.speak(code)
