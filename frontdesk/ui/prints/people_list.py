"""Whose cards are printed: a search that adds, and a list that takes out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.domain.finding.hits import Hit
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.text import LINE_LIMIT
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET, taller
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.buttons import IconButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, tab_through
from frontdesk.ui.widgets.portrait import Portraits

_FOUND, _LISTED = 4, 100
_LINE, _TAIL = 56, 4


class PeopleList(QWidget):
    """Keeps customers in the order in which they were added; nobody is on it twice."""

    changed = Signal()
    wanted = Signal(int)
    """A customer was found and chosen: whoever has the desk calls `add`."""

    def __init__(self, search: Any, portraits: Portraits) -> None:
        super().__init__()
        self._finder, self._portraits = search, portraits
        self._people: dict[int, Customer] = {}
        self._heading = PlainLabel(role="heading")
        self.search = QLineEdit()
        self.search.setMinimumHeight(TARGET)
        self.search.setMaxLength(LINE_LIMIT)
        speak(self.search.setPlaceholderText, lambda: tr("Add by name or phone"))
        speak(self.search.setAccessibleName, lambda: tr("Add by name or phone"))
        self._list = ScrolledColumn()
        self._list.column.setSpacing(0)
        self._list.column.setContentsMargins(0, 0, RHYTHM, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self._heading)
        column.addWidget(self.search)
        column.addWidget(self._list, 1)
        self._list.setMinimumHeight(2 * taller(_LINE, 2))
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._choose_first)
        LANGUAGE.changed.connect(self._fill)
        self._fill()

    @property
    def customers(self) -> tuple[Customer, ...]:
        """Who is on the list."""
        return tuple(self._people.values())

    def add(self, customer: Customer) -> None:
        """Put somebody on the list."""
        self._people[customer.id] = customer
        self.search.clear()
        self._fill()
        self.changed.emit()

    def add_all(self, customers: Iterable[Customer]) -> None:
        """Put several on the list at once."""
        self._people |= {customer.id: customer for customer in customers}
        self._fill()
        self.changed.emit()

    def remove(self, customer_id: int) -> None:
        """Take somebody off the list."""
        self._people.pop(customer_id, None)
        self._fill()
        self.changed.emit()

    def _choose_first(self) -> None:
        found = self._found()
        if found:
            self.wanted.emit(found[0].customer_id)

    def _found(self) -> tuple[Hit, ...]:
        text = self.search.text().strip()
        hits: tuple[Hit, ...] = self._finder.find(text, limit=_FOUND) if text else ()
        return hits

    def _fill(self) -> None:
        """While something is typed, whom it finds; else who is on the list."""
        self._heading.setText(ntr("{n} customer", "{n} customers", len(self._people)))
        column = self._list.column
        empty(column)
        if self.search.text().strip():
            self._fill_found()
        else:
            for customer in list(self._people.values())[:_LISTED]:
                column.addWidget(self._row(customer))
        rows = [column.itemAt(place).widget() for place in range(column.count())]
        tab_through(self.search, *filter(None, rows))
        column.addStretch(1)

    def _fill_found(self) -> None:
        found = self._found()
        for hit in found:
            row = PersonRow(self._portraits)
            row.show_hit(hit)
            row.clicked.connect(lambda _=False, id_=hit.customer_id: self.wanted.emit(id_))
            self._list.column.addWidget(row)
        if not found:
            self._list.column.addWidget(PlainLabel(tr("Nobody here is called that."), "quiet"))

    def _row(self, customer: Customer) -> QWidget:
        line = QWidget()
        line.setFixedHeight(taller(_LINE, 2))
        out = IconButton("x")
        out.say(tr("Take off the list"))
        below = _told_apart_by(customer)
        out.setAccessibleDescription(f"{customer.name}, {below}" if below else customer.name)
        out.clicked.connect(lambda: self.remove(customer.id))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(ElidedLabel(customer.name, "strong"))
        if below:
            who.addWidget(ElidedLabel(below, "small"))
        who.addStretch(1)
        row.addLayout(who, 1)
        row.addWidget(out)
        return line


def _told_apart_by(customer: Customer) -> str:
    """What tells two people of one name apart: what they are called, and the phone's end."""
    digits = "".join(char for char in customer.phone if char.isdecimal())
    tail = f"… {digits[-_TAIL:]}" if digits else ""
    return " · ".join(part for part in (customer.called, tail) if part)
