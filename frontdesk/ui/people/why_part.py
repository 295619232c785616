"""Why somebody comes: the question to ask, a chip for each answer, and chips for whom they come."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import StaffMember
from frontdesk.domain.people.facts import Fact, Reason
from frontdesk.domain.people.scripts import script_read
from frontdesk.texts import texts_for
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.wrapping import WrappedChips, Wrapping
from frontdesk.wording.facts import reason_name
from frontdesk.wording.hello import ask_why, sound_of_why


class WhyPart(QWidget):
    """A tap on a reason notes it, another takes it back; a tap on a name says for whom they come."""

    reason_wanted = Signal(object)
    dropped = Signal(object)
    """The Fact that is not so."""
    whom_wanted = Signal(int)

    def __init__(self, language: str, staff: Sequence[StaffMember], parent: QWidget | None = None) -> None:
        """`language` is the one that is spoken to them."""
        super().__init__(parent)
        self._language = language
        self._known: dict[Reason, Fact] = {}
        self.words, self.sound = Prose(size=Size.STRONG, ink="ink", strong=True), Prose()
        self.reasons = {reason: Chip(checkable=True) for reason in Reason}
        self.people = {member.id: Chip("user-round", checkable=True) for member in staff}
        self._whom, self._names = PlainLabel(role="heading"), WrappedChips()
        speak(self._whom.setText, lambda: tr("Who serves them usually?"))
        for reason, chip in self.reasons.items():
            speak(chip.say, _name_of(reason))
            chip.clicked.connect(lambda _=False, reason=reason: self._on_reason(reason))
        for member in staff:
            self.people[member.id].say_short(member.name)
            self.people[member.id].clicked.connect(lambda _=False, id_=member.id: self._on_whom(id_))
        self._lay_out()
        self._names.show_chips(list(self.people.values()))
        speak(self.words.setText, lambda: ask_why(texts_for(self._language)))
        speak(self.sound.setText, lambda: sound_of_why(self._language, script_read(LANGUAGE.code)))

    def show_known(self, facts: Sequence[Fact]) -> None:
        """Show which reasons stand, and whom they come for."""
        self._known = {fact.reason: fact for fact in facts if fact.reason is not None}
        for reason, chip in self.reasons.items():
            chip.setChecked(reason in self._known)
        people = self._known.get(Reason.PEOPLE)
        for staff_id, chip in self.people.items():
            chip.setChecked(people is not None and people.whom_id == staff_id)
        for part in (self._whom, self._names):
            part.setVisible(people is not None)
        self.sound.setVisible(bool(self.sound.text()))

    def _on_reason(self, reason: Reason) -> None:
        """What a tap asks for; the chip follows when it is so."""
        known = self._known.get(reason)
        self.reasons[reason].setChecked(known is not None)
        if known is None:
            self.reason_wanted.emit(reason)
        else:
            self.dropped.emit(known)

    def _on_whom(self, staff_id: int) -> None:
        known = self._known.get(Reason.PEOPLE)
        self.people[staff_id].setChecked(known is not None and known.whom_id == staff_id)
        self.whom_wanted.emit(staff_id)

    def _lay_out(self) -> None:
        heading, chips = PlainLabel(role="heading"), QWidget()
        speak(heading.setText, lambda: tr("Why they come"))
        rows = Wrapping(chips)
        for chip in self.reasons.values():
            rows.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (heading, self.words, self.sound, chips, self._whom, self._names):
            column.addWidget(part)
        column.addStretch(1)


def _name_of(reason: Reason) -> Callable[[], str]:
    return lambda: reason_name(LANGUAGE.texts, reason)
