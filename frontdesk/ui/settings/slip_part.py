"""Settings: the day-close slip, printed or saved as a PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from frontdesk.domain.paper.day_close import DayClose
from frontdesk.printing.canvas import Print
from frontdesk.printing.day_close_slip import DayCloseSlipPrint
from frontdesk.printing.page import SheetLayout
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.prints.print_run import PrintTo
from frontdesk.ui.prints.printer import Fate, print_cards
from frontdesk.ui.prints.ways_out import WaysOut
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.saving import ask_where_to_save, short_folder


class SlipPart(WaysOut):
    """What the slip is for, and two ways out for it."""

    narrow = True

    def __init__(
        self,
        counter: Counter,
        *,
        headed: bool = True,
        ask_path: AskPath = ask_where_to_save,
        print_to: PrintTo = print_cards,
    ) -> None:
        """Where the page around it says what the slip is for, it is not `headed`."""
        super().__init__(counter, ask_path=ask_path, print_to=print_to)
        self._headed = headed
        speak(self.print_button.say, lambda: tr("Print the day-close slip"))
        speak(self.save_button.say, lambda: tr("Save it as PDF"))
        self.save_button.setAccessibleDescription(tr("Day-close slip"))
        self._lay_out()
        self.begin()

    def drawn(self) -> tuple[Print, SheetLayout]:
        slip = DayCloseSlipPrint(self.close())
        return slip, slip.page

    def close(self) -> DayClose:
        """The day that it is the slip of: today."""
        desk = self._counter.desk
        found: DayClose = desk.day_close.slip(desk.now())
        return found

    def came_out(self) -> None:
        """The day is closed by it."""
        desk = self._counter.desk
        self._counter.bridge.submit(desk.day_close.close, desk.act(), self.day())

    def day(self) -> date:
        """Of which day the slip is."""
        today: date = self._counter.desk.today()
        return today

    def name(self) -> str:
        return tr("Day-close slip")

    def stem(self) -> str:
        return f"{self.name()} {self.day().isoformat()}"

    def said(self, fate: Fate, target: Path | str) -> str:
        if fate is not Fate.DONE:
            return tr("The slip did not come out. Look at the printer or the disk, then try again.")
        if isinstance(target, Path):
            folder = short_folder(target.parent)
            return tr("The slip is in {file}, in the folder {folder}.", file=target.name, folder=folder)
        return tr("The slip is at the printer.")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(RHYTHM)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        if self._headed:
            self._say_what_for(column)
        column.addLayout(buttons)

    @staticmethod
    def _say_what_for(column: QVBoxLayout) -> None:
        heading, purpose = PlainLabel(role="heading"), Prose()
        speak(heading.setText, lambda: tr("Day-close slip"))
        speak(
            purpose.setText,
            lambda: tr(
                "What this till did today, and how far its ledger goes. Kept on paper, it shows later "
                "whether anything was taken out of the books."
            ),
        )
        column.addWidget(heading)
        column.addWidget(purpose)
