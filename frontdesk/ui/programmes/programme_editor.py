"""The plain editor of a programme: fields on the left, on the right what they promise, below them Save."""

from __future__ import annotations

from typing import cast

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.loyalty.programmes import (
    Look,
    PassTerms,
    Programme,
    ProgrammeDraft,
    ProgrammeKind,
    Terms,
    same_promise,
    stamp_card,
)
from frontdesk.domain.loyalty.terms_checks import BadTerms, check_terms
from frontdesk.domain.said import Said
from frontdesk.services.errors import NotSure
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.coming_strip import ComingStrip
from frontdesk.ui.programmes.days import begins_at
from frontdesk.ui.programmes.kept_drafts import Key, kept_drafts, land
from frontdesk.ui.programmes.preview import Preview
from frontdesk.ui.programmes.programme_acts import ProgrammeActs
from frontdesk.ui.programmes.retiring import Retiring
from frontdesk.ui.programmes.shelf import shelf_of
from frontdesk.ui.programmes.topics import Topics
from frontdesk.ui.programmes.when_row import WhenRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn
from frontdesk.ui.widgets.prose import ProseStrip

_USUAL_GOAL = 10
_USUAL_VISITS, _USUAL_MONTHS = 10, 3


class ProgrammeEditor(QWidget):
    """Shows one programme, or a new one of a kind. What is changed is kept until it is saved or given up."""

    left = Signal()
    """Back to the list."""

    def __init__(self, counter: Counter, kind: ProgrammeKind, programme: Programme | None = None) -> None:
        super().__init__()
        self._counter, self._acts, self._programme = counter, ProgrammeActs(counter), programme
        self._key: Key = programme.id if programme is not None else kind
        self._drafts = kept_drafts(counter.bridge)
        self._filling, self._in_flight = False, False
        self._first_try: tuple[Act, ProgrammeDraft] | None = None
        shelf, zone = shelf_of(counter), counter.desk.zone
        self.topics = Topics(kind, shelf, zone, _highest_number(programme), new=programme is None)
        self.preview, self.coming = Preview(zone), ComingStrip(shelf, zone)
        self.when, self.retiring = (
            WhenRow(kind),
            Retiring(zone),
        )
        self._fields = ScrolledColumn()
        self.fault, self._last = ProseStrip("warn", "circle-alert"), QWidget()
        self.back_button = TextButton("arrow-left", "quiet")
        self.save_button, self.drop_button = TextButton("save", "filled"), TextButton("undo-2", "quiet")
        speak(self.back_button.say, lambda: tr("All stamp cards and passes"))
        speak(self.save_button.say, lambda: tr("Save"))
        speak(self.drop_button.say, lambda: tr("Give my changes up"))
        self._lay_out()
        self._listen()
        self._base = self._standing(kind)
        self._shown = self._fill(self._base)
        if self._key in self._drafts:
            self._fill(self._drafts[self._key])
        self._refresh()

    def draft(self) -> ProgrammeDraft:
        """The programme as the fields say it."""
        return self.topics.applied(self._base)

    def changed(self) -> bool:
        """Whether anything differs from what is kept."""
        return self.draft() != self._shown

    def save(self) -> None:
        """Save what is changed, or show what cannot be kept."""
        self.fault.setText("")
        self.topics.clear_faults()
        if self._in_flight:
            return
        if self.topics.first_fault() or not self._terms_sound():
            at_fault = cast(QWidget | None, self.focusWidget())  # PySide's types know of no None here
            self._fields.show_part(at_fault if at_fault is not None else self.topics)
            return
        desk = self._counter.desk
        faulty = self.when.faulty(desk.today()) if self.when.isVisibleTo(self) else None
        if faulty is not None:
            faulty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        day = self.when.value() if self.when.isVisibleTo(self) else None
        self._send(self.draft(), begins_at(day, desk.zone) if day is not None else None)

    def give_up(self) -> None:
        """Show what is kept; the notice brings the changes back."""
        key, draft, drafts = self._key, self.draft(), self._drafts
        drafts.pop(key, None)
        self._shown = self._fill(self._base)
        self._refresh()

        def undo() -> None:
            drafts[key] = draft
            if shiboken6.isValid(self):
                self._fill(draft)
                self._refresh()

        self._counter.notify(tr("Your changes are given up."), icon="undo-2", undo=undo)

    def _send(self, draft: ProgrammeDraft, starts_at: int | None) -> None:
        self._in_flight = True
        counter, key, drafts = self._counter, self._key, self._drafts
        # The same act again when the last try may have set it up: it then adds nothing twice.
        act, sent = self._first_try or (counter.desk.act(), draft)

        def landed(programme: Programme) -> None:
            land(drafts, key, programme.id, sent)
            if shiboken6.isValid(self):
                self._on_saved(programme, sent)

        def refused(sentence: str, error: Exception) -> None:
            if shiboken6.isValid(self):
                self._on_refused(sentence, error)
            else:
                counter.notify(sentence, icon="circle-alert")

        if self._programme is None:
            self._first_try = act, sent
            self._acts.add(act, draft, landed, refused)
        else:
            self._acts.save(self._programme, draft, starts_at, landed, refused)

    def _standing(self, kind: ProgrammeKind) -> ProgrammeDraft:
        """The programme as it is kept, or what a new one begins with."""
        programme = self._programme
        if programme is not None:
            terms = programme.terms_at(self._counter.desk.now())
            return ProgrammeDraft(programme.look, terms, programme.kind, programme.span)
        if kind is ProgrammeKind.STAMPS:
            return stamp_card("", _USUAL_GOAL, "")
        passes = PassTerms(_USUAL_VISITS, _USUAL_MONTHS)
        return ProgrammeDraft(Look(Said(""), "star"), Terms(passes=passes), ProgrammeKind.PASS)

    def _fill(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        """Show a draft; what the fields say then."""
        self._filling = True
        self.topics.put(draft)
        self.when.put_at_once()
        self.fault.setText("")
        self._filling = False
        return self.draft()

    def _refresh(self) -> None:
        draft, programme = self.draft(), self._programme
        changed = draft != self._shown
        self.topics.say_summaries(draft)
        self.preview.show_draft(draft, self.topics.told(), self._counter.desk.now())
        other_promise = not same_promise(draft.terms, self._shown.terms)
        self.when.setVisible(programme is not None and other_promise)
        self._last.setVisible(changed)
        self.retiring.setVisible(programme is not None)
        if programme is not None:
            self.coming.show_coming(programme, self._counter.desk.now())
            self.retiring.show_programme(programme)

    def _terms_sound(self) -> bool:
        draft = self.draft()
        try:
            check_terms(draft.kind, draft.terms)
        except BadTerms as bad:
            self.fault.setText(self.topics.show_fault(bad.fault))
            return False
        return True

    def _on_edited(self) -> None:
        if self._filling:
            return
        draft = self.draft()
        if draft != self._shown:
            self._drafts[self._key] = draft
        else:
            self._drafts.pop(self._key, None)
        self._refresh()

    def _on_saved(self, programme: Programme, sent: ProgrammeDraft) -> None:
        """A new one is that programme from now on; what was typed meanwhile is a change of it."""
        self._in_flight, self._first_try = False, None
        was_new, typed = self._programme is None, self.draft()
        self._programme, self._key = programme, programme.id
        self.topics.keep_kind()
        self._base = self._standing(programme.kind)
        self._shown = self._fill(self._base)
        if typed != sent:
            self._fill(typed)
        self._on_edited()
        if was_new and not self.changed():
            self.left.emit()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._in_flight = False
        if not isinstance(error, NotSure):
            self._first_try = None
        self.fault.setText(sentence)

    def _on_changed(self, changes: Changes) -> None:
        """What another page, or Undo, has saved; what is being changed here stays."""
        if not changes.shop or self._programme is None:
            return
        found = (each for each in self._counter.desk.shop.programmes() if each.id == self._key)
        changed, self._programme = self.changed(), next(found, self._programme)
        self._base = self._standing(self._programme.kind)
        if not changed:
            self._shown = self._fill(self._base)
        self._refresh()

    def _retire(self, until: int | None) -> None:
        if self._programme is not None:
            self._acts.retire(self._programme, until)

    def _bring_back(self) -> None:
        if self._programme is not None:
            self._acts.bring_back(self._programme)

    def _take_back_change(self) -> None:
        coming = self._programme.coming(self._counter.desk.now()) if self._programme is not None else None
        if self._programme is not None and coming is not None:
            self._acts.take_back_change(self._programme, coming)

    def _listen(self) -> None:
        self.topics.edited.connect(self._on_edited)
        self.back_button.clicked.connect(self.left)
        self.save_button.clicked.connect(self.save)
        self.drop_button.clicked.connect(self.give_up)
        self.retiring.retired.connect(self._retire)
        self.retiring.brought_back.connect(self._bring_back)
        self.retiring.asked.connect(lambda: self._fields.show_part(self.retiring))
        self.coming.taken_back.connect(self._take_back_change)
        LANGUAGE.changed.connect(self._refresh)
        self._counter.bridge.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        fields = self._fields
        for part in (self.topics, self.retiring):
            fields.column.addWidget(part)
        fields.column.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addWidget(fields, 5)
        both.addWidget(self.preview, 3)
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addStretch(1)
        last = QHBoxLayout(self._last)
        last.setContentsMargins(0, 0, 0, 0)
        last.setSpacing(RHYTHM)
        last.addWidget(self.when, 1)
        last.addStretch(0)
        for button in (self.drop_button, self.save_button):
            last.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(head)
        column.addWidget(self.coming)
        column.addLayout(both, 1)
        column.addWidget(self.fault)
        column.addWidget(self._last)


def _highest_number(programme: Programme | None) -> int:
    versions = programme.terms if programme is not None else ()
    return max((reward.number for terms in versions for reward in terms.rewards), default=1)
