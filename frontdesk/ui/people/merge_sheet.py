"""Merge: two records that are one person, side by side, and what they will be together."""

from __future__ import annotations

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.hits import Hit
from frontdesk.domain.refusals import Refused
from frontdesk.services.merging import Merged
from frontdesk.ui.counter.sheets import Counter, Sheet
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.merge_cards import MergeResult, RecordCard, RecordFacts, facts_of, result_words
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.buttons import ActionButton, IconButton, Weight
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.search_field import SearchField

SHOWN = 5
_LIST_WIDTH = 328
_WAIT_MS = 120


def open_sheet(counter: Counter, customer_id: int) -> MergeSheet:
    """The sheet that joins another record to this one. Raises `Refused` UNKNOWN_CUSTOMER."""
    return MergeSheet(counter, customer_id)


class MergeSheet(Sheet):
    """Look-alikes are offered at once; anybody else is found by typing. The first record's facts win."""

    def __init__(self, counter: Counter, customer_id: int) -> None:
        super().__init__()
        self.counter = counter
        self.kept: RecordFacts = facts_of(counter.desk, customer_id)
        self.other: RecordFacts | None = None
        self._opened_for = self.kept.customer.id
        self._in_flight = False
        self.search = SearchField()
        speak(self.search.say, lambda: tr("Name or phone"))
        self.rows = [PersonRow(counter.portraits) for _ in range(SHOWN)]
        self._heading = PlainLabel(role="heading")
        self.kept_card, self.other_card = RecordCard(counter.portraits), RecordCard(counter.portraits)
        self.swap_button = IconButton("arrow-left")
        speak(self.swap_button.say, lambda: tr("Keep the other name"))
        self.swap_button.clicked.connect(self.swap)
        self.result = MergeResult()
        self.merge_button = ActionButton("merge", "F5", Weight.FILLED)
        speak(self.merge_button.say, lambda: tr("They are one person"))
        self.merge_button.clicked.connect(self.merge)
        self._words = Prose()
        self._connect()
        self._lay_out()
        self._find()
        self._show()

    def title(self) -> str:
        return tr("Who else is {name}?", name=self.kept.customer.address)

    def first_focus(self) -> QWidget:
        return self.search

    def choose(self, customer_id: int) -> None:
        """Put somebody beside the record that was opened."""
        try:
            self.other = facts_of(self.counter.desk, customer_id)
        except Refused as refused:
            self._words.setText(sentence_for(refused))
            return
        self._show()
        self.merge_button.setFocus()

    def swap(self) -> None:
        """Let the other record's name and facts win."""
        if self.other is not None:
            self.kept, self.other = self.other, self.kept
            self._show()

    def merge(self) -> None:
        """Make them one. One press is one act."""
        if self.other is None or self._in_flight:
            return
        self._in_flight = True
        self.merge_button.set_weight(Weight.MUTED)
        desk = self.counter.desk
        kept, absorbed = self.kept.customer.id, self.other.customer.id
        joining = _Joining(self.counter, self)
        self.counter.bridge.submit(
            desk.merging.merge, desk.act(), kept, absorbed, done=joining.on_merged, refused=joining.on_refused
        )

    def on_refused(self, sentence: str) -> None:
        """Leave everything as it stands, and say why."""
        self._in_flight = False
        self._show()
        self._words.setText(sentence)

    def words(self) -> str:
        """What stands beside the button: what it will do, or why it did not."""
        return self._words.text()

    def heading(self) -> str:
        """What stands over the people offered."""
        return self._heading.text()

    def _find(self) -> None:
        """The look-alikes while nothing is typed, else who is called so."""
        typed, desk = self.search.text().strip(), self.counter.desk
        if typed:
            found: tuple[Hit, ...] = desk.search.find(typed, SHOWN + 1)
        else:
            found = desk.merging.look_alikes(self._opened_for, SHOWN)
        hits = [hit for hit in found if hit.customer_id != self._opened_for][:SHOWN]
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(hits))
            if place < len(hits):
                row.show_hit(hits[place])
        self._say_heading(len(hits), typed)

    def _say_heading(self, count: int, typed: str) -> None:
        if typed:
            self._heading.setText(tr("People found") if count else tr("Nobody found"))
        else:
            self._heading.setText(tr("They look alike") if count else tr("Nobody looks alike. Type a name."))

    def _choose_first(self) -> None:
        if not self.rows[0].isHidden():
            self.choose(self.rows[0].customer_id)

    def _show(self) -> None:
        chosen = 0
        self.kept_card.show_facts(self.kept, self.counter.desk)
        self.other_card.show_facts(self.other, self.counter.desk)
        if self.other is not None:
            chosen = next(
                each.customer.id for each in (self.kept, self.other) if each.customer.id != self._opened_for
            )
        for row in self.rows:
            row.setChecked(row.customer_id == chosen)
        self.result.show_result(self.kept, self.other)
        self.swap_button.setVisible(self.other is not None)
        ready = self.other is not None and not self._in_flight
        self.merge_button.set_weight(Weight.FILLED if ready else Weight.MUTED)
        self._words.setText(result_words(self.other))

    def _retranslate(self) -> None:
        self._find()
        self._show()

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for row in self.rows:
            row.setCheckable(True)
            group.addButton(row)
            row.clicked.connect(lambda _=False, row=row: self.choose(row.customer_id))
        group.setExclusive(True)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_WAIT_MS)
        timer.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _: timer.start())
        self.search.chosen.connect(self._choose_first)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.merge)
        LANGUAGE.changed.connect(self._retranslate)

    def _lay_out(self) -> None:
        found = QWidget()
        found.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.search)
        column.addWidget(self._heading)
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)
        cards = QHBoxLayout()
        cards.setSpacing(RHYTHM * 2)
        cards.addWidget(self.kept_card, 1)
        cards.addWidget(self.swap_button)
        cards.addWidget(self.other_card, 1)
        below = QHBoxLayout()
        below.setSpacing(RHYTHM * 3)
        below.addWidget(self._words, 1)
        below.addWidget(self.merge_button)
        right = QVBoxLayout()
        right.setSpacing(RHYTHM * 2)
        right.addLayout(cards, 1)
        right.addWidget(self.result)
        right.addLayout(below)
        right.addStretch(0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(RHYTHM * 4)
        whole.addWidget(found)
        whole.addLayout(right, 1)


@dataclass(frozen=True)
class _Joining:
    """What becomes of one merge. It outlives the sheet, so that its Undo does."""

    counter: Counter
    sheet: MergeSheet

    def on_merged(self, merged: Merged) -> None:
        said = tr("{name} is one person now, with all stamps and visits.", name=merged.customer.address)
        self.counter.notify(said, icon="merge", undo=lambda: self._take_apart(merged.merge.id))
        if shiboken6.isValid(self.sheet) and self.sheet.isVisible():
            self.counter.choose(merged.customer.id)
            self.sheet.closed.emit()

    def on_refused(self, sentence: str, error: Exception) -> None:
        if shiboken6.isValid(self.sheet):
            self.sheet.on_refused(sentence)
        else:
            self.counter.notify(sentence, icon="circle-alert")

    def _take_apart(self, merge_id: int) -> None:
        desk = self.counter.desk
        self.counter.bridge.submit(desk.merging.unmerge, desk.act(), merge_id, done=self._on_apart)

    def _on_apart(self, merged: Merged) -> None:
        name = merged.merge.absorbed_name
        self.counter.notify(tr("{name} is a record of its own again.", name=name), icon="split")
