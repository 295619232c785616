"""The people of a figure of worth, line by line, with what is said of each; all of them open as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt

from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import speak, tr
from frontdesk.ui.office.listed_page import LISTED, ListedPage
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.buttons import TextButton


@dataclass(frozen=True, slots=True)
class Line:
    """One of the people: `say` gives what is said beside the name, in the language spoken now."""

    customer_id: int
    name: str
    say: Callable[[], str]


class WorthList(ListedPage):
    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._said: Callable[[], str] = str
        self._lines: tuple[Line, ...] = ()
        self._people: tuple[int, ...] = ()
        self.table = TextButton("table", "plain")
        speak(self.table.say, lambda: tr("All of them as a table"))
        self.table.clicked.connect(self._open_table)
        self.column.insertWidget(self.column.indexOf(self.sentence) + 1, self.table)
        self.column.setAlignment(self.table, Qt.AlignmentFlag.AlignLeft)

    def show_lines(self, say: Callable[[], str], lines: Sequence[Line], people: tuple[int, ...]) -> None:
        """List the first of the `people` under the figure's sentence."""
        self._said, self._lines, self._people = say, tuple(lines[:LISTED]), people
        self._fill()
        first = self._first_button() or self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self.sentence.setText(self._said())
        self._list_rows([self._row(line) for line in self._lines], len(self._people) - len(self._lines))

    def _row(self, line: Line) -> RecordRow:
        row = RecordRow("user-round", line.name, line.say())
        row.offer(tr("Open"), partial(self._counter.choose, line.customer_id))
        return row

    def _open_table(self) -> None:
        self._counter.open(SheetName.CUSTOMERS, customer_ids=self._people, said=self._said())
