"""Two ways out for one piece of paper: the shop's printer, or a PDF. What is as narrow as a receipt goes to
the receipt printer, where the shop has one.
"""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Changes
from frontdesk.printing.canvas import Print
from frontdesk.printing.page import SheetLayout
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr
from frontdesk.ui.prints.marking import mark_of
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.prints.print_run import PrintTo
from frontdesk.ui.prints.printer import Fate, Job, Printers, find_printers, print_cards, save_cards
from frontdesk.ui.prints.receipt_run import has_receipt_printer, print_receipt
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.saving import ask_where_to_save


class WaysOut(QWidget):
    """Two buttons. Whoever is printed here says what (`drawn`, `name`), under what file name (`stem`) and
    what came of it (`said`); it places the buttons, gives them their words and then calls `begin`.
    """

    narrow = False
    """Whether it fits on the paper of a receipt."""

    def __init__(
        self,
        counter: Counter,
        *,
        save_role: str = "",
        ask_path: AskPath = ask_where_to_save,
        print_to: PrintTo = print_cards,
    ) -> None:
        super().__init__()
        self._counter, self._ask_path, self._print_to = counter, ask_path, print_to
        self._printers = Printers()
        self.print_button, self.save_button = TextButton("printer"), TextButton("file-down", save_role)
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)

    def begin(self) -> None:
        """Look for printers, and offer to print where there is one."""
        self.set_printers(self._printers)
        self._counter.bridge.changed.connect(self._on_changed)
        self._counter.bridge.work(find_printers, done=self.set_printers, owner=self)

    def drawn(self) -> tuple[Print, SheetLayout]:
        """What is printed, read now, and the page that it is for."""
        raise NotImplementedError

    def name(self) -> str:
        """What it is called at the printer."""
        raise NotImplementedError

    def stem(self) -> str:
        """The name that is proposed for the file."""
        raise NotImplementedError

    def said(self, fate: Fate, target: Path | str) -> str:
        """What the cashier is told."""
        raise NotImplementedError

    def came_out(self) -> None:
        """It is on paper or in its file; whoever asked for it may have closed the page since."""

    def set_printers(self, printers: Printers) -> None:
        """Which printers there are; without one, only a PDF is offered."""
        self._printers = printers
        self.print_button.setVisible(self._is_receipt() or bool(self._printer_name()))

    def print(self) -> None:
        """Print it on the shop's receipt printer where it fits there, else on the shop's printer."""
        if not self._is_receipt():
            self._draw(self._printer_name())
        elif not self._counter.taps.is_bounce(self.stem()):
            print_receipt(self._counter, *self.drawn(), done=self.came_out)

    def save(self) -> None:
        """Ask where, then write it there as a PDF."""
        path = self._ask_path(self, tr("Save as PDF"), self.stem(), tr("PDF file"), "pdf")
        if path is not None:
            self._draw(path)

    def _draw(self, target: Path | str) -> None:
        self._enable(False)
        drawn, page = self.drawn()
        job = Job((drawn,), page, self.name(), mark_of(self._counter))
        self._counter.bridge.work(
            save_cards if isinstance(target, Path) else self._print_to,
            target,
            job,
            progress=lambda done, total: None,
            cancellable=True,
            done=lambda fate: self._on_fate(fate, target),
            refused=self._on_refused,
            owner=self._counter.bridge,  # that it came out is said even if nobody is looking any more
        )

    def _on_fate(self, fate: Fate, target: Path | str) -> None:
        self._enable(True)
        if fate is Fate.DONE:
            self.came_out()
        out = "file-down" if isinstance(target, Path) else "printer"
        self._counter.notify(self.said(fate, target), icon=out if fate is Fate.DONE else "circle-alert")

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._enable(True)
        self._counter.notify(sentence, icon="circle-alert")

    def _enable(self, enabled: bool) -> None:
        if shiboken6.isValid(self):
            for button in (self.print_button, self.save_button):
                button.setEnabled(enabled)

    def _is_receipt(self) -> bool:
        return self.narrow and has_receipt_printer(self._counter)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self.set_printers(self._printers)

    def _printer_name(self) -> str:
        return self._printers.meant_by(self._counter.desk.shop.settings().printer)
