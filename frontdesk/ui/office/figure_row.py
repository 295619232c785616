"""One figure: a whole sentence, and the list of what it counts behind a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose


class FigureRow(QWidget):
    """`say` gives the sentence in the language spoken now; without any `counted` there is no button."""

    sign = "users"

    def __init__(self, say: Callable[[], str], counted: Sequence[object], opened: Callable[[], None]) -> None:
        super().__init__()
        self._say_sentence, self.counted = say, counted
        self.words = Prose(size=Size.BODY, ink="ink")
        self.button = TextButton(self.sign, "quiet")
        self.button.clicked.connect(opened)
        if not counted:
            self.button.hide()
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(RHYTHM * 2, 4, RHYTHM, 4)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.setMinimumHeight(taller(TARGET + RHYTHM))
        LANGUAGE.changed.connect(self._say)
        LOOK.changed.connect(self.update)
        self._say()

    def sentence(self) -> str:
        return self.words.text()

    def opener(self) -> str:
        """What the button says."""
        return tr("List of {n}", n=len(self.counted))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.setBrush(palette.colour("raised"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)

    def _say(self) -> None:
        said, count = self._say_sentence(), self.opener()
        self.words.setText(said)
        self.button.say(count)
        self.button.setAccessibleName(f"{count}: {said}")
