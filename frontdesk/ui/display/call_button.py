"""The customer's own way to the manager: one tap, no question, and it says at once that it was heard."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.style import LOOK
from frontdesk.wording.display import CallWords

LEAST_HEIGHT = 76
_ICON = 0.42
_LETTERS = 0.34


class CallState(Enum):
    """Where a call stands."""

    FREE = auto()
    CALLING = auto()
    COMING = auto()


class CallButton(QAbstractButton):
    """Large and quiet. While a call is under way it says so, and a tap changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = CallState.FREE
        self._words = CallWords("", "", "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        LOOK.changed.connect(self.update)

    def say(self, words: CallWords) -> None:
        self._words = words
        self._dress()

    def show_state(self, state: CallState) -> None:
        self.state = state
        self._dress()

    def fitting_width(self, height: int) -> int:
        """How wide it is with all that it may have to say."""
        said = (self._words.ask, self._words.calling, self._words.coming)
        letters = fonts.measures(round(height * _LETTERS), True)
        return round(max(map(letters.horizontalAdvance, said)) + height * (_ICON + 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink, icon = self._inks()
        frame, radius = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), self.height() * 0.36
        painter.setPen(QPen(palette.colour(edge), 2))
        painter.setBrush(palette.colour(ground))
        painter.drawRoundedRect(frame, radius, radius)
        side, size = round(self.height() * _ICON), round(self.height() * _LETTERS)
        gap, room = self.height() * 0.2, self.width() - self.height() * (_ICON + 0.9)
        while size > 16 and fonts.measures(size, True).horizontalAdvance(self.text()) > room:
            size -= 1
        words = fonts.measures(size, True).horizontalAdvance(self.text())
        left = max((self.width() - side - gap - words) / 2, self.height() * 0.3)
        picture = icon_pixmap(icon, ink, side, self.devicePixelRatioF())
        painter.drawPixmap(round(left), round((self.height() - side) / 2), picture)
        painter.setFont(fonts.bold(size))
        painter.setPen(palette.colour(ink))
        line = QRectF(left + side + gap, 0, room + gap, self.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _inks(self) -> tuple[str, str, str, str]:
        """Ground, edge, ink and icon."""
        match self.state:
            case CallState.CALLING:
                return "soft", "accent", "accent_ink", "bell"
            case CallState.COMING:
                return "good_ground", "good_ink", "good_ink", "check"
        return ("soft" if self.isDown() else "card"), "line", "ink", "user-round"

    def _dress(self) -> None:
        words = {
            CallState.FREE: self._words.ask,
            CallState.CALLING: self._words.calling,
            CallState.COMING: self._words.coming,
        }
        self.setText(words[self.state])
        self.setAccessibleName(words[self.state])
        self.update()
