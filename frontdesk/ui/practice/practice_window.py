"""The counter of a practice: the real one's pages on a copy of the shop, under a banner that says so."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.style import set_property
from frontdesk.ui.practice.banner import PracticeBanner


class PracticeWindow(CounterWindow):
    """Has no backup, no customer's screen, and no practice of its own. `leaving` comes before it is gone."""

    leaving = Signal()

    def __init__(self, desk: Any, bridge: Bridge) -> None:
        self._shop_name = ""
        super().__init__(desk, bridge)
        set_property(self, "practice", True)
        self.banner = PracticeBanner()
        self.banner.back_wanted.connect(self.close)
        self.ground.take_banner(self.banner)
        LANGUAGE.changed.connect(self._say_title)

    def setWindowTitle(self, shop_name: str) -> None:
        """The title says it too: it is what a list of windows shows."""
        self._shop_name = shop_name
        self._say_title()

    def give_up(self) -> None:
        """Esc, where there is nothing to give up, goes to the way back; pressed there once more, back.

        Whoever presses it once too often for a customer stays.
        """
        if self.sheets.sheet is not None or self.attending.customer_id or self.attending.searching:
            super().give_up()
        elif self.banner.back.hasFocus():
            self.close()
        else:
            self.banner.back.setFocus()
            self.notices.show_notice(tr("Esc once more: back to the real counter."), icon="arrow-left")

    def open_office(self) -> None:
        """What it keeps safe is the real shop."""
        self.notices.show_notice(tr("A practice has no back office."), icon="info")

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.leaving.emit()

    def _open_menu(self) -> None:
        self.pages.menu(self.header.menu_corner(), leave_practice=self.close)

    def _say_title(self) -> None:
        super().setWindowTitle(tr("Practice: {shop}", shop=self._shop_name))
