"""Receipts on their way to the shop's receipt printer: one after the other, beside the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer

from frontdesk.domain.paper.receipts import ReceiptFate, ReceiptPrinter, parse_receipt_printer
from frontdesk.printing.canvas import Print
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.receipt import receipt_bytes, receipt_image
from frontdesk.printing.receipt_out import Cancelled, send_receipt
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.prints.marking import mark_of
from frontdesk.ui.widgets.notice import Remedy
from frontdesk.wording.receipts import receipt_sentence

_SLOW_MS: Final = 1_000
"""After so long it is said that the printer is waited for."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """`done` is called once it is at the printer."""

    drawn: Print
    page: SheetLayout
    done: Callable[[], None]


def has_receipt_printer(counter: Counter) -> bool:
    """Whether the shop said where receipts go."""
    return bool(counter.desk.shop.settings().receipt_printer)


def print_receipt(
    counter: Counter, drawn: Print, page: SheetLayout, *, done: Callable[[], None] = lambda: None
) -> None:
    """Print on the shop's receipt printer, as `receipt_image` draws it; the notice bar says what came of it,
    and offers to try again. `done` is called when it is at the printer, even if nobody is looking any more.
    """
    _run_of(counter).add(Receipt(drawn, page, done))


def put_out(
    receipt: Receipt, printer: ReceiptPrinter | None, paper: int, mark: str, *, cancelled: Cancelled
) -> ReceiptFate:
    """Draw it and send it: on a worker."""
    if printer is None:
        return ReceiptFate.NO_PRINTER
    image = receipt_image(receipt.drawn, receipt.page, paper, mark)
    return send_receipt(printer, receipt_bytes(image), cancelled=cancelled)


class ReceiptRun(QObject):
    """What this counter prints as receipts, in order: a printer takes one at a time, and one that does not
    answer must not keep all workers waiting.
    """

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter.bridge)
        self._counter = counter
        self._waiting: deque[Receipt] = deque()
        self._work: Job | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._say_slow)

    @property
    def busy(self) -> bool:
        """Whether one is on its way."""
        return self._work is not None

    def add(self, receipt: Receipt) -> None:
        self._waiting.append(receipt)
        if not self.busy:
            self._begin()

    def _begin(self) -> None:
        settings = self._counter.desk.shop.settings()
        receipt, printer = self._waiting.popleft(), parse_receipt_printer(settings.receipt_printer)
        self._slow.start()
        self._work = self._counter.bridge.work(
            put_out,
            receipt,
            printer,
            settings.receipt_width,
            mark_of(self._counter),
            cancellable=True,
            done=lambda fate: self._on_fate(receipt, printer, fate),
            refused=lambda sentence, error: self._on_refused(receipt, sentence),
            owner=self,
        )

    def _on_fate(self, receipt: Receipt, printer: ReceiptPrinter | None, fate: ReceiptFate) -> None:
        said = receipt_sentence(LANGUAGE.texts, fate, printer)
        if fate is ReceiptFate.DONE:
            self._counter.notify(said, icon="receipt")
            receipt.done()
            self._go_on()
        else:
            self._on_refused(receipt, said)

    def _on_refused(self, receipt: Receipt, sentence: str) -> None:
        again = Remedy(tr("Try again"), lambda: self.add(receipt))
        self._counter.notify(sentence, icon="circle-alert", remedy=again)
        self._go_on()

    def _go_on(self) -> None:
        self._slow.stop()
        self._work = None
        if self._waiting:
            self._begin()

    def _say_slow(self) -> None:
        if self._work is not None:
            stop = Remedy(tr("Stop"), self._work.cancel)
            self._counter.notify(tr("Waiting for the receipt printer…"), icon="hourglass", remedy=stop)


def _run_of(counter: Counter) -> ReceiptRun:
    """The one run of this counter."""
    found = counter.bridge.findChild(ReceiptRun)
    return found if found is not None else ReceiptRun(counter)
