"""A customer asks for the manager, or something went wrong for one: a strip that stays until somebody is on
their way. It covers nothing.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.manager_calls import ManagerCall
from frontdesk.services.care.manager_calls import CallSaved
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.wording.dates import clock_time
from frontdesk.wording.playbooks import call_reason

_ICON = 24


class CallStrip(QWidget):
    """Shows the call that waits longest. Hidden while there is none. Of a complaint it says its kind and
    no name: customers stand in front of it.
    """

    turned = Signal()
    """It came or went."""
    recovery_wanted = Signal(int)
    """The complaint that the call is about is to be looked at."""

    def __init__(self, desk: Any, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._waiting: tuple[ManagerCall, ...] = ()
        self.words = ElidedLabel("", "strip-warn")
        self.coming_button = TextButton("check")
        speak(self.coming_button.say, lambda: tr("On my way"))
        self.coming_button.clicked.connect(self.answer)
        self.look_button = TextButton("book-open")
        speak(self.look_button.say, lambda: tr("What happened"))
        self.look_button.clicked.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(_ICON + RHYTHM * 4, RHYTHM // 2, RHYTHM // 2, RHYTHM // 2)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(self.words, 1)
        row.addWidget(self.look_button)
        row.addWidget(self.coming_button)
        self.setFixedHeight(taller(TARGET + RHYTHM))
        self.hide()
        bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._say)
        LOOK.changed.connect(self.update)

    def refresh(self) -> None:
        """Ask anew who waits: also those who called before the last start."""
        before, self._waiting = self._waiting, self._desk.manager_calls.waiting(self._desk.now())
        self._say()
        self.setVisible(bool(self._waiting))
        if bool(before) != bool(self._waiting):
            self.turned.emit()
        if len(self._waiting) > len(before):
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def answer(self) -> None:
        """Whoever is at the till is on their way."""
        if self._waiting:
            call = self._waiting[0]
            self._bridge.submit(
                self._desk.manager_calls.answer, self._desk.act(), call.id, done=self._on_answered
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.colour("warn_ink"))
        painter.setBrush(palette.colour("warn_ground"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)
        picture = icon_pixmap("bell", "warn_ink", _ICON, self.devicePixelRatioF())
        painter.drawPixmap(RHYTHM * 2, (self.height() - _ICON) // 2, picture)

    def _on_answered(self, saved: CallSaved) -> None:
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.calls or changes.everything:
            self.refresh()

    def _look(self) -> None:
        if self._waiting and self._waiting[0].recovery_id is not None:
            self.recovery_wanted.emit(self._waiting[0].recovery_id)

    def _say(self) -> None:
        if not self._waiting:
            return
        call = self._waiting[0]
        self.look_button.setVisible(call.recovery_id is not None)
        time = clock_time(LANGUAGE.texts, call.at, self._desk.zone)
        if call.recovery_id is not None:
            playbook = self._desk.playbooks.read(call.situation, LANGUAGE.code)
            said = call_reason(LANGUAGE.texts, playbook, time)
        elif call.customer:
            said = tr("{name} would like to speak to the manager ({time})", name=call.customer, time=time)
        else:
            said = tr("A customer would like to speak to the manager ({time})", time=time)
        self.words.setText(said)
        self.setAccessibleName(said)
