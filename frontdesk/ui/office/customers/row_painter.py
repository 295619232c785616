"""How a line of the table is painted: a check to tap, a face and a name, and plain words; quickly."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.domain.people.customer_filters import Column
from frontdesk.domain.people.customer_table import CustomerLine
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.customers.table_model import (
    CHECK,
    COLUMNS,
    FUNNEL,
    CustomerTableModel,
    is_number,
)
from frontdesk.ui.widgets.portrait import Portraits

_BOX: Final = 24
_FACE: Final = 36
_CUT: Final = 80
"""No cell shows more letters: to measure those of a very long name would take longer than a frame has."""


class RowPainter(QStyledItemDelegate):
    """Without `faces`, as where customers see the screen, names stand alone."""

    def __init__(self, model: CustomerTableModel, portraits: Portraits) -> None:
        super().__init__()
        self._model, self._portraits = model, portraits
        self.faces = True

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        palette, place, row = LOOK.palette, option.rect, index.row()
        chosen = self._model.ids[row] in self._model.chosen
        ground = "soft" if chosen else "raised" if row % 2 else "card"
        painter.fillRect(place, palette.colour(ground))
        if index.column() == CHECK:
            self._paint_check(painter, place, chosen)
        else:
            self._paint_cell(painter, place, row, COLUMNS[index.column() - 1])
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.colour("accent"), 2))
            painter.drawRect(place.adjusted(1, 1, -2, -2))

    def _paint_check(self, painter: QPainter, place: QRect, chosen: bool) -> None:
        box = QRectF(0, 0, _BOX, _BOX)
        box.moveCenter(QRectF(place).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(LOOK.palette.colour("accent" if chosen else "quiet"), 2))
        painter.setBrush(LOOK.palette.colour("accent" if chosen else "card"))
        painter.drawRoundedRect(box, 7, 7)
        painter.restore()
        if chosen:
            sign = icon_pixmap("check", "on_accent", 18, painter.device().devicePixelRatioF())
            painter.drawPixmap(box.topLeft() + QPointF(3, 3), sign)

    def _paint_cell(self, painter: QPainter, place: QRect, row: int, column: Column) -> None:
        inner = place.adjusted(RHYTHM + 2, 0, -RHYTHM - 2, 0)
        line = self._model.line(row)
        if column is Column.NAME and line is not None and self.faces:
            self._paint_face(painter, inner, line)
            inner.setLeft(inner.left() + _FACE + RHYTHM)
        if is_number(column):
            inner.setRight(place.right() - FUNNEL)
        strong = column is Column.NAME
        words = self._model.words(row, column)
        measures = fonts.measures(Size.BODY, strong)
        shown = words[:_CUT]
        if measures.horizontalAdvance(shown) > inner.width() or len(words) > _CUT:
            shown = measures.elidedText(shown + "…" * (len(words) > _CUT), _RIGHT, inner.width())
        painter.setFont(fonts.bold(Size.BODY) if strong else fonts.font(Size.BODY))
        painter.setPen(LOOK.palette.colour("ink"))
        side = Qt.AlignmentFlag.AlignRight if is_number(column) else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(inner, int(flags | Qt.TextFlag.TextSingleLine), shown)

    def _paint_face(self, painter: QPainter, place: QRect, line: CustomerLine) -> None:
        ratio = painter.device().devicePixelRatioF()
        face = self._portraits.of(line.id, line.name, line.has_photo, _FACE, ratio)
        painter.drawPixmap(place.left(), place.top() + (place.height() - _FACE) // 2, face)


_RIGHT: Final = Qt.TextElideMode.ElideRight


def row_height() -> int:
    """High enough for a wet finger, and for two marks above a letter."""
    return taller(TARGET)
