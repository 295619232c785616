"""The demo stays in touch: sheets to take home, words handed over, some who left; alike for one seed."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo.build import build
from frontdesk.commands.demo.in_touch import contact_events
from frontdesk.commands.demo.shop import DemoShop, make_demo
from frontdesk.config import paths_for
from frontdesk.domain.care.messages import Keepsake, Way
from tests.services.counter_acts import in_order

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    paths = paths_for(tmp_path_factory.mktemp("demo") / "shop")
    build(make_demo(60, 4, TODAY), paths, lambda done, total: None)
    morning = int(datetime(2026, 11, 21, 7, 30, tzinfo=ZoneInfo("Asia/Vientiane")).timestamp() * 1000)
    opened = open_desk(paths, clock=lambda: morning)
    yield opened
    opened.close()


def test_three_things_have_a_sheet_in_lao_and_in_english(desk: FrontDesk) -> None:
    written = [desk.care_sheets.texts(product.id) for product in desk.shop.products()]
    assert [set(texts) >= {"en", "lo"} for texts in written if texts] == [True] * 3


def test_words_were_handed_over_and_sent_only_to_who_agreed(desk: FrontDesk) -> None:
    rows = list(desk.store.read().run("SELECT DISTINCT customer_id FROM contact_log"))
    logs = [each for (customer_id,) in rows for each in desk.contacting.log(customer_id)]
    assert len(logs) > 10
    assert {Way.PAPER, Way.WHATSAPP} <= {each.way for each in logs}
    assert Keepsake.TAKE_HOME in {each.kind for each in logs}


def test_some_left_and_somebody_is_back(desk: FrontDesk) -> None:
    left = desk.leaving.all_left(0, desk.now())
    assert left
    back = desk.store.read().value("SELECT count(*) FROM leaving_step WHERE step = 'BACK'")
    assert back == 1


def test_it_is_in_order(desk: FrontDesk) -> None:
    in_order(desk)


def test_the_same_seed_writes_alike(shop: DemoShop) -> None:
    times = [event.at for event in contact_events(shop)]
    assert times == [event.at for event in contact_events(shop)]
    assert all(at.date() < shop.today for at in times)


def test_a_shop_without_customers_writes_to_nobody() -> None:
    assert not list(contact_events(make_demo(0, 1, TODAY)))
