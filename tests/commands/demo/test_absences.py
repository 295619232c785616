"""The demo's people who slip away: some were called, some came back; the same for the same seed."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo.absences import absence_events
from frontdesk.commands.demo.build import build
from frontdesk.commands.demo.shop import DemoShop, make_demo
from frontdesk.config import paths_for
from frontdesk.domain.care.care_figures import FigureKind
from frontdesk.services.regulars.slipping_figures import CONTACTED
from tests.services.counter_acts import in_order

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    paths = paths_for(tmp_path_factory.mktemp("demo") / "shop")
    build(make_demo(120, 3, TODAY), paths, lambda done, total: None)
    morning = int(datetime(2026, 11, 21, 7, 30, tzinfo=ZoneInfo("Asia/Vientiane")).timestamp() * 1000)
    opened = open_desk(paths, clock=lambda: morning)
    yield opened
    opened.close()


def test_some_are_quiet_some_are_lost_and_one_is_away_until_a_day(desk: FrontDesk) -> None:
    people = desk.slipping.missed(desk.now())
    assert people.quiet_in_all >= 3
    assert people.lost_in_all >= 2
    assert any(each.fine and each.fine.until for each in people.let_be)
    assert any(each.reached_at for each in people.quiet)
    assert desk.slipping.today_items(desk.now())


def test_why_they_stay_away_is_counted_and_some_who_were_called_came_back(desk: FrontDesk) -> None:
    figures = desk.slipping.figures(0, desk.now())
    assert len([each for each in figures if each.kind is FigureKind.WHY_AWAY]) >= 3
    called = next(each for each in figures if (each.kind, each.about) == (FigureKind.CAME_BACK, CONTACTED))
    assert called.value


def test_it_is_in_order(desk: FrontDesk) -> None:
    in_order(desk)


def test_the_same_seed_slips_away_alike(shop: DemoShop) -> None:
    times = [event.at for event in absence_events(shop)]
    assert times
    assert times == [event.at for event in absence_events(shop)]
    assert all(at.date() < shop.today for at in times)
