"""The greeting of one customer: who it is, what to say, the card, the usual, promises, and the acts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.groups import Group
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.domain.regulars.greeting import Greeting, LineKind
from frontdesk.domain.regulars.greeting_lines import without_question
from frontdesk.domain.shop import ShopSettings
from frontdesk.ui.counter.actions import ActionRow, FirstAct, ForSale
from frontdesk.ui.counter.cards_view import CardsView
from frontdesk.ui.counter.check_row import CheckRow
from frontdesk.ui.counter.density import NORMAL, Density
from frontdesk.ui.counter.greeting_steps import LINE_IS_OPEN, STEPS, Quiet, Step
from frontdesk.ui.counter.group_row import GroupRow
from frontdesk.ui.counter.line_marks import LINE_MARKS
from frontdesk.ui.counter.lower_view import LowerView
from frontdesk.ui.counter.pass_row import price_words
from frontdesk.ui.counter.recovery_row import RecoveryRow
from frontdesk.ui.counter.request_line import RequestLine
from frontdesk.ui.counter.request_rows import RequestRows, Shape
from frontdesk.ui.counter.rows import RequestRow, visit_lines
from frontdesk.ui.counter.tell_row import TellRow
from frontdesk.ui.counter.who_view import WhoView
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.widgets.labels import plain_tip
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.wording.greeting_reasons import reason

_LEAST_HEIGHT = 480  # what the smallest window leaves; before the first layout the height is not known
_SNUG_STAMP, _SNUG_GAP = 44, 4
_HAVE_ROWS = frozenset(
    {LineKind.REQUEST_READY, LineKind.REQUEST_DUE, LineKind.REQUEST_OPEN, LineKind.PREFERENCE_TO_CHECK}
)


class GreetingPanel(QWidget):
    """Shows one greeting at a time. What is tapped is said by signals; the window submits it."""

    items_wanted = Signal(object)
    """The ids of the products that are bought, in one act."""
    move_wanted = Signal(object, object)
    details_wanted = Signal(int)

    def __init__(self, portraits: Portraits, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self._now = zone, 0
        self.greeting: Greeting | None = None
        self.who = WhoView(portraits, zone)
        self.cards = CardsView(zone)
        self._lower = LowerView(zone)
        self.usual, self.known, self.visits = self._lower.usual, self._lower.known, self._lower.visits
        self.habit_of: Callable[[int, int], str] = lambda customer_id, now: ""
        self.check = CheckRow(zone)
        self.recovery, self.tell = RecoveryRow(), TellRow()
        self.may_ask: Callable[[int, int], bool] = lambda customer_id, now: True
        self.group = GroupRow()
        self.group_of: Callable[[int], Group | None] = lambda customer_id: None
        self._quiet: list[str] = []
        self._density, self._fitted = NORMAL, 0
        self.requests = RequestRows()
        self.requests.move_wanted.connect(self.move_wanted)
        self.requests.details_wanted.connect(self.details_wanted)
        self.request_line = RequestLine(zone)
        self.line: QWidget | None = None
        self._lines = QVBoxLayout()
        self.acts = ActionRow()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.usual.wanted.connect(self.items_wanted)
        self.cards.turned.connect(self._show_acts)
        LANGUAGE.changed.connect(self._say_again)

    def show_greeting(self, greeting: Greeting, now: int, landed: StampOutcome | None = None) -> None:
        """Show a greeting; `landed` is what a gesture of just now did to the card."""
        if self.greeting is None or self.greeting.customer.id != greeting.customer.id:
            self._put_line_away()
        if not self.may_ask(greeting.customer.id, now):
            greeting = without_question(greeting)
        self.greeting, self._now = greeting, now
        self.check.show_fact(greeting.to_check, now)
        self.recovery.show_greeting(greeting)
        self.tell.show_greeting(greeting)
        self.who.show_greeting(greeting, now, self.habit_of(greeting.customer.id, now))
        self._show_quiet(greeting)
        self.cards.show_cards(greeting, now, landed)
        self.group.show_group(self.group_of(greeting.customer.id), greeting.customer.id)
        self._show_acts()
        self.usual.show_usual(greeting, now)
        self.requests.show_requests(greeting.requests, now, self.zone)
        self._lower.show_visits(visit_lines(greeting.recent, self.zone, now))
        self._fit()

    def spoken(self) -> str:
        """What is heard of it: who it is, what shouts, and what is asked."""
        asked = (self.recovery.spoken(), self.tell.spoken(), self.check.spoken())
        return " ".join(filter(None, (self.who.spoken(), *asked)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """What was never shown before knows only now how large its words are."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def event(self, event: QEvent) -> bool:
        """A row that is shown for the first time may be higher than it was thought to be."""
        if event.type() == QEvent.Type.LayoutRequest and self._least() > max(self.height(), self._fitted):
            self._fit()
        return bool(super().event(event))

    def take_shop(self, settings: ShopSettings, price: Callable[[int], str]) -> None:
        """Speak to customers as the shop is set, and write amounts in its money, with `price`."""
        self.cards.currency = settings.currency
        self.who.language, self.who.price = settings.cards_language, price

    def take_zone(self, zone: ZoneInfo) -> None:
        """Write times by the shop's clock."""
        self.zone = self.who.zone = self.usual.zone = self.cards.zone = self.check.zone = zone

    def set_density(self, density: Density) -> None:
        """Take the sizes for the room that there is."""
        self.who.set_density(density)
        self._density = density
        self._fit()

    def open_request_line(self, now: int) -> None:
        self.open_line(self.request_line)
        if self.greeting is not None:
            self.request_line.begin(self.greeting.customer.id, now)

    def open_line(self, line: QWidget) -> None:
        """Make room for a line to type on: the open requests step aside, in a small window much else too."""
        self.close_line()
        self.line = line
        if self._lines.indexOf(line) < 0:
            self._lines.addWidget(line)
        line.show()
        self._fit()

    def close_line(self) -> None:
        """Put the line away that is open, with what is typed on it."""
        self._put_line_away()
        self._fit()

    def _put_line_away(self) -> None:
        self.request_line.leave()
        if self.line is not None:
            self.line.hide()
        self.line = None

    def _fit(self) -> None:
        """Show as much as there is room for."""
        room = max(self.height(), _LEAST_HEIGHT)
        for part in (self.who, self.check, self.recovery, self.tell, self.cards, self.group):
            part.resize(self.width(), part.height())  # what wraps is as high as its width has it
        for step in self._steps():
            self._take(step)
            if self._needed() <= room:
                break
        self._filler.setVisible(self._lower.isHidden())
        self._fitted = self._needed()
        self._column.activate()

    def _steps(self) -> Iterable[Step]:
        """The steps that change something for whoever is shown."""
        if self.line is not None:
            return LINE_IS_OPEN
        if self.requests.rows():
            return STEPS
        asks = self.check.fact is not None or self.recovery.line or self.tell.line
        return dict.fromkeys(replace(step, requests=Shape.ROWS) for step in STEPS if asks or step.usual)

    def _take(self, step: Step) -> None:
        self.requests.take(step.requests)
        self.check.setVisible(step.check and self.check.fact is not None)
        self.recovery.setVisible(step.check and self.recovery.line is not None)
        self.tell.setVisible(step.check and self.tell.line is not None)
        self.recovery.be_brief(step.snug, self.width())
        self.tell.be_brief(step.snug, self.width())
        self.check.be_brief(step.snug, self.width())
        self.who.show_also(self._quiet if step.quiet is Quiet.LINE else [])
        self.who.count_requests(self.requests.counted())
        self.who.show_much(whole=step.whole, snug=step.snug, facts=step.facts, say=step.say)
        stamp, gap = self._density.stamp, self._density.gap
        self.cards.stamps.set_diameter(min(stamp, _SNUG_STAMP) if step.snug else stamp)
        self._column.setSpacing(_SNUG_GAP if step.snug else gap)
        self.cards.spare(step.spare)
        self.acts.be_low(not step.whole)
        self.acts.setVisible(step.acts)
        listed = step.quiet is Quiet.LIST
        self._lower.show_parts(
            usual=step.usual, heading=step.heading, offer=step.offer, known=listed, visits=step.visits
        )

    def _needed(self) -> int:
        """How high all that is shown is at least, by what was just shown and hidden.

        This asks for a layout itself: whoever answers such a request asks `_least`, or they never end.
        """
        self._column.invalidate()
        return self._least()

    def _least(self) -> int:
        """The same, as it was last measured."""
        least: int = self._column.minimumSize().height()
        if self._column.hasHeightForWidth():
            least = max(least, self._column.minimumHeightForWidth(self.width()))
        return least

    def request_rows(self) -> list[RequestRow]:
        return self.requests.rows()

    def _show_quiet(self, greeting: Greeting) -> None:
        """All that is not the one thing to mind, with its reason in the tool tip; requests have rows."""
        quiet = [
            line for line in greeting.quiet if line.kind not in _HAVE_ROWS and line is not self.tell.line
        ]
        said = [self.who.sentence(greeting, line, self._now) for line in quiet]
        why = partial(reason, LANGUAGE.texts, born=greeting.customer.birthday, zone=self.zone, now=self._now)
        reasons = [why(line, price=self.who.price) for line in quiet]
        tip = "\n".join(". ".join(filter(None, told)) for told in zip(said, reasons, strict=True))
        self._quiet = said
        self.known.show_lines(
            [(LINE_MARKS[line.kind][1], "", words) for line, words in zip(quiet, said, strict=True)]
        )
        self.known.setToolTip(plain_tip(tip))

    def _show_acts(self) -> None:
        """What the buttons are for, by the card that is shown."""
        cards = self.cards
        self.acts.set_ready(any(card.offers for card in cards.cards))
        if cards.shown is None and cards.passes:
            self.acts.set_first(FirstAct.CHECK_IN)
        elif cards.shown is not None and cards.shown.counts_money(self._now):
            self.acts.set_first(FirstAct.AMOUNT)
        else:
            self.acts.set_first(FirstAct.STAMP)
        several = cards.shown is not None and len(cards.cards) > 1
        self.acts.stamp.note(cards.heading.full_text() if several else "")
        asks = self.greeting is not None and self.greeting.asks_how
        self.acts.feedback.note(tr("due") if asks else "")
        self.acts.passes = tuple(
            ForSale(
                card.programme.id,
                card.programme.look.names.speak(LANGUAGE.code),
                card.programme.look.icon,
                price_words(card, cards.currency),
            )
            for card in cards.passes
        )

    def _say_again(self) -> None:
        if self.greeting is not None:
            self.show_greeting(self.greeting, self._now)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.who)
        self._column.addWidget(self.check)
        self._column.addWidget(self.recovery)
        self._column.addWidget(self.tell)
        self._column.addWidget(self.cards)
        self._column.addWidget(self.group)
        self._column.addWidget(self._lower, 1)
        self._filler = QWidget()
        self._filler.hide()
        self._column.addWidget(self._filler, 1)
        self._column.addWidget(self.requests)
        self._column.addLayout(self._lines)
        self._column.addWidget(self.acts)
