"""What the model of the loyalty engine is made of: plain rows, and what follows from a programme's terms."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from frontdesk.domain.loyalty.programmes import Accrual, Boost, Reward, Span, Terms
from frontdesk.domain.people.customers import Birthday
from frontdesk.domain.regulars.visits import Product

MINUTE = 60_000
DAY = 24 * 60 * MINUTE


class No(Exception):
    """The rules do not allow it; `code` is the refusal's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(eq=False)
class Visit:
    """One attendance, on the record that answered for the person then."""

    record: int
    at: int
    last: int
    void: bool = False


@dataclass(eq=False)
class Noted:
    """What one act noted of a purchase."""

    act: bytes
    visit: Visit
    at: int
    products: tuple[Product, ...] = ()
    amount: int = 0
    void: bool = False


@dataclass(eq=False)
class Held:
    """What a cap left out of an act in one programme, for so many people."""

    act: bytes
    visit: Visit
    programme: int
    stamps: int
    people: int
    at: int


@dataclass(eq=False)
class Entry:
    """One line of the ledger, on the card of one record in one programme."""

    record: int
    programme: int
    kind: str
    stamps: int
    reason: str
    at: int
    act: bytes
    staff: int
    visit: Visit | None = None
    earned_at: int = 0
    """When its stamps were earned, which may be before they were written."""
    ended: "Entry | None" = None
    taken_back: bool = False

    @property
    def fill(self) -> bool:
        return self.kind in ("EARNED", "GOODWILL", "CARRIED_OVER")

    @property
    def base(self) -> bool:
        """Earned by buying, before boosts."""
        return self.kind == "EARNED" and self.reason in ("", "AMOUNT")


@dataclass(eq=False)
class Scheme:
    """A programme: its versions with the moments from which they hold, the latest last."""

    id: int
    versions: list[tuple[int, Terms]]
    span: Span = field(default_factory=Span)

    def terms(self, at: int) -> Terms:
        begun = [terms for since, terms in self.versions if since <= at]
        return begun[-1] if begun else self.versions[0][1]


@dataclass(frozen=True)
class Doing:
    """Who acts, when, by which gesture."""

    act: bytes
    staff: int
    at: int
    is_cashier: bool = False


def as_good(one: Reward, other: Reward) -> bool:
    """The same for no more stamps."""
    return one.price <= other.price and (one.what, one.kind, one.value, one.up_to) == (
        other.what,
        other.kind,
        other.value,
        other.up_to,
    )


def is_named(accrual: Accrual) -> bool:
    return bool(accrual.products or accrual.categories)


def names(accrual: Accrual, product: Product) -> bool:
    if not is_named(accrual):
        return True
    return product.id in accrual.products or product.category in accrual.categories


def for_items(accrual: Accrual, items: Iterable[Product]) -> int:
    each = accrual.stamps if is_named(accrual) else None
    return sum(item.stamps if each is None else each for item in items if names(accrual, item))


def times(boosts: Iterable[Boost], local: datetime) -> int:
    """The best of the boosts that hold; the machine's own end before midnight."""
    minute = local.hour * 60 + local.minute
    holding = (b for b in boosts if b.from_minute <= minute < b.to_minute and local.weekday() in b.weekdays)
    return max((boost.factor for boost in holding), default=1)


def days_to(born: Birthday, today: date) -> int:
    near = (today + timedelta(days=days) for days in range(-183, 184))
    return min(abs((day - today).days) for day in near if (day.month, day.day) == (born.month, born.day))
