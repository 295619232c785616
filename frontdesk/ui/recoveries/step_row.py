"""A step of a playbook: what it asks, its words, and for what is said aloud the customer's words too."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from frontdesk.domain.care.playbooks import ALOUD, Step
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.recoveries.signs import step_icon
from frontdesk.ui.widgets.paragraph import draw_paragraph, paragraph_height
from frontdesk.ui.widgets.shapes import paint_focus
from frontdesk.wording.playbooks import step_kind_name

_BOX, _LEFT, _EDGE = 26, 52, 11
_HINT_WIDTH = 420


class StepRow(QAbstractButton):
    """A tap says that it is done, or was not; the tick comes when that is saved."""

    ticked = Signal(int, bool)

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step
        self.kind = step_kind_name(LANGUAGE.texts, step.kind)
        self.setCheckable(True)
        self.setText(step.text)
        self.setAccessibleName(f"{self.kind}: {step.text}")
        self.setAccessibleDescription(step.said)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.ticked.emit(step.key, not self.isChecked()))
        LOOK.changed.connect(self.update)

    def nextCheckState(self) -> None:
        """Nothing is shown as done before it is saved."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - _LEFT - _EDGE
        return max(TARGET, sum(paragraph_height(*part, room) for part in self._parts()) + 2 * _EDGE)

    def sizeHint(self) -> QSize:
        return QSize(_HINT_WIDTH, self.heightForWidth(max(self.width(), _HINT_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEFT + TARGET * 2, TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, done = QRectF(self.rect()), self.isChecked()
        painter.setPen(QPen(palette.colour("accent" if self.underMouse() else "line"), 1))
        painter.setBrush(palette.colour("card" if done else "raised"))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        self._paint_box(painter)
        room, top = frame.width() - _LEFT - _EDGE, float(_EDGE)
        inks = ("quiet", "quiet" if done else "ink", "quiet" if done else "accent_ink")
        for (text, font), ink in zip(self._parts(), inks, strict=False):
            painter.setPen(palette.colour(ink))
            draw_paragraph(painter, QPointF(_LEFT, top), text, font, room)
            top += paragraph_height(text, font, room)
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("accent"))

    def _parts(self) -> list[tuple[str, QFont]]:
        """What it asks; its words, which for the customer's ear are larger; and theirs."""
        aloud = self.step.kind in ALOUD
        words = fonts.bold(Size.STRONG) if aloud else fonts.font(Size.BODY)
        parts = [(self.kind, fonts.bold(Size.TINY)), (self.step.text, words)]
        return [*parts, (self.step.said, fonts.bold(Size.STRONG))] if self.step.said else parts

    def _paint_box(self, painter: QPainter) -> None:
        palette, done = LOOK.palette, self.isChecked()
        if not done:
            sign = icon_pixmap(step_icon(self.step.kind), "accent_ink", 24, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(_EDGE + RHYTHM / 2, _EDGE), sign)
            return
        box = QRectF(_EDGE + RHYTHM / 2, _EDGE, _BOX, _BOX)
        painter.setPen(QPen(palette.colour("accent"), 2))
        painter.setBrush(palette.colour("accent"))
        painter.drawRoundedRect(box, 8, 8)
        tick = icon_pixmap("check", "on_accent", 18, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(box.left() + 4, box.top() + 4), tick)
