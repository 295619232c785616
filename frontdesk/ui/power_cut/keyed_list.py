"""What was keyed in from a sheet so far: what it adds up to, and each line with its way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.paper.power_sheets import Free, KeyedLine, sum_of
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.people.record_rows import RecordRow, when_words
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.power_sheets import line_words, sum_sentence


class KeyedList(QWidget):
    """The latest line first; those whose free one is still open before all others."""

    undo_wanted = Signal(bytes)
    settle_wanted = Signal(bytes)
    let_be_wanted = Signal(bytes)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[RecordRow] = []
        self.sum = Prose(size=Size.BODY, ink="ink", strong=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(RHYTHM)
        whole.addWidget(self.sum)
        whole.addLayout(self._column)

    def show_lines(self, lines: Sequence[KeyedLine], zone: ZoneInfo, now: int) -> None:
        empty(self._column)
        nothing = tr("Nothing is keyed in from this sheet yet.")
        self.sum.setText(sum_sentence(LANGUAGE.texts, sum_of(lines)) if lines else nothing)
        self.rows = [
            self._row(line, zone, now) for line in sorted(lines, key=lambda each: each.free is not Free.OPEN)
        ]
        for row in self.rows:
            self._column.addWidget(row)

    def _row(self, line: KeyedLine, zone: ZoneInfo, now: int) -> RecordRow:
        is_open = line.free is Free.OPEN
        icon = "circle-alert" if is_open else "gift" if line.free is not Free.NONE else "stamp"
        what = f"{line.line} · {line.name}"
        when, gave = when_words(line.came_at, zone, now), line_words(LANGUAGE.texts, line)
        row = RecordRow(icon, what, f"{gave} · {when}")
        if is_open:
            row.offer(tr("Take it now"), partial(self.settle_wanted.emit, line.gesture))
            row.offer(tr("On the house"), partial(self.let_be_wanted.emit, line.gesture))
        row.offer(tr("Undo"), partial(self.undo_wanted.emit, line.gesture))
        return row
