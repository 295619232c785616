"""The preview and the two ways out, for every sheet that prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.printing.canvas import Print
from frontdesk.printing.page import SheetLayout
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.icons import wear_icon
from frontdesk.ui.look.metrics import ACTION, RHYTHM, grown
from frontdesk.ui.look.style import set_role
from frontdesk.ui.prints.marking import mark_of
from frontdesk.ui.prints.preview import Preview, Sample, draw_sample
from frontdesk.ui.prints.print_run import PrintRun, PrintTo
from frontdesk.ui.prints.printer import Job, Printers, find_printers, print_cards
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.saving import ask_where_to_save

_OPTIONS_WIDTH, _OPTIONS_WIDEST = 344, 456
"""Of the choices beside the panel, in every sheet that prints."""

AskPath = Callable[[QWidget, str, str, str, str], Path | None]


def options_width() -> int:
    """How wide the options beside a preview are."""
    return min(grown(_OPTIONS_WIDTH), _OPTIONS_WIDEST)


def stand_beside(sheet: QWidget, options: QWidget, panel: PrintPanel) -> None:
    """Lay a sheet out that prints: its options on the left, the panel in the room that they leave."""
    options.setFixedWidth(options_width())
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(RHYTHM * 4)
    row.addWidget(options)
    row.addWidget(panel, 1)


class PrintPanel(QWidget):
    """A press asks for cards (`cards_wanted`); whoever has them calls `write`, and hears when they came out.

    So nothing is recorded as issued before somebody presses, and what could not be written can be written
    again: the cards stay with the one who handed them over.
    """

    cards_wanted = Signal()
    receipts_wanted = Signal()
    """Print was pressed where what is shown goes to the receipt printer: see `set_receipts`."""

    def __init__(
        self,
        counter: Counter,
        say_title: Callable[[], str],
        *,
        say_whose: Callable[[], str] = lambda: "",
        ask_path: AskPath = ask_where_to_save,
        print_to: PrintTo = print_cards,
    ) -> None:
        super().__init__()
        self._counter, self._say_title, self._say_whose = counter, say_title, say_whose
        self._ask_path, self._print_to = ask_path, print_to
        self._printers = Printers()
        self._path: Path | None = None
        self._run: PrintRun | None = None
        self._asked, self._to_receipts = 0, False
        self.preview, self.caption = Preview(), Prose()
        self.fault, self.progress = ProseStrip("warn", "circle-alert"), ProgressRow()
        self.print_button, self.save_button = TextButton(), TextButton()
        speak(self.print_button.say, lambda: tr("Print"))
        speak(self.save_button.say, lambda: tr("Save as PDF"))
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        self.progress.cancelled.connect(self.cancel)
        self._lay_out()
        self._weigh()
        counter.bridge.work(find_printers, done=self.set_printers)

    @property
    def busy(self) -> bool:
        """Whether cards are being fetched or written."""
        return not self.progress.isHidden()

    def set_printers(self, printers: Printers) -> None:
        """Which printers there are; without one, the PDF is the way out that is offered first."""
        self._printers = printers
        self._weigh()

    def set_ready(self, ready: bool) -> None:
        """Whether there is anything to print."""
        for button in (self.print_button, self.save_button):
            button.setEnabled(ready)

    def set_receipts(self, to_receipts: bool) -> None:
        """Whether a press of Print is for the receipt printer."""
        self._to_receipts = to_receipts
        self._weigh()

    def show_sample(self, prints: Sequence[Print], layout: SheetLayout) -> None:
        """Draw a preview beside the window; the latest one asked for is shown."""
        self._asked += 1
        asked = self._asked

        def show(sample: Sample) -> None:
            if asked == self._asked:
                self.preview.show_sample(sample)

        mark = mark_of(self._counter)
        self._counter.bridge.work(draw_sample, list(prints), layout, mark, done=show, owner=self)

    def print(self) -> None:
        """Print on the shop's printer, or a receipt on its own. Where there is none, say what helps."""
        if self._to_receipts:
            self._begin(self.receipts_wanted)
            return
        if not self.printer_name():
            self.fault.setText(
                tr(
                    "There is no printer on this computer. Save the cards as a PDF: another computer, or any "
                    "print shop, prints it."
                )
            )
            return
        self._path = None
        self._begin()

    def save(self) -> None:
        """Ask where, then write a PDF there. Whoever changes their mind in the dialog has issued nothing."""
        path = self._ask_path(self, tr("Save as PDF"), self._stem(), tr("PDF file"), "pdf")
        if path is not None:
            self._path = path
            self._begin()

    def write(
        self, prints: Sequence[Print], layout: SheetLayout, came_out: Callable[[], None] = lambda: None
    ) -> None:
        """Let these cards come out where the press wanted them; `came_out` is called when they have."""
        job = Job(tuple(prints), layout, self._say_title())
        target = self._path or self.printer_name()
        self._run = PrintRun(self._counter, target, job, self._print_to, came_out)
        self._run.advanced.connect(self.progress.advance)
        self._run.ended.connect(self.finish)

    def finish(self, sorry: str) -> None:
        """It is over; a sentence says why nothing came out, an empty one that all did."""
        self._run = None
        self.progress.stop()
        self._buttons.show()
        self.fault.setText(sorry)

    def may_close(self) -> bool:
        """Cards that are being drawn are waited for, or cancelled by hand."""
        if self.busy:
            self._counter.notify(
                tr("The cards are being drawn. Cancel them, or wait a moment."), icon="hourglass"
            )
        return not self.busy

    def cancel(self) -> None:
        """Stop writing; what was issued is kept for the next press."""
        if self._run is not None:
            self._run.cancel()

    def printer_name(self) -> str:
        """The printer that a press of Print goes to; empty when there is none."""
        return self._printers.meant_by(self._counter.desk.shop.settings().printer)

    def _begin(self, wanted: SignalInstance | None = None) -> None:
        self.fault.setText("")
        self._buttons.hide()
        self.progress.start(tr("Drawing the cards…"))
        (wanted or self.cards_wanted).emit()

    def _stem(self) -> str:
        """The file is found again by whose it is, where it is for one person, and by the day."""
        return " ".join(filter(None, (self._say_title(), self._say_whose(), f"{self._counter.desk.today()}")))

    def _weigh(self) -> None:
        """The likelier way out is the filled one."""
        printing = self._to_receipts or bool(self.printer_name())
        self.print_button.setAccessibleDescription(self.printer_name())
        for button, icon, filled in (
            (self.print_button, "printer", printing),
            (self.save_button, "file-down", not printing),
        ):
            set_role(button, "filled" if filled else "plain")
            wear_icon(button, icon, "on_accent" if filled else "ink", 20, gap=8)

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        row, ways = in_a_row(), QHBoxLayout()
        self._buttons.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (row, ways):
            part.setSpacing(RHYTHM)
        row.addWidget(self.caption, 1)
        row.addLayout(ways)
        for button in (self.save_button, self.print_button):
            button.setMinimumHeight(ACTION)
            ways.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self.preview, 1)
        column.addWidget(self.fault)
        column.addWidget(self._buttons)
        column.addWidget(self.progress)
