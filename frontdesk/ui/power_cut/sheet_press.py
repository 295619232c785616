"""A new sheet on its way to paper. Who is on it is recorded first: lines are keyed in by their numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.paper.power_sheets import PowerSheet
from frontdesk.printing.collation import in_reading_order
from frontdesk.printing.power_sheet import POWER_SHEET_PAGE, pages_of
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.prints.print_run import PrintRun, PrintTo
from frontdesk.ui.prints.printer import Job, Printers, find_printers, print_cards
from frontdesk.ui.programmes.shelf import shelf_of
from frontdesk.wording.programmes import short_promise


class SheetPress(QObject):
    """`made` says that a sheet is recorded, `found` which way out there is. What came of it on paper is said
    in the notice bar, also if nobody looks any more; `failed` says why nothing came out.
    """

    made = Signal(object)
    found = Signal()
    failed = Signal(str)

    def __init__(self, counter: Counter, parent: QObject, print_to: PrintTo = print_cards) -> None:
        super().__init__(parent)
        self._counter, self._print_to = counter, print_to
        self._printers = Printers()
        self._target: Path | str = ""
        counter.bridge.work(find_printers, done=self._on_printers, owner=self)

    @property
    def printer_name(self) -> str:
        """Where a sheet is printed; empty where there is no printer."""
        return self._printers.meant_by(self._counter.desk.shop.settings().printer)

    def make(self, target: Path | str) -> None:
        """Record a new sheet, and bring it to a file or to the printer of that name."""
        self._target = target
        desk = self._counter.desk
        people = in_reading_order(LANGUAGE.code, desk.power_sheets.candidates(desk.now()))
        ids = tuple(each.customer_id for each in people)
        self._counter.bridge.submit(
            desk.power_sheets.make, desk.act(), ids, done=self._on_made, refused=self._on_refused, owner=self
        )

    def bring_out(self, sheet: PowerSheet, target: Path | str) -> None:
        """The same sheet once more."""
        desk: Any = self._counter.desk
        terms = sheet.programme.terms_at(sheet.made_at)
        rule = short_promise(LANGUAGE.texts, sheet.programme.kind, terms, shelf_of(self._counter).told())
        pages = pages_of(sheet, desk.logo.signs(), rule, LANGUAGE.code, desk.zone)
        job = Job(pages, POWER_SHEET_PAGE, tr("Power-cut sheet {n}", n=sheet.number))
        run = PrintRun(self._counter, target, job, self._print_to, lambda: None)
        run.ended.connect(self._on_ended)

    def _on_made(self, sheet: PowerSheet) -> None:
        self.made.emit(sheet)
        self.bring_out(sheet, self._target)

    def _on_ended(self, sorry: str) -> None:
        if sorry:
            self.failed.emit(sorry)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.failed.emit(sentence)

    def _on_printers(self, printers: Printers) -> None:
        self._printers = printers
        self.found.emit()
