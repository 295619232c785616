"""Where in a visit it was: a chip for each point of contact, at most one of them chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.wrapping import Wrapping
from frontdesk.wording.contact_points import contact_point_name


class ContactPointChips(QWidget):
    """One optional choice. `changed` comes when a person tapped; a second tap takes the choice back."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = {point: Chip(checkable=True) for point in ContactPoint}
        speak(self.setAccessibleName, lambda: tr("Point of contact"))
        rows = Wrapping(self)
        for point, chip in self._chips.items():
            speak(chip.say, _name_of(point))
            chip.clicked.connect(lambda _=False, point=point: self._on_tapped(point))
            rows.addWidget(chip)

    def chosen(self) -> ContactPoint | None:
        return next((point for point, chip in self._chips.items() if chip.isChecked()), None)

    def choose(self, point: ContactPoint | None) -> None:
        """Show `point` as chosen, or none; that is no tap."""
        for each, chip in self._chips.items():
            chip.setChecked(each is point)

    def chip(self, point: ContactPoint) -> Chip:
        return self._chips[point]

    def _on_tapped(self, point: ContactPoint) -> None:
        self.choose(point if self._chips[point].isChecked() else None)
        self.changed.emit()


def _name_of(point: ContactPoint) -> Callable[[], str]:
    return lambda: contact_point_name(LANGUAGE.texts, point)
