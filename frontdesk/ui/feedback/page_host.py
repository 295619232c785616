"""Starts the shop's own page after the first frame, follows its settings, and stops it at the end."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from frontdesk.domain.acts import Changes
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.feedback.page_state import PAGE_STATE, Standing

if TYPE_CHECKING:
    from frontdesk.web.server import PageServer

log = logging.getLogger(__name__)

_LOOK_MS: Final = 15_000
"""A computer is up before its Wi-Fi, and loses it: so often it looks whether its address is there."""
_STANDINGS: Final = {errno.EADDRNOTAVAIL: Standing.NOT_HERE, errno.EADDRINUSE: Standing.TAKEN}

_Place = tuple[str, int]


class PageHost(QObject):
    """What it starts and stops is slow at times, so a worker does it, one thing after the other."""

    _came = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._desk = bridge, bridge.desk
        self._server: PageServer | None = None
        self._served: _Place | None = None
        self._turning = False
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._came.connect(bridge.changed, Qt.ConnectionType.QueuedConnection)

    @property
    def visitors(self) -> int:
        """How many phones are connected at this moment."""
        return self._server.visitors if self._server is not None else 0

    def begin(self) -> None:
        """From now on be where the settings want the page. A copy to practise on never is."""
        if not self._desk.paths.is_practice():
            self._bridge.changed.connect(self._on_changed)
            self.follow()

    def follow(self) -> None:
        """Start, stop or move the page, if it is not as the settings say."""
        place = self._wanted()
        if not self._turning and place != self._served:
            self._turning = True
            self._bridge.work(self._turn, place, done=self._on_turned, refused=self._on_not_turned)
        elif place is None:
            PAGE_STATE.set(Standing.OFF)

    def stop(self) -> None:
        """The window goes, and no worker is at work any more. What is being answered is, within a second."""
        self._stop()
        self._look.stop()
        PAGE_STATE.set(Standing.OFF)

    def _wanted(self) -> _Place | None:
        rules = self._desk.feedback_rules.rules()
        return (rules.page_address, rules.page_port) if rules.page_base else None

    def _turn(self, place: _Place | None) -> tuple[_Place | None, int]:
        """On a worker's thread, which also imports what no frame needs: where it was to be, and what the
        system said against that (an errno, 0 for nothing).
        """
        self._stop()
        if place is None:
            return place, 0
        from frontdesk.web.answering import Answering
        from frontdesk.web.server import PageServer

        answering = Answering(self._desk, self._submit)
        server = PageServer(answering.answer, answering.turn)
        try:
            server.start(*place)
        except OSError as error:
            server.stop()
            return place, error.errno or errno.EIO
        self._server, self._served = server, place
        return place, 0

    def _stop(self) -> None:
        server, self._server, self._served = self._server, None, None
        if server is not None:
            server.stop()

    def _submit(self, method: Callable[..., Any], *args: Any) -> Future[Any]:
        """As the desk does; and the views hear of it, as of any act at this counter."""
        future = self._desk.submit(method, *args)
        future.add_done_callback(self._report)
        return future

    def _report(self, future: Future[Any]) -> None:
        """On the writer's thread: only hand over."""
        changes = getattr(future.result(), "changes", None) if future.exception() is None else None
        if isinstance(changes, Changes) and shiboken6.isValid(self):
            self._came.emit(changes)

    def _on_turned(self, came: tuple[_Place | None, int]) -> None:
        place, code = came
        self._turning = False
        if place is None:
            self._look.stop()
            PAGE_STATE.set(Standing.OFF)
        else:
            self._look.start()
            standing = _STANDINGS.get(code, Standing.FAILED) if code else Standing.RUNS
            if standing is not PAGE_STATE.standing:
                log.info("the page: %s, port %s, errno %s", standing.name, place[1], code)
            PAGE_STATE.set(standing, *place)
        if place != self._wanted():
            self.follow()  # it was changed meanwhile

    def _on_not_turned(self, sentence: str, error: Exception) -> None:
        """Nobody stands and waits for it; the settings say it, and the log says more."""
        log.error("the page could not be served: %s", type(error).__name__, exc_info=error)
        self._turning = False
        self._look.stop()
        PAGE_STATE.set(Standing.FAILED)

    def _on_look(self) -> None:
        if not self._turning and self._server is not None and not self._server.is_here():
            self._served = None  # what listens there no phone finds: it is to begin anew
        self.follow()

    def _on_changed(self, changes: Changes) -> None:
        if changes.feedback_rules or changes.everything:
            self.follow()
