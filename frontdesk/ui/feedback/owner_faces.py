"""Who sees to an answer: everybody who works here, with their faces, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.domain.acts import StaffMember
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.portrait import PhotoSource, Portraits

_COLUMNS, _FACE = 2, 36


class OwnerFaces(QWidget):
    """Emits `chosen(staff_id)` at a tap on somebody else; the mark moves when that is saved."""

    chosen = Signal(int)

    def __init__(self, staffing: PhotoSource) -> None:
        super().__init__()
        self._portraits = Portraits(staffing, self)
        self._staff: tuple[StaffMember, ...] = ()
        self._owner = 0
        self.faces: dict[int, PersonRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(RHYTHM)

    def show_staff(self, staff: Sequence[StaffMember], owner_id: int | None) -> None:
        """Show who works here, and who took it on; the faces stay while they are the same people."""
        if tuple(staff) != self._staff:
            self._staff = tuple(staff)
            self._make_faces()
        self._owner = owner_id or 0
        self._mark()

    def _make_faces(self) -> None:
        empty(self._grid)
        columns = 1 if is_large() else _COLUMNS
        self.faces = {member.id: self._face(member) for member in self._staff}
        for place, face in enumerate(self.faces.values()):
            self._grid.addWidget(face, place // columns, place % columns)
        tab_through(*self.faces.values())

    def _face(self, member: StaffMember) -> PersonRow:
        face = PersonRow(self._portraits, _FACE)
        face.show_person(member.id, member.name, member.has_photo, "")
        face.setCheckable(True)
        face.clicked.connect(lambda: self._on_tapped(member.id))
        return face

    def _on_tapped(self, staff_id: int) -> None:
        """Nothing is shown as done before it is saved, and nobody lets go of it by a tap."""
        self._mark()
        if staff_id != self._owner:
            self.chosen.emit(staff_id)

    def _mark(self) -> None:
        for each, face in self.faces.items():
            face.setChecked(each == self._owner)
