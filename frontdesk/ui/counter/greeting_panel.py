"""The greeting of one customer: who it is, what to say, the card, the usual, promises, and the acts."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.greeting import Greeting, LineKind
from frontdesk.domain.groups import Group
from frontdesk.domain.loyalty import StampOutcome
from frontdesk.domain.shop import ShopSettings
from frontdesk.ui.counter.actions import ActionRow, FirstAct, ForSale
from frontdesk.ui.counter.cards_view import SPARED, CardsView
from frontdesk.ui.counter.density import Density
from frontdesk.ui.counter.group_row import GroupRow
from frontdesk.ui.counter.line_marks import LINE_MARKS
from frontdesk.ui.counter.pass_row import price_words
from frontdesk.ui.counter.request_line import RequestLine
from frontdesk.ui.counter.rows import LineList, RequestRow, visit_lines
from frontdesk.ui.counter.usual_view import UsualView
from frontdesk.ui.counter.who_view import WhoView
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.labels import PlainLabel, plain_tip
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.wording.greeting_reasons import reason

REQUESTS = 2
_LEAST_HEIGHT = 480  # what the smallest window leaves; before the first layout the height is not known
_SHOWN_AS_ROWS = frozenset({LineKind.REQUEST_READY, LineKind.REQUEST_DUE, LineKind.REQUEST_OPEN})


class _Lower(Enum):
    """How much is shown of what is good to know."""

    WHOLE = auto()
    VISITS = auto()
    USUAL = auto()
    NOTHING = auto()


class GreetingPanel(QWidget):
    """Shows one greeting at a time. What is tapped is said by signals; the window submits it."""

    items_wanted = Signal(object)
    """The ids of the products that are bought, in one act."""
    move_wanted = Signal(object, object)

    def __init__(self, portraits: Portraits, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self._now = zone, 0
        self.greeting: Greeting | None = None
        self.who = WhoView(portraits, zone)
        self.cards = CardsView(zone)
        self.usual = UsualView(zone)
        self.habit_of: Callable[[int, int], str] = lambda customer_id, now: ""
        self.group = GroupRow()
        self.group_of: Callable[[int], Group | None] = lambda customer_id: None
        self._quiet: list[str] = []
        self.known = LineList(least=3)
        self.visits = LineList(least=2)
        self._requests = QVBoxLayout()
        self._requests.setSpacing(RHYTHM)
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
        self.greeting, self._now = greeting, now
        self.who.show_greeting(greeting, now, self.habit_of(greeting.customer.id, now))
        self._show_quiet(greeting)
        self.cards.show_cards(greeting, now, landed)
        self.group.show_group(self.group_of(greeting.customer.id), greeting.customer.id)
        self._show_acts()
        self.usual.show_usual(greeting, now)
        self._show_requests(greeting)
        self.visits.show_lines(visit_lines(greeting.recent, self.zone, now))
        self._visits_heading.setVisible(bool(greeting.recent))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def take_shop(self, settings: ShopSettings, price: Callable[[int], str]) -> None:
        """Speak to customers as the shop is set, and write amounts in its money, with `price`."""
        self.cards.currency = settings.currency
        self.who.language, self.who.price = settings.cards_language, price

    def take_zone(self, zone: ZoneInfo) -> None:
        """Write times by the shop's clock."""
        self.zone = self.who.zone = self.usual.zone = self.cards.zone = zone

    def set_density(self, density: Density) -> None:
        """Take the sizes for the room that there is."""
        self.who.set_density(density)
        self.cards.stamps.set_diameter(density.stamp)
        self._column.setSpacing(density.gap)
        self._fit()

    def open_request_line(self, now: int) -> None:
        self.open_line(self.request_line)
        if self.greeting is not None:
            self.request_line.begin(self.greeting.customer.id, now)

    def open_line(self, line: QWidget) -> None:
        """Make room for a line to type on: the open requests step aside, in a small window the usual too."""
        self.close_line()
        self.line = line
        if self._lines.indexOf(line) < 0:
            self._lines.addWidget(line)
        self._shown_requests(False)
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
        self._shown_requests(True)

    def _fit(self) -> None:
        """Where there is no room for all, what is good to know goes first and is one line then; next the last
        visits and all of the usual but a row to tap, all passes but one, the usual, and at last of the cards
        what can be reached otherwise.
        """
        room = max(self.height(), _LEAST_HEIGHT)
        without = [(_Lower.NOTHING, spare) for spare in range(SPARED + 1)]
        steps = [(_Lower.WHOLE, 0), (_Lower.VISITS, 0), (_Lower.USUAL, 0), (_Lower.USUAL, 1), *without]
        for lower, spare in steps:
            self._show_lower(lower)
            self.cards.spare(spare)
            self._column.invalidate()
            if self._column.minimumSize().height() <= room:
                break
        else:
            self.who.show_least()
        self._filler.setVisible(self._lower.isHidden())
        self._column.activate()

    def _show_lower(self, lower: _Lower) -> None:
        """Show of the lower part what there is room for; what else there is to know keeps one line."""
        whole, usual = lower is _Lower.WHOLE, self.usual.has_chips()
        sides = lower in (_Lower.WHOLE, _Lower.VISITS)
        self._lower.setVisible(sides or (lower is _Lower.USUAL and usual))
        self.usual.show_much(whole)
        self.who.show_also([] if whole or self.line is not None else self._quiet)
        self.known.setVisible(whole and bool(self.known.lines()))
        for widget in (self._visits_heading, self.visits):
            widget.setVisible(sides and bool(self.visits.lines()))
        for part in (self.usual, self._lower):
            part.layout().invalidate()
            part.layout().activate()

    def request_rows(self) -> list[RequestRow]:
        found = (self._requests.itemAt(place).widget() for place in range(self._requests.count()))
        return [row for row in found if isinstance(row, RequestRow)]

    def _shown_requests(self, shown: bool) -> None:
        for row in self.request_rows():
            row.setVisible(shown)

    def _show_quiet(self, greeting: Greeting) -> None:
        """All that is not the one thing to mind, with its reason in the tool tip; requests have rows."""
        quiet = [line for line in greeting.quiet if line.kind not in _SHOWN_AS_ROWS]
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
        self.acts.passes = tuple(
            ForSale(
                card.programme.id,
                card.programme.look.names.speak(LANGUAGE.code),
                card.programme.look.icon,
                price_words(card, cards.currency),
            )
            for card in cards.passes
        )

    def _show_requests(self, greeting: Greeting) -> None:
        _clear(self._requests)
        for request in greeting.requests[:REQUESTS]:
            row = RequestRow(request, self._now, self.zone, calm=True)
            row.move_wanted.connect(self.move_wanted)
            self._requests.addWidget(row)
            row.setVisible(self.line is None)

    def _say_again(self) -> None:
        if self.greeting is not None:
            self.show_greeting(self.greeting, self._now)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.who)
        self._column.addWidget(self.cards)
        self._column.addWidget(self.group)
        self._lower = self._make_lower()
        self._column.addWidget(self._lower, 1)
        self._filler = QWidget()
        self._filler.hide()
        self._column.addWidget(self._filler, 1)
        self._column.addLayout(self._requests)
        self._column.addLayout(self._lines)
        self._column.addWidget(self.acts)

    def _make_lower(self) -> QWidget:
        """The usual; below it what to offer and what is good to know, and the last visits beside that."""
        self._visits_heading = PlainLabel(role="heading")
        speak(self._visits_heading.setText, lambda: tr("Last visits"))
        left, right, lower = QVBoxLayout(), QVBoxLayout(), QWidget()
        for side in (left, right):
            side.setSpacing(RHYTHM // 2)
        left.addWidget(self.usual.offer)
        left.addWidget(self.known, 1)
        left.addStretch(0)
        right.addWidget(self._visits_heading)
        right.addWidget(self.visits, 1)
        right.addStretch(0)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.usual)
        sides = QHBoxLayout()
        sides.setSpacing(RHYTHM * 3)
        sides.addLayout(left, 1)
        sides.addLayout(right, 1)
        column.addLayout(sides, 1)
        return lower


def _clear(layout: QBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
