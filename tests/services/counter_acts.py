"""What happens at a counter, in few words, for tests of several services."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.programmes import Accrual, Gifts, Reward, Terms
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.domain.people.customers import Birthday, CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said

COFFEE = Reward(1, 5, Said("coffee"))


def promise(desk: FrontDesk, accrual: Accrual | None = None, gifts: Gifts | None = None) -> None:
    """From now on the first programme has these terms."""
    terms = Terms((COFFEE,), accrual or Accrual(), gifts=gifts or Gifts())
    desk.submit(desk.programmes.change, desk.act(), desk.programmes.all()[0].id, terms).result()


def enrol(desk: FrontDesk, name: str = "Noy", birthday: Birthday | None = None) -> int:
    draft = CustomerDraft(name, birthday=birthday)
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def hire(desk: FrontDesk, name: str = "La", role: Role = Role.CASHIER) -> int:
    return desk.submit(desk.staffing.add_staff, desk.act(), name, role).result().id


def sell(desk: FrontDesk, name: str, stamps: int = 1) -> int:
    saved = desk.submit(desk.shop.add_product, desk.act(), Product(0, name, 20_000, stamps=stamps)).result()
    assert saved.product is not None
    return saved.product.id


def tap(desk: FrontDesk, customer: int, count: int = 1) -> StampOutcome:
    return desk.submit(desk.loyalty.add_stamps, desk.act(), customer, count).result()


def buy(desk: FrontDesk, customer: int, product: int) -> StampOutcome:
    return desk.submit(desk.loyalty.add_item, desk.act(), customer, product).result()


def pay(desk: FrontDesk, customer: int, amount: int) -> StampOutcome:
    return desk.submit(desk.loyalty.add_amount, desk.act(), customer, amount).result()


def redeem(desk: FrontDesk, customer: int) -> StampOutcome:
    return desk.submit(desk.loyalty.redeem, desk.act(), customer).result()


def undo(desk: FrontDesk, outcome: StampOutcome) -> StampOutcome:
    return desk.submit(desk.loyalty.undo, desk.act(), outcome.gesture).result()


def move(desk: FrontDesk, outcome: StampOutcome, to_customer: int) -> StampOutcome:
    return desk.submit(desk.moving.move, desk.act(), outcome.gesture, to_customer).result()


def merge(desk: FrontDesk, kept: int, absorbed: int) -> int:
    return desk.submit(desk.merging.merge, desk.act(), kept, absorbed).result().merge.id


def balance(desk: FrontDesk, customer: int) -> int:
    return desk.loyalty.cards(customer, desk.now())[0].balance


def visits(desk: FrontDesk, customer: int) -> int:
    return desk.greetings.open(customer, desk.now()).summary.visits


def items(desk: FrontDesk, customer: int) -> list[tuple[str, ...]]:
    """What was bought in the latest visits, newest first."""
    return [visit.items for visit in desk.greetings.open(customer, desk.now()).recent]


def refusal(raised: "pytest.ExceptionInfo[Refused]") -> tuple[str, str | None]:
    return raised.value.code.value, raised.value.remedy.value if raised.value.remedy is not None else None


def in_order(desk: FrontDesk) -> None:
    """Assert that the verification finds nothing wrong with the store."""
    report = desk.verifier.verify()
    assert report.faults == ()
