"""What a customer asked for, on their record: also what could not be done, and what was offered instead."""

from __future__ import annotations

from functools import partial

from frontdesk.domain.care.requests import SpecialRequest
from frontdesk.ui.counter.marks import request_mark
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.people.listed_rows import ListedRows
from frontdesk.ui.people.record_rows import RecordRow, when_words
from frontdesk.wording.requests import declined_sentence, state_name

_MOST = 8


class RequestRows(ListedRows):
    """The latest of them, whatever came of it; each leads to its page."""

    def __init__(self, counter: Counter, customer_id: int) -> None:
        super().__init__(lambda: tr("Requests"))
        self._counter, self._customer_id = counter, customer_id

    def refresh(self) -> None:
        asked: tuple[SpecialRequest, ...] = self._counter.desk.requests.of(self._customer_id)
        self.show_rows([self._row(each) for each in asked[:_MOST]])

    def _row(self, request: SpecialRequest) -> RecordRow:
        desk, texts = self._counter.desk, LANGUAGE.texts
        _, icon = request_mark(request, desk.now())
        when = when_words(request.asked_at, desk.zone, desk.now())
        why = declined_sentence(texts, request.declined) if request.declined is not None else ""
        row = RecordRow(icon, request.what, f"{when} · {state_name(texts, request.state)}", origin=why)
        row.offer(tr("Look"), partial(self._open, request.id))
        return row

    def _open(self, request_id: int) -> None:
        self._counter.open(SheetName.REQUEST, request_id=request_id)
