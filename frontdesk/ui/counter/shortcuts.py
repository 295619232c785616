"""Which key does what at the counter, and when it may."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from frontdesk.ui.counter.attending import Attending
from frontdesk.ui.counter.keys import CounterKeys
from frontdesk.ui.counter.pages import Pages
from frontdesk.ui.counter.sheet_host import SheetHost
from frontdesk.ui.counter.text_size import TextSize
from frontdesk.ui.counter.undo_key import UndoKey
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.widgets.notice import NoticeBar

if TYPE_CHECKING:
    from frontdesk.ui.counter.window import CounterWindow

_SETTLES_SECONDS = 0.5
"""A sheet is gone for so long before a key that it had means the greeting under it."""


def listen(window: CounterWindow) -> tuple[CounterKeys, Shortcuts]:
    """The keys of a window, each bound to what it does."""
    keys = CounterKeys(window, window.header.search)
    keys.scanned.connect(window.on_scan)
    keys.typing_goes_to_search = lambda: window.sheets.sheet is None
    for taps in (window.attending.gestures.taps, window.lent.taps):
        taps.pressed_at = keys.pressed_at
    shortcuts = Shortcuts(window.attending, window.pages, window.sheets, window.notices)
    shortcuts.bind(keys)
    UndoKey(window.bridge, window.notices, window.attending.gestures.taps, window).bind(keys)
    TextSize(window.desk, window.bridge, window).bind(keys)
    keys.on(Qt.Key.Key_Escape, window.give_up)
    keys.on_chord(Qt.Key.Key_B, window.open_office)
    keys.on(Qt.Key.Key_F1, lambda: window.key_caps.show_keys())
    keys.on(Qt.Key.Key_F12, lambda: window.blank.cover() if SHARED_SCREEN.on else window.till.choose())
    keys.uncover = lambda: window.is_made("blank") and window.blank.uncover()
    return keys, shortcuts


class Shortcuts:
    """Binds the function keys to the acts of the customer who is attended to, and to the pages."""

    def __init__(
        self,
        attending: Attending,
        pages: Pages,
        sheets: SheetHost,
        notices: NoticeBar,
    ) -> None:
        self._attending = attending
        self._pages, self._sheets, self._notices = pages, sheets, notices
        self._uncovered_at = -_SETTLES_SECONDS
        self.clock: Callable[[], float] = monotonic
        sheets.left.connect(self._on_uncovered)

    def bind(self, keys: CounterKeys) -> None:
        attending, pages, key = self._attending, self._pages, Qt.Key
        anywhere: dict[Qt.Key, Callable[[], object]] = {
            key.Key_F2: pages.enrol,
            key.Key_F6: pages.today,
            key.Key_F11: partial(pages.ticket, attending.tickets),
        }
        for pressed, act in anywhere.items():
            keys.on(pressed, act)
        for pressed, act in {
            key.Key_F3: pages.edit,
            key.Key_F4: pages.member_card,
            key.Key_F5: self._add_stamp,
            key.Key_F7: attending.redeem,
            key.Key_F8: attending.request,
            key.Key_F10: pages.feedback,
        }.items():
            keys.on(pressed, partial(self._for_the_greeted, act))
        for place, pressed in enumerate((key.Key_1, key.Key_2, key.Key_3)):
            keys.on_chord(pressed, partial(self._for_the_greeted, partial(attending.take_usual, place)))

    def _for_the_greeted(self, act: Callable[[], object]) -> bool:
        """A sheet that lies over the greeting has the greeting's keys for itself. While somebody else is
        typed into the search, a key means neither: who was greeted before gets nothing.
        """
        if self._sheets.covers_greeting():
            return False
        first = self._attending.first_choose()
        if first:
            self._notices.show_notice(first, icon="search")
        else:
            act()
        return True

    def _add_stamp(self) -> None:
        """F5 also saves a sheet: pressed twice there, the second press is not for whoever is greeted then."""
        if self.clock() - self._uncovered_at >= _SETTLES_SECONDS:
            self._attending.add_stamps()

    def _on_uncovered(self) -> None:
        self._uncovered_at = self.clock()
