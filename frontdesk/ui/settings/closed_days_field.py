"""On which single days the shop is closed: each is typed, and a tap takes it off again."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.widgets.buttons import Chip, TextButton
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.dates import full_date


class ClosedDays(QWidget):
    """Single days, each a chip. `changed` comes when a person added one or took one off."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._days: frozenset[date] = frozenset()
        self.chips: list[Chip] = []
        self._rows = WrappedChips()
        self.field = DayField(lambda: tr("Closed on single days"))
        self.add_button = TextButton("plus")
        speak(self.add_button.say, lambda: tr("Add the day"))
        self.add_button.clicked.connect(self.add)
        self.field.year.returnPressed.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.field)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rows)
        LANGUAGE.changed.connect(self._show)

    def chosen(self) -> frozenset[date]:
        return self._days

    def choose(self, days: frozenset[date]) -> None:
        if days != self._days:
            self._days = days
            self._show()

    def add(self) -> None:
        """Take the day that is typed; what is none is said."""
        day = self.field.value()
        if not self.field.check() or day is None:
            self.field.day.setFocus()
            return
        self.field.put(None)
        self._take(self._days | {day})

    def _remove(self, day: date) -> None:
        self.add_button.setFocus()  # before the chip goes
        self._take(self._days - {day})

    def _take(self, days: frozenset[date]) -> None:
        self.choose(days)
        self.changed.emit()

    def _show(self) -> None:
        self.chips = [self._chip(day) for day in sorted(self._days)]
        self._rows.show_chips(self.chips)

    def _chip(self, day: date) -> Chip:
        chip, said = Chip("x"), full_date(LANGUAGE.texts, day)
        chip.say(said)
        chip.setAccessibleName(tr("Open on {day} after all", day=said))
        chip.clicked.connect(partial(lambda day, checked=False: self._remove(day), day))
        return chip
