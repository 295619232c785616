"""Tables of customers as text: any delimiter, any order of columns, any of the layouts we know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.domain.importing.imports import (
    BadFile,
    BadRow,
    CandidateCustomer,
    Column,
    ColumnMatch,
    FileFault,
    Progress,
    ReadFile,
    RowFault,
)
from frontdesk.interchange.candidates import RawCustomer, candidate, shortened, writes_month_first
from frontdesk.interchange.cells import restore
from frontdesk.interchange.encodings import Decoded
from frontdesk.interchange.layouts import Layout, known_headers, matched, recognise
from frontdesk.interchange.table_rows import Table

_DATED = (Column.BIRTHDAY, Column.FIRST_VISIT, Column.LAST_VISIT)
_MOST_CELLS = 10_000
_STEP = 500  # rows between two reports of progress
_SEVERAL = re.compile(r"\s*:::\s*")  # how Google joins several values in one cell


@dataclass(frozen=True, slots=True)
class _Habits:
    """What only all rows together tell: American dates, and empty cells that every row has at its end."""

    month_first: bool
    spare_cells: int


def read_table(
    decoded: Decoded,
    progress: Progress | None = None,
    mapping: Mapping[str, Column | None] | None = None,
) -> ReadFile:
    """Every row of a table; raises BadFile NO_KNOWN_COLUMNS when no column could hold a name.

    `progress(lines done, lines in all)` may raise to stop the reading.
    """
    table = Table(decoded.text, known_headers)
    layout = recognise(table.headers(), mapping)
    if layout is None:
        raise BadFile(FileFault.NO_KNOWN_COLUMNS)
    habits = _survey(table, layout)
    rows: list[CandidateCustomer] = []
    bad: list[BadRow] = []
    for count, (line, cells) in enumerate(table.rows()):
        if progress and count % _STEP == 0:
            progress(line, table.in_all)
        read = _row(line, cells, layout, habits)
        if isinstance(read, BadRow):
            bad.append(read)
        elif read:
            rows.append(read)
    if progress:
        progress(table.in_all, table.in_all)
    return ReadFile(layout.kind, tuple(rows), tuple(bad), decoded.encoding, layout.matches)


def matches_in(
    decoded: Decoded, mapping: Mapping[str, Column | None] | None = None
) -> tuple[ColumnMatch, ...]:
    """What each column is taken for, also in a table without a column of names."""
    return matched(Table(decoded.text, known_headers).headers(), mapping).matches


def _survey(table: Table, layout: Layout) -> _Habits:
    """Looks at all rows before the first is read: 04/05 means nothing without its neighbours."""
    places = [at for column in _DATED for at in layout.positions(column)]
    dates: list[str] = []
    spare = _MOST_CELLS
    for _, cells in table.rows():
        if cells and any(map(str.strip, cells)):
            spare = min(spare, len(cells) - len(layout.matches))
            dates.extend(cells[at].strip() for at in places if at < len(cells))
    return _Habits(writes_month_first(dates), max(spare, 0))


def _row(
    line: int, cells: list[str] | None, layout: Layout, habits: _Habits
) -> CandidateCustomer | BadRow | None:
    """A row read; None when all its cells are empty."""
    if cells is None:
        return BadRow(line, RowFault.BROKEN_ROW)
    if not any(map(str.strip, cells)):
        return None
    if len(cells) > len(layout.matches) + habits.spare_cells:
        # A delimiter stands unquoted in some cell, so that every later cell is in the wrong column.
        return BadRow(line, RowFault.TOO_MANY_CELLS, shortened(" ".join(cells)))
    return candidate(_raw(line, cells, layout), month_first=habits.month_first)


def _raw(line: int, cells: list[str], layout: Layout) -> RawCustomer:
    values: dict[Column, list[str]] = {}
    for match, cell in zip(layout.matches, cells, strict=False):
        if match.column and cell and not cell.isspace():
            values.setdefault(match.column, []).append(restore(cell))

    def first(column: Column) -> str:
        return values[column][0] if column in values else ""

    phones = [phone for cell in values.get(Column.PHONE, ()) for phone in _SEVERAL.split(cell)]
    return RawCustomer(
        line=line,
        name=first(Column.NAME),
        given=first(Column.GIVEN_NAME),
        middle=first(Column.MIDDLE_NAME),
        family=first(Column.FAMILY_NAME),
        nickname=first(Column.NICKNAME),
        company=first(Column.COMPANY),
        phones=phones,
        email=_SEVERAL.split(first(Column.EMAIL))[0],
        birthday=first(Column.BIRTHDAY),
        note="\n".join(values.get(Column.NOTE, ())),
        reference=first(Column.REFERENCE),
        stamps=first(Column.STAMPS),
        visits=first(Column.VISITS),
        first_visit=first(Column.FIRST_VISIT),
        last_visit=first(Column.LAST_VISIT),
        spoken=first(Column.SPOKEN),
        language=first(Column.LANGUAGE),
        greet_by_name=first(Column.GREET_BY_NAME),
        on_screen=first(Column.ON_SCREEN),
        allergy="\n".join(values.get(Column.ALLERGY, ())),
        preference="\n".join(values.get(Column.PREFERENCE, ())),
        consents=first(Column.CONSENTS),
    )
