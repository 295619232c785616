"""The table of all customers in words: its columns, its cells, and what it is asked."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.people.customer_filters import Asks, Column, Condition, ShippedFilter
from frontdesk.domain.people.customer_states import CustomerState
from frontdesk.domain.people.customer_table import CustomerLine, Found
from frontdesk.domain.people.customers import Purpose
from frontdesk.domain.people.phones import masked
from frontdesk.texts import Texts
from frontdesk.wording.dates import birthday, day_in_column, month_name
from frontdesk.wording.numbers import count
from frontdesk.wording.prints import language_name


def column_name(texts: Texts, column: Column) -> str:
    """At the head of a column."""
    return {
        Column.NAME: texts.gettext("Name"),
        Column.PHONE: texts.gettext("Phone"),
        Column.LANGUAGE: texts.gettext("Language"),
        Column.FIRST_VISIT: texts.gettext("First visit"),
        Column.LAST_VISIT: texts.gettext("Last visit"),
        Column.VISITS: texts.pgettext("column", "Visits"),
        Column.GAP: texts.gettext("Comes every"),
        Column.STAMPS: texts.gettext("Stamps"),
        Column.REWARDS: texts.pgettext("column", "Rewards"),
        Column.BIRTHDAY: texts.gettext("Birthday"),
        Column.CONSENTS: texts.gettext("Agreed to"),
        Column.STATE: texts.pgettext("column", "Status"),
        Column.SINCE: texts.gettext("Known since"),
        Column.GROUP: texts.gettext("Shares the card of"),
        Column.SERVED_BY: texts.gettext("Usually served by"),
        Column.PHOTO: texts.gettext("Photo"),
    }[column]


def state_name(texts: Texts, state: CustomerState) -> str:
    return {
        CustomerState.REGULAR: texts.gettext("Regular"),
        CustomerState.NEW: texts.gettext("New"),
        CustomerState.SOMETIMES: texts.gettext("Now and then"),
        CustomerState.QUIET: texts.gettext("Quiet"),
        CustomerState.LOST: texts.gettext("Probably lost"),
        CustomerState.FORMER: texts.gettext("Long silent"),
        CustomerState.LEFT: texts.gettext("Left us"),
    }[state]


def consent_name(texts: Texts, purpose: Purpose) -> str:
    """A consent, as short as a column of a table."""
    return {
        Purpose.PHOTO: texts.gettext("Photo"),
        Purpose.BIRTHDAY: texts.gettext("Birthday"),
        Purpose.MESSAGES: texts.gettext("Messages"),
    }[purpose]


def shipped_name(texts: Texts, which: ShippedFilter) -> str:
    return {
        ShippedFilter.BIRTHDAYS: texts.gettext("Birthday this month"),
        ShippedFilter.SLIPPING: texts.gettext("Slipping away"),
        ShippedFilter.NEW: texts.gettext("New this month"),
        ShippedFilter.REWARDS: texts.gettext("Rewards ready"),
        ShippedFilter.NO_PHOTO: texts.pgettext("filter", "No photo"),
        ShippedFilter.NO_MESSAGES: texts.gettext("No consent for messages"),
        ShippedFilter.SILENT: texts.gettext("Silent for two years"),
        ShippedFilter.LEFT: texts.gettext("Left us"),
    }[which]


# --- cells ---


def cell(texts: Texts, line: CustomerLine, column: Column, zone: ZoneInfo, *, shared_screen: bool) -> str:
    """What stands in a cell; nothing where nothing is known. `shared_screen`: others see it, too."""
    match column:
        case Column.NAME:
            return line.name
        case Column.PHONE:
            return masked(line.phone) if shared_screen else line.phone
        case Column.LANGUAGE:
            return language_name(texts, line.language) if line.language else ""
        case Column.FIRST_VISIT | Column.LAST_VISIT | Column.SINCE:
            return _day(texts, _moment(line, column), zone)
        case Column.GAP:
            return gap_words(texts, line.gap) if line.gap is not None else ""
        case Column.VISITS | Column.STAMPS | Column.REWARDS:
            return count(texts, _number(line, column))
        case Column.BIRTHDAY:
            return birthday(texts, line.birthday) if line.birthday is not None else ""
        case Column.CONSENTS:
            return ", ".join(consent_name(texts, each) for each in Purpose if each in line.consents)
        case Column.STATE:
            return state_name(texts, line.state)
        case Column.GROUP:
            return line.group
        case Column.SERVED_BY:
            return line.served_by
        case Column.PHOTO:
            return column_name(texts, column) if line.has_photo else ""


def gap_words(texts: Texts, days: int) -> str:
    """How often somebody comes."""
    return texts.ngettext("{n} day", "{n} days", days).format(n=days)


def _day(texts: Texts, at: int | None, zone: ZoneInfo) -> str:
    return day_in_column(texts, datetime.fromtimestamp(at / 1000, zone).date()) if at is not None else ""


def _moment(line: CustomerLine, column: Column) -> int | None:
    return {
        Column.FIRST_VISIT: line.first_at,
        Column.LAST_VISIT: line.last_at,
        Column.SINCE: line.since,
    }[column]


def _number(line: CustomerLine, column: Column) -> int:
    return {Column.VISITS: line.visits, Column.STAMPS: line.stamps, Column.REWARDS: line.rewards}[column]


# --- sentences ---


def found_sentence(texts: Texts, found: Found) -> str:
    """How many are shown, of how many, and what they add up to."""
    shown = texts.ngettext("{shown} of {n} customer", "{shown} of {n} customers", found.of).format(
        shown=count(texts, found.count), n=count(texts, found.of)
    )
    if not found.whole:
        return shown
    visits = texts.ngettext("{n} visit so far", "{n} visits so far", found.visits)
    stamps = texts.ngettext("{n} stamp on cards", "{n} stamps on cards", found.stamps)
    summed = (visits.format(n=count(texts, found.visits)), stamps.format(n=count(texts, found.stamps)))
    return " · ".join((shown, *summed))


def chosen_sentence(texts: Texts, chosen: int) -> str:
    return texts.ngettext("{n} chosen", "{n} chosen", chosen).format(n=count(texts, chosen))


# --- questions ---


def question_name(texts: Texts, column: Column, asks: Asks) -> str:
    """What may be asked of a column, to choose from."""
    if asks is Asks.BETWEEN:
        return texts.gettext("a number from … to …")
    if asks is Asks.THIS_MONTH:
        return texts.gettext("in this month")
    return {
        Asks.CONTAINS: texts.gettext("has in it"),
        Asks.DAYS: texts.gettext("a day from … to …"),
        Asks.DAYS_AGO: texts.gettext("so many days ago"),
        Asks.ONE_OF: texts.gettext("is one of these"),
        Asks.NONE_OF: texts.gettext("is none of these"),
        Asks.EMPTY: texts.gettext("is empty"),
        Asks.FILLED: texts.gettext("is filled in"),
    }[asks]


def condition_words(texts: Texts, condition: Condition, staff: Mapping[int, str]) -> str:
    """A condition, as its chip says it."""
    name, least, most = column_name(texts, condition.column), condition.least, condition.most
    match condition.asks:
        case Asks.CONTAINS:
            said = texts.gettext("{column} has “{text}”").format(column=name, text=condition.text)
        case Asks.EMPTY:
            said = texts.gettext("{column}: empty").format(column=name)
        case Asks.FILLED:
            said = texts.gettext("{column}: filled in").format(column=name)
        case Asks.THIS_MONTH:
            said = texts.gettext("{column}: this month").format(column=name)
        case Asks.ONE_OF:
            said = texts.gettext("{column}: {values}").format(
                column=name, values=_values(texts, condition, staff)
            )
        case Asks.NONE_OF:
            said = texts.gettext("{column}: not {values}").format(
                column=name, values=_values(texts, condition, staff)
            )
        case Asks.DAYS:
            said = _range(texts, name, _on(texts, least), _on(texts, most))
        case Asks.DAYS_AGO:
            said = _ago(texts, name, least, most)
        case Asks.BETWEEN:
            said = _range(texts, name, _whole(texts, least), _whole(texts, most))
    return said


def value_name(texts: Texts, column: Column, value: str, staff: Mapping[int, str]) -> str:
    """One of the values that a column can have."""
    if column is Column.LANGUAGE:
        return language_name(texts, value)
    if column is Column.BIRTHDAY:
        return month_name(texts, int(value)) if value.isdecimal() and 1 <= int(value) <= 12 else value
    if column is Column.CONSENTS:
        return consent_name(texts, Purpose(value)) if value in set(Purpose) else value
    if column is Column.STATE:
        return state_name(texts, CustomerState(value)) if value in set(CustomerState) else value
    return staff.get(int(value), value) if value.isdecimal() else value


def _values(texts: Texts, condition: Condition, staff: Mapping[int, str]) -> str:
    in_order = sorted(condition.values, key=lambda each: (len(each), each) if each.isdecimal() else (0, each))
    return ", ".join(value_name(texts, condition.column, each, staff) for each in in_order)


def _range(texts: Texts, name: str, least: str, most: str) -> str:
    if least and most:
        return texts.gettext("{column}: {least} to {most}").format(column=name, least=least, most=most)
    if least:
        return texts.gettext("{column}: {least} or more").format(column=name, least=least)
    return texts.gettext("{column}: up to {most}").format(column=name, most=most)


def _ago(texts: Texts, name: str, least: float | None, most: float | None) -> str:
    if most is None:
        days = int(least or 0)
        said = texts.ngettext("{column}: {n} day ago or longer", "{column}: {n} days ago or longer", days)
        return said.format(column=name, n=count(texts, days))
    if least is None:
        days = int(most)
        said = texts.ngettext("{column}: in the last {n} day", "{column}: in the last {n} days", days)
        return said.format(column=name, n=count(texts, days))
    said = texts.gettext("{column}: {least} to {most} days ago")
    return said.format(column=name, least=count(texts, int(least)), most=count(texts, int(most)))


def _whole(texts: Texts, bound: float | None) -> str:
    return "" if bound is None else count(texts, int(bound))


def _on(texts: Texts, bound: float | None) -> str:
    if bound is None or not 1 <= bound <= date.max.toordinal():
        return ""
    return day_in_column(texts, date.fromordinal(int(bound)))
