"""The greeting of one customer: who it is, what to say, the card, the usual, promises, and the acts."""

from __future__ import annotations

from enum import Enum, auto
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.greeting import Greeting, GreetingLine, LineKind
from frontdesk.domain.loyalty import StampOutcome
from frontdesk.domain.usual import SURE
from frontdesk.ui.counter.actions import ActionRow, FirstAct, ForSale
from frontdesk.ui.counter.cards_view import SPARED, CardsView
from frontdesk.ui.counter.density import NORMAL, Density
from frontdesk.ui.counter.flow import ChipFlow
from frontdesk.ui.counter.marks import LINE_MARKS
from frontdesk.ui.counter.pass_row import price_words
from frontdesk.ui.counter.request_line import RequestLine
from frontdesk.ui.counter.rows import LineList, RequestRow, visit_lines
from frontdesk.ui.counter.who_words import facts_line, headings, hello
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.labels import ElidedLabel, NameLabel, PlainLabel, StripLabel
from frontdesk.ui.widgets.portrait import Portrait, Portraits
from frontdesk.wording.greeting import line_sentence

STRIPS = 2
_LEAST_HEIGHT = 480  # what the smallest window leaves; before the first layout the height is not known
_SHOWN_AS_ROWS = frozenset({LineKind.REQUEST_OPEN})


class _Lower(Enum):
    """How much is shown of what is good to know."""

    WHOLE = auto()
    USUAL = auto()
    NOTHING = auto()


class GreetingPanel(QWidget):
    """Shows one greeting at a time. What is tapped is said by signals; the window submits it."""

    item_wanted = Signal(int)
    move_wanted = Signal(object, object)

    def __init__(self, portraits: Portraits, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self._now = zone, 0
        self.greeting: Greeting | None = None
        self.portrait = Portrait(portraits, NORMAL.portrait)
        self.name = NameLabel()
        self.facts = ElidedLabel("", "quiet")
        self._strips = QVBoxLayout()
        self._strips.setSpacing(RHYTHM)
        self.cards = CardsView(zone)
        self.usual = ChipFlow()
        self._sure_of_usual = False
        self.known = LineList()
        self.visits = LineList()
        self._requests = QVBoxLayout()
        self._requests.setSpacing(RHYTHM)
        self.request_line = RequestLine(zone)
        self.line: QWidget | None = None
        self._lines = QVBoxLayout()
        self.acts = ActionRow()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.cards.turned.connect(self._show_acts)
        LANGUAGE.changed.connect(self._say_again)

    def show_greeting(self, greeting: Greeting, now: int, landed: StampOutcome | None = None) -> None:
        """Show a greeting; `landed` is what a gesture of just now did to the card."""
        if self.greeting is None or self.greeting.customer.id != greeting.customer.id:
            self.close_line()
        self.greeting, self._now = greeting, now
        customer = greeting.customer
        self.portrait.show_person(customer.id, customer.address, customer.has_photo)
        self.name.set_texts(headings(greeting, now))
        self.facts.setText(facts_line(greeting, self.zone, now))
        self._show_strips(greeting)
        self.cards.show_cards(greeting, now, landed)
        self._show_acts()
        self._show_usual(greeting)
        self._show_requests(greeting)
        self.visits.show_lines(visit_lines(greeting.recent, self.zone, now))
        self._visits_heading.setVisible(bool(greeting.recent))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().height() != event.size().height():
            self._fit()

    def set_density(self, density: Density) -> None:
        """Take the sizes for the room that there is."""
        self.portrait.set_side(density.portrait)
        self.name.set_largest(density.name)
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
        self.request_line.leave()
        if self.line is not None:
            self.line.hide()
        self.line = None
        self._shown_requests(True)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for all, first goes what is merely good to know, then all of the usual but
        a row to tap and all passes but one, then the usual, then of the cards what can be reached otherwise.
        """
        room = max(self.height(), _LEAST_HEIGHT)
        without = [(_Lower.NOTHING, spare) for spare in range(SPARED + 1)]
        steps = [(_Lower.WHOLE, 0), (_Lower.USUAL, 0), (_Lower.USUAL, 1), *without]
        for lower, spare in steps:
            self._show_lower(lower)
            self.cards.spare(spare)
            self._column.invalidate()
            if self._column.minimumSize().height() <= room:
                break
        self._filler.setVisible(self._lower.isHidden())
        self._column.activate()

    def _show_lower(self, lower: _Lower) -> None:
        """Show of the lower part as much as there is room for."""
        whole, usual = lower is _Lower.WHOLE, bool(self.usual.chips())
        self._lower.setVisible(whole or (lower is _Lower.USUAL and usual))
        self._usual_heading.setVisible(whole and usual)
        self.usual.limit_rows(2 if whole else 1)
        self.known.setVisible(whole and bool(self.known.lines()))
        for widget in (self._visits_heading, self.visits):
            widget.setVisible(whole and bool(self.visits.lines()))
        self._sides.setStretch(1, int(whole))
        self._sides.invalidate()
        self._sides.activate()

    def strips(self) -> list[StripLabel]:
        """The tinted strips that are shown."""
        found = (self._strips.itemAt(place).widget() for place in range(self._strips.count()))
        return [strip for strip in found if isinstance(strip, StripLabel)]

    def request_rows(self) -> list[RequestRow]:
        found = (self._requests.itemAt(place).widget() for place in range(self._requests.count()))
        return [row for row in found if isinstance(row, RequestRow)]

    def _shown_requests(self, shown: bool) -> None:
        for row in self.request_rows():
            row.setVisible(shown)

    def _show_strips(self, greeting: Greeting) -> None:
        _clear(self._strips)
        loud, quiet = self._split_lines(greeting)
        for line in loud:
            tone, icon = LINE_MARKS[line.kind]
            self._strips.addWidget(StripLabel(tone, icon, self._sentence(greeting, line)))
        customer = greeting.customer
        if not loud and customer.greet_by_name and customer.language not in ("", LANGUAGE.code):
            self._strips.addWidget(StripLabel("calm", "smile", hello(customer, self.zone, self._now)))
        self._strips.addStretch(1)
        self.known.show_lines([(LINE_MARKS[ln.kind][1], "", self._sentence(greeting, ln)) for ln in quiet])

    def _split_lines(self, greeting: Greeting) -> tuple[list[GreetingLine], list[GreetingLine]]:
        """The first two lines are strips; the rest is quiet. A request that can wait has its own row."""
        lines = [line for line in greeting.lines if line.kind not in _SHOWN_AS_ROWS]
        return lines[:STRIPS], lines[STRIPS:]

    def _sentence(self, greeting: Greeting, line: GreetingLine) -> str:
        name = greeting.customer.address
        return line_sentence(LANGUAGE.texts, line, name=name, zone=self.zone, now=self._now)

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
        self.acts.passes = tuple(
            ForSale(
                card.programme.id,
                card.programme.look.names.speak(LANGUAGE.code),
                card.programme.look.icon,
                price_words(card, cards.currency),
            )
            for card in cards.passes
        )

    def _usual_words(self) -> str:
        """Only what is nearly always taken is called the usual; it is right in five of six cases then."""
        return tr("The usual") if self._sure_of_usual else tr("Often takes")

    def _show_usual(self, greeting: Greeting) -> None:
        chips: list[QWidget] = []
        for item in greeting.usual:
            chip = Chip(item.product.icon)
            chip.say(item.product.name)
            chip.clicked.connect(
                lambda checked=False, product=item.product: self.item_wanted.emit(product.id)
            )
            chips.append(chip)
        self.usual.show_chips(chips)
        self.usual.setVisible(bool(chips))
        self._usual_heading.setVisible(bool(chips))
        self._sure_of_usual = bool(greeting.usual) and greeting.usual[0].share >= SURE
        self._usual_heading.setText(self._usual_words())

    def _show_requests(self, greeting: Greeting) -> None:
        _clear(self._requests)
        for request in greeting.requests[:STRIPS]:
            row = RequestRow(request, self._now, self.zone)
            row.move_wanted.connect(self.move_wanted)
            self._requests.addWidget(row)
            row.setVisible(self.line is None)

    def _say_again(self) -> None:
        if self.greeting is not None:
            self.show_greeting(self.greeting, self._now)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top())
        self._column.addWidget(self.cards)
        self._lower = self._make_lower()
        self._column.addWidget(self._lower, 1)
        self._filler = QWidget()
        self._filler.hide()
        self._column.addWidget(self._filler, 1)
        self._column.addLayout(self._requests)
        self._column.addLayout(self._lines)
        self._column.addWidget(self.acts)

    def _top(self) -> QBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(RHYTHM // 2)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        words.addSpacing(RHYTHM)
        words.addLayout(self._strips)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(RHYTHM * 3)
        row.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _make_lower(self) -> QWidget:
        """The usual and what is good to know on the left, the last visits on the right."""
        self._usual_heading, self._visits_heading = PlainLabel(role="heading"), PlainLabel(role="heading")
        speak(self._usual_heading.setText, self._usual_words)
        speak(self._visits_heading.setText, lambda: tr("Last visits"))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(RHYTHM // 2)
        left.addWidget(self._usual_heading)
        left.addWidget(self.usual)
        left.addWidget(self.known, 1)
        left.addStretch(0)
        right.addWidget(self._visits_heading)
        right.addWidget(self.visits, 1)
        right.addStretch(0)
        lower = QWidget()
        self._sides = QHBoxLayout(lower)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(RHYTHM * 3)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(right, 1)
        return lower


def _clear(layout: QBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
