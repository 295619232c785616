"""Scanning with the camera, for shops without a scanner: a live view over the wall until a card is seen."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.finding.scans import Scan
from frontdesk.services.paper.reading_codes import card_seen
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.camera import CameraFault, CameraFeed, NoCamera, open_camera
from frontdesk.ui.people.live_view import LiveView
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import fill_with

_SECONDS_BETWEEN: Final = 0.12
"""Eight looks a second find a card as soon as it is still, and leave the machine its time."""

OpenCamera = Callable[[QWidget], CameraFeed]


def open_sheet(
    counter: Counter, scanned: Callable[[Scan], None], camera: OpenCamera = open_camera
) -> CameraSheet:
    return CameraSheet(counter, scanned, camera)


class CameraSheet(Sheet):
    """Looks for one card, hands it to `scanned`, and closes. A picture is dropped while one is being read."""

    place = Place.RIGHT

    def __init__(self, counter: Counter, scanned: Callable[[Scan], None], camera: OpenCamera) -> None:
        super().__init__()
        self._bridge, self._scanned, self._open_camera = counter.bridge, scanned, camera
        self._feed: CameraFeed | None = None
        self._reading = False
        self._read_at = 0.0
        self.view = LiveView(face=False)
        speak(self.view.setAccessibleName, lambda: tr("What the camera sees"))
        self.said = PlainLabel(role="heading")
        self.said.setWordWrap(True)
        self.retry = TextButton("camera")
        speak(self.retry.say, lambda: tr("Try the camera again"))
        self.retry.clicked.connect(self.start)
        column = QVBoxLayout()
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self.said)
        column.addWidget(self.view, 1)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        fill_with(self, scrolling(column))
        self.start()

    def title(self) -> str:
        return tr("Scan with the camera")

    def start(self) -> None:
        """Switch the camera on; where that fails, say what to do instead."""
        try:
            self._feed = self._open_camera(self)
        except NoCamera as missing:
            self._give_up(missing.code)
            return
        self._feed.arrived.connect(self._on_frame)
        self._feed.failed.connect(self._give_up)
        self.said.setText(tr("Hold the card before the camera."))
        self.retry.hide()

    def stop(self) -> None:
        if self._feed is not None:
            self._feed.stop()
            self._feed = None

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)

    def _give_up(self, fault: CameraFault) -> None:
        self.stop()
        self.view.clear()
        self.said.setText(_instead(fault))
        self.retry.show()

    def _on_frame(self, frame: QImage) -> None:
        self.view.show_frame(frame)
        now = time.monotonic()
        if self._reading or now - self._read_at < _SECONDS_BETWEEN:
            return
        self._reading, self._read_at = True, now
        grey = frame.convertToFormat(QImage.Format.Format_Grayscale8)
        levels, line = bytes(grey.constBits()), grey.bytesPerLine()
        self._bridge.work(
            card_seen,
            levels,
            grey.width(),
            grey.height(),
            line,
            done=self._on_read,
            refused=self._on_not_read,
            owner=self,
        )

    def _on_read(self, scan: Scan | None) -> None:
        self._reading = False
        if scan is not None and self._feed is not None:
            self.stop()
            self.closed.emit()
            self._scanned(scan)

    def _on_not_read(self, sentence: str, error: Exception) -> None:
        """The next picture may be better."""
        self._reading = False


def _instead(fault: CameraFault) -> str:
    match fault:
        case CameraFault.NOT_INSTALLED:
            return tr("The camera part is not installed here. Type the card's code, or search by name.")
        case CameraFault.NO_CAMERA:
            return tr("No camera is plugged in. Type the card's code, or search by name.")
        case CameraFault.STOPPED:
            return tr("The camera has stopped. Try it again, type the card's code, or search by name.")
