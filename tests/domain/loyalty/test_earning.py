"""Accrual rules, purchase by purchase."""

from datetime import date, datetime

import pytest

from frontdesk.domain.loyalty.earning import Earned, Purchase, SoFar, earned, factor
from frontdesk.domain.loyalty.programmes import Accrual, Basis, Boost
from frontdesk.domain.regulars.visits import Product

COFFEE = Product(1, "coffee", stamps=1, category="hot")
BEANS = Product(2, "beans", stamps=4)
WATER = Product(3, "water", stamps=0)
THURSDAY = datetime(2026, 11, 19, 8, 30)
ITEM = Accrual()
VISIT = Accrual(Basis.VISIT)
AMOUNT = Accrual(Basis.AMOUNT, step=10_000)


@pytest.mark.parametrize(
    ("rule", "purchase", "so_far", "wanted"),
    [
        (ITEM, Purchase(taps=3), SoFar(), Earned(3)),
        (ITEM, Purchase(items=(COFFEE, BEANS, WATER)), SoFar(), Earned(5)),
        (Accrual(products=(2,)), Purchase(items=(COFFEE, BEANS)), SoFar(), Earned(1)),
        (Accrual(products=(2,), categories=("hot",)), Purchase(items=(COFFEE, BEANS)), SoFar(), Earned(2)),
        (Accrual(categories=("hot",), stamps=3), Purchase(items=(COFFEE, COFFEE)), SoFar(), Earned(6)),
        (Accrual(categories=("hot",), stamps=3), Purchase(taps=2), SoFar(), Earned(6)),
        (VISIT, Purchase(taps=1), SoFar(), Earned(1)),
        (VISIT, Purchase(taps=1), SoFar(in_visit=1), Earned(0)),
        (VISIT, Purchase(taps=1, people=3), SoFar(in_visit=1), Earned(2)),
        (Accrual(Basis.VISIT, stamps=2), Purchase(items=(WATER,)), SoFar(), Earned(2)),
        (AMOUNT, Purchase(amount=25_000), SoFar(), Earned(2)),
        (AMOUNT, Purchase(amount=6_000), SoFar(amount=6_000), Earned(1)),
        (AMOUNT, Purchase(amount=6_000), SoFar(amount=14_000, for_amount=1), Earned(1)),
        (AMOUNT, Purchase(amount=5_000), SoFar(amount=14_000, for_amount=1), Earned(0)),
        (Accrual(Basis.AMOUNT, stamps=5, step=100), Purchase(amount=299), SoFar(), Earned(10)),
        (Accrual(most_per_visit=2), Purchase(taps=5), SoFar(), Earned(2, clipped=3)),
        (Accrual(most_per_visit=2), Purchase(taps=5, people=2), SoFar(in_visit=1), Earned(3, clipped=2)),
        (Accrual(most_per_day=3), Purchase(taps=2), SoFar(today=2), Earned(1, clipped=1)),
        (Accrual(most_per_day=3), Purchase(taps=2), SoFar(today=9), Earned(0, clipped=2)),
        (Accrual(most_per_visit=2, most_per_day=1), Purchase(taps=2), SoFar(), Earned(1, clipped=1)),
    ],
)
def test_what_a_purchase_earns(rule: Accrual, purchase: Purchase, so_far: SoFar, wanted: Earned) -> None:
    assert earned(rule, purchase, so_far, THURSDAY) == wanted


def test_a_double_hour_comes_on_top_and_a_cap_counts_without_it() -> None:
    rule = Accrual(most_per_visit=2, boosts=(Boost(2), Boost(3, from_minute=8 * 60, to_minute=9 * 60)))
    assert earned(rule, Purchase(taps=5), SoFar(), THURSDAY) == Earned(2, boost=4, clipped=3)


NIGHT = Boost(2, weekdays=(3,), from_minute=22 * 60, to_minute=2 * 60)


@pytest.mark.parametrize(
    ("boost", "moment", "wanted"),
    [
        (Boost(2, weekdays=(3,)), THURSDAY, 2),
        (Boost(2, weekdays=(4,)), THURSDAY, 1),
        (Boost(2, from_minute=510, to_minute=511), THURSDAY, 2),
        (Boost(2, from_minute=511), THURSDAY, 1),
        (Boost(2, to_minute=510), THURSDAY, 1),
        (Boost(2, first_day=date(2026, 11, 19), last_day=date(2026, 11, 19)), THURSDAY, 2),
        (Boost(2, first_day=date(2026, 11, 20)), THURSDAY, 1),
        (Boost(2, last_day=date(2026, 11, 18)), THURSDAY, 1),
        (NIGHT, datetime(2026, 11, 19, 22, 0), 2),
        (NIGHT, datetime(2026, 11, 20, 1, 59), 2),  # still Thursday's night
        (NIGHT, datetime(2026, 11, 20, 2, 0), 1),
        (NIGHT, datetime(2026, 11, 19, 1, 0), 1),  # Wednesday's
        (NIGHT, datetime(2026, 11, 19, 21, 59), 1),
    ],
)
def test_when_it_counts_double(boost: Boost, moment: datetime, wanted: int) -> None:
    assert factor((boost,), moment) == wanted
