"""Why the greeting says what it says, in small words beside it: since when, by when, as often as what."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from frontdesk.domain.day_parts import DayPart
from frontdesk.domain.days import day_at
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.people.customers import Birthday
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.regulars.suggesting import Suggestion
from frontdesk.texts import Texts
from frontdesk.wording.dates import birthday, day, full_date, promise
from frontdesk.wording.facts import noted_words
from frontdesk.wording.response_news import said_reason
from frontdesk.wording.slipping import absence_reason
from frontdesk.wording.value import value_sentence


def reason(
    texts: Texts,
    line: GreetingLine,
    *,
    born: Birthday | None = None,
    zone: ZoneInfo,
    now: int,
    price: Callable[[int], str] = str,
) -> str:
    """Why a line is there; empty where the line tells it itself. `born` is the customer's birthday."""
    match line.kind:
        case (
            LineKind.ALLERGY
            | LineKind.PREFERENCE_TO_CHECK
            | LineKind.PREFERENCE
            | LineKind.WHY_THEY_COME
            | LineKind.NOTE
        ) if line.fact is not None:
            return noted_words(texts, line.fact, zone, now)
        case LineKind.REQUEST_READY | LineKind.REQUEST_DUE if line.at is not None:
            return texts.gettext("Promised for {when}").format(when=promise(texts, line.at, zone, now))
        case LineKind.RECOVERY | LineKind.RECOVERY_TO_CONFIRM if line.at is not None:
            return texts.gettext("They told us: {when}").format(when=day(texts, line.at, zone, now))
        case LineKind.YOU_TOLD_US:
            return said_reason(texts, line, zone, now)
        case LineKind.REWARD_READY | LineKind.STAMPS_OWED if line.card is not None:
            return _on_card(texts, line.card)
        case LineKind.BIRTHDAY if born is not None:
            return texts.gettext("Born on {date}").format(date=birthday(texts, born))
        case LineKind.NEW_SINCE if line.at is not None:
            when = day(texts, line.at, zone, now)
            return texts.gettext("Sold since {when}, of a kind they take").format(when=when)
        case LineKind.PRICE_SINCE if line.value is not None:
            return value_sentence(texts, line.value, zone, price)
    return _of_their_visits(texts, line, zone, now)


def _of_their_visits(texts: Texts, line: GreetingLine, zone: ZoneInfo, now: int) -> str:
    match line.kind:
        case LineKind.ANNIVERSARY if line.at is not None:
            date = full_date(texts, day_at(line.at, zone))
            return texts.gettext("The first visit that is noted was on {date}").format(date=date)
        case LineKind.BACK_AFTER_LONG:
            known = absence_reason(texts, line.absence, zone, now) if line.absence is not None else ""
            return known or _rhythm(texts, line.every)
        case LineKind.SECOND_VISIT if line.at is not None:
            when = day(texts, line.at, zone, now)
            return texts.gettext("Here for the first time: {when}").format(when=when)
        case LineKind.FIRST_VISIT:
            return texts.gettext("No visit is noted yet")
    return ""


def suggestion_reason(texts: Texts, suggestion: Suggestion, zone: ZoneInfo, now: int) -> str:
    """Why something is offered, with its numbers."""
    if suggestion.along is None:
        when = day(texts, suggestion.since or now, zone, now)
        return texts.gettext("New: sold since {when}").format(when=when)
    match suggestion.part:
        case DayPart.MORNING:
            said = texts.gettext("Often with {product} in the morning: {n} of {orders} such orders")
        case DayPart.AFTERNOON:
            said = texts.gettext("Often with {product} in the afternoon: {n} of {orders} such orders")
        case DayPart.EVENING:
            said = texts.gettext("Often with {product} in the evening: {n} of {orders} such orders")
    return said.format(product=suggestion.along.name, n=suggestion.times, orders=suggestion.orders)


def _on_card(texts: Texts, card: CardView) -> str:
    name = card.programme.look.names.speak(texts.language)
    if card.owed:
        return texts.gettext("On the card: {card}").format(card=name)
    return texts.ngettext(
        "{n} stamp on the card: {card}", "{n} stamps on the card: {card}", card.balance
    ).format(n=card.balance, card=name)


def _rhythm(texts: Texts, every: int) -> str:
    if not every:
        return ""
    if every == 1:
        return texts.gettext("Used to come every day")
    return texts.ngettext("Used to come every {n} day", "Used to come every {n} days", every).format(n=every)
