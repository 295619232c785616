"""The notice bar: what just happened, in words, with Undo beside it. It never asks and never blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.icons import icon_pixmap, wear_icon
from frontdesk.ui.look.metrics import RHYTHM, TARGET
from frontdesk.ui.look.style import LOOK, set_role
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import ElidedLabel

_STAYS_MS = 12_000
_UNDO_STAYS_MS = 60_000
UNDO_KEY = "F9"


@dataclass(frozen=True)
class Remedy:
    """What would help after a refusal: a button's words, and what it does."""

    words: str
    act: Callable[[], object]


@dataclass(frozen=True)
class _Act:
    """What was done, and how it is taken back."""

    text: str
    icon: str
    undo: Callable[[], None]


class NoticeBar(QWidget):
    """One notice at a time; the newest wins. Without one it shows what its owner set as the resting line.

    What can be taken back is kept, the last act first, until nothing has happened for a minute: a refusal
    that comes in between takes no Undo away.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = ""
        self._acts: list[_Act] = []
        self._speaks_of_act = False
        self._resting = ""
        self.setFixedHeight(TARGET)
        self._label = ElidedLabel("", "small")
        self._button = TextButton(role="toast")
        wear_icon(self._button, "undo-2", "toast_accent", 20, gap=8)
        self._button.setMinimumHeight(0)
        self._button.setFixedHeight(TARGET)
        speak(self._button.say, lambda: tr("Undo ({key})", key=UNDO_KEY))
        self._button.clicked.connect(self.undo)
        self.remedy_button = TextButton(role="toast")
        self.remedy_button.setMinimumHeight(0)
        self.remedy_button.setFixedHeight(TARGET)
        self.remedy_button.clicked.connect(self._on_remedy)
        self._remedy: Remedy | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(RHYTHM * 2, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.remedy_button)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.rest)
        LOOK.changed.connect(self.update)
        self.rest()

    def set_resting(self, text: str) -> None:
        """The quiet line to show when nothing has just happened."""
        self._resting = text
        if not self._icon:
            self._label.setText(text)

    def show_notice(
        self,
        text: str,
        *,
        icon: str = "check",
        undo: Callable[[], None] | None = None,
        remedy: Remedy | None = None,
    ) -> None:
        """Say what happened. With `undo` its button (and F9) calls it once; so does a button of its own
        for what would help after a refusal.
        """
        if undo is not None:
            self._acts.append(_Act(text, icon, undo))
        self._say(text, icon, of_act=undo is not None, remedy=remedy)
        event = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def turn_to_another(self) -> None:
        """Somebody else is attended to: what was refused or taken back before does not concern them."""
        if self._acts and not self._speaks_of_act:
            self._say(self._acts[-1].text, self._acts[-1].icon, of_act=True)
        elif not self._acts:
            self.rest()

    def text(self) -> str:
        """What is shown now."""
        return self._label.full_text()

    def can_undo(self) -> bool:
        return bool(self._acts)

    def undo(self) -> None:
        """Take back the last act that was not taken back yet; say so when there is none."""
        if not self._acts:
            self._say(
                tr("Nothing is left to take back here. For older stamps, see Edit."), "info", of_act=False
            )
            return
        act = self._acts.pop()
        self._button.setVisible(bool(self._acts))
        act.undo()

    def rest(self) -> None:
        """Go back to the resting line."""
        self._icon = ""
        self._acts.clear()
        self._button.hide()
        self._offer(None)
        self._dress("small", self._resting)

    def _say(self, text: str, icon: str, *, of_act: bool, remedy: Remedy | None = None) -> None:
        self._icon, self._speaks_of_act = icon, of_act
        self._offer(remedy)
        self._dress("toast", text)
        self._button.setVisible(bool(self._acts))
        self._timer.start(_UNDO_STAYS_MS if self._acts else _STAYS_MS)

    def _offer(self, remedy: Remedy | None) -> None:
        self._remedy = remedy
        self.remedy_button.setVisible(remedy is not None)
        if remedy is not None:
            self.remedy_button.say(remedy.words)

    def _on_remedy(self) -> None:
        """It helps once: the notice that spoke of it goes first, what it does may say something else."""
        remedy = self._remedy
        self._offer(None)
        if remedy is not None:
            remedy.act()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._icon:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LOOK.palette.colour("toast_ground"))
        painter.drawRoundedRect(QRectF(self.rect()), 16, 16)
        icon = icon_pixmap(self._icon, "toast_accent", 22, self.devicePixelRatioF())
        painter.drawPixmap(RHYTHM * 2, (self.height() - 22) // 2, icon)

    def _dress(self, role: str, text: str) -> None:
        self.layout().setContentsMargins(RHYTHM * 6 if self._icon else RHYTHM, 0, 0, 0)
        set_role(self._label, role)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.update()
