"""Random answers, and acts on them at two desks of one shop. FRONTDESK_SEED tries others.

Whatever comes in whichever order: a card of one's own has one answer a day, nobody is thanked twice for one
answer, what counts nowhere leaves nothing to put right, an act sent again changes nothing, and the shop's
books agree with their history.
"""

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.messages import Way
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.days import DAY, MINUTE, day_at
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import (
    Answer,
    Response,
    ResponseDraft,
    ResponseSaved,
    ResponseState,
    StepKind,
    WayBack,
)
from frontdesk.domain.refusals import Refused
from frontdesk.storage.feedback import response_news
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, in_order
from tests.services.feedback.feedback_acts import issue

FIRST_SEED = int(os.environ.get("FRONTDESK_SEED", "0"))
STORIES = 3
STEPS = 160
VERIFIED_EVERY = 40
WORDS = ("", "Bounmy", "ຂອບໃຈນ້ອຍ", "Bounmy and Keo", "the tea", "=1+1")

Call = Callable[[FrontDesk, Act], ResponseSaved]


class Story:
    def __init__(self, desks: list[FrontDesk], clock: FakeClock, luck: random.Random) -> None:
        self.desks, self.clock, self.luck = desks, clock, luck
        desk = desks[0]
        for name in ("Bounmy", "Keo", "ນ້ອຍ"):
            hire(desk, name)
        self.people = [enrol(desk, name) for name in ("Noy", "Malee")]
        self.cards = [issue(desk, who) for who in (*self.people, None, None)]
        self.cards.append(issue(desk, format=CardFormat.POSTER))
        self.card, self.way = self.cards[0], WayBack.PAGE
        self.done: list[tuple[str, Act, Call, ResponseSaved]] = []
        self.came: set[int] = set()
        self.seen = Counter[str]()

    def step(self) -> None:
        self.clock.at += self.luck.choice((*[MINUTE] * 20, 20 * MINUTE, DAY // 2))
        acts = (self.take, self.take_again, self.act, self.act, self.act, self.undo, self.undo, self.again)
        self.luck.choice(acts)()

    def take(self) -> None:
        self.card, self.way = self.luck.choice(self.cards), self.luck.choice(list(WayBack))
        self.send()

    def take_again(self) -> None:
        """Within the hour it is an edit."""
        self.send()

    def send(self) -> None:
        card, way, luck = self.card, self.way, self.luck
        said = ResponseDraft(
            luck.choice((None, *Mood)),
            (
                Answer(Topic.LIKED, words=luck.choice(WORDS)),
                Answer(Topic.DISLIKED, luck.choice((None, ContactPoint.SERVICE)), luck.choice(WORDS)),
            ),
            contact=luck.choice(("", "020 5555")),
            came_at=luck.choice((None, self.clock.at - DAY)),
        )
        name = "page" if way is WayBack.PAGE else "take"
        self.ask(name, lambda desk, act: desk.submit(desk.responses.take, act, card.id, said, way).result())

    def act(self) -> None:
        """Any act on any answer: the shop refuses what cannot be."""
        if not self.came:
            return
        key, luck = self.luck.choice(sorted(self.came)), self.luck
        name, *more = luck.choice(
            (
                ("move", luck.choice(list(ResponseState))),
                ("take_on", luck.choice(self.desks[0].staffing.staff()).id),
                ("link", luck.choice(self.people)),
                ("replied", Way.SMS, "Thank you"),
                ("tell", luck.choice(("Fixed", ""))),
                ("said",),
            )
        )
        self.ask(name, lambda desk, act: _do(desk, getattr(desk.responses, name), act, key, *more))
        recovery_id = self.desks[0].responses.one(key).recovery_id
        if recovery_id is not None and luck.random() < 0.3:
            self.see_to(recovery_id)

    def see_to(self, recovery_id: int) -> None:
        """Something is done about the complaint alone, and perhaps taken back."""
        desk, luck = self.desks[0], self.luck
        method, to = luck.choice(
            (
                (desk.recoveries.move, luck.choice(list(RecoveryState))),
                (desk.recoveries.give_face, luck.choice(self.people)),
            )
        )
        try:
            done = desk.submit(method, desk.act(), recovery_id, to).result()
            if luck.random() < 0.5:
                desk.submit(desk.recoveries.undo, desk.act(), done.gesture).result()
        except Refused:
            self.seen["refused"] += 1

    def undo(self) -> None:
        if self.done:
            last = self.luck.random() < 0.6
            gesture = (self.done[-1] if last else self.luck.choice(self.done))[-1].gesture
            self.ask("undo", lambda desk, act: _do(desk, desk.responses.undo, act, gesture))

    def again(self) -> None:
        """An act is sent again, perhaps at the other desk."""
        if self.done:
            _, act, call, saved = self.luck.choice(self.done)
            before = self.all()
            assert call(self.luck.choice(self.desks), act).response.id == saved.response.id
            assert self.all() == before
            self.seen["again"] += 1

    def ask(self, name: str, call: Call) -> None:
        desk = self.luck.choice(self.desks)
        act = desk.act()
        try:
            saved = call(desk, act)
        except Refused:
            self.seen["refused"] += 1
            return
        self.came.add(saved.response.id)
        if saved.changed:  # what was sent before by the page and is sent again now is an edit
            edited = ("page", saved.response.id)
            self.done = [each for each in self.done if (each[0], each[-1].response.id) != edited]
        self.done.append((name, act, call, saved))
        self.seen["edit" if saved.changed else name] += 1

    def all(self) -> list[Response]:
        return [self.desks[1].responses.one(key) for key in sorted(self.came)]

    def check(self) -> None:
        desk = self.desks[0]
        zone = desk.shop.facts().zone
        counting = [each for each in self.all() if each.state is not ResponseState.SET_ASIDE]
        days = Counter((each.card_id, day_at(each.came_at, zone)) for each in counting if not each.shared)
        assert all(count == 1 for count in days.values())
        thanked = list[tuple[int, int]]()
        for each in self.all():
            steps = [s for s in desk.responses.story(each.id).steps if s.kind is StepKind.THANKS]
            thanked += [(each.id, int(step.now)) for step in steps]
            if each.recovery_id is not None:
                complaint = desk.recoveries.story(each.recovery_id).recovery
                assert complaint.customer_id == each.customer_id
            if each.state is ResponseState.SET_ASIDE:
                assert self.state_of(each) not in (RecoveryState.OPEN, RecoveryState.CONTACTED)
                aside = {int(step.was) for step in steps}
                assert aside.isdisjoint(waiting.id for waiting in desk.staff_thanks.waiting())
        assert len(thanked) == len(set(thanked))

    def check_today(self) -> None:
        """The list asks for those that are not acknowledged, by the rule that the figures go by."""
        db, now = self.desks[0].store.read(), self.clock.at
        seen_to = {RecoveryState.OPEN, RecoveryState.CONTACTED}
        waits = [
            each.response_id
            for each in response_news.between(db, 0, now + 1)
            if not each.acknowledged
            and self.state_of(self.desks[0].responses.one(each.response_id)) not in seen_to
        ]
        listed = [each.response_id for each in response_news.to_acknowledge(db, len(self.came) + 1)]
        assert sorted(listed) == sorted(waits)
        self.seen["listed"] += len(listed)

    def state_of(self, response: Response) -> RecoveryState | None:
        if response.recovery_id is None:
            return None
        return self.desks[0].recoveries.story(response.recovery_id).recovery.state


def _do(desk: FrontDesk, method: Callable[..., Any], act: Act, *args: Any) -> ResponseSaved:
    saved: ResponseSaved = desk.submit(method, act, *args).result()
    return saved


@pytest.fixture
def desks(desk: FrontDesk, paths: Paths, clock: FakeClock) -> Iterator[list[FrontDesk]]:
    beside = open_desk(paths, clock=clock, beside=True)
    try:
        yield [desk, beside]
    finally:
        beside.close()


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + STORIES))
def test_answers_hold_whatever_is_done_about_them(
    desks: list[FrontDesk], clock: FakeClock, seed: int
) -> None:
    clock.forward(days=2)
    story = Story(desks, clock, random.Random(seed))
    clock.forward(days=2)
    for step in range(1, STEPS + 1):
        story.step()
        story.check()
        if step % VERIFIED_EVERY == 0:
            in_order(desks[0])
            story.check_today()
    told = {"take", "page", "edit", "undo", "again", "refused", "listed"}
    assert told <= set(story.seen), f"not tried: {told - set(story.seen)}"
