"""Random acts on tickets at two desks of one shop, each held against a model that was told the same.

A stamp is never lost and never doubled: the ledger says what the model's owners of tickets say, a ticket
waits or has one owner, and every act may be sent again, at the other desk too. FRONTDESK_SEED tries others.
"""

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.tickets import FADES_AFTER, DropReason, TicketDraft
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from tests.conftest import FakeClock

FIRST_SEED = int(os.environ.get("FRONTDESK_SEED", "0"))
STORIES = 6
STEPS = 150
VERIFIED_EVERY = 50
PEOPLE = 4

Call = Callable[[FrontDesk, Act], Any]


@dataclass
class Made:
    """A ticket as the model knows it. `closed_by` is the act that gave it to `owner`, or put it away."""

    id: int
    stamps: int
    made_at: int
    closed_by: bytes = b""
    owner: int = 0


@dataclass(frozen=True)
class Done:
    """An act that was done: what it was about, and how to ask for it again."""

    act: Act
    call: Call
    kind: str
    ticket: Made
    before: bytes = b""
    """Whom a move took it from: the act that had given it."""


class Story:
    def __init__(self, desks: list[FrontDesk], clock: FakeClock, luck: random.Random) -> None:
        self.desks, self.clock, self.luck = desks, clock, luck
        enrol = desks[0].customers.enrol
        drafts = [CustomerDraft(f"Noy {n}") for n in range(PEOPLE)]
        self.people = [desks[0].submit(enrol, desks[0].act(), draft).result().customer.id for draft in drafts]
        self.tickets: list[Made] = []
        self.done: dict[bytes, Done] = {}
        self.undone: set[bytes] = set()
        self.seen = Counter[str]()

    def step(self) -> None:
        self.clock.at += self.luck.choice((1, 1, 60_000, 40 * 60_000, 86_400_000, -3 * 86_400_000))
        acts = (self.open, self.open, self.claim, self.claim, self.claim, self.drop, self.undo, self.undo)
        self.luck.choice((*acts, self.move, self.again))()

    def open(self) -> None:
        draft = TicketDraft("cap", self.luck.randint(1, 3))

        def call(desk: FrontDesk, act: Act) -> Any:
            return desk.submit(desk.tickets.open, act, draft).result()

        desk = self.desk()
        act = desk.act()
        made = Made(call(desk, act).ticket.id, draft.stamps, act.at)
        self.tickets.append(made)
        self.note(Done(act, call, "open", made))

    def claim(self) -> None:
        ticket, who = self.any_ticket(), self.luck.choice(self.people)
        if ticket is None:
            return

        def call(desk: FrontDesk, act: Act) -> Any:
            return desk.submit(desk.tickets.claim, act, ticket.id, who).result()

        if (act := self.asked(call, ticket.closed_by, RefusalCode.TICKET_GONE)) is not None:
            ticket.closed_by, ticket.owner = act.gesture, who
            self.note(Done(act, call, "claim", ticket))

    def drop(self) -> None:
        ticket = self.any_ticket()
        if ticket is None:
            return

        def call(desk: FrontDesk, act: Act) -> Any:
            return desk.submit(desk.tickets.drop, act, ticket.id, DropReason.NOBODY).result()

        if (act := self.asked(call, ticket.closed_by, RefusalCode.TICKET_GONE)) is not None:
            ticket.closed_by = act.gesture
            self.note(Done(act, call, "drop", ticket))

    def move(self) -> None:
        """A claim that stands is given to somebody else; the ticket keeps its stamps."""
        standing = [each for each in self.done.values() if each.kind == "claim" and self.stands(each)]
        if not standing:
            return
        claim = self.luck.choice(standing)
        to = self.luck.choice([each for each in self.people if each != claim.ticket.owner])

        def call(desk: FrontDesk, act: Act) -> Any:
            return desk.submit(desk.moving.move, act, claim.act.gesture, to).result()

        act = self.asked(call, b"", RefusalCode.TICKET_GONE)
        assert act is not None
        self.undone.add(claim.act.gesture)
        claim.ticket.owner = to
        self.note(Done(act, call, "move", claim.ticket, claim.act.gesture))

    def undo(self) -> None:
        """Take back any act: what another act has built upon, or what is undone, is refused."""
        if not self.done:
            return
        all_ = list(self.done.values())
        closing = [each for each in all_ if each.kind in {"claim", "drop"} and self.stands(each)]
        each = self.luck.choice(closing if closing and self.luck.random() < 0.5 else all_)
        gesture, ticket = each.act.gesture, each.ticket
        if each.kind == "move":
            return  # what then stands is an undo: test_tickets.py tells that story

        def call(desk: FrontDesk, act: Act) -> Any:
            undo = desk.loyalty.undo if each.kind == "claim" else desk.tickets.undo
            return desk.submit(undo, act, gesture).result()

        gone = each.kind == "open" and ticket.closed_by != b""
        code = RefusalCode.ALREADY_UNDONE if gesture in self.undone else RefusalCode.TICKET_GONE
        hindered = gesture if gesture in self.undone or gone else b""
        if (act := self.asked(call, hindered, code)) is not None:
            self.undone.add(gesture)
            ticket.closed_by, ticket.owner = (act.gesture, 0) if each.kind == "open" else (b"", 0)
            self.seen["undo " + each.kind] += 1

    def again(self) -> None:
        """An act is sent again, perhaps at the other desk: nothing changes, and it is told again."""
        if self.done:
            each = self.luck.choice(list(self.done.values()))
            each.call(self.desk(), each.act)
            self.seen["again"] += 1

    def asked(self, call: Call, hindered: bytes, code: RefusalCode) -> Act | None:
        """Ask for an act; it must be refused with `code` where the model sees it `hindered`."""
        desk = self.desk()
        act = desk.act()
        if not hindered:
            call(desk, act)
            return act
        with pytest.raises(Refused) as refused:
            call(desk, act)
        assert refused.value.code is code
        self.seen["refused"] += 1
        return None

    def note(self, done: Done) -> None:
        self.done[done.act.gesture] = done
        self.seen[done.kind] += 1

    def stands(self, done: Done) -> bool:
        return done.act.gesture not in self.undone

    def any_ticket(self) -> Made | None:
        return self.luck.choice(self.tickets) if self.tickets else None

    def desk(self) -> FrontDesk:
        return self.luck.choice(self.desks)

    def check(self) -> None:
        """What both desks show is what the model says."""
        for desk in self.desks:
            now = desk.now()
            held = {
                who: sum(each.stamps for each in self.tickets if each.owner == who) for who in self.people
            }
            assert {who: desk.loyalty.cards(who, now)[0].balance for who in self.people} == held
            wait = {each.id for each in self.tickets if not each.closed_by}
            fresh = {
                each.id for each in self.tickets if each.id in wait and now - each.made_at <= FADES_AFTER
            }
            assert {each.id for each in desk.tickets.waiting(now)} == fresh
            assert {each.id for each in desk.tickets.faded(now)} == wait - fresh

    def verify(self) -> None:
        assert self.desks[0].verifier.verify().faults == ()


@pytest.fixture
def desks(desk: FrontDesk, paths: Paths, clock: FakeClock) -> Iterator[list[FrontDesk]]:
    beside = open_desk(paths, clock=clock, beside=True)
    try:
        yield [desk, beside]
    finally:
        beside.close()


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + STORIES))
def test_no_stamp_is_lost_or_doubled(desks: list[FrontDesk], clock: FakeClock, seed: int) -> None:
    story = Story(desks, clock, random.Random(seed))
    for step in range(1, STEPS + 1):
        story.step()
        story.check()
        if step % VERIFIED_EVERY == 0:
            story.verify()
    told = {"open", "claim", "drop", "move", "undo open", "undo claim", "undo drop", "again", "refused"}
    assert told <= set(story.seen), f"not tried: {told - set(story.seen)}"
