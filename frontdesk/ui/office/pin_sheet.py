"""Somebody says who they are, at the counter. What they wanted goes on when the page is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Role
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import tr
from frontdesk.ui.team.pin_pad import PinPad

if TYPE_CHECKING:
    from frontdesk.domain.finding.scans import Scan
    from frontdesk.services.team.pins import Opened


def open_sheet(
    counter: Counter, opened: Callable[[Opened], None], staff_id: int = 0, needs: Role = Role.MANAGER
) -> PinSheet:
    """`opened` is told who it was: somebody who may do what `needs` may, or only `staff_id`."""
    return PinSheet(counter, opened, staff_id, needs)


class PinSheet(Sheet):
    """Lies over both cards: nobody reads a customer's things over the shoulder of whoever types a PIN."""

    place = Place.PAGE

    def __init__(
        self, counter: Counter, opened: Callable[[Opened], None], staff_id: int, needs: Role
    ) -> None:
        super().__init__()
        self._then = opened
        self.pad = PinPad(counter, opened=self._on_opened, needs=needs, staff_id=staff_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pad)

    def title(self) -> str:
        return tr("Enter the PIN")

    def first_focus(self) -> QWidget:
        return self.pad

    def take_scan(self, scan: Scan) -> bool:
        return self.pad.take_scan(scan)

    def _on_opened(self, opened: Opened) -> None:
        self.closed.emit()
        self._then(opened)
