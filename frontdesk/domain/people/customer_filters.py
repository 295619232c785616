"""Questions to the table of all customers: what each column is asked, and in which order the answer stands.

A question is kept as a JSON document; one that a later version wrote is read as far as it is understood.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final


class Column(StrEnum):
    """What the table knows of everybody. PHOTO has no column of its own: the face stands beside the name."""

    NAME = "NAME"
    PHONE = "PHONE"
    LANGUAGE = "LANGUAGE"
    FIRST_VISIT = "FIRST_VISIT"
    LAST_VISIT = "LAST_VISIT"
    VISITS = "VISITS"
    GAP = "GAP"
    STAMPS = "STAMPS"
    REWARDS = "REWARDS"
    BIRTHDAY = "BIRTHDAY"
    CONSENTS = "CONSENTS"
    STATE = "STATE"
    SINCE = "SINCE"
    GROUP = "GROUP"
    SERVED_BY = "SERVED_BY"
    PHOTO = "PHOTO"


class Asks(StrEnum):
    """What a column can be asked."""

    CONTAINS = "CONTAINS"
    """Has `text` in it, whatever its case and accents."""
    BETWEEN = "BETWEEN"
    """A number from `least` to `most`."""
    DAYS = "DAYS"
    """A day of the shop from `least` to `most`, as `date.toordinal` counts them."""
    DAYS_AGO = "DAYS_AGO"
    """So many days back, `least` to `most`. Whoever never came is silent since the shop knows them."""
    THIS_MONTH = "THIS_MONTH"
    ONE_OF = "ONE_OF"
    NONE_OF = "NONE_OF"
    EMPTY = "EMPTY"
    FILLED = "FILLED"


NUMBERS: Final = frozenset({Column.VISITS, Column.GAP, Column.STAMPS, Column.REWARDS})
DAYS: Final = frozenset({Column.FIRST_VISIT, Column.LAST_VISIT, Column.SINCE})
CHOICES: Final = frozenset(
    {Column.LANGUAGE, Column.BIRTHDAY, Column.CONSENTS, Column.STATE, Column.SERVED_BY}
)
MAY_BE_EMPTY: Final = frozenset(
    {
        Column.PHONE,
        Column.LANGUAGE,
        Column.FIRST_VISIT,
        Column.LAST_VISIT,
        Column.GAP,
        Column.BIRTHDAY,
        Column.CONSENTS,
        Column.GROUP,
        Column.SERVED_BY,
        Column.PHOTO,
    }
)


MOST_TYPED: Final = 200
MOST_NUMBER: Final = 9e18
"""Beyond it a store has no whole numbers."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of one column. None of `least` and `most` is no bound; `values` are codes, as the column's.
    What was typed is kept as far as it can be looked for.
    """

    column: Column
    asks: Asks
    text: str = ""
    least: float | None = None
    most: float | None = None
    values: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _typed(self.text))
        object.__setattr__(self, "least", _bound(self.least))
        object.__setattr__(self, "most", _bound(self.most))


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    """All of these hold; and each word of `search` is somewhere in a name or the phone."""

    conditions: tuple[Condition, ...] = ()
    search: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "search", _typed(self.search))

    def __bool__(self) -> bool:
        return bool(self.conditions or self.search.strip())

    def with_condition(self, condition: Condition) -> "CustomerFilter":
        """With this one added, or in the place of what its column was asked before."""
        return CustomerFilter((*self.without(condition.column).conditions, condition), self.search)

    def without(self, column: Column) -> "CustomerFilter":
        kept = tuple(each for each in self.conditions if each.column is not column)
        return CustomerFilter(kept, self.search)

    def of(self, column: Column) -> Condition | None:
        """What a column is asked."""
        return next((each for each in self.conditions if each.column is column), None)


@dataclass(frozen=True, slots=True)
class SortBy:
    """Empty ones stand last either way."""

    column: Column
    descending: bool = False


MOST_ORDERS: Final = 3
USUAL_ORDER: Final = (SortBy(Column.LAST_VISIT, descending=True),)


@dataclass(frozen=True, slots=True)
class TableQuery:
    """Who is shown, in which order. `among` are the people of a figure; None is everybody."""

    filter: CustomerFilter = field(default_factory=CustomerFilter)
    order: tuple[SortBy, ...] = USUAL_ORDER
    among: tuple[int, ...] | None = None


def sorted_anew(order: tuple[SortBy, ...], column: Column) -> tuple[SortBy, ...]:
    """The order after a tap on the head of a column: by it, and then by the former ones, as many as anybody
    keeps in mind. The column that is first already turns round.
    """
    first = order[0] if order else None
    turned = first is not None and first.column is column
    descending = not first.descending if first is not None and turned else starts_descending(column)
    former = [each for each in order if each.column is not column]
    return (SortBy(column, descending), *former[: MOST_ORDERS - 1])


def starts_descending(column: Column) -> bool:
    """Of numbers and days the first tap shows the most and the latest."""
    return column in NUMBERS - {Column.GAP} or column in DAYS


def _typed(text: str) -> str:
    """Not longer than anything that is looked for, and without halves of characters."""
    return text[:MOST_TYPED].encode("utf-8", "ignore").decode("utf-8")


def _bound(number: float | None) -> float | None:
    """A number that there is, and that a store can have."""
    return None if number is None or number != number else min(max(number, -MOST_NUMBER), MOST_NUMBER)


# --- filters that come with the program ---


class ShippedFilter(StrEnum):
    """Questions that most shops have."""

    BIRTHDAYS = "BIRTHDAYS"
    SLIPPING = "SLIPPING"
    NEW = "NEW"
    REWARDS = "REWARDS"
    NO_PHOTO = "NO_PHOTO"
    NO_MESSAGES = "NO_MESSAGES"
    SILENT = "SILENT"
    LEFT = "LEFT"


SILENT_DAYS: Final = 730


def shipped(which: ShippedFilter) -> CustomerFilter:
    """What it asks."""
    return CustomerFilter((_SHIPPED[which],))


_SHIPPED: Final = {
    ShippedFilter.BIRTHDAYS: Condition(Column.BIRTHDAY, Asks.THIS_MONTH),
    ShippedFilter.SLIPPING: Condition(Column.STATE, Asks.ONE_OF, values=frozenset({"QUIET", "LOST"})),
    ShippedFilter.NEW: Condition(Column.SINCE, Asks.THIS_MONTH),
    ShippedFilter.REWARDS: Condition(Column.REWARDS, Asks.BETWEEN, least=1),
    ShippedFilter.NO_PHOTO: Condition(Column.PHOTO, Asks.EMPTY),
    ShippedFilter.NO_MESSAGES: Condition(Column.CONSENTS, Asks.NONE_OF, values=frozenset({"MESSAGES"})),
    ShippedFilter.SILENT: Condition(Column.LAST_VISIT, Asks.DAYS_AGO, least=SILENT_DAYS),
    ShippedFilter.LEFT: Condition(Column.STATE, Asks.ONE_OF, values=frozenset({"LEFT"})),
}


# --- as a document ---


def as_document(asked: CustomerFilter) -> str:
    """The JSON that is kept. What somebody is looking for just now is no part of it."""
    return json.dumps([_plain(each) for each in asked.conditions], ensure_ascii=False, sort_keys=True)


def from_document(document: str) -> CustomerFilter:
    """What `as_document` wrote; conditions that this version does not know are left out."""
    try:
        told = json.loads(document)
    except ValueError:
        return CustomerFilter()
    read = (_condition(each) for each in told if isinstance(each, dict)) if isinstance(told, list) else ()
    return CustomerFilter(tuple(each for each in read if each is not None))


def _plain(condition: Condition) -> dict[str, Any]:
    return {
        "column": condition.column.value,
        "asks": condition.asks.value,
        "text": condition.text,
        "least": condition.least,
        "most": condition.most,
        "values": sorted(condition.values),
    }


def _condition(told: dict[str, Any]) -> Condition | None:
    try:
        column, asks = Column(told["column"]), Asks(told["asks"])
        values = frozenset(map(str, told.get("values", ())))
        least, most = (None if told.get(each) is None else float(told[each]) for each in ("least", "most"))
        return Condition(column, asks, str(told.get("text", "")), least, most, values)
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


# --- what a column is asked, by its sort ---


def questions_of(column: Column) -> tuple[Asks, ...]:
    """What may be asked of a column, the usual question first."""
    found: tuple[Asks, ...]
    if column in NUMBERS:
        found = (Asks.BETWEEN,)
    elif column in DAYS:
        found = (Asks.DAYS, Asks.DAYS_AGO, Asks.THIS_MONTH)
    elif column is Column.BIRTHDAY:
        found = (Asks.ONE_OF, Asks.THIS_MONTH)
    elif column in CHOICES:
        found = (Asks.ONE_OF, Asks.NONE_OF)
    else:
        found = (Asks.CONTAINS,) if column is not Column.PHOTO else ()
    return (*found, Asks.EMPTY, Asks.FILLED) if column in MAY_BE_EMPTY else found


def month_of(day: date) -> tuple[date, date]:
    """The first day of the month that a day is in, and of the one after it."""
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day.replace(day=1), after
