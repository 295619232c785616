"""The record behind a customer: every stamp with its Undo, the member card, records that were joined."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeKind
from frontdesk.domain.loyalty.stamping import LedgerEntry, ReversalReason, StampOutcome
from frontdesk.domain.people.customers import Customer, Merge
from frontdesk.domain.refusals import Refused
from frontdesk.services.people.merging import Merged
from frontdesk.ui.counter.gestures import undone_words
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.complaint_rows import ComplaintRows
from frontdesk.ui.people.giving import GivingPanel
from frontdesk.ui.people.record_rows import (
    RecordRow,
    entry_icon,
    may_be_moved,
    may_be_undone,
    when_words,
)
from frontdesk.ui.people.request_rows import RequestRows
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.facts import noted_words, short_words
from frontdesk.wording.ledger import entry_sentence
from frontdesk.wording.origins import origin_sentence
from frontdesk.wording.value import value_sentence

_RIGHT_WIDTH = 420
_ENTRIES = 50


class RecordPage(QWidget):
    """Anything in the past can be reversed here; each act says so in the notice bar."""

    left = Signal()
    off_wanted = Signal()
    """The customer is to be taken off the list."""

    def __init__(self, counter: Counter, customer: Customer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counter, self.customer = counter, customer
        self._in_flight = False
        self._who: dict[int, str] = {}
        self._programmes: dict[int, Programme] = {}
        self.back = TextButton("arrow-left")
        speak(self.back.say, lambda: tr("Back to the form"))
        self.back.clicked.connect(self.left)
        self.entries, self.merges = QVBoxLayout(), QVBoxLayout()
        self.value, self.known = Prose(), Prose()
        self.requests = RequestRows(counter, customer.id)
        self.complaints = ComplaintRows(counter, customer.id)
        self.giving = GivingPanel(counter, customer.id)
        self.giving.left.connect(self._stop_giving)
        self.card_button, self.merge_button = TextButton("credit-card"), TextButton("merge")
        speak(self.merge_button.say, lambda: tr("Find a double record"))
        self.merge_button.clicked.connect(lambda: counter.open(SheetName.MERGE, customer_id=customer.id))
        speak(self.card_button.say, lambda: tr("Print or replace the card"))
        self.card_button.clicked.connect(
            lambda: counter.open(SheetName.MEMBER_CARDS, customer_ids=(customer.id,))
        )
        self._card_words = Prose()
        speak(
            self._card_words.setText,
            lambda: tr("A lost card gets a new code there; stamps and visits stay as they are."),
        )
        self.off_button = TextButton("archive", "quiet")
        speak(self.off_button.say, lambda: tr("Take this customer off the list"))
        self.off_button.clicked.connect(self.off_wanted)
        self._lay_out()
        counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the record anew."""
        desk = self.counter.desk
        history: tuple[LedgerEntry, ...] = desk.loyalty.history(self.customer.id, _ENTRIES)
        self._who = {each.id: each.name for each in (*desk.staffing.staff(), *desk.staffing.gone())}
        self._programmes = {each.id: each for each in desk.shop.programmes()}
        several = len({entry.programme_id for entry in history}) > 1
        rows = [self._entry_row(entry, named=several) for entry in history]
        _fill(self.entries, rows or [_quiet(tr("No stamps yet."))])
        self._say_value()
        self.known.setText(self._known())
        self.requests.refresh()
        self.complaints.refresh()
        merges: tuple[Merge, ...] = desk.merging.of(self.customer.id)
        nothing = _quiet(tr("No other record was joined to this one."))
        _fill(self.merges, [self._merge_row(merge) for merge in merges] or [nothing])

    def _known(self) -> str:
        """How old each thing is that is known, and who noted it."""
        desk, texts = self.counter.desk, LANGUAGE.texts
        said = [
            tr(
                "{fact}: {noted}",
                fact=short_words(texts, fact),
                noted=noted_words(texts, fact, desk.zone, desk.now()),
            )
            for fact in desk.facts.of(self.customer.id)
        ]
        return "\n".join(said) or tr("Nothing is noted yet.")

    def rows(self) -> list[RecordRow]:
        """The rows of the stamps, the latest first."""
        return _rows_in(self.entries)

    def merge_rows(self) -> list[RecordRow]:
        return _rows_in(self.merges)

    def _entry_row(self, entry: LedgerEntry, *, named: bool) -> RecordRow:
        """One line of the ledger: what, when, by whom; and on which card, where there are several."""
        desk, programme = self.counter.desk, self._programmes.get(entry.programme_id)
        kind = programme.kind if programme is not None else ProgrammeKind.STAMPS
        what = entry_sentence(LANGUAGE.texts, entry, kind)
        card = programme.look.names.speak(LANGUAGE.code) if programme is not None and named else ""
        about = (when_words(entry.at, desk.zone, desk.now()), self._who.get(entry.staff_id, ""), card)
        origin = origin_sentence(LANGUAGE.texts, entry.origin, entry.at, desk.zone) if entry.origin else ""
        said = " · ".join(filter(None, about))
        row = RecordRow(entry_icon(entry), what, said, origin=origin, faded=entry.reversed)
        if may_be_undone(entry):
            row.offer(tr("Undo"), partial(self._undo_entry, entry.gesture))
        if may_be_moved(entry):
            row.offer(tr("Give to another"), partial(self._start_giving, entry.gesture, what))
        return row

    def _start_giving(self, gesture: bytes, what: str) -> None:
        """The search takes the place of what else can be done here."""
        self._side.setCurrentWidget(self.giving)
        self.giving.ask(gesture, what)

    def _stop_giving(self) -> None:
        self.back.setFocus()  # before the panel goes: Qt would hand the focus to the next button
        self._side.setCurrentIndex(0)

    def _say_value(self) -> None:
        desk = self.counter.desk
        currency = desk.shop.settings().currency
        received = desk.value.received(self.customer.id)
        said = value_sentence(
            LANGUAGE.texts, received, desk.zone, lambda amount: price_in_words(amount, currency)
        )
        self.value.setText(said)
        self.value.setVisible(bool(said))

    def _merge_row(self, merge: Merge) -> RecordRow:
        desk = self.counter.desk
        row = RecordRow("users", merge.absorbed_name, when_words(merge.at, desk.zone, desk.now()))
        row.offer(tr("Take apart"), partial(self._unmerge, merge.id))
        return row

    def _undo_entry(self, gesture: bytes) -> None:
        self._submit(self.counter.desk.loyalty.undo, gesture, ReversalReason.CORRECTION, done=self._on_undone)

    def _unmerge(self, merge_id: int) -> None:
        self._submit(self.counter.desk.merging.unmerge, merge_id, done=self._on_unmerged)

    def _submit(self, method: Any, *args: Any, done: Any) -> None:
        """One act at a time: a second tap on the same Undo would only be refused."""
        if not self._in_flight:
            self._in_flight = True
            act = self.counter.desk.act()
            self.counter.bridge.submit(method, act, *args, done=done, refused=self._on_refused)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._in_flight = False
        self.counter.bridge.refused.emit(sentence, error)
        self.refresh()

    def _on_undone(self, outcome: StampOutcome) -> None:
        self._in_flight = False
        said = undone_words(self.counter.desk, outcome, self.customer.address)
        self.counter.notify(said, icon="undo-2")
        self.refresh()

    def _on_unmerged(self, merged: Merged) -> None:
        self._in_flight = False
        name = merged.merge.absorbed_name
        self.counter.notify(tr("{name} is a record of its own again.", name=name), icon="split")
        self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        if not self.isVisible() or not (changes.everything or self.customer.id in changes.customers):
            return
        try:
            self.refresh()
        except Refused:  # they were taken out meanwhile: an enrolment's Undo, an import's
            self.left.emit()

    def _lay_out(self) -> None:
        upper = QVBoxLayout()
        upper.setSpacing(RHYTHM)
        upper.addWidget(_heading(lambda: tr("What is known")))
        upper.addWidget(self.known)
        upper.addSpacing(RHYTHM * 2)
        upper.addWidget(_heading(lambda: tr("Member card")))
        upper.addWidget(self._card_words)
        upper.addWidget(self.card_button)
        upper.addSpacing(RHYTHM * 2)
        upper.addWidget(_heading(lambda: tr("Records joined to this one")))
        upper.addLayout(self.merges)
        upper.addWidget(self.merge_button)
        upper.addSpacing(RHYTHM * 2)
        upper.addWidget(self.requests)
        upper.addSpacing(RHYTHM * 2)
        upper.addWidget(self.complaints)
        upper.addSpacing(RHYTHM * 2)
        upper.addWidget(_heading(lambda: tr("Taken in by mistake")))
        upper.addWidget(self.off_button, 0, Qt.AlignmentFlag.AlignLeft)
        upper.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(RHYTHM)
        right.addWidget(scrolling(upper), 1)
        right.addWidget(self.back)
        usual = QWidget()
        usual.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self._side = QStackedWidget()
        self._side.setFixedWidth(_RIGHT_WIDTH)
        self._side.addWidget(usual)
        self._side.addWidget(self.giving)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 4)
        row.addLayout(self._listed(), 1)
        row.addWidget(self._side)

    def _listed(self) -> QVBoxLayout:
        """What their stamps were worth, and below it every entry."""
        left = QVBoxLayout()
        left.setSpacing(RHYTHM)
        left.addWidget(self.value)
        left.addWidget(_heading(lambda: tr("Stamps and rewards, the latest first")))
        self.entries.setSpacing(RHYTHM)
        listed = QVBoxLayout()
        listed.addLayout(self.entries)
        listed.addStretch(1)
        left.addWidget(scrolling(listed), 1)
        return left


def _heading(say: Any) -> PlainLabel:
    label = PlainLabel(role="heading")
    speak(label.setText, say)
    return label


def _quiet(text: str) -> PlainLabel:
    return PlainLabel(text, "quiet")


def _fill(column: QVBoxLayout, widgets: list[Any]) -> None:
    empty(column)
    for widget in widgets:
        column.addWidget(widget)


def _rows_in(column: QVBoxLayout) -> list[RecordRow]:
    widgets = [column.itemAt(place).widget() for place in range(column.count())]
    return [widget for widget in widgets if isinstance(widget, RecordRow)]
