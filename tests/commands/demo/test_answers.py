"""What the demo's feedback cards bring back: about every third, seen to; some wait on the demo day."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo.answers import answer_events
from frontdesk.commands.demo.build import build
from frontdesk.commands.demo.shop import DemoShop, make_demo
from frontdesk.config import paths_for
from frontdesk.domain.feedback.responses import ResponseState, StepKind
from tests.services.counter_acts import in_order
from tests.services.feedback.feedback_acts import inbox

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    paths = paths_for(tmp_path_factory.mktemp("demo") / "shop")
    build(make_demo(40, 3, TODAY), paths, lambda done, total: None)
    morning = int(datetime(2026, 11, 21, 7, 30, tzinfo=ZoneInfo("Asia/Vientiane")).timestamp() * 1000)
    opened = open_desk(paths, clock=lambda: morning)
    yield opened
    opened.close()


def test_some_cards_were_answered_and_each_answer_is_seen_to_or_waits_since_yesterday(
    desk: FrontDesk,
) -> None:
    cards = desk.store.read().value("SELECT count(*) FROM feedback_card")
    answers = desk.responses.between(0, desk.now())
    assert 0.2 < len(answers) / cards < 0.7
    waiting = inbox(desk)
    assert {each.state for each in waiting} >= {ResponseState.NEW}
    assert waiting[0].unhappy
    assert all(desk.now() - each.at < 2 * 86_400_000 for each in waiting)


def test_the_unhappy_were_told_what_was_done(desk: FrontDesk) -> None:
    unhappy = [each for each in desk.responses.between(0, desk.now()) if each.unhappy]
    told = [each for each in unhappy if each.told]
    assert any(each.said_at is not None for each in told)
    assert any(each.said_at is None and each.customer_id is not None for each in told)


def test_whoever_was_named_has_heard_of_it(desk: FrontDesk) -> None:
    kinds = {
        step.kind
        for each in desk.responses.between(0, desk.now())
        for step in desk.responses.story(each.id).steps
    }
    assert StepKind.THANKS in kinds
    assert len(desk.staff_thanks.waiting()) <= 3


def test_it_is_in_order(desk: FrontDesk) -> None:
    in_order(desk)


def test_the_same_seed_answers_alike(shop: DemoShop) -> None:
    times = [event.at for event in answer_events(shop)]
    assert times == [event.at for event in answer_events(shop)]
    assert all(at.date() < shop.today for at in times)
