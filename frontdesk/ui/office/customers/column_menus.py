"""The columns by menu: which are shown, and all that a hand can do to one of them."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from frontdesk.domain.people.customer_filters import Column
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.icons import icon
from frontdesk.ui.office.customers.column_layout import ColumnLayout, layout_from
from frontdesk.ui.office.customers.table_head import TableHead
from frontdesk.ui.office.customers.table_model import COLUMNS
from frontdesk.wording.customer_table import column_name

_WIDER: Final = 32
_KEPT_AFTER_MS: Final = 800
"""An edge that is drawn is kept once, where it comes to rest."""


class Columns(QObject):
    """How the columns stand, on the screen and in the store."""

    sort_wanted = Signal(object)
    ask_wanted = Signal(object)

    def __init__(self, counter: Counter, head: TableHead, place: QWidget) -> None:
        super().__init__(place)
        self._counter, self._head, self._place = counter, head, place
        self.layout = ColumnLayout()
        self._kept = QTimer(self)
        self._kept.setSingleShot(True)
        self._kept.setInterval(_KEPT_AFTER_MS)
        self._kept.timeout.connect(self.keep)
        head.drawn.connect(self._on_drawn)
        head.lay_out(self.layout)

    def take(self, document: str) -> None:
        """Show the columns as they were kept."""
        self.layout = layout_from(document)
        self._head.lay_out(self.layout)

    def move(self, column: Column, steps: int) -> None:
        self._change(self.layout.moved(column, steps))

    def widen(self, column: Column, pixels: int) -> None:
        self._change(self.layout.with_width(column, self.layout.width(column) + pixels))

    def show_column(self, column: Column, shown: bool) -> None:
        self._change(self.layout.with_shown(column, shown))

    def keep(self) -> None:
        """Write down how they stand, if that has changed."""
        self._kept.stop()
        desk = self._counter.desk
        document = self.layout.as_document()
        self._counter.bridge.submit(desk.customer_table.keep_layout, desk.act(), document)

    def keep_now(self) -> None:
        """Nobody looks any more: what was not kept yet is kept."""
        if self._kept.isActive():
            self.keep()

    def open_list(self, under: QWidget) -> None:
        """All columns, each with a check, below a button."""
        self.list_of_all().popup(under.mapToGlobal(under.rect().bottomLeft()))

    def list_of_all(self) -> QMenu:
        """All columns, each with a check."""
        menu = self._menu()
        for column in COLUMNS:
            action = menu.addAction(column_name(LANGUAGE.texts, column))
            action.setCheckable(True)
            action.setChecked(column in self.layout.shown)
            action.toggled.connect(partial(self.show_column, column))
        return menu

    def open_menu(self, column: Column, at: QPoint) -> None:
        """What can be done to one column, there."""
        self.menu_of(column).popup(at)

    def menu_of(self, column: Column) -> QMenu:
        """What can be done to one column."""
        menu = self._menu()
        for sign, said, act in (
            ("arrow-up", tr("Sort by this"), partial(self.sort_wanted.emit, column)),
            ("funnel", tr("Filter…"), partial(self.ask_wanted.emit, column)),
            ("chevron-left", tr("Move to the left"), partial(self.move, column, -1)),
            ("chevron-right", tr("Move to the right"), partial(self.move, column, 1)),
            ("plus", tr("Wider"), partial(self.widen, column, _WIDER)),
            ("minus", tr("Narrower"), partial(self.widen, column, -_WIDER)),
            ("x", tr("Hide this column"), partial(self.show_column, column, False)),
        ):
            action = menu.addAction(icon(sign, "ink", 20), said)
            action.triggered.connect(lambda _=False, act=act: act())
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self._place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _change(self, layout: ColumnLayout) -> None:
        if layout != self.layout:
            self.layout = layout
            self._head.lay_out(layout)
            self._kept.start()

    def _on_drawn(self) -> None:
        self.layout = self._head.taken_up(self.layout)
        self._kept.start()
