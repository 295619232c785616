"""The door timer at the counter: one key when somebody comes in, one tap when they are greeted.

It says nothing aloud and covers nothing. What is done at the door has its Undo as a button: the key for it
stays with what was done for customers. Nothing ticks while nobody waits.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from frontdesk.domain.acts import Changes
from frontdesk.domain.regulars.arrivals import Arrival, Greetings, long_wait, whom_to_drop
from frontdesk.services.regulars.arrivals import ArrivalSaved
from frontdesk.ui.counter.space_alone import SpaceAlone
from frontdesk.ui.counter.waiting_chip import WaitingChip
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.arrivals import greeted_line, week_line

if TYPE_CHECKING:
    from frontdesk.ui.counter.window import CounterWindow

_TICK_MS: Final = 1000


class Door(QObject):
    """Links the key, the header's button and the chip to the acts at the door."""

    def __init__(self, window: CounterWindow) -> None:
        super().__init__(window)
        self._bridge, self._desk = window.bridge, window.desk
        self._header, self._notify = window.header, window.notices.show_notice
        self._is_bounce = window.attending.gestures.is_bounce
        self._waiting: tuple[Arrival, ...] = ()
        self._several = False
        self._week: Greetings | None = None
        self._within_s = 0
        self.chip = WaitingChip()
        window.ground.take_arrivals(self.chip)
        self.space = SpaceAlone(window.header.search)
        self.ticking = QTimer(self)
        self.ticking.setInterval(_TICK_MS)
        self.ticking.timeout.connect(self.tick)
        self.space.pressed.connect(self.came)
        window.header.door_wanted.connect(self._on_button)
        self.chip.greet_button.clicked.connect(lambda: self.greet())
        self.chip.other_button.clicked.connect(self.choose_who)
        self.chip.gone_button.clicked.connect(self.drop)
        window.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._say_week)

    def came(self) -> None:
        """Somebody came in; not before the shop is opened."""
        if self._desk.shop.settings().opened:
            self._bridge.submit(self._desk.arrivals.came, self._desk.act(), owner=self)

    def _on_button(self) -> None:
        if not self._is_bounce("came"):
            self.came()

    def greet(self, by_id: int | None = None) -> None:
        """Whoever waits longest was greeted, by whoever is at the till or by `by_id`."""
        if self._waiting and not self._is_bounce("greet"):
            first = self._waiting[0].id
            self._bridge.submit(
                self._desk.arrivals.greet, self._desk.act(), first, by_id, done=self._on_greeted
            )

    def drop(self) -> None:
        """They went again, or the key was a slip."""
        gone = whom_to_drop(self._waiting, self._desk.now())
        if gone is not None and not self._is_bounce("drop"):
            self._bridge.submit(self._desk.arrivals.drop, self._desk.act(), gone.id, done=self._on_dropped)

    def choose_who(self) -> None:
        """Whose greeting was it? Those who are here stand first."""
        from frontdesk.ui.counter.strips import Choice, ChoiceStrip

        team = self._desk.shifts.today(self._desk.staff_id, self._desk.now())
        here_first = sorted(team, key=lambda each: not each.here)
        anchor = self.chip.other_button
        choices = [Choice(each.member.name, "user-round") for each in here_first]
        strip = ChoiceStrip(anchor, tr("Who greeted them?"), choices)
        strip.chosen.connect(lambda number: self.greet(here_first[number - 1].member.id))
        strip.open_above(anchor)

    def refresh(self) -> None:
        """Ask anew who waits."""
        now = self._desk.now()
        self._waiting = self._desk.arrivals.waiting(now)
        self._within_s = self._desk.care_rules.get().greet_within_s
        self._several = len(self._desk.staffing.staff()) > 1
        self.tick()

    def reckon_week(self) -> None:
        """Reckon beside the window what the week came to."""
        self._bridge.work(self._desk.arrivals.week, self._desk.now(), done=self._on_week)

    def tick(self) -> None:
        """Show how long the first one waits by now; nobody reads the store for that."""
        now = self._desk.now()
        self._waiting = tuple(each for each in self._waiting if each.waits(now))
        waited = self._waiting[0].waited(now) if self._waiting else 0
        self.chip.show_waiting(
            len(self._waiting),
            waited,
            long=waited >= long_wait(self._within_s),
            several=self._several,
        )
        if bool(self._waiting) != self.ticking.isActive():
            self.ticking.start() if self._waiting else self.ticking.stop()

    def _on_greeted(self, saved: ArrivalSaved) -> None:
        self._tell(greeted_line(LANGUAGE.texts, saved.arrival), saved)

    def _on_dropped(self, saved: ArrivalSaved) -> None:
        self._tell(tr("They are not counted: gone again, or a mistake."), saved)

    def _tell(self, text: str, saved: ArrivalSaved) -> None:
        gesture = saved.gesture  # none where somebody else had said so before
        undo = partial(self._undo, gesture) if gesture is not None else None
        self._notify(text, icon="footprints", undo=undo, by_key=False)

    def _undo(self, gesture: bytes) -> None:
        self._bridge.submit(self._desk.arrivals.undo, self._desk.act(), gesture, done=self._on_undone)

    def _on_undone(self, saved: ArrivalSaved) -> None:
        self._notify(tr("They wait to be greeted again."), icon="undo-2")

    def _on_week(self, week: Greetings) -> None:
        self._week = week
        self._say_week()

    def _say_week(self) -> None:
        said = week_line(LANGUAGE.texts, self._week, self._within_s) if self._week is not None else ""
        self._header.say_door(said)
        self.chip.set_tip(said)

    def _on_changed(self, changes: Changes) -> None:
        if changes.arrivals or changes.team or changes.shop or changes.everything:
            self.refresh()
        if changes.arrivals or changes.everything:
            self.reckon_week()
