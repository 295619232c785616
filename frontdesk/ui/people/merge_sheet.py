"""Merge: two records that are one person, side by side, and what they will be together."""

from __future__ import annotations

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.finding.hits import Hit
from frontdesk.domain.refusals import Refused
from frontdesk.services.people.merging import Merged
from frontdesk.ui.counter.sheets import Counter, Sheet
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.people.merge_cards import MergeResult, RecordCard, RecordFacts, facts_of, result_words
from frontdesk.ui.people.person_picker import PersonPicker
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.widgets.buttons import ActionButton, IconButton, Weight
from frontdesk.ui.widgets.prose import Prose

_LIST_WIDTH, _LIST_WIDEST = 328, 440


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
        self.picker = PersonPicker(counter.desk, counter.portraits, self._opened_for, self._look_alikes)
        self.search, self.rows = self.picker.search, self.picker.rows
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
        self.picker.say_heading(_heading)
        self._show()

    def told_of(self) -> frozenset[int]:
        return frozenset(each.customer.id for each in (self.kept, self.other) if each is not None)

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
        return self.picker.heading()

    def _look_alikes(self, count: int) -> tuple[Hit, ...]:
        found: tuple[Hit, ...] = self.counter.desk.merging.look_alikes(self._opened_for, count)
        return found

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

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for row in self.rows:
            row.setCheckable(True)
            group.addButton(row)
        group.setExclusive(True)
        self.picker.picked.connect(self.choose)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.merge)
        LANGUAGE.changed.connect(self._show)

    def _lay_out(self) -> None:
        listed = QVBoxLayout()
        listed.addWidget(self.picker)
        offered = scrolling(listed)
        offered.setFixedWidth(min(grown(_LIST_WIDTH), _LIST_WIDEST))
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
        whole.addWidget(offered)
        whole.addWidget(scrolling(right), 1)


def _heading(count: int, typed: str) -> str:
    if typed:
        return tr("People found") if count else tr("Nobody found")
    return tr("They look alike") if count else tr("Nobody looks alike. Type a name.")


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
