"""The program with its window: from the start to the first frame, what follows it, and the end."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.bootstrap import FrontDesk, open_desk, system_clock
from frontdesk.config import APP_NAME, Paths, resource_path
from frontdesk.domain.faults import StoreFault
from frontdesk.domain.shop import Theme
from frontdesk.services.errors import AlreadyOpen, StoreError, store_fault
from frontdesk.texts import LANGUAGES, SOURCE_LANGUAGE
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import SHEETS, SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.faults import log_and_say, sentence_for
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.fonts import load_fonts, wear_text_size
from frontdesk.ui.look.style import LOOK

if TYPE_CHECKING:
    from frontdesk.domain.trust.backups import BackupMade
    from frontdesk.domain.trust.kept_shops import BroughtBack
    from frontdesk.ui.office.window import OfficeLeft

log = logging.getLogger(__name__)

_AFTER_FIRST_FRAME_MS: Final = 50
_A_BACKUP_HELPS: Final = frozenset({StoreFault.NOT_A_STORE, StoreFault.DAMAGED})
_SMALL_SCREEN: Final = 1500
_MOST: Final = 0.96
_FRAME: Final = QSize(16, 48)
"""What a title bar and borders take at most. They are not known before a window is shown."""


@dataclass(frozen=True, slots=True)
class Left:
    """How a window was left: with an exit code; with backups to bring the shop back from; to be made anew,
    and then who was greeted, what was typed, whether it was in the settings, and who was in the office.
    """

    code: int
    to_bring_back: tuple[BackupMade, ...] = ()
    anew: bool = False
    customer_id: int = 0
    typed: str = ""
    at_settings: bool = False
    office: OfficeLeft | None = None


def run(paths: Paths, *, language: str | None = None, clock: Callable[[], int] | None = None) -> int:
    """Open the shop's counter and stay until it is closed; return the exit code.

    Where a window has the shop open already, that one comes to the front and this start is over. A shop
    that cannot be opened is said in a window: who started from an icon reads no terminal. Whoever asks in
    a window for a backup gets the shop closed, brought back from it and opened again.
    """
    app, clock = application(), clock or system_clock
    brought = None
    while True:
        left = _stay(paths, app, clock, language, brought)
        if not left.to_bring_back:
            return left.code
        brought = _bring_back(paths, app, clock, left.to_bring_back)


def _stay(
    paths: Paths,
    app: QApplication,
    clock: Callable[[], int],
    language: str | None,
    brought: BroughtBack | None,
) -> Left:
    """Open the shop once, or say why not, until that window is left."""
    try:
        desk = open_desk(paths, clock=clock)
    except AlreadyOpen as error:
        if _came_to_front(paths):
            return Left(0)
        return _say_why_not(paths, app, clock, error, language)
    except (StoreError, OSError) as error:
        log.exception("the shop could not be opened")
        return _say_why_not(paths, app, clock, error, language)
    try:
        return run_counter(desk, app, demo=paths.is_demo(), language=language, brought=brought)
    finally:
        desk.close()


def run_counter(
    desk: FrontDesk,
    app: QApplication,
    *,
    demo: bool,
    language: str | None = None,
    brought: BroughtBack | None = None,
) -> Left:
    """Show the counter of an open shop until its window is closed, then make the closing backup.

    `brought` is what the shop has just been brought back from: the window begins by saying so.
    """
    LANGUAGE.speak(_spoken(language or desk.shop.settings().language))
    left = Left(0)
    try:
        left = _show_counter(desk, app, demo=demo, brought=brought)
        while left.anew:
            left = _show_counter(desk, app, demo=demo, before=left)
        return left
    finally:
        if not demo and not left.to_bring_back and desk.shop.settings().opened:
            _closing_backup(desk)


def _show_counter(
    desk: FrontDesk,
    app: QApplication,
    *,
    demo: bool,
    brought: BroughtBack | None = None,
    before: Left | None = None,
) -> Left:
    """One window, until it is closed; where it was made anew it begins where the one `before` was left."""
    settings = desk.shop.settings()
    wear_text_size(app, settings.text_size)
    LOOK.wear(app, settings.theme)
    bridge = Bridge(desk)
    window = CounterWindow(desk, bridge, demo=demo)
    sys.excepthook = log_and_say(window.say_fault)
    _show(window, app.primaryScreen().availableGeometry())
    if not settings.opened or (desk.shop.is_beginning() and desk.first_steps.reached() is not None):
        window.open_sheet(SheetName.FIRST_PAGE)
    elif before is not None:
        _go_on(window, before)
    if brought is not None:
        _say_brought_back(window, desk, brought)
    QTimer.singleShot(_AFTER_FIRST_FRAME_MS, window, lambda: _after_first_frame(window, desk, demo))
    try:
        code = app.exec()
        return _left(window, code)
    finally:
        sys.excepthook = sys.__excepthook__
        if window.is_made("practice"):
            window.practice.end_now()
        bridge.close()
        if window.is_made("page"):
            window.page.stop()
        window.end_office()
        # At once, with its timers and the name that second starts call it by: another may follow.
        shiboken6.delete(window)


def _left(window: CounterWindow, code: int) -> Left:
    at_settings = type(window.sheets.sheet).__module__ == SHEETS[SheetName.SETTINGS]
    customer_id, typed = window.attending.customer_id, window.header.search.text()
    office = window.office.left() if window.is_made("office") else None
    return Left(code, window.to_bring_back, window.wants_anew, customer_id, typed, at_settings, office)


def _go_on(window: CounterWindow, before: Left) -> None:
    if before.customer_id:
        window.attending.choose(before.customer_id)
    window.header.search.setText(before.typed)
    if before.at_settings:
        window.open_sheet(SheetName.SETTINGS)
    if before.office is not None:
        window.office.go_on(before.office)


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


def _say_why_not(
    paths: Paths, app: QApplication, clock: Callable[[], int], error: Exception, language: str | None
) -> Left:
    """Say it in the shop's own language, where a backup knows it, and offer the backup where it helps."""
    from frontdesk.services.trust.backups import BackupService
    from frontdesk.ui.cannot_open import CannotOpenWindow

    helps = store_fault(error) in _A_BACKUP_HELPS
    # Before there is a window, waiting for these holds up no frame.
    kept = BackupService(paths, clock).kept_shops() if helps else ()
    LANGUAGE.speak(_spoken(language or (kept[0].language if kept else SOURCE_LANGUAGE)))
    LOOK.wear(app, Theme.LIGHT)
    window = CannotOpenWindow(sentence_for(error, paths.data), paths.store if helps else None, kept, clock())
    window.show()
    app.exec()
    return Left(1, window.to_bring_back)


def _bring_back(
    paths: Paths, app: QApplication, clock: Callable[[], int], chosen: tuple[BackupMade, ...]
) -> BroughtBack | None:
    """Put a backup in the place of the shop, which is closed; None when that failed and nothing changed."""
    from frontdesk.ui.bringing_back import BringingBackWindow

    window = BringingBackWindow(paths, chosen, clock)
    window.show()
    app.exec()
    return window.brought


def _say_brought_back(window: CounterWindow, desk: FrontDesk, brought: BroughtBack) -> None:
    from frontdesk.wording.backups import made_when

    when = made_when(LANGUAGE.texts, brought.made, desk.zone, desk.now())
    if brought.replaced is None:
        said = tr("The shop is back, as it was {when}.", when=when)
    else:
        said = tr("The shop is back, as it was {when}. What was here before is kept as a backup.", when=when)
    window.notices.show_notice(said, icon="history")


def _after_first_frame(window: CounterWindow, desk: FrontDesk, demo: bool) -> None:
    """What the first frame did not need: second starts, hourly backups, and pages about to be wanted."""
    from frontdesk.ui.counter.camera_watch import CameraWatch
    from frontdesk.ui.garbage import Garbage
    from frontdesk.ui.single_instance import answer_second_starts, bring_to_front

    gc.freeze()  # what a start makes stays: no later sweep need look at it
    Garbage(window)
    answer_second_starts(desk.paths, lambda: bring_to_front(window.in_front), window)
    if not demo:
        window.housekeeping.back_up_hourly()
    window.attending.learn()
    window.bridge.work(desk.settle_in)
    window.housekeeping.renew_search()
    window.housekeeping.check_ledger()
    window.housekeeping.sweep_daily()
    window.calls.refresh()
    window.door.reckon_week()
    watch = CameraWatch(window.bridge, window)
    watch.known.connect(window.header.offer_camera)
    watch.start()
    window.shop.show_to_customers()
    window.page.begin()
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
        window.setGeometry(room)  # where nobody manages windows, nobody maximizes them either
        window.showMaximized()
        return
    window.resize((room.size() * _MOST).boundedTo(room.size() - _FRAME))
    window.move(room.center() - QRect(QPoint(), window.size() + _FRAME).center())
    window.show()


def _spoken(code: str) -> str:
    """The windows speak fewer languages than customers do."""
    return code if code in LANGUAGES else SOURCE_LANGUAGE
