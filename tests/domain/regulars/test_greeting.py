"""The order in which things are said: health, what we owe, what pleases, what is merely known."""

from dataclasses import replace
from datetime import date

import pytest

from frontdesk.domain.care.requests import RequestState, SpecialRequest
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.cards import CardView, Ending, card_view
from frontdesk.domain.loyalty.passes import Validity
from frontdesk.domain.loyalty.programmes import (
    Expiry,
    ExpiryBasis,
    PassTerms,
    Programme,
    ProgrammeKind,
    Terms,
    stamp_card,
)
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.people.customers import Birthday, Customer
from frontdesk.domain.people.facts import Fact, FactKind
from frontdesk.domain.regulars.greeting import OF_CARE, Greeting, GreetingLine, LineKind
from frontdesk.domain.regulars.greeting_lines import NO_PAST, Past, compose, rhythm
from frontdesk.domain.regulars.suggesting import Suggestion
from frontdesk.domain.regulars.visits import Product, VisitSummary

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
    past: Past = NO_PAST,
    news: tuple[GreetingLine, ...] = (),
    value: ValueReceived | None = None,
) -> tuple[GreetingLine, ...]:
    return compose(
        customer or Customer(1, "Noy"),
        summary or VisitSummary(9, NOW - 90 * DAY, NOW - DAY),
        facts,
        requests,
        (card_view(COFFEE, balance, NOW),),
        now=NOW,
        today=TODAY,
        past=past,
        news=news,
        value=value,
    )


def greeting(*kinds: LineKind, suggestion: Suggestion | None = None) -> Greeting:
    found = tuple(GreetingLine(kind) for kind in sorted(kinds))
    return Greeting(Customer(1, "Noy"), (), VisitSummary(), found, suggestion=suggestion)


STATED_ORDER = [
    ("allergy", {LineKind.ALLERGY}),
    ("recovery to mention", {LineKind.RECOVERY}),
    ("promise due", {LineKind.REQUEST_READY, LineKind.REQUEST_DUE}),
    ("reward ready", {LineKind.REWARD_READY}),
    ("birthday or anniversary", {LineKind.BIRTHDAY, LineKind.ANNIVERSARY}),
    ("back after long", {LineKind.BACK_AFTER_LONG}),
    ("a preference to check", {LineKind.PREFERENCE_TO_CHECK}),
    ("new since last time", {LineKind.PRICE_SINCE, LineKind.NEW_SINCE}),
]
PAIRS = [
    pytest.param(one, other, id=f"{first} before {second}")
    for place, (first, ones) in enumerate(STATED_ORDER)
    for second, others in STATED_ORDER[place + 1 :]
    for one in ones
    for other in others
]


@pytest.mark.parametrize(("earlier", "later"), PAIRS)
def test_of_two_lines_the_one_that_is_stated_first_is_the_loud_one(
    earlier: LineKind, later: LineKind
) -> None:
    shown = greeting(later, earlier)
    assert shown.loud is not None
    assert shown.loud.kind is earlier
    assert [line.kind for line in shown.quiet] == [later]


@pytest.mark.parametrize("kind", [LineKind.PREFERENCE, LineKind.REQUEST_OPEN, LineKind.NOTE, LineKind.VALUE])
def test_what_is_only_good_to_know_never_shouts(kind: LineKind) -> None:
    assert greeting(kind).loud is None
    assert [line.kind for line in greeting(kind).quiet] == [kind]


def test_of_all_lines_at_once_one_is_loud_and_none_is_lost() -> None:
    shown = greeting(*LineKind)
    assert shown.loud is not None
    assert shown.loud.kind is LineKind.ALLERGY
    others = sorted(set(LineKind) - {LineKind.ALLERGY, LineKind.BIRTHDAY})
    assert [line.kind for line in shown.quiet] == [LineKind.BIRTHDAY, *others], "it is today"


def test_what_is_new_is_not_said_twice_where_it_is_offered() -> None:
    offered = Suggestion(Product(3, "Lime soda"), since=NOW)
    shown = greeting(LineKind.REWARD_READY, LineKind.NEW_SINCE, LineKind.NOTE, suggestion=offered)
    assert [line.kind for line in shown.quiet] == [LineKind.NOTE]
    along = replace(offered, since=None, along=Product(1, "Lao coffee"))
    shown = greeting(LineKind.REWARD_READY, LineKind.NEW_SINCE, suggestion=along)
    assert [line.kind for line in shown.quiet] == [LineKind.NEW_SINCE]


def test_what_must_be_minded_comes_before_all_that_pleases() -> None:
    assert max(OF_CARE) < LineKind.REWARD_READY


def test_all_allergies_are_one_line_so_that_none_is_the_quieter() -> None:
    facts = (Fact(1, FactKind.ALLERGY, "nuts", NOW - DAY), Fact(2, FactKind.ALLERGY, "milk", NOW))
    (line,) = lines(facts=facts)
    assert (line.kind, line.text, line.at) == (LineKind.ALLERGY, "nuts, milk", NOW)


@pytest.mark.parametrize(("age", "kind"), [(0, LineKind.PREFERENCE), (1, LineKind.PREFERENCE_TO_CHECK)])
def test_what_somebody_likes_is_asked_again_after_a_year(age: int, kind: LineKind) -> None:
    fact = Fact(1, FactKind.PREFERENCE, "oat milk", NOW - 365 * DAY - age)
    (line,) = lines(facts=(fact,))
    assert (line.kind, line.text, line.fact) == (kind, "oat milk", fact)


@pytest.mark.parametrize(
    ("first_day", "years"),
    [
        (date(2025, 11, 19), 1),
        (date(2024, 11, 13), 2),
        (date(2024, 11, 12), None),
        (date(2024, 11, 20), None),
        (date(2023, 11, 19), None),
        (date(2021, 11, 19), 5),
        (date(2016, 11, 18), 10),
        (date(2026, 11, 19), None),
    ],
)
def test_an_anniversary_is_said_in_its_week_and_only_a_round_one(first_day: date, years: int | None) -> None:
    found = lines(past=Past(NOW - 9 * DAY, first_day))
    assert [(line.kind, line.number) for line in found] == (
        [(LineKind.ANNIVERSARY, years)] if years is not None else []
    )


def test_an_anniversary_over_the_turn_of_the_year() -> None:
    customer, summary = Customer(1, "Noy"), VisitSummary(9, NOW - 90 * DAY, NOW - DAY)
    past = Past(NOW, date(2024, 12, 29))
    (line,) = compose(customer, summary, (), (), (), now=NOW, today=date(2027, 1, 2), past=past)
    assert line.number == 2


@pytest.mark.parametrize(
    ("every", "away", "said"),
    [
        (1, 14, False),
        (1, 15, True),
        (3, 15, True),
        (7, 21, False),
        (7, 22, True),
        (30, 60, False),
        (30, 91, True),
    ],
)
def test_long_is_by_their_own_rhythm(every: int, away: int, said: bool) -> None:
    last = NOW - away * DAY
    past = Past(visited=tuple(last - ago * every * DAY for ago in range(6)))
    found = lines(summary=VisitSummary(6, past.visited[-1], last), past=past)
    expected = GreetingLine(LineKind.BACK_AFTER_LONG, number=away, at=last, every=every)
    assert found == ((expected,) if said else ())


def test_one_holiday_does_not_change_a_rhythm_and_few_visits_have_none() -> None:
    days = (0, 3, 6, 40, 43, 46)
    assert rhythm([NOW - day * DAY for day in days]) == 3
    assert rhythm([NOW - day * DAY for day in days[:4]]) == 0


def test_what_they_have_had_is_told_once() -> None:
    value = ValueReceived(3, 3, 75_000, NOW - 90 * DAY)
    assert [line.kind for line in lines(value=value)] == [LineKind.VALUE]
    dearer = GreetingLine(LineKind.PRICE_SINCE, product=Product(1, "Lao coffee", 28_000), value=value)
    for balance, quiet in ((0, []), (11, [LineKind.PRICE_SINCE, LineKind.VALUE])):
        found = lines(value=value, news=(dearer,), balance=balance)
        shown = Greeting(Customer(1, "Noy"), (), VisitSummary(), found)
        assert [line.kind for line in shown.quiet] == quiet, (
            "the value beside a price is seen where that is loud"
        )
    assert lines(value=ValueReceived()) == ()


def test_everything_at_once_is_said_in_the_stated_order() -> None:
    said = lines(
        Customer(1, "Noy", birthday=Birthday(11, 20)),
        VisitSummary(9, NOW - 90 * DAY, NOW - 60 * DAY),
        (
            Fact(1, FactKind.NOTE, "tall", NOW),
            Fact(2, FactKind.PREFERENCE, "oat", NOW),
            Fact(3, FactKind.ALLERGY, "nuts", NOW),
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


@pytest.mark.parametrize(
    ("ago", "said"),
    [(DAY // 24, []), (DAY, [LineKind.SECOND_VISIT]), (60 * DAY, [LineKind.SECOND_VISIT]), (61 * DAY, [])],
)
def test_who_was_here_once_lately_is_asked_whether_all_is_well(ago: int, said: list[LineKind]) -> None:
    """Not while the first visit may still be going on, and not after months."""
    found = lines(summary=VisitSummary(1, NOW - ago, NOW - ago))
    assert [line.kind for line in found] == said


def test_who_is_missed_is_told_by_who_knows_better() -> None:
    last = NOW - 90 * DAY
    past = Past(visited=tuple(last - ago * 3 * DAY for ago in range(6)))
    missed = GreetingLine(LineKind.BACK_AFTER_LONG, number=80, every=3)
    found = compose(
        Customer(1, "Noy"),
        VisitSummary(6, past.visited[-1], last),
        (),
        (),
        (),
        now=NOW,
        today=TODAY,
        past=past,
        told=(missed,),
    )
    assert found == (missed,)


@pytest.mark.parametrize(("days", "kind"), [(3, LineKind.PASS_ENDING), (90, LineKind.PASS_VALID)])
def test_until_when_a_pass_is_valid_is_always_told_and_loud_only_near_its_end(
    days: int, kind: LineKind
) -> None:
    gym = Programme(2, CARD.look, (Terms(passes=PassTerms(10)),), ProgrammeKind.PASS)
    card = CardView(gym, gym.terms[0], 7, validity=Validity(NOW + days * DAY, 7, 10))
    customer, summary = Customer(1, "Noy"), VisitSummary(9, NOW - 90 * DAY, NOW - DAY)
    (line,) = compose(customer, summary, (), (), (card,), now=NOW, today=TODAY)
    assert (line.kind, line.at, line.card) == (kind, NOW + days * DAY, card)


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
