"""What customers are worth is what a naive recount of the rows comes to, and for managers only."""

import random
from contextlib import suppress
from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.programmes import Accrual, Basis, Look, ProgrammeDraft, Reward, Terms
from frontdesk.domain.office.worth import Returned, WorthReport
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from tests.conftest import FakeClock
from tests.services.office.worth_recount import DAY, YEAR, Recount

PEOPLE = 14
ACTS = 260


def report(desk: FrontDesk) -> WorthReport:
    made = desk.worth.report(desk.act())
    assert made is not None
    return made


def enrol(desk: FrontDesk, name: str) -> int:
    found: int = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id
    return found


def come(desk: FrontDesk, customer_id: int, *days_ago: float) -> None:
    for ago in days_ago:
        act = desk.act(desk.now() - int(ago * DAY))
        desk.submit(desk.loyalty.add_stamps, act, customer_id).result()


def sell(desk: FrontDesk, name: str, price: int) -> int:
    product = desk.submit(desk.shop.add_product, desk.act(), Product(0, name, price)).result().product
    assert product is not None
    return product.id


class Life:
    """Two years of a shop at random: visits by three of the staff, slips taken back, people merged, gone,
    forgotten, brought along; and terms that change.
    """

    def __init__(self, desk: FrontDesk, seed: int) -> None:
        self.desk, self.dice = desk, random.Random(seed)
        self.now = desk.now()
        self.people = [enrol(desk, f"Person {number}") for number in range(PEOPLE)]
        self.products = [sell(desk, "Latte", 25_000), sell(desk, "Water", 0), sell(desk, "Cake", 40_000)]
        by_amount = Terms((Reward(1, 3, Said("cake")),), Accrual(Basis.AMOUNT, step=30_000))
        desk.submit(desk.programmes.add, desk.act(), ProgrammeDraft(Look(Said("Money")), by_amount)).result()
        self.staff = [desk.staff_id] + [
            desk.submit(desk.staffing.add_staff, desk.act(), name, Role.MANAGER).result().id
            for name in ("Kham", "Noi")
        ]
        self.done: list[bytes] = []
        self.brought: list[bytes] = []

    def live(self) -> None:
        times = sorted(self.now - self.dice.randrange(2 * YEAR) for _ in range(ACTS))
        for number, at in enumerate(times):
            with suppress(Refused):
                self._one(at)
            if number == ACTS // 2:
                self._dearer(at)
        for each in (self._merge, self._merge, self._leave, self._forget):
            with suppress(Refused):
                each()

    def _one(self, at: int) -> None:
        desk, dice = self.desk, self.dice
        act = replace(desk.act(at), staff_id=dice.choice(self.staff))
        who = self.people[int(PEOPLE * dice.random() ** 2)]
        match dice.randrange(10):
            case 0 | 1 | 2:
                desk.submit(desk.loyalty.add_stamps, act, who, dice.randrange(1, 4)).result()
            case 3 | 4:
                bought = dice.choices(self.products, k=dice.randrange(1, 3))
                desk.submit(desk.loyalty.add_items, act, who, bought).result()
            case 5:
                desk.submit(desk.loyalty.add_amount, act, who, dice.randrange(10_000, 90_000)).result()
            case 6:
                product = dice.choice([None, self.products[0]])
                desk.submit(desk.loyalty.redeem, act, who, product_id=product).result()
            case 7 if self.done:
                desk.submit(desk.loyalty.undo, act, dice.choice(self.done)).result()
            case 8:
                desk.submit(desk.referrals.brought, act, who, dice.choice(self.people)).result()
                self.brought.append(act.gesture)
            case 9 if self.brought:
                desk.submit(desk.referrals.undo, act, dice.choice(self.brought)).result()
        self.done.append(act.gesture)

    def _dearer(self, at: int) -> None:
        programme = self.desk.programmes.all()[0]
        terms = replace(programme.terms[0], rewards=(Reward(1, 7, Said("coffee")),))
        self.desk.submit(self.desk.programmes.change, self.desk.act(at), programme.id, terms).result()

    def _merge(self) -> None:
        kept, absorbed = self.dice.sample(self.people, 2)
        self.desk.submit(self.desk.merging.merge, self.desk.act(), kept, absorbed).result()

    def _leave(self) -> None:
        self.desk.submit(self.desk.leaving.leave, self.desk.act(), self.dice.choice(self.people)).result()

    def _forget(self) -> None:
        forget(self.desk, self.dice.choice(self.people))


def forget(desk: FrontDesk, customer_id: int) -> None:
    def erase() -> None:
        sql = (
            "UPDATE customer SET erased_at = ?1 WHERE root_id = (SELECT root_id FROM customer WHERE id = ?2)"
        )
        desk.store.write().run(sql, (desk.now(), customer_id))

    desk.store.submit(erase).result()


@pytest.mark.parametrize("seed", range(8))
def test_every_figure_is_what_a_naive_recount_comes_to(desk: FrontDesk, seed: int) -> None:
    Life(desk, seed).live()
    found, naive = report(desk), Recount(desk, desk.now())
    new, again, not_again = naive.returned()
    assert (found.returned.of, found.returned.again, set(found.returned.not_again)) == (new, again, not_again)
    gaps = naive.gaps()
    assert list(found.rhythm.people) == sorted(gaps, key=lambda who: (gaps[who], who))
    assert sum(found.rhythm.steps) == len(gaps)
    visits, priced, spent = naive.paid()
    assert (found.ticket.visits, found.ticket.priced, found.ticket.total) == (visits, priced, spent.total())
    assert set(found.ticket.people) == {who for who, sum_ in spent.items() if sum_ and naive.listed(who)}
    assert {face.staff_id: set(face.people) for face in found.faces} == naive.faces()
    assert {(each.friend_id, each.referrer_id, each.visits) for each in found.brought} == naive.brought()
    ready, left, owed = naive.owed()
    assert (found.debt.free, found.debt.on_the_way) == (ready, left)
    assert {each.customer_id: each.free for each in found.debt.first} == owed
    assert set(found.debt.people) == owed.keys()
    ever = found.savings.ever
    assert (ever.rewards, ever.priced, ever.worth) == naive.taken()


def test_a_new_shop_has_nothing_to_say_and_says_so(desk: FrontDesk) -> None:
    found = report(desk)
    assert (found.returned, found.regulars, found.ticket.visits) == (Returned(), 0, 0)
    assert (found.debt.free, found.faces, found.brought, found.coming.known) == (0, (), (), False)


def test_whoever_came_yesterday_has_time_to_come_again(desk: FrontDesk) -> None:
    come(desk, enrol(desk, "Maly"), 1)
    assert report(desk).returned.of == 0


def test_a_second_coffee_on_the_same_day_is_not_coming_again(desk: FrontDesk) -> None:
    come(desk, enrol(desk, "Maly"), 70, 69.8)
    come(desk, enrol(desk, "Noy"), 70, 20)
    assert report(desk).returned == Returned(2, 1, (1,))


def test_a_visit_that_was_a_slip_is_not_coming_again(desk: FrontDesk) -> None:
    maly = enrol(desk, "Maly")
    come(desk, maly, 70)
    act = desk.act(desk.now() - 20 * DAY)
    desk.submit(desk.loyalty.add_stamps, act, maly).result()
    assert report(desk).returned == Returned(1, 1)
    desk.submit(desk.loyalty.undo, desk.act(), act.gesture).result()
    assert report(desk).returned == Returned(1, 0, (maly,))


def test_the_debt_in_money_is_the_price_of_what_the_rewards_give(desk: FrontDesk) -> None:
    latte = sell(desk, "Latte", 25_000)
    programme = desk.programmes.all()[0]
    terms = replace(programme.terms[0], rewards=(Reward(1, 5, Said("latte"), products=(latte,)),))
    desk.submit(desk.programmes.change, desk.act(), programme.id, terms).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), enrol(desk, "Maly"), 12).result()
    debt = report(desk).debt
    assert (debt.free, debt.priced, debt.worth) == (2, 2, 50_000)
    assert (debt.on_the_way, debt.way_worth) == (2, 10_000)


def test_a_shop_of_a_year_says_what_its_regulars_will_bring(desk: FrontDesk) -> None:
    latte = sell(desk, "Latte", 20_000)
    for number in range(12):
        who = enrol(desk, f"Person {number}")
        for ago in range(200, 0, -6 - number):
            desk.submit(desk.loyalty.add_items, desk.act(desk.now() - ago * DAY), who, (latte,)).result()
    coming = report(desk).coming
    assert (coming.known, coming.in_money, coming.regulars) == (True, True, 12)
    assert 20_000 * 10 < coming.low < coming.high < 20_000 * 80
    assert coming.first[0][0] == 1
    assert report(desk).coming == coming


def test_a_cashier_is_refused_and_a_stop_is_heard(desk: FrontDesk, clock: FakeClock) -> None:
    told = list[tuple[int, int]]()
    desk.worth.report(desk.act(), progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == list(range(len(told)))
    assert all(done < total for done, total in told)
    assert desk.worth.report(desk.act(), cancelled=lambda: True) is None
    cashier = desk.submit(desk.staffing.add_staff, desk.act(), "Maly P.", Role.CASHIER).result()
    desk.take_over(cashier.id).result()
    with pytest.raises(Refused) as caught:
        report(desk)
    assert caught.value.code is RefusalCode.ONLY_MANAGER
