"""Which period is shown: one of those with a name, or from a day to a day."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from frontdesk.domain.office.periods import Period, PeriodKind
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.widgets.buttons import Chip, TextButton
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.overview_names import period_name


class PeriodBar(QWidget):
    """`chosen` comes with each choice that names a period: of days, once both of them are days."""

    chosen = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._period = Period(PeriodKind.TODAY)
        self.chips = {kind: Chip(checkable=True) for kind in PeriodKind}
        self.first, self.last = DayField(lambda: tr("From")), DayField(lambda: tr("To"))
        self.first.put(today.replace(day=1))
        self.last.put(today)
        self.show_days = TextButton("check", "filled")
        speak(self.show_days.say, lambda: tr("Show"))
        self.show_days.clicked.connect(self._choose_days)
        for field in (self.first, self.last):
            for part in (field.day, field.month, field.year):
                part.returnPressed.connect(self._choose_days)
        chips, group = WrappedChips(), QButtonGroup(self)
        for kind, chip in self.chips.items():
            speak(chip.say, partial(_said, kind))
            group.addButton(chip)
            chip.clicked.connect(partial(self._choose, kind))
        chips.show_chips(tuple(self.chips.values()))
        self._days = self._days_row()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(chips)
        column.addWidget(self._days)
        self.chips[PeriodKind.TODAY].setChecked(True)

    def period(self) -> Period:
        return self._period

    def first_focus(self) -> QWidget:
        return self.chips[self._period.kind]

    def _days_row(self) -> QWidget:
        days = QWidget()
        row = in_a_row()
        days.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 3)
        for field in (self.first, self.last):
            row.addWidget(field)
        row.addWidget(self.show_days, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        days.hide()
        return days

    def _choose(self, kind: PeriodKind) -> None:
        self._days.setVisible(kind is PeriodKind.DAYS)
        if kind is PeriodKind.DAYS:
            self._choose_days()
            self.first.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._period = Period(kind)
        self.chosen.emit()

    def _choose_days(self) -> None:
        first, last = self.first.value(), self.last.value()
        if self.first.check() and self.last.check() and first is not None and last is not None:
            self._period = Period(PeriodKind.DAYS, first, last)
            self.chosen.emit()


def _said(kind: PeriodKind) -> str:
    return period_name(LANGUAGE.texts, kind)
