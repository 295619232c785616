"""How a line of the trail looks: its sort, the sentence, when and where; dimmed where it was taken back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.domain.trust.deeds import Deed, DeedGroup, group_of
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.deeds.deeds_model import BELOW_ROLE, DEED_ROLE

SIGNS: Final = {
    DeedGroup.STAMPS: "stamp",
    DeedGroup.REWARDS: "gift",
    DeedGroup.GIVEN: "hand-heart",
    DeedGroup.CUSTOMERS: "user-round",
    DeedGroup.CARE: "heart-handshake",
    DeedGroup.REQUESTS: "clipboard-list",
    DeedGroup.COMPLAINTS: "message-square-warning",
    DeedGroup.ANSWERS: "message-square-heart",
    DeedGroup.SETTINGS: "settings",
    DeedGroup.TEAM: "users",
    DeedGroup.DATA: "database-backup",
    DeedGroup.PRIVACY: "eye",
    DeedGroup.REFUSED: "ban",
}
_SIGN, _LEFT, _ROW, _MOST_LINES = 22, RHYTHM * 7, 72, 2


class DeedDelegate(QStyledItemDelegate):
    """Every row is as high as two lines of a sentence and the one below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, taller(_ROW, _MOST_LINES + 1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        deed: Deed = index.data(DEED_ROLE)
        frame = QRectF(option.rect).adjusted(1, 2, -1, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, frame, option, refused=deed.refused)
        ink = "warn_ink" if deed.refused else "quiet" if deed.undone_by else "ink"
        sign = icon_pixmap(_sign_of(deed), ink, _SIGN, painter.device().devicePixelRatioF())
        painter.drawPixmap(
            QRectF(frame.left() + RHYTHM * 2, frame.center().y() - _SIGN / 2, _SIGN, _SIGN),
            sign,
            QRectF(sign.rect()),
        )
        words = frame.adjusted(_LEFT, RHYTHM / 2, -RHYTHM * 2, -RHYTHM / 2)
        self._paint_words(painter, words, index.data(), index.data(BELOW_ROLE), ink)
        painter.restore()

    @staticmethod
    def _paint_ground(
        painter: QPainter, frame: QRectF, option: QStyleOptionViewItem, *, refused: bool
    ) -> None:
        palette = LOOK.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = "accent" if chosen or hovered else "line"
        painter.setPen(QPen(palette.colour(edge), 2 if chosen else 1))
        painter.setBrush(palette.colour("soft" if chosen else "warn_ground" if refused else "raised"))
        painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)

    @staticmethod
    def _paint_words(painter: QPainter, room: QRectF, sentence: str, below: str, ink: str) -> None:
        """In the middle of the row, as high as they are."""
        lines = _wrapped(sentence, room.width())
        height = fonts.measures(Size.BODY, strong=True).height()
        small = fonts.measures(Size.SMALL)
        y = room.center().y() - (len(lines) * height + small.height()) / 2
        painter.setFont(fonts.bold(Size.BODY))
        painter.setPen(LOOK.palette.colour(ink))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for line in lines:
            painter.drawText(QRectF(room.left(), y, room.width(), height), left, line)
            y += height
        painter.setFont(fonts.font(Size.SMALL))
        painter.setPen(LOOK.palette.colour("warn_ink" if ink == "warn_ink" else "quiet"))
        shown = small.elidedText(below, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRectF(room.left(), y, room.width(), small.height()), left, shown)


def _wrapped(sentence: str, width: float) -> list[str]:
    """A sentence in at most two lines, in every script; what is over is dots."""
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(sentence, fonts.bold(Size.BODY))
    layout.setTextOption(option)
    layout.beginLayout()
    starts = list[int]()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= _MOST_LINES:
        return [sentence[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)]
    last = starts[_MOST_LINES - 1]
    measures = fonts.measures(Size.BODY, strong=True)
    return [
        *(sentence[starts[at] : starts[at + 1]].strip() for at in range(_MOST_LINES - 1)),
        measures.elidedText(sentence[last:], Qt.TextElideMode.ElideRight, width),
    ]


def _sign_of(deed: Deed) -> str:
    if deed.refused:
        return SIGNS[DeedGroup.REFUSED]
    group = group_of(deed.kind, of_customer=deed.customer is not None)
    return SIGNS[group] if group is not None else "circle-question-mark"
