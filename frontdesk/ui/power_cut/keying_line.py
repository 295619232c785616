"""One line of the paper, as it is keyed in: its number, the time, the stamps, each with Enter; a free one."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from frontdesk.domain.loyalty.stamping import MAX_STAMPS_AT_ONCE
from frontdesk.domain.paper.power_sheets import PowerSheet
from frontdesk.ui.counter.time_field import TimeField
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import ACTION, RHYTHM, TARGET, grown, taller
from frontdesk.ui.widgets.buttons import Chip, TextButton
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.wrapping import Wrapping

_NUMBER_WIDTH = 88
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyingLine(QWidget):
    """`wanted` carries line, customer, time, stamps and whether a free one was given. `blank_wanted` asks who
    was written on an empty line; `person_known` says that nobody need be asked.
    """

    wanted = Signal(int, int, object, int, bool)
    blank_wanted = Signal(int)
    person_known = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet: PowerSheet | None = None
        self._on_blank: dict[int, tuple[int, str]] = {}
        self.number = QLineEdit()
        self.number.setFixedSize(grown(_NUMBER_WIDTH), taller(TARGET))
        self.number.setMaxLength(3)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.who = ElidedLabel("", "title")
        self.time = TimeField()
        self.stamps = Stepper(0, MAX_STAMPS_AT_ONCE, 1)
        self._count = self.stamps.focusProxy() or self.stamps
        self.free = Chip("gift", checkable=True)
        speak(self.free.say, lambda: tr("Given"))
        self.enter = TextButton("check", "filled")
        self.enter.setMinimumHeight(ACTION)
        speak(self.enter.say, lambda: tr("Key it in"))
        self.number.textEdited.connect(self._on_number)
        self.enter.clicked.connect(self.submit)
        for stop in (self.number, self.time.line, self._count):
            stop.installEventFilter(self)
        LANGUAGE.changed.connect(self._show_who)
        self._lay_out()

    def show_sheet(self, sheet: PowerSheet, on_blank: dict[int, tuple[int, str]], at: time) -> None:
        """Whose lines these are; `on_blank` is who was written on which empty line, as far as it is known."""
        self._sheet, self._on_blank = sheet, on_blank
        self.time.put(at)
        self.clear()

    def clear(self) -> None:
        """Ready for the next line. The time stays: the next one came soon after."""
        self.number.clear()
        self.stamps.setValue(1)
        self.free.setChecked(False)
        self._show_who()
        self.person_known.emit()

    def line(self) -> int:
        """The line that is typed, or 0 for none of this sheet."""
        typed = self.number.text().strip()
        found = int(typed) if typed.isdecimal() else 0
        return found if self._sheet is not None and 1 <= found <= self._sheet.lines else 0

    def person(self) -> tuple[int, str] | None:
        """Who is on the line that is typed."""
        row = self._sheet.row(self.line()) if self._sheet is not None else None
        return (row.customer_id, row.name) if row is not None else self._on_blank.get(self.line())

    def choose_line(self, line: int) -> None:
        """As if its number had been typed, and Enter pressed."""
        self.number.setText(str(line))
        self._on_number()
        self._go_on(self.number)

    def say_who(self, customer_id: int, name: str) -> None:
        """Who was written on the empty line that is typed."""
        self._on_blank[self.line()] = (customer_id, name)
        self._show_who()
        self.person_known.emit()
        self._stand_on(self.time.line)

    def submit(self) -> None:
        """Key the line in, or go to what is missing yet."""
        self.stamps.finish()
        person, at = self.person(), self.time.time()
        if not self.line():
            self._stand_on(self.number)
        elif person is None:
            self.blank_wanted.emit(self.line())
        elif at is None:
            self._stand_on(self.time.line)
        elif not self.stamps.value() and not self.free.isChecked():
            self._stand_on(self._count)
        else:
            self.wanted.emit(self.line(), person[0], at, self.stamps.value(), self.free.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on from one thing that is typed to the next. (On a button it is a tap.)"""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _go_on(self, stop: QObject) -> None:
        if stop is self.number:
            if not self.line():
                self._stand_on(self.number)
            elif self.person() is None:
                self.blank_wanted.emit(self.line())
            else:
                self._stand_on(self.time.line)
        elif stop is self.time.line:
            self._stand_on(self.time.line if self.time.time() is None else self._count)
        else:
            self.submit()

    def take_digit(self, digit: str) -> None:
        """Typed where nothing takes text: it is the number of a line."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.setText(digit)
        self._on_number()

    def stay(self) -> None:
        """What was typed was refused: it can be typed over at once."""
        focused = QApplication.focusWidget()
        if focused is None or focused is self.enter or not self.isAncestorOf(focused):
            self._stand_on(self._count)

    @staticmethod
    def _stand_on(stop: QWidget) -> None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(stop, QLineEdit):
            stop.selectAll()

    def _on_number(self) -> None:
        self._show_who()
        if self.line() and self.person() is None:
            self.who.setText(tr("An empty line: Enter, then who was written there"))
        else:
            self.person_known.emit()

    def _show_who(self) -> None:
        person = self.person()
        if person is not None:
            self.who.setText(person[1])
        elif self.number.text().strip() and not self.line():
            self.who.setText(tr("There is no such line on this sheet."))
        else:
            self.who.setText(tr("Type the number of a line, or tap it."))

    def _lay_out(self) -> None:
        fields = QWidget()
        row = Wrapping(fields)
        for field in (
            Field(lambda: tr("Line"), self.number),
            Field(lambda: tr("Time"), self.time),
            Field(lambda: tr("Stamps"), self.stamps),
            Field(lambda: tr("Free one"), self.free),
        ):
            row.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.who)
        column.addWidget(fields)
        column.addWidget(self.enter)
