"""Whom a figure counts: when, who, and in a few words what it was. A tap greets them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.care_figures import Counted
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.dates import day

_LISTED: Final = 100
"""A longer list helps nobody, and would hold up the window."""
_SIGNS: Final = {True: "circle-check", False: "x"}


class PeoplePage(QWidget):
    """`back_wanted` asks for the figures again."""

    back_wanted = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._people: tuple[Counted, ...] = ()
        self._marked = False
        self._opens: Callable[[int], None] = counter.choose
        self.rows: list[RecordRow] = []
        self.back = TextButton("arrow-left")
        speak(self.back.say, lambda: tr("All figures"))
        self.back.clicked.connect(self.back_wanted)
        self.sentence = Prose(size=Size.TITLE, ink="ink", strong=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(RHYTHM)
        page = ScrolledColumn()
        page.column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addWidget(self.sentence)
        page.column.addLayout(self._list)
        page.column.addStretch(1)
        fill_with(self, page)
        LANGUAGE.changed.connect(self._fill)

    def show_people(
        self,
        sentence: str,
        people: tuple[Counted, ...],
        *,
        marked: bool = False,
        opens: Callable[[int], None] | None = None,
    ) -> None:
        """List them under the figure's sentence; those of a share are `marked` with whether it was so.

        A tap greets them, or does what `opens` says.
        """
        self._opens = opens or self._counter.choose
        self.sentence.setText(sentence)
        self._people, self._marked = people, marked
        self._fill()
        first = next((row.button for row in self.rows if row.button is not None), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        empty(self._list)
        self.rows = [self._row(each) for each in self._people[:_LISTED]]
        for row in self.rows:
            self._list.addWidget(row)
        if (more := len(self._people) - _LISTED) > 0:
            after = ntr("And {n} more after these.", "And {n} more after these.", more)
            self._list.addWidget(PlainLabel(after, "quiet"))

    def _row(self, each: Counted) -> RecordRow:
        desk = self._counter.desk
        when = day(LANGUAGE.texts, each.at, desk.zone, desk.now())
        said = tr("{when} · {note}", when=when, note=each.note) if each.note else when
        sign = _SIGNS[each.met] if self._marked else "user-round"
        row = RecordRow(sign, each.name or tr("Somebody we do not know"), said)
        if each.customer_id is not None:
            row.offer(tr("Open"), partial(self._opens, each.customer_id))
        return row
