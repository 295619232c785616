"""Answers in a table: those of a hosted form in whatever columns, and our own, out and in again unchanged."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import BinaryIO, Final

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.answers_in_words import KnownWords
from frontdesk.domain.feedback.pasted_answers import draft_of
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.response_tables import (
    MOST_ROWS,
    AnswerRow,
    AnswerTable,
    BadAnswerRow,
    PortableResponse,
    ResponseColumn,
    RowTrouble,
)
from frontdesk.domain.feedback.responses import Answer, ResponseDraft, ResponseState, WayBack
from frontdesk.domain.importing.imports import BadFile, FileFault, Progress
from frontdesk.interchange.candidates import shortened, writes_month_first
from frontdesk.interchange.cells import defuse, restore
from frontdesk.interchange.encodings import Decoded
from frontdesk.interchange.moments import day_part, read_time
from frontdesk.interchange.response_layout import OWN_HEADERS, AnswerLayout, headers_known, recognise
from frontdesk.interchange.table_rows import Table

_STEP: Final = 500
_SAMPLE: Final = 50
_BOX_OF: Final = {
    Topic.LIKED: ResponseColumn.LIKED_BOX,
    Topic.DISLIKED: ResponseColumn.DISLIKED_BOX,
}
_WORDS_OF: Final = {
    topic: ResponseColumn.VISIT_WORDS if topic is Topic.VISIT else ResponseColumn(topic.value)
    for topic in Topic
}
_Cells = Mapping[ResponseColumn, Sequence[str]]


def read_answers(
    decoded: Decoded, topics: Sequence[Topic], known: KnownWords, progress: Progress | None = None
) -> AnswerTable:
    """Every row of a table; raises BadFile NO_CODE_COLUMN when no column has the codes of cards, and
    TOO_MANY_ROWS.

    `topics` are what is asked, in that order: a column may be headed by a number alone. `progress(lines done,
    lines in all)` may raise to stop the reading.
    """
    table = Table(decoded.text, headers_known)
    sample = [cells for _, cells in islice(table.rows(), _SAMPLE) if cells is not None]
    layout = recognise(table.headers(), topics, known, sample)
    if layout is None:
        raise BadFile(FileFault.NO_CODE_COLUMN)
    if next(islice(table.rows(), MOST_ROWS, None), None) is not None:
        raise BadFile(FileFault.TOO_MANY_ROWS)
    month_first = _writes_month_first(table, layout)
    rows: list[AnswerRow] = []
    bad: list[BadAnswerRow] = []
    for count, (line, cells) in enumerate(table.rows()):
        if progress and count % _STEP == 0:
            progress(line, table.in_all)
        read = _row(line, cells, layout, known, month_first)
        if isinstance(read, BadAnswerRow):
            bad.append(read)
        elif read is not None:
            rows.append(read)
    return AnswerTable(tuple(rows), tuple(bad), layout.left_alone)


def write_answers(rows: Iterable[PortableResponse], stream: BinaryIO) -> int:
    """Write UTF-8 with a byte-order mark, which Excel needs to see the letters; returns how many rows. What a
    spreadsheet would run as a formula is defused. The stream stays open.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(OWN_HEADERS)
    count = 0
    for row in rows:
        cells = _cells_of(row)
        writer.writerow([defuse(cells.get(column, "")) for column in OWN_HEADERS.values()])
        count += 1
    text.flush()
    text.detach()
    return count


def _cells_of(row: PortableResponse) -> dict[ResponseColumn, str]:
    draft = row.draft
    cells = {
        ResponseColumn.CODE: row.code,
        ResponseColumn.CAME_AT: row.came.isoformat(sep=" ", timespec="seconds") if row.came else "",
        ResponseColumn.VISIT: str(draft.mood.value) if draft.mood is not None else "",
        ResponseColumn.NAME: draft.name,
        ResponseColumn.CONTACT: draft.contact,
        ResponseColumn.LANGUAGE: draft.language,
        ResponseColumn.CUSTOMER: row.customer,
        ResponseColumn.WAY: row.way.value,
        ResponseColumn.STATE: row.state.value,
        ResponseColumn.REFERENCE: row.reference,
    }
    for answer in draft.answers:
        cells[_WORDS_OF[answer.topic]] = answer.words
        if answer.point is not None:
            cells[_BOX_OF[answer.topic]] = answer.point.value
    return cells


def _writes_month_first(table: Table, layout: AnswerLayout) -> bool:
    """04/05 means nothing without its neighbours."""
    if ResponseColumn.CAME_AT not in layout.columns:
        return False
    at = layout.columns.index(ResponseColumn.CAME_AT)
    return writes_month_first([day_part(cells[at]) for _, cells in table.rows() if cells and at < len(cells)])


def _row(
    line: int, cells: list[str] | None, layout: AnswerLayout, known: KnownWords, month_first: bool
) -> AnswerRow | BadAnswerRow | None:
    """A row read; None when all its cells are empty."""
    if cells is None:
        return BadAnswerRow(line, RowTrouble.BROKEN_ROW)
    if not any(map(str.strip, cells)):
        return None
    while len(cells) > len(layout.columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) > len(layout.columns):
        # A delimiter stands unquoted in some cell, so that every later cell is in the wrong column.
        return BadAnswerRow(line, RowTrouble.TOO_MANY_CELLS, shortened(" ".join(cells)))
    values: dict[ResponseColumn, list[str]] = {}
    for column, cell in zip(layout.columns, cells, strict=False):
        if column is not None and cell.strip():
            values.setdefault(column, []).append(restore(cell))
    code = " ".join(values.get(ResponseColumn.CODE, ())).strip()
    if not code:
        return BadAnswerRow(line, RowTrouble.NO_CODE, shortened(" ".join(filter(None, cells))))
    draft = _own_draft(values) if layout.own else _form_draft(values, known)
    came, unread = _time(_only(values, ResponseColumn.CAME_AT), month_first)
    said = PortableResponse(code, draft, came)
    return AnswerRow(line, _of_our_own(said, values) if layout.own else said, unread)


def _time(written: str, month_first: bool) -> tuple[datetime | None, str]:
    """The moment, and what stood there where it is none."""
    try:
        return (read_time(written, month_first=month_first) if written.strip() else None), ""
    except (ValueError, OverflowError):
        return None, shortened(written)


def _of_our_own(said: PortableResponse, values: _Cells) -> PortableResponse:
    """With what only our own table says: the way, the state, the id."""
    way, state = _only(values, ResponseColumn.WAY), _only(values, ResponseColumn.STATE)
    return replace(
        said,
        way=WayBack(way) if way in list(WayBack) else WayBack.FORM,
        state=ResponseState(state) if state in list(ResponseState) else ResponseState.NEW,
        reference=_only(values, ResponseColumn.REFERENCE),
    )


def _own_draft(values: _Cells) -> ResponseDraft:
    """Our own table, word for word: nothing is told from words that was not told before."""
    answers = []
    for topic in Topic:
        point = _only(values, _BOX_OF[topic]) if topic in _BOX_OF else ""
        words = _only(values, _WORDS_OF[topic])
        box = ContactPoint(point) if point in list(ContactPoint) else None
        if box is not None or words:
            answers.append(Answer(topic, box, words if box or not point else f"{point} {words}".strip()))
    mood = _only(values, ResponseColumn.VISIT)
    return ResponseDraft(
        mood=Mood(int(mood)) if mood in {str(each.value) for each in Mood} else None,
        answers=tuple(answers),
        name=_only(values, ResponseColumn.NAME),
        contact=_only(values, ResponseColumn.CONTACT),
        language=_only(values, ResponseColumn.LANGUAGE),
    )


def _form_draft(values: _Cells, known: KnownWords) -> ResponseDraft:
    said = {topic: list(values.get(ResponseColumn(topic.value), ())) for topic in Topic}
    mood, answers = draft_of(said, known, looked_over=False)
    return ResponseDraft(
        mood=mood,
        answers=answers,
        name=" ".join(values.get(ResponseColumn.NAME, ())),
        contact=", ".join(values.get(ResponseColumn.CONTACT, ())),
        language=_only(values, ResponseColumn.LANGUAGE),
    )


def _only(values: _Cells, column: ResponseColumn) -> str:
    return values[column][0] if column in values else ""
