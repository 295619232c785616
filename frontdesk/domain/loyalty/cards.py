"""A customer's card at one moment: what is on it, what may be taken for it, and what will end.

Stamps are spent oldest first. So what is left of a balance are the latest stamps that were earned, and
which of them came before a change of the terms, or long ago, follows from the ledger alone:

* A reward that was ready when the terms changed stays at its old price for as long as stamps from before
  the change are left for it ("old cards keep what they earned").
* A stamp ends by its age when it is among what is left and old enough.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from frontdesk.domain.days import HOUR
from frontdesk.domain.loyalty.programmes import Basis, Programme, ProgrammeKind, Reward, Terms

SLIP: Final = HOUR
"""Terms that held for less were never meant."""


@dataclass(frozen=True, slots=True)
class Lot:
    """Stamps of one entry that are neither spent nor ended. `at` is when they were earned."""

    entry_id: int
    card_id: int
    left: int
    at: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A reward that can be taken now, so many `times`; `kept` when it is one of older terms."""

    reward: Reward
    terms_id: int
    times: int
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """So many stamps end at `at`, unless something happens before."""

    stamps: int
    at: int


@dataclass(frozen=True, slots=True)
class Validity:
    """What a pass or membership still gives: until when, and how many of its `visits` (None: any number)."""

    until: int
    visits_left: int | None = None
    visits: int | None = None

    def holds(self, at: int) -> bool:
        return at < self.until and self.visits_left != 0


@dataclass(frozen=True, slots=True)
class CardView:
    """A customer's card as it is shown. `balance` is in stamps and may be below zero (stamps owed).

    `validity` is None for a pass or membership that was never bought, and for every card of stamps.
    """

    programme: Programme
    terms: Terms
    balance: int
    offers: tuple[Offer, ...] = ()
    ending: Ending | None = None
    validity: Validity | None = None

    @property
    def goal(self) -> int:
        return self.terms.goal

    @property
    def collects(self) -> bool:
        """Is it a card of stamps?"""
        return self.programme.kind is ProgrammeKind.STAMPS

    def counts_money(self, at: int) -> bool:
        """Is it an amount that earns its stamps at `at`?"""
        return self.programme.span.earns(at) and self.terms.accrual.basis is Basis.AMOUNT

    def in_turn(self) -> Iterator[tuple[Offer, int]]:
        """The rewards that could be taken in turn, the cheapest each time, and how many of each."""
        left = max(self.balance, 0)
        for offer in sorted(self.offers, key=lambda offer: (not offer.kept, offer.reward.price)):
            times = min(offer.times, left // offer.reward.price)
            left -= times * offer.reward.price
            yield offer, times

    @property
    def rewards_ready(self) -> int:
        """How many rewards could be taken in turn."""
        return sum(times for _, times in self.in_turn())

    @property
    def filled(self) -> int:
        """Stamps to paint on the card in hand: a full card stays full until its reward is taken.

        With several rewards nothing goes to a next card: which of them the stamps go for is not known yet.
        """
        if self.balance <= 0 or not self.goal:
            return 0
        if len(self.terms.rewards) > 1:
            return min(self.balance, self.goal)
        return self.balance % self.goal or self.goal

    @property
    def short(self) -> int:
        """Stamps missing for the nearest reward; 0 when one is ready."""
        cheapest = self.terms.cheapest
        return 0 if self.offers or cheapest is None else cheapest.price - self.balance

    @property
    def next_reward(self) -> Reward | None:
        """What the card is filling up for: the nearest reward that costs more than there is."""
        dearer = [reward for reward in self.terms.rewards if reward.price > self.balance]
        return min(dearer, key=lambda reward: reward.price, default=self.terms.cheapest)

    @property
    def owed(self) -> int:
        return max(-self.balance, 0) if self.collects else 0


def unspent(earned: Iterable[Lot], balance: int) -> tuple[Lot, ...]:
    """What a balance is made of, the latest first. `earned` gives lots the latest first and is not read on
    when the balance is found: so a card of many years costs no more than a new one.
    """
    found, wanted = list[Lot](), balance
    for lot in earned:
        if wanted <= 0:
            break
        left = min(lot.left, wanted)
        if left > 0:
            found.append(Lot(lot.entry_id, lot.card_id, left, lot.at))
            wanted -= left
    return tuple(found)


def offers(programme: Programme, balance: int, at: int, lots: Sequence[Lot]) -> tuple[Offer, ...]:
    """The rewards that a balance buys at `at`, those of today's terms first, the cheapest first.

    `lots` (the unspent ones) are needed only when an older version of the terms there is.
    """
    if balance <= 0 or not programme.span.redeems(at):
        return ()
    present = programme.terms_at(at)
    found = [
        Offer(reward, present.id, balance // reward.price)
        for reward in sorted(present.rewards, key=lambda reward: reward.price)
        if reward.price <= balance
    ]
    begun = [terms for terms in programme.terms if terms.starts_at <= at]
    for older, newer in pairwise(begun):
        if newer.starts_at - older.starts_at < SLIP:
            continue  # a price that was mistyped and mended owes nothing
        before = min(sum(lot.left for lot in lots if lot.at < newer.starts_at), balance)
        for reward in older.rewards:
            times = before // reward.price
            if times and not any(_as_good(offer.reward, reward) for offer in found):
                found.append(Offer(reward, older.id, times, kept=True))
    return tuple(found)


def wants_lots(programme: Programme, at: int) -> bool:
    """Must the lots be read for this programme's cards? Not for one whose terms never changed."""
    return sum(terms.starts_at <= at for terms in programme.terms) > 1


def card_view(programme: Programme, balance: int, at: int, lots: Sequence[Lot] = ()) -> CardView:
    """A card of stamps at `at`."""
    return CardView(programme, programme.terms_at(at), balance, offers(programme, balance, at, lots))


def _as_good(one: Reward, other: Reward) -> bool:
    """Is `one` the same reward for no more stamps?"""
    return one.price <= other.price and (one.what, one.kind, one.value, one.up_to) == (
        other.what,
        other.kind,
        other.value,
        other.up_to,
    )
