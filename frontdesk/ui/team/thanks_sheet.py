"""A customer thanked one of us: words, if there were any, and a tap on the face."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.text import LINE_LIMIT
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.team.team_acts import TeamActs
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import fill_with
from frontdesk.ui.widgets.portrait import Portraits

_FACE = 56


def open_sheet(counter: Counter, customer_id: int | None = None) -> ThanksSheet:
    """Thanks of this customer; of one that nobody knows, without."""
    return ThanksSheet(counter, customer_id or None)


class ThanksSheet(Sheet):
    """Lies over the wall. A tap on a face notes it, and the sheet is gone; Undo stands at the counter."""

    place = Place.RIGHT

    def __init__(self, counter: Counter, customer_id: int | None) -> None:
        super().__init__()
        self._customer_id, self._acts = customer_id, TeamActs(counter)
        self._portraits = Portraits(counter.desk.staffing, self)
        self.words = TextLine()
        self.words.setMaxLength(LINE_LIMIT)
        speak(self.words.setPlaceholderText, lambda: tr("So patient with my children"))
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("Who was thanked?"))
        column = QVBoxLayout()
        column.setSpacing(RHYTHM)
        column.addWidget(Field(lambda: tr("In their words"), self.words))
        column.addSpacing(RHYTHM * 2)
        column.addWidget(heading)
        desk = counter.desk
        team = sorted(desk.shifts.today(desk.staff_id, desk.now()), key=lambda each: not each.here)
        self.faces = [self._face(each.member.id, each.member.name, each.member.has_photo) for each in team]
        for face in self.faces:
            column.addWidget(face)
        column.addStretch(1)
        fill_with(self, scrolling(column))
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            leads_on = QShortcut(QKeySequence(key), self.words)
            leads_on.setContext(Qt.ShortcutContext.WidgetShortcut)
            leads_on.activated.connect(self._turn_to_faces)

    def title(self) -> str:
        return tr("Thanks for one of us")

    def first_focus(self) -> QWidget:
        return self.words

    def thank(self, staff_id: int) -> None:
        """One tap is one act."""
        self._acts.thank(staff_id, self.words.text(), self._customer_id)
        self.closed.emit()

    def _turn_to_faces(self) -> None:
        """From the words the arrow, and Enter, lead to whoever is here; the next Enter notes it."""
        if self.faces:
            self.faces[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _face(self, staff_id: int, name: str, has_photo: bool) -> PersonRow:
        row = PersonRow(self._portraits, _FACE)
        row.show_person(staff_id, name, has_photo, "")
        row.clicked.connect(lambda: self.thank(staff_id))
        return row
