"""The lines of the table: keys of everybody who was found, and the words of those who are in sight."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from frontdesk.domain.people.customer_filters import NUMBERS, Column, CustomerFilter, SortBy
from frontdesk.domain.people.customer_table import CustomerLine
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.customer_table import column_name

AnyIndex = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Collection[int]], dict[int, CustomerLine]]
Say = Callable[[CustomerLine, Column], str]

FUNNEL: Final = 36
"""What of a column's head asks it; its numbers end where its name does."""
CHECK: Final = 0
"""The column with which somebody is chosen by a tap; those of `COLUMNS` follow."""
COLUMNS: Final = tuple(each for each in Column if each is not Column.PHOTO)
_AT_ONCE: Final = 40
"""Lines that are read with the one that is asked for: about what a window shows."""
_KEPT: Final = 1_000


class CustomerTableModel(QAbstractTableModel):
    """`fetch` reads lines by their keys, `say` puts a cell into words; both are asked of what is in sight.

    Who is chosen is kept by key, so that it stays whatever the order is.
    """

    chosen_changed = Signal()

    def __init__(self, fetch: Fetch, say: Say) -> None:
        super().__init__()
        self._fetch, self._say = fetch, say
        self._ids: array[int] = array("q")
        self._lines: OrderedDict[int, CustomerLine | None] = OrderedDict()
        self._words: dict[int, dict[Column, str]] = {}
        self.chosen: set[int] = set()
        self.order: tuple[SortBy, ...] = ()
        self.asked = CustomerFilter()
        LANGUAGE.changed.connect(self.say_anew)

    # --- who is in it ---

    @property
    def ids(self) -> array[int]:
        """The keys in their order."""
        return self._ids

    def show_ids(self, ids: array[int], changed: Collection[int] | None = None) -> None:
        """Another answer. Lines of who `changed` are read again, all of them where it is None; whoever is
        not shown any more is not chosen any more.
        """
        self._forget(changed)
        if ids == self._ids:
            self._repaint()
            return
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()
        if self.chosen:
            self._choose(self.chosen.intersection(ids))

    def place_of(self, customer_id: int) -> int | None:
        """In which row somebody stands."""
        try:
            return self._ids.index(customer_id)
        except ValueError:
            return None

    def line(self, row: int) -> CustomerLine | None:
        """The line of a row; None for somebody who is gone meanwhile."""
        customer_id = self._ids[row]
        if customer_id not in self._lines:
            self._read_around(row)
        return self._lines.get(customer_id)

    def words(self, row: int, column: Column) -> str:
        """What stands in a cell."""
        line = self.line(row)
        if line is None:
            return ""
        said = self._words.setdefault(line.id, {})
        if column not in said:
            said[column] = self._say(line, column)
        return said[column]

    # --- who is chosen ---

    def toggle(self, row: int) -> None:
        self._choose(self.chosen ^ {self._ids[row]})

    def choose_only(self, rows: Iterable[int]) -> None:
        self._choose({self._ids[row] for row in rows})

    def choose_range(self, first: int, last: int) -> None:
        """All rows from one to another, whichever is above."""
        low, high = sorted((first, last))
        self._choose(set(self._ids[low : high + 1]))

    def choose_all(self) -> None:
        self._choose(set(self._ids))

    def choose_none(self) -> None:
        self._choose(set())

    def chosen_in_order(self) -> list[int]:
        """The keys of those who are chosen, as they stand in the table."""
        return [each for each in self._ids if each in self.chosen]

    def _choose(self, chosen: set[int]) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self._repaint()
            self.chosen_changed.emit()

    # --- what Qt asks ---

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.column() == CHECK:
            return self._check(index.row(), role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words(index.row(), COLUMNS[index.column() - 1])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        if section == CHECK:
            return tr("Chosen") if role == Qt.ItemDataRole.AccessibleTextRole else ""
        return column_name(LANGUAGE.texts, COLUMNS[section - 1])

    def _check(self, row: int, role: int) -> Any:
        is_chosen = self._ids[row] in self.chosen
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("Chosen") if is_chosen else tr("Not chosen")
        return None

    # --- parts of the above ---

    def _read_around(self, row: int) -> None:
        begin = max(row - _AT_ONCE // 2, 0)
        wanted = [each for each in self._ids[begin : row + _AT_ONCE] if each not in self._lines]
        found = self._fetch(wanted)
        for each in wanted:
            self._lines[each] = found.get(each)
        while len(self._lines) > _KEPT:
            gone, _ = self._lines.popitem(last=False)
            self._words.pop(gone, None)

    def _forget(self, changed: Collection[int] | None) -> None:
        for each in list(self._lines) if changed is None else changed:
            self._lines.pop(each, None)
            self._words.pop(each, None)

    def say_anew(self) -> None:
        """Every word once more: in another language, or veiled."""
        self._words.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS))
        self._repaint()

    def _repaint(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS)))


def is_number(column: Column) -> bool:
    """Numbers stand at the right, under one another."""
    return column in NUMBERS


def is_asked(asked: CustomerFilter, column: Column) -> bool:
    """Whether a filter of this column narrows the table down; the face is asked of at the name."""
    photo = column is Column.NAME and asked.of(Column.PHOTO) is not None
    return photo or asked.of(column) is not None
