"""What no programme can promise, and the last that it still can."""

from dataclasses import replace

import pytest

from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    PassTerms,
    ProgrammeKind,
    Reward,
    RewardKind,
    Terms,
)
from frontdesk.domain.loyalty.terms_checks import BadTerms, TermsFault, check_terms
from frontdesk.domain.said import Said

STAMPS, PASS, MEMBERSHIP = ProgrammeKind.STAMPS, ProgrammeKind.PASS, ProgrammeKind.MEMBERSHIP
COFFEE = Reward(1, 5, Said("coffee"))
PERCENT = replace(COFFEE, kind=RewardKind.PERCENT_OFF, value=10)
LESS = replace(COFFEE, kind=RewardKind.AMOUNT_OFF, value=10)
TRILLION = 10**12
TEN = PassTerms(visits=10)
AGE = Expiry(ExpiryBasis.AGE, 6)


def reward(**facts: object) -> Terms:
    return Terms((replace(COFFEE, **facts),))  # type: ignore[arg-type]


def rule(accrual: Accrual) -> Terms:
    return Terms((COFFEE,), accrual)


def fault(kind: ProgrammeKind, terms: Terms) -> TermsFault | None:
    try:
        check_terms(kind, terms)
    except BadTerms as bad:
        return bad.fault
    return None


EDGES = [
    (TermsFault.PERCENT, *(Terms((replace(PERCENT, value=value),)) for value in (1, 100, 0, 101, 500, -5))),
    (
        TermsFault.MONEY,
        *(Terms((replace(LESS, value=value),)) for value in (1, TRILLION, 0, -1, TRILLION + 1)),
    ),
    (TermsFault.MONEY, *(reward(value=value) for value in (0, TRILLION, -1, TRILLION + 1))),
    (TermsFault.MONEY, *(reward(up_to=up_to) for up_to in (None, TRILLION, 0, -1, TRILLION + 1))),
    (TermsFault.PRICE, *(reward(price=price) for price in (1, 200, 0, 201))),
    (TermsFault.TOO_MANY_NAMED, *(reward(products=tuple(range(n))) for n in (0, 200, 201))),
    (TermsFault.TOO_MANY_NAMED, *(reward(categories=("hot",) * n) for n in (0, 200, 201))),
    (TermsFault.TOO_MANY_NAMED, *(rule(Accrual(products=tuple(range(n)))) for n in (0, 200, 201))),
    (TermsFault.TOO_MANY_NAMED, *(rule(Accrual(categories=("hot",) * n)) for n in (0, 200, 201))),
    (TermsFault.MONEY, *(rule(Accrual(Basis.AMOUNT, step=step)) for step in (1, TRILLION, TRILLION + 1))),
    (TermsFault.NO_STEP, *(rule(Accrual(Basis.AMOUNT, step=step)) for step in (1, 2, 0, -1))),
    (TermsFault.FACTOR, *(rule(Accrual(boosts=(Boost(factor),))) for factor in (2, 10, 1, 11, 1000, 0, -2))),
    (TermsFault.TOO_MANY_HOURS, *(rule(Accrual(boosts=(Boost(),) * n)) for n in (0, 20, 21))),
    (TermsFault.BIRTHDAY, *(Terms((COFFEE,), gifts=Gifts(birthday_days=days)) for days in (0, 60, 61, -1))),
    (TermsFault.MONTHS, *(Terms((COFFEE,), expiry=replace(AGE, months=n)) for n in (1, 120, 0, 121))),
    (TermsFault.WARNING, *(Terms((COFFEE,), expiry=replace(AGE, warn_days=n)) for n in (1, 365, 366))),
]
"""A fault, the two terms at the edges of what can be, and some beyond."""

PASS_EDGES = [
    (TermsFault.PERIOD, *(replace(TEN, months=months) for months in (1, 120, 121, 10**6))),
    (TermsFault.PERIOD, *(replace(TEN, days=days) for days in (0, 365, 366, 10**6))),
    (TermsFault.VISITS, *(replace(TEN, visits=visits) for visits in (1, 1000, 1001, 10**6))),
    (TermsFault.MONEY, *(replace(TEN, price=price) for price in (0, TRILLION, TRILLION + 1, -1))),
    (TermsFault.WARNING, *(replace(TEN, warn_days=days) for days in (0, 365, 366, -1))),
]


@pytest.mark.parametrize(("named", "least", "most", "beyond"), [(f, a, b, rest) for f, a, b, *rest in EDGES])
def test_terms_of_stamps_have_their_edges(
    named: TermsFault, least: Terms, most: Terms, beyond: list[Terms]
) -> None:
    assert [fault(STAMPS, terms) for terms in (least, most)] == [None, None]
    assert [fault(STAMPS, terms) for terms in beyond] == [named] * len(beyond)


@pytest.mark.parametrize(
    ("named", "least", "most", "beyond"), [(f, a, b, rest) for f, a, b, *rest in PASS_EDGES]
)
def test_a_pass_has_its_edges(
    named: TermsFault, least: PassTerms, most: PassTerms, beyond: list[PassTerms]
) -> None:
    assert [fault(PASS, Terms(passes=each)) for each in (least, most)] == [None, None]
    assert [fault(PASS, Terms(passes=each)) for each in beyond] == [named] * len(beyond)


def test_a_membership_counts_no_visits_and_a_pass_does() -> None:
    assert fault(MEMBERSHIP, Terms(passes=PassTerms())) is None
    assert fault(MEMBERSHIP, Terms(passes=TEN)) is TermsFault.NUMBER
    assert fault(PASS, Terms(passes=PassTerms())) is TermsFault.NUMBER
