"""One demo shop for all tests here, on a Wednesday; making it takes a tenth of a second."""

from datetime import date

import pytest

from frontdesk.commands.demo.shop import DemoShop, make_demo

WEDNESDAY = date(2026, 10, 14)


@pytest.fixture(scope="session")
def shop() -> DemoShop:
    return make_demo(300, 1, WEDNESDAY)
