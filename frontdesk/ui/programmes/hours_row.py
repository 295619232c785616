"""One stretch of hours in which stamps count more."""

from __future__ import annotations

from datetime import time
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import Boost
from frontdesk.domain.loyalty.terms_checks import LEAST_FACTOR, MOST_FACTOR
from frontdesk.ui.counter.time_field import TimeField
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.widgets.buttons import Chip, TextButton
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import beside
from frontdesk.ui.widgets.wrapping import Wrapping
from frontdesk.wording.programme_rules import weekday_name

_A_DAY: Final = 24 * 60


class HoursRow(QWidget):
    """Days of the week, from when to when, how many times, and between which days if not always."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.days = [Chip(checkable=True) for _ in range(7)]
        self.start, self.end = TimeField(), TimeField()
        self.factor = Stepper(LEAST_FACTOR, MOST_FACTOR, LEAST_FACTOR)
        self.first = DayField(lambda: tr("First day"), lambda: tr("Empty: from now on."))
        self.last = DayField(lambda: tr("Last day"), lambda: tr("Empty: without an end."))
        self.remove_button = TextButton("trash-2", "quiet")
        speak(self.remove_button.say, lambda: tr("Remove these hours"))
        self._lay_out()
        self._listen()

    def put(self, boost: Boost) -> None:
        for number, chip in enumerate(self.days):
            chip.setChecked(number in boost.weekdays)
        self.start.put(_clock(boost.from_minute))
        self.end.put(_clock(boost.to_minute))
        self.factor.setValue(boost.factor)
        self.first.put(boost.first_day)
        self.last.put(boost.last_day)

    def value(self) -> Boost:
        """The hours as they are shown; an end at midnight is the end of the day."""
        return Boost(
            self.factor.value(),
            tuple(number for number, chip in enumerate(self.days) if chip.isChecked()),
            _minute(self.start.time()),
            _minute(self.end.time()) or _A_DAY,
            self.first.value(),
            self.last.value(),
        )

    def faulty(self) -> QWidget | None:
        """What cannot be read as it was typed."""
        for field, shown in ((self._start_field, self.start), (self._end_field, self.end)):
            field.set_fault("" if shown.time() is not None else tr("Write a time, such as 14:30."))
            if field.fault:
                return shown.line
        for day in (self.first, self.last):
            if not day.check():
                return day.day
        return None

    def _lay_out(self) -> None:
        week = QWidget()
        chips = Wrapping(week)
        for number, chip in enumerate(self.days):
            speak(chip.say, partial(_day_name, number))
            chips.addWidget(chip)
        self._start_field = Field(lambda: tr("From"), _leaning(self.start))
        self._end_field = Field(lambda: tr("To"), _leaning(self.end))
        speak(self.start.line.setAccessibleName, lambda: tr("From"))
        speak(self.end.line.setAccessibleName, lambda: tr("To"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, RHYTHM)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(Field(lambda: tr("On these days"), week))
        column.addLayout(beside(self._start_field, self._end_field))
        column.addWidget(Field(lambda: tr("How many times the stamps"), self.factor))
        column.addLayout(beside(self.first, self.last))
        column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _listen(self) -> None:
        for chip in self.days:
            chip.toggled.connect(lambda: self.edited.emit())
        self.factor.changed.connect(lambda: self.edited.emit())
        for part in (self.start, self.end):
            part.changed.connect(self.edited)
        for day in (self.first, self.last):
            day.edited.connect(self.edited)


def _leaning(part: QWidget) -> QWidget:
    """At the left of its place, whose rest stays empty."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(part)
    row.addStretch(1)
    place.setFocusProxy(part)
    return place


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


def _minute(at: time | None) -> int:
    return at.hour * 60 + at.minute if at is not None else 0


def _day_name(number: int) -> str:
    return weekday_name(LANGUAGE.texts, number)
