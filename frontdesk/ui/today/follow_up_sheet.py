"""A follow-up for whoever is greeted: what, by when, who; those that are open already, and those done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.follow_ups import (
    FollowedUp,
    FollowUp,
    FollowUpKind,
    FollowUpOutcome,
    FollowUpState,
)
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.refusals import Refused
from frontdesk.ui.bridge import Refusal
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.today.due_field import DueField
from frontdesk.ui.widgets.buttons import ActionButton, Weight
from frontdesk.ui.widgets.choices import ChipRow, Choice
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, fill_with
from frontdesk.wording.dates import day
from frontdesk.wording.follow_ups import cadence_name, due_words, follow_up_name, follow_up_task

_CADENCES = (0, 7, 14, 28, 91, 182)
_ANYBODY = ""


def open_sheet(counter: Counter, customer_id: int) -> FollowUpSheet:
    """The sheet of a customer's follow-ups. Raises `Refused` UNKNOWN_CUSTOMER."""
    return FollowUpSheet(counter, counter.desk.customers.get(customer_id))


class FollowUpSheet(Sheet):
    """What is chosen beforehand is what is likely, so that one tap notes a call for tomorrow."""

    place = Place.PAGE

    def __init__(self, counter: Counter, customer: Customer) -> None:
        super().__init__()
        self._counter, self._customer = counter, customer
        self._following, self._in_flight = Following(counter), False
        self.rows: list[RecordRow] = []
        self.kinds = ChipRow([(each, partial(_name_of, each)) for each in FollowUpKind])
        self.kinds.choose(FollowUpKind.CALL)
        self.due, self.text = DueField(), TextLine()
        self.who = Choice(self._whoever)
        self.every = Choice(lambda: [(str(days), cadence_name(LANGUAGE.texts, days)) for days in _CADENCES])
        self.save_button = ActionButton("calendar-clock", "F5", Weight.FILLED)
        speak(self.save_button.say, lambda: tr("Note it"))
        self.save_button.clicked.connect(self.save)
        self.text.returnPressed.connect(self.save)
        QShortcut(QKeySequence(Qt.Key.Key_F5), self).activated.connect(self.save)
        self._open = QVBoxLayout()
        self._open.setSpacing(RHYTHM)
        self._lay_out()
        counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self.refresh)
        self.refresh()

    def title(self) -> str:
        return tr("Follow up with {name}", name=self._customer.address)

    def first_focus(self) -> QWidget:
        return self.text

    def save(self) -> None:
        """Note it, and go back to the greeting once it is kept; a refusal leaves what was typed."""
        due = self.due.value(self._counter.desk.today())
        if due is None or self._in_flight:
            return
        self._in_flight = True
        owner = int(self.who.value()) if self.who.value() else None
        kind = FollowUpKind(self.kinds.value())
        every = int(self.every.value() or 0)
        what = (self._customer.id, kind, due, self.text.text(), owner, every)
        self._following.add(*what, kept=self._on_kept, refused=self._on_refused)

    def _on_kept(self) -> None:
        if isValid(self):  # Esc may have been quicker
            self.closed.emit()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._in_flight = False
        self._counter.bridge.refused.emit(sentence, error)

    def refresh(self) -> None:
        """Show what is open for them already."""
        empty(self._open)
        self.rows = []
        waiting = [
            each
            for each in self._counter.desk.follow_ups.of(self._customer.id)
            if each.state is FollowUpState.OPEN
        ]
        if waiting:
            self._open.addWidget(PlainLabel(tr("Open already"), "heading"))
        for each in waiting:
            self._add_row(each)
        lately = self._counter.desk.follow_ups.lately(self._customer.id)
        if lately:
            self._open.addWidget(PlainLabel(tr("Done lately"), "heading"))
        for told in lately:
            self._add_told(told)

    def _add_row(self, follow_up: FollowUp) -> None:
        texts, today = LANGUAGE.texts, self._counter.desk.today()
        told = [due_words(texts, follow_up.due, today), follow_up.owner_name]
        if follow_up.every_days:
            told.append(cadence_name(texts, follow_up.every_days))
        what = follow_up_task(texts, follow_up.kind, follow_up.text)
        row = RecordRow("calendar-clock", what, " · ".join(filter(None, told)))
        row.offer(tr("Done"), partial(self._following.done, follow_up.id))
        row.offer(tr("Not needed"), partial(self._following.drop, follow_up.id))
        self.rows.append(row)
        self._open.addWidget(row)
        row.show()  # dressed in its place, it has the height that it keeps

    def _add_told(self, told: FollowedUp) -> None:
        """What was done, and what they said."""
        texts, desk = LANGUAGE.texts, self._counter.desk
        what = follow_up_task(texts, told.follow_up.kind, told.follow_up.text)
        when = tr("{when}, {owner}", when=day(texts, told.at, desk.zone, desk.now()), owner=told.by)
        row = RecordRow("check", what, " · ".join(filter(None, (when, " ".join(told.note.split())))))
        self._open.addWidget(row)
        row.show()

    def _whoever(self) -> list[tuple[str, str]]:
        staff = self._counter.desk.staffing.staff()
        return [(_ANYBODY, tr("Whoever has time")), *((str(each.id), each.name) for each in staff)]

    def _on_changes(self, changes: Changes) -> None:
        if changes.everything or self._customer.id in changes.customers:
            try:
                self.refresh()
            except Refused:  # they were taken off the list meanwhile
                self.closed.emit()

    def _lay_out(self) -> None:
        what = (
            Field(lambda: tr("About what"), self.text),
            Field(lambda: tr("By when"), self.due),
            Field(lambda: tr("What to do"), self.kinds),
        )
        whose = Field(lambda: tr("Who does it"), self.who), Field(lambda: tr("How often"), self.every)
        page = ScrolledColumn()
        if is_large():
            for field in (*what, *whose):
                page.column.addWidget(field)
        else:
            page.column.addLayout(beside(_column_of(what), _column_of(whose), stretch=(2, 1)))
        saving = QHBoxLayout()
        saving.addWidget(self.save_button)
        saving.addStretch(1)
        page.column.addLayout(saving)
        page.column.addLayout(self._open)
        page.column.addStretch(1)
        fill_with(self, page)


@dataclass(frozen=True)
class Following:
    """Notes it, ends it, and takes it back. It outlives the sheet, so that its Undo does."""

    counter: Counter

    def add(self, *what: Any, kept: Callable[[], None], refused: Refusal) -> None:
        """Then `kept`, or `refused`."""
        done = partial(self._on_added, kept)
        self.counter.submit(self.counter.desk.follow_ups.add, *what, done=done, refused=refused)

    def done(self, follow_up_id: int) -> None:
        self._submit(self.counter.desk.follow_ups.done, follow_up_id, done=self._on_done)

    def drop(self, follow_up_id: int) -> None:
        self._submit(self.counter.desk.follow_ups.drop, follow_up_id, done=self._on_dropped)

    def _submit(self, method: Any, *what: Any, done: Any) -> None:
        self.counter.submit(method, *what, done=done)

    def _on_added(self, kept: Callable[[], None], outcome: FollowUpOutcome) -> None:
        kept()
        made = outcome.follow_up
        when = due_words(LANGUAGE.texts, made.due, self.counter.desk.today())
        what = follow_up_name(LANGUAGE.texts, made.kind)
        said = tr("{what} for {name}: {when}", what=what, name=made.customer_name, when=when)
        self._tell(said, "calendar-clock", outcome)

    def _on_done(self, outcome: FollowUpOutcome) -> None:
        if outcome.then is not None:
            when = due_words(LANGUAGE.texts, outcome.then.due, self.counter.desk.today())
            self._tell(tr("Done. The next one: {when}", when=when), "check", outcome)
        else:
            self._tell(tr("Done: {name}", name=outcome.follow_up.customer_name), "check", outcome)

    def _on_dropped(self, outcome: FollowUpOutcome) -> None:
        self._tell(tr("Not needed any more: {name}", name=outcome.follow_up.customer_name), "x", outcome)

    def _tell(self, said: str, icon: str, outcome: FollowUpOutcome) -> None:
        self.counter.notify(said, icon=icon, undo=partial(self._take_back, outcome.gesture))

    def _take_back(self, gesture: bytes) -> None:
        self._submit(self.counter.desk.follow_ups.undo, gesture, done=self._on_back)

    def _on_back(self, outcome: FollowUpOutcome) -> None:
        self.counter.notify(tr("Taken back: {name}", name=outcome.follow_up.customer_name), icon="undo-2")


def _name_of(kind: FollowUpKind) -> str:
    return follow_up_name(LANGUAGE.texts, kind)


def _column_of(fields: Iterable[Field]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(RHYTHM * 2)
    for field in fields:
        column.addWidget(field)
    return part
