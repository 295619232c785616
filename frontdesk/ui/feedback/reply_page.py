"""A reply to an answer: the words in their language, and the ways there are; a person sends it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.care.messages import Way
from frontdesk.domain.feedback.replies import CARDS, ReplyOffer
from frontdesk.printing.greeting_card import GreetingCardPrint
from frontdesk.ui.contact.card_sizes import CardSizes
from frontdesk.ui.contact.message_sheet import WAY_ICONS, words_width
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.feedback.reply_handing import ReplyHanding
from frontdesk.ui.feedback.response_acts import ResponseActs
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.prints.print_panel import PrintPanel
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, tab_through
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.text_area import TextArea
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.contact import hindrance_sentence, way_name
from frontdesk.wording.responses import whose

_DRAWN_AFTER: Final = 300
"""Milliseconds after the last key until the card is drawn with it."""
_TEXT_HEIGHT: Final = 200


class ReplyPage(QWidget):
    """What was changed in the words stays while the answer does."""

    def __init__(self, counter: Counter, acts: ResponseActs) -> None:
        super().__init__()
        self._counter = counter
        self.offer: ReplyOffer | None = None
        self.handing = ReplyHanding(counter, acts)
        self.to, self.text = Prose(ink="ink", strong=True), TextArea(_TEXT_HEIGHT)
        self.hindrance = ProseStrip("calm", "hand-heart")
        self.fault = ProseStrip("warn", "circle-alert")
        self._ways = WrappedChips()
        self.ways: dict[Way, TextButton] = {}
        self.sizes = CardSizes()
        self.panel = PrintPanel(counter, lambda: tr("Reply"))
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(_DRAWN_AFTER)
        self._drawing.timeout.connect(self._draw)
        self._lay_out()
        self.text.textChanged.connect(self._drawing.start)
        self.sizes.chosen.connect(self._draw)
        self.panel.cards_wanted.connect(self._print)

    def show_offer(self, offer: ReplyOffer) -> None:
        """The reply of an answer; words that somebody changed stay."""
        before, self.offer = self.offer, offer
        same = before is not None and before.response.id == offer.response.id
        if before is None or not same or self.text.toPlainText() == before.text:
            self.text.put(offer.text)
        self.fault.setText("")
        if before is None or before.ways != offer.ways:
            self._show_ways(offer)
        self._say(offer)
        self._draw()

    def first_focus(self) -> QWidget:
        """The words: they are read before they go."""
        return self.text

    def give(self, way: Way) -> None:
        """Open it where it can be sent; what no program takes can still be copied."""
        if self.offer is None:
            return
        taken = self.handing.give(self.offer, way, self.text.toPlainText())
        self.fault.setText(
            "" if taken else tr("No program on this computer opens this. Copy the text, or print it.")
        )

    def card(self, offer: ReplyOffer) -> GreetingCardPrint:
        """What prints: the words as they stand now."""
        signs = self._counter.desk.logo.signs()
        return GreetingCardPrint(CARDS[offer.kind], offer.heading, self.text.toPlainText(), signs)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more: nothing is drawn for it."""
        super().hideEvent(event)
        self._drawing.stop()

    def _show_ways(self, offer: ReplyOffer) -> None:
        focused = next((way for way, button in self.ways.items() if button.hasFocus()), None)
        self.ways = {}
        for way in offer.ways:
            if way is not Way.PAPER:
                button = TextButton(WAY_ICONS[way])
                speak(button.say, partial(lambda w: way_name(LANGUAGE.texts, w), way))
                button.clicked.connect(partial(self._on_way, way))
                self.ways[way] = button
        self._ways.show_chips(list(self.ways.values()))
        if focused in self.ways:
            self.ways[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        tab_through(self.text, *self.ways.values(), self.sizes)
        tab_through(self.sizes, self.panel.save_button, self.panel.print_button)

    def _on_way(self, way: Way, checked: bool = False) -> None:
        self.give(way)

    def _say(self, offer: ReplyOffer) -> None:
        texts, response = LANGUAGE.texts, offer.response
        left = tr("They left: {contact}", contact=response.contact) if response.contact else ""
        self.to.setText(" · ".join(filter(None, (whose(texts, response), left))))
        said = ""
        if offer.hindrance is not None:
            said = hindrance_sentence(texts, offer.hindrance, response.called)
        elif offer.nowhere:
            said = tr(
                "Nobody knows who it is, and they left nothing to reach them by. Put the card where guests "
                "read it, or say whose answer it is."
            )
        self.hindrance.setText(said)
        self.panel.caption.setText(
            tr("Nothing is sent from here: what you choose opens, and you send it there.")
            if self.ways
            else ""
        )

    def _draw(self) -> None:
        if self.offer is not None:
            self.panel.show_sample([self.card(self.offer)], self.sizes.layout_of_page())

    def _print(self) -> None:
        offer = self.offer
        if offer is None:
            return
        handing, text = self.handing, self.text.toPlainText()  # they outlive this page, and so must the call
        came_out = partial(handing.printed, offer.response.id, text)
        self.panel.write([self.card(offer)], self.sizes.layout_of_page(), came_out)

    def _lay_out(self) -> None:
        words = ScrolledColumn()
        words.setFixedWidth(words_width())
        on_paper = Field(lambda: tr("On paper"), self.sizes)
        words.column.addWidget(self.to)
        words.column.addWidget(Field(lambda: tr("In their language"), self.text), 1)
        for part in (self.hindrance, self.fault, self._ways, on_paper):
            words.column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 4)
        row.addWidget(words)
        row.addWidget(self.panel, 1)
