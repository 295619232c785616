"""The demo café's facts hold together."""

from datetime import date

import pytest

from frontdesk.commands.demo.cafe import PRODUCT, PRODUCTS, PROGRAMME, STAFF, Hours, next_open_day, open_hours
from frontdesk.config import resource_path


def test_every_picture_on_the_menu_is_bundled() -> None:
    for icon in (PROGRAMME.icon, *(product.icon for product in PRODUCTS)):
        assert resource_path("icons", f"{icon}.svg").is_file(), icon


def test_the_menu_is_in_english_and_lao_with_a_price() -> None:
    assert len(PRODUCT) == len(PRODUCTS)
    for product in PRODUCTS:
        assert product.names["en"], product
        assert product.names["lo"], product
        assert product.price >= 10_000


def test_coffee_earns_a_stamp_and_food_does_not() -> None:
    assert PRODUCT["lao_coffee"].stamps == 1
    assert PRODUCT["croissant"].stamps == 0


def test_one_person_owns_the_shop() -> None:
    assert [member.name for member in STAFF if member.role == "OWNER"] == ["Noy"]


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 10, 14), Hours(420, 1080)),
        (date(2026, 10, 18), Hours(420, 780)),
        (date(2026, 1, 1), None),
        (date(2026, 4, 15), None),
    ],
    ids=["a Wednesday", "a Sunday", "New Year", "Lao New Year"],
)
def test_opening_hours(day: date, hours: Hours | None) -> None:
    assert open_hours(day) == hours


def test_after_lao_new_year_the_shop_opens_on_the_seventeenth() -> None:
    assert next_open_day(date(2026, 4, 14)) == date(2026, 4, 17)
    assert next_open_day(date(2026, 4, 13)) == date(2026, 4, 13)
