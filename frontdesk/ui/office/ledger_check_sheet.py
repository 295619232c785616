"""The books and the end of each day: are all stamps as they were written, and what did a day come to?"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.finding.scans import Scan
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.books.books_part import BooksPart
from frontdesk.ui.office.books.days_part import DaysPart
from frontdesk.ui.office.books.slip_check_part import SlipCheckPart
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn
from frontdesk.ui.widgets.prose import Prose, ProseStrip


def open_sheet(counter: Counter, **facts: Any) -> Sheet:
    return LedgerCheckSheet(counter)


class LedgerCheckSheet(Sheet):
    """Only a manager sees it: the service says so to everybody else, and who can help."""

    place = Place.PAGE

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter, self._asked_by = counter, 0
        self.books, self.slips, self.days = BooksPart(counter), SlipCheckPart(counter), DaysPart(counter)
        self.sorry = ProseStrip("calm", "lock")
        self.unusual_button = TextButton("eye")
        speak(self.unusual_button.say, lambda: tr("Unusual stamps"))
        self.unusual_button.clicked.connect(lambda: counter.open(SheetName.SETTINGS, part="unusual"))
        self._page = ScrolledColumn()
        self._lay_out()
        for part in (self.books, self.slips, self.days):
            part.refused.connect(self._on_refused)
        counter.bridge.changed.connect(self._on_changed)
        self.look()

    def title(self) -> str:
        return tr("Ledger and day close")

    def first_focus(self) -> QWidget:
        return self.books.check_button

    def may_close(self) -> bool:
        self.books.cancel()
        return True

    def take_scan(self, scan: Scan) -> bool:
        """A slip's square is for this page; a customer's card is not."""
        return self.slips.take_scan(scan)

    def look(self) -> None:
        """What is known without reading the whole ledger."""
        self._asked_by = self._counter.desk.staff_id
        self.sorry.setText("")
        self._page.show()
        self.books.look()
        self.days.look()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.sorry.setText(sentence)
        self._page.hide()
        self._counter.bridge.refused.emit(sentence, error)

    def _on_changed(self, changes: Changes) -> None:
        """Somebody else is here now, or a day was closed."""
        if self._asked_by != self._counter.desk.staff_id or changes.today:
            self.look()

    def _lay_out(self) -> None:
        unusual = Prose()
        speak(
            unusual.setText,
            lambda: tr(
                "Books in order can still hold stamps that nobody bought. What differs from the habit of "
                "your shop is listed here."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.sorry)
        page = self._page.column
        for part in (self.books, self.slips, unusual):
            page.addWidget(part)
        page.addWidget(self.unusual_button, 0, Qt.AlignmentFlag.AlignLeft)
        page.addSpacing(GAP)
        page.addWidget(self.days)
        page.addStretch(1)
        column.addWidget(self._page, 1)
        column.addStretch(0)
