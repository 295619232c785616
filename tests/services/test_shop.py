"""What the shop sells: added, changed, no longer sold, and each of it taken back."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.programmes import stamp_card
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.shop import Theme
from frontdesk.domain.text import BadInput


def add(desk: FrontDesk, name: str, price: int = 25_000) -> Product:
    added = desk.submit(desk.shop.add_product, desk.act(), Product(0, name, price, "cup-soda", 2)).result()
    assert added.product is not None
    return added.product


def retire(desk: FrontDesk, product: Product, retired: bool = True) -> None:
    desk.submit(desk.shop.retire_product, desk.act(), product.id, retired).result()


def usual(desk: FrontDesk, customer: int) -> list[Product]:
    return [item.product for item in desk.greetings.open(customer, desk.now()).usual]


def test_adding_tells_what_was_added_and_a_second_press_adds_nothing(desk: FrontDesk) -> None:
    act = desk.act()
    first = desk.submit(desk.shop.add_product, act, Product(0, "  Iced  tea ", 9)).result()
    again = desk.submit(desk.shop.add_product, act, Product(0, "Iced tea", 9)).result()
    assert first.product is not None
    assert first.product.name == "Iced tea"
    assert first.changes.shop
    assert again.product == first.product
    assert desk.shop.products() == (first.product,)


def test_everything_about_a_product_can_be_changed_and_changed_back(desk: FrontDesk) -> None:
    latte, tea = add(desk, "Late"), add(desk, "Tea")
    changed = Product(latte.id, "Latte", 30_000, "coffee", 1)
    saved = desk.submit(desk.shop.save_product, desk.act(), replace(changed, name=" Latte ")).result()
    assert (saved.product, saved.before) == (changed, latte)
    assert saved.changes.shop
    assert desk.shop.products() == (changed, tea)
    desk.submit(desk.shop.save_product, desk.act(), saved.before).result()
    assert desk.shop.products() == (latte, tea)


def test_a_product_without_a_name_is_refused_and_stays_as_it_was(desk: FrontDesk) -> None:
    latte = add(desk, "Latte")
    with pytest.raises(BadInput):
        desk.submit(desk.shop.save_product, desk.act(), replace(latte, name=" ", price=1)).result()
    assert desk.shop.products() == (latte,)


def test_what_is_no_longer_sold_is_offered_to_nobody_and_still_known(desk: FrontDesk) -> None:
    noy = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    latte, tea = add(desk, "Latte"), add(desk, "Tea")
    desk.submit(desk.loyalty.add_item, desk.act(), noy, latte.id).result()
    assert usual(desk, noy) == [latte]
    retire(desk, latte)
    assert desk.shop.products() == (tea,)
    assert usual(desk, noy) == []
    assert desk.greetings.open(noy, desk.now()).recent[0].items == ("Latte",)
    assert desk.loyalty.cards(noy, desk.now())[0].balance == 2
    retire(desk, latte, False)
    assert desk.shop.products() == (latte, tea)
    assert usual(desk, noy) == [latte]


def test_a_repeated_act_does_not_retire_what_was_brought_back_since(desk: FrontDesk) -> None:
    latte, act = add(desk, "Latte"), desk.act()
    desk.submit(desk.shop.retire_product, act, latte.id).result()
    retire(desk, latte, False)
    desk.submit(desk.shop.retire_product, act, latte.id).result()
    assert desk.shop.products() == (latte,)


def test_what_was_never_sold_cannot_be_changed(desk: FrontDesk) -> None:
    with pytest.raises(LookupError):
        desk.submit(desk.shop.save_product, desk.act(), Product(7, "Tea")).result()
    with pytest.raises(LookupError):
        desk.submit(desk.shop.retire_product, desk.act(), 7).result()


def test_a_cashier_changes_no_prices(desk: FrontDesk) -> None:
    latte = add(desk, "Latte")
    desk.staff_id = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    for method, given in (
        (desk.shop.add_product, latte),
        (desk.shop.save_product, replace(latte, price=1)),
        (desk.shop.retire_product, latte.id),
    ):
        with pytest.raises(Refused) as refused:
            desk.submit(method, desk.act(), given).result()
        assert refused.value.code is RefusalCode.ONLY_MANAGER
    assert desk.shop.products() == (latte,)


def test_what_was_just_saved_counts_for_the_very_next_act(desk: FrontDesk) -> None:
    unset = replace(desk.shop.settings(), feedback_link="")
    desk.submit(desk.shop.save_settings, desk.act(), unset).result()
    link = {"feedback_link": "https://forms.example.com/r?c={code}"}
    futures = [
        desk.submit(desk.shop.change_settings, desk.act(), link),
        desk.submit(desk.shop.change_settings, desk.act(), {"name": "Another name"}),
        desk.submit(desk.feedback.issue, desk.act(), 1, "en"),
        desk.submit(desk.shop.change_settings, desk.act(), {"theme": Theme.DARK}),
    ]
    for future in futures:
        future.result()
    standing = desk.shop.settings()
    assert (standing.name, standing.theme, bool(standing.feedback_link)) == ("Another name", Theme.DARK, True)


def test_a_programme_that_never_was_cannot_be_changed(desk: FrontDesk) -> None:
    standing, act = desk.shop.programmes(), desk.act()
    with pytest.raises(Refused) as refused:
        desk.submit(desk.programmes.save, act, 999, stamp_card("Tea", 5, "tea")).result()
    assert refused.value.code is RefusalCode.NO_PROGRAMME
    assert desk.shop.programmes() == standing
    desk.submit(desk.programmes.save, act, standing[0].id, stamp_card("Tea", 5, "tea")).result()
    assert desk.shop.programmes()[0].name == "Tea"


def test_how_the_till_looks_is_whoevers_who_stands_there_and_all_else_the_managers(desk: FrontDesk) -> None:
    keo = desk.submit(desk.staffing.add_staff, desk.act(), "Keo", Role.CASHIER).result()
    desk.take_over(keo.id).result()
    saved = desk.submit(desk.shop.change_settings, desk.act(), {"text_size": 150}).result()
    assert saved.settings.text_size == 150
    with pytest.raises(Refused):
        desk.submit(desk.shop.change_settings, desk.act(), {"text_size": 100, "name": "Mine"}).result()
    assert desk.shop.settings().text_size == 150
