"""Possible doubles: records that look like one person, to be joined with one tap, or told apart for good."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.people.doubles import Double
from frontdesk.domain.refusals import Refused
from frontdesk.services.people.doubles import TwoSaid
from frontdesk.services.people.merging import Merged
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.office.people.pair_row import PairRow
from frontdesk.ui.people.merge_cards import RecordFacts, facts_of
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip

SHOWN: Final = 30
"""So many pairs are seen through at a time; then there are the next."""


def open_sheet(counter: Counter, **facts: Any) -> Sheet:
    return DuplicatesSheet(counter)


class DuplicatesSheet(Sheet):
    """Looked for beside the window, once when it opens; what was said goes from the list at once."""

    place = Place.PAGE

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._found: tuple[Double, ...] | None = None
        self._job: Job | None = None
        self.rows: list[PairRow] = []
        self.words = Prose(size=Size.BODY, ink="ink")
        self.progress, self.sorry = ProgressRow(), ProseStrip("calm", "lock")
        self.progress.cancelled.connect(self._cancel)
        self.again_button = TextButton("refresh-cw", "quiet")
        self.again_button.clicked.connect(self.look)
        self._list = QVBoxLayout()
        self._list.setSpacing(RHYTHM * 2)
        page = ScrolledColumn()
        page.column.addLayout(self._list)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (self.words, self.sorry, self.progress):
            column.addWidget(part)
        column.addWidget(page, 1)
        column.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._fill)
        self.look()

    def title(self) -> str:
        return tr("Possible doubles")

    def first_focus(self) -> QWidget | None:
        return self.rows[0].join if self.rows else self.again_button

    def may_close(self) -> bool:
        self._cancel()
        return True

    def look(self) -> None:
        """Read everybody anew."""
        self._cancel()
        self.sorry.setText("")
        self.progress.start(tr("Looking through all customers"))
        self._job = self._counter.bridge.work(
            self._counter.desk.doubles.find,
            self._counter.desk.act(),
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_found,
            refused=self._on_refused,
        )

    # --- what is said of a pair ---

    def join(self, double: Double) -> None:
        """The older record stays, and what it lacks is filled in."""
        merge = self._counter.desk.merging.merge
        self._counter.submit(merge, double.one_id, double.other_id, done=partial(self._on_joined, double))

    def say_two(self, double: Double) -> None:
        say = self._counter.desk.doubles.say_two
        self._counter.submit(say, double.one_id, double.other_id, done=partial(self._on_two, double))

    def _on_joined(self, double: Double, merged: Merged) -> None:
        self._drop(double)
        name = merged.customer.name
        undo = partial(self._take_apart, merged.merge.id)
        self._counter.notify(tr("{name} is one record now.", name=name), icon="merge", undo=undo)

    def _take_apart(self, merge_id: int) -> None:
        unmerge = self._counter.desk.merging.unmerge
        self._counter.submit(unmerge, merge_id, done=self._on_taken_back)

    def _on_two(self, double: Double, said: TwoSaid) -> None:
        self._drop(double)
        undo = partial(self._take_two_back, said)
        self._counter.notify(tr("They are two people, and not offered again."), icon="users", undo=undo)

    def _take_two_back(self, said: TwoSaid) -> None:
        say = self._counter.desk.doubles.say_two
        self._counter.submit(say, said.one_id, said.other_id, False, done=self._on_taken_back)

    def _on_taken_back(self, _: object) -> None:
        self._counter.notify(tr("Taken back."), icon="undo-2")
        self.look()

    # --- what is shown ---

    def _on_found(self, found: tuple[Double, ...] | None) -> None:
        self.progress.stop()
        if found is not None:
            self._found = found
            self._fill()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.progress.stop()
        self.sorry.setText(sentence)
        self._counter.bridge.refused.emit(sentence, error)

    def _fill(self) -> None:
        self.again_button.say(tr("Look again"))
        empty(self._list)
        self.rows = []
        if self._found is None:
            self.words.setText("")
            return
        seen = [(double, self._facts(double)) for double in self._found[:SHOWN]]
        for double, facts in seen:
            if facts is not None:
                self._add_row(double, facts)
        more = len(self._found) - SHOWN
        if more > 0:
            after = ntr("And {n} more after these.", "And {n} more after these.", more)
            self._list.addWidget(PlainLabel(after, "quiet"))
        self.words.setText(self._summary())
        if self.isVisible():
            focus = self.first_focus()
            if focus is not None:
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _summary(self) -> str:
        if not self._found:
            return tr("No two records look like one person.")
        return ntr(
            "{n} pair of records looks like one person. Nothing is joined by itself.",
            "{n} pairs of records look like one person. Nothing is joined by itself.",
            len(self._found),
        )

    def _facts(self, double: Double) -> tuple[RecordFacts, RecordFacts] | None:
        """What stands of both; None where one went meanwhile, or they are one."""
        desk = self._counter.desk
        try:
            one, other = facts_of(desk, double.one_id), facts_of(desk, double.other_id)
        except Refused:
            return None
        return (one, other) if one.customer.id != other.customer.id else None

    def _add_row(self, double: Double, facts: tuple[RecordFacts, RecordFacts]) -> None:
        row = PairRow(self._counter, double, facts)
        row.joined.connect(self.join)
        row.two_said.connect(self.say_two)
        row.compared.connect(lambda double: self._counter.open(SheetName.MERGE, customer_id=double.one_id))
        self.rows.append(row)
        self._list.addWidget(row)

    def _drop(self, double: Double) -> None:
        """Who was spoken of goes, and the next ones come up."""
        self._found = tuple(each for each in self._found or () if each != double)
        self._fill()

    def _on_changed(self, changes: Changes) -> None:
        """A record was changed elsewhere, as on the page that compares two."""
        if any({each.one_id, each.other_id} & changes.customers for each in self._found or ()):
            self._fill()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.progress.stop()
