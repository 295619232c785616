"""The keys of everything that can be tapped: shown while F1 is held; F1 and that key does it.

For hands that cannot hold a key, F1 alone shows them until the next one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from frontdesk.ui.counter.key_places import latin_key
from frontdesk.ui.counter.strips import ALONE_MS
from frontdesk.ui.counter.tile import CustomerTile
from frontdesk.ui.language import tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import RHYTHM, Size, grown
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import ActionButton
from frontdesk.ui.widgets.labels import KeyHint
from frontdesk.ui.widgets.paragraph import draw_paragraph, paragraph_height

HELD_S: Final = 0.35
"""F1 that is let go sooner was tapped: then the keys stay."""
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MORE: Final = "0"
"""What does not find a key of its own has two: this one and another."""
_FIELDS: Final = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
_TAPPED: Final = (QAbstractButton, *_FIELDS)


class KeyCaps(QWidget):
    """Lies over the window while the keys are shown, lets every tap through, and takes the next key."""

    def __init__(
        self, window: QWidget, hold: Callable[[bool], None], legend: Callable[[], str] | None = None
    ) -> None:
        """`hold` is told to keep everything where it stands while the keys are shown; `legend` has those of
        the window for which no control stands, where they are not the counter's.
        """
        super().__init__(window)
        self._window, self._hold = window, hold
        self._legend = legend or _legend_of_the_counter
        self._keys: dict[str, QWidget] = {}
        self._caps: list[tuple[QPoint, str]] = []
        self._typed, self._shown_at = "", 0.0
        self._first: tuple[QObject, QKeyEvent] | None = None
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(ALONE_MS)
        self._alone.timeout.connect(self._on_alone)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def taps(self) -> dict[str, QWidget]:
        """What each key does while they are shown: it taps this."""
        return dict(self._keys)

    def show_keys(self) -> None:
        """Show the keys; shown already, as by a second F1, they go."""
        if self.isVisible():
            self._leave()
            return
        window = self._window
        tapped = [each for each in window.findChildren(QWidget) if _can_be_tapped(each, window)]
        self._caps, self._keys = [], {}
        for widget, key in _shared_out(tapped, window):
            if not _shows_its_key(widget):
                self._caps.append((widget.mapTo(window, QPoint()), key))
            self._keys[key] = widget
        self._typed, self._first, self._shown_at = "", None, time.monotonic()
        self._hold(True)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.WindowDeactivate):
            self._leave()
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return self._on_release(event)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return self._on_press(watched, event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.bold(Size.SMALL))
        measures = fonts.measures(Size.SMALL, True)
        high = float(grown(24))
        if not self._typed:
            self._paint_legend(painter)
        for corner, key in self._caps:
            if self._typed and not key.startswith(self._typed):
                continue
            wide = max(high, measures.horizontalAdvance(key) + 14)
            cap = QRectF(max(corner.x() - 4, 2), max(corner.y() - 4, 2), wide, high)
            painter.setPen(LOOK.palette.colour("toast_ink"))
            painter.setBrush(LOOK.palette.colour("toast_ground"))
            painter.drawRoundedRect(cap, 7, 7)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)

    def _paint_legend(self, painter: QPainter) -> None:
        """What no control stands for has its keys named at the lower edge, unless a notice lies there."""
        words = self._legend()
        room = QRectF(self.rect()).adjusted(RHYTHM, 0, -RHYTHM, 0)
        high = paragraph_height(words, painter.font(), room.width() - 4 * RHYTHM) + 2 * RHYTHM
        room.setTop(room.bottom() - high - RHYTHM)
        room.setHeight(high)
        if any(corner.y() > room.top() - grown(24) for corner, _ in self._caps):
            return  # its Undo is to be seen
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LOOK.palette.colour("toast_ground"))
        painter.drawRoundedRect(room, 14, 14)
        painter.setPen(LOOK.palette.colour("toast_ink"))
        corner = room.topLeft() + QPointF(2 * RHYTHM, RHYTHM)
        draw_paragraph(painter, corner, words, painter.font(), room.width() - 4 * RHYTHM, centred=True)

    def _on_release(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_F1 or event.isAutoRepeat():
            return False
        if time.monotonic() - self._shown_at >= HELD_S and not self._alone.isActive():
            self._leave()
        return True

    def _on_press(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F1:
            if not event.isAutoRepeat():
                self._leave()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        if self._alone.isActive():
            self._hand_back()
            return False
        letter = _letter(event)
        if not letter:
            if event.text() or Qt.Key.Key_F2 <= event.key() <= Qt.Key.Key_F35:
                self._leave()
            return False
        self._typed += letter
        self._first = (watched, event.clone())
        self._alone.start()
        self.update()
        return True

    def _on_alone(self) -> None:
        """Nothing followed at once: a person pressed it, and no scanner."""
        widget = self._keys.get(self._typed)
        if widget is None and any(key.startswith(self._typed) for key in self._keys):
            return
        self._leave()
        if widget is not None and shiboken6.isValid(widget) and widget.isVisible():
            _tap(widget)

    def _hand_back(self) -> None:
        """A scanner's keys: the first one goes where it would have gone."""
        first = self._first
        self._leave()
        if first is not None and shiboken6.isValid(first[0]):
            QApplication.sendEvent(*first)

    def _leave(self) -> None:
        self._alone.stop()
        self._first = None
        QApplication.instance().removeEventFilter(self)
        self.hide()
        self._hold(False)


def _legend_of_the_counter() -> str:
    return tr("Text size: Ctrl and +, − or 0. One of the usual: Ctrl and 1, 2 or 3.")


def _can_be_tapped(widget: QWidget, window: QWidget) -> bool:
    if not isinstance(widget, _TAPPED) or not widget.isVisible() or not widget.isEnabled():
        return False
    if isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox)) or widget.window() is not window:
        return False
    seen = widget.visibleRegion().boundingRect()
    if seen.isEmpty():
        return False
    top = window.childAt(widget.mapTo(window, seen.center()))
    return top is not None and (top is widget or widget.isAncestorOf(top))


def _shared_out(tapped: Sequence[QWidget], window: QWidget) -> list[tuple[QWidget, str]]:
    """A key for each: its F-key where it has one, a letter for a tile, and what is left for the others, from
    above to below as they are read.
    """
    tiles = [each for each in tapped if isinstance(each, CustomerTile)]
    keyed = {id(each): key for each in tapped if (key := _own_key(each))}
    rest = [each for each in tapped if id(each) not in keyed and not isinstance(each, CustomerTile)]
    rest.sort(key=lambda each: (each.mapTo(window, QPoint()).y() // 24, each.mapTo(window, QPoint()).x()))
    letters = _LETTERS[len(tiles) :]
    keys = [*"123456789", *letters, *(_MORE + second for second in "123456789" + _LETTERS)]
    shared = [(each, keyed[id(each)]) for each in tapped if id(each) in keyed]
    shared += list(zip(tiles, _LETTERS, strict=False))
    return shared + list(zip(rest, keys, strict=False))


def _own_key(widget: QWidget) -> str:
    if isinstance(widget, ActionButton):
        return widget.key
    hints = widget.findChildren(KeyHint) if isinstance(widget, QAbstractButton) else []
    return next((hint.key for hint in hints if hint.key.startswith("F")), "")


def _shows_its_key(widget: QWidget) -> bool:
    if isinstance(widget, ActionButton):
        return bool(widget.key)
    return any(hint.isVisible() for hint in widget.findChildren(KeyHint))


def _letter(event: QKeyEvent) -> str:
    """The Latin letter or the digit of a key, whatever script the keyboard writes."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return ""
    text = event.text().upper()
    if len(text) == 1 and (text in _LETTERS or text in "0123456789"):
        return text
    placed = latin_key(QGuiApplication.platformName(), event.nativeScanCode(), event.nativeVirtualKey())
    return placed.upper() if len(placed) == 1 and placed.isalnum() else ""


def _tap(widget: QWidget) -> None:
    if isinstance(widget, QAbstractButton):
        widget.click()
        return
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    if isinstance(widget, QComboBox):
        widget.showPopup()
