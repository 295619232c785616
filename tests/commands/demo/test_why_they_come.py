"""The demo's regulars said why they come, and some of what was known of them was asked again."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo.build import build
from frontdesk.commands.demo.shop import make_demo
from frontdesk.config import paths_for
from frontdesk.domain.people.facts import FactKind, Reason

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    paths = paths_for(tmp_path_factory.mktemp("demo") / "shop")
    build(make_demo(80, 3, TODAY), paths, lambda done, total: None)
    morning = int(datetime(2026, 11, 21, 7, 30, tzinfo=ZoneInfo("Asia/Vientiane")).timestamp() * 1000)
    opened = open_desk(paths, clock=lambda: morning)
    yield opened
    opened.close()


def test_why_they_come_is_counted_and_whom_they_come_for_is_known(desk: FrontDesk) -> None:
    figures = {figure.about: figure for figure in desk.facts.figures(0, desk.now())}
    assert sum(figure.value or 0 for figure in figures.values()) >= 8
    assert figures[Reason.PEOPLE].people
    staff = {each.name for each in desk.staffing.staff()}
    assert {each.note for each in figures[Reason.PEOPLE].people} <= staff


def test_some_was_asked_again_and_some_is_still_to_ask(desk: FrontDesk) -> None:
    listed = "SELECT id FROM customer WHERE root_id = id AND archived_at IS NULL"
    people = [id_ for (id_,) in desk.store.read().run(listed)]
    known = [fact for id_ in people for fact in desk.facts.of(id_)]
    assert any(fact.checked_at is not None for fact in known)
    assert {fact.kind for fact in known} == set(FactKind)
    asked = [desk.greetings.open(id_, desk.now()).to_check for id_ in people]
    assert any(fact is not None for fact in asked)
    answers = set(desk.store.read().run("SELECT answer FROM fact_check"))
    assert ("STANDS",) in answers
