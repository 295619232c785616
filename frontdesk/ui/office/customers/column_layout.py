"""Which columns are shown, in which order and how wide; kept as a document."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Final

from frontdesk.domain.people.customer_filters import Column
from frontdesk.ui.look.metrics import grown
from frontdesk.ui.office.customers.table_model import COLUMNS

USUAL: Final = (
    Column.NAME,
    Column.PHONE,
    Column.STATE,
    Column.LAST_VISIT,
    Column.VISITS,
    Column.STAMPS,
    Column.REWARDS,
)
_WIDTHS: Final = {
    Column.NAME: 196,
    Column.PHONE: 132,
    Column.LANGUAGE: 120,
    Column.FIRST_VISIT: 132,
    Column.LAST_VISIT: 132,
    Column.VISITS: 90,
    Column.GAP: 140,
    Column.STAMPS: 100,
    Column.REWARDS: 108,
    Column.BIRTHDAY: 150,
    Column.CONSENTS: 210,
    Column.STATE: 130,
    Column.SINCE: 140,
    Column.GROUP: 190,
    Column.SERVED_BY: 184,
}
LEAST_WIDTH: Final = 72
_MOST_WIDTH: Final = 900


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """`shown` in their order; `widths` in pixels at the usual size of text, of those that were widened."""

    shown: tuple[Column, ...] = USUAL
    widths: tuple[tuple[Column, int], ...] = ()

    def width(self, column: Column) -> int:
        """In pixels on this screen."""
        return grown(dict(self.widths).get(column, _WIDTHS[column]))

    def with_width(self, column: Column, width: int) -> ColumnLayout:
        """Another width, as it is on this screen."""
        usual = round(width * 100 / grown(100))
        kept = tuple((each, wide) for each, wide in self.widths if each is not column)
        return replace(self, widths=(*kept, (column, min(max(usual, LEAST_WIDTH), _MOST_WIDTH))))

    def with_shown(self, column: Column, shown: bool) -> ColumnLayout:
        """Show a column after the others, or hide it; the name stays."""
        kept = tuple(each for each in self.shown if each is not column)
        return replace(self, shown=(*kept, column) if shown else kept or (Column.NAME,))

    def moved(self, column: Column, steps: int) -> ColumnLayout:
        """So many places to the right, or to the left below zero."""
        columns = list(self.shown)
        if column not in columns:
            return self
        place = columns.index(column)
        columns.insert(min(max(place + steps, 0), len(columns) - 1), columns.pop(place))
        return replace(self, shown=tuple(columns))

    def as_document(self) -> str:
        widths = {column.value: wide for column, wide in self.widths}
        return json.dumps({"shown": [each.value for each in self.shown], "widths": widths})


def layout_from(document: str) -> ColumnLayout:
    """What was kept; the usual one for nothing, and for what cannot be read."""
    try:
        told = json.loads(document)
        shown = tuple(dict.fromkeys(Column(each) for each in told["shown"] if each in set(COLUMNS)))
        widths = tuple(
            (Column(name), min(max(int(wide), LEAST_WIDTH), _MOST_WIDTH))
            for name, wide in told["widths"].items()
            if name in set(COLUMNS)
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return ColumnLayout()
    return ColumnLayout(shown or USUAL, widths)
