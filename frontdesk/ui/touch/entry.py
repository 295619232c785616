"""When the keys on the screen come and go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.domain.shop import TouchKeys as When
from frontdesk.ui.counter.pointer_watch import PointerWatch
from frontdesk.ui.touch.touch_keys import TouchKeys
from frontdesk.ui.touch.typing import takes_text


class TouchEntry(QObject):
    """Opens the keys for the field that is entered as `when` says, and puts them away when it is left."""

    def __init__(self, window: QWidget, watch: PointerWatch, when: Callable[[], When]) -> None:
        super().__init__(window)
        self._window, self._watch, self._when = window, watch, when
        self._keys: TouchKeys | None = None
        watch.touched_at.connect(self._on_touch)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @property
    def keys(self) -> TouchKeys:
        if self._keys is None:
            self._keys = TouchKeys(self._window)
        return self._keys

    def toggle(self, field: QWidget) -> None:
        """The button beside the search: show the keys for it, or put them away."""
        if self.keys.isVisible():
            self.keys.hide()
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys.open_for(field)

    def put_away(self) -> None:
        """Whoever typed has left."""
        if self._keys is not None:
            self._keys.hide()

    def _on_touch(self, at: QPointF) -> None:
        """After the touch has done its work: the focus may have had it before already."""
        if self._when() is not When.NEVER:
            QTimer.singleShot(0, self, lambda: self._open_if_touched(at.toPoint()))

    def _open_if_touched(self, at: QPoint) -> None:
        field = QApplication.focusWidget()
        if field is None or not self._is_ours(field):
            return
        inside = field.rect().contains(field.mapFrom(self._window, at))
        if inside:
            self.keys.open_for(field)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._is_ours(now):
            shown = self._keys is not None and self._keys.isVisible()
            if self._when() is When.ALWAYS or shown:
                self.keys.open_for(now)
        elif now is not None:
            self.put_away()

    def _is_ours(self, field: QWidget) -> bool:
        return takes_text(field) and field.window() is self._window
