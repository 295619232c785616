"""The demo shop rings and writes to people afterwards, and means to today; alike for one seed."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo.build import build
from frontdesk.commands.demo.follow_ups import follow_up_events
from frontdesk.commands.demo.shop import DemoShop, make_demo
from frontdesk.config import paths_for
from frontdesk.domain.care.today import TodayKind
from tests.services.counter_acts import in_order

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    paths = paths_for(tmp_path_factory.mktemp("demo") / "shop")
    build(make_demo(60, 3, TODAY), paths, lambda done, total: None)
    morning = int(datetime(2026, 11, 21, 7, 30, tzinfo=ZoneInfo("Asia/Vientiane")).timestamp() * 1000)
    opened = open_desk(paths, clock=lambda: morning)
    yield opened
    opened.close()


def test_some_were_called_and_what_they_said_is_kept(desk: FrontDesk) -> None:
    rows = list(desk.store.read().run("SELECT DISTINCT customer_id FROM follow_up WHERE state = 'DONE'"))
    told = [each for (customer_id,) in rows for each in desk.follow_ups.lately(customer_id)]
    assert any(each.note for each in told)


def test_today_has_something_of_several_kinds_to_do(desk: FrontDesk) -> None:
    due = desk.follow_ups.due(desk.now())
    assert [(TODAY - each.due).days for each in due] == [1, 0, 0]
    assert any(each.every_days for each in due)
    kinds = {each.kind for each in desk.today_list.items(desk.now())}
    assert {TodayKind.RECOVERY, TodayKind.FOLLOW_UP} <= kinds


def test_it_is_in_order(desk: FrontDesk) -> None:
    in_order(desk)


def test_the_same_seed_writes_alike(shop: DemoShop) -> None:
    times = [event.at for event in follow_up_events(shop)]
    assert times == [event.at for event in follow_up_events(shop)]
    assert all(at.date() < shop.today for at in times)
