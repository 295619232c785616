"""Settings, below one of the staff: their PIN, and the code that brings them in when it is forgotten.

The code has no preview: it is on paper, and nowhere on a screen.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes, Role, StaffMember
from frontdesk.printing.pin_code_sheet import PIN_CODE_PAGE, PinCodePrint
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.prints.print_run import PrintRun, PrintTo
from frontdesk.ui.prints.printer import Job, Printers, find_printers, print_cards
from frontdesk.ui.team.pin_choice import PinChoice
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.saving import ask_where_to_save
from frontdesk.wording.pins import pin_sentence

if TYPE_CHECKING:
    from frontdesk.domain.team.pins import PinCode
    from frontdesk.services.team.pins import PinSaved


class PinPart(QWidget):
    """What is set here holds at once. What was before is gone: a PIN has no Undo."""

    def __init__(
        self,
        counter: Counter,
        member: StaffMember,
        *,
        ask_path: AskPath = ask_where_to_save,
        print_to: PrintTo = print_cards,
    ) -> None:
        super().__init__()
        self._counter, self.member = counter, member
        self._ask_path, self._print_to = ask_path, print_to
        self._printers = Printers()
        self.said = Prose(ink="ink")
        self.choice = PinChoice(member.role)
        self.choice.chosen.connect(self._set)
        self.print_button, self.save_button = TextButton("printer"), TextButton("file-down")
        self.gone_button = TextButton("x", "danger")
        speak(self.print_button.say, lambda: tr("Print recovery code"))
        speak(self.save_button.say, lambda: tr("Save recovery code as PDF"))
        speak(self.gone_button.say, lambda: tr("Take the PIN away"))
        self.print_button.clicked.connect(lambda: self._hand_out(self._printer_name()))
        self.save_button.clicked.connect(self.save)
        self.gone_button.clicked.connect(self._take_away)
        self._lay_out()
        LANGUAGE.changed.connect(self.show_kept)
        counter.bridge.changed.connect(self._on_changed)
        self.setFocusProxy(self.choice)
        self.show_kept()
        counter.bridge.work(find_printers, done=self._on_printers, owner=self)

    def save(self) -> None:
        """Ask where, then write the code's sheet there."""
        stem = tr("Recovery code of {name}", name=self.member.name)
        path = self._ask_path(self, tr("Save as PDF"), stem, tr("PDF file"), "pdf")
        if path is not None:
            self._hand_out(path)

    def show_kept(self) -> None:
        """Who has what by now."""
        if not shiboken6.isValid(self):
            return
        holders = self._counter.desk.pins.holders()
        found = next((each for each in holders if each.member.id == self.member.id), None)
        has_pin, has_code = (found.has_pin, found.has_code) if found is not None else (False, False)
        leads = has_pin and self.member.role is not Role.CASHIER
        said = pin_sentence(
            LANGUAGE.texts, self.member.name, has_pin=has_pin, has_code=has_code, wants_code=leads
        )
        self.said.setText(said)
        self.gone_button.setVisible(has_pin)
        self.save_button.setVisible(leads)
        self.print_button.setVisible(leads and bool(self._printer_name()))

    def _on_changed(self, changes: Changes) -> None:
        """A code may have been used up elsewhere: at the office's door."""
        if changes.shop:
            self.show_kept()

    # --- acts ---

    def _set(self, typed: str) -> None:
        self.choice.setEnabled(False)
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.pins.set_pin,
            desk.act(),
            self.member.id,
            typed,
            done=self._on_set,
            refused=self._on_not_set,
            owner=self._counter.bridge,
        )

    def _on_set(self, saved: PinSaved) -> None:
        if saved.key:  # whoever set their own has just proved who they are
            self._counter.desk.key = saved.key
        self._counter.notify(tr("{name} has a new PIN.", name=saved.member.name), icon="key")
        if shiboken6.isValid(self):
            self.choice.setEnabled(True)
            self.choice.clear()
            self.show_kept()

    def _on_not_set(self, sentence: str, error: Exception) -> None:
        if shiboken6.isValid(self):
            self.choice.setEnabled(True)
            self.choice.say_fault(sentence)

    def _take_away(self) -> None:
        self._counter.submit(self._counter.desk.pins.take_away, self.member.id, done=self._on_gone)

    def _on_gone(self, saved: PinSaved) -> None:
        self._counter.notify(tr("{name} has no PIN any more.", name=saved.member.name), icon="key")
        self.show_kept()

    def _hand_out(self, target: Path | str) -> None:
        """A new code, which is on its way to paper at once: nobody sees it, and it is kept nowhere."""
        self._enable(False)
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.pins.new_code,
            desk.act(),
            self.member.id,
            done=lambda code: self._draw(code, target),
            refused=self._on_no_code,
            owner=self._counter.bridge,
        )

    def _draw(self, code: PinCode, target: Path | str) -> None:
        page = PinCodePrint(code, self._counter.desk.logo.signs())
        job = Job((page,), PIN_CODE_PAGE, tr("Recovery code"))
        run = PrintRun(self._counter, target, job, self._print_to, lambda: None)
        run.ended.connect(self._on_out)

    def _on_out(self, sorry: str) -> None:
        self._enable(True)
        if sorry:
            self._counter.notify(sorry, icon="circle-alert")
        if shiboken6.isValid(self):
            self.show_kept()

    def _on_no_code(self, sentence: str, error: Exception) -> None:
        self._enable(True)
        self._counter.notify(sentence, icon="circle-alert")

    def _enable(self, enabled: bool) -> None:
        if shiboken6.isValid(self):
            for button in (self.print_button, self.save_button):
                button.setEnabled(enabled)

    def _on_printers(self, printers: Printers) -> None:
        self._printers = printers
        self.show_kept()

    def _printer_name(self) -> str:
        return self._printers.meant_by(self._counter.desk.shop.settings().printer)

    def _lay_out(self) -> None:
        buttons = in_a_row()
        buttons.setSpacing(RHYTHM * 2)
        for button in (self.print_button, self.save_button, self.gone_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, RHYTHM * 2)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self.said)
        column.addWidget(self.choice)
        column.addLayout(buttons)
