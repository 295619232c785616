"""Settings: where receipts go, on which paper, and a test of both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.paper.receipts import PAPER_WIDTHS, PLACE_LIMIT, parse_receipt_printer
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.text import BadInput
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.prints.receipt_run import print_receipt
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import beside


class ReceiptPart(QWidget):
    """`edited` carries what was changed, by its setting's name; a place that cannot be is not carried."""

    edited = Signal(dict)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.printer = TextLine(limit=PLACE_LIMIT)
        self.field = Field(lambda: tr("Receipt printer"), self.printer, _hint)
        self.width_chips = ChipRow([(str(width), partial("{} mm".format, width)) for width in PAPER_WIDTHS])
        self.test_button = TextButton("receipt")
        speak(self.test_button.say, lambda: tr("Print a test receipt"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(beside(self.field, Field(lambda: tr("Its paper"), self.width_chips), stretch=(3, 2)))
        row = beside(self.test_button, stretch=(0,))
        row.addStretch(1)
        column.addLayout(row)
        self.printer.finished.connect(self._on_typed)
        self.printer.textEdited.connect(lambda: self.field.set_fault(""))
        self.width_chips.chosen.connect(lambda width: self.edited.emit({"receipt_width": int(width)}))
        self.test_button.clicked.connect(self.test)

    def show_settings(self, settings: ShopSettings) -> None:
        """Show what is kept; what is being typed, or is faulty, is left alone."""
        if not self.printer.isModified() and not self.field.fault:
            self.printer.put(settings.receipt_printer)
        self.width_chips.choose(str(settings.receipt_width))
        self.test_button.setEnabled(bool(settings.receipt_printer))

    def finish(self) -> None:
        """Take what was typed and not yet left."""
        self.printer.finish()

    def test(self) -> None:
        """Print what shows that letters, pictures and squares come out."""
        from frontdesk.printing.receipt_trial import ReceiptTrialPrint  # few press this

        desk = self._counter.desk
        if not self._counter.taps.is_bounce("test receipt"):
            trial = ReceiptTrialPrint(desk.logo.signs(), desk.shop.settings().receipt_width)
            print_receipt(self._counter, trial, trial.page)

    def _on_typed(self, text: str) -> None:
        try:
            parse_receipt_printer(text)
        except BadInput as bad:
            self.field.set_fault(sentence_for(bad))
        else:
            self.edited.emit({"receipt_printer": text.strip()})


def _hint() -> str:
    return tr(
        "In the network: its address, such as 192.168.1.50. On a cable: /dev/usb/lp0. A queue of this "
        "computer: cups: and its name. Empty where there is none."
    )
