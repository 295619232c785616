"""By when: today, tomorrow, in a week, or a day that is typed."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.language import tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.widgets.choices import ChipRow


class Due(StrEnum):
    """What the chips say."""

    TODAY = "TODAY"
    TOMORROW = "TOMORROW"
    IN_A_WEEK = "IN_A_WEEK"
    ON_A_DAY = "ON_A_DAY"


_DAYS = {Due.TODAY: 0, Due.TOMORROW: 1, Due.IN_A_WEEK: 7}


class DueField(QWidget):
    """The day's own fields come up only for who wants another day than the chips have."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips = ChipRow(
            (
                (Due.TODAY, lambda: tr("Today")),
                (Due.TOMORROW, lambda: tr("Tomorrow")),
                (Due.IN_A_WEEK, lambda: tr("In a week")),
                (Due.ON_A_DAY, lambda: tr("On a day…")),
            )
        )
        self.chips.choose(Due.TOMORROW)
        self.day = DayField(lambda: tr("Which day"))
        self.day.hide()
        self.chips.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.chips)
        column.addWidget(self.day)

    def value(self, today: date) -> date | None:
        """The day that is meant; None, and it is said why, where what is typed is none or is over."""
        chosen = Due(self.chips.value())
        if chosen is not Due.ON_A_DAY:
            return today + timedelta(days=_DAYS[chosen])
        day = self.day.value()
        if day is None or day < today:
            self.day.set_fault(tr("Type a day that is still to come."))
            self.day.day.setFocus()
            return None
        return day

    def _on_chosen(self, value: str) -> None:
        self.day.setVisible(value == Due.ON_A_DAY)
        if value == Due.ON_A_DAY:
            self.day.day.setFocus()
        self.changed.emit()
