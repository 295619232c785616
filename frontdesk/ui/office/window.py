"""The manager's back office: another window of the same app and store, opened by who has proved it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.shop import TouchKeys
from frontdesk.services.team.pin_tries import Opened
from frontdesk.ui.counter.pointer_watch import PointerWatch
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.office.lock_page import LockPage
from frontdesk.ui.office.lock_watch import LockWatch
from frontdesk.ui.office.office_keys import listen
from frontdesk.ui.office.rooms import Room
from frontdesk.ui.office.workplace import Workplace
from frontdesk.ui.single_instance import bring_to_front
from frontdesk.ui.touch.entry import TouchEntry

if TYPE_CHECKING:
    from frontdesk.ui.counter.key_caps import KeyCaps
    from frontdesk.ui.counter.window import CounterWindow

_LEAST_WIDTH: Final = 1180
_LEAST_HEIGHT: Final = 660


@dataclass(frozen=True, slots=True)
class OfficeLeft:
    """Where somebody was in an office that is made anew, for text of another size."""

    staff_id: int
    key: bytes
    room: Room | None


class OfficeWindow(QMainWindow):
    """One of each counter. Locked, it shows who may open it and nothing else; it is made locked.

    What somebody was doing is kept for them behind the lock; whoever else opens it begins anew.
    """

    def __init__(self, counter: CounterWindow) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self._counter = counter
        self.locked = True
        self.workplace: Workplace | None = None
        self.lock_page = LockPage(counter, self._on_opened, self.close)
        self._sides = QStackedWidget()
        self._sides.addWidget(self.lock_page)
        self.setCentralWidget(self._sides)
        self.watch = LockWatch(self, counter.desk.proofs, counter.desk.now)
        self.watch.wanted.connect(self.lock)
        self._pointer = PointerWatch(self)
        self._touch = TouchEntry(self, self._pointer, self._when_to_tap)
        self.keys = listen(self)
        QApplication.instance().installEventFilter(self.keys)
        LANGUAGE.changed.connect(self._say)
        counter.bridge.changed.connect(self._on_changed)
        self._say()
        self.lock_page.begin()

    @cached_property
    def key_caps(self) -> KeyCaps:
        """The keys of everything, for who holds F1."""
        from frontdesk.ui.counter.key_caps import KeyCaps

        said = lambda: tr("The groups on the left: Ctrl and 1 to 7. Lock: Ctrl and L. Undo: F9.")  # noqa: E731
        return KeyCaps(self, lambda held: None, legend=said)

    def come(self) -> None:
        """To the front, from wherever it was."""
        if self.isVisible():
            bring_to_front(self)
        else:
            self.lock_page.begin()  # who works here may have changed since
            self._stand_over_the_counter()
            self.activateWindow()

    def let_in(self, staff_id: int, key: bytes) -> None:
        """Somebody who has proved by `key` who they are; without one, in a shop that has no PIN."""
        place = self.workplace
        if place is None or place.staff_id != staff_id:
            place = self._begin(staff_id, key)
        place.renew(key)
        self.locked = False
        self._sides.setCurrentWidget(place)
        self.watch.begin(place.desk)
        place.take_focus()

    def lock(self) -> None:
        """At once: what was open is out of sight, and the proof stands no longer. What was typed last is
        saved before: leaving its field is the act. What is under way goes on.
        """
        place = self.workplace
        if self.locked or place is None:
            return
        self.locked = True
        self.watch.stop()
        self._close_what_it_opened()
        self._touch.put_away()
        self.lock_page.begin()
        self._sides.setCurrentWidget(self.lock_page)
        place.rest()
        self.repaint()  # a picture of the window, as a list of windows has, must not show the page

    def on_scan(self, scan: Scan) -> None:
        """A card was scanned here."""
        if self.locked:
            self.lock_page.take_scan(scan)
        elif self.workplace is not None:
            self.workplace.take_scan(scan)

    def say_fault(self, text: str, *, icon: str = "check") -> bool:
        """Something went wrong under the hands of whoever is here; False where nobody is."""
        here = self.workplace is not None and not self.locked and self.isActiveWindow()
        if here and self.workplace is not None:
            self.workplace.notices.show_notice(text, icon=icon)
        return here

    def left(self) -> OfficeLeft | None:
        """Where somebody is; None where it is locked."""
        if self.locked or self.workplace is None:
            return None
        return OfficeLeft(self.workplace.staff_id, self.workplace.desk.key, self.workplace.room)

    def go_on(self, left: OfficeLeft) -> None:
        """Where somebody was before the windows were made anew."""
        self.come()
        self.let_in(left.staff_id, left.key)
        if self.workplace is not None and left.room is not None:
            self.workplace.go_to(left.room)

    def hide_with_the_counter(self) -> None:
        """The counter is closed, and with it the shop. Made anew at once, it has who is here go on."""
        self.watch.stop()
        self.hide()

    def end(self) -> None:
        """At the end of the counter: at once, with everything that is under way."""
        self.watch.stop()
        QApplication.instance().removeEventFilter(self.keys)
        for part in (self.workplace, self.lock_page):
            if part is not None:
                part.bridge.close()
        shiboken6.delete(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it leaves it: it is locked, and what runs there comes to its end."""
        self.lock()
        super().closeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pointer.watch(self.windowHandle())
        if self.locked:
            self.lock_page.take_focus()

    def _on_opened(self, opened: Opened) -> None:
        self.let_in(opened.member.id, opened.key)

    def _begin(self, staff_id: int, key: bytes) -> Workplace:
        """A place of their own; that of whoever was there before goes, with what runs in their name."""
        before = self.workplace
        self.workplace = place = Workplace(self._counter, staff_id, key)
        place.lock_wanted.connect(self.lock)
        place.lent.taps.pressed_at = self.keys.pressed_at
        self._sides.addWidget(place)
        place.go_home()
        if before is not None:
            self._sides.removeWidget(before)
            before.bridge.let_go()
            done = before.deleteLater
            self._counter.bridge.work(before.bridge.wait, done=lambda waited: done(), owner=self)
        return place

    def _when_to_tap(self) -> TouchKeys:
        """Letters to tap, as at the counter; a PIN has keys of its own."""
        when: TouchKeys = self._counter.desk.shop.settings().touch_keys
        return TouchKeys.NEVER if self.locked else when

    def _close_what_it_opened(self) -> None:
        """Menus, lists to choose from, dialogs: nothing of the page stays in sight."""
        while (popup := QApplication.activePopupWidget()) is not None and self.watch.is_own(popup):
            popup.close()
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible() and self.watch.is_own(other):
                other.close()

    def _stand_over_the_counter(self) -> None:
        """As large as the counter, and where it is: on a small screen all of it."""
        counter: QWidget = self._counter
        self.setGeometry(counter.geometry())
        if counter.isMaximized() or counter.isFullScreen():
            self.showMaximized()
        else:
            self.show()

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop or changes.everything:
            self._say()

    def _say(self) -> None:
        shop = self._counter.desk.shop.settings().name
        self.setWindowTitle(tr("Back office: {shop}", shop=shop))
