"""The customer's language in one tap."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET, is_large
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.wrapping import Wrapping


class LanguageChips(QWidget):
    """A chip for each language that a card can be printed in, in its own letters; at most one is chosen."""

    chosen = Signal(str)
    """Somebody tapped: the code. A tap always chooses, the chosen one as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = {code: Chip(checkable=True) for code in CUSTOMER_LANGUAGES}
        speak(self.setAccessibleName, lambda: tr("Language of the customer"))
        row: QLayout = Wrapping(self) if is_large() else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        for code, chip in self._chips.items():
            chip.say(CUSTOMER_LANGUAGES[code])
            chip.setProperty("narrow", True)
            chip.setMinimumWidth(TARGET)
            chip.clicked.connect(lambda _=False, code=code: self._on_tapped(code))
            row.addWidget(chip)

    def language(self) -> str:
        """The code of the chosen language, or nothing."""
        return next((code for code, chip in self._chips.items() if chip.isChecked()), "")

    def put(self, language: str) -> None:
        for code, chip in self._chips.items():
            chip.setChecked(code == language)

    def chip(self, code: str) -> Chip:
        return self._chips[code]

    def _on_tapped(self, language: str) -> None:
        self.put(language)
        self.chosen.emit(language)
