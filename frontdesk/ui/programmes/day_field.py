"""A day in three small fields; nothing typed is no day. The day is said back in words below them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET, grown, taller
from frontdesk.ui.programmes.days import read_day
from frontdesk.ui.widgets.fields import Field, Say
from frontdesk.wording.dates import full_date, weekday

_DAY, _MONTH, _YEAR = 62, 80, 62


class DayField(Field):
    """`edited` comes with each change by a person. `say_hint` is shown while no day is typed."""

    edited = Signal()

    def __init__(self, say_name: Say, say_hint: Say | None = None) -> None:
        self._say_without = say_hint
        self.day, self.month, self.year = (QLineEdit() for _ in range(3))
        row = QWidget()
        super().__init__(say_name, row, self._in_words)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(RHYTHM)
        parts: tuple[tuple[QLineEdit, int, int, Callable[[], str]], ...] = (
            (self.day, 2, _DAY, lambda: tr("Day")),
            (self.month, 2, _MONTH, lambda: tr("Month")),
            (self.year, 4, _YEAR, lambda: tr("Year")),
        )
        for part, digits, width, say in parts:
            part.setFixedSize(grown(width), taller(TARGET))
            part.setMaxLength(digits)
            part.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
            part.setProperty("narrow", True)
            speak(part.setPlaceholderText, say)
            speak(part.setAccessibleName, partial(_name_of, say_name, say))
            part.textEdited.connect(self._on_typed)
            line.addWidget(part)
        line.addStretch(1)
        row.setFocusProxy(self.day)
        self.day.textEdited.connect(lambda text: self._go_on(text, self.month))
        self.month.textEdited.connect(lambda text: self._go_on(text, self.year))

    def put(self, day: date | None) -> None:
        """Show a day, or none; that is no change by a person."""
        shown = (str(day.day), str(day.month), str(day.year)) if day is not None else ("", "", "")
        for part, text in zip((self.day, self.month, self.year), shown, strict=True):
            part.setText(text)
        self.set_fault("")

    def value(self) -> date | None:
        """The day that is typed; None for none, and for what is not a day."""
        return read_day(self.day.text(), self.month.text(), self.year.text())

    def check(self) -> bool:
        """Is it a day or nothing? If not, it is said."""
        typed = any(part.text().strip() for part in (self.day, self.month, self.year))
        sound = self.value() is not None or not typed
        self.set_fault("" if sound else tr("This is not a day. Write its day, month and year in numbers."))
        return sound

    def _in_words(self) -> str:
        day = self.value()
        if day is None:
            return self._say_without() if self._say_without is not None else ""
        texts = LANGUAGE.texts
        return tr("{weekday}, {date}", weekday=weekday(texts, day), date=full_date(texts, day))

    @staticmethod
    def _go_on(text: str, following: QLineEdit) -> None:
        if len(text) == 2 and not following.text():
            following.setFocus()

    def _on_typed(self) -> None:
        self.set_fault("")
        self.edited.emit()


def _name_of(say_name: Say, say_part: Say) -> str:
    return tr("{what}: {part}", what=say_name(), part=say_part())
