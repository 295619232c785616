"""The complaints on a customer's record: quiet, and there only where there are any."""

from __future__ import annotations

from functools import partial

from frontdesk.domain.care.recoveries import Recovery
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.people.listed_rows import ListedRows
from frontdesk.ui.people.record_rows import RecordRow, when_words
from frontdesk.ui.recoveries.signs import situation_icon
from frontdesk.wording.recoveries import recovery_state_name

_MOST = 5


class ComplaintRows(ListedRows):
    """The latest of them, whatever came of it; each leads to its page."""

    def __init__(self, counter: Counter, customer_id: int) -> None:
        super().__init__(lambda: tr("Complaints"))
        self._counter, self._customer_id = counter, customer_id

    def refresh(self) -> None:
        told: tuple[Recovery, ...] = self._counter.desk.recoveries.of(self._customer_id)
        self.show_rows([self._row(each) for each in told[:_MOST]])

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
