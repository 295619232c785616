"""Who is here today: everybody's face; a tap says that they came, or went home."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.domain.team.shifts import AtWork
from frontdesk.domain.team.staff_thanks import StaffThanks
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.wording.team import at_work_line, thanks_count

_COLUMNS = 2
_FACE = 48


class HerePart(QWidget):
    """One button for each of the staff; whoever is here is marked."""

    turned = Signal(int, bool)
    """Of whom it was said, and whether they are here now."""

    def __init__(self, portraits: Portraits) -> None:
        super().__init__()
        self._portraits = portraits
        self.rows: list[PersonRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(RHYTHM)

    def show_team(self, team: Sequence[AtWork], thanks: Sequence[StaffThanks]) -> None:
        """The buttons of whoever stayed keep the keyboard."""
        if [each.member.id for each in team] != [row.customer_id for row in self.rows]:
            self._make_rows(len(team))
        for row, each in zip(self.rows, team, strict=True):
            said = at_work_line(LANGUAGE.texts, each)
            thanked = thanks_count(LANGUAGE.texts, thanks, each.member.id)
            below = f"{said} · {thanked}" if thanked else said
            row.show_person(each.member.id, each.member.name, each.member.has_photo, below)
            row.setChecked(each.here)

    def _make_rows(self, count: int) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        columns = 1 if is_large() else _COLUMNS
        self.rows = [self._row() for _ in range(count)]
        for place, row in enumerate(self.rows):
            self._grid.addWidget(row, place // columns, place % columns)

    def _row(self) -> PersonRow:
        row = PersonRow(self._portraits, _FACE)
        row.setCheckable(True)
        row.clicked.connect(lambda here: self.turned.emit(row.customer_id, here))
        return row
