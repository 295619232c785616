"""The lines of a sheet in the order in which they are printed, to be tapped; a tick for what is keyed in."""

from __future__ import annotations

from collections.abc import Container, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from frontdesk.domain.paper.power_sheets import KeyedLine, PowerSheet
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.wording.dates import clock_time


class PrintedLines(QWidget):
    """A tap on a line chooses it. The empty ones come last, as on the paper."""

    chosen = Signal(int)

    def __init__(self, portraits: Portraits) -> None:
        super().__init__()
        self._portraits = portraits
        self._sheet: PowerSheet | None = None
        self.rows: list[PersonRow | TextButton] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(RHYTHM // 2)
        self._grid.setColumnStretch(1, 1)
        listed = QVBoxLayout()
        listed.addLayout(self._grid)
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
            times = ", ".join(clock_time(LANGUAGE.texts, each.came_at, zone) for each in mine)
            printed = sheet.row(number)
            if isinstance(row, PersonRow) and printed is not None:
                said = tr("keyed in: {times}", times=times) if mine else ""
                person = printed.customer_id
                row.show_person(person, printed.name, person in with_photo, said)
                row.setAccessibleName(", ".join(filter(None, (str(number), printed.name, said))))
            elif isinstance(row, TextButton):
                row.say(tr("{name}: {times}", name=mine[0].name, times=times) if mine else tr("Empty line"))
                row.setAccessibleName(f"{number}, {row.text()}")

    def _make_rows(self, sheet: PowerSheet) -> None:
        empty(self._grid)
        self.rows = []
        for number in range(1, sheet.lines + 1):
            row = TextButton(role="quiet") if sheet.row(number) is None else PersonRow(self._portraits)
            row.clicked.connect(lambda checked=False, number=number: self.chosen.emit(number))
            self.rows.append(row)
            self._grid.addWidget(PlainLabel(str(number), "strong"), number, 0)
            self._grid.addWidget(row, number, 1)
