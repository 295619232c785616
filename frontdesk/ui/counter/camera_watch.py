"""Whether there is a camera: looked up beside the window, and told again when one is plugged in."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from PySide6.QtCore import QObject, Signal

from frontdesk.ui.bridge import Bridge


class CameraWatch(QObject):
    """Says `known` when it knows, and whenever that changes. Without the camera extra it says nothing."""

    known = Signal(bool)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._devices: Any = None

    def start(self) -> None:
        """Load QtMultimedia, which takes a while, on a worker; its devices belong to this thread."""
        self._bridge.work(_multimedia, done=self._on_loaded, owner=self)

    def _on_loaded(self, multimedia: ModuleType | None) -> None:
        if multimedia is None:
            return
        self._devices = multimedia.QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        self.known.emit(bool(self._devices.videoInputs()))


def _multimedia() -> ModuleType | None:
    try:
        return import_module("PySide6.QtMultimedia")
    except ImportError:
        return None
