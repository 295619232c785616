"""The lines on which a request is noted: what, a note, promised when, Enter. No dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from frontdesk.domain.text import LINE_LIMIT, NOTE_LIMIT
from frontdesk.ui.counter.promises import (
    DAYS_AHEAD,
    HALF_HOUR,
    HOUR,
    OnDay,
    Promise,
    in_days,
    promised_at,
    today,
)
from frontdesk.ui.counter.time_field import TimeField
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import Chip, IconButton, TextButton
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.dates import promise as promise_words
from frontdesk.wording.dates import weekday


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for one customer and is not sent."""

    what: str = ""
    note: str = ""
    promise: Promise | None = None


class RequestLine(QWidget):
    """Emits `sent(what, note, promise or None)`; what was typed stays until the window says it is saved.

    Whoever leaves it half typed, by Esc or for another customer, finds it again at that customer.
    """

    sent = Signal(str, str, object)
    given_up = Signal()

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self._now, self._customer_id = zone, 0, 0
        self._drafts: dict[int, Draft] = {}
        self._promise: Promise | None = None
        self.what, self.note, self.time = QLineEdit(), QLineEdit(), TimeField()
        self.what.setMaxLength(LINE_LIMIT)
        self.note.setMaxLength(NOTE_LIMIT)
        _say(self.what, lambda: tr("What do they ask for?"))
        _say(self.note, lambda: tr("Note (optional)"))
        for line in (self.what, self.note, self.time.line):
            line.returnPressed.connect(self.send)
        self.time.changed.connect(self._on_time)
        self._soon = {HALF_HOUR: Chip(checkable=True), HOUR: Chip(checkable=True)}
        self.today, self.tomorrow, self.another_day = (Chip(checkable=True) for _ in range(3))
        self.words = ElidedLabel("", "quiet")
        self._save, self._close = TextButton("check", "filled"), IconButton("x")
        self._name_buttons()
        self._listen()
        self._lay_out()
        self._show_promise()
        LANGUAGE.changed.connect(self._show_promise)

    def begin(self, customer_id: int, now: int) -> None:
        """Wait for typing; what was left half typed for this customer is there again."""
        self._keep()
        self._customer_id, self._now = customer_id, now
        draft = self._drafts.get(customer_id, Draft())
        self.what.setText(draft.what)
        self.note.setText(draft.note)
        is_over = isinstance(draft.promise, OnDay) and draft.promise.day < today(now, self._zone)
        self.choose_promise(None if is_over else draft.promise)
        self.what.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Put what is typed aside for its customer."""
        self._keep()
        self._customer_id = 0

    def forget(self, customer_id: int) -> None:
        """It is saved: nothing is left to come back to."""
        self._drafts.pop(customer_id, None)
        if customer_id == self._customer_id:
            self._customer_id = 0

    def promise(self) -> Promise | None:
        """Which promise is given."""
        return self._promise

    def choose_promise(self, promise: Promise | None) -> None:
        self._promise = promise
        if isinstance(promise, OnDay):
            self.time.put(promise.at)
        self._show_promise()

    def days_menu(self) -> QMenu:
        """The days after tomorrow, by name."""
        menu = QMenu(self.another_day)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for days in range(2, DAYS_AHEAD + 1):
            named = weekday(LANGUAGE.texts, self._day(days))
            menu.addAction(named).triggered.connect(lambda checked=False, days=days: self._on_day(days))
        return menu

    def send(self) -> None:
        """Hand over what was typed; with nothing typed, or a time that cannot be, wait for it."""
        what = self.what.text().strip()
        if not what:
            self.what.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._fault_of_time():
            self.time.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.time.line.selectAll()
        else:
            self.sent.emit(what, self.note.text().strip(), self._promise)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        if not self._customer_id:
            return
        draft = Draft(self.what.text(), self.note.text(), self._promise)
        self._drafts.pop(self._customer_id, None)
        if draft != Draft():
            self._drafts[self._customer_id] = draft

    def _day(self, days: int) -> date:
        return today(self._now, self._zone) + timedelta(days=days)

    def _toggle(self, promise: Promise) -> None:
        """One promise at a time; a second tap takes it back."""
        self.choose_promise(None if promise == self._promise else promise)

    def _on_day(self, days: int) -> None:
        chosen = isinstance(self._promise, OnDay) and self._promise.day == self._day(days)
        self.choose_promise(None if chosen else in_days(days, self._now, self._zone))

    def _on_another_day(self) -> None:
        if isinstance(self._promise, OnDay) and self._promise.day > self._day(1):
            self.choose_promise(None)
            return
        self._show_promise()  # a tap has marked the chip, and no day is chosen yet
        self.days_menu().popup(self.another_day.mapToGlobal(QPoint(0, self.another_day.height() + 4)))

    def _on_time(self) -> None:
        at = self.time.time()
        if at is not None and isinstance(self._promise, OnDay):
            self._promise = OnDay(self._promise.day, at)
        self._show_promise()

    def _show_promise(self) -> None:
        """Mark what is chosen, and say in words what it means."""
        day = self._promise.day if isinstance(self._promise, OnDay) else None
        for promise, chip in self._soon.items():
            chip.setChecked(promise == self._promise)
        self.today.setChecked(day == self._day(0))
        self.tomorrow.setChecked(day == self._day(1))
        later = day if day is not None and day > self._day(1) else None
        self.another_day.setChecked(later is not None)
        self.another_day.say(tr("Another day") if later is None else weekday(LANGUAGE.texts, later))
        self.time.setVisible(day is not None)
        self.words.setText(self._fault_of_time() or self._said())

    def _said(self) -> str:
        if not isinstance(self._promise, OnDay):
            return ""
        at = promised_at(self._promise, self._now, self._zone)
        return promise_words(LANGUAGE.texts, at, self._zone, self._now)

    def _fault_of_time(self) -> str:
        """What is wrong with the time; empty when nothing is."""
        if not isinstance(self._promise, OnDay):
            return ""
        if self.time.time() is None:
            return tr("Write the time like this: 14:30")
        is_over = promised_at(self._promise, self._now, self._zone) < self._now
        return tr("That time is over.") if is_over else ""

    def _name_buttons(self) -> None:
        speak(self._soon[HALF_HOUR].say, lambda: tr("In 30 min"))
        speak(self._soon[HOUR].say, lambda: tr("In 1 hour"))
        speak(self.today.say, lambda: tr("Today"))
        speak(self.tomorrow.say, lambda: tr("Tomorrow"))
        speak(self._save.say, lambda: tr("Note it"))
        speak(self._close.say, lambda: tr("Leave it"))

    def _listen(self) -> None:
        for promise, chip in self._soon.items():
            chip.clicked.connect(lambda checked=False, promise=promise: self._toggle(promise))
        self.today.clicked.connect(lambda: self._on_day(0))
        self.tomorrow.clicked.connect(lambda: self._on_day(1))
        self.another_day.clicked.connect(self._on_another_day)
        self._save.clicked.connect(self.send)
        self._close.clicked.connect(self.given_up)

    def _lay_out(self) -> None:
        typed, timed, tapped = QHBoxLayout(), QHBoxLayout(), WrappedChips()
        typed.addWidget(self.what, 3)
        typed.addWidget(self.note, 2)
        chips = (*self._soon.values(), self.today, self.tomorrow, self.another_day)
        timed.addWidget(self.time)
        timed.addWidget(self.words, 1)
        timed.addWidget(self._close)
        timed.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for row in (typed, timed):
            row.setSpacing(RHYTHM)
            column.addLayout(row)
        column.insertWidget(1, tapped)
        tapped.show_chips(chips)
        stops = (self.what, self.note, *chips, self.time.line, self._save, self._close)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


def _say(field: QLineEdit, say: Callable[[], str]) -> None:
    speak(field.setPlaceholderText, say)
    speak(field.setAccessibleName, say)
