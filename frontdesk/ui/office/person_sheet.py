"""One person on one page: who they are, all that happened, and what can be done for them."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.office.people.history_list import HistoryList
from frontdesk.ui.office.people.person_panel import PersonPanel
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn
from frontdesk.ui.widgets.wrapping import WrappedChips

_LEFT_WIDTH, _LEFT_WIDEST = 336, 440


def open_sheet(counter: Counter, customer_id: int, **facts: Any) -> Sheet:
    """The page of one person. Raises `Refused` UNKNOWN_CUSTOMER."""
    return PersonPageSheet(counter, customer_id)


class PersonPageSheet(Sheet):
    place = Place.PAGE

    def __init__(self, counter: Counter, customer_id: int) -> None:
        super().__init__()
        self._counter = counter
        greeting = counter.desk.greetings.open(customer_id, counter.desk.now())
        self.customer = greeting.customer
        self.panel = PersonPanel(counter)
        self.history = HistoryList(counter, self.customer.id)
        self.acts = self._make_acts()
        self._lay_out()
        self.panel.show_person(greeting)
        self.history.read()
        self._say()
        LANGUAGE.changed.connect(self._on_language)
        counter.bridge.changed.connect(self._on_changed)

    def title(self) -> str:
        return tr("All about {name}", name=self.customer.address)

    def first_focus(self) -> QWidget:
        return self.history.chips[None]

    def _make_acts(self) -> dict[str, TextButton]:
        person = self.customer.id
        made = {
            "edit": ("pencil", SheetName.EDIT, {"customer_id": person}),
            "facts": ("notebook-pen", SheetName.FACTS, {"customer_id": person}),
            "word": ("mail", SheetName.MESSAGE, {"customer_id": person}),
            "card": ("credit-card", SheetName.MEMBER_CARDS, {"customer_ids": (person,)}),
            "merge": ("merge", SheetName.MERGE, {"customer_id": person}),
            "take_out": ("download", SheetName.PRIVACY, {"customer_id": person, "part": "tell"}),
            "erase": ("trash-2", SheetName.PRIVACY, {"customer_id": person, "part": "erase"}),
        }
        buttons = dict[str, TextButton]()
        for name, (icon, sheet, facts) in made.items():
            button = TextButton(icon, "danger" if name == "erase" else "plain")
            button.clicked.connect(lambda *_, sheet=sheet, facts=facts: self._counter.open(sheet, **facts))
            buttons[name] = button
        return buttons

    def _say(self) -> None:
        for name, words in {
            "edit": tr("Edit"),
            "facts": tr("What is known"),
            "word": tr("Write or print a word"),
            "card": tr("Print or replace the card"),
            "merge": tr("Find a double record"),
            "take_out": tr("Everything about them, to give them"),
            "erase": tr("Erase them"),
        }.items():
            self.acts[name].say(words)

    def _on_language(self) -> None:
        self._say()
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.everything or self.customer.id in changes.customers:
            self._refresh()
            self.history.read()

    def _refresh(self) -> None:
        """They may have gone meanwhile: then there is nothing to show any more."""
        try:
            greeting = self._counter.desk.greetings.open(self.customer.id, self._counter.desk.now())
        except Refused:
            self.closed.emit()
            return
        self.customer = greeting.customer
        self.panel.show_person(greeting)

    def _lay_out(self) -> None:
        left = ScrolledColumn()
        left.setFixedWidth(min(grown(_LEFT_WIDTH), _LEFT_WIDEST))
        left.column.addWidget(self.panel)
        left.column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(left)
        row.addWidget(self.history, 1)
        acts = WrappedChips()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addLayout(row, 1)
        column.addWidget(acts)
        acts.show_chips(tuple(self.acts.values()))
