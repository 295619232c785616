"""Whatever happened before: a move that is taken back leaves every card as it was, and the store in order."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.programmes import Accrual, Basis, Boost, Gifts, stamp_card
from frontdesk.domain.loyalty.stamping import GoodwillReason, StampOutcome
from frontdesk.domain.refusals import Refused
from tests.conftest import FakeClock
from tests.services.counter_acts import (
    buy,
    enrol,
    in_order,
    merge,
    move,
    pay,
    promise,
    redeem,
    sell,
    tap,
    undo,
)

STEPS = 30
PAUSES = (0, 0, 5, 40, 1_440, 3_000)


class Counter:
    """A shop with drawn rules and four people, at which drawn things happen."""

    def __init__(self, desk: FrontDesk, chance: random.Random) -> None:
        self.desk, self.chance = desk, chance
        self.done = list[StampOutcome]()
        gifts = Gifts(welcome=chance.choice((0, 2)), friend=chance.choice((0, 1)), referrer=1)
        promise(desk, self._accrual(), gifts)
        second = stamp_card("Tea card", 5, "tea")
        second = replace(second, terms=replace(second.terms, accrual=self._accrual(), gifts=gifts))
        desk.submit(desk.programmes.add, desk.act(), second).result()
        self.products = [sell(desk, name, stamps) for name, stamps in (("Tea", 1), ("Soup", 2), ("Cake", 0))]
        self.people = [enrol(desk, name) for name in ("Noy", "Keo", "Lu", "Bo")]
        desk.submit(desk.referrals.brought, desk.act(), *self.people[:2]).result()

    def _accrual(self) -> Accrual:
        return Accrual(
            basis := self.chance.choice(list(Basis)),
            step=10_000 if basis is Basis.AMOUNT else 0,
            most_per_visit=self.chance.choice((None, 2, 3)),
            most_per_day=self.chance.choice((None, None, 4)),
            boosts=self.chance.choice(((), (Boost(),))),
        )

    def anything(self) -> None:
        """One drawn act; a refused one changes nothing."""
        who, pick = self.chance.choice(self.people), self.chance.choice
        acts: Sequence[Callable[[], StampOutcome | int]] = (
            lambda: tap(self.desk, who, pick((1, 2))),
            lambda: buy(self.desk, who, pick(self.products)),
            lambda: pay(self.desk, who, pick((3_000, 6_000, 25_000))),
            lambda: redeem(self.desk, who),
            lambda: self._thank(who),
            lambda: undo(self.desk, pick(self.done)),
            lambda: move(self.desk, pick(self.done), who),
            lambda: merge(self.desk, who, pick(self.people)) if self.chance.random() < 0.2 else 0,
        )
        try:
            outcome = pick(acts)()
        except (Refused, IndexError):  # nothing was done yet that could be taken back
            return
        if isinstance(outcome, StampOutcome):
            self.done.append(outcome)

    def there_and_back(self) -> bool:
        """Move something and take that back; was there anything that could be moved?"""
        try:
            moved = move(self.desk, self.chance.choice(self.done), self.chance.choice(self.people))
        except (Refused, IndexError):
            return False
        self.done.append(undo(self.desk, moved))
        return True

    def cards(self) -> list[tuple[int, int, int]]:
        """Programme, person, balance: what is reckoned anew may lie on another card of the same person."""
        found = self.desk.store.read().run(
            "SELECT k.programme_id, c.root_id, sum(k.balance) FROM card AS k"
            " JOIN customer AS c ON c.id = k.customer_id GROUP BY 1, 2 ORDER BY 1, 2"
        )
        return [(programme, customer, balance) for programme, customer, balance in found if balance]

    def _thank(self, who: int) -> StampOutcome:
        give, reason = self.desk.goodwill.give, GoodwillReason.WAITED
        return self.desk.submit(give, self.desk.act(), who, reason).result()


@pytest.mark.parametrize("seed", range(16))
def test_there_and_back_is_as_before(desk: FrontDesk, clock: FakeClock, seed: int) -> None:
    chance = random.Random(seed)
    counter, trips = Counter(desk, chance), 0
    for _ in range(STEPS):
        clock.forward(minutes=chance.choice(PAUSES))
        counter.anything()
        before = counter.cards()
        trips += counter.there_and_back()
        assert counter.cards() == before
    assert trips > 0
    in_order(desk)
