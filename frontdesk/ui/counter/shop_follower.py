"""What the window takes from the shop's settings, now and whenever they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from frontdesk.domain.acts import Changes
from frontdesk.domain.shop import TouchKeys
from frontdesk.ui.look.metrics import grown
from frontdesk.ui.look.shared_screen import SHARED_SCREEN

if TYPE_CHECKING:
    from frontdesk.ui.counter.greeting_panel import GreetingPanel
    from frontdesk.ui.counter.window import CounterWindow


class ShopFollower(QObject):
    """Follows another clock, other money, another size of text, other screens and keys."""

    def __init__(self, window: CounterWindow) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        SHARED_SCREEN.follow(self._desk.shop.settings().shared_screen)
        window.bridge.changed.connect(self._on_changed)

    def tell(self, greeting: GreetingPanel) -> None:
        """What a greeting needs of the shop."""
        from frontdesk.ui.settings.money import price_in_words

        settings = self._desk.shop.settings()
        greeting.take_shop(settings, lambda amount: price_in_words(amount, settings.currency))

    def offer_keys(self) -> None:
        """Whether there are letters to tap."""
        self._window.header.offer_keys(self._desk.shop.settings().touch_keys is not TouchKeys.NEVER)

    def show_to_customers(self) -> None:
        """Let the customer's screen stand where the settings want it."""
        shown = self._window.is_made("customer_display")
        if shown or self._desk.shop.settings().customer_screen:
            self._window.customer_display.follow_settings()

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop or changes.everything:
            self._read()
            self._dress_for_text()

    def _read(self) -> None:
        window = self._window
        SHARED_SCREEN.follow(self._desk.shop.settings().shared_screen)
        self.offer_keys()
        self.show_to_customers()
        window.welcome.zone = self._desk.zone
        if window.is_made("greeting"):
            window.greeting.take_zone(self._desk.zone)
            self.tell(window.greeting)

    def _dress_for_text(self) -> None:
        """Text of another size needs other room for everything: the window is made anew, at once.

        Behind a practice it waits: the size that is worn now is that of the practice.
        """
        window = self._window
        other = self._desk.shop.settings().text_size != grown(100)
        if other and window.isVisible() and not window.wants_anew:
            window.wants_anew = True
            QTimer.singleShot(0, window, window.close)
