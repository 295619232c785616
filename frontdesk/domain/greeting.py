"""The greeting: what the cashier is shown to say, the most useful line first.

The order of `LineKind` is the stated order of what matters: health, then what the shop owes, then what
pleases, then what is merely known.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from frontdesk.domain.cards import CardView, Offer
from frontdesk.domain.customers import Customer, Fact, FactKind
from frontdesk.domain.days import DAY
from frontdesk.domain.expiry import notice_days
from frontdesk.domain.requests import RequestState, SpecialRequest
from frontdesk.domain.visits import Product, Visit, VisitSummary

BIRTHDAY_AHEAD, BIRTHDAY_BEHIND = 7, 3
LONG_AWAY_DAYS = 45
RENEWED_WITHIN = 60


class LineKind(IntEnum):
    """A line of the greeting; the smaller, the earlier it is said. Gaps are places kept for later lines."""

    ALLERGY = 10
    REQUEST_READY = 30
    REQUEST_DUE = 31
    REWARD_READY = 40
    STAMPS_OWED = 45
    STAMPS_ENDING = 46
    PASS_ENDING = 47
    PASS_USED_UP = 48
    PASS_OVER = 49
    BIRTHDAY = 50
    BACK_AFTER_LONG = 60
    FIRST_VISIT = 65
    PREFERENCE = 70
    REQUEST_OPEN = 75
    NOTE = 90


@dataclass(frozen=True, slots=True)
class GreetingLine:
    """One thing to know or say. `text` is what a person typed; `number` is days, rewards or stamps;
    `offer` the reward and `card` the pass that is meant. What ends does so before `at`.
    """

    kind: LineKind
    text: str = ""
    number: int = 0
    at: int | None = None
    offer: Offer | None = None
    card: CardView | None = None


@dataclass(frozen=True, slots=True)
class UsualItem:
    """A product they usually take; `share` of visits lately in which they did (0 to 1)."""

    product: Product
    share: float


@dataclass(frozen=True, slots=True)
class Greeting:
    """All that the counter shows of one customer, read in one go."""

    customer: Customer
    cards: tuple[CardView, ...]
    summary: VisitSummary
    lines: tuple[GreetingLine, ...]
    facts: tuple[Fact, ...] = ()
    requests: tuple[SpecialRequest, ...] = ()
    usual: tuple[UsualItem, ...] = ()
    recent: tuple[Visit, ...] = ()
    merged_names: tuple[str, ...] = ()
    passes: tuple[CardView, ...] = ()


def compose(
    customer: Customer,
    summary: VisitSummary,
    facts: tuple[Fact, ...],
    requests: tuple[SpecialRequest, ...],
    cards: tuple[CardView, ...],
    *,
    now: int,
    today: date,
) -> tuple[GreetingLine, ...]:
    """The lines of a greeting, most useful first. `cards` are those of stamps and the passes; `today` is the
    shop's own day at `now`.
    """
    lines = [
        *_fact_lines(facts),
        *_request_lines(requests, now),
        *_card_lines(cards),
        *_ending_lines(cards, now),
        *_pass_lines(cards, now),
        *_day_lines(customer, summary, now, today),
    ]
    return tuple(sorted(lines, key=lambda line: line.kind))


def _fact_lines(facts: tuple[Fact, ...]) -> list[GreetingLine]:
    kinds = {
        FactKind.ALLERGY: LineKind.ALLERGY,
        FactKind.PREFERENCE: LineKind.PREFERENCE,
        FactKind.NOTE: LineKind.NOTE,
    }
    return [GreetingLine(kinds[fact.kind], text=fact.text, at=fact.noted_at) for fact in facts]


def _request_lines(requests: tuple[SpecialRequest, ...], now: int) -> list[GreetingLine]:
    lines = []
    for request in requests:
        if request.state is RequestState.READY:
            kind = LineKind.REQUEST_READY
        elif request.promised_at is not None and request.promised_at <= now:
            kind = LineKind.REQUEST_DUE
        else:
            kind = LineKind.REQUEST_OPEN
        lines.append(GreetingLine(kind, text=request.what, at=request.promised_at))
    return lines


def _card_lines(cards: tuple[CardView, ...]) -> list[GreetingLine]:
    ready = [
        GreetingLine(LineKind.REWARD_READY, number=card.rewards_ready, offer=card.offers[0], card=card)
        for card in cards
        if card.offers
    ]
    owed = [GreetingLine(LineKind.STAMPS_OWED, number=card.owed) for card in cards if card.owed]
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
    """Passes and memberships that end or have ended, in every programme that is still sold."""
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
        return None
    return GreetingLine(LineKind.PASS_ENDING, number=visits, at=until, card=card)


def _day_lines(customer: Customer, summary: VisitSummary, now: int, today: date) -> list[GreetingLine]:
    lines = []
    if customer.birthday is not None:
        days = customer.birthday.days_from(today)
        if -BIRTHDAY_BEHIND <= days <= BIRTHDAY_AHEAD:
            lines.append(GreetingLine(LineKind.BIRTHDAY, number=days))
    if not summary.visits:
        lines.append(GreetingLine(LineKind.FIRST_VISIT))
    elif summary.last_at is not None and summary.visits > 2 and now - summary.last_at > LONG_AWAY_DAYS * DAY:
        lines.append(GreetingLine(LineKind.BACK_AFTER_LONG, number=(now - summary.last_at) // DAY))
    return lines
