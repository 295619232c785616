"""Feedback cards between their record and the paper.

A card is recorded before it is drawn. When the drawing fails, these very cards are drawn at the next try;
new ones would leave codes on record that lie on no table.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.acts import Act
from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard, IssuedCards
from frontdesk.domain.feedback.ways_back import WaysBack
from frontdesk.domain.shop import ShopSettings
from frontdesk.services.errors import NotSure
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for. The ways back belong to it: cards with an older link are other cards."""

    count: int
    language: str
    customer_id: int | None
    ways: WaysBack
    format: CardFormat = CardFormat.CARD
    host_id: int | None = None


class Issuing(QObject):
    """Keeps what was issued until it came out. It belongs to the counter: closing the sheet loses nothing."""

    ready = Signal(object, object)
    """The order, and its cards: tuple[FeedbackCard, …]."""
    refused = Signal(object, str)

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter.bridge)
        self._counter = counter
        self._kept: dict[Order, tuple[FeedbackCard, ...]] = {}
        self._acts: dict[Order, Act] = {}

    def ask(self, order: Order) -> None:
        """Let `ready` bring the cards: those that wait since the last try, or new ones."""
        if order in self._kept:
            self.ready.emit(order, self._kept[order])
            return
        desk = self._counter.desk
        # The same act again when the last try may have been saved: it then brings the same cards.
        act = self._acts.setdefault(order, desk.act())
        self._counter.bridge.submit(
            desk.feedback.issue,
            act,
            order.count,
            order.language,
            order.customer_id,
            done=lambda issued: self._on_issued(order, issued),
            refused=lambda sentence, error: self._on_refused(order, sentence, error),
            owner=self,
            format=order.format,
            host_id=order.host_id,
        )

    def came_out(self, order: Order) -> None:
        """They are on paper, or in a file: the next press is for new ones."""
        self._kept.pop(order, None)

    def _on_issued(self, order: Order, issued: IssuedCards) -> None:
        self._acts.pop(order, None)
        self._kept[order] = issued.cards
        self.ready.emit(order, issued.cards)

    def _on_refused(self, order: Order, sentence: str, error: Exception) -> None:
        if not isinstance(error, NotSure):
            self._acts.pop(order, None)
        self.refused.emit(order, sentence)


def usual_language(settings: ShopSettings) -> str:
    """What a card speaks to a customer whose language nobody knows; where the shop has not said it, as the
    counter does now.
    """
    return settings.customer_language or LANGUAGE.code


def issuing_of(counter: Counter) -> Issuing:
    """The one of this counter."""
    found = counter.bridge.findChild(Issuing)
    return found if found is not None else Issuing(counter)
