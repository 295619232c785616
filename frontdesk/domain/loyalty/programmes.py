"""Programmes: what a shop promises its regulars, as a manager sets it up.

A programme's terms may change while it runs. Each version is kept with the moment from which it holds, and
what holds at a moment is the latest version that had begun by then. What a card had earned under older
terms stays earned: cards.py says how.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from frontdesk.domain.said import Said

MIN_GOAL, MAX_GOAL = 1, 200
MOST_REWARDS: Final = 6
USUAL_WARNING_DAYS: Final = 30


class ProgrammeKind(StrEnum):
    """What a card of the programme is."""

    STAMPS = "STAMPS"
    """Stamps are collected and given for rewards."""
    PASS = "PASS"
    """Visits are paid for beforehand and used up one by one, within a time."""
    MEMBERSHIP = "MEMBERSHIP"
    """Paid for by the period; any number of visits until it ends."""


class Basis(StrEnum):
    """What earns stamps."""

    VISIT = "VISIT"
    ITEM = "ITEM"
    AMOUNT = "AMOUNT"


@dataclass(frozen=True, slots=True)
class Boost:
    """Hours and days in which what is earned counts `factor` times.

    `weekdays` are 0 (Monday) to 6; minutes are those after the shop's midnight, `from_minute` included,
    `to_minute` not. One over midnight has `from_minute` above `to_minute`; it belongs to the day it began.
    """

    factor: int = 2
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    from_minute: int = 0
    to_minute: int = 24 * 60
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Accrual:
    """How stamps are earned.

    VISIT: `stamps` once a visit. ITEM: `stamps` for each thing bought that is one of `products` or of one of
    `categories`; with neither, each product earns what is set at the product, and a plain tap counts as one
    thing. AMOUNT: `stamps` for each full `step` (the currency's smallest unit) of what a visit adds up to.

    The caps count what is earned before boosts. A group that buys on one card has the caps of all its people.
    """

    basis: Basis = Basis.ITEM
    stamps: int = 1
    products: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()
    step: int = 0
    most_per_visit: int | None = None
    most_per_day: int | None = None
    boosts: tuple[Boost, ...] = ()


class RewardKind(StrEnum):
    """What a reward is. The counter is no cash register: a discount is shown to whoever is at the till."""

    FREE_ITEM = "FREE_ITEM"
    PERCENT_OFF = "PERCENT_OFF"
    AMOUNT_OFF = "AMOUNT_OFF"


@dataclass(frozen=True, slots=True)
class Reward:
    """`price` stamps buy it. `number` tells it from the programme's others, in all versions of the terms.

    `what` is a noun ("coffee", "lunch"). A FREE_ITEM may be any of `products` and `categories` (of anything,
    where both are empty), up to `up_to` in the currency's smallest unit. `value` is the percentage or the
    amount of a discount.
    """

    number: int
    price: int
    what: Said
    kind: RewardKind = RewardKind.FREE_ITEM
    products: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()
    up_to: int | None = None
    value: int = 0


class ExpiryBasis(StrEnum):
    """From when the time of a stamp is counted."""

    IDLE = "IDLE"
    """From the customer's last visit: all stamps go when they stay away for so long."""
    AGE = "AGE"
    """From the day the stamp was earned: the oldest go first."""


@dataclass(frozen=True, slots=True)
class Expiry:
    """When stamps end. Nothing ends before `warn_days` have passed since the warning was on the counter.

    With `spares_full` the stamps of full cards stay: only what is not yet a reward ends.
    """

    basis: ExpiryBasis
    months: int
    warn_days: int = USUAL_WARNING_DAYS
    spares_full: bool = True


@dataclass(frozen=True, slots=True)
class Gifts:
    """Stamps for something else than buying; 0 is none.

    `welcome` comes with the first stamp. `birthday` once a year with a stamp within `birthday_days` of the
    day. `friend` and `referrer` come once, when somebody who was brought along has come twice.
    """

    welcome: int = 0
    birthday: int = 0
    birthday_days: int = 7
    friend: int = 0
    referrer: int = 0


@dataclass(frozen=True, slots=True)
class PassTerms:
    """What one sale of a pass or membership gives: `visits` (0: any number) within `months` and `days`.

    `price` is in the currency's smallest unit. A sale before the end adds to it.
    """

    visits: int = 0
    months: int = 1
    days: int = 0
    price: int = 0
    warn_days: int = 7


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of what a programme promises, from `starts_at` on. `id` is 0 until it is kept."""

    rewards: tuple[Reward, ...] = ()
    accrual: Accrual = field(default_factory=Accrual)
    expiry: Expiry | None = None
    gifts: Gifts = field(default_factory=Gifts)
    passes: PassTerms | None = None
    starts_at: int = 0
    id: int = 0

    @property
    def cheapest(self) -> Reward | None:
        return min(self.rewards, key=lambda reward: reward.price, default=None)

    @property
    def goal(self) -> int:
        """Stamps of a full card: the price of the dearest reward; 0 where there is none."""
        return max((reward.price for reward in self.rewards), default=0)


@dataclass(frozen=True, slots=True)
class Look:
    """How a programme's card looks. `colour` is a name of the house's own, empty for the accent."""

    names: Said
    icon: str = "coffee"
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """When a programme runs: earning from `starts_at` until `ends_at`, redeeming until `redeem_until`.

    None is without a beginning or an end. A retired programme earns nothing any more.
    """

    starts_at: int | None = None
    ends_at: int | None = None
    redeem_until: int | None = None
    retired_at: int | None = None

    def earns(self, at: int) -> bool:
        begun = self.starts_at is None or self.starts_at <= at
        ended = self.ends_at is not None and self.ends_at <= at
        return begun and not ended and self.retired_at is None

    def earned(self, at: int) -> bool:
        """Did it earn at `at`, whatever became of it since?"""
        return replace(self, retired_at=None).earns(at) and (self.retired_at is None or at < self.retired_at)

    def redeems(self, at: int) -> bool:
        begun = self.starts_at is None or self.starts_at <= at
        return begun and (self.redeem_until is None or at < self.redeem_until)


@dataclass(frozen=True, slots=True)
class Programme:
    """A loyalty scheme with all versions of its terms, in the order in which they begin. Never deleted."""

    id: int
    look: Look
    terms: tuple[Terms, ...]
    kind: ProgrammeKind = ProgrammeKind.STAMPS
    span: Span = field(default_factory=Span)

    @property
    def name(self) -> str:
        return self.look.names.usual

    @property
    def icon(self) -> str:
        return self.look.icon

    @property
    def retired_at(self) -> int | None:
        return self.span.retired_at

    def terms_at(self, at: int) -> Terms:
        """The version that holds at `at`; the first one also before it begins."""
        return next((each for each in reversed(self.terms) if each.starts_at <= at), self.terms[0])

    def welcomes_since(self, at: int) -> int:
        """Since when, up to `at`, there has been a welcome without a break."""
        since = at
        for terms in reversed([each for each in self.terms if each.starts_at <= at]):
            if not terms.gifts.welcome:
                break
            since = terms.starts_at
        return since

    def price_at(self, at: int) -> int:
        """Stamps of the cheapest reward at `at`; 0 where there is none."""
        cheapest = self.terms_at(at).cheapest
        return cheapest.price if cheapest is not None else 0

    def coming(self, at: int) -> Terms | None:
        """The next change that is set for a later moment, or None.

        One that was taken back, by setting what holds now for the same moment, is none.
        """
        standing = self.terms_at(at)
        later = (self.terms_at(each.starts_at) for each in self.terms if each.starts_at > at)
        return next((each for each in later if not same_promise(each, standing)), None)


@dataclass(frozen=True, slots=True)
class ProgrammeDraft:
    """A programme as it is set up."""

    look: Look
    terms: Terms
    kind: ProgrammeKind = ProgrammeKind.STAMPS
    span: Span = field(default_factory=Span)


def stamp_card(name: str, goal: int, reward: str, icon: str = "coffee") -> ProgrammeDraft:
    """What most shops begin with: `goal` stamps, then one `reward` is free."""
    return ProgrammeDraft(Look(Said(name), icon), Terms((Reward(1, goal, Said(reward)),)))


def same_promise(one: Terms, other: Terms) -> bool:
    """Do two versions promise the same, whenever they begin?"""
    return replace(one, id=0, starts_at=0) == replace(other, id=0, starts_at=0)
