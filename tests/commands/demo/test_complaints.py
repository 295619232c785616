"""The demo's complaints: nearly all put right, some to see to today; the same for the same seed."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo.build import build
from frontdesk.commands.demo.complaints import complaint_events
from frontdesk.commands.demo.shop import DemoShop, make_demo
from frontdesk.config import paths_for
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.today import TodayKind
from tests.services.counter_acts import in_order

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    paths = paths_for(tmp_path_factory.mktemp("demo") / "shop")
    build(make_demo(40, 3, TODAY), paths, lambda done, total: None)
    morning = int(datetime(2026, 11, 21, 7, 30, tzinfo=ZoneInfo("Asia/Vientiane")).timestamp() * 1000)
    opened = open_desk(paths, clock=lambda: morning)
    yield opened
    opened.close()


def test_most_were_put_right_as_the_customers_say(desk: FrontDesk) -> None:
    told, put_right = desk.recovery_news.figures(0, desk.now())
    assert told.value is not None
    assert put_right.value is not None
    assert told.value >= 8
    assert 0.5 < put_right.value < 1


def test_something_is_to_be_put_right_and_asked_about_today(desk: FrontDesk) -> None:
    items = desk.recovery_news.today_items(desk.now())
    to_do = [each for each in items if each.kind is TodayKind.RECOVERY]
    assert {each.number for each in to_do} == {0, 1}
    assert any(each.customer_id is None for each in to_do)
    states = {each.state for each in desk.recoveries.standing()}
    assert states == {RecoveryState.OPEN, RecoveryState.RESOLVED}


def test_nobody_waits_for_the_manager(desk: FrontDesk) -> None:
    left_open = desk.store.read().value("SELECT count(*) FROM manager_call WHERE answered_at IS NULL")
    assert left_open == 0


def test_it_is_in_order(desk: FrontDesk) -> None:
    in_order(desk)


def test_the_same_seed_complains_alike(shop: DemoShop) -> None:
    times = [event.at for event in complaint_events(shop)]
    assert times == [event.at for event in complaint_events(shop)]
    assert all(at.date() < shop.today for at in times)
