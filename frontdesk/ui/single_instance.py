"""One window per store: a second start finds the first one and brings it to the front."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from frontdesk.config import Paths

_WAIT_MS: Final = 500


def activate_running(paths: Paths) -> bool:
    """Ask the window that has this store open to come to the front; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(paths))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.disconnectFromServer()
    return True


def answer_second_starts(paths: Paths, come: Callable[[], None], parent: QObject) -> QLocalServer:
    """Call `come` whenever somebody starts the program on this store again.

    What a crash left of an earlier server is removed: the store's own lock says that nobody else is alive.
    """
    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def on_connection() -> None:
        while (socket := server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            come()

    server.newConnection.connect(on_connection)
    if not server.listen(_name(paths)):
        QLocalServer.removeServer(_name(paths))
        server.listen(_name(paths))
    return server


def bring_to_front(window: QWidget) -> None:
    """Show a window that may be minimised or behind others."""
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def _name(paths: Paths) -> str:
    """This store's name among this user's programs; short, because a socket's path has a limit."""
    return f"frontdesk-{hashlib.sha256(str(paths.store).encode()).hexdigest()[:16]}"
