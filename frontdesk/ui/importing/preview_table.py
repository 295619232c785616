"""The rows of a file and what would become of each, for a table that may have a hundred thousand of them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from html import escape
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from frontdesk.domain.importing.import_batches import Fate, ImportPreview, PreviewRow
from frontdesk.domain.importing.imports import BadRow
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.look.style import LOOK
from frontdesk.wording.imports import outcome_sentences

AnyRow = PreviewRow | BadRow
AnyIndex = QModelIndex | QPersistentModelIndex

LINE, NAME, PHONE, STAMPS, FATE = range(5)


class Shown(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    NEW = "new"
    KNOWN = "known"
    BAD = "bad"


_SHOWN_AS: Final = {
    Fate.NEW: Shown.NEW,
    Fate.MATCHED: Shown.KNOWN,
    Fate.UNCHANGED: Shown.KNOWN,
    Fate.LEFT: Shown.KNOWN,
}


class ImportTableModel(QAbstractTableModel):
    """Bad rows first, because they are what somebody may want to mend; then the file's own order."""

    def __init__(self) -> None:
        super().__init__()
        self._by_kind: dict[Shown, Sequence[AnyRow]] = {}
        self._rows: Sequence[AnyRow] = ()
        LANGUAGE.changed.connect(self._say_anew)
        LOOK.changed.connect(self._say_anew)

    def show_preview(self, preview: ImportPreview) -> None:
        """Take over a preview's rows; all of them are shown."""
        kinds: dict[Shown, list[AnyRow]] = {shown: [] for shown in Shown}
        kinds[Shown.BAD] += preview.bad_rows
        for row in preview.rows:
            kinds[_SHOWN_AS[row.fate]].append(row)
        kinds[Shown.ALL] = [*preview.bad_rows, *preview.rows]
        self._by_kind = dict(kinds)
        self.show_only(Shown.ALL)

    def show_only(self, shown: Shown) -> None:
        """Show one kind of row."""
        self.beginResetModel()
        self._rows = self._by_kind.get(shown, ())
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Line"), tr("Name"), tr("Phone"), tr("Stamps"), tr("What happens"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            # A tool tip guesses whether it is HTML; a name in a file must not be.
            return f"<p>{escape(_cell(row, index.column()))}</p>"
        if role == Qt.ItemDataRole.ForegroundRole and (isinstance(row, BadRow) or index.column() == LINE):
            return LOOK.palette.colour("warn_ink" if isinstance(row, BadRow) else "quiet")
        return None

    def _say_anew(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, FATE)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, FATE))


class ImportTable(QTableView):
    """The table: whole rows, moved through with the arrow keys."""

    def __init__(self, model: ImportTableModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        # A fixed height: asked one by one, a hundred thousand rows would take seconds.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(TARGET - 8)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(FATE, QHeaderView.ResizeMode.Stretch)
        for column, width in ((LINE, 76), (NAME, 250), (PHONE, 180), (STAMPS, 96)):
            self.setColumnWidth(column, width)


def _cell(row: AnyRow, column: int) -> str:
    if column == LINE:
        return str(row.line)
    if column == FATE:
        return outcome_sentences(LANGUAGE.texts, row)
    if isinstance(row, BadRow):
        return row.detail if column == NAME else ""
    if column == STAMPS:
        return str(row.stamps) if row.stamps else ""
    return row.name if column == NAME else row.phone
