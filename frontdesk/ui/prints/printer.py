"""The way out: a printer of this computer, or a PDF file.

Both run on a worker thread. Foreseen trouble comes back as an outcome, because a full disk or a printer that
is out of paper is no fault of the program.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from frontdesk.printing.canvas import Print
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.sheet import CannotPrint, CannotWrite, WriteFault, paint_pages, write_pdf

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_DOTS_PER_INCH: Final = 600  # a module of a QR is 14 dots wide; more only makes the job larger


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers of this computer; `default` is empty when it has none of its own."""

    names: tuple[str, ...] = ()
    default: str = ""

    def meant_by(self, wanted: str) -> str:
        """The printer to use when the settings say `wanted`; empty when there is none at all."""
        for name in (wanted, self.default):
            if name in self.names:
                return name
        return self.names[0] if self.names else ""


class Fate(StrEnum):
    """What became of a print."""

    DONE = "done"
    CANCELLED = "cancelled"
    NO_ROOM = "no_room"
    NOT_ALLOWED = "not_allowed"
    NO_FOLDER = "no_folder"
    NO_PRINTER = "no_printer"
    FAILED = "failed"


_FATES: Final = {
    WriteFault.NO_ROOM: Fate.NO_ROOM,
    WriteFault.NOT_ALLOWED: Fate.NOT_ALLOWED,
    WriteFault.NO_FOLDER: Fate.NO_FOLDER,
    WriteFault.OTHER: Fate.FAILED,
}


@dataclass(frozen=True, slots=True)
class Job:
    """What is to come out: cards in a layout, under a title, with a mark across each where there is one."""

    prints: Sequence[Print]
    layout: SheetLayout
    title: str
    mark: str = ""


def find_printers() -> Printers:
    """Ask the system; it may ask the network in turn, so do it on a worker thread."""
    return Printers(tuple(QPrinterInfo.availablePrinterNames()), QPrinterInfo.defaultPrinterName())


def open_printer(name: str) -> QPrinter:
    """A printer to draw on."""
    printer = QPrinter(QPrinterInfo.printerInfo(name))
    printer.setResolution(_DOTS_PER_INCH)
    return printer


def save_cards(path: Path, job: Job, *, progress: Progress, cancelled: Cancelled) -> Fate:
    """Write the cards to a PDF. Whatever the fate but DONE, nothing new lies under `path`."""
    try:
        whole = write_pdf(path, job.prints, job.layout, job.title, progress, cancelled, job.mark)
    except CannotWrite as fault:
        log.info("a PDF was not written: %s", fault.reason)
        return _FATES[fault.reason]
    return Fate.DONE if whole else Fate.CANCELLED


def print_cards(
    name: str,
    job: Job,
    *,
    progress: Progress,
    cancelled: Cancelled,
    opened: Callable[[str], QPrinter] = open_printer,
) -> Fate:
    """Draw the cards on the printer called `name`.

    A cancelled job is taken back where the system can; CUPS prints the pages that were drawn until then.
    """
    if not name:
        return Fate.NO_PRINTER
    printer = opened(name)
    printer.setDocName(job.title)

    def stopped() -> bool:
        # Only before the painter ends: its end is what sends the job to the printer.
        return cancelled() and (printer.abort() or True)

    try:
        whole = paint_pages(printer, job.prints, job.layout, progress, stopped, job.mark)
    except CannotPrint as fault:
        log.info("a printer did not take the cards: %s", fault)
        return Fate.FAILED
    if not whole:
        return Fate.CANCELLED
    return Fate.FAILED if printer.printerState() is QPrinter.PrinterState.Error else Fate.DONE
