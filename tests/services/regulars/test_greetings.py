"""A greeting, read from a real shop: its loud line, their rhythm, the usual, what is new or to offer."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.greeting import Greeting, GreetingLine, LineKind
from frontdesk.domain.regulars.visits import Product
from tests.conftest import FakeClock

MENU = (
    Product(0, "Lao coffee", 25_000, category="hot drinks"),
    Product(0, "Noodle soup", 40_000, category="lunch"),
    Product(0, "Peanut cookie", 15_000, category="sweets"),
)


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return enrol(desk, CustomerDraft("Noy"))


@pytest.fixture
def menu(desk: FrontDesk) -> tuple[Product, ...]:
    return tuple(add(desk, product) for product in MENU)


def enrol(desk: FrontDesk, draft: CustomerDraft) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def add(desk: FrontDesk, product: Product) -> Product:
    added = desk.submit(desk.shop.add_product, desk.act(), product).result().product
    assert added is not None
    return added


def buy(desk: FrontDesk, customer: int, order: Sequence[Product]) -> None:
    ids = [product.id for product in order]
    desk.submit(desk.loyalty.add_items, desk.act(), customer, ids).result()


def come(desk: FrontDesk, clock: FakeClock, customer: int, order: Sequence[Product], times: int) -> None:
    """Order the same on so many days, today not counted."""
    for _ in range(times):
        buy(desk, customer, order)
        clock.forward(days=1)


def greet(desk: FrontDesk, customer: int) -> Greeting:
    return desk.greetings.open(customer, desk.now())


def line(shown: Greeting, kind: LineKind) -> GreetingLine | None:
    return next((each for each in shown.lines if each.kind is kind), None)


def test_whoever_is_new_is_welcomed_and_has_nothing_else(desk: FrontDesk, noy: int) -> None:
    shown = greet(desk, noy)
    assert shown.loud == GreetingLine(LineKind.FIRST_VISIT)
    assert (shown.quiet, shown.usual, shown.order, shown.suggestion) == ((), (), (), None)


def test_the_usual_is_dared_from_the_third_time_on(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    coffee, soup, _ = menu
    come(desk, clock, noy, (coffee, soup), 2)
    assert greet(desk, noy).order == ()
    assert {item.product for item in greet(desk, noy).usual} == {coffee, soup}
    come(desk, clock, noy, (coffee, soup), 1)
    assert set(greet(desk, noy).order) == {coffee, soup}


def test_the_usual_is_that_of_the_time_of_day(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    coffee, soup, _ = menu
    for _ in range(4):
        buy(desk, noy, (coffee,))
        clock.forward(hours=5)
        buy(desk, noy, (soup,))
        clock.forward(hours=19)
    assert greet(desk, noy).order == (coffee,)
    clock.forward(hours=5)
    assert greet(desk, noy).order == (soup,)


def test_away_for_long_is_by_their_own_rhythm(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    come(desk, clock, noy, menu[:1], 6)
    clock.forward(days=20)
    back = line(greet(desk, noy), LineKind.BACK_AFTER_LONG)
    assert back is not None
    assert (back.number, back.every) == (21, 1)


def test_an_anniversary_is_that_of_the_first_visit(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    began = clock.at
    buy(desk, noy, menu[:1])
    clock.forward(days=365)
    buy(desk, noy, menu[:1])
    found = line(greet(desk, noy), LineKind.ANNIVERSARY)
    assert found is not None
    assert (found.number, found.at) == (1, began)


def test_what_is_new_is_new_since_the_visit_before_and_stays_so_while_they_are_here(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    come(desk, clock, noy, menu[:1], 3)
    assert line(greet(desk, noy), LineKind.NEW_SINCE) is None
    latte = add(desk, Product(0, "Latte", category="hot drinks"))
    add(desk, Product(0, "Fried rice", category="lunch"))
    clock.forward(days=1)
    found = line(greet(desk, noy), LineKind.NEW_SINCE)
    assert found is not None
    assert found.product == latte
    buy(desk, noy, menu[:1])
    assert line(greet(desk, noy), LineKind.NEW_SINCE) == found
    clock.forward(days=1)
    assert line(greet(desk, noy), LineKind.NEW_SINCE) is None


def test_a_new_price_of_their_usual_is_told_with_what_they_have_had(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    coffee = menu[0]
    come(desk, clock, noy, (coffee,), 5)
    desk.submit(desk.loyalty.redeem, desk.act(), noy, product_id=coffee.id).result()
    clock.forward(days=1)
    for price in (27_000, 28_000):
        desk.submit(desk.shop.save_product, desk.act(), replace(coffee, price=price)).result()
    desk.submit(desk.shop.save_product, desk.act(), replace(menu[1], name="Soup")).result()
    clock.forward(days=1)
    shown = greet(desk, noy)
    found = line(shown, LineKind.PRICE_SINCE)
    assert found is not None
    assert found.product is not None
    assert (found.was, found.product.price) == (25_000, 28_000)
    assert found.value is not None
    assert found.value.rewards == 1
    assert shown.loud == found
    assert LineKind.VALUE not in {each.kind for each in shown.quiet}


def test_a_price_that_went_back_is_no_news(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    coffee = menu[0]
    come(desk, clock, noy, (coffee,), 3)
    for price in (28_000, 25_000):
        desk.submit(desk.shop.save_product, desk.act(), replace(coffee, price=price)).result()
    clock.forward(days=1)
    assert line(greet(desk, noy), LineKind.PRICE_SINCE) is None


@pytest.fixture
def crowd(desk: FrontDesk, clock: FakeClock, menu: tuple[Product, ...]) -> None:
    """Forty orders this morning: coffee goes with cookies, and soup with nothing."""
    coffee, soup, cookie = menu
    for n in range(40):
        buy(desk, enrol(desk, CustomerDraft(f"Guest {n}")), (coffee, cookie) if n % 2 else (soup,))
    desk.suggesting.refresh(desk.now())


@pytest.mark.usefixtures("crowd")
def test_one_thing_is_suggested_with_its_reason(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    coffee, _, cookie = menu
    come(desk, clock, noy, (coffee,), 3)
    offered = greet(desk, noy).suggestion
    assert offered is not None
    assert (offered.product, offered.along, offered.times, offered.orders) == (cookie, coffee, 20, 20)


@pytest.mark.usefixtures("crowd")
@pytest.mark.parametrize("allergy", ["Peanuts", "Shrimps"])
def test_nothing_is_offered_to_whoever_must_mind_something(
    desk: FrontDesk, clock: FakeClock, menu: tuple[Product, ...], allergy: str
) -> None:
    maly = enrol(desk, CustomerDraft("Maly", allergy=allergy))
    come(desk, clock, maly, menu[:1], 3)
    shown = greet(desk, maly)
    assert shown.suggestion is None
    assert shown.loud is not None
    assert shown.loud.kind is LineKind.ALLERGY


@pytest.mark.usefixtures("crowd")
def test_whoever_has_no_usual_is_shown_what_most_take_but_not_what_they_must_not_have(
    desk: FrontDesk, noy: int, menu: tuple[Product, ...]
) -> None:
    coffee, soup, cookie = menu
    assert set(greet(desk, noy).popular) == {coffee, soup, cookie}
    maly = enrol(desk, CustomerDraft("Maly", allergy="Peanuts"))
    assert set(greet(desk, maly).popular) == {coffee, soup}


def test_what_is_new_is_offered_where_something_else_is_said_first(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    come(desk, clock, noy, menu[:1], 5)
    latte = add(desk, Product(0, "Latte", category="hot drinks"))
    shown = greet(desk, noy)
    assert shown.loud is not None
    assert shown.loud.kind is LineKind.REWARD_READY
    assert shown.suggestion is not None
    assert (shown.suggestion.product, shown.suggestion.along) == (latte, None)
    assert LineKind.NEW_SINCE not in {each.kind for each in shown.quiet}


def test_before_anything_is_counted_nothing_is_suggested(
    desk: FrontDesk, clock: FakeClock, noy: int, menu: tuple[Product, ...]
) -> None:
    come(desk, clock, noy, menu[:1], 3)
    assert greet(desk, noy).suggestion is None
