"""The order in which things are said: health, what we owe, what pleases, what is merely known."""

from dataclasses import replace
from datetime import date

import pytest

from frontdesk.domain.cards import Ending, card_view
from frontdesk.domain.customers import Birthday, Customer, Fact, FactKind
from frontdesk.domain.days import DAY
from frontdesk.domain.greeting import GreetingLine, LineKind, compose
from frontdesk.domain.programmes import Expiry, ExpiryBasis, Programme, stamp_card
from frontdesk.domain.requests import RequestState, SpecialRequest
from frontdesk.domain.visits import VisitSummary

TODAY, NOW = date(2026, 11, 19), 1_800_000_000_000
CARD = stamp_card("Coffee card", 5, "coffee")
COFFEE = Programme(1, CARD.look, (CARD.terms,))


def request(what: str, state: RequestState = RequestState.OPEN, due: int | None = None) -> SpecialRequest:
    return SpecialRequest(1, 1, "Noy", what, "", state, NOW, due, 1)


def lines(
    customer: Customer | None = None,
    summary: VisitSummary | None = None,
    facts: tuple[Fact, ...] = (),
    requests: tuple[SpecialRequest, ...] = (),
    balance: int = 0,
) -> tuple[GreetingLine, ...]:
    return compose(
        customer or Customer(1, "Noy"),
        summary or VisitSummary(9, NOW - 90 * DAY, NOW - DAY),
        facts,
        requests,
        (card_view(COFFEE, balance, NOW),),
        now=NOW,
        today=TODAY,
    )


def test_everything_at_once_is_said_in_the_stated_order() -> None:
    said = lines(
        Customer(1, "Noy", birthday=Birthday(11, 20)),
        VisitSummary(9, NOW - 90 * DAY, NOW - 60 * DAY),
        (
            Fact(1, FactKind.NOTE, "tall", 0),
            Fact(2, FactKind.PREFERENCE, "oat", 0),
            Fact(3, FactKind.ALLERGY, "nuts", 0),
        ),
        (request("later", due=NOW + DAY), request("late", due=NOW), request("done", RequestState.READY)),
        balance=11,
    )
    assert [line.kind for line in said] == [
        LineKind.ALLERGY,
        LineKind.REQUEST_READY,
        LineKind.REQUEST_DUE,
        LineKind.REWARD_READY,
        LineKind.BIRTHDAY,
        LineKind.BACK_AFTER_LONG,
        LineKind.PREFERENCE,
        LineKind.REQUEST_OPEN,
        LineKind.NOTE,
    ]
    assert [line.number for line in said if line.kind is LineKind.REWARD_READY] == [2]


def test_an_ordinary_day_needs_no_words() -> None:
    assert lines() == ()


def test_a_first_visit_is_no_return() -> None:
    assert [line.kind for line in lines(summary=VisitSummary())] == [LineKind.FIRST_VISIT]


def test_two_visits_long_ago_make_no_regular() -> None:
    assert lines(summary=VisitSummary(2, NOW - 90 * DAY, NOW - 80 * DAY)) == ()


def test_stamps_owed_are_said() -> None:
    (line,) = lines(balance=-2)
    assert (line.kind, line.number) == (LineKind.STAMPS_OWED, 2)


@pytest.mark.parametrize(("days", "said"), [(1, True), (31, True), (32, False)])
def test_the_end_of_stamps_is_said_from_the_warning_on(days: int, said: bool) -> None:
    terms = replace(CARD.terms, expiry=Expiry(ExpiryBasis.IDLE, 6))
    card = card_view(replace(COFFEE, terms=(terms,)), 3, NOW)
    ends = Ending(3, NOW + days * DAY)
    customer, summary = Customer(1, "Noy"), VisitSummary(9, NOW - 90 * DAY, NOW - DAY)
    found = compose(customer, summary, (), (), (replace(card, ending=ends),), now=NOW, today=TODAY)
    line = GreetingLine(LineKind.STAMPS_ENDING, number=3, at=ends.at)
    assert found == ((line,) if said else ())


def test_birthdays_across_the_turn_of_the_year_and_in_leap_years() -> None:
    new_year = Birthday(1, 2)
    assert new_year.days_from(date(2026, 12, 30)) == 3
    assert Birthday(12, 30).days_from(date(2027, 1, 2)) == -3
    assert Birthday(2, 29).days_from(date(2027, 2, 28)) == 0
    assert Birthday(2, 29).days_from(date(2028, 2, 29)) == 0
    assert str(Birthday(4, 12)) == "--04-12"
    assert str(Birthday(4, 12, 1990)) == "1990-04-12"
