"""A question to the table of all customers as SQL over the keys that `customer_keys` holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.days import end_of_day
from frontdesk.domain.finding.folding import fold
from frontdesk.domain.people.customer_filters import (
    MOST_NUMBER,
    Asks,
    Column,
    Condition,
    CustomerFilter,
    SortBy,
    TableQuery,
    month_of,
)
from frontdesk.domain.people.customer_states import CustomerState
from frontdesk.domain.people.customers import Purpose
from frontdesk.storage.database import SqlValue
from frontdesk.storage.people.customer_columns import CONSENT_BITS
from frontdesk.storage.regulars.absences import as_list

Part = tuple[str, list[SqlValue]]

STATES: Final = tuple(CustomerState)
"""A state is kept as its place among them: so the table sorts them in this order."""

_KEYS: Final = {
    Column.NAME: "p.name_rank",
    Column.PHONE: "(SELECT t.digits FROM said AS t WHERE t.id = p.id)",
    Column.LANGUAGE: "p.language",
    Column.FIRST_VISIT: "p.first_at",
    Column.LAST_VISIT: "p.last_at",
    Column.VISITS: "p.visits",
    Column.GAP: "p.gap",
    Column.STAMPS: "p.stamps",
    Column.REWARDS: "p.rewards",
    Column.BIRTHDAY: "p.birthday",
    Column.CONSENTS: "nullif(p.consents, 0)",
    Column.STATE: "p.state",
    Column.SINCE: "p.since",
    Column.GROUP: "(SELECT h.name_rank FROM person AS h WHERE h.id = p.holder)",
    Column.SERVED_BY: "(SELECT w.rank FROM server AS w WHERE w.id = p.served_by)",
    Column.PHOTO: "nullif(p.photo, 0)",
}


_SAID: Final = "p.id IN (SELECT t.id FROM said AS t WHERE {})"


@dataclass(frozen=True, slots=True)
class Today:
    """What "this month" and "so many days ago" are counted from."""

    day: date
    zone: ZoneInfo

    def begin(self, day: date) -> int:
        return end_of_day(day - timedelta(days=1), self.zone)


def order_by(order: tuple[SortBy, ...]) -> str:
    """Empty ones last; who is alike in all of it stands in the order in which they were enrolled."""
    parts = (f"{_KEYS[each.column]} {'DESC' if each.descending else 'ASC'} NULLS LAST" for each in order)
    return ", ".join((*parts, "p.id"))


def where(query: TableQuery, today: Today) -> Part:
    """Whoever left is shown only where somebody asks for them, or where a figure counts them."""
    base, values = population(query)
    parts = [base]
    for sql, more in (*(_condition(each, today) for each in query.filter.conditions), *_search(query.filter)):
        parts.append(sql)
        values = [*values, *more]
    return " AND ".join(parts), values


def population(query: TableQuery) -> Part:
    """Of whom the question is asked at all."""
    if query.among is not None:
        return "p.id IN (SELECT value FROM json_each(?))", [as_list(query.among)]
    asked = query.filter.of(Column.STATE)
    of_left = asked is not None and asked.asks is Asks.ONE_OF and CustomerState.LEFT in asked.values
    return ("1" if of_left else "NOT p.has_left"), []


def _search(asked: CustomerFilter) -> list[Part]:
    words = fold(asked.search).split()
    either = _SAID.format("(instr(t.words, ?) OR instr(t.digits, ?))")
    return [(either, [word, word]) for word in words]


def _condition(condition: Condition, today: Today) -> Part:
    return _TESTS[condition.asks](condition, today)


def _contains(condition: Condition, today: Today) -> Part:
    text = fold(condition.text.strip())
    if condition.column is Column.PHONE:
        return _SAID.format("instr(t.digits, ?)"), [
            "".join(char for char in text if char.isdecimal()) or text
        ]
    if condition.column is Column.GROUP:
        return "p.holder IN (SELECT t.id FROM said AS t WHERE instr(t.words, ?))", [text]
    return _SAID.format("instr(t.words, ?)"), [text]


def _between(condition: Condition, today: Today) -> Part:
    return _within(_KEYS[condition.column], condition.least, condition.most)


def _within(key: str, least: float | None, most: float | None) -> Part:
    return f"{key} BETWEEN ? AND ?", [
        -MOST_NUMBER if least is None else least,
        MOST_NUMBER if most is None else most,
    ]


def _days(condition: Condition, today: Today) -> Part:
    first = _ordinal(condition.least)
    last = _ordinal(condition.most)
    return _within(
        _KEYS[condition.column],
        None if first is None else today.begin(first),
        None if last is None else end_of_day(last, today.zone) - 1,
    )


def _days_ago(condition: Condition, today: Today) -> Part:
    key = _KEYS[condition.column]
    if condition.column is Column.LAST_VISIT:
        key = "coalesce(p.last_at, p.since)"
    first, last = (_before(today.day, each) for each in (condition.most, condition.least))
    return _within(
        key,
        None if first is None else today.begin(first),
        None if last is None else end_of_day(last, today.zone) - 1,
    )


def _this_month(condition: Condition, today: Today) -> Part:
    if condition.column is Column.BIRTHDAY:
        return "p.birthday / 100 = ?", [today.day.month]
    first, after = month_of(today.day)
    return _within(_KEYS[condition.column], today.begin(first), today.begin(after) - 1)


def _one_of(condition: Condition, today: Today) -> Part:
    if condition.column is Column.CONSENTS:
        bits = sum(CONSENT_BITS[Purpose(each)] for each in condition.values if each in set(Purpose))
        return "p.consents & ? <> 0", [bits]
    key, values = _coded(condition)
    return f"coalesce({key} IN (SELECT value FROM json_each(?)), 0)", [values]


def _none_of(condition: Condition, today: Today) -> Part:
    sql, values = _one_of(condition, today)
    return f"NOT ({sql})", values


def _coded(condition: Condition) -> tuple[str, str]:
    """Whatever stands in the column as a code, and the codes that were asked for."""
    values = condition.values
    if condition.column is Column.STATE:
        return "p.state", as_list([STATES.index(each) for each in STATES if each.value in values])
    if condition.column in {Column.SERVED_BY, Column.BIRTHDAY}:
        key = "p.served_by" if condition.column is Column.SERVED_BY else "p.birthday / 100"
        return key, as_list([int(each) for each in values if each.isdecimal()])
    return _KEYS[condition.column], _texts(values)


def _empty(condition: Condition, today: Today) -> Part:
    return f"{_keyed(condition)} IS NULL", []


def _filled(condition: Condition, today: Today) -> Part:
    return f"{_keyed(condition)} IS NOT NULL", []


def _keyed(condition: Condition) -> str:
    return {Column.GROUP: "p.holder", Column.SERVED_BY: "p.served_by"}.get(
        condition.column, _KEYS[condition.column]
    )


_TESTS: Final[dict[Asks, Callable[[Condition, Today], Part]]] = {
    Asks.CONTAINS: _contains,
    Asks.BETWEEN: _between,
    Asks.DAYS: _days,
    Asks.DAYS_AGO: _days_ago,
    Asks.THIS_MONTH: _this_month,
    Asks.ONE_OF: _one_of,
    Asks.NONE_OF: _none_of,
    Asks.EMPTY: _empty,
    Asks.FILLED: _filled,
}


def _ordinal(bound: float | None) -> date | None:
    """A day that a calendar has; whatever lies beyond is no bound."""
    return date.fromordinal(int(bound)) if bound is not None and 2 <= bound <= _LAST_DAY else None


def _before(day: date, days: float | None) -> date | None:
    return None if days is None else _ordinal(day.toordinal() - days)


def _texts(values: frozenset[str]) -> str:
    import json

    return json.dumps(sorted(values), ensure_ascii=False)


_LAST_DAY: Final = date.max.toordinal() - 1
