"""Quietly beside the form: people of the shop who may be the very one that is being added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.folding import words
from frontdesk.domain.hits import Hit
from frontdesk.domain.phones import search_digits
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.portrait import Portraits

SHOWN = 2
_WAIT_MS = 150
_FEWEST_LETTERS, _FEWEST_DIGITS, _TAIL = 2, 6, 4


class AlreadyHere(QWidget):
    """At most SHOWN rows, the same phone before the same name; hidden while there are none."""

    picked = Signal(int)
    shown = Signal()
    """Other people are shown than before, or nobody any more."""

    def __init__(self, desk: Any, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = self._phone = ""
        self.hits: tuple[Hit, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.look)
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("Already a customer?"))
        self.rows = [PersonRow(portraits) for _ in range(SHOWN)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(heading)
        for row in self.rows:
            row.clicked.connect(lambda _=False, row=row: self.picked.emit(row.customer_id))
            column.addWidget(row)
        self.hide()

    def ask(self, name: str, phone: str) -> None:
        """Look for them soon; typing on puts it off."""
        if (name, phone) != (self._name, self._phone):
            self._name, self._phone = name, phone
            self._timer.start()

    def look(self) -> None:
        """Look for them now."""
        prefix = self._desk.shop.facts().phone_prefix
        digits = search_digits(self._phone, prefix)
        by_phone = self._desk.search.find(self._phone, 8) if len(digits) >= _FEWEST_DIGITS else ()
        by_name = self._desk.search.find(self._name, 8) if len(self._name.strip()) >= _FEWEST_LETTERS else ()
        found = {hit.customer_id: hit for hit in same_phone(by_phone, digits)}
        for hit in same_name(by_name, self._name):
            found.setdefault(hit.customer_id, hit)
        self._show(tuple(found.values())[:SHOWN])

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self.hits = hits
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(hits))
            if place < len(hits):
                row.show_hit(hits[place])
        self.setVisible(bool(hits))
        self.shown.emit()


def same_phone(hits: Iterable[Hit], digits: str) -> list[Hit]:
    """Those whose number ends as the typed one does; a search alone finds it anywhere in a number."""
    return [hit for hit in hits if hit.phone_tail and hit.phone_tail == digits[-_TAIL:]]


def same_name(hits: Iterable[Hit], name: str) -> list[Hit]:
    """Those who have each of the typed words as a whole word of one of their names."""
    typed = set(words(name))
    return [hit for hit in hits if typed and typed <= set(words(f"{hit.name} {hit.called} {hit.spoken}"))]
