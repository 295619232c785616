"""What else is noted of a complaint: what happened, whose it is, where it was, who takes care of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.care.recoveries import Recovery
from frontdesk.domain.text import NOTE_LIMIT
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.recoveries.recovery_acts import RecoveryActs
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import Choice, Option
from frontdesk.ui.widgets.contact_point_chips import ContactPointChips
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.labels import PlainLabel


class StoryFields(QWidget):
    """Each is saved as it is left, with Undo. What is being typed is not overwritten from elsewhere."""

    face_wanted = Signal()

    def __init__(self, counter: Counter, acts: RecoveryActs) -> None:
        super().__init__()
        self._counter, self._acts = counter, acts
        self._recovery: Recovery | None = None
        self.what, self.who = TextLine(limit=NOTE_LIMIT), TextLine()
        self.face_button = TextButton("user-check")
        speak(self.face_button.say, lambda: tr("Somebody knows who it is"))
        self.points = ContactPointChips()
        self.owner = Choice(self._staff)
        self._who = Field(
            lambda: tr("Who it is, and how to reach them"), self.who, lambda: tr("A name, a phone, a look.")
        )
        self._lay_out()
        self.what.finished.connect(self._describe)
        self.who.finished.connect(self._describe)
        self.face_button.clicked.connect(self.face_wanted)
        self.points.changed.connect(self._tag)
        self.owner.chosen.connect(self._take_on)

    def show_recovery(self, recovery: Recovery) -> None:
        self._recovery = recovery
        for line, kept in ((self.what, recovery.what), (self.who, recovery.who)):
            if not line.isModified():
                line.put(" ".join(kept.split()))
        stranger = recovery.customer_id is None
        self._who.setVisible(stranger)
        self.face_button.setVisible(stranger)
        self.points.choose(recovery.contact_point)
        self.owner.refill()
        self.owner.choose(str(recovery.owner_id))

    def finish(self) -> None:
        """Take what was typed last."""
        for line in (self.what, self.who):
            line.finish()

    def stops(self) -> tuple[QWidget, ...]:
        """All that takes the keyboard, in the order in which it is read."""
        return self.who, self.face_button, self.what, self.points, self.owner

    def _staff(self) -> list[Option]:
        desk = self._counter.desk
        members = [(str(each.id), each.name) for each in desk.staffing.staff()]
        kept = self._recovery
        if kept is not None and str(kept.owner_id) not in dict(members):  # left since, and not taken over yet
            members.append((str(kept.owner_id), kept.owner_name))
        return members

    def _describe(self) -> None:
        if self._recovery is not None:
            self._acts.describe(self._recovery, self.what.text(), self.who.text())

    def _tag(self) -> None:
        if self._recovery is not None:
            self._acts.tag(self._recovery.id, self.points.chosen())

    def _take_on(self, staff_id: str) -> None:
        if self._recovery is not None:
            self._acts.take_on(self._recovery.id, int(staff_id))

    def _lay_out(self) -> None:
        point = PlainLabel(role="heading")
        speak(point.setText, lambda: tr("Where it went wrong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self._who)
        column.addWidget(self.face_button)
        column.addWidget(Field(lambda: tr("What happened, in their words"), self.what))
        column.addWidget(point)
        column.addWidget(self.points)
        column.addWidget(Field(lambda: tr("Who takes care of it"), self.owner))
