"""Where a file is dropped, or chosen with a tap."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import ACTION, CARD_RADIUS, RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel

_MARGIN = RHYTHM * 5
_ICON = 52


class DropZone(QWidget):
    """A dashed field with one button in it."""

    dropped = Signal(object)
    """A file's path."""
    choose_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._over = False
        self.setAcceptDrops(True)
        self._title = PlainLabel(role="title")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        speak(self._title.setText, lambda: tr("Drop the file here"))
        self.button = TextButton("folder-open", "filled")
        self.button.setMinimumHeight(ACTION)
        speak(self.button.say, lambda: tr("Choose a file"))
        self.button.clicked.connect(self.choose_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN + _ICON + RHYTHM, _MARGIN, _MARGIN)
        column.setSpacing(RHYTHM * 2)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        LOOK.changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if file_in(event.mimeData()) is not None:
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        path = file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(LOOK.palette.colour("accent" if self._over else "line"), 2)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(LOOK.palette.colour("soft" if self._over else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CARD_RADIUS, CARD_RADIUS)
        picture = icon_pixmap("file-up", "accent_ink", _ICON, self.devicePixelRatioF())
        above = self._title.y() - _ICON - RHYTHM
        painter.drawPixmap(round((self.width() - _ICON) / 2), above, picture)


def file_in(data: QMimeData) -> Path | None:
    """The one local file that is being dragged; None for anything else."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
