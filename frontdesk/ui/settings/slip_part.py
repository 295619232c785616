"""Settings: the day-close slip, printed or saved as a PDF."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.printing.day_close_slip import DayCloseSlipPrint
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.prints.marking import mark_of
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.prints.print_run import PrintTo
from frontdesk.ui.prints.printer import Fate, Job, Printers, find_printers, print_cards, save_cards
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.saving import ask_where_to_save, short_folder


class SlipPart(QWidget):
    """What the slip is for, and two ways out for it."""

    def __init__(
        self, counter: Counter, *, ask_path: AskPath = ask_where_to_save, print_to: PrintTo = print_cards
    ) -> None:
        super().__init__()
        self._counter, self._ask_path, self._print_to = counter, ask_path, print_to
        self._printers = Printers()
        self.print_button, self.save_button = TextButton("printer"), TextButton("file-down")
        speak(self.print_button.say, lambda: tr("Print the day-close slip"))
        speak(self.save_button.say, lambda: tr("Save it as PDF"))
        self.save_button.setAccessibleDescription(tr("Day-close slip"))
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        self.set_printers(self._printers)
        counter.bridge.work(find_printers, done=self.set_printers, owner=self)

    def set_printers(self, printers: Printers) -> None:
        """Which printers there are; without one, only a PDF is offered."""
        self._printers = printers
        self.print_button.setVisible(bool(self._printer_name()))

    def print(self) -> None:
        """Print today's slip on the shop's printer."""
        self._draw(self._printer_name())

    def save(self) -> None:
        """Ask where, then write it there as a PDF."""
        stem = f"{tr('Day-close slip')} {self._counter.desk.today().isoformat()}"
        path = self._ask_path(self, tr("Save as PDF"), stem, tr("PDF file"), "pdf")
        if path is not None:
            self._draw(path)

    def _draw(self, target: Path | str) -> None:
        self._enable(False)
        desk = self._counter.desk
        slip = DayCloseSlipPrint(desk.day_close.slip(desk.now()))
        self._counter.bridge.work(
            save_cards if isinstance(target, Path) else self._print_to,
            target,
            Job((slip,), slip.page, tr("Day-close slip"), mark_of(self._counter)),
            progress=lambda done, total: None,
            cancellable=True,
            done=lambda fate: self._on_fate(fate, target),
            refused=self._on_refused,
            owner=self._counter.bridge,  # that it came out is said even if nobody is looking any more
        )

    def _on_fate(self, fate: Fate, target: Path | str) -> None:
        self._enable(True)
        if fate is not Fate.DONE:
            said = tr("The slip did not come out. Look at the printer or the disk, then try again.")
            self._counter.notify(said, icon="circle-alert")
        elif isinstance(target, Path):
            said = tr(
                "The slip is in {file}, in the folder {folder}.",
                file=target.name,
                folder=short_folder(target.parent),
            )
            self._counter.notify(said, icon="file-down")
        else:
            self._counter.notify(tr("The slip is at the printer."), icon="printer")

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._enable(True)
        self._counter.notify(sentence, icon="circle-alert")

    def _enable(self, enabled: bool) -> None:
        if shiboken6.isValid(self):
            for button in (self.print_button, self.save_button):
                button.setEnabled(enabled)

    def _printer_name(self) -> str:
        return self._printers.meant_by(self._counter.desk.shop.settings().printer)

    def _lay_out(self) -> None:
        heading, purpose = PlainLabel(role="heading"), Prose()
        speak(heading.setText, lambda: tr("Day-close slip"))
        speak(
            purpose.setText,
            lambda: tr(
                "What this till did today, and how far its ledger goes. Kept on paper, it shows later "
                "whether anything was taken out of the books."
            ),
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(RHYTHM)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(heading)
        column.addWidget(purpose)
        column.addLayout(buttons)
