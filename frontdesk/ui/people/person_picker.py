"""Who is meant: a search and the few people it finds, as large buttons. One tap, or Enter for the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.finding.hits import Hit
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.search_field import SearchField

SHOWN = 5
_WAIT_MS = 120

Suggest = Callable[[int], tuple[Hit, ...]]


class PersonPicker(QWidget):
    """Before anything is typed it offers whom `suggest` names, or who is likely here now. One person,
    `without`, is never found.
    """

    picked = Signal(int)

    def __init__(self, desk: Any, portraits: Portraits, without: int, suggest: Suggest | None = None) -> None:
        super().__init__()
        self._desk, self._without = desk, without
        self._suggest: Suggest = suggest or (lambda count: desk.wall.tiles(desk.now(), count))
        self._say: Callable[[int, str], str] = _heading
        self.search = SearchField()
        speak(self.search.say, lambda: tr("Name or phone"))
        self.rows = [PersonRow(portraits) for _ in range(SHOWN)]
        self._heading = PlainLabel(role="heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.search)
        column.addWidget(self._heading)
        for row in self.rows:
            column.addWidget(row)
            row.clicked.connect(lambda checked=False, row=row: self.picked.emit(row.customer_id))
        column.addStretch(1)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_WAIT_MS)
        timer.timeout.connect(self.find)
        self.search.textChanged.connect(lambda _: timer.start())
        self.search.chosen.connect(self._pick_first)
        LANGUAGE.changed.connect(self.find)
        self.find()

    def say_heading(self, say: Callable[[int, str], str]) -> None:
        """What stands over the people: by how many there are, and what was typed."""
        self._say = say
        self.find()

    def heading(self) -> str:
        return self._heading.text()

    def find(self) -> None:
        """The suggested while nothing is typed, else who is called so."""
        typed = self.search.text().strip()
        wanted = SHOWN + 1
        found = self._desk.search.find(typed, wanted) if typed else self._suggest(wanted)
        hits = [hit for hit in found if hit.customer_id != self._without][:SHOWN]
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(hits))
            if place < len(hits):
                row.show_hit(hits[place])
        self._heading.setText(self._say(len(hits), typed))

    def _pick_first(self) -> None:
        """Enter: whoever is found by what is typed now. Without a word typed it means nobody."""
        self.find()
        if self.search.text().strip() and not self.rows[0].isHidden():
            self.picked.emit(self.rows[0].customer_id)


def _heading(count: int, typed: str) -> str:
    if typed:
        return tr("People found") if count else tr("Nobody found")
    return tr("Likely here now") if count else tr("Type a name.")
