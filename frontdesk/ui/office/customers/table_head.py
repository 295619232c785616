"""The head of the table: a tap sorts, one on the funnel asks; edges are drawn, columns moved."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView

from frontdesk.domain.people.customer_filters import Column
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.customers.column_layout import LEAST_WIDTH, ColumnLayout
from frontdesk.ui.office.customers.table_model import (
    CHECK,
    COLUMNS,
    FUNNEL,
    CustomerTableModel,
    is_asked,
    is_number,
)

_SIGN: Final = 18
CHECK_WIDTH: Final = TARGET


class TableHead(QHeaderView):
    sort_wanted = Signal(object)
    ask_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    all_wanted = Signal()
    """The check at its head: choose all, or none."""
    drawn = Signal()
    """Somebody made a column wider, or took it to another place."""

    def __init__(self, model: CustomerTableModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._table_model = model
        self._pressed = QPoint()
        self._held, self._was_drawn = False, False
        self._layout, self._room = ColumnLayout(), 0
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setMinimumSectionSize(CHECK_WIDTH)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionMoved.connect(self._on_drawn)
        self.sectionResized.connect(self._on_drawn)
        LOOK.changed.connect(self.viewport().update)

    def lay_out(self, layout: ColumnLayout) -> None:
        """Show the columns as they were kept."""
        self._layout = layout
        for place, column in enumerate(layout.shown, 1):
            section = COLUMNS.index(column) + 1
            self.moveSection(self.visualIndex(section), place)
        for section, column in enumerate(COLUMNS, 1):
            self.setSectionHidden(section, column not in layout.shown)
            self.resizeSection(section, layout.width(column))
        self.setSectionResizeMode(CHECK, QHeaderView.ResizeMode.Fixed)
        self.resizeSection(CHECK, CHECK_WIDTH)
        self.fill(self._room)

    def fill(self, room: int) -> None:
        """Where the columns leave room, each has its share of it."""
        self._room = room
        wanted = {column: self._layout.width(column) for column in self._layout.shown}
        share = max((room - CHECK_WIDTH) / max(sum(wanted.values()), 1), 1.0)
        for column, width in wanted.items():
            self.resizeSection(COLUMNS.index(column) + 1, int(width * share))

    def taken_up(self, layout: ColumnLayout) -> ColumnLayout:
        """The layout with the widths and places that were drawn by hand: as they are seen now."""
        sections = sorted(range(1, len(COLUMNS) + 1), key=self.visualIndex)
        shown = tuple(COLUMNS[each - 1] for each in sections if not self.isSectionHidden(each))
        found = ColumnLayout(shown, layout.widths)
        for column in shown:
            wide = self.sectionSize(COLUMNS.index(column) + 1)
            found = found.with_width(column, max(wide, LEAST_WIDTH))
        self._layout = found
        return found

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), taller(TARGET))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._held, self._was_drawn = event.position().toPoint(), True, False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._held = False
        if self._was_drawn:
            self.drawn.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        section = self.logicalIndexAt(event.pos())
        if section > CHECK:
            self.menu_wanted.emit(COLUMNS[section - 1], event.globalPos())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        palette = LOOK.palette
        painter.fillRect(rect, palette.colour("card"))
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if section == CHECK:
            self._paint_all(painter, rect)
            return
        column = COLUMNS[section - 1]
        asked = is_asked(self._table_model.asked, column)
        funnel = icon_pixmap("funnel", "accent_ink" if asked else "line", _SIGN, self.devicePixelRatioF())
        middle = rect.center().y() - _SIGN // 2
        painter.drawPixmap(rect.right() - FUNNEL + (FUNNEL - _SIGN) // 2, middle, funnel)
        first = self._table_model.order[:1]
        turned = next((each.descending for each in first if each.column is column), None)
        painter.setPen(palette.colour("accent_ink" if turned is not None or asked else "quiet"))
        self._paint_name(painter, rect.adjusted(RHYTHM + 2, 0, -FUNNEL, 0), section, turned)

    def _paint_name(self, painter: QPainter, place: QRect, section: int, turned: bool | None) -> None:
        """The column's name; where the table is sorted by it, an arrow says which way."""
        if turned is not None:
            place.setRight(place.right() - _SIGN - 2)
        measures = fonts.measures(Size.SMALL, True)
        name = str(self._table_model.headerData(section, Qt.Orientation.Horizontal))
        shown = measures.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(fonts.bold(Size.SMALL))
        if is_number(COLUMNS[section - 1]):
            place.setLeft(place.right() - round(measures.horizontalAdvance(shown)))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        if turned is not None:
            way = "arrow-down" if turned else "arrow-up"
            sign = icon_pixmap(way, "accent_ink", _SIGN, self.devicePixelRatioF())
            left = place.left() + round(measures.horizontalAdvance(shown)) + 2
            painter.drawPixmap(left, place.center().y() - _SIGN // 2, sign)

    def _paint_all(self, painter: QPainter, rect: QRect) -> None:
        model = self._table_model
        name = "square-check" if model.chosen and len(model.chosen) == len(model.ids) else "list-checks"
        sign = icon_pixmap(name, "quiet", 22, self.devicePixelRatioF())
        painter.drawPixmap(rect.center() - QPoint(11, 11), sign)

    def _on_clicked(self, section: int) -> None:
        if section == CHECK:
            self.all_wanted.emit()
            return
        column: Column = COLUMNS[section - 1]
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        wanted = self.ask_wanted if self._pressed.x() >= right - FUNNEL else self.sort_wanted
        wanted.emit(column)

    def _on_drawn(self) -> None:
        """By a hand, that is: whatever the program does to a column is known already."""
        self._was_drawn = self._was_drawn or self._held
