"""Asking one column: which one, what, and by which value. Enter shows who answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from frontdesk.domain.people.customer_filters import Asks, Column, Condition, CustomerFilter, questions_of
from frontdesk.domain.people.customer_states import CustomerState
from frontdesk.domain.people.customers import Purpose
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.look.style import set_role
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.widgets.buttons import Chip, TextButton
from frontdesk.ui.widgets.choices import Choice
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import in_a_row, tab_through
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.customer_table import column_name, question_name, value_name

_NUMBER: Final = 120
_MOST_DIGITS: Final = 9
_ASKED_FOR_VALUES: Final = {Asks.ONE_OF, Asks.NONE_OF}


class FilterPanel(QFrame):
    """`wanted` brings the condition; `closed` comes when it is to go away again."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "asks")
        self._languages: Sequence[str] = ()
        self._staff: Mapping[int, str] = {}
        self.columns = Choice(_columns)
        self.questions = Choice(self._questions)
        self.text = TextLine()
        self.least, self.most = _digits(), _digits()
        self.first, self.last = DayField(lambda: tr("From")), DayField(lambda: tr("To"))
        self.chips: dict[str, Chip] = {}
        self._values = WrappedChips()
        self.show_button, self.close_button = TextButton("check", "filled"), TextButton("x")
        speak(self.show_button.say, lambda: tr("Show these"))
        speak(self.close_button.say, lambda: tr("Close"))
        self._lay_out()
        self.columns.chosen.connect(lambda column: self._show_column(Column(column)))
        self.questions.chosen.connect(lambda question: self._show_question())
        self.show_button.clicked.connect(self.ask)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def offer(self, languages: Sequence[str], staff: Mapping[int, str]) -> None:
        """What there is to choose from in this shop."""
        self._languages, self._staff = languages, staff
        self._fill_values()

    def stops(self) -> list[QWidget]:
        """Where Tab goes, in the order of reading."""
        days = [part for field in (self.first, self.last) for part in (field.day, field.month, field.year)]
        values = (self.text, self.least, self.most, *days, *self.chips.values())
        return [self.columns, self.questions, *values, self.show_button, self.close_button]

    def open(self, column: Column, asked: CustomerFilter) -> None:
        """Ask this column; what it is asked already stands in the fields."""
        self.columns.choose(column.value)
        self._show_column(column)
        condition = asked.of(column)
        if condition is not None:
            self._put(condition)
        self.show()
        self._first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Show who answers, if a value was given; else the field waits."""
        condition = self._condition()
        if condition is None:
            self._first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.wanted.emit(condition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.ask()
        else:
            super().keyPressEvent(event)

    # --- what is asked ---

    def _column(self) -> Column:
        return Column(self.columns.value() or Column.NAME)

    def _question(self) -> Asks:
        return Asks(self.questions.value() or questions_of(self._column())[0])

    def _condition(self) -> Condition | None:
        column, asks = self._column(), self._question()
        match asks:
            case Asks.CONTAINS:
                text = self.text.text().strip()
                return Condition(column, asks, text) if text else None
            case Asks.ONE_OF | Asks.NONE_OF:
                values = frozenset(value for value, chip in self.chips.items() if chip.isChecked())
                return Condition(column, asks, values=values) if values else None
            case Asks.BETWEEN | Asks.DAYS_AGO:
                return _bounded(column, asks, _typed(self.least), _typed(self.most))
            case Asks.DAYS:
                if not (self.first.check() and self.last.check()):
                    return None
                return _bounded(column, asks, _ordinal(self.first.value()), _ordinal(self.last.value()))
            case _:
                return Condition(column, asks)

    def _put(self, condition: Condition) -> None:
        self.questions.choose(condition.asks.value)
        self._show_question()
        self.text.put(condition.text)
        if condition.asks is Asks.DAYS:
            for field, bound in ((self.first, condition.least), (self.last, condition.most)):
                field.put(None if bound is None else _day(bound))
        else:
            for line, bound in ((self.least, condition.least), (self.most, condition.most)):
                line.put("" if bound is None else str(int(bound)))
        for value, chip in self.chips.items():
            chip.setChecked(value in condition.values)

    # --- what is shown ---

    def _questions(self) -> list[tuple[str, str]]:
        column = self._column()
        return [(each.value, question_name(LANGUAGE.texts, column, each)) for each in questions_of(column)]

    def _show_column(self, column: Column) -> None:
        self.questions.clear()
        self.questions.refill()
        for line in (self.text, self.least, self.most):
            line.put("")
        self.first.put(None)
        self.last.put(None)
        self._fill_values()
        self._show_question()

    def _show_question(self) -> None:
        asks = self._question()
        self.text.setVisible(asks is Asks.CONTAINS)
        self._numbers.setVisible(asks in {Asks.BETWEEN, Asks.DAYS_AGO})
        self._days.setVisible(asks is Asks.DAYS)
        self._values.setVisible(asks in _ASKED_FOR_VALUES and bool(self.chips))

    def _first_field(self) -> QWidget:
        asks = self._question()
        if asks is Asks.CONTAINS:
            return self.text
        if asks in _ASKED_FOR_VALUES and self.chips:
            return next(iter(self.chips.values()))
        if asks is Asks.DAYS:
            return self.first.day
        return self.least if asks in {Asks.BETWEEN, Asks.DAYS_AGO} else self.show_button

    def _fill_values(self) -> None:
        """A chip for each value that the column can have."""
        kept = {value for value, chip in self.chips.items() if chip.isChecked()}
        column, self.chips = self._column(), {}
        for value in self._possible(column):
            chip = Chip(checkable=True)
            speak(chip.say, partial(self._value_said, column, value))
            chip.setChecked(value in kept)
            self.chips[value] = chip
        self._values.show_chips(list(self.chips.values()))
        self._values.setVisible(self._question() in _ASKED_FOR_VALUES and bool(self.chips))
        tab_through(*self.stops())

    def _possible(self, column: Column) -> Sequence[str]:
        if column is Column.LANGUAGE:
            return self._languages
        if column is Column.SERVED_BY:
            return [str(id_) for id_ in self._staff]
        if column is Column.BIRTHDAY:
            return [str(month) for month in range(1, 13)]
        if column is Column.CONSENTS:
            return [each.value for each in Purpose]
        return [each.value for each in CustomerState] if column is Column.STATE else []

    def _value_said(self, column: Column, value: str) -> str:
        return value_name(LANGUAGE.texts, column, value, self._staff)

    def _lay_out(self) -> None:
        self._numbers, self._days = QWidget(), QWidget()
        for place, fields in (
            (self._numbers, (Field(lambda: tr("From"), self.least), Field(lambda: tr("To"), self.most))),
            (self._days, (self.first, self.last)),
        ):
            row = in_a_row()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(RHYTHM * 2)
            for field in fields:
                row.addWidget(field)
            row.addStretch(1)
            place.setLayout(row)
        speak(self.columns.setAccessibleName, lambda: tr("Column"))
        speak(self.questions.setAccessibleName, lambda: tr("Question"))
        speak(self.text.setAccessibleName, lambda: tr("Text to look for"))
        above = in_a_row()
        above.setSpacing(RHYTHM)
        for control in (self.columns, self.questions, self.show_button, self.close_button):
            above.addWidget(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 2, RHYTHM * 2, RHYTHM * 2, RHYTHM * 2)
        column.setSpacing(RHYTHM)
        column.addLayout(above)
        for part in (self.text, self._numbers, self._days, self._values):
            column.addWidget(part)


def _ordinal(chosen: date | None) -> int | None:
    return chosen.toordinal() if chosen is not None else None


def _columns() -> list[tuple[str, str]]:
    return [(each.value, column_name(LANGUAGE.texts, each)) for each in Column]


def _digits() -> TextLine:
    line = TextLine()
    line.setMaxLength(_MOST_DIGITS)
    line.setFixedWidth(grown(_NUMBER))
    line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    return line


def _typed(line: TextLine) -> int | None:
    """Digits of any script are a number; anything else is no bound."""
    typed = line.text().strip()
    return int(typed) if typed.isdecimal() else None


def _bounded(column: Column, asks: Asks, least: int | None, most: int | None) -> Condition | None:
    if least is None and most is None:
        return None
    return Condition(column, asks, least=least, most=most)


def _day(bound: float) -> date | None:
    return date.fromordinal(int(bound)) if 1 <= bound <= date.max.toordinal() else None
