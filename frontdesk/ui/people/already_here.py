"""Quietly beside the form: people of the shop who may be the very one that is being added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.finding.folding import words
from frontdesk.domain.finding.hits import Hit
from frontdesk.domain.people.leaving import Left
from frontdesk.domain.people.phones import search_digits
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.leaving import left_sentence

SHOWN = 2
_WAIT_MS = 150
_FEWEST_LETTERS, _FEWEST_DIGITS, _TAIL = 2, 6, 4


class AlreadyHere(QWidget):
    """At most SHOWN rows, the same phone before the same name, and who left with that phone; hidden while
    there is nobody.
    """

    picked = Signal(int)
    shown = Signal()
    """Other people are shown than before, or nobody any more."""

    welcomed_back = Signal(int)
    """Somebody who left has the number that was typed, and is here again."""

    def __init__(self, desk: Any, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.left: Left | None = None
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
        self.gone = Prose()
        self.back_button = TextButton("heart-handshake")
        speak(self.back_button.say, lambda: tr("Welcome back"))
        self.back_button.clicked.connect(self._welcome_back)
        LANGUAGE.changed.connect(self._say_left)
        for part in (self.gone, self.back_button):
            column.addWidget(part)
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
        self.left = self._desk.search.who_left(self._phone) if len(digits) >= _FEWEST_DIGITS else None
        self._show(tuple(found.values())[:SHOWN])

    def _welcome_back(self) -> None:
        if self.left is not None:
            self.welcomed_back.emit(self.left.customer_id)

    def _say_left(self) -> None:
        """They and all they had are one tap away; a second record would know nothing of it."""
        self.gone.setVisible(self.left is not None)
        self.back_button.setVisible(self.left is not None)
        if self.left is not None:
            when = left_sentence(LANGUAGE.texts, self.left, self._desk.zone, self._desk.now())
            self.gone.setText(tr("{name} has this number: {left}", name=self.left.name, left=when))

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self.hits = hits
        self._say_left()
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(hits))
            if place < len(hits):
                row.show_hit(hits[place])
        self.setVisible(bool(hits) or self.left is not None)
        self.shown.emit()


def same_phone(hits: Iterable[Hit], digits: str) -> list[Hit]:
    """Those whose number ends as the typed one does; a search alone finds it anywhere in a number."""
    return [hit for hit in hits if hit.phone_tail and hit.phone_tail == digits[-_TAIL:]]


def same_name(hits: Iterable[Hit], name: str) -> list[Hit]:
    """Those who have each of the typed words as a whole word of one of their names."""
    typed = set(words(name))
    return [hit for hit in hits if typed and typed <= set(words(f"{hit.name} {hit.called} {hit.spoken}"))]
