"""What a search found: rows with photo, name, how to say it, the phone's tail and stamps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from frontdesk.domain.finding.hits import Hit
from frontdesk.ui.counter.dots import paint_dots
from frontdesk.ui.counter.tile import spoken_hit
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import RHYTHM, Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.wording.search import why_found

if TYPE_CHECKING:
    from frontdesk.ui.counter.typed_code import TypedCode

ROW_HEIGHT = 64
HIT_ROLE = Qt.ItemDataRole.UserRole
_PORTRAIT = 48


class HitListModel(QAbstractListModel):
    """The hits, best first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(part for part in (spoken_hit(hit), why_found(LANGUAGE.texts, hit)) if part)
        return hit.address if role == Qt.ItemDataRole.DisplayRole else None


class HitDelegate(QStyledItemDelegate):
    """Paints one row; photos that are not loaded yet follow when they arrive."""

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, taller(ROW_HEIGHT, 2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: Hit = index.data(HIT_ROLE)
        frame = QRectF(option.rect).adjusted(1, 2, -1, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(LOOK.palette.colour("accent"), 2))
            painter.setBrush(LOOK.palette.colour("soft"))
            painter.drawRoundedRect(frame, 16, 16)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(LOOK.palette.colour("raised"))
            painter.drawRoundedRect(frame, 16, 16)
        self._paint_person(painter, frame, hit)
        painter.restore()

    def _paint_person(self, painter: QPainter, frame: QRectF, hit: Hit) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = self._portraits.of(hit.customer_id, hit.address, hit.has_photo, _PORTRAIT, ratio)
        top = frame.top() + (frame.height() - _PORTRAIT) / 2
        painter.drawPixmap(
            QRectF(frame.left() + 8, top, _PORTRAIT, _PORTRAIT), picture, QRectF(picture.rect())
        )
        left = frame.left() + 8 + _PORTRAIT + 12
        right = QRectF(frame.right() - 112, frame.top(), 100, frame.height())
        words = QRectF(left, frame.top() + 4, right.left() - left - 8, frame.height() - 8)
        right = right.adjusted(0, 4, 0, -4)
        below = said_below(hit)
        self._line(painter, _half(words, 0) if below else words, hit.name, "ink", strong=True)
        self._line(painter, _half(words, 1), below, "quiet")
        align = Qt.AlignmentFlag.AlignRight
        paint_dots(painter, _half(right, 0), hit.balance, hit.goal, align)
        tail = f"… {hit.phone_tail}" if hit.phone_tail else ""
        self._line(painter, _half(right, 1), tail, "quiet", align=align)

    def _line(
        self,
        painter: QPainter,
        frame: QRectF,
        text: str,
        ink: str,
        *,
        strong: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        size = Size.BODY if strong else Size.SMALL
        painter.setFont(fonts.bold(size) if strong else fonts.font(size))
        painter.setPen(LOOK.palette.colour(ink))
        shown = fonts.measures(size, strong).elidedText(text, Qt.TextElideMode.ElideRight, frame.width())
        painter.drawText(frame, align | Qt.AlignmentFlag.AlignVCenter, shown)


class Results(QWidget):
    """The list, its heading, and what to do when nobody was found."""

    picked = Signal(int)
    enrol_wanted = Signal(str)
    meant_wanted = Signal(str)
    """What the same keys type under another keyboard layout is to be searched for."""
    turned = Signal()
    """Others were found, or another row is chosen: `spoken` has it in words."""

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._meant, self._more = "", "", False
        self._code: TypedCode | None = None
        self._heading = ElidedLabel("", "heading")
        self._offer = TextButton("languages")
        self._offer.clicked.connect(lambda: self.meant_wanted.emit(self._meant))
        self._model = HitListModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(HitDelegate(portraits, self))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(lambda index: self.picked.emit(index.data(HIT_ROLE).customer_id))
        speak(self._list.setAccessibleName, lambda: tr("People found"))
        self._nobody = self._make_nobody()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self._heading)
        column.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)
        column.addWidget(self._nobody, 1)
        column.addStretch(0)
        portraits.arrived.connect(self._list.viewport().update)
        LOOK.changed.connect(self._list.viewport().update)
        LANGUAGE.changed.connect(self._say)

    def show_hits(
        self,
        text: str,
        hits: Sequence[Hit],
        *,
        meant: str = "",
        more: bool = False,
        code: TypedCode | None = None,
    ) -> None:
        """Show what was found for `text`; the first row is chosen already, for Enter.

        `meant` is what another keyboard layout would have typed, to be offered. `more` says that these are
        only the likeliest of those who were found. With `code` a feedback card is meant: no row is chosen.
        """
        self._text, self._meant, self._more, self._code = text, meant, more, code
        self._model.show_hits(hits)
        if hits and code is None:
            self._list.setCurrentIndex(self._model.index(0))
        self._offer.setVisible(bool(meant) and code is None)
        self._list.setVisible(bool(hits))
        self._nobody.setVisible(not hits and code is None)
        self._say()
        self._fit()
        self.turned.emit()

    def spoken(self) -> str:
        """How many were found, and whose row is chosen."""
        index = self._list.currentIndex()
        row = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        return ". ".join(part for part in (self._heading.full_text(), row) if part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the list the room of whole rows: none is cut."""
        above = self._heading.sizeHint().height() + RHYTHM
        if self._meant and self._code is None:
            above += self._offer.sizeHint().height() + RHYTHM
        high = taller(ROW_HEIGHT, 2)
        self._list.setFixedHeight(max(1, (self.height() - above) // high) * high)

    def move(self, rows: int) -> None:
        """Go up or down in the list; it stops at its ends."""
        last = self._model.rowCount() - 1
        at = min(max(self._list.currentIndex().row() + rows, 0), last)
        if last >= 0:
            self._list.setCurrentIndex(self._model.index(at))
            self.turned.emit()

    def current(self) -> int | None:
        """The customer whose row is chosen."""
        index = self._list.currentIndex()
        return index.data(HIT_ROLE).customer_id if index.isValid() else None

    def current_name(self) -> str:
        """How whoever's row is chosen likes to be called; empty where there is none."""
        index = self._list.currentIndex()
        return index.data(HIT_ROLE).address if index.isValid() else ""

    def hits(self) -> tuple[Hit, ...]:
        return self._model.hits

    def _make_nobody(self) -> QWidget:
        page = QWidget()
        self._nobody_text = PlainLabel(role="strong")
        self._nobody_text.setWordWrap(True)
        advice = PlainLabel(role="quiet")
        advice.setWordWrap(True)
        speak(
            advice.setText,
            lambda: tr(
                "Fewer letters find more, in any script. So do the last four digits of a phone,"
                " a word of a note, or what they usually take."
            ),
        )
        button = TextButton("user-plus", "filled")
        speak(button.say, lambda: tr("Add them as a new customer (F2)"))
        button.clicked.connect(lambda: self.enrol_wanted.emit(self._text))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, RHYTHM, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self._nobody_text)
        column.addWidget(advice)
        column.addWidget(button)
        column.addStretch(1)
        return page

    def _say(self) -> None:
        count = self._model.rowCount()
        self._heading.setText(self._heading_for(count))
        self._nobody_text.setText(
            tr("Nobody here is called “{text}”, and no phone ends so.", text=self._text)
        )
        self._offer.say(tr("Shown for “{text}”", text=self._meant) if self._meant else "")

    def _heading_for(self, count: int) -> str:
        if self._code is not None:
            if self._code.number is None:
                return tr("No feedback card has this code")
            return tr("Feedback card {n}. Enter keys it in.", n=self._code.number)
        if not count:
            return tr("Nobody found")
        if self._more:
            return tr("The likeliest {n}. Type more to find others.", n=count)
        return ntr("{n} found", "{n} found", count)


def _half(frame: QRectF, lower: int) -> QRectF:
    return QRectF(frame.left(), frame.top() + lower * frame.height() / 2, frame.width(), frame.height() / 2)


def said_below(hit: Hit) -> str:
    """What stands under the name: how to say it, what they are called, why they were found."""
    called = hit.called if hit.called not in (hit.name, hit.spoken) else ""
    return " · ".join(part for part in (hit.spoken, called, why_found(LANGUAGE.texts, hit)) if part)
