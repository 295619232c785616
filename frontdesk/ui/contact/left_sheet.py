"""Who left: a list to look at now and then, and the way back for whoever stands there without a card."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.finding.folding import fold
from frontdesk.ui.contact.coming_back import ComingAndGoing
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import TextLine
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.leaving import left_sentence

_SHOWN: Final = 200


def open_sheet(counter: Counter, **facts: Any) -> LeftSheet:
    """Everybody who left and is not back."""
    return LeftSheet(counter)


class LeftSheet(Sheet):
    """A row for each, the last one first."""

    place = Place.PAGE

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter, self._acts = counter, ComingAndGoing(counter)
        self.rows: list[RecordRow] = []
        self.search = TextLine()
        speak(self.search.setPlaceholderText, lambda: tr("Name"))
        speak(self.search.setAccessibleName, lambda: tr("Name"))
        self._list = ScrolledColumn()
        self._list.column.setSpacing(RHYTHM)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(RHYTHM * 2)
        whole.addWidget(self.search)
        whole.addWidget(self._list, 1)
        self.search.textChanged.connect(self.refresh)
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self.refresh)
        self.refresh()

    def title(self) -> str:
        return tr("Who left")

    def first_focus(self) -> QWidget | None:
        return self.rows[0].button if self.rows else None

    def refresh(self) -> None:
        """Read the list anew."""
        column, desk, wanted = self._list.column, self._counter.desk, fold(self.search.text())
        empty(column)
        self.rows = []
        everybody = desk.leaving.gone()
        found = [left for left in everybody if wanted in fold(left.name)]
        self.search.setVisible(bool(everybody))
        for left in found[:_SHOWN]:
            row = RecordRow("log-out", left.name, left_sentence(LANGUAGE.texts, left, desk.zone, desk.now()))
            row.offer(tr("Welcome back"), partial(self._acts.welcome_back, left.customer_id))
            self.rows.append(row)
            column.addWidget(row)
        more = len(found) - _SHOWN
        if not everybody:
            column.addWidget(Prose(tr("Nobody has left.")))
        elif not found:
            column.addWidget(Prose(tr("Nobody of this name has left.")))
        elif more > 0:
            said = ntr(
                "And {n} more: type a part of the name.", "And {n} more: type a part of the name.", more
            )
            column.addWidget(Prose(said))
        column.addStretch(1)

    def _on_changed(self, changes: Changes) -> None:
        if changes.everything or changes.customers:
            self.refresh()
