"""The shop's logo in the settings: chosen, dropped or pasted, shown as it will be printed, taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.paper.shop_signs import Logo
from frontdesk.services.paper.logo import LogoSaved
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CARD_RADIUS, RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.people.pictures import (
    ask_for_picture,
    encoded,
    holds_picture,
    picture_file,
    picture_in,
    read_picture,
)
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.shapes import paint_focus

_PLACE = QSize(216, 128)
_INSET = 12
_ICON = 40
_PAPER = "#ffffff"


class LogoPlace(QAbstractButton):
    """The logo on white paper, as a print has it; without one, an invitation. A tap asks for a file."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._welcoming = False
        self.setFixedSize(_PLACE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        speak(self.setAccessibleName, lambda: tr("Logo: choose a picture"))
        LOOK.changed.connect(self.update)

    @property
    def image(self) -> QImage:
        """What is shown now."""
        return self._image

    def show_image(self, png: bytes | None) -> None:
        self._image = QImage.fromData(png) if png is not None else QImage()
        self.update()

    def set_welcoming(self, welcoming: bool) -> None:
        """Whether something that would be taken hovers over it."""
        self._welcoming = welcoming
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame = QPainter(self), QRectF(self.rect())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inner = frame.adjusted(1.5, 1.5, -1.5, -1.5)
        if self._image.isNull():
            painter.setPen(QPen(LOOK.palette.colour("quiet"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(LOOK.palette.colour("raised"))
            painter.drawRoundedRect(inner, CARD_RADIUS, CARD_RADIUS)
            at = frame.center().toPoint()
            picture = icon_pixmap("image-plus", "accent_ink", _ICON, self.devicePixelRatioF())
            painter.drawPixmap(at.x() - _ICON // 2, at.y() - _ICON // 2, picture)
        else:
            painter.setPen(QPen(LOOK.palette.colour("line"), 1))
            painter.setBrush(_PAPER)
            painter.drawRoundedRect(inner, CARD_RADIUS, CARD_RADIUS)
            painter.drawImage(self._fitted(frame.adjusted(_INSET, _INSET, -_INSET, -_INSET)), self._image)
        if self._welcoming or self.hasFocus():
            paint_focus(painter, frame, CARD_RADIUS, LOOK.palette.colour("accent"))

    def _fitted(self, room: QRectF) -> QRectF:
        size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        fitted = QRectF(room.topLeft(), size)
        fitted.moveCenter(room.center())
        return fitted


class LogoField(QWidget):
    """Each change is saved at once, with Undo. Follows the store: what is undone is shown here, too."""

    failed = Signal(str)
    """Why a picture was not taken; empty once one is."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._job: Job | None = None
        self.place = LogoPlace()
        self.choose_button, self.remove_button = TextButton("folder-open"), TextButton("trash-2", "quiet")
        speak(self.choose_button.say, lambda: tr("Choose a picture"))
        speak(self.remove_button.say, lambda: tr("Print no logo"))
        self.setAcceptDrops(True)
        self._lay_out()
        self.place.clicked.connect(self.choose_file)
        self.choose_button.clicked.connect(self.choose_file)
        self.remove_button.clicked.connect(self.remove)
        counter.bridge.changed.connect(self._on_changed)
        self._show()

    def choose_file(self) -> None:
        """Ask for a file, without stopping the counter."""
        ask_for_picture(self, tr("Choose a picture"), self.take_file)

    def take_file(self, file: Path) -> None:
        """Take the picture in a file."""
        self._prepare(lambda: read_picture(file))

    def take_mime(self, mime: QMimeData | None) -> bool:
        """Take what was dropped or pasted; False when there is no picture in it."""
        file = picture_file(mime) if mime is not None else None
        image = picture_in(mime) if mime is not None and file is None else None
        if file is not None:
            self.take_file(file)
        elif image is not None:
            self._prepare(lambda: encoded(image))
        return file is not None or image is not None

    def remove(self) -> None:
        """Print none from now on."""
        self._counter.submit(self._counter.desk.logo.remove, done=self._on_saved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_mime(QGuiApplication.clipboard().mimeData())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_picture(event.mimeData()) or event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.place.set_welcoming(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.place.set_welcoming(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.place.set_welcoming(False)
        if self.take_mime(event.mimeData()):
            event.acceptProposedAction()

    def _prepare(self, read: Callable[[], bytes]) -> None:
        """Make it fit to print beside the window. A later choice wins over one that is still under way."""
        if self._job is not None:
            self._job.done = self._job.refused = None
        prepare = self._counter.desk.logo.prepare
        self._job = self._counter.bridge.work(
            lambda: prepare(read()), done=self._on_prepared, refused=self._on_refused, owner=self
        )

    def _on_prepared(self, logo: Logo) -> None:
        self._job = None
        self.failed.emit("")
        self._counter.submit(self._counter.desk.logo.set, logo, done=self._on_saved)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._job = None
        self.failed.emit(sentence)

    def _on_saved(self, saved: LogoSaved) -> None:
        counter, gesture = self._counter, saved.gesture

        def undo() -> None:
            said = tr("As it was before.")
            counter.submit(counter.desk.logo.undo, gesture, done=lambda _: counter.notify(said))

        counter.notify(tr("Saved."), undo=undo)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop or changes.everything:
            self._show()

    def _show(self) -> None:
        png = self._counter.desk.logo.image()
        self.place.show_image(png)
        self.remove_button.setVisible(png is not None)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(RHYTHM)
        for button in (self.choose_button, self.remove_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons)
        row.addStretch(1)
