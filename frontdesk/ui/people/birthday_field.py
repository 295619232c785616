"""A birthday in three small fields: day, month, and the year for whoever tells it. No calendar to leaf in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.fields import FaultLine, Line, mark_faulty
from frontdesk.ui.widgets.labels import PlainLabel


class BirthdayField(QWidget):
    """Each part is what was typed; the form reads it. Two digits go on to the next part."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        digits = Qt.InputMethodHint.ImhDigitsOnly
        self.day, self.month, self.year = (Line(most, over=0, hints=digits) for most in (2, 2, 4))
        self._fault = FaultLine()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(RHYTHM)
        grid.setVerticalSpacing(4)
        columns: list[tuple[Line, Callable[[], str], Callable[[], str]]] = [
            (self.day, lambda: tr("Day"), lambda: tr("Day of the birthday")),
            (self.month, lambda: tr("Month"), lambda: tr("Month of the birthday")),
            (self.year, lambda: tr("Year, if told"), lambda: tr("Year of birth, if told")),
        ]
        label = PlainLabel(role="heading")
        speak(label.setText, lambda: tr("Birthday"))
        grid.addWidget(label, 0, 0, 1, 3)
        for column, (part, hint, name) in enumerate(columns):
            speak(part.setPlaceholderText, hint)
            speak(part.setAccessibleName, name)
            part.textChanged.connect(self._on_typed)
            part.entered.connect(self.entered)
            grid.addWidget(part, 1, column)
            grid.setColumnStretch(column, column + 3)
            part.setProperty("narrow", True)
        grid.addWidget(self._fault, 2, 0, 1, 3)
        grid.setRowStretch(3, 1)  # a neighbour's fault must not pull the parts from their label
        self.day.textEdited.connect(lambda text: self._go_on(text, self.month))
        self.month.textEdited.connect(lambda text: self._go_on(text, self.year))

    def put(self, day: str, month: str, year: str) -> None:
        for part, text in zip(self.parts(), (day, month, year), strict=True):
            if part.text() != text:
                part.put(text)

    def typed(self) -> tuple[str, str, str]:
        return self.day.text(), self.month.text(), self.year.text()

    def parts(self) -> tuple[Line, Line, Line]:
        return self.day, self.month, self.year

    def fault(self) -> str:
        return self._fault.text()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong with the day; with nothing to say, be quiet again."""
        self._fault.say(sentence)
        for part in self.parts():
            mark_faulty(part, sentence)

    @staticmethod
    def _go_on(text: str, following: Line) -> None:
        if len(text) == 2 and not following.text():
            following.setFocus()

    def _on_typed(self) -> None:
        if self.fault():
            self.show_fault("")
        self.changed.emit()
