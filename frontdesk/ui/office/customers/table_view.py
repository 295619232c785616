"""The table itself: by finger, by mouse and by keys alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from frontdesk.domain.people.customer_filters import Column
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.style import set_role
from frontdesk.ui.office.customers.row_painter import RowPainter, row_height
from frontdesk.ui.office.customers.table_head import TableHead
from frontdesk.ui.office.customers.table_model import CHECK, COLUMNS, AnyIndex, CustomerTableModel
from frontdesk.ui.widgets.portrait import Portraits

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_WIDER: Final = 16


class CustomersView(QTableView):
    """Who is chosen is the model's: Qt's own selection would forget it with each other order."""

    opened = Signal(int)
    typed = Signal(str)
    """Letters belong to the line that finds."""
    sort_wanted = Signal(object)
    ask_wanted = Signal(object)
    moved = Signal(object, int)
    """A column is to go so many places to the right."""
    widened = Signal(object, int)
    menu_wanted = Signal(object, QPoint)
    copy_wanted = Signal()

    def __init__(self, model: CustomerTableModel, portraits: Portraits) -> None:
        super().__init__()
        self._lines = model
        self._anchor: int | None = None
        self.head = TableHead(model)
        self.setModel(model)
        self.setHorizontalHeader(self.head)
        self.painter_of_rows = RowPainter(model, portraits)
        self.setItemDelegate(self.painter_of_rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        set_role(self, "sheet")
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down = self.verticalHeader()
        down.hide()
        # A fixed height: asked one by one, a hundred thousand rows would take seconds.
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(row_height())
        down.setDefaultSectionSize(row_height())
        speak(self.setAccessibleName, lambda: tr("All customers"))
        self.head.sort_wanted.connect(self.sort_wanted)
        self.head.ask_wanted.connect(self.ask_wanted)
        self.head.menu_wanted.connect(self.menu_wanted)
        self.head.all_wanted.connect(self.choose_all_or_none)
        portraits.arrived.connect(self.viewport().update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.fill(self.viewport().width())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """The keyboard has no need of the checks: Space does what they do."""
        super().currentChanged(current, previous)
        if current.isValid() and current.column() == CHECK:
            self._set_current(current.row(), self._first_column())

    def choose_all_or_none(self) -> None:
        if self._lines.chosen and len(self._lines.chosen) == len(self._lines.ids):
            self._lines.choose_none()
        else:
            self._lines.choose_all()

    # --- the place that one looks at ---

    def place(self) -> tuple[int | None, int | None, int]:
        """Who is at the top and under the keyboard, and which column that is in."""
        return self._id_at(self.rowAt(0)), self._id_at(self.currentIndex().row()), self._column()

    def put_place(self, place: tuple[int | None, int | None, int]) -> None:
        """The same lines in the same place, as far as they are still there."""
        top, current, column = place
        row = self._lines.place_of(current) if current is not None else None
        if row is not None:
            self._set_current(row, column)
        above = self._lines.place_of(top) if top is not None else None
        if above is not None:
            self.verticalScrollBar().setValue(above)
        self._anchor = None

    def _set_current(self, row: int, section: int) -> None:
        there = self._lines.index(row, section)
        self.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _id_at(self, row: int) -> int | None:
        return self._lines.ids[row] if 0 <= row < len(self._lines.ids) else None

    def _column(self) -> int:
        section = self.currentIndex().column()
        return section if section > CHECK and not self.isColumnHidden(section) else self._first_column()

    def _first_column(self) -> int:
        return self.head.logicalIndex(1)

    def current_column(self) -> Column:
        """The column that the keyboard is in."""
        return COLUMNS[self._column() - 1]

    # --- fingers and mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        row, keys = index.row(), event.modifiers()
        if keys & _SHIFT and self._anchor is not None:
            self._lines.choose_range(self._anchor, row)
            return
        if index.column() == CHECK or keys & _CTRL:
            self._lines.toggle(row)
        else:
            self._lines.choose_only([row])
        self._anchor = row

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != CHECK:
            self._open(index)
        elif index.isValid():
            self._lines.toggle(index.row())  # the second of two quick taps on a check

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A finger that slips chooses nobody else."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        below = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        section = self.columnAt(event.pos().x())
        column = COLUMNS[section - 1] if section > CHECK and not by_key else self.current_column()
        self.menu_wanted.emit(column, below if by_key else event.globalPos())

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = Qt.Key(event.key()), event.modifiers()
        if keys & _ALT:
            self._work_column(key, bool(keys & _SHIFT))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._lines.choose_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif key in _ENTER:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Space:
            self._toggle_current()
        elif keys & _SHIFT and key in {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        }:
            self._stretch(event)
        elif event.text() and event.text().isprintable() and not keys & _CTRL:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _work_column(self, key: Qt.Key, more: bool) -> None:
        """Alt and an arrow do to a column what a hand does to its head."""
        column = self.current_column()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if steps is not None and more:
            self.widened.emit(column, steps * _WIDER)
        elif steps is not None:
            self.moved.emit(column, steps)
        elif key == Qt.Key.Key_Up:
            self.sort_wanted.emit(column)
        elif key == Qt.Key.Key_Down:
            self.ask_wanted.emit(column)

    def _toggle_current(self) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            self._lines.toggle(row)
            self._anchor = row

    def _stretch(self, event: QKeyEvent) -> None:
        """From where it began to where the arrow goes."""
        before = self.currentIndex().row()
        if self._anchor is None:
            self._anchor = max(before, 0)
        plain = QKeyEvent(event.type(), event.key(), Qt.KeyboardModifier.NoModifier)
        super().keyPressEvent(plain)
        if self.currentIndex().row() >= 0:
            self._lines.choose_range(self._anchor, self.currentIndex().row())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._lines.ids[index.row()])
