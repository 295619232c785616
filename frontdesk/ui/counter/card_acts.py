"""What is tapped about the cards: a stamp, an amount, a reward, a thank-you. One tap, or a strip and one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.gestures import Gestures
from frontdesk.ui.language import LANGUAGE, tr

if TYPE_CHECKING:
    from frontdesk.domain.loyalty.cards import CardView, Offer
    from frontdesk.domain.loyalty.stamping import GoodwillReason, StampOutcome
    from frontdesk.ui.counter.amount_line import AmountLine
    from frontdesk.ui.counter.greeting_panel import GreetingPanel
    from frontdesk.ui.counter.strips import Choice, Strip


class Greets(Protocol):
    """Who has the greeting's side."""

    @property
    def greeting(self) -> GreetingPanel: ...


class CardActs(QObject):
    """Acts on the card that the greeting shows, for the customer whose greeting it is."""

    line_left = Signal()
    """The line for amounts is not wanted any more."""

    def __init__(
        self,
        bridge: Bridge,
        gestures: Gestures,
        panels: Greets,
        customer_id: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk: Any = bridge.desk
        self._gestures, self._panels = gestures, panels
        self._customer_id = customer_id
        self.last_pass = 0
        """Which one was used last: a refusal may offer to renew it."""
        gestures.stamped.connect(self._on_stamped)
        bridge.settled.connect(self._on_settled)

    @property
    def customer_id(self) -> int:
        """Whose greeting is shown; 0 is nobody's."""
        return self._customer_id()

    @cached_property
    def amount_line(self) -> AmountLine:
        """Made when money is first counted: most shops count visits or things."""
        from frontdesk.ui.counter import amount_line

        line = amount_line.AmountLine()
        line.sent.connect(self._on_amount)
        line.given_up.connect(self.line_left)
        return line

    def attend_to(self, greeting: GreetingPanel) -> None:
        """Do what is tapped on the greeting."""
        greeting.acts.stamps_wanted.connect(self.add)
        greeting.acts.redeem_wanted.connect(self.redeem)
        greeting.acts.thanks_wanted.connect(self.thank)
        greeting.acts.sell_wanted.connect(self.sell_pass)
        greeting.cards.paper_of = self._paper_of
        greeting.cards.paper_wanted.connect(self.adopt)
        greeting.cards.use_wanted.connect(self.use_pass)
        greeting.cards.sell_wanted.connect(self.sell_pass)

    def add(self, count: int = 1) -> None:
        """The stamp button: stamps on the card that is shown. Where money earns them, how much was it?"""
        card = self._card()
        if not self.customer_id:
            return
        main_pass = self._panels.greeting.cards.main_pass()
        if card is None and main_pass is not None:
            self.use_pass(main_pass.programme.id)
            return
        if card is not None and card.counts_money(self._desk.now()) and count == 1:
            self._panels.greeting.open_line(self.amount_line)
            self.amount_line.begin(self._desk.shop.settings().currency)
            return
        programme_id = card.programme.id if card is not None else None
        self._gestures.add_stamps(self.customer_id, count, programme_id)

    def offer_stamps(self) -> None:
        """How many stamps? Where something else earns them, that is asked as usual."""
        acts = self._panels.greeting.acts
        if acts.several.isHidden():
            self.add()
        else:
            acts.offer_several()

    def redeem(self) -> None:
        """One reward that is ready is taken at once; of several one is chosen. Without any on the card that
        is shown, those of the other cards are offered.
        """
        if not self.customer_id:
            return
        card = self._card()
        ready = [(card, offer) for offer in card.offers] if card is not None else []
        if len(ready) == 1 or not any(each.offers for each in self._cards()):
            programme_id = card.programme.id if card is not None else None
            self._gestures.redeem(self.customer_id, programme_id, ready[0][1] if ready else None)
        else:
            self._offer(ready or [(each, offer) for each in self._cards() for offer in each.offers])

    def choose_reward(self) -> None:
        """Offer what is ready, on whichever card."""
        self._offer([(card, offer) for card in self._cards() for offer in card.offers])

    def thank(self) -> None:
        """A stamp that nobody bought: for which reason?"""
        from frontdesk.domain.loyalty.stamping import GoodwillReason
        from frontdesk.ui.counter.strips import Choice
        from frontdesk.wording.goodwill import reason_name

        if not self.customer_id:
            return
        reasons, texts = tuple(GoodwillReason), LANGUAGE.texts
        choices = [Choice(reason_name(texts, each), _REASON_ICONS[each.name]) for each in reasons]
        heading = tr("A stamp as a thank-you: what for?")
        strip = self._open(heading, choices, self._panels.greeting.acts.more, self._left())
        strip.chosen.connect(lambda number: self._give(reasons[number - 1]))

    def may_thank(self) -> bool:
        """Has whoever is at the till a stamp left to give as a thank-you?"""
        left = self._desk.goodwill.left(self._desk.act())
        return left.stamps is None or left.stamps > 0

    def why_not(self, error: object) -> str:
        """What a refusal means for the card that is shown, where that says more; else empty."""
        from frontdesk.wording.refusals import enough_sentence, slip_sentence

        if not isinstance(error, Refused) or not self.customer_id:
            return ""
        card = self._card()
        if error.code is RefusalCode.ENOUGH_FOR_NOW and card is not None:
            return enough_sentence(LANGUAGE.texts, card, self._desk.now())
        if error.code is RefusalCode.TOO_MANY_AT_ONCE and self._asks_for_money():
            return slip_sentence(LANGUAGE.texts)
        return ""

    def adopt(self, count: int, programme_id: int) -> None:
        """They had so many on a paper card."""
        if self.customer_id:
            self._gestures.adopt(self.customer_id, count, programme_id)

    def next_card(self) -> None:
        """Show the next card on which something can be earned."""
        self._panels.greeting.cards.show_next()

    def use_pass(self, programme_id: int) -> None:
        """They come in on a pass or membership."""
        self.last_pass = programme_id
        if self.customer_id:
            self._gestures.use_pass(self.customer_id, programme_id)

    def sell_pass(self, programme_id: int) -> None:
        """They have paid for one."""
        if self.customer_id:
            self._gestures.sell_pass(self.customer_id, programme_id)

    def sale_words(self) -> str:
        """What a button says that sells the one that was used last; empty where it is not known."""
        from frontdesk.ui.counter.pass_row import sale_words

        shown = self._panels.greeting.cards
        found = (card for card in shown.passes if card.programme.id == self.last_pass)
        return next((sale_words(card, shown.currency) for card in found), "")

    def _give(self, reason: GoodwillReason) -> None:
        card = self._card()
        self._gestures.give(self.customer_id, reason, card.programme.id if card is not None else None)

    def _paper_of(self, customer_id: int) -> dict[int, int]:
        most: dict[int, int] = self._desk.adopting.most(self._desk.act(), customer_id)
        return most

    def _left(self) -> str:
        """How much may still be given."""
        from frontdesk.wording.goodwill import left_sentence, surprises_sentence

        left = self._desk.goodwill.left(self._desk.act())
        said = [left_sentence(LANGUAGE.texts, left.stamps)] if left.stamps is not None else []
        return "\n".join([*said, surprises_sentence(LANGUAGE.texts, left.surprises)])

    def _offer(self, ready: list[tuple[CardView, Offer]]) -> None:
        from frontdesk.ui.counter.strips import Choice
        from frontdesk.ui.programmes.shelf import Shelf
        from frontdesk.wording.rewards import choice_words

        if not ready:
            return
        shop = self._desk.shop
        told = Shelf(shop.settings().currency, shop.products()).told()
        choices = [
            Choice(choice_words(LANGUAGE.texts, offer, told), "history" if offer.kept else "gift")
            for _, offer in ready
        ]
        heading = self._heading([card for card, _ in ready])
        strip = self._open(heading, choices, self._panels.greeting.acts.redeem)
        customer_id = self.customer_id
        strip.chosen.connect(
            lambda number: self._gestures.redeem(
                customer_id, ready[number - 1][0].programme.id, ready[number - 1][1]
            )
        )

    def _heading(self, cards: list[CardView]) -> str:
        """What of a card that is not shown goes under its name."""
        shown, programmes = self._card(), {card.programme for card in cards}
        if len(programmes) == 1 and (shown is None or shown.programme not in programmes):
            return tr("Ready: {card}", card=cards[0].programme.look.names.speak(LANGUAGE.code))
        return tr("Which reward?")

    def _open(self, heading: str, choices: list[Choice], anchor: QWidget, note: str = "") -> Strip:
        from frontdesk.ui.counter.strips import ChoiceStrip

        strip = ChoiceStrip(anchor, heading, choices, note)
        strip.open_above(anchor)
        return strip

    def _card(self) -> CardView | None:
        return self._panels.greeting.cards.shown

    def _cards(self) -> tuple[CardView, ...]:
        return self._panels.greeting.cards.cards

    def _on_amount(self, amount: int) -> None:
        self._gestures.add_amount(self.customer_id, amount)

    def _on_stamped(self, outcome: StampOutcome) -> None:
        """The amount is noted. Whoever is served by now may have a line of their own open: that one stays."""
        if outcome.customer_id == self.customer_id and self._asks_for_money():
            self.line_left.emit()

    def _on_settled(self) -> None:
        if self._asks_for_money():
            self.amount_line.wait_no_more()

    def _asks_for_money(self) -> bool:
        made = "amount_line" in self.__dict__
        return made and self._panels.greeting.line is self.amount_line


_REASON_ICONS = {
    "WAITED": "clock",
    "WENT_WRONG": "wrench",
    "FORGOTTEN": "stamp",
    "KINDNESS": "heart",
    "SURPRISE": "sparkles",
}
