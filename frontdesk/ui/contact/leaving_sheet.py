"""Somebody leaves: what is theirs, told exactly; one tap, and a slip to take along. Nothing asks twice."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.messages import Keepsake
from frontdesk.domain.days import day_at
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.leaving import Balance, Kept, LeavingReason, LeavingSaved
from frontdesk.domain.refusals import Refused
from frontdesk.printing.leaving_slip import LeavingSlipPrint
from frontdesk.texts import Texts, texts_for
from frontdesk.ui.contact.card_sizes import CardSizes
from frontdesk.ui.contact.coming_back import ComingAndGoing
from frontdesk.ui.contact.handing_over import HandingOver
from frontdesk.ui.counter.gestures import Gestures
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.prints.print_panel import PrintPanel, options_width
from frontdesk.ui.prints.receipt_run import has_receipt_printer, print_receipt
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, tab_through
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.dates import full_date
from frontdesk.wording.keepsakes import balance_lines, slip_words
from frontdesk.wording.leaving import reason_name

_WIDER: Final = 96


def open_sheet(counter: Counter, customer_id: int, **facts: Any) -> LeavingSheet:
    """Raises `Refused` UNKNOWN_CUSTOMER."""
    return LeavingSheet(counter, counter.desk.customers.get(customer_id))


class LeavingSheet(Sheet):
    """What is theirs and the one act on the left, the slip on the right."""

    place = Place.PAGE

    def __init__(self, counter: Counter, customer: Customer) -> None:
        super().__init__()
        self._counter, self._customer = counter, customer
        self._acts, self._in_flight = ComingAndGoing(counter), False
        self._handing = HandingOver(counter, customer.id)
        self._gestures = Gestures(counter.bridge, counter.notify, self._name_of)
        self.left: LeavingSaved | None = None
        self.balance: Balance = counter.desk.leaving.balance(customer.id, counter.desk.now())
        self.panel = PrintPanel(counter, lambda: tr("Leaving slip"))
        self.said, self.sizes = Prose(ink="ink"), CardSizes(on_receipts=has_receipt_printer(counter))
        self.give_buttons: list[TextButton] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(RHYTHM)
        self.leave_button, self.back_button = TextButton("log-out", "filled"), TextButton("heart-handshake")
        speak(self.leave_button.say, lambda: tr("They are leaving us"))
        speak(self.back_button.say, lambda: tr("Welcome back"))
        self.reasons = ChipRow(
            [(each.value, partial(lambda r: reason_name(LANGUAGE.texts, r), each)) for each in LeavingReason]
        )
        self._why = Field(lambda: tr("Why, if they said so"), self.reasons)
        self._lay_out()
        self._listen()
        self._show()

    def title(self) -> str:
        return tr("{name} is leaving", name=self._customer.address)

    def first_focus(self) -> QWidget:
        return self.leave_button

    def may_close(self) -> bool:
        return self.panel.may_close()

    def leave(self) -> None:
        """One tap is the whole of it."""
        if not self._in_flight and self.left is None:
            self._in_flight = True
            self._acts.leave(self._customer.id, self._on_left, self._on_refused)

    def slip(self) -> LeavingSlipPrint:
        """What they take along, in their language."""
        desk, customer = self._counter.desk, self._customer
        settings, now = desk.shop.settings(), desk.now()
        texts = texts_for(customer.language or settings.cards_language)
        words = slip_words(texts, self.balance, desk.zone, now, self._price(texts))
        today = full_date(texts, day_at(now, desk.zone))
        return LeavingSlipPrint(desk.logo.signs(), customer.told_name, today, words)

    def _on_left(self, saved: LeavingSaved) -> None:
        if not isValid(self):  # Esc was quicker: the notice alone tells it
            return
        self._in_flight = False
        self.left = saved
        self._show()
        self.panel.save_button.setFocus()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._in_flight = False
        self._counter.bridge.refused.emit(sentence, error)

    def _give(self, kept: Kept) -> None:
        """A reward that is ready is given now, before they go."""
        self._gestures.redeem(self._customer.id, kept.card.programme.id)

    def _name_of(self, customer_id: int) -> str:
        return self._customer.address

    def _show(self) -> None:
        """Before and after: the same balance; what can be done with it differs."""
        gone = self.left is not None
        self._fill(offered=not gone)
        self.leave_button.setVisible(not gone)
        self.back_button.setVisible(gone)
        self._why.setVisible(gone)
        self._say()
        self.panel.set_receipts(self.sizes.on_receipt())
        self.panel.show_sample([self.slip()], self.sizes.layout_of_page())
        tab_through(*self.give_buttons, self.leave_button, self.reasons, self.back_button, self.sizes)
        tab_through(self.sizes, self.panel.save_button, self.panel.print_button)

    def _fill(self, *, offered: bool) -> None:
        empty(self._rows)
        self.give_buttons = []
        for kept in self.balance.kept:
            row = self._row(kept, offered=offered)
            self._rows.addWidget(row)
            self.give_buttons += row.buttons

    def _row(self, kept: Kept, *, offered: bool) -> RecordRow:
        """One card: its name, what is left on it, and what can be given of it now."""
        look, desk = kept.card.programme.look, self._counter.desk
        lines = balance_lines(
            LANGUAGE.texts, Balance((kept,)), desk.zone, desk.now(), self._price(LANGUAGE.texts)
        )
        row = RecordRow(look.icon, look.names.speak(LANGUAGE.code), "", origin="\n".join(lines))
        if offered and kept.card.offers:
            row.offer(tr("Give now"), partial(self._give, kept))
        return row

    def _say(self) -> None:
        if self.left is not None:
            said = tr(
                "They are off every list, and get no messages. Their card still scans: one tap, and they are "
                "back."
            )
        elif self.balance.kept:
            said = tr("This is theirs, and it stays theirs. What is ready can be given now.")
        else:
            said = tr("Nothing is left on their cards.")
        self.said.setText(said)

    def _price(self, texts: Texts) -> Any:
        currency = self._counter.desk.shop.settings().currency
        return lambda amount: price_in_words(amount, currency, texts.language)

    def _print(self) -> None:
        handing = self._handing  # it outlives this sheet, and so must the call
        layout = self.sizes.layout_of_page()
        self.panel.write([self.slip()], layout, lambda: handing.printed(Keepsake.LEAVING_SLIP))

    def _print_receipt(self) -> None:
        handing, layout = self._handing, self.sizes.layout_of_page()
        out = partial(handing.printed, Keepsake.LEAVING_SLIP)
        print_receipt(self._counter, self.slip(), layout, done=out)
        self.panel.finish("")

    def _listen(self) -> None:
        self.leave_button.clicked.connect(self.leave)
        self.back_button.clicked.connect(lambda: self._acts.welcome_back(self._customer.id))
        self.reasons.chosen.connect(lambda why: self._acts.say_why(self._customer.id, LeavingReason(why)))
        self.sizes.chosen.connect(self._show)
        self.panel.cards_wanted.connect(self._print)
        self.panel.receipts_wanted.connect(self._print_receipt)
        self._counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._show)

    def _on_changed(self, changes: Changes) -> None:
        """Something was given, or taken back, meanwhile."""
        if self.left is None and (changes.everything or self._customer.id in changes.customers):
            desk = self._counter.desk
            try:
                self.balance = desk.leaving.balance(self._customer.id, desk.now())
            except Refused:  # they were erased meanwhile
                self.closed.emit()
            else:
                self._show()

    def _lay_out(self) -> None:
        options = ScrolledColumn()
        options.setFixedWidth(options_width() + _WIDER)
        options.column.setSpacing(RHYTHM * 2)
        options.column.addWidget(self.said)
        options.column.addLayout(self._rows)
        options.column.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignLeft)
        options.column.addWidget(self._why)
        options.column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        options.column.addStretch(1)
        options.column.addWidget(Field(lambda: tr("Size"), self.sizes))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 4)
        row.addWidget(options)
        row.addWidget(self.panel, 1)
