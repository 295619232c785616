"""Settings: where the key of the ledger is, and the sheet that brings it back.

The sheet has no preview: the key is on paper, and nowhere on a screen.
"""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.trust.key_custody import KeyPlace, KeyState, RecoverySheet
from frontdesk.printing.recovery_sheet import RECOVERY_PAGE, RecoverySheetPrint
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.prints.marking import mark_of
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.prints.print_run import PrintTo
from frontdesk.ui.prints.printer import Fate, Job, Printers, find_printers, print_cards, save_cards
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.saving import ask_where_to_save
from frontdesk.wording.key_custody import no_key_sentence, place_sentence, saved_sentence, sheet_reminder

_MISSING = (KeyPlace.KEYRING_AWAY, KeyPlace.NOWHERE)


class LedgerKeyPart(QWidget):
    """One sentence, a quiet reminder until a sheet came out, and two ways out for the sheet."""

    def __init__(
        self, counter: Counter, *, ask_path: AskPath = ask_where_to_save, print_to: PrintTo = print_cards
    ) -> None:
        super().__init__()
        self._counter, self._ask_path, self._print_to = counter, ask_path, print_to
        self._state: KeyState | None = None
        self._printers = Printers()
        self.place, self.reminder = Prose(ink="ink"), Prose()
        self.print_button, self.save_button = TextButton("printer"), TextButton("file-down")
        speak(self.print_button.say, lambda: tr("Print the recovery sheet"))
        speak(self.save_button.say, lambda: tr("Save it as PDF"))
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        LANGUAGE.changed.connect(self._say)
        self._say()
        self._look()
        counter.bridge.work(find_printers, done=self.set_printers, owner=self)

    def set_printers(self, printers: Printers) -> None:
        """Which printers there are; without one, only a PDF is offered."""
        self._printers = printers
        self._say()

    def print(self) -> None:
        """Print the sheet on the shop's printer."""
        self._hand_out(self._printer_name())

    def save(self) -> None:
        """Ask where, then write the sheet there as a PDF."""
        stem = f"{tr('Recovery sheet')} {self._counter.desk.today().isoformat()}"
        path = self._ask_path(self, tr("Save as PDF"), stem, tr("PDF file"), "pdf")
        if path is not None:
            self._hand_out(path)

    def _look(self) -> None:
        self._counter.bridge.work(self._counter.desk.key_keeping.state, done=self._on_state, owner=self)

    def _hand_out(self, target: Path | str) -> None:
        """Let the sheet come out. All of it belongs to the counter, for whoever leaves the page meanwhile."""
        self._enable(False)
        desk = self._counter.desk
        self._counter.bridge.submit(
            desk.key_keeping.hand_out,
            desk.act(),
            done=lambda sheet: self._draw(sheet, target),
            refused=self._on_refused,
            owner=self._counter.bridge,
        )

    def _draw(self, sheet: RecoverySheet | None, target: Path | str) -> None:
        if sheet is None:
            self._on_refused(no_key_sentence(LANGUAGE.texts), LookupError())
            return
        self._counter.bridge.work(
            save_cards if isinstance(target, Path) else self._print_to,
            target,
            Job((RecoverySheetPrint(sheet),), RECOVERY_PAGE, tr("Recovery sheet"), mark_of(self._counter)),
            progress=lambda done, total: None,
            cancellable=True,
            done=lambda fate: self._on_fate(fate, target),
            refused=self._on_refused,
            owner=self._counter.bridge,
        )

    def _on_fate(self, fate: Fate, target: Path | str) -> None:
        self._enable(True)
        if fate is not Fate.DONE:
            said = tr("The sheet did not come out. Look at the printer or the disk, then try again.")
            self._counter.notify(said, icon="circle-alert")
            return
        desk = self._counter.desk
        self._counter.bridge.submit(
            desk.key_keeping.came_out, desk.act(), done=lambda _: self._look(), owner=self
        )
        if isinstance(target, Path):
            said = saved_sentence(LANGUAGE.texts, target)
        else:
            said = tr("The recovery sheet is at the printer. Keep it away from the computer.")
        self._counter.notify(said, icon="key")

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._enable(True)
        self._counter.notify(sentence, icon="circle-alert")

    def _on_state(self, state: KeyState) -> None:
        self._state = state
        self._say()

    def _enable(self, enabled: bool) -> None:
        if not shiboken6.isValid(self):
            return
        for button in (self.print_button, self.save_button):
            button.setEnabled(enabled)

    def _printer_name(self) -> str:
        return self._printers.meant_by(self._counter.desk.shop.settings().printer)

    def _say(self) -> None:
        state = self._state
        self.place.setText(place_sentence(LANGUAGE.texts, state) if state is not None else "")
        missing = state is not None and state.place in _MISSING
        self.place.set_ink("warn_ink" if missing else "ink")
        self.reminder.setText(sheet_reminder(LANGUAGE.texts))
        self.reminder.setVisible(state is not None and state.sheet_due and not missing)
        self.print_button.setVisible(bool(self._printer_name()))

    def _lay_out(self) -> None:
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("The key that vouches for the books"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for widget in (heading, self.place, self.reminder):
            column.addWidget(widget)
        column.addLayout(buttons)
