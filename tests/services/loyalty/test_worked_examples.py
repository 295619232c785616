"""What other systems' public documents say should happen, lived through the real services on a real store."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import singledispatchmethod
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.programmes import Look, ProgrammeDraft, ProgrammeKind, Terms
from frontdesk.domain.loyalty.stamping import GoodwillReason, StampOutcome
from frontdesk.domain.people.customers import Birthday, CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.domain.said import Said
from frontdesk.domain.shop import ShopSettings
from frontdesk.services.gesture import begin
from frontdesk.storage.importing import imports
from tests.conftest import FakeClock
from tests.services.loyalty.worked_examples import CASES
from tests.services.loyalty.worked_examples import vocabulary as told

ZONE = ZoneInfo("Asia/Vientiane")
FEWEST = 40


class Shop:
    """One example's shop: the acts of the table, done at the counter."""

    def __init__(self, desk: FrontDesk, clock: FakeClock, case: told.Case) -> None:
        self.desk, self.clock, self.case = desk, clock, case
        self.people: dict[str, int] = {}
        self.done: dict[int, tuple[Act, Callable[..., Any], tuple[Any, ...], dict[str, Any], Any]] = {}
        self.place = 0
        self.products = self._open()
        self.programmes = [self._add(terms, case.kind) for terms in (case.terms, *case.also)]

    def live(self) -> None:
        """Do every act of the case, in order."""
        for place, act in enumerate(self.case.acts):
            self.place = place
            match act:
                case told.Parked(what):
                    self._come_to(what)
                    self.desk.greetings.open(self._who(what.who), self.clock())
                case told.Fails(what, code, short):
                    with pytest.raises(Refused) as refused:
                        self._do(what)
                    assert code is None or refused.value.code is code
                    assert short is None or refused.value.facts["short"] == short
                case _:
                    self._do(act)

    def held(self, wanted: told.Held) -> told.Held:
        """What stands at the end, in the words of the table."""
        id_ = self.programmes[wanted.programme]
        card = self.card(wanted.who, id_)
        if card is None:
            return replace(wanted, balance=0, ready=tuple(0 for _ in wanted.ready))
        times = {offer.reward.number: offer.times for offer in card.offers if not offer.kept}
        ready = tuple(times.get(reward.number, 0) for reward in card.terms.rewards)
        return replace(wanted, balance=card.balance, ready=ready if wanted.ready else ())

    def card(self, who: str, programme_id: int) -> CardView | None:
        now, customer = self.clock(), self._who(who)
        cards = [*self.desk.loyalty.cards(customer, now)]
        if self.case.kind is not ProgrammeKind.STAMPS:
            cards += self.desk.passes.cards(customer, now)
        return next((card for card in cards if card.programme.id == programme_id), None)

    def _open(self) -> dict[int, int]:
        desk = self.desk
        self.clock.at = self._moment(0, "7:00")
        first = ProgrammeDraft(Look(Said("until the case's own is there")), self.case.terms, self.case.kind)
        settings = ShopSettings(name="Example", zone=str(ZONE))
        placeholder = told.by_item(5)
        draft = replace(first, terms=placeholder, kind=ProgrammeKind.STAMPS)
        self._wait(desk.submit(desk.shop.open_shop, desk.act(), settings, draft))
        retired = desk.programmes.all()[0].id
        self._wait(desk.submit(desk.programmes.retire, desk.act(), retired))
        ids = {}
        for product in told.MENU:
            saved = self._wait(desk.submit(desk.shop.add_product, desk.act(), product))
            ids[product.id] = saved.product.id
        return ids

    def _add(self, terms: Terms, kind: ProgrammeKind) -> int:
        draft = ProgrammeDraft(Look(Said("card")), self._ours(terms), kind)
        saved = self._wait(self.desk.submit(self.desk.programmes.add, self.desk.act(), draft))
        return int(saved.programme.id)

    def _ours(self, terms: Terms) -> Terms:
        """The terms with the shop's own products in the place of the menu's numbers."""
        named = tuple(self.products[number] for number in terms.accrual.products)
        rewards = tuple(
            replace(reward, products=tuple(self.products[number] for number in reward.products))
            for reward in terms.rewards
        )
        return replace(terms, accrual=replace(terms.accrual, products=named), rewards=rewards)

    def _who(self, who: str) -> int:
        if who not in self.people:
            birthdays = {name: Birthday(day.month, day.day) for name, day in self.case.birthdays}
            draft = CustomerDraft(f"Customer {who}", birthday=birthdays.get(who))
            enrolled = self._wait(
                self.desk.submit(self.desk.customers.enrol, self.desk.act(self._moment(0, "7:30")), draft)
            )
            self.people[who] = enrolled.customer.id
        return self.people[who]

    def _come_to(self, act: told.Act) -> None:
        self.clock.at = max(self._moment(act.day, act.at), self._moment(0, "8:00"))

    @staticmethod
    def _moment(day: int, at: str) -> int:
        hour, minute = map(int, at.split(":"))
        moment = datetime.combine(told.DAY_0 + timedelta(days=day), time(hour, minute), ZONE)
        return int(moment.astimezone(UTC).timestamp() * 1000)

    @staticmethod
    def _wait(future: "Future[Any]") -> Any:
        return future.result()

    def _send(self, method: Callable[..., Any], *args: Any, **facts: Any) -> Any:
        act = self.desk.act()
        outcome = self._wait(self.desk.submit(method, act, *args, **facts))
        self.done[self.place] = (act, method, args, facts, outcome)
        return outcome

    @singledispatchmethod
    def _act(self, act: told.Act) -> None:
        raise TypeError(act)

    def _do(self, act: told.Act) -> None:
        if not isinstance(act, told.OpenUntil):
            self._come_to(act)
        self._act(act)

    @_act.register
    def _(self, act: told.Had) -> None:
        self._send(self._carry_over, self._who(act.who), act.stamps)

    def _carry_over(self, act: Act, root_id: int, stamps: int) -> None:
        """As an import does it."""
        begun = begin(self.desk.store, act, "IMPORT")
        assert begun is not None
        imports.add_batch(begun.db, self.desk.store.new_id, act, begun.id, "a list")
        self.desk.loyalty.carry_over(act, begun, root_id, stamps, part=1)

    @_act.register
    def _(self, act: told.Stamp) -> None:
        id_ = self.programmes[act.programme]
        self._send(self.desk.loyalty.add_stamps, self._who(act.who), act.count, programme_id=id_)

    @_act.register
    def _(self, act: told.Buy) -> None:
        self._send(self.desk.loyalty.add_item, self._who(act.who), self.products[act.product])

    @_act.register
    def _(self, act: told.Pay) -> None:
        self._send(self.desk.loyalty.add_amount, self._who(act.who), act.amount)

    @_act.register
    def _(self, act: told.Redeem) -> None:
        id_ = self.programmes[act.programme]
        card = self.card(act.who, id_)
        offers = card.offers if card is not None else ()
        offer = next((each for each in offers if each.reward.number == act.reward), None)
        self._send(self.desk.loyalty.redeem, self._who(act.who), programme_id=id_, offer=offer)

    @_act.register
    def _(self, act: told.Goodwill) -> None:
        reason = GoodwillReason.WENT_WRONG
        self._send(self.desk.goodwill.give, self._who(act.who), reason, act.count)

    @_act.register
    def _(self, act: told.Undo) -> None:
        self._send(self.desk.loyalty.undo, self.done[act.of][0].gesture)

    @_act.register
    def _(self, act: told.Retry) -> None:
        first, method, args, facts, before = self.done[act.of]
        again = self._wait(self.desk.submit(method, first, *args, **facts))
        assert not isinstance(before, StampOutcome) or again.repeated

    @_act.register
    def _(self, act: told.Move) -> None:
        self._send(self.desk.moving.move, self.done[act.of][0].gesture, self._who(act.to))

    @_act.register
    def _(self, act: told.Merge) -> None:
        self._send(self.desk.merging.merge, self._who(act.who), self._who(act.absorbed))

    @_act.register
    def _(self, act: told.Unmerge) -> None:
        merged = self.done[act.of][4].merge
        self._send(self.desk.merging.unmerge, merged.id)

    @_act.register
    def _(self, act: told.Brought) -> None:
        self._send(self.desk.referrals.brought, self._who(act.who), self._who(act.by))

    @_act.register
    def _(self, act: told.Change) -> None:
        self._send(self.desk.programmes.change, self.programmes[0], self._ours(act.terms))

    @_act.register
    def _(self, act: told.Retire) -> None:
        until = None if act.redeem_until is None else self._moment(act.redeem_until, "0:00")
        self._send(self.desk.programmes.retire, self.programmes[0], until)

    @_act.register
    def _(self, act: told.SellPass) -> None:
        self._send(self.desk.passes.sell, self._who(act.who), self.programmes[0])

    @_act.register
    def _(self, act: told.UsePass) -> None:
        self._send(self.desk.passes.use, self._who(act.who), self.programmes[0])

    @_act.register
    def _(self, act: told.OpenUntil) -> None:
        """Somebody else comes in each day, so that the shop is seen to be open; then it is swept."""
        last, somebody = self._moment(act.day, act.at), self._who("somebody else")
        while self.clock.at < last:
            self.clock.forward(days=1)
            self.clock.at = min(self.clock.at, last)
            self._wait(
                self.desk.submit(self.desk.requests.ask, self.desk.act(), somebody, "the newspaper", "", None)
            )
            self.desk.expiring.sweep(self.clock())


@pytest.fixture
def opened(paths: Paths, clock: FakeClock) -> Iterator[FrontDesk]:
    desk = open_desk(paths, clock=clock)
    yield desk
    desk.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_the_documents_say(case: told.Case, opened: FrontDesk, clock: FakeClock) -> None:
    shop = Shop(opened, clock, case)
    shop.live()
    assert tuple(shop.held(wanted) for wanted in case.held) == case.held, f"{case.source}: {case.says}"
    assert opened.verifier.verify().faults == ()


def test_there_are_enough_of_them_and_each_says_where_it_is_from() -> None:
    assert len(CASES) >= FEWEST
    assert len({case.name for case in CASES}) == len(CASES)
    assert all(case.source.strip() and case.says.strip() for case in CASES)


def test_a_wrong_expectation_would_be_seen(opened: FrontDesk, clock: FakeClock) -> None:
    case = CASES[0]
    shop = Shop(opened, clock, case)
    shop.live()
    wrong = replace(case.held[0], balance=case.held[0].balance + 1)
    assert shop.held(wrong) != wrong
