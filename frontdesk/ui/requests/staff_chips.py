"""Who takes something on: everybody who works here, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import StaffMember
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.pages import fill_with
from frontdesk.ui.widgets.wrapping import WrappedChips


class StaffChips(QWidget):
    """Emits `chosen(staff_id)` at a tap on somebody else."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._staff: tuple[StaffMember, ...] = ()
        self._chips: dict[int, Chip] = {}
        self._rows = WrappedChips()
        fill_with(self, self._rows)

    def show_staff(self, staff: Sequence[StaffMember], chosen: int) -> None:
        """Show who works here; the chips stay while they are the same people."""
        if tuple(staff) != self._staff:
            self._staff = tuple(staff)
            self._chips = {member.id: self._chip(member) for member in staff}
            self._rows.show_chips(list(self._chips.values()))
        for staff_id, chip in self._chips.items():
            chip.setChecked(staff_id == chosen)

    def chip(self, staff_id: int) -> Chip:
        return self._chips[staff_id]

    def _chip(self, member: StaffMember) -> Chip:
        chip = Chip(checkable=True)
        chip.say_short(member.name)
        chip.clicked.connect(lambda checked: self._on_tapped(member.id, checked))
        return chip

    def _on_tapped(self, staff_id: int, checked: bool) -> None:
        """Somebody always has it: a second tap takes it from nobody."""
        for each, chip in self._chips.items():
            chip.setChecked(each == staff_id)
        if checked:
            self.chosen.emit(staff_id)
