"""Take-home sheets: written for a product in each language, and found for whoever took it."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.text import BadInput
from tests.conftest import FakeClock


def product(desk: FrontDesk, name: str) -> int:
    added = desk.submit(desk.shop.add_product, desk.act(), Product(0, name)).result().product
    assert added is not None
    return added.id


@pytest.fixture
def beans(desk: FrontDesk) -> int:
    found = product(desk, "Beans")
    desk.submit(desk.care_sheets.write, desk.act(), found, {"en": "Keep dry.", "lo": "ເກັບໃຫ້ແຫ້ງ."}).result()
    return found


def enrol(desk: FrontDesk, language: str) -> int:
    draft = CustomerDraft("Maria", language=language)
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


@pytest.mark.parametrize(
    ("reads", "text", "theirs"),
    [("lo", "ເກັບໃຫ້ແຫ້ງ.", True), ("en", "Keep dry.", True), ("km", "Keep dry.", False)],
)
def test_a_sheet_is_in_their_language_or_says_that_it_is_not(
    desk: FrontDesk, beans: int, reads: str, text: str, theirs: bool
) -> None:
    (sheet,) = desk.care_sheets.for_customer(enrol(desk, reads))
    assert (sheet.product.id, sheet.text, sheet.theirs, sheet.wanted) == (beans, text, theirs, reads)


def test_what_they_took_lately_comes_first(desk: FrontDesk, beans: int, clock: FakeClock) -> None:
    pot, cup, bare = product(desk, "Moka pot"), product(desk, "Cup"), product(desk, "Cake")
    for each in (pot, cup):
        desk.submit(desk.care_sheets.write, desk.act(), each, {"en": "Rinse it."}).result()
    maria = enrol(desk, "en")
    for each in (cup, beans, bare):
        desk.submit(desk.loyalty.add_items, desk.act(), maria, (each,)).result()
        clock.forward(hours=1)
    gone = desk.submit(desk.loyalty.add_items, desk.act(), maria, (pot,)).result()
    desk.submit(desk.loyalty.undo, desk.act(), gone.gesture).result()
    assert [each.product.id for each in desk.care_sheets.for_customer(maria)] == [beans, cup, pot]


def test_each_change_is_a_row_and_goes_back(desk: FrontDesk, beans: int) -> None:
    saved = desk.submit(
        desk.care_sheets.write, desk.act(), beans, {"en": "  Keep it dry.\n", "th": "เก็บให้แห้ง", "lo": ""}
    ).result()
    assert desk.care_sheets.texts(beans) == saved.texts == {"en": "Keep it dry.", "th": "เก็บให้แห้ง"}
    assert desk.store.read().value("SELECT count(*) FROM care_sheet") == 5
    desk.submit(desk.care_sheets.write, desk.act(), beans, saved.before).result()
    assert desk.care_sheets.texts(beans) == {"en": "Keep dry.", "lo": "ເກັບໃຫ້ແຫ້ງ."}


def test_a_text_that_is_too_long_is_refused_whole(desk: FrontDesk, beans: int) -> None:
    with pytest.raises(BadInput):
        desk.submit(desk.care_sheets.write, desk.act(), beans, {"lo": "ok", "th": "x" * 2001}).result()
    assert desk.care_sheets.texts(beans) == {"en": "Keep dry.", "lo": "ເກັບໃຫ້ແຫ້ງ."}


def test_only_a_manager_writes_them(desk: FrontDesk, beans: int) -> None:
    hired = desk.submit(desk.staffing.add_staff, desk.act(), "Maly", Role.CASHIER).result()
    desk.take_over(hired.id).result()
    with pytest.raises(Refused) as refused:
        desk.submit(desk.care_sheets.write, desk.act(), beans, {"en": "No."}).result()
    assert refused.value.code is RefusalCode.ONLY_MANAGER


def test_what_is_sold_no_longer_still_prints_for_who_took_it(desk: FrontDesk, beans: int) -> None:
    maria = enrol(desk, "en")
    desk.submit(desk.loyalty.add_items, desk.act(), maria, (beans,)).result()
    desk.submit(desk.shop.retire_product, desk.act(), beans).result()
    assert [each.product.id for each in desk.care_sheets.for_customer(maria)] == [beans]
    assert not desk.care_sheets.for_customer(enrol(desk, "en"))
