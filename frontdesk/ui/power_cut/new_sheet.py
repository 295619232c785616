"""What a power-cut sheet is for, and the two ways out for a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.paper.power_sheets import PowerSheet
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.icons import wear_icon
from frontdesk.ui.look.metrics import RHYTHM, TARGET, Size
from frontdesk.ui.look.style import set_role
from frontdesk.ui.power_cut.sheet_press import SheetPress
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.prints.print_run import PrintTo
from frontdesk.ui.prints.printer import print_cards
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.saving import ask_where_to_save


class NewSheet(QWidget):
    """One tap makes a sheet; it is recorded when it is clear where it goes."""

    made = Signal(object)

    def __init__(
        self, counter: Counter, *, ask_path: AskPath = ask_where_to_save, print_to: PrintTo = print_cards
    ) -> None:
        super().__init__()
        self._counter, self._ask_path, self._first = counter, ask_path, True
        self.press = SheetPress(counter, self, print_to)
        self.purpose, self.fault = Prose(size=Size.BODY), ProseStrip("warn", "circle-alert")
        self.print_button, self.save_button = TextButton(), TextButton()
        speak(self.print_button.say, lambda: tr("Print a new sheet"))
        speak(self.save_button.say, lambda: tr("New sheet as PDF"))
        for button in (self.print_button, self.save_button):
            button.setMinimumHeight(TARGET)
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        self.press.made.connect(self._on_made)
        self.press.failed.connect(self.fault.setText)
        self.press.found.connect(self._weigh)
        LANGUAGE.changed.connect(self._say)
        self._lay_out()
        self._weigh()
        self._say()

    def first_button(self) -> TextButton:
        """The likelier way out."""
        return self.print_button if self.press.printer_name else self.save_button

    def show_first(self, first: bool) -> None:
        """Whether there is no sheet yet: then it is told at length what one is for."""
        self._first = first
        self._weigh()
        self._say()

    def print(self) -> None:
        self.fault.setText("")
        self.press.make(self.press.printer_name)

    def save(self) -> None:
        """Ask where, then make it. Whoever changes their mind in the dialog has made none."""
        self.fault.setText("")
        stem = f"{tr('Power-cut sheet')} {self._counter.desk.today().isoformat()}"
        path = self._ask_path(self, tr("Save as PDF"), stem, tr("PDF file"), "pdf")
        if path is not None:
            self.press.make(path)

    def _on_made(self, sheet: PowerSheet) -> None:
        self.made.emit(sheet)

    def _weigh(self) -> None:
        """The likelier way out is the filled one while there is nothing else to do here."""
        self.print_button.setVisible(bool(self.press.printer_name))
        for button, icon in ((self.print_button, "printer"), (self.save_button, "file-down")):
            filled = self._first and button is self.first_button()
            set_role(button, "filled" if filled else "plain")
            wear_icon(button, icon, "on_accent" if filled else "ink", 20, gap=8)

    def _say(self) -> None:
        if self._first:
            said = tr(
                "Print a sheet each week and keep it under the till. When the power is out, tick the stamps "
                "on it with a pen. When it is back, key them in here: each counts from the time that is "
                "written."
            )
        else:
            said = tr("Key in what is written on the sheet, in any order. Each line is saved at once.")
        self.purpose.setText(said)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(RHYTHM)
        row.addWidget(self.purpose, 1)
        for button in (self.print_button, self.save_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(row)
        column.addWidget(self.fault)
