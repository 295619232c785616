"""Who is it? The faces of those who may, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from frontdesk.domain.acts import StaffMember
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.settings.staff_row import role_name
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import fill_with
from frontdesk.ui.widgets.portrait import Portraits

_FACE = 48


class PinFaces(QWidget):
    """`chosen` carries a member's number. Whoever `preferred` is stands chosen, or the only one who may."""

    chosen = Signal(int)

    def __init__(self, portraits: Portraits, members: Sequence[StaffMember], preferred: int) -> None:
        super().__init__()
        self._members = {each.id: each for each in members}
        self.rows: dict[int, PersonRow] = {}
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("Who is it?"))
        column = QVBoxLayout()
        column.setSpacing(RHYTHM)
        column.addWidget(heading)
        self._group = QButtonGroup(self)
        for each in members:
            row = PersonRow(portraits, _FACE)
            row.setCheckable(True)
            row.clicked.connect(partial(self.choose, each.id))
            self._group.addButton(row)
            self.rows[each.id] = row
            column.addWidget(row)
        column.addStretch(1)
        fill_with(self, scrolling(column))
        if preferred not in self.rows and len(members) == 1:
            preferred = members[0].id
        self._chosen = preferred if preferred in self.rows else 0
        if self._chosen:
            self.rows[self._chosen].setChecked(True)
        LANGUAGE.changed.connect(self._say)
        self._say()

    def member(self) -> StaffMember | None:
        """Who is chosen."""
        return self._members.get(self._chosen)

    def choose(self, staff_id: int) -> None:
        self._chosen = staff_id
        self.rows[staff_id].setChecked(True)
        self.chosen.emit(staff_id)

    def _say(self) -> None:
        for staff_id, row in self.rows.items():
            member = self._members[staff_id]
            row.show_person(staff_id, member.name, member.has_photo, role_name(member.role))
