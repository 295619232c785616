"""Today: all that is to be done for people in this shift, in groups, each with the act beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.days import MINUTE
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.today.nothing_to_do import NothingToDo
from frontdesk.ui.today.today_acts import TodayActs
from frontdesk.ui.today.today_reading import TodayReading
from frontdesk.ui.today.today_row import RowWords, TodayRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.safety import quiet_line
from frontdesk.wording.today import beware, group_name, moment, task, todo_sentence

MOST = 80
"""More than a shift can do; a list of hundreds would only be slow to make."""
_DIGITS = 9


def open_sheet(counter: Counter) -> TodaySheet:
    """The list of today."""
    return TodaySheet(counter)


class TodaySheet(Sheet):
    """Follows every change and the clock. Rows that say what they said already are left alone."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.counter = counter
        self.rows: list[TodayRow] = []
        self.headings: list[str] = []
        self._shown: object = None
        self._items: tuple[TodayItem, ...] | None = counter.desk.today_list.latest()
        self.reading = TodayReading(counter.bridge, self)
        self._acts = TodayActs(counter, self)
        self.requests, self.hand_over = TextButton("bell"), TextButton("printer")
        speak(self.requests.say, lambda: tr("All requests"))
        speak(self.hand_over.say, lambda: tr("Print the hand-over"))
        self.requests.clicked.connect(lambda: counter.open(SheetName.REQUESTS))
        self.hand_over.clicked.connect(lambda: counter.open(SheetName.HAND_OVER))
        self.counted, self.safety = Prose(), Prose()
        self.unveil = TextButton("eye", "filled")
        speak(self.unveil.say, lambda: tr("Show the list"))
        self.unveil.clicked.connect(self._unveil)
        self._veiled = SHARED_SCREEN.on
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM)
        self._nothing = NothingToDo()
        self._lay_out()
        counter.bridge.changed.connect(self._on_changes)
        counter.bridge.refused.connect(self._on_refused)
        LANGUAGE.changed.connect(self._show)
        self.reading.came.connect(self._on_items)
        clock = QTimer(self)
        clock.timeout.connect(self.refresh)
        clock.start(MINUTE)
        self._show()
        self.refresh()

    def title(self) -> str:
        return tr("Today")

    def first_focus(self) -> QWidget | None:
        return self.unveil if self._veiled else self._first_button() or self.requests

    def again(self) -> Callable[[], object]:
        return partial(self.counter.open, SheetName.TODAY)

    def refresh(self) -> None:
        """Read the list anew, beside the window; until it has come, the one before it stands."""
        self.reading.ask()

    def _on_items(self, items: tuple[TodayItem, ...]) -> None:
        first, self._items = self._items is None, items
        waits = first and self.focusWidget() in (None, self.requests)
        self._show()
        if waits and (button := self._first_button()) is not None:
            button.setFocus()

    def _show(self) -> None:
        """Say the list. It stays where it was scrolled to, and the keyboard at the same thing."""
        self._say_safety()
        self.unveil.setVisible(self._veiled)
        if self._veiled:
            self._area.hide()
            self._nothing.hide()
            self.counted.setText(tr("Customers can see this screen, and the list has names on it."))
            return
        if self._items is None:
            self._area.hide()
            self._nothing.hide()
            self.counted.setText(tr("Looking what there is to do…"))
            return
        desk, items = self.counter.desk, self._items
        told = [(item, self._words(item), item.presses(desk.now())) for item in items[:MOST]]
        shown = (told, len(items), LANGUAGE.code)
        if shown == self._shown or any(row.note is not None and row.note.text() for row in self.rows):
            return  # nor is a row made anew while somebody is typing into it
        self._shown = shown
        focused, scrolled = self._focused(), self._area.verticalScrollBar().value()
        self._fill(told, len(items) - len(told))
        pressing = sum(item.presses(desk.now()) for item in items)
        self.counted.setText(todo_sentence(LANGUAGE.texts, len(items), pressing) if items else "")
        self._area.setVisible(bool(items))
        self._nothing.setVisible(not items)
        self._nothing.say()
        if focused is not None:
            self._focus_again(*focused)
        self._scroll_to(scrolled)

    def _unveil(self) -> None:
        """Whoever asks for it sees it, for as long as the page is open."""
        self._veiled = False
        self._show()
        (self._first_button() or self.requests).setFocus()

    def _say_safety(self) -> None:
        """A backup that is older than the owner wants is no task of the shift, and not to be forgotten."""
        desk = self.counter.desk
        self.safety.setText(quiet_line(LANGUAGE.texts, desk.safety.place(), desk.now()))
        self.safety.setVisible(bool(self.safety.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit goes to one of the first nine rows: Enter then does what is usual there."""
        digit = event.text()
        if digit.isdecimal() and 0 < int(digit) <= len(self.rows):
            self._go_to(self.rows[int(digit) - 1], 0)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from row to row, at the same button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._step(watched, step):
                return True
        return bool(super().eventFilter(watched, event))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(RHYTHM)
        above.addWidget(self.counted, 1)
        above.addWidget(self.requests)
        above.addWidget(self.hand_over)
        listed = QVBoxLayout()
        listed.addLayout(self._column)
        listed.addStretch(1)
        self._area = scrolling(listed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(RHYTHM)
        whole.addLayout(above)
        whole.addWidget(self.safety)
        whole.addWidget(self.unveil, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._nothing, 1)

    def _words(self, item: TodayItem) -> RowWords:
        desk, texts = self.counter.desk, LANGUAGE.texts
        when = moment(texts, item, desk.zone, desk.now())
        owner = "" if item.kind is TodayKind.STAFF_THANKS else item.owner
        below = tr("{when}, {owner}", when=when, owner=owner) if when and owner else when or owner
        return RowWords(task(texts, item, desk.today()), below, beware(texts, item))

    def _fill(self, told: list[tuple[TodayItem, RowWords, bool]], more: int) -> None:
        self._clear()
        for kind, members in groupby(told, key=lambda each: each[0].kind):
            self._add_heading(group_name(LANGUAGE.texts, kind))
            for item, words, late in members:
                self._add_row(item, words, late)
        if more:
            after = ntr("And {n} more after these.", "And {n} more after these.", more)
            self._column.addWidget(PlainLabel(after, "quiet"))

    def _add_heading(self, words: str) -> None:
        if self.rows:
            self._column.addSpacing(RHYTHM)
        self.headings.append(words)
        self._column.addWidget(PlainLabel(words, "heading"))

    def _add_row(self, item: TodayItem, words: RowWords, late: bool) -> None:
        row = TodayRow(item, words, self.counter.portraits, has_photo=self._has_photo(item), late=late)
        row.customer_wanted.connect(self._open)
        row.offer(self._acts.of(row))
        self.rows.append(row)
        row.number(len(self.rows) if len(self.rows) <= _DIGITS else None)
        for control in row.controls():
            control.installEventFilter(self)
        self._column.addWidget(row)

    def _clear(self) -> None:
        """The keyboard leaves the rows first: from each hidden one it would go to the next, to the end."""
        if self._focused() is not None:
            self.setFocus()
        self.rows, self.headings = [], []
        empty(self._column)

    def _open(self, customer_id: int) -> None:
        self.counter.choose(customer_id)
        self.closed.emit()

    def _on_refused(self, said: str, error: Exception) -> None:
        """What could not be done may have been done elsewhere."""
        self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        if changes != Changes():
            self.refresh()

    def _has_photo(self, item: TodayItem) -> bool:
        try:
            return item.customer_id is not None and bool(
                self.counter.desk.customers.get(item.customer_id).has_photo
            )
        except Refused:
            return False

    # --- the keyboard ---

    def _first_button(self) -> QWidget | None:
        return next((row.buttons[0] for row in self.rows if row.buttons), None)

    def _step(self, control: QObject, step: int) -> bool:
        """From a control of a row to the same one of the next; False past either end."""
        at = next((place for place, row in enumerate(self.rows) if control in row.controls()), None)
        if at is None or not 0 <= at + step < len(self.rows):
            return False
        before = self.rows[at]
        place = before.buttons.index(control) if control in before.buttons else -1
        self._go_to(self.rows[at + step], place)
        return True

    def _go_to(self, row: TodayRow, place: int) -> None:
        """The keyboard goes to a row's button, or (-1) to its face; the nearest that it has."""
        buttons = row.buttons
        wanted = row.who if place < 0 or not buttons else buttons[min(place, len(buttons) - 1)]
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(row, 0, RHYTHM * 6)

    def _focused(self) -> tuple[int, TodayRow, QWidget] | None:
        """The place, row and control that the keyboard is at, if it is in the list."""
        control = self.focusWidget()
        held = ((place, row) for place, row in enumerate(self.rows) if control in row.controls())
        found = next(held, None)
        return (*found, control) if found is not None and control is not None else None

    def _focus_again(self, place: int, before: TodayRow, control: QWidget) -> None:
        """At the same thing where it is still there, else at the same place of the list."""
        if not self.rows:
            self.requests.setFocus()
            return
        same = next((row for row in self.rows if row.item.key == before.item.key), None)
        button = before.buttons.index(control) if control in before.buttons else -1
        self._go_to(same or self.rows[min(place, len(self.rows) - 1)], button if same else 0)

    def _scroll_to(self, value: int) -> None:
        """The new rows get their places first, for the scroll bar to know how long they are."""
        inner = self._area.widget()
        assert inner is not None, "a scrolling area has its rows from the beginning"
        for row in self.rows:
            row.show()
        QCoreApplication.sendEvent(inner, QEvent(QEvent.Type.LayoutRequest))
        self._area.verticalScrollBar().setValue(value)
