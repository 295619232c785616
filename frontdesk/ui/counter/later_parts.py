"""The parts of the counter's window that its first frame does without; each is made when it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QMainWindow, QWidget

from frontdesk.ui.counter.sheets import SheetName

if TYPE_CHECKING:
    from frontdesk.ui.bridge import Bridge
    from frontdesk.ui.counter.attending import Attending
    from frontdesk.ui.counter.blank_page import BlankPage
    from frontdesk.ui.counter.call_strip import CallStrip
    from frontdesk.ui.counter.door import Door
    from frontdesk.ui.counter.greeting_panel import GreetingPanel
    from frontdesk.ui.counter.ground import Ground
    from frontdesk.ui.counter.header import Header
    from frontdesk.ui.counter.key_caps import KeyCaps
    from frontdesk.ui.counter.keys import CounterKeys
    from frontdesk.ui.counter.pages import Pages
    from frontdesk.ui.counter.pointer_watch import PointerWatch
    from frontdesk.ui.counter.results import Results
    from frontdesk.ui.counter.sheets import Counter
    from frontdesk.ui.counter.shop_follower import ShopFollower
    from frontdesk.ui.counter.shortcuts import Shortcuts
    from frontdesk.ui.counter.spoken import CounterAnnouncer
    from frontdesk.ui.counter.ticket_sides import TicketSides
    from frontdesk.ui.counter.wall import Wall
    from frontdesk.ui.counter.window import CounterWindow
    from frontdesk.ui.display.customer_display import CustomerDisplay
    from frontdesk.ui.feedback.answer_watch import AnswerWatch
    from frontdesk.ui.feedback.page_host import PageHost
    from frontdesk.ui.office.window import OfficeWindow
    from frontdesk.ui.practice.practice import Practice
    from frontdesk.ui.touch.entry import TouchEntry
    from frontdesk.ui.widgets.portrait import Portraits


class LaterParts(QMainWindow):
    """Half of the counter's window; the other half makes what is named here and is in sight at once."""

    desk: Any
    bridge: Bridge
    portraits: Portraits
    header: Header
    wall: Wall
    ground: Ground
    attending: Attending
    pages: Pages
    lent: Counter
    shop: ShopFollower
    tickets: TicketSides
    shortcuts: Shortcuts
    touch: TouchEntry

    @cached_property
    def greeting(self) -> GreetingPanel:
        """The greeting's side; made when it is first needed, because the first frame shows nobody's."""
        from frontdesk.ui.counter import greeting_panel

        greeting = greeting_panel.GreetingPanel(self.portraits, self.desk.zone)
        greeting.set_density(self.ground.density)
        self.shop.tell(greeting)
        self.ground.left.addWidget(greeting)
        self.attending.attend_to(greeting)
        greeting.recovery.attend(self.lent)
        greeting.tell.attend(self.lent)
        greeting.details_wanted.connect(self.pages.request)
        acts = greeting.acts
        acts.feedback_wanted.connect(self.pages.feedback)
        acts.feedback_page_wanted.connect(self.pages.feedback_page)
        acts.card_wanted.connect(self.pages.member_card)
        acts.page_wanted.connect(self.pages.of_them)
        acts.ticket_wanted.connect(self.tickets.list_all)
        return greeting

    @cached_property
    def results(self) -> Results:
        """The results' side; made when somebody types, or before."""
        from frontdesk.ui.counter import results as results_side

        results = results_side.Results(self.portraits)
        self.ground.right.addWidget(results)
        results.picked.connect(self.attending.choose)
        results.enrol_wanted.connect(lambda typed: self.pages.enrol())
        results.meant_wanted.connect(self.header.search.setText)
        self.announcer.follow_results(results)
        return results

    @cached_property
    def keys(self) -> CounterKeys:
        """What the keys do; made after the first frame, before which none is listened to."""
        from frontdesk.ui.counter.shortcuts import listen

        keys, self.shortcuts = listen(self._whole)
        return keys

    @cached_property
    def key_caps(self) -> KeyCaps:
        """The keys of everything, for who holds F1."""
        from frontdesk.ui.counter.key_caps import KeyCaps

        return KeyCaps(self._whole, self.wall.hold)

    @cached_property
    def customer_display(self) -> CustomerDisplay:
        """The customer's screen; made when it is first wanted."""
        from frontdesk.ui.display.customer_display import CustomerDisplay

        return CustomerDisplay(self._whole)

    @cached_property
    def practice(self) -> Practice:
        """The way to a counter on a copy, over this one; made when it is first wanted."""
        from frontdesk.ui.practice.practice import Practice

        return Practice(self._whole)

    @cached_property
    def office(self) -> OfficeWindow:
        """The manager's back office, a window beside this one; made, locked, when it is first asked for."""
        from frontdesk.ui.office.window import OfficeWindow

        return OfficeWindow(self._whole)

    @cached_property
    def page(self) -> PageHost:
        """The shop's own page for phones; begun after the first frame, where the settings want it."""
        from frontdesk.ui.feedback.page_host import PageHost

        return PageHost(self.bridge, self)

    @cached_property
    def blank(self) -> BlankPage:
        """What lies over everything while nobody is to read it; made when it is first wanted."""
        from frontdesk.ui.counter.blank_page import BlankPage

        return BlankPage(self.ground, lambda: self.desk.shop.settings().name)

    @property
    def in_front(self) -> QWidget:
        """What stands before the cashier: this window, or the practice over it."""
        return (self.is_made("practice") and self.practice.window) or self

    @cached_property
    def calls(self) -> CallStrip:
        """The strip of customers who ask for the manager; made after the first frame."""
        from frontdesk.ui.counter.call_strip import CallStrip

        strip = CallStrip(self.desk, self.bridge)
        self.ground.take_calls(strip)
        strip.recovery_wanted.connect(lambda key: self.pages.open(SheetName.COMPLAINT, recovery_id=key))
        strip.turned.connect(self._whole.fit_later)
        return strip

    @cached_property
    def door(self) -> Door:
        """Who came in and waits to be greeted; made after the first frame."""
        from frontdesk.ui.counter.door import Door

        return Door(self._whole)

    @cached_property
    def answers(self) -> AnswerWatch:
        """Who was not happy and has just said so; made after the first frame."""
        from frontdesk.ui.feedback.answer_watch import AnswerWatch

        return AnswerWatch(self._whole)

    @cached_property
    def announcer(self) -> CounterAnnouncer:
        """Tells a screen reader what happens; made after the first frame."""
        from frontdesk.ui.counter.spoken import CounterAnnouncer

        return CounterAnnouncer(self._whole)

    def take_touch(self, watch: PointerWatch) -> None:
        """Letters and digits to tap, for a till without a keyboard."""
        from frontdesk.ui.touch.entry import TouchEntry

        self.touch = TouchEntry(self, watch, lambda: self.desk.shop.settings().touch_keys)
        self.header.keys_wanted.connect(lambda: self.touch.toggle(self.header.search))
        self.shop.offer_keys()

    def is_made(self, part: str) -> bool:
        """Whether a part is there already; to ask for it would make it."""
        return part in self.__dict__

    @property
    def _whole(self) -> CounterWindow:
        """The window that this is half of: its parts ask for both halves."""
        return cast("CounterWindow", self)
