"""A request's ticket for the kitchen or the bench, printed or saved as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QWidget

from frontdesk.printing.request_ticket import RequestTicketPrint
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.prints.marking import mark_of
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.prints.print_run import PrintTo
from frontdesk.ui.prints.printer import Fate, Job, Printers, find_printers, print_cards, save_cards
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.saving import ask_where_to_save, short_folder
from frontdesk.ui.widgets.wrapping import Wrapping


class TicketPart(QWidget):
    """Two ways out; `request_id` says for which request."""

    def __init__(
        self,
        counter: Counter,
        request_id: Callable[[], int],
        *,
        ask_path: AskPath = ask_where_to_save,
        print_to: PrintTo = print_cards,
    ) -> None:
        super().__init__()
        self._counter, self._request_id = counter, request_id
        self._ask_path, self._print_to = ask_path, print_to
        self._printers = Printers()
        self.print_button, self.save_button = TextButton("printer"), TextButton("file-down", "quiet")
        speak(self.print_button.say, lambda: tr("Print the ticket"))
        speak(self.save_button.say, lambda: tr("Ticket as PDF"))
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        row = Wrapping(self)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        self.set_printers(self._printers)
        counter.bridge.work(find_printers, done=self.set_printers, owner=self)

    def set_printers(self, printers: Printers) -> None:
        """Which printers there are; without one, only a PDF is offered."""
        self._printers = printers
        self.print_button.setVisible(bool(self._printer_name()))

    def print(self) -> None:
        self._draw(self._printer_name())

    def save(self) -> None:
        """Ask where, then write it there as a PDF."""
        stem = f"{tr('Ticket')} {self._request_id()}"
        path = self._ask_path(self, tr("Save as PDF"), stem, tr("PDF file"), "pdf")
        if path is not None:
            self._draw(path)

    def _draw(self, target: Path | str) -> None:
        self._enable(False)
        desk = self._counter.desk
        ticket = desk.request_details.ticket(self._request_id(), LANGUAGE.code, desk.now())
        drawn = RequestTicketPrint(ticket, desk.zone)
        self._counter.bridge.work(
            save_cards if isinstance(target, Path) else self._print_to,
            target,
            Job((drawn,), drawn.page, tr("Ticket"), mark_of(self._counter)),
            progress=lambda done, total: None,
            cancellable=True,
            done=lambda fate: self._on_fate(fate, target),
            refused=self._on_refused,
            owner=self._counter.bridge,  # that it came out is said even if nobody is looking any more
        )

    def _on_fate(self, fate: Fate, target: Path | str) -> None:
        self._enable(True)
        if fate is not Fate.DONE:
            said = tr("The ticket did not come out. Look at the printer or the disk, then try again.")
            self._counter.notify(said, icon="circle-alert")
        elif isinstance(target, Path):
            folder = short_folder(target.parent)
            said = tr("The ticket is in {file}, in the folder {folder}.", file=target.name, folder=folder)
            self._counter.notify(said, icon="file-down")
        else:
            self._counter.notify(tr("The ticket is at the printer."), icon="printer")

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._enable(True)
        self._counter.notify(sentence, icon="circle-alert")

    def _enable(self, enabled: bool) -> None:
        if shiboken6.isValid(self):
            for button in (self.print_button, self.save_button):
                button.setEnabled(enabled)

    def _printer_name(self) -> str:
        return self._printers.meant_by(self._counter.desk.shop.settings().printer)
