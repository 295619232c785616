"""The lines of a sheet in the order in which they are printed, to be tapped; a tick for what is keyed in."""

from __future__ import annotations

from collections.abc import Container, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.power_sheets import KeyedLine, PowerSheet
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.wording.dates import clock_time

_SIDE = 32


class PrintedLines(QWidget):
    """A tap on a line chooses it. The empty ones come last, as on the paper."""

    chosen = Signal(int)

    def __init__(self, portraits: Portraits) -> None:
        super().__init__()
        self._portraits = portraits
        self._sheet: PowerSheet | None = None
        self.rows: list[PersonRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM // 2)
        listed = QVBoxLayout()
        listed.addLayout(self._column)
        listed.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(listed))

    def show_sheet(
        self, sheet: PowerSheet, lines: Sequence[KeyedLine], zone: ZoneInfo, with_photo: Container[int]
    ) -> None:
        """A sheet that is shown already keeps its rows, so that the list stays where it was scrolled to."""
        if self._sheet is None or self._sheet.id != sheet.id:
            self._make_rows(sheet)
        self._sheet = sheet
        for number, row in enumerate(self.rows, 1):
            mine = sorted((each for each in lines if each.line == number), key=lambda each: each.came_at)
            printed = sheet.row(number)
            name = printed.name if printed is not None else next((each.name for each in mine), tr("(empty)"))
            times = ", ".join(clock_time(LANGUAGE.texts, each.came_at, zone) for each in mine)
            person = (
                printed.customer_id if printed is not None else next((each.customer_id for each in mine), 0)
            )
            said = tr("keyed in: {times}", times=times) if mine else ""
            row.show_person(person, f"{number}. {name}", person in with_photo, said)

    def _make_rows(self, sheet: PowerSheet) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [PersonRow(self._portraits, _SIDE) for _ in range(sheet.lines)]
        for number, row in enumerate(self.rows, 1):
            row.clicked.connect(lambda checked=False, number=number: self.chosen.emit(number))
            self._column.addWidget(row)
