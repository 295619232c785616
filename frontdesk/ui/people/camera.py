"""The camera, where there is one. QtMultimedia is an extra: all else works without it."""

from __future__ import annotations

import time
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from frontdesk.ui.language import tr

FRAMES_A_SECOND: Final = 15
"""More would only keep the window from its work; turning a frame into a picture takes milliseconds."""
_LARGEST_FRAME: Final = 1280


class CameraFault(StrEnum):
    """Why there is no picture from a camera."""

    NOT_INSTALLED = "NOT_INSTALLED"
    NO_CAMERA = "NO_CAMERA"
    STOPPED = "STOPPED"


class NoCamera(Exception):
    """The camera cannot be opened: `code` says why."""

    def __init__(self, code: CameraFault) -> None:
        super().__init__(code.value)
        self.code = code


class CameraFeed(QObject):
    """Pictures as they come, until it is stopped. `source` is a camera, or a frame input in a test."""

    arrived = Signal(QImage)
    failed = Signal(object)

    def __init__(self, multimedia: Any, source: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._shown_at = 0.0
        self._sink = multimedia.QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._session = multimedia.QMediaCaptureSession(self)
        self._session.setVideoSink(self._sink)
        if isinstance(source, multimedia.QCamera):
            source.setParent(self)
            source.errorOccurred.connect(lambda *_: self.failed.emit(CameraFault.STOPPED))
            self._devices = multimedia.QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._on_devices)
            self._session.setCamera(source)
            source.start()
        else:
            self._session.setVideoFrameInput(source)

    def stop(self) -> None:
        """Let go of the camera: its light goes out."""
        self._sink.videoFrameChanged.disconnect(self._on_frame)
        if hasattr(self._source, "stop"):
            self._source.stop()
        self.deleteLater()

    def _on_frame(self, frame: Any) -> None:
        now = time.monotonic()
        if now - self._shown_at < 1 / FRAMES_A_SECOND:
            return
        image = frame.toImage()
        if not image.isNull():
            self._shown_at = now
            self.arrived.emit(image)

    def _on_devices(self) -> None:
        """Not every system tells of an error when its camera is pulled out."""
        if self._source.cameraDevice() not in self._devices.videoInputs():
            self.failed.emit(CameraFault.STOPPED)


def open_camera(parent: QObject) -> CameraFeed:
    """The shop's camera, switched on. Raises `NoCamera`."""
    try:
        from PySide6 import QtMultimedia
    except ImportError:  # the extra is not installed, or a system library of it is missing
        raise NoCamera(CameraFault.NOT_INSTALLED) from None
    device = QtMultimedia.QMediaDevices.defaultVideoInput()
    if device.isNull():
        raise NoCamera(CameraFault.NO_CAMERA)
    camera = QtMultimedia.QCamera(device)
    sizes = [each for each in device.videoFormats() if each.resolution().width() <= _LARGEST_FRAME]
    if sizes:
        camera.setCameraFormat(max(sizes, key=_sharp_and_steady))
    return CameraFeed(QtMultimedia, camera, parent)


def _sharp_and_steady(form: Any) -> tuple[bool, int, float]:
    resolution = form.resolution()
    fluent = form.maxFrameRate() >= FRAMES_A_SECOND
    return fluent, resolution.width() * resolution.height(), form.maxFrameRate()


def camera_words(fault: CameraFault) -> str:
    """What to do instead, in a sentence."""
    match fault:
        case CameraFault.NOT_INSTALLED:
            return tr("The camera part is not installed here. A file or a pasted photo works too.")
        case CameraFault.NO_CAMERA:
            return tr("No camera is plugged in. A file or a pasted photo works too.")
        case CameraFault.STOPPED:
            return tr("The camera has stopped. Try it again, or choose a file.")
