"""The three numbers of a preview. Each is a button too: it shows only its own rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from frontdesk.domain.importing.import_batches import ImportPreview
from frontdesk.ui.importing.preview_table import Shown
from frontdesk.ui.language import LANGUAGE, ntr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.shapes import paint_focus

_HEIGHT, _NUMBER = 92, 34


class CountButton(QAbstractButton):
    """A large number over what it counts."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone, self.number = tone, 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(taller(_HEIGHT, 2))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    def say(self, number: int, words: str) -> None:
        """The number, and what it counts."""
        self.number = number
        self.setText(words)
        self.setAccessibleName(f"{number}: {words}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = LOOK.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = f"{self._tone}_ink" if self.number and self._tone else "ink"
        edge = palette.colour("accent") if self.isChecked() else palette.colour("line")
        painter.setPen(QPen(edge, 2))
        ground = f"{self._tone}_ground" if self.number and self._tone else "raised"
        painter.setBrush(palette.colour(ground))
        frame = QRectF(self.rect())
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        painter.setPen(palette.colour(ink))
        painter.setFont(fonts.bold(_NUMBER))
        left = frame.adjusted(RHYTHM * 2, 6, -RHYTHM, 0)
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, f"{self.number:,}")
        painter.setFont(fonts.font(Size.SMALL))
        room = frame.adjusted(RHYTHM * 2, 0, -RHYTHM, -8)
        text = fonts.measures(Size.SMALL).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("accent"))


class Counts(QWidget):
    """New, already here, cannot come in. Tapped once more, a number shows all rows again."""

    wanted = Signal(object)
    """The rows to show: `Shown`."""

    def __init__(self) -> None:
        super().__init__()
        self._preview: ImportPreview | None = None
        self.new, self.known, self.bad = CountButton("good"), CountButton(""), CountButton("warn")
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        for button, shown in ((self.new, Shown.NEW), (self.known, Shown.KNOWN), (self.bad, Shown.BAD)):
            self._group.addButton(button)
            button.clicked.connect(lambda checked, button=button, shown=shown: self._on_tap(button, shown))
            row.addWidget(button, 1)
        LANGUAGE.changed.connect(self._say)

    def show_preview(self, preview: ImportPreview) -> None:
        self._preview = preview
        for button in self._group.buttons():
            button.setChecked(False)
        self._say()

    def _on_tap(self, button: CountButton, shown: Shown) -> None:
        for other in self._group.buttons():
            if other is not button:
                other.setChecked(False)
        self.wanted.emit(shown if button.isChecked() else Shown.ALL)

    def _say(self) -> None:
        if self._preview is None:
            return
        new, bad = self._preview.new, self._preview.bad
        known = self._preview.matched + self._preview.unchanged
        self.new.say(new, ntr("new customer", "new customers", new))
        self.known.say(known, ntr("is here already", "are here already", known))
        self.bad.say(bad, ntr("row that cannot come in", "rows that cannot come in", bad))
