"""What is known of a customer: each thing with its age and who noted it, to check, change, let go or add."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.facts import Answer, Fact, FactKind, Reason
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.change_line import ChangeLine
from frontdesk.ui.counter.sheets import Counter, Sheet
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.fact_keeping import FactKeeping
from frontdesk.ui.people.note_line import NoteLine
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.people.why_part import WhyPart
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, fill_with, tab_through
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.facts import answer_name, noted_words, short_words

_ICONS: Final = {
    FactKind.ALLERGY: "triangle-alert",
    FactKind.PREFERENCE: "heart",
    FactKind.NOTE: "sticky-note",
    FactKind.WHY: "smile",
}


def open_sheet(counter: Counter, customer_id: int) -> FactsSheet:
    """The sheet of what is known of a customer. Raises `Refused` UNKNOWN_CUSTOMER."""
    return FactsSheet(counter, counter.desk.customers.get(customer_id))


class FactsSheet(Sheet):
    """Every tap is one act with its way back. Here also an allergy can be let go, by who means it."""

    def __init__(self, counter: Counter, customer: Customer) -> None:
        super().__init__()
        desk = counter.desk
        self._counter, self._customer = counter, customer
        self._keeping = FactKeeping(counter, customer.id, customer.address)
        self.rows: list[RecordRow] = []
        self._listed = QVBoxLayout()
        self._listed.setSpacing(RHYTHM)
        self._nothing = Prose()
        speak(self._nothing.setText, lambda: tr("Nothing is noted yet."))
        self.change = ChangeLine(self)
        self.change.hide()
        self.change.sent.connect(self._on_change)
        self.change.given_up.connect(self._leave_change)
        self.note = NoteLine()
        self.note.sent.connect(self._keeping.note)
        spoken = customer.language or desk.shop.settings().cards_language
        self.why = WhyPart(spoken, desk.staffing.staff())
        self.why.reason_wanted.connect(self._keeping.note_why)
        self.why.dropped.connect(lambda fact: self._keeping.answer(fact, Answer.GONE))
        self.why.whom_wanted.connect(lambda staff_id: self._keeping.note_why(Reason.PEOPLE, staff_id))
        counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self.refresh)
        self._lay_out()
        self.refresh()

    def title(self) -> str:
        return tr("What is known of {name}", name=self._customer.address)

    def first_focus(self) -> QWidget:
        """The first thing that can be answered, or else where the first thing is noted."""
        return self._button_at(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_in_order()  # in the window: what was said before it was there does not hold

    def may_close(self) -> bool:
        """Esc leaves the line that is open first."""
        if self.change.isVisible():
            self._leave_change()
            return False
        return True

    def refresh(self) -> None:
        """Show what stands now."""
        known = self._counter.desk.facts.of(self._customer.id)
        self._list(known)
        self.why.show_known(known)

    def _list(self, known: tuple[Fact, ...]) -> None:
        place = self._place_of_focus()
        self._listed.removeWidget(self.change)
        self.change.hide()
        for row in self.rows:
            self._listed.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row_of(fact) for fact in known]
        for row in self.rows:
            self._listed.addWidget(row)
        self._nothing.setVisible(not known)
        self._read_in_order()
        if place is not None:
            self._button_at(place).setFocus()

    def _place_of_focus(self) -> int | None:
        """Which row has the keyboard; None where it is elsewhere."""
        focus: QWidget | None = self.focusWidget()
        if focus is None:
            return None
        return next((at for at, row in enumerate(self.rows) if row.isAncestorOf(focus)), None)

    def _button_at(self, place: int) -> QWidget:
        """Who works by keys goes on where they were, also where a row has gone."""
        row = self.rows[min(place, len(self.rows) - 1)] if self.rows else None
        return row.button if row is not None and row.button is not None else self.note.typed

    def _read_in_order(self) -> None:
        tab_through(*self.rows, self.change, self.note, self.why)

    def _row_of(self, fact: Fact) -> RecordRow:
        texts, desk = LANGUAGE.texts, self._counter.desk
        noted = noted_words(texts, fact, desk.zone, desk.now())
        row = RecordRow(_ICONS[fact.kind], short_words(texts, fact), noted)
        row.offer(answer_name(texts, Answer.STANDS), partial(self._keeping.answer, fact, Answer.STANDS))
        row.offer(answer_name(texts, Answer.CHANGED), partial(self._begin_change, row, fact))
        row.offer(answer_name(texts, Answer.GONE), partial(self._keeping.answer, fact, Answer.GONE))
        return row

    def _begin_change(self, row: RecordRow, fact: Fact) -> None:
        """Its line opens below the row that it is about."""
        self._listed.removeWidget(self.change)
        self._listed.insertWidget(self._listed.indexOf(row) + 1, self.change)
        self.change.show()
        self.change.begin(fact)

    def _on_change(self, fact: Fact, text: str) -> None:
        self._keeping.answer(fact, Answer.CHANGED, text)

    def _leave_change(self) -> None:
        self.change.hide()
        self.first_focus().setFocus()

    def _on_changes(self, changes: Changes) -> None:
        if not (changes.everything or self._customer.id in changes.customers):
            return
        try:
            self.refresh()
        except Refused:  # they were taken out meanwhile
            self.closed.emit()

    def _lay_out(self) -> None:
        left, page = QWidget(), ScrolledColumn()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self._nothing)
        column.addLayout(self._listed)
        column.addWidget(self.note)
        column.addStretch(1)
        page.column.addLayout(beside(left, self.why, stretch=(3, 2)))
        page.column.addStretch(1)
        fill_with(self, page)
