"""Whatever is done, in whatever order and by whatever clock: sums are sums, and nothing ends unannounced."""

import random
from contextlib import suppress
from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.cards import unspent
from frontdesk.domain.loyalty.programmes import Expiry, ExpiryBasis
from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.services.gesture import root_of
from frontdesk.storage.loyalty import stamping
from frontdesk.storage.trust.verifying.verify import verify_store
from tests.conftest import FakeClock

SEEDS = range(6)
STEPS = 250


class Shop:
    """Random gestures, and what must hold after each."""

    def __init__(self, desk: FrontDesk, clock: FakeClock, seed: int) -> None:
        self.desk, self.clock, self.rng = desk, clock, random.Random(seed)
        self.people = [
            desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(f"Customer {number}"))
            .result()
            .customer.id
            for number in range(4)
        ]
        self.gestures = list[bytes]()
        self.merges = list[int]()
        self.said = dict[int, int]()
        (programme,) = desk.programmes.all()
        rule = Expiry(
            self.rng.choice(list(ExpiryBasis)),
            self.rng.choice([1, 2]),
            14,
            spares_full=self.rng.random() < 0.5,
        )
        terms = replace(programme.terms_at(clock.at), expiry=rule)
        desk.submit(desk.programmes.change, desk.act(), programme.id, terms).result()

    def step(self) -> None:
        pace = (
            [self.day] * 8 + [self.stamp] * 4 + [self.redeem, self.undo, self.merge, self.unmerge, self.jump]
        )
        with suppress(Refused):
            self.rng.choice(pace)()
        self.check()

    def someone(self) -> int:
        return self.rng.choice(self.people[:-1])

    def day(self) -> None:
        """A day goes by, and one customer at least comes."""
        self.clock.forward(days=1)
        self.sweep()
        self.stamp(self.people[-1])

    def stamp(self, customer_id: int | None = None) -> None:
        desk, act = self.desk, self.desk.act()
        desk.submit(
            desk.loyalty.add_stamps, act, customer_id or self.someone(), self.rng.randint(1, 3)
        ).result()
        self.gestures.append(act.gesture)

    def redeem(self) -> None:
        act = self.desk.act()
        self.desk.submit(self.desk.loyalty.redeem, act, self.someone()).result()
        self.gestures.append(act.gesture)

    def undo(self) -> None:
        """Something of the last days, or an ending of any time."""
        endings = [
            entry.gesture
            for customer_id in self.people
            for entry in self.desk.loyalty.history(customer_id, 500)
            if entry.kind is EntryKind.EXPIRED
        ]
        gesture = self.rng.choice(self.gestures[-10:] + endings[:5])
        self.desk.submit(self.desk.loyalty.undo, self.desk.act(), gesture).result()

    def merge(self) -> None:
        kept, absorbed = self.rng.sample(self.people[:-1], 2)
        made = self.desk.submit(self.desk.merging.merge, self.desk.act(), kept, absorbed).result()
        self.merges.append(made.merge.id)

    def unmerge(self) -> None:
        if self.merges:
            merge_id = self.merges.pop(self.rng.randrange(len(self.merges)))
            self.desk.submit(self.desk.merging.unmerge, self.desk.act(), merge_id).result()

    def jump(self) -> None:
        """The clock is wrong for a sweep and a customer, and then right again."""
        began = self.clock.at
        self.clock.forward(days=self.rng.choice([-3000, -40, 40, 400]))
        before = self.balances()
        self.desk.expiring.sweep(self.clock.at)
        after = self.balances()
        assert all(self.said[id_] <= began for id_ in before if after[id_] != before[id_])
        self.stamp(self.people[-1])
        self.clock.at = began

    def sweep(self) -> None:
        before = self.balances()
        swept = self.desk.expiring.sweep(self.clock.at)
        after = self.balances()
        for customer_id, had in before.items():
            if after[customer_id] != had:
                root_id = root_of(self.desk.store.read(), customer_id)
                assert root_id in swept.ended
                assert self.said[customer_id] <= self.clock.at  # never before the day that was named

    def balances(self) -> dict[int, int]:
        return {id_: self.desk.loyalty.cards(id_, self.clock.at)[0].balance for id_ in self.people}

    def check(self) -> None:
        for customer_id in self.people:
            (card,) = self.desk.loyalty.cards(customer_id, self.clock.at)
            entries = self.desk.loyalty.history(customer_id, 10_000)
            assert card.balance == sum(entry.stamps for entry in entries)
            root_id = root_of(self.desk.store.read(), customer_id)
            lots = unspent(stamping.earned_lots(self.desk.store.read(), root_id, 1), card.balance)
            assert sum(lot.left for lot in lots) == max(card.balance, 0)
            assert card.ending is None or 0 < card.ending.stamps <= card.balance
            if card.ending is not None:
                self.said[customer_id] = card.ending.at


@pytest.fixture(params=SEEDS)
def shop(request: pytest.FixtureRequest, desk: FrontDesk, clock: FakeClock) -> Shop:
    return Shop(desk, clock, request.param)


def test_sums_are_sums_and_nothing_ends_unannounced(shop: Shop) -> None:
    for _ in range(STEPS):
        shop.step()
    assert verify_store(shop.desk.paths.store, [shop.desk.chain_key()]).faults == ()


def test_the_random_shops_do_end_stamps(desk: FrontDesk, clock: FakeClock) -> None:
    """Else the test above would be about nothing: all that can end has ended when a quiet time is over."""
    shop = Shop(desk, clock, 1)
    shop.jump = shop.day  # type: ignore[method-assign]
    for _ in range(STEPS):
        shop.step()
    for _ in range(110):
        shop.day()
        shop.check()
    assert all(desk.loyalty.cards(id_, clock.at)[0].ending is None for id_ in shop.people[:-1])
    kinds = {entry.kind for id_ in shop.people for entry in desk.loyalty.history(id_, 10_000)}
    assert {EntryKind.EXPIRED, EntryKind.REVERSED, EntryKind.REDEEMED} <= kinds
