"""A practice from beginning to end: a copy of the shop, its counter over the real one, and the way back.

The real counter goes on behind it, with its clock, its backups and the customer's screen.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Changes
from frontdesk.services.errors import StoreError, store_fault
from frontdesk.ui.bridge import Bridge, Job
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.faults import log_and_say
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.fonts import wear_text_size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.practice.practice_window import PracticeWindow
from frontdesk.wording.practice import no_copy_sentence

if TYPE_CHECKING:
    from frontdesk.ui.counter.window import CounterWindow

log = logging.getLogger(__name__)


class Practice(QObject):
    """One at a time, over the window `real`. `advanced` and `failed` tell of the copy that is made."""

    advanced = Signal(int, int)
    failed = Signal(str)
    """Why there is no practice; empty where whoever asked for it changed their mind."""
    ended = Signal()
    """The real counter stands there again, and the copy is removed."""

    def __init__(self, real: CounterWindow) -> None:
        super().__init__(real)
        self._real = real
        self._job: Job | None = None
        self._desk: FrontDesk | None = None
        self._hook = sys.excepthook
        self.window: PracticeWindow | None = None
        real.bridge.changed.connect(self._on_changed)

    @property
    def under_way(self) -> bool:
        """Whether a copy is being made, worked on, or cleared away."""
        return self._job is not None or self._desk is not None

    def begin(self) -> None:
        """Make a copy beside the counter, and then open it."""
        if self.under_way:
            self.failed.emit(tr("One moment: the last practice is being cleared away."))
            return
        self._job = self._real.bridge.work(
            self._real.desk.practice.make,
            self._real.desk.act(),
            progress=self.advanced.emit,
            cancellable=True,
            done=self._on_copied,
            refused=self._on_no_copy,
            owner=self,
        )

    def cancel(self) -> None:
        """Make no copy after all."""
        if self._job is not None:
            self._job.cancel()

    def end_now(self) -> None:
        """At the end of the program: leave no copy, and wait for that."""
        if self.window is not None and self._desk is not None:
            window, self.window = self.window, None
            sys.excepthook = self._hook
            window.bridge.close()
            shiboken6.delete(window)
            self._desk.close()
            self._real.desk.practice.remove()

    # --- the copy ---

    def _on_copied(self, place: Paths | None) -> None:
        job, self._job = self._job, None
        if place is None or job is None or job.cancelled():
            self._remove("")
            return
        try:
            self._desk = open_desk(place, clock=self._real.desk.clock)
        except (StoreError, OSError) as error:
            log.exception("the copy to practise on could not be opened")
            self._remove(no_copy_sentence(LANGUAGE.texts, store_fault(error)))
        else:
            self._cover()

    def _on_no_copy(self, sentence: str, error: Exception) -> None:
        self._job = None
        self.failed.emit(no_copy_sentence(LANGUAGE.texts, store_fault(error)))

    def _remove(self, sorry: str) -> None:
        self._real.bridge.work(self._real.desk.practice.remove, owner=self)
        self.failed.emit(sorry)

    # --- over the real counter, and back ---

    def _cover(self) -> None:
        """Whoever is greeted at the real counter is let go: nobody stands there now."""
        real = self._real
        real.sheets.close_now()
        real.attending.give_up()
        self._hook = sys.excepthook
        self._open()
        real.hide()

    def _open(self, *, at_settings: bool = False) -> None:
        assert self._desk is not None
        self._wear(self._desk)
        bridge = Bridge(self._desk)
        self.window = window = PracticeWindow(self._desk, bridge)
        window.leaving.connect(self._on_leaving)
        window.header.offer_camera(not self._real.header.camera.isHidden())
        sys.excepthook = log_and_say(window.notices.show_notice)
        _stand_like(window, self._real)
        window.attending.learn()
        self._say_call()
        if at_settings:
            window.open_sheet(SheetName.SETTINGS)

    def _on_leaving(self) -> None:
        """The other window is there before this one is gone: without any, the program would end."""
        window, self.window = self.window, None
        if window is None or self._desk is None:
            return
        if window.wants_anew:
            self._open(at_settings=True)
            QTimer.singleShot(0, self, lambda: self._let_go(window, None))
            return
        desk = self._desk
        self._wear(self._real.desk)
        sys.excepthook = self._hook
        _stand_like(self._real, window)
        self._real.header.search.setFocus()
        QTimer.singleShot(0, self, lambda: self._let_go(window, desk))

    def _let_go(self, window: PracticeWindow, desk: FrontDesk | None) -> None:
        """Nobody waits for the window's workers; the copy goes when they read no more."""
        window.bridge.let_go()
        bridge = window.bridge
        shiboken6.delete(window)
        self._real.bridge.work(bridge.wait, done=lambda done: self._on_quiet(desk), owner=self)

    def _on_quiet(self, desk: FrontDesk | None) -> None:
        if desk is not None:
            desk.close()
            self._real.bridge.work(self._real.desk.practice.remove, done=self._on_removed, owner=self)

    def _on_removed(self, removed: bool) -> None:
        self._desk = None
        if not removed:
            said = tr("The copy could not be removed yet. It will be at the next start.")
            self._real.notices.show_notice(said, icon="circle-alert")
        self.ended.emit()

    def _wear(self, desk: Any) -> None:
        app, settings = QApplication.instance(), desk.shop.settings()
        assert isinstance(app, QApplication)
        wear_text_size(app, settings.text_size)
        LOOK.wear(app, settings.theme)

    def _on_changed(self, changes: Changes) -> None:
        if changes.calls or changes.everything:
            self._say_call()

    def _say_call(self) -> None:
        if self.window is not None:
            desk = self._real.desk
            self.window.banner.say_call(bool(desk.manager_calls.waiting(desk.now())))


def _stand_like(window: CounterWindow, other: CounterWindow) -> None:
    """Show a window in the very place of another."""
    window.setGeometry(other.geometry())
    if other.isFullScreen():
        window.showFullScreen()
    elif other.isMaximized():
        window.showMaximized()
    else:
        window.show()
    window.activateWindow()
