"""Taking a photo: the camera's view over the sheet, three seconds, the picture, and again or use it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.people.camera import CameraFault, CameraFeed
from frontdesk.ui.people.live_view import LiveView, portrait_of
from frontdesk.ui.widgets.buttons import ActionButton, Weight
from frontdesk.ui.widgets.labels import PlainLabel

COUNT_FROM = 3
SECOND_MS = 1000


class PhotoTaking(QWidget):
    """Lies over `over` while it takes a photo. Counting begins with the first picture: nobody has to press.

    It ends with `taken`, or with `given_up` and why: a `CameraFault`, or None where somebody closed it.
    """

    taken = Signal(QImage)
    given_up = Signal(object)

    def __init__(
        self, over: QWidget, open_camera: Callable[[QWidget], CameraFeed], *, face: bool = True
    ) -> None:
        """Raises `NoCamera`, and then nothing is shown. Without `face` it is a thing that is taken."""
        super().__init__(over)
        self._face = face
        try:
            self._feed: CameraFeed | None = open_camera(self)
        except Exception:
            self.deleteLater()
            raise
        self._frame = self._portrait = QImage()
        self._left = 0
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self._on_second)
        self.view = LiveView(face=face)
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view.clicked.connect(self._on_tapped)
        self._said = PlainLabel(role="title")
        self._make_buttons()
        self._lay_out()
        self._feed.arrived.connect(self._on_frame)
        self._feed.failed.connect(self._on_failed)
        over.installEventFilter(self)
        self._show_live()
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.parentWidget().rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), LOOK.palette.colour("card"))

    def close_camera(self) -> None:
        """Switch the camera off and go."""
        self._second.stop()
        if self._feed is not None:
            self._feed.stop()
            self._feed = None
        self.hide()
        self.deleteLater()

    def _on_frame(self, frame: QImage) -> None:
        if not self._portrait.isNull():
            return
        self.view.show_frame(frame)
        self._frame = frame
        if not self._second.isActive():
            self._count(COUNT_FROM)
            self._second.start()

    def _on_second(self) -> None:
        if self._left > 1:
            self._count(self._left - 1)
        else:
            self._shoot()

    def _count(self, left: int) -> None:
        self._left = left
        self.view.count(str(left))
        self._announce(str(left))

    def _shoot(self) -> None:
        """Keep what is seen now, as others see it."""
        self._second.stop()
        self._portrait = portrait_of(self._frame)
        self.view.show_still(self._portrait)
        self._say(tr("Is it a good one?"))
        self._dress(still=True)
        self.use.setFocus()

    def _use(self) -> None:
        portrait = self._portrait
        self.close_camera()
        self.taken.emit(portrait)

    def _give_up(self, fault: CameraFault | None) -> None:
        self.close_camera()
        self.given_up.emit(fault)

    def _on_failed(self, fault: CameraFault) -> None:
        """The camera was pulled out; a picture that was taken before can still be used."""
        if self._portrait.isNull():
            self._give_up(fault)
        else:
            self.again.hide()

    def _on_tapped(self) -> None:
        """A tap on the view takes it at once: a child does not sit still for three seconds."""
        if self._second.isActive():
            self._shoot()

    def _show_live(self) -> None:
        self._portrait = QImage()
        self.view.count("")
        self.view.clear()
        if self._face:
            self._say(tr("Face in the frame, eyes to the camera."))
        else:
            self._say(tr("Only the thing itself, no faces."))
        self._dress(still=False)
        self.view.setFocus()

    def _dress(self, *, still: bool) -> None:
        self.again.setVisible(still)
        self.use.setVisible(still)
        words = tr("Is it a good one?") if still else tr("The camera counts three. A tap takes it at once.")
        self.view.setAccessibleName(words)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _make_buttons(self) -> None:
        self.use = ActionButton("check", weight=Weight.FILLED)
        self.again = ActionButton("undo-2")
        self.cancel = ActionButton("x", "Esc")
        speak(self.use.say, lambda: tr("Use this photo"))
        speak(self.again.say, lambda: tr("Take it again"))
        speak(self.cancel.say, lambda: tr("No photo"))
        for button in (self.use, self.again, self.cancel):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.use.clicked.connect(self._use)
        self.again.clicked.connect(self._show_live)
        self.cancel.clicked.connect(lambda: self._give_up(None))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(RHYTHM * 2)
        row.addStretch(1)
        for button in (self.cancel, self.again, self.use):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self._said, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.view, 1)
        column.addLayout(row)
