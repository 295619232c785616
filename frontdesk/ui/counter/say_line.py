"""What to say aloud: the words in the customer's language, and beside or below them how they sound."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from frontdesk.ui.counter.who_words import Aloud
from frontdesk.ui.language import tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.labels import ElidedLabel

_ICON, _INDENT = 22, 22 + RHYTHM


class SayLine(QWidget):
    """Words and sound in one line where both fit, else in two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.sound = ElidedLabel("", "say"), ElidedLabel("", "quiet")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_INDENT, 0, 0, 0)
        self.words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self.sound, 1)
        LOOK.changed.connect(self.update)

    def show_words(self, aloud: Aloud, by_name: bool) -> None:
        """`by_name` False is said beside it: whoever asked so is not called by their name."""
        beside = [aloud.sound] if aloud.sound else []
        if not by_name:
            beside.append(tr("Greet without the name"))
        self.words.setText(aloud.words)
        self.sound.setText("  ·  ".join(beside))
        self.show_sound(True)
        self.setAccessibleName(". ".join([tr("Say: {words}", words=aloud.words), *beside]))
        self.fit(self.width())

    def show_sound(self, shown: bool) -> None:
        """Leave out how it sounds where there is no room for a second line."""
        self.sound.setVisible(shown and bool(self.sound.full_text()))

    def fit(self, width: int) -> None:
        """Choose between one line and two for so much room."""
        self.words.ensurePolished()
        room, words = width - _INDENT, self.words.sizeHint().width()
        both = words + RHYTHM * 2 + self.sound.sizeHint().width()
        one = self.sound.isHidden() or both <= room
        direction = QBoxLayout.Direction.LeftToRight if one else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self._row.setSpacing(RHYTHM * 2 if one else 0)
        self.words.setFixedWidth(max(min(words, room), 0))
        self._row.invalidate()
        heights = [each.sizeHint().height() for each in (self.words, self.sound) if not each.isHidden()]
        self.setFixedHeight(max(heights) if one else sum(heights))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self.words.geometry()
        icon = icon_pixmap("smile", "accent_ink", _ICON, self.devicePixelRatioF())
        painter.drawPixmap(0, line.top() + (line.height() - _ICON) // 2, icon)
