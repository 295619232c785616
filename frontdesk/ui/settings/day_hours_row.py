"""One day of the week: whether the shop opens on it, and from when to when."""

from __future__ import annotations

from datetime import time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.care.shop_hours import OpenHours
from frontdesk.ui.counter.time_field import TimeField
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import TARGET, grown, taller
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.wrapping import Wrapping
from frontdesk.wording.programme_rules import weekday_name

_NAME: Final = 140
_USUAL_OPENS: Final = time(8, 0)
_USUAL_CLOSES: Final = time(18, 0)


class DayHoursRow(QWidget):
    """A chip for the day, and two times. Both empty: nobody said; `settled` when a person chose or typed."""

    settled = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.day = Chip(checkable=True)
        self.day.setMinimumWidth(grown(_NAME))
        self.opens, self.closes = TimeField(), TimeField()
        self.closed = PlainLabel(role="quiet")
        speak(self.day.say, self._name)
        speak(self.opens.line.setAccessibleName, lambda: tr("{day}: opens at", day=self._name()))
        speak(self.closes.line.setAccessibleName, lambda: tr("{day}: closes at", day=self._name()))
        speak(self.closed.setText, lambda: tr("Closed every week"))
        row = Wrapping(self)
        self._till = PlainLabel("–", "quiet")
        self._till.setFixedHeight(taller(TARGET))
        self.closed.setFixedHeight(taller(TARGET))
        for part in (self.day, self.opens, self._till, self.closes, self.closed):
            row.addWidget(part)
        self.day.clicked.connect(self._on_day)
        for field in (self.opens, self.closes):
            field.line.editingFinished.connect(self.settled)
            for button in (field.earlier, field.later):
                button.clicked.connect(lambda: self.settled.emit())

    def put(self, hours: OpenHours | None, *, closed: bool) -> None:
        """Show what is kept."""
        self.day.setChecked(not closed)
        self._show_day()
        if hours is None:
            self.opens.offer(_USUAL_OPENS)
            self.closes.offer(_USUAL_CLOSES)
        else:
            self.opens.put(_clock(hours.opens))
            self.closes.put(_clock(hours.closes))

    def is_closed(self) -> bool:
        return not self.day.isChecked()

    def hours(self, kept: OpenHours | None) -> OpenHours | None:
        """As they are shown; what is typed in part, or cannot be read, leaves them as they were `kept`."""
        texts = (self.opens.line.text().strip(), self.closes.line.text().strip())
        if not any(texts):
            return None
        opens, closes = self.opens.time(), self.closes.time()
        if opens is None or closes is None:
            return kept
        return OpenHours(opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute)

    def is_faulty(self) -> bool:
        """Whether something is typed that is no time."""
        return any(field.line.text().strip() and field.time() is None for field in (self.opens, self.closes))

    def _on_day(self) -> None:
        self._show_day()
        self.settled.emit()

    def _show_day(self) -> None:
        for field in (self.opens, self._till, self.closes):
            field.setVisible(not self.is_closed())
        self.closed.setVisible(self.is_closed())

    def _name(self) -> str:
        return weekday_name(LANGUAGE.texts, self._number)


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
