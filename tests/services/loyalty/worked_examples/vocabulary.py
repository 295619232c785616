"""The words that the worked examples are written in: acts at a counter, and what must stand afterwards.

Day 0 is Thursday, 19 November 2026; `at` is the time on the shop's own clock. Acts are in the order in which
they are done. `of` is the place of an earlier act in the case. `who` is a customer, "A" unless said.
Money is in the currency's smallest unit. Products are those of MENU, called by their numbers in the terms
too; whoever runs the cases puts the shop's own ids in their place.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Expiry,
    ExpiryBasis,
    Gifts,
    ProgrammeKind,
    Reward,
    Terms,
)
from frontdesk.domain.refusals import RefusalCode
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said

DAY_0: Final = date(2026, 11, 19)
NO_GIFTS: Final = Gifts()

COFFEE, LATTE, SANDWICH, TEA, COCOA, CAKE = 1, 2, 3, 4, 5, 6
MENU: tuple[Product, ...] = (
    Product(COFFEE, "drip coffee", stamps=1, category="hot drinks"),
    Product(LATTE, "latte", stamps=2),
    Product(SANDWICH, "sandwich", stamps=3),
    Product(TEA, "tea", stamps=1, category="hot drinks"),
    Product(COCOA, "hot cocoa", stamps=1, category="hot drinks"),
    Product(CAKE, "cake", stamps=0),
)


@dataclass(frozen=True, slots=True)
class Act:
    day: int
    at: str = field(default="8:30", kw_only=True)
    who: str = field(default="A", kw_only=True)


@dataclass(frozen=True, slots=True)
class Had(Act):
    """Stamps that a customer brings along, from paper or from another system."""

    stamps: int


@dataclass(frozen=True, slots=True)
class Stamp(Act):
    """The plain tap, `count` at once, on the card of the case's programme number `programme`."""

    count: int = 1
    programme: int = field(default=0, kw_only=True)


@dataclass(frozen=True, slots=True)
class Buy(Act):
    """Something of MENU is bought."""

    product: int


@dataclass(frozen=True, slots=True)
class Pay(Act):
    """So much is paid."""

    amount: int


@dataclass(frozen=True, slots=True)
class Redeem(Act):
    reward: int = 1
    programme: int = field(default=0, kw_only=True)


@dataclass(frozen=True, slots=True)
class Goodwill(Act):
    count: int


@dataclass(frozen=True, slots=True)
class Undo(Act):
    """A slip, a void, a refund: all that the act gave or took is taken back."""

    of: int


@dataclass(frozen=True, slots=True)
class Retry(Act):
    """The same act is sent once more, with the same gesture id."""

    of: int


@dataclass(frozen=True, slots=True)
class Move(Act):
    """An act that was noted for the wrong person is given to the right one."""

    of: int
    to: str = "B"


@dataclass(frozen=True, slots=True)
class Merge(Act):
    absorbed: str = "B"


@dataclass(frozen=True, slots=True)
class Unmerge(Act):
    of: int


@dataclass(frozen=True, slots=True)
class Brought(Act):
    """`who` is a friend whom `by` has brought along."""

    by: str = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Change(Act):
    """From now on these terms hold."""

    terms: Terms


@dataclass(frozen=True, slots=True)
class Retire(Act):
    """The programme ends now; rewards may be taken until the morning of `redeem_until`."""

    redeem_until: int | None = None


@dataclass(frozen=True, slots=True)
class SellPass(Act):
    pass


@dataclass(frozen=True, slots=True)
class UsePass(Act):
    pass


@dataclass(frozen=True, slots=True)
class OpenUntil(Act):
    """The shop is open every day up to and including `day`, and looks each day for what has ended."""


@dataclass(frozen=True, slots=True)
class Parked:
    """Begun and left lying: a greeting that is open, a sale put aside. Nothing may be written."""

    act: Act


@dataclass(frozen=True, slots=True)
class Fails:
    """The act is refused: with this code, if one is said, and so many stamps short."""

    act: Act
    code: RefusalCode | None = None
    short: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody has at the end. `ready`: how many could be had of each reward of today's terms, alone.

    None can be had any more once the day has come until which rewards may be taken.
    """

    balance: int
    ready: tuple[int, ...] = ()
    who: str = "A"
    programme: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """One example. `says` is what the document says, in short; `also` are further programmes.

    With `numbers_ours` the document gives the rule without figures. `differs` says why ours is not theirs.
    """

    name: str
    source: str
    says: str
    terms: Terms
    acts: tuple[Act | Parked | Fails, ...]
    held: tuple[Held, ...]
    differs: str = ""
    numbers_ours: bool = False
    kind: ProgrammeKind = ProgrammeKind.STAMPS
    also: tuple[Terms, ...] = ()
    birthdays: tuple[tuple[str, date], ...] = ()


def day(year: int, month: int, day_of_month: int) -> int:
    """The number of a day, for examples that are told in dates."""
    return (date(year, month, day_of_month) - DAY_0).days


def rewards(*prices: int) -> tuple[Reward, ...]:
    return tuple(Reward(number, price, Said(f"reward {number}")) for number, price in enumerate(prices, 1))


def by_item(*prices: int, gifts: Gifts = NO_GIFTS, **rule: Any) -> Terms:
    """Stamps for things; each earns what MENU says, unless the rule names products or categories."""
    return Terms(rewards(*prices), Accrual(Basis.ITEM, **rule), gifts=gifts)


def by_visit(*prices: int, gifts: Gifts = NO_GIFTS, **rule: Any) -> Terms:
    return Terms(rewards(*prices), Accrual(Basis.VISIT, **rule), gifts=gifts)


def by_amount(step: int, *prices: int, stamps: int = 1, expiry: Expiry | None = None) -> Terms:
    """`stamps` for each full `step` of what a visit adds up to."""
    return Terms(rewards(*prices), Accrual(Basis.AMOUNT, stamps, step=step), expiry)


def idle(months: int, *prices: int) -> Terms:
    """All stamps end when the customer has stayed away for so long; a warning stands 30 days before."""
    return Terms(rewards(*prices), expiry=Expiry(ExpiryBasis.IDLE, months, spares_full=False))


def aged(months: int) -> Expiry:
    """Each stamp ends so long after it was earned."""
    return Expiry(ExpiryBasis.AGE, months, spares_full=False)
