"""A heading on a customer's record, and below it the latest of one kind; there only where there are any."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.language import speak
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.labels import PlainLabel


class ListedRows(QWidget):
    """Whoever is listed here reads them in `refresh` and gives the rows to `show_rows`."""

    def __init__(self, heading: Callable[[], str]) -> None:
        super().__init__()
        self.rows: list[RecordRow] = []
        over = PlainLabel(role="heading")
        speak(over.setText, heading)
        self._listed = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (column, self._listed):
            part.setSpacing(RHYTHM)
        column.addWidget(over)
        column.addLayout(self._listed)

    def refresh(self) -> None:
        """Read them anew."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[RecordRow]) -> None:
        """These, in the place of those before."""
        for row in self.rows:
            self._listed.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = list(rows)
        for row in self.rows:
            self._listed.addWidget(row)
        self.setVisible(bool(self.rows))
