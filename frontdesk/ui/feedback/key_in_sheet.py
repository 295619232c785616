"""Key in answers: a card's code, then a key for each answer; a stack of paper cards goes in by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.pasted_answers import Pasted
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.responses import Response, ResponseSaved, WayBack
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.feedback.answer_tables import AnswerTables
from frontdesk.ui.feedback.code_line import CodeLine
from frontdesk.ui.feedback.keyed_answers import KeyedAnswers
from frontdesk.ui.feedback.keying_form import KeyingForm
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, in_a_row
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.wording.key_in import card_sentence, standing_sentence
from frontdesk.wording.questions import question_text
from frontdesk.wording.responses import way_back_name

_WAYS: Final = (WayBack.PAPER, WayBack.MESSAGE)
"""The page and the form bring theirs by themselves."""


def open_sheet(counter: Counter, scan: Scan | None = None) -> KeyInSheet:
    """The page; with `scan`, at the card that was scanned."""
    return KeyInSheet(counter, scan)


class KeyInSheet(Sheet):
    """Each answer is saved at its end: leaving the page loses what is half keyed in, and says so once."""

    def __init__(self, counter: Counter, scan: Scan | None = None) -> None:
        super().__init__()
        self._counter, self._desk = counter, counter.desk
        self.card: FeedbackCard | None = None
        self._standing: Response | None = None
        self._warned = False
        self.code, self.form = CodeLine(), KeyingForm()
        self.way = ChipRow([(each.value, partial(_way_words, each)) for each in _WAYS])
        self.way.choose(WayBack.PAPER)
        self.whose = ElidedLabel("", "title")
        self.fault, self.standing = ProseStrip("warn", "circle-alert"), ProseStrip("calm", "info")
        self.look = TextButton("eye")
        self.keyed = KeyedAnswers(self._desk.zone)
        self.tables = AnswerTables(counter)
        self.help = Prose()
        speak(self.look.say, lambda: tr("Look at that answer"))
        speak(self.help.setText, _help)
        self._connect()
        self._lay_out()
        self._show_card()
        if scan is not None:
            self.take_scan(scan)

    def title(self) -> str:
        return tr("Key in answers")

    def first_focus(self) -> QWidget:
        if self.card is None:
            return self.code.line
        return self.look if self._closed_today() else self.form.next_stop()

    def again(self) -> Callable[[], object]:
        return partial(self._counter.open, SheetName.KEY_IN)

    def may_close(self) -> bool:
        """What is half keyed in is not thrown away by one slip of Esc."""
        if self.card is None or not self.form.says_something() or self._warned:
            return True
        self._warned = True
        self.fault.setText(tr("This answer is not saved yet. Enter saves it; Esc once more leaves it."))
        self.form.save.setFocus()
        return False

    def take_scan(self, scan: Scan) -> bool:
        """A card was scanned while the page is open; False where it is none of these. What is half keyed in
        stays, whatever was scanned.
        """
        if self._half_keyed():
            return True
        for typed in scan.readings():
            try:
                pasted = self._desk.pasted_answers.read(typed)
            except Refused:
                continue
            self._begin(pasted)
            return True
        return False

    # --- the card ---

    def take(self, text: str) -> None:
        """A code that was keyed in, or a message that was pasted. A wrong one is said, and keeps nothing."""
        if not text.strip():
            return
        if self._half_keyed():
            return
        try:
            pasted = self._desk.pasted_answers.read(text)
        except Refused as refused:
            self.card = None
            self._show_card()
            self.fault.setText(sentence_for(refused))
            self.code.line.selectAll()
            self.code.line.setFocus()
            return
        self._begin(pasted)

    def _half_keyed(self) -> bool:
        """Is an answer keyed in that is not saved? Then it is said, and Enter saves it."""
        if self.card is None or not self.form.says_something():
            return False
        self.fault.setText(tr("First save the answer that you are keying in: Enter at its end."))
        self.form.save.setFocus()
        return True

    def _begin(self, pasted: Pasted) -> None:
        self.card, self._warned = pasted.card, False
        now = self._desk.now()
        self._standing = self._desk.responses.standing(self.card.id, now)
        asked = self._desk.questions.asked(self.card.language)
        if pasted.says_something:
            self.way.choose(WayBack.MESSAGE)
        self.form.show_card(asked, pasted.draft)
        self.code.line.put(self.card.short)
        self.fault.setText("")
        self._show_card()
        if self._closed_today():
            self.look.setFocus()
        else:
            self.form.begin()

    def _closed_today(self) -> bool:
        """Did this card bring its answer of today, and more than an hour ago?"""
        standing, desk = self._standing, self._desk
        return standing is not None and not desk.responses.may_correct(desk.act(), standing)

    def _show_card(self) -> None:
        """Say whose card it is, and show its questions."""
        card, texts = self.card, LANGUAGE.texts
        keying = card is not None and not self._closed_today()
        self.form.setVisible(keying)
        self.resting.setVisible(not keying)
        self.whose.setVisible(card is not None)
        self.standing.setText("")
        self.look.setVisible(card is not None and self._standing is not None)
        if card is None:
            return
        self.whose.setText(card_sentence(texts, card, self._called(card)))
        if self._standing is not None:
            self.standing.setText(
                standing_sentence(texts, self._standing, self._desk.zone, closed=self._closed_today())
            )
        own = {each.topic: each.text for each in self._desk.questions.asked(texts.language)}
        self.form.say({topic: own.get(topic) or question_text(texts, topic) for topic in Topic})

    def _called(self, card: FeedbackCard) -> str:
        """Whose it is; nobody's name where nobody knows, or where they left the shop."""
        if card.customer_id is None:
            return ""
        try:
            return str(self._desk.customers.get(card.customer_id).address)
        except Refused:
            return ""

    # --- saving ---

    def _save(self) -> None:
        """One card begun is one act, and nothing is keyed in behind it: both where the writer is slow."""
        if self.card is None or not self.form.isEnabled():
            return
        self.setFocus()
        self.form.setEnabled(False)
        take = self._desk.responses.take
        self._counter.submit(
            take,
            self.card.id,
            self.form.draft(),
            WayBack(self.way.value()),
            done=self._on_saved,
            refused=self._on_not_saved,
        )

    def _on_saved(self, saved: ResponseSaved) -> None:
        self.keyed.add(saved.response, None if saved.changed else saved.gesture)
        undo = None if saved.changed else partial(self._undo, saved.gesture)
        self._counter.notify(_saved_words(saved.response), icon="check", undo=undo)
        self._next()

    def _on_not_saved(self, sentence: str, error: Exception) -> None:
        self.form.setEnabled(True)
        self.fault.setText(sentence)
        self.form.begin()

    def _next(self) -> None:
        """Ready for the next card."""
        self.card = self._standing = None
        self.form.setEnabled(True)
        self.fault.setText("")
        self.way.choose(WayBack.PAPER)
        self.code.line.clear()
        self.code.line.setFocus()
        self._show_card()

    def _undo(self, gesture: bytes) -> None:
        self._counter.submit(self._desk.responses.undo, gesture, done=self._on_undone)

    def _on_undone(self, saved: ResponseSaved) -> None:
        self.keyed.take_away(saved.response.id)
        said = tr("Card {n} is as it was before.", n=saved.response.card_number)
        self._counter.notify(said, icon="undo-2")

    # --- keys and places ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter where nothing takes text, at the end of a card, begins the name."""
        text = event.text()
        if self.form.isVisible() and self.form.isEnabled() and len(text) == 1 and text.isalpha():
            self.form.begin_name(text)
        else:
            super().keyPressEvent(event)

    def _look_at_it(self) -> None:
        if self._standing is not None:
            self._counter.open(SheetName.RESPONSE, response_id=self._standing.id)

    def _connect(self) -> None:
        self.code.given.connect(self.take)
        self.form.wanted.connect(self._save)
        self.look.clicked.connect(self._look_at_it)
        self.keyed.undo_wanted.connect(self._undo)
        LANGUAGE.changed.connect(self._show_card)

    def _lay_out(self) -> None:
        told = in_a_row()
        told.setSpacing(RHYTHM)
        told.addWidget(self.standing, 1)
        told.addWidget(self.look, 0, Qt.AlignmentFlag.AlignTop)
        self.resting = ScrolledColumn()
        for part in (self.help, self.keyed):
            self.resting.column.addWidget(part)
        self.resting.column.addStretch(1)
        self.resting.column.addWidget(self.tables)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        first = in_a_row()
        first.setSpacing(RHYTHM)
        first.addWidget(self.code, 3)
        first.addWidget(self.way, 1)
        column.addLayout(first)
        column.addWidget(self.fault)
        column.addWidget(self.whose)
        column.addLayout(told)
        column.addWidget(self.form, 1)
        column.addWidget(self.resting, 1)


def _way_words(way: WayBack) -> str:
    return way_back_name(LANGUAGE.texts, way)


def _saved_words(response: Response) -> str:
    """That it is in; of somebody unhappy also what comes of it, and by whom."""
    number, owner = response.card_number, response.owner_name
    if response.recovery_id is not None and owner:
        return tr(
            "Card {n} is in. They were not happy: there is a complaint now, and {name} is to see to it.",
            n=number,
            name=owner,
        )
    if response.unhappy:
        return tr("Card {n} is in. They were not happy: it is first among the answers.", n=number)
    return tr("Card {n} is in.", n=number)


def _help() -> str:
    return tr(
        "For a card on paper: its code, Enter, then a key for each answer: 1 to 5 for the face, 1 to 6 for a"
        " box, 0 or Enter for nothing, and words where some are written. Enter at the end saves. For a"
        " message: paste it whole; the code is found in it."
    )
