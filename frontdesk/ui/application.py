"""The program with its window: from the start to the first frame, what follows it, and the end."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from importlib import import_module
from types import TracebackType
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.bootstrap import FrontDesk, open_desk, system_clock
from frontdesk.config import APP_NAME, Paths, resource_path
from frontdesk.domain.shop import Theme
from frontdesk.services.errors import AlreadyOpen, StoreError
from frontdesk.texts import LANGUAGES, SOURCE_LANGUAGE
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import SHEETS, SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.fonts import load_fonts
from frontdesk.ui.look.style import LOOK

log = logging.getLogger(__name__)

HOUR_MS: Final = 60 * 60 * 1000
_AFTER_FIRST_FRAME_MS: Final = 50
_SMALL_SCREEN: Final = 1500
_MOST: Final = 0.96
_FRAME: Final = QSize(16, 48)
"""What a title bar and borders take at most. They are not known before a window is shown."""


def run(paths: Paths, *, language: str | None = None, clock: Callable[[], int] | None = None) -> int:
    """Open the shop's counter and stay until it is closed; return the exit code.

    Where a window has the shop open already, that one comes to the front and this start is over. A shop
    that cannot be opened is said in a window: who started from an icon reads no terminal.
    """
    app = application()
    try:
        desk = open_desk(paths, clock=clock or system_clock)
    except AlreadyOpen as error:
        if _came_to_front(paths):
            return 0
        return _say_why_not(app, error, language)
    except (StoreError, OSError) as error:
        log.exception("the shop could not be opened")
        return _say_why_not(app, error, language)
    try:
        return run_counter(desk, app, demo=paths.is_demo(), language=language)
    finally:
        desk.close()


def run_counter(desk: FrontDesk, app: QApplication, *, demo: bool, language: str | None = None) -> int:
    """Show the counter of an open shop until its window is closed, then make the closing backup."""
    settings = desk.shop.settings()
    LANGUAGE.speak(_spoken(language or settings.language))
    LOOK.wear(app, settings.theme)
    bridge = Bridge(desk)
    window = CounterWindow(desk, bridge, demo=demo)
    sys.excepthook = _log_and_say(window)
    _show(window, app.primaryScreen().availableGeometry())
    if not settings.opened:
        window.open_sheet(SheetName.FIRST_PAGE)
    QTimer.singleShot(_AFTER_FIRST_FRAME_MS, window, lambda: _after_first_frame(window, desk, demo))
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        bridge.close()
        if not demo:
            _closing_backup(desk)


def application() -> QApplication:
    """The one QApplication, with fonts and name; made here if there is none."""
    app = QApplication.instance() or QApplication([APP_NAME])
    assert isinstance(app, QApplication)
    app.setApplicationName(APP_NAME)
    app.setDesktopFileName("frontdesk")
    app.setWindowIcon(QIcon(str(resource_path("icons", "app.svg"))))
    load_fonts(app)
    LOOK.animated = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    return app


def _came_to_front(paths: Paths) -> bool:
    from frontdesk.ui.single_instance import activate_running  # QtNetwork: only where a shop is open

    return activate_running(paths)


def _say_why_not(app: QApplication, error: Exception, language: str | None) -> int:
    from frontdesk.ui.cannot_open import CannotOpenWindow

    LANGUAGE.speak(_spoken(language or SOURCE_LANGUAGE))
    LOOK.wear(app, Theme.LIGHT)
    window = CannotOpenWindow(sentence_for(error))
    window.show()
    app.exec()
    return 1


def _after_first_frame(window: CounterWindow, desk: FrontDesk, demo: bool) -> None:
    """What the first frame did not need: second starts, hourly backups, and pages about to be wanted."""
    from frontdesk.ui.single_instance import answer_second_starts, bring_to_front

    gc.enable()
    gc.freeze()  # what a start makes stays: no later sweep need look at it
    answer_second_starts(desk.paths, lambda: bring_to_front(window), window)
    if not demo:
        hourly = QTimer(window)
        hourly.timeout.connect(lambda: window.bridge.work(desk.backups.make))
        hourly.start(HOUR_MS)
    window.attending.learn()
    window.bridge.work(desk.settle_in)
    QTimer.singleShot(_AFTER_FIRST_FRAME_MS, window, lambda: _warm_up(desk))


def _warm_up(desk: FrontDesk) -> None:
    """Do once, unseen, what the first customer would otherwise wait for."""
    desk.search.find("a", 1)
    likely = desk.wall.tiles(desk.now(), 1)
    if likely:
        desk.greetings.open(likely[0].customer_id, desk.now())
    import_module("babel.dates")
    import_module(SHEETS[SheetName.ENROL])


def _closing_backup(desk: FrontDesk) -> None:
    """The day's last backup. A full disk must not keep the shop from closing; the log says what happened."""
    try:
        desk.backups.make()
    except Exception:
        log.exception("the closing backup failed")


def _show(window: QWidget, room: QRect) -> None:
    """All of a small screen; most of a large one, with its frame inside it."""
    if room.width() <= _SMALL_SCREEN:
        window.showMaximized()
        return
    window.resize((room.size() * _MOST).boundedTo(room.size() - _FRAME))
    window.move(room.center() - QRect(QPoint(), window.size() + _FRAME).center())
    window.show()


def _spoken(code: str) -> str:
    """The windows speak fewer languages than customers do."""
    return code if code in LANGUAGES else SOURCE_LANGUAGE


def _log_and_say(
    window: CounterWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """A fault in one tap must not take the counter down, nor pass unseen."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("a fault in the window: %s", kind.__name__, exc_info=(kind, error, trace))
        window.notices.show_notice(
            tr("Something went wrong. It is written in the log; nothing else was changed."),
            icon="circle-alert",
        )

    return hook
