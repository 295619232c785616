"""What the keys do in the back office."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from frontdesk.ui.counter.keys import CounterKeys

if TYPE_CHECKING:
    from frontdesk.ui.office.window import OfficeWindow
    from frontdesk.ui.office.workplace import Workplace

_DIGITS = range(1, 10)


def listen(window: OfficeWindow) -> CounterKeys:
    """The keys of the window; what is typed where nothing takes text is nobody's here."""
    nowhere = QLineEdit(window)
    nowhere.hide()
    keys = CounterKeys(window, nowhere)
    keys.typing_goes_to_search = lambda: False
    keys.scanned.connect(window.on_scan)
    key, place = Qt.Key, _Opened(window)
    give_up = place.does(lambda here: here.give_up())
    keys.on(key.Key_Escape, lambda: window.close() if window.locked else give_up())
    keys.on(key.Key_F1, lambda: window.key_caps.show_keys())
    keys.on(key.Key_F9, place.does(lambda here: here.undo.undo_last()))
    keys.on_undo(lambda: place.does(lambda here: here.undo.undo_by_chord())() is True)
    for pressed in (key.Key_Plus, key.Key_Equal):
        keys.on_chord(pressed, place.does(lambda here: here.text_size.step(1)))
    keys.on_chord(key.Key_Minus, place.does(lambda here: here.text_size.step(-1)))
    keys.on_chord(key.Key_0, place.does(lambda here: here.text_size.reset()))
    for digit in _DIGITS:
        go = partial(lambda wing, here: here.index.go_to_wing(wing), digit - 1)
        keys.on_chord(key(key.Key_0 + digit), place.does(go))
    for pressed, act in ((key.Key_L, window.lock), (key.Key_W, window.close)):
        keys.on_chord(pressed, act)
    keys.on(key.Key_F12, window.lock)
    return keys


class _Opened:
    """What is done where somebody has the office open; in one that is locked, nothing."""

    def __init__(self, window: OfficeWindow) -> None:
        self._window = window

    def does(self, act: Callable[[Workplace], object]) -> Callable[[], object]:
        """`act` on the place of whoever is there; a key goes on to others where nobody is."""

        def done() -> object:
            here = self._window.workplace
            return act(here) if here is not None and not self._window.locked else False

        return done
