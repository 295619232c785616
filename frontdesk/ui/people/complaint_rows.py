"""The complaints on a customer's record: quiet, and there only where there are any."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.recoveries import Recovery
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import RecordRow, when_words
from frontdesk.ui.recoveries.signs import situation_icon
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.wording.recoveries import recovery_state_name

_MOST = 5


class ComplaintRows(QWidget):
    """The latest of them, whatever came of it; each leads to its page."""

    def __init__(self, counter: Counter, customer_id: int) -> None:
        super().__init__()
        self._counter, self._customer_id = counter, customer_id
        self.rows: list[RecordRow] = []
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("Complaints"))
        self._listed = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (column, self._listed):
            part.setSpacing(RHYTHM)
        column.addWidget(heading)
        column.addLayout(self._listed)

    def refresh(self) -> None:
        """Read them anew."""
        for row in self.rows:
            self._listed.removeWidget(row)
            row.hide()
            row.deleteLater()
        told: tuple[Recovery, ...] = self._counter.desk.recoveries.of(self._customer_id)
        self.rows = [self._row(each) for each in told[:_MOST]]
        for row in self.rows:
            self._listed.addWidget(row)
        self.setVisible(bool(told))

    def _row(self, recovery: Recovery) -> RecordRow:
        desk, code = self._counter.desk, recovery.situation
        about = (
            when_words(recovery.at, desk.zone, desk.now()),
            recovery_state_name(LANGUAGE.texts, recovery.state),
        )
        name = desk.playbooks.read(code, LANGUAGE.code).name
        row = RecordRow(situation_icon(code), name, " · ".join(about))
        row.offer(tr("Look"), partial(self._open, recovery.id))
        return row

    def _open(self, recovery_id: int) -> None:
        self._counter.open(SheetName.COMPLAINT, recovery_id=recovery_id)
