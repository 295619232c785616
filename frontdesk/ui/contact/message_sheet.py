"""A word to a customer: what it is for, the words, and the ways there are; a person sends it."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.messages import Hindrance, MessageKind, MessageOffer, Way
from frontdesk.domain.refusals import Refused
from frontdesk.printing.greeting_card import GreetingCardPrint
from frontdesk.ui.contact.card_sizes import CardSizes
from frontdesk.ui.contact.handing_over import HandingOver
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.prints.print_panel import PrintPanel
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import Choice
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, tab_through
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.text_area import TextArea
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.contact import hindrance_sentence, kind_name, last_contact, way_name

_WORDS_WIDTH, _WORDS_WIDEST = 452, 560
_DRAWN_AFTER: Final = 300
"""Milliseconds after the last key until the card is drawn with it."""
WAY_ICONS: Final = {
    Way.WHATSAPP: "message-circle",
    Way.SMS: "phone",
    Way.MAIL: "mail",
    Way.LINE: "message-circle",
    Way.TELEGRAM: "send",
    Way.COPY: "copy",
}


def open_sheet(
    counter: Counter, customer_id: int, kind: MessageKind | None = None, text: str = "", **facts: Any
) -> MessageSheet:
    """The message of a `kind`, or the likeliest one, about `text`. Raises `Refused` UNKNOWN_CUSTOMER."""
    likely = kind or counter.desk.contacting.likely(customer_id, counter.desk.now())
    return MessageSheet(counter, customer_id, likely, text)


def words_width() -> int:
    """How wide the words of a message are beside its card."""
    return min(grown(_WORDS_WIDTH), _WORDS_WIDEST)


class MessageSheet(Sheet):
    """The words and the ways on the left, the card as it prints on the right."""

    place = Place.PAGE

    def __init__(self, counter: Counter, customer_id: int, kind: MessageKind, about: str = "") -> None:
        super().__init__()
        self._counter, self._customer_id, self._about = counter, customer_id, about
        self.handing = HandingOver(counter, customer_id)
        self.offer: MessageOffer = self._offered(kind)
        self._written: dict[MessageKind, str] = {}
        self.kinds = Choice(lambda: [(each.value, kind_name(LANGUAGE.texts, each)) for each in MessageKind])
        self.kinds.choose(kind.value)
        self.text = TextArea(112)
        self.hindrance, self.ask = ProseStrip("calm", "hand-heart"), TextButton("user-check")
        speak(self.ask.say, lambda: tr("Ask for consent"))
        self.fault, self.last = ProseStrip("warn", "circle-alert"), Prose()
        self._ways = WrappedChips()
        self.ways: dict[Way, TextButton] = {}
        self.sizes = CardSizes()
        self.panel = PrintPanel(counter, self._print_title)
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(_DRAWN_AFTER)
        self._lay_out()
        self._show_offer()
        self._listen()

    def title(self) -> str:
        return tr("A word to {name}", name=self.offer.customer.address)

    def first_focus(self) -> QWidget:
        return next(iter(self.ways.values()), self.panel.save_button)

    def may_close(self) -> bool:
        return self.panel.may_close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more: nothing is drawn for it."""
        super().hideEvent(event)
        self._drawing.stop()

    def turn_to(self, kind: MessageKind) -> None:
        """Another message; what was changed in this one stays written for when they turn back."""
        if self.text.toPlainText() != self.offer.text:
            self._written[self.offer.kind] = self.text.toPlainText()
        self.offer = self._offered(kind)
        self.kinds.choose(kind.value)
        self._show_offer()

    def give(self, way: Way) -> None:
        """Open it where it can be sent; what no program takes can still be copied."""
        taken = self.handing.give(self.offer, way, self.text.toPlainText())
        self.fault.setText(
            "" if taken else tr("No program on this computer opens this. Copy the text, or print it.")
        )

    def card(self) -> GreetingCardPrint:
        """What prints: the words as they stand now."""
        signs = self._counter.desk.logo.signs()
        return GreetingCardPrint(self.offer.kind, self.offer.heading, self.text.toPlainText(), signs)

    def _offered(self, kind: MessageKind) -> MessageOffer:
        desk = self._counter.desk
        offer: MessageOffer = desk.contacting.offer(
            self._customer_id, kind, desk.now(), self._about, staff_id=desk.staff_id
        )
        return offer

    def _show_offer(self) -> None:
        offer = self.offer
        self.text.put(self._written.get(offer.kind, offer.text))
        self.fault.setText("")
        self._show_ways()
        self._draw()

    def _show_ways(self) -> None:
        """A button for each way that is allowed; where there is none but paper, why, and what helps."""
        self.ways = {}
        for way in self.offer.ways:
            if way is not Way.PAPER:
                button = TextButton(WAY_ICONS[way])
                speak(button.say, partial(lambda w: way_name(LANGUAGE.texts, w), way))
                button.clicked.connect(partial(self.give, way))
                self.ways[way] = button
        self._ways.show_chips(list(self.ways.values()))
        self.ask.setVisible(self.offer.hindrance is not None)
        self._say()
        tab_through(self.kinds, self.text, self.ask, *self.ways.values(), self.sizes)
        tab_through(self.sizes, self.panel.save_button, self.panel.print_button)

    def _say(self) -> None:
        offer, texts, desk = self.offer, LANGUAGE.texts, self._counter.desk
        hindered: Hindrance | None = offer.hindrance
        name = offer.customer.address
        self.hindrance.setText(hindrance_sentence(texts, hindered, name) if hindered is not None else "")
        self.last.setText(last_contact(texts, offer.last, desk.zone, desk.now()))
        self.panel.caption.setText(
            tr("Nothing is sent from here: what you choose opens, and you send it there.")
            if self.ways
            else ""
        )

    def _draw(self) -> None:
        self.panel.show_sample([self.card()], self.sizes.layout_of_page())

    def _listen(self) -> None:
        self.kinds.chosen.connect(lambda kind: self.turn_to(MessageKind(kind)))
        self.text.textChanged.connect(self._drawing.start)
        self._drawing.timeout.connect(self._draw)
        self.sizes.chosen.connect(self._draw)
        self.ask.clicked.connect(self._ask)
        self.panel.cards_wanted.connect(self._print)
        self._counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._say)

    def _ask(self) -> None:
        self._counter.open(SheetName.EDIT, customer_id=self._customer_id)

    def _print(self) -> None:
        kind, handing = self.offer.kind, self.handing  # they outlive this sheet, and so must the call
        self.panel.write([self.card()], self.sizes.layout_of_page(), lambda: handing.printed(kind))

    def _print_title(self) -> str:
        return kind_name(LANGUAGE.texts, self.offer.kind)

    def _on_changed(self, changes: Changes) -> None:
        """It was noted, or they said yes meanwhile: what is typed stays."""
        theirs = changes.everything or changes.shop or self._customer_id in changes.customers
        if not (theirs and self.isVisible()):
            return
        try:
            self.offer = self._offered(self.offer.kind)
        except Refused:  # they were taken off the list meanwhile
            self.closed.emit()
            return
        focused = next((way for way, button in self.ways.items() if button.hasFocus()), None)
        self._show_ways()
        if focused in self.ways:
            self.ways[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        words = ScrolledColumn()
        words.setFixedWidth(words_width())
        words.column.addWidget(Field(lambda: tr("What for"), self.kinds))
        words.column.addWidget(Field(lambda: tr("In their language"), self.text), 1)
        on_paper = Field(lambda: tr("On paper"), self.sizes)
        for part in (self.hindrance, self.ask, self.fault, self._ways, on_paper, self.last):
            words.column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 4)
        row.addWidget(words)
        row.addWidget(self.panel, 1)
