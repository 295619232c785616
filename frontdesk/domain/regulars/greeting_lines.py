"""What is said to one customer at one moment: the lines of the greeting, found and put in their order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.care.requests import RequestState, SpecialRequest
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.expiry import notice_days
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.people.customers import (
    BIRTHDAY_AHEAD,
    BIRTHDAY_BEHIND,
    Birthday,
    Customer,
)
from frontdesk.domain.people.facts import Fact, FactKind, to_check
from frontdesk.domain.regulars.greeting import RENEWED_WITHIN, UNASKED_WHILE, Greeting, GreetingLine, LineKind
from frontdesk.domain.regulars.visits import VisitSummary

ANNIVERSARY_BEHIND = 6
LONG_AWAY_DAYS = 45
"""Away for long, where they had no rhythm yet."""
TIMES_THEIR_RHYTHM, LEAST_AWAY_DAYS = 3, 14
LEAST_GAPS = 4
"""From so many gaps between visits on, they have a rhythm."""
SECOND_WITHIN = 60
"""So many days after their first time the second one is still that of somebody new."""


@dataclass(frozen=True, slots=True)
class Asking:
    """So many days after it was last known to hold a fact is asked about; `asked` says that one was, in this
    visit: then no other is.
    """

    age_days: int = CareRules().facts_age_days
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """Earlier visits: the first one and its day in the shop's zone, where the shop knows it, and when the
    latest ones began, the newest first.
    """

    first_at: int | None = None
    first_day: date | None = None
    visited: tuple[int, ...] = ()


NO_PAST = Past()


def compose(
    customer: Customer,
    summary: VisitSummary,
    facts: tuple[Fact, ...],
    requests: tuple[SpecialRequest, ...],
    cards: tuple[CardView, ...],
    *,
    now: int,
    today: date,
    past: Past = NO_PAST,
    news: Sequence[GreetingLine] = (),
    value: ValueReceived | None = None,
    told: Sequence[GreetingLine] = (),
    asking: Asking = Asking(),
) -> tuple[GreetingLine, ...]:
    """The lines of a greeting, most useful first. `cards` are those of stamps and the passes; `today` is the
    shop's own day at `now`; `news` what `novelty.py` found; `told` what other rooms have to say, which goes
    before what is found here of the same kind.
    """
    lines = [
        *told,
        *_request_lines(requests, now),
        *_card_lines(cards),
        *_ending_lines(cards, now),
        *_pass_lines(cards, now),
        *_day_lines(customer, past, today),
        *_return_lines(summary, past, now, {line.kind for line in told}),
        *news,
        *_value_lines(value),
    ]
    may_ask = not asking.asked and UNASKED_WHILE.isdisjoint(line.kind for line in lines)
    asked = to_check(facts, now, asking.age_days) if may_ask else None
    if asked is not None or not may_ask:  # one question in a visit is enough, and none beside what to mind
        lines = [line for line in lines if line.kind is not LineKind.ASK_HOW]
    lines += _fact_lines(facts, asked)
    return tuple(sorted(lines, key=lambda line: line.kind))


_KIND_OF_FACT: Final = {
    FactKind.PREFERENCE: LineKind.PREFERENCE,
    FactKind.NOTE: LineKind.NOTE,
    FactKind.WHY: LineKind.WHY_THEY_COME,
}


def _fact_lines(facts: Sequence[Fact], asked: Fact | None) -> list[GreetingLine]:
    """All allergies in one line, so that none of them is the quieter one, also while one of them is `asked`
    about; every other fact by itself, as a question or as it is.
    """
    lines = [
        _fact_line(_KIND_OF_FACT[fact.kind], fact)
        for fact in facts
        if fact.kind is not FactKind.ALLERGY and fact is not asked
    ]
    if asked is not None:
        lines.append(_fact_line(LineKind.PREFERENCE_TO_CHECK, asked))
    allergies = [fact for fact in facts if fact.kind is FactKind.ALLERGY]
    if allergies:
        told, latest = (
            ", ".join(fact.text for fact in allergies),
            max(allergies, key=lambda each: each.noted_at),
        )
        lines.append(replace(_fact_line(LineKind.ALLERGY, latest), text=told))
    return lines


def without_question(greeting: Greeting) -> Greeting:
    """The greeting where what would be asked was asked already: it is told as it is known."""
    asked = greeting.to_check
    if asked is None:
        return greeting
    lines = [line for line in greeting.lines if line.kind is not LineKind.PREFERENCE_TO_CHECK]
    if asked.kind is not FactKind.ALLERGY:
        lines.append(_fact_line(_KIND_OF_FACT[asked.kind], asked))
    return replace(greeting, lines=tuple(sorted(lines, key=lambda line: line.kind)))


def _fact_line(kind: LineKind, fact: Fact) -> GreetingLine:
    return GreetingLine(kind, text=fact.text, at=fact.noted_at, subject=fact.id, fact=fact)


def _request_lines(requests: tuple[SpecialRequest, ...], now: int) -> list[GreetingLine]:
    lines = []
    for request in requests:
        if request.state is RequestState.READY:
            kind = LineKind.REQUEST_READY
        elif request.promised_at is not None and request.promised_at <= now:
            kind = LineKind.REQUEST_DUE
        else:
            kind = LineKind.REQUEST_OPEN
        lines.append(
            GreetingLine(kind, request.what, at=request.promised_at, subject=request.id, request=request)
        )
    return lines


def _card_lines(cards: tuple[CardView, ...]) -> list[GreetingLine]:
    ready = [
        GreetingLine(LineKind.REWARD_READY, number=card.rewards_ready, offer=card.offers[0], card=card)
        for card in cards
        if card.offers
    ]
    owed = [GreetingLine(LineKind.STAMPS_OWED, number=card.owed, card=card) for card in cards if card.owed]
    return ready + owed


def _ending_lines(cards: tuple[CardView, ...], now: int) -> list[GreetingLine]:
    """Stamps that end, from the day on which there is a warning to give."""
    lines = []
    for card in cards:
        ending, expiry = card.ending, card.terms.expiry
        if ending is not None and expiry is not None and ending.at - now <= (notice_days(expiry) + 1) * DAY:
            lines.append(GreetingLine(LineKind.STAMPS_ENDING, number=ending.stamps, at=ending.at))
    return lines


def _pass_lines(cards: tuple[CardView, ...], now: int) -> list[GreetingLine]:
    """Until when passes and memberships are valid, or that they ended, in every programme still sold."""
    found = (_pass_line(card, now) for card in cards if card.programme.span.earns(now))
    return [line for line in found if line is not None]


def _pass_line(card: CardView, now: int) -> GreetingLine | None:
    validity, terms = card.validity, card.terms.passes
    if validity is None or terms is None:
        return None
    if validity.until <= now:
        days = (now - validity.until) // DAY + 1
        return GreetingLine(LineKind.PASS_OVER, number=days, card=card) if days <= RENEWED_WITHIN else None
    if validity.visits_left == 0:
        return GreetingLine(LineKind.PASS_USED_UP, card=card)
    visits, until = (card.ending.stamps, card.ending.at) if card.ending else (0, validity.until)
    if until - now > (terms.warn_days + 1) * DAY:
        return GreetingLine(LineKind.PASS_VALID, at=validity.until, card=card)
    return GreetingLine(LineKind.PASS_ENDING, number=visits, at=until, card=card)


def _day_lines(customer: Customer, past: Past, today: date) -> list[GreetingLine]:
    """The days of the year that are theirs."""
    lines = []
    if customer.birthday is not None:
        days = customer.birthday.days_from(today)
        if -BIRTHDAY_BEHIND <= days <= BIRTHDAY_AHEAD:
            lines.append(GreetingLine(LineKind.BIRTHDAY, number=days))
    if past.first_day is not None:
        days = Birthday(past.first_day.month, past.first_day.day).days_from(today)
        years = (today + timedelta(days=days)).year - past.first_day.year
        if -ANNIVERSARY_BEHIND <= days <= 0 and _is_round(years):
            lines.append(GreetingLine(LineKind.ANNIVERSARY, number=years, at=past.first_at))
    return lines


def _is_round(years: int) -> bool:
    """1, 2, 5, 10, 15 years…"""
    return years in (1, 2) or (years > 0 and years % 5 == 0)


def _return_lines(
    summary: VisitSummary, past: Past, now: int, told: Collection[LineKind]
) -> list[GreetingLine]:
    """The first time, the second, and the first time after long: by their own rhythm, where they had one.
    Who was missed is `told` by who knows better.
    """
    if not summary.visits:
        return [GreetingLine(LineKind.FIRST_VISIT)]
    if _is_second(summary, now):
        return [GreetingLine(LineKind.SECOND_VISIT, at=summary.last_at)]
    if summary.last_at is None or summary.visits <= 2 or LineKind.BACK_AFTER_LONG in told:
        return []
    every = rhythm(past.visited)
    limit = max(TIMES_THEIR_RHYTHM * every, LEAST_AWAY_DAYS) if every else LONG_AWAY_DAYS
    away = now - summary.last_at
    if away <= limit * DAY:
        return []
    return [GreetingLine(LineKind.BACK_AFTER_LONG, number=away // DAY, at=summary.last_at, every=every)]


def _is_second(summary: VisitSummary, now: int) -> bool:
    """Were they here once, lately, and is that over?"""
    if summary.visits != 1 or summary.last_at is None:
        return False
    return summary.returning(now) and now - summary.last_at <= SECOND_WITHIN * DAY


def rhythm(visited: Sequence[int]) -> int:
    """After how many days they usually came again, by the visits given (newest first); 0 for no rhythm."""
    gaps = [newer - older for newer, older in pairwise(visited)]
    return max(round(median(gaps) / DAY), 1) if len(gaps) >= LEAST_GAPS else 0


def _value_lines(value: ValueReceived | None) -> list[GreetingLine]:
    """What they have had so far."""
    return [GreetingLine(LineKind.VALUE, value=value)] if value is not None and value.rewards else []
