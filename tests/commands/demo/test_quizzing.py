"""The demo's staff have learnt some faces, and some come again today."""

from datetime import date, datetime, timedelta
from random import Random

from frontdesk.bootstrap import FrontDesk
from frontdesk.commands.demo.quizzing import _play, quiz_events
from frontdesk.commands.demo.shop import make_demo
from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.people.photos import Photo

TODAY = date(2026, 11, 19)


class _Living:
    """The shop of a test, with one person who works there."""

    def __init__(self, desk: FrontDesk) -> None:
        self.desk = desk

    def act(self, staff: str, at: datetime) -> Act:
        return self.desk.act(int(at.timestamp() * 1000))

    def staff(self, key: str) -> int:
        return self.desk.staff_id


def test_rounds_lie_before_the_day_after_closing() -> None:
    events = list(quiz_events(make_demo(20, 7, TODAY)))
    assert events
    assert all(event.at.date() < TODAY and event.at.hour >= 17 for event in events)
    assert min(event.at.date() for event in events) > TODAY - timedelta(days=30)


def test_a_shop_that_has_just_opened_has_none() -> None:
    assert not list(quiz_events(make_demo(0, 7, TODAY)))


def test_a_round_notes_its_answers_by_the_seed(desk: FrontDesk) -> None:
    for name in ("Maly", "Noy", "Keo", "Vilay", "Phet"):
        draft = CustomerDraft(name, consents=frozenset({Purpose.PHOTO}))
        desk.submit(desk.customers.enrol, desk.act(), draft, Photo(b"t", b"f")).result()
    at = datetime(2026, 11, 18, 17, 50)
    desk.submit(_play, "noy", at, Random("7"), _Living(desk)).result()
    known = [bool(each) for (each,) in desk.store.read().run("SELECT known FROM quiz_review ORDER BY id")]
    rng = Random("7")
    assert known == [rng.random() < 0.8 for _ in known]
    assert len(known) == 5
