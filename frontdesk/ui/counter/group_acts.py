"""What is tapped about a shared card, for the member who is greeted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from frontdesk.domain.loyalty.groups import Group
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.gestures import Gestures
from frontdesk.ui.counter.strips import SeveralStrip
from frontdesk.ui.language import LANGUAGE
from frontdesk.wording.groups import shared_reward_sentence, shared_stamp_sentence

if TYPE_CHECKING:
    from frontdesk.domain.loyalty.stamping import StampOutcome
    from frontdesk.ui.counter.greeting_panel import GreetingPanel


class GroupActs(QObject):
    """Fills the row in the greeting, and does what it wants: the stamps go to the shared card, the visit to
    whoever is greeted.
    """

    def __init__(
        self, desk: Any, gestures: Gestures, greeting: GreetingPanel, name_of: Callable[[int], str]
    ) -> None:
        super().__init__(gestures)
        self._desk, self._gestures, self._name_of = desk, gestures, name_of
        self._row = greeting.group
        greeting.group_of = self.group_of
        self._row.stamp_wanted.connect(self.stamp)
        self._row.several_wanted.connect(self.offer_several)
        self._row.redeem_wanted.connect(self.redeem)

    def group_of(self, customer_id: int) -> Group | None:
        """The group of somebody, if they share a card."""
        try:
            found: Group | None = self._desk.groups.of(customer_id, self._desk.now())
        except Refused:  # taken off the list meanwhile
            return None
        return found

    def offer_several(self) -> None:
        """For several of the group at once; one more tap, or a digit, adds them in one gesture."""
        strip = SeveralStrip(self._row)
        strip.chosen.connect(self.stamp)
        strip.open_above(self._row.stamp)

    def stamp(self, count: int = 1) -> None:
        member, card = self._row.customer_id, self._row.card
        if card is not None and not self._gestures.is_bounce("shared", member, count):
            add = partial(self._desk.groups.add_stamps, programme_id=card.programme.id)
            self._gestures.submit(add, member, count, done=partial(self._on_stamped, member))

    def redeem(self) -> None:
        """The reward that is ready; of several the cheapest. Of others the holder's own greeting has them."""
        member, card = self._row.customer_id, self._row.card
        if card is not None and not self._gestures.is_bounce("shared reward", member):
            take = partial(self._desk.groups.redeem, programme_id=card.programme.id)
            self._gestures.submit(take, member, done=partial(self._on_redeemed, member))

    def _on_stamped(self, member: int, outcome: StampOutcome) -> None:
        names = self._name_of(member), self._name_of(outcome.customer_id)
        self._gestures.show_done(outcome, shared_stamp_sentence(LANGUAGE.texts, outcome, *names), "stamp")

    def _on_redeemed(self, member: int, outcome: StampOutcome) -> None:
        names = self._name_of(member), self._name_of(outcome.customer_id)
        self._gestures.show_done(outcome, shared_reward_sentence(LANGUAGE.texts, *names), "gift")
