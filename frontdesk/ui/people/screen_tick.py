"""The tick for the customer's screen: below it stands what is shown there, as it is ticked now."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from frontdesk.ui.language import speak, tr
from frontdesk.ui.people.tick_row import TickRow


class ScreenTick(TickRow):
    """`by_name` is the tick that says whether they are greeted by name at all."""

    def __init__(self, by_name: QAbstractButton) -> None:
        super().__init__()
        self._by_name = by_name
        speak(self.say, lambda: tr("Customer's screen"))
        speak(self.set_below, self._what_is_shown)
        for tick in (self, by_name):
            tick.toggled.connect(self._on_toggled)

    def _on_toggled(self) -> None:
        self.set_below(self._what_is_shown())

    def _what_is_shown(self) -> str:
        if not self.isChecked():
            return tr("Greeted without a name, and no card.")
        if not self._by_name.isChecked():
            return tr("Greeted without a name, with the card.")
        return tr("Greeted by the first name, with the card.")
