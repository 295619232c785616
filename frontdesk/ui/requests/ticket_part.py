"""A request's ticket for the kitchen or the bench, printed or saved as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from frontdesk.printing.canvas import Print
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.request_ticket import RequestTicketPrint
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.prints.print_run import PrintTo
from frontdesk.ui.prints.printer import Fate, print_cards
from frontdesk.ui.prints.ways_out import WaysOut
from frontdesk.ui.widgets.saving import ask_where_to_save, short_folder
from frontdesk.ui.widgets.wrapping import Wrapping


class TicketPart(WaysOut):
    """Two ways out; `request_id` says for which request."""

    narrow = True

    def __init__(
        self,
        counter: Counter,
        request_id: Callable[[], int],
        *,
        ask_path: AskPath = ask_where_to_save,
        print_to: PrintTo = print_cards,
    ) -> None:
        super().__init__(counter, save_role="quiet", ask_path=ask_path, print_to=print_to)
        self._request_id = request_id
        speak(self.print_button.say, lambda: tr("Print the ticket"))
        speak(self.save_button.say, lambda: tr("Ticket as PDF"))
        row = Wrapping(self)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        self.begin()

    def drawn(self) -> tuple[Print, SheetLayout]:
        desk = self._counter.desk
        ticket = desk.request_details.ticket(self._request_id(), LANGUAGE.code, desk.now())
        drawn = RequestTicketPrint(ticket, desk.zone)
        return drawn, drawn.page

    def name(self) -> str:
        return tr("Ticket")

    def stem(self) -> str:
        return f"{self.name()} {self._request_id()}"

    def said(self, fate: Fate, target: Path | str) -> str:
        if fate is not Fate.DONE:
            return tr("The ticket did not come out. Look at the printer or the disk, then try again.")
        if isinstance(target, Path):
            folder = short_folder(target.parent)
            return tr("The ticket is in {file}, in the folder {folder}.", file=target.name, folder=folder)
        return tr("The ticket is at the printer.")
