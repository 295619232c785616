"""What a figure counts, line by line: the figure's sentence above, and the way back to all figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose

LISTED: Final = 100
"""A longer list helps nobody, and would hold up the window."""


class ListedPage(QWidget):
    """`back_wanted` asks for the figures again. A page of this sort fills its lines by `_fill`."""

    back_wanted = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.rows: list[RecordRow] = []
        self.back = TextButton("arrow-left")
        speak(self.back.say, lambda: tr("All figures"))
        self.back.clicked.connect(self.back_wanted)
        self.sentence = Prose(size=Size.TITLE, ink="ink", strong=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(RHYTHM)
        page = ScrolledColumn()
        self.column = page.column
        self.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.sentence)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        fill_with(self, page)
        LANGUAGE.changed.connect(self._fill)

    def _fill(self) -> None:
        """List what the page has, in the language that is spoken now."""
        raise NotImplementedError

    def _list_rows(self, rows: Sequence[RecordRow], more: int) -> None:
        """These lines, and how many are after them."""
        empty(self._list)
        self.rows = list(rows)
        for row in self.rows:
            self._list.addWidget(row)
        if more > 0:
            after = ntr("And {n} more after these.", "And {n} more after these.", more)
            self._list.addWidget(PlainLabel(after, "quiet"))

    def _first_button(self) -> QWidget | None:
        """Of the first line that can be opened."""
        return next((row.button for row in self.rows if row.button is not None), None)
