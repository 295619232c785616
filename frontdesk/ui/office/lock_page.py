"""What stands in the office's window while it is locked: who is it, and their PIN. Nothing else is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Role
from frontdesk.domain.finding.scans import Scan
from frontdesk.services.team.pin_tries import Opened
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, SHADOW, Size, grown, is_large
from frontdesk.ui.office.office_bridge import OfficeBridge
from frontdesk.ui.team.pin_pad import PinPad
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.notice import NoticeBar
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from frontdesk.ui.counter.window import CounterWindow

_WIDTH, _HEIGHT = 860, 720


class LockPage(QWidget):
    """`opened` is told who has proved who they are; `left` is called by whoever goes without."""

    def __init__(
        self, counter: CounterWindow, opened: Callable[[Opened], None], left: Callable[[], object]
    ) -> None:
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
        self.bridge.refused.connect(self._on_refused)
        self.pad: PinPad | None = None
        self._title = Prose(size=Size.TITLE, ink="ink", strong=True)
        speak(self._title.setText, lambda: tr("The back office is locked"))
        self.back = TextButton("arrow-left", "quiet")
        speak(self.back.say, lambda: tr("Back to the counter"))
        self.back.clicked.connect(left)
        self._page = ScrolledColumn()
        self._page.column.addWidget(self._title)
        self._lay_out()

    def begin(self) -> None:
        """Ask anew who it is: nothing that was typed is there any more."""
        pad = PinPad(self._lent, opened=self._opened, needs=Role.MANAGER)
        if self.pad is not None:
            self._page.column.removeWidget(self.pad)
            self.pad.hide()
            self.pad.deleteLater()
        self.pad = pad
        self._page.column.addWidget(pad, 1)
        self.notices.rest()
        self.take_focus()

    def take_scan(self, scan: Scan) -> None:
        """A recovery code has a square."""
        if self.pad is not None:
            self.pad.take_scan(scan)

    def take_focus(self) -> None:
        if self.pad is not None:
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, said: str, error: object) -> None:
        self.notices.show_notice(said, icon="circle-alert")

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumSize(grown(_WIDTH), grown(_HEIGHT))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(RHYTHM * 4, RHYTHM * 4, RHYTHM * 2, RHYTHM * 3)
        inside.addWidget(self._page)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 6)
        middle.addStretch(1)
        around = 0 if is_large() else 1
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW, RHYTHM, SHADOW, RHYTHM)
        column.addStretch(around)
        column.addLayout(middle, 200)  # whole, also while it says how long to wait
        column.addStretch(around)
        below = QHBoxLayout()
        below.addWidget(self.back)
        below.addWidget(self.notices, 1)
        column.addLayout(below)
