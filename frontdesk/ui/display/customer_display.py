"""Brings what the counter attends to onto the customer's screen, and a customer's call to the counter."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import MINUTE
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome
from frontdesk.domain.refusals import Refused
from frontdesk.domain.regulars.display import (
    Deed,
    Parting,
    compose,
    deed_of,
    parting_of,
    still_done,
    turns_at,
)
from frontdesk.domain.regulars.greeting import Greeting
from frontdesk.ui.display.call_button import CallState
from frontdesk.ui.display.display_window import DisplayWindow
from frontdesk.ui.display.feedback_links import FeedbackLinks
from frontdesk.ui.display.screens import Screens
from frontdesk.ui.display.telling import Teller
from frontdesk.ui.language import tr
from frontdesk.ui.widgets.portrait import Portraits

if TYPE_CHECKING:
    from frontdesk.domain.loyalty.passes import PassOutcome
    from frontdesk.ui.counter.window import CounterWindow

log = logging.getLogger(__name__)

_IDLE_TURN_MS: Final = 12_000
_COMING_FOR: Final = MINUTE
_AFTER_THE_COUNTER_MS: Final = 30
"""The counter paints its own answer to a tap first."""
_SOON_MS: Final = 50
"""Screens that are taken away are still there while Qt says so."""


class CustomerDisplay(QObject):
    """Made when the screen is first wanted, after the counter's first frame. It goes with the counter."""

    def __init__(self, counter: CounterWindow) -> None:
        super().__init__(counter)
        self._counter, self._desk, self._bridge = counter, counter.desk, counter.bridge
        self._greeting: Greeting | None = None
        self._deed: Deed | None = None
        self._parting: Parting | None = None
        self._outcome: tuple[StampOutcome | PassOutcome, int] | None = None
        self._since = self._coming_until = 0
        self._tried = False
        self.screens = Screens(counter)
        self._portraits = Portraits(self._desk.staffing, self)
        self.window = DisplayWindow(self._portraits)
        self._teller = Teller(self._desk, self.window)
        self._links = FeedbackLinks(self._bridge, self)
        self._turn = self._timer(self.show_now, single=True)
        self._soon = self._timer(self.show_now, single=True)
        self._soon.setInterval(_AFTER_THE_COUNTER_MS)
        self._slowly = self._timer(self._teller.next_picture)
        self._slowly.setInterval(_IDLE_TURN_MS)
        counter.attending.greeted.connect(self._on_greeted)
        counter.attending.shown_again.connect(self._on_shown_again)
        counter.installEventFilter(self)
        self.screens.changed.connect(lambda: QTimer.singleShot(_SOON_MS, self, self.follow_settings))
        self.window.left.connect(self._on_left)
        self.window.call_button.clicked.connect(self.call_manager)
        self._bridge.changed.connect(self._on_changed)
        self._links.arrived.connect(self.show_now)

    def follow_settings(self) -> None:
        """Stand on the second display where it is wanted and there is one; go where it is not."""
        screen = self.screens.second() if self._desk.shop.settings().customer_screen else None
        if screen is not None:
            self._tried = False
            self.window.fill_screen(screen)
            self._wake()
        elif not self._tried:
            self.rest()

    def open_to_try(self) -> None:
        """Show it: on the second display where it stands there, else as a window."""
        if self.window.isVisible():
            self.window.raise_()
            return
        self._tried = True
        self.window.open_to_try(self._counter.geometry())
        self._wake()

    def rest(self) -> None:
        """Show nothing, and spend no time on it."""
        self.window.hide()
        for timer in (self._turn, self._soon, self._slowly):
            timer.stop()

    def close(self) -> None:
        """Go for good, together with the counter."""
        self.rest()
        self.window.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Close:
            self.close()
        return False

    def show_now(self) -> None:
        """Show what is to be shown at this moment, and come back when that changes by itself."""
        if self._outcome is not None:
            self._deed, self._outcome = self._deed_of(*self._outcome), None
        if not self.window.isVisible():
            return
        now, settings = self._desk.now(), self._desk.shop.settings()
        view = compose(
            self._greeting,
            self._deed,
            since=self._since,
            now=now,
            house_language=settings.cards_language,
            parting=self._parting,
        )
        language = view.language or settings.cards_language
        self._teller.tell(view, self._links.url(language))
        self._show_call(now)
        self._wait_for(now)

    def call_manager(self) -> None:
        """A customer tapped. It is heard at once, and the counter told even if it cannot be written down."""
        if self.window.call_button.state is not CallState.FREE:
            return
        self.window.call_button.show_state(CallState.CALLING)
        self._bridge.submit(
            self._desk.manager_calls.call,
            self._desk.act(),
            self._customer_id(),
            done=lambda saved: self.show_now(),
            refused=self._on_call_lost,
            owner=self,
        )

    def _wake(self) -> None:
        self._slowly.start()
        self.show_now()

    def _on_greeted(self, greeting: Greeting | None) -> None:
        now, before = self._desk.now(), self._greeting
        if greeting is not None:
            self._parting = None
        elif before is not None:
            served = self._deed is not None or self._outcome is not None
            language = self._desk.shop.settings().cards_language
            self._parting = parting_of(before, served, now, language)
        self._greeting, self._deed, self._since = greeting, None, now
        self._outcome = None
        self._show_soon()

    def _on_shown_again(self, greeting: Greeting, outcome: StampOutcome | PassOutcome | None) -> None:
        self._greeting = greeting
        if outcome is not None:
            self._outcome = (outcome, self._desk.now())
        elif self._deed is not None:
            self._deed = still_done(self._deed, greeting)  # taken back elsewhere, or at another till
        self._show_soon()

    def _show_soon(self) -> None:
        if self.window.isVisible():
            self._soon.start()

    def _deed_of(self, outcome: StampOutcome | PassOutcome, at: int) -> Deed:
        """What was done, and for a reward what it was worth."""
        if not isinstance(outcome, StampOutcome) or outcome.kind is not EntryKind.REDEEMED:
            return deed_of(outcome, at)
        value = self._desk.value
        try:
            received = value.received(outcome.customer_id)
        except Refused:  # taken off the list meanwhile
            return deed_of(outcome, at)
        return deed_of(outcome, at, value.of_act(outcome.gesture), received)

    def _show_call(self, now: int) -> None:
        call = self._desk.manager_calls.latest(self._desk.till_id, now, self._customer_id())
        answered_at = call.answered_at if call is not None else None
        # Either way: a clock that was put back makes nobody wait for a manager who was there.
        coming = answered_at is not None and abs(now - answered_at) < _COMING_FOR
        waits = call is not None and call.open
        state = CallState.CALLING if waits else CallState.COMING if coming else CallState.FREE
        self.window.call_button.show_state(state)
        self._coming_until = answered_at + _COMING_FOR if answered_at is not None and coming else 0

    def _customer_id(self) -> int | None:
        return self._greeting.customer.id if self._greeting is not None else None

    def _wait_for(self, now: int) -> None:
        turns = turns_at(self._greeting, self._deed, since=self._since, now=now, parting=self._parting)
        due = [at for at in (turns, self._coming_until) if at is not None and at > now]
        if due:
            self._turn.start(min(min(due) - now + 1, MINUTE))
        else:
            self._turn.stop()

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop or changes.everything:
            self._look_at_faces_anew()
            self.follow_settings()
        if any((changes.shop, changes.feedback_rules, changes.calls, changes.team, changes.everything)):
            self._teller.forget()
            self.show_now()

    def _look_at_faces_anew(self) -> None:
        for member in self._desk.staffing.staff():
            self._portraits.forget(member.id)
        self.window.idle.duty.update()

    def _on_call_lost(self, sentence: str, error: Exception) -> None:
        log.error("a call for the manager was not written down: %s", type(error).__name__)
        said = tr("A customer would like to speak to the manager.")
        self._counter.notices.show_notice(said, icon="bell", stays=True)

    def _on_left(self) -> None:
        self._tried = False
        self.rest()

    def _timer(self, act: Callable[[], None], *, single: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.timeout.connect(act)
        return timer
