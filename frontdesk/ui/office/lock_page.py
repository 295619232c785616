"""What stands in the office's window while it is locked: who is it, and their PIN. Nothing else is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Role
from frontdesk.services.team.pin_tries import Opened
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, SHADOW, Size, grown
from frontdesk.ui.office.office_bridge import OfficeBridge
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.notice import NoticeBar
from frontdesk.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from frontdesk.ui.counter.window import CounterWindow

_WIDTH = 720


class LockPage(QWidget):
    """`opened` is told who has proved who they are."""

    def __init__(self, counter: CounterWindow, opened: Callable[[Opened], None]) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.notices = NoticeBar()
        self.bridge = OfficeBridge(counter.desk, counter.bridge, self)
        self._opened = opened
        self._lent = Counter(
            counter.desk,
            self.bridge,
            counter.portraits,
            self.notices.show_notice,
            lambda customer_id: None,
            lambda name, **facts: None,
            counter.bring_back,
        )
        said = lambda text, error: self.notices.show_notice(text, icon="circle-alert")  # noqa: E731
        self.bridge.refused.connect(said)
        self.pad: QWidget | None = None
        self._title = Prose(size=Size.TITLE, ink="ink", strong=True)
        speak(self._title.setText, lambda: tr("The back office is locked"))
        self._card = Card()
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(RHYTHM * 4, RHYTHM * 4, RHYTHM * 4, RHYTHM * 4)
        self._column.setSpacing(RHYTHM * 3)
        self._column.addWidget(self._title)
        self._card.setMaximumWidth(grown(_WIDTH))
        self._lay_out()

    def begin(self) -> None:
        """Ask anew who it is: nothing that was typed is there any more."""
        pad = PinPad(self._lent, opened=self._opened, needs=Role.MANAGER)
        if self.pad is not None:
            self._column.removeWidget(self.pad)
            self.pad.hide()
            self.pad.deleteLater()
        self.pad = pad
        self._column.addWidget(pad, 1)
        self.notices.rest()
        self.take_focus()

    def take_focus(self) -> None:
        if self.pad is not None:
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, 4)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW, RHYTHM, SHADOW, RHYTHM)
        column.addStretch(1)
        column.addLayout(middle, 6)
        column.addStretch(1)
        column.addWidget(self.notices)


class PinPad(QWidget):
    def __init__(self, counter, *, opened, needs) -> None:
        super().__init__()
        from frontdesk.ui.widgets.buttons import TextButton

        column = QVBoxLayout(self)
        for each in counter.desk.staffing.staff():
            if each.role is not Role.CASHIER:
                b = TextButton("user-round")
                b.say(each.name)
                b.clicked.connect(lambda _=False, e=each: self._go(counter, opened, e.id))
                column.addWidget(b)

    def _go(self, counter, opened, staff_id):
        import os

        key = os.urandom(16)
        counter.desk.store.proofs.give(key, staff_id)
        opened(Opened(next(e for e in counter.desk.staffing.staff() if e.id == staff_id), key))
