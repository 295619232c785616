"""Each kind of act, ended at each of its writes: by a kill, by a cut of power, by a disk that fails there.

After it the act is wholly there or not at all; it is there if the counter had been told so, and is not if the
counter had been told that it was not; and asked for again it is there once.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.acts import Act
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.requests import DeclineReason
from frontdesk.domain.ids import seeded
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    Look,
    PassTerms,
    ProgrammeDraft,
    ProgrammeKind,
    Reward,
    Terms,
)
from frontdesk.domain.loyalty.stamping import GoodwillReason
from frontdesk.domain.loyalty.tickets import TicketDraft
from frontdesk.domain.paper.power_sheets import Written
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from frontdesk.domain.shop import ShopSettings
from frontdesk.storage.writer import DiskFull, NotSaved, NotSure
from tests.conftest import ExpectLog, FakeClock
from tests.storage.failing_disk import (
    FailingDisk,
    Files,
    Write,
    after_a_kill,
    after_a_power_cut,
    failing_disk,
    files_of,
    put,
)

CUTS = 2
"""Ways in which what was not synced is lost, tried at each write, besides all of it."""

Do = Callable[[FrontDesk, Act], object]
Rows = dict[str, list[tuple[object, ...]]]

COFFEE = Terms(
    (Reward(1, 5, Said("coffee")), Reward(2, 10, Said("lunch"))),
    Accrual(boosts=(Boost(2),)),
    Expiry(ExpiryBasis.AGE, 1, warn_days=14, spares_full=False),
    Gifts(welcome=2, birthday=1),
)
VISITS = Terms((Reward(1, 3, Said("cake")),), Accrual(Basis.VISIT))
MONEY = Terms((Reward(1, 4, Said("tea")),), Accrual(Basis.AMOUNT, step=1000), gifts=Gifts(welcome=1))
TEN_TIMES = ProgrammeDraft(Look(Said("Ten times")), Terms(passes=PassTerms(visits=10)), ProgrammeKind.PASS)


@dataclass(frozen=True)
class Shop:
    """An open shop in which an act is about to be done."""

    desk: FrontDesk
    clock: FakeClock
    noy: int
    kham: int

    def stamp(self, who: int, count: int = 1) -> bytes:
        act = self.desk.act()
        self.desk.submit(self.desk.loyalty.add_stamps, act, who, count).result()
        return act.gesture

    def pay(self, who: int, amount: int) -> bytes:
        act = self.desk.act()
        self.desk.submit(self.desk.loyalty.add_amount, act, who, amount).result()
        return act.gesture


# --- the kinds of acts: what comes before one, and the act ---


def a_first_stamp_with_its_gifts(shop: Shop) -> Do:
    return lambda desk, act: desk.submit(desk.loyalty.add_stamps, act, shop.noy, 2).result()


def a_thing(shop: Shop) -> Do:
    shop.stamp(shop.noy)
    return lambda desk, act: desk.submit(desk.loyalty.add_item, act, shop.noy, 1).result()


def an_amount(shop: Shop) -> Do:
    return lambda desk, act: desk.submit(desk.loyalty.add_amount, act, shop.noy, 2500).result()


def a_reward(shop: Shop) -> Do:
    shop.stamp(shop.noy, 3)
    return lambda desk, act: desk.submit(desk.loyalty.redeem, act, shop.noy).result()


def an_undo_that_reckons_anew(shop: Shop) -> Do:
    first = shop.pay(shop.noy, 1600)
    shop.pay(shop.noy, 1600)
    return lambda desk, act: desk.submit(desk.loyalty.undo, act, first).result()


def a_move(shop: Shop) -> Do:
    given = shop.stamp(shop.noy, 2)
    shop.clock.forward(days=6)
    return lambda desk, act: desk.submit(desk.moving.move, act, given, shop.kham).result()


def goodwill(shop: Shop) -> Do:
    why = GoodwillReason.WAITED
    return lambda desk, act: desk.submit(desk.goodwill.give, act, shop.noy, why, 2).result()


def a_merge(shop: Shop) -> Do:
    shop.stamp(shop.noy, 2)
    shop.pay(shop.kham, 5000)
    return lambda desk, act: desk.submit(desk.merging.merge, act, shop.noy, shop.kham).result()


def stamps_that_end(shop: Shop) -> Do:
    shop.stamp(shop.noy)
    while (ending := shop.desk.loyalty.cards(shop.noy, shop.clock.at)[0].ending) and (
        ending.at > shop.clock.at
    ):
        shop.clock.forward(days=1)
        if ending.at > shop.clock.at:
            shop.desk.expiring.sweep(shop.clock.at)
        shop.pay(shop.kham, 300)
    return lambda desk, act: desk.expiring.sweep(shop.clock.at)


def a_use_of_a_pass(shop: Shop) -> Do:
    act, desk = shop.desk.act(), shop.desk
    desk.submit(desk.passes.sell, act, shop.noy, 4).result()
    return lambda desk, act: desk.submit(desk.passes.use, act, shop.noy, 4, 2).result()


def a_ticket_that_gets_its_face(shop: Shop) -> Do:
    act, draft = shop.desk.act(), TicketDraft("blue helmet", 1, ((1, 2),))
    ticket = shop.desk.submit(shop.desk.tickets.open, act, draft).result().ticket
    shop.clock.forward(hours=3)
    return lambda desk, act: desk.submit(desk.tickets.claim, act, ticket.id, shop.noy).result()


def a_paper_card(shop: Shop) -> Do:
    return lambda desk, act: desk.submit(desk.adopting.adopt, act, shop.noy, 4).result()


def a_line_of_a_power_cut_sheet(shop: Shop) -> Do:
    sheet = shop.desk.submit(shop.desk.power_sheets.make, shop.desk.act(), (shop.noy,)).result()
    shop.clock.forward(hours=3)
    written = Written(sheet.id, 1, shop.noy, shop.clock.at - 3_600_000, 3, free=True)
    return lambda desk, act: desk.submit(desk.keying_in.key_in, act, written).result()


def a_stamp_on_a_shared_card(shop: Shop) -> Do:
    shop.desk.submit(shop.desk.groups.join, shop.desk.act(), shop.kham, shop.noy).result()
    return lambda desk, act: desk.submit(desk.groups.add_stamps, act, shop.kham, 2).result()


def a_complaint_that_calls_the_manager(shop: Shop) -> Do:
    return lambda desk, act: desk.submit(desk.recoveries.record, act, "UNWELL", shop.noy).result()


def a_stamp_for_a_complaint(shop: Shop) -> Do:
    record = shop.desk.recoveries.record
    told = shop.desk.submit(record, shop.desk.act(), "WAITED", shop.noy).result().recovery
    return lambda desk, act: desk.submit(desk.recoveries.give, act, told.id).result()


def a_fact_that_changed(shop: Shop) -> Do:
    note = shop.desk.facts.note
    noted = shop.desk.submit(note, shop.desk.act(), shop.noy, FactKind.PREFERENCE, "Oat milk").result()
    assert noted.fact is not None
    fact_id = noted.fact.id
    return lambda desk, act: desk.submit(desk.facts.changed, act, fact_id, "Soy milk").result()


def a_declined_request(shop: Shop) -> Do:
    act, desk = shop.desk.act(), shop.desk
    asked = desk.submit(desk.requests.ask, act, shop.noy, "A cake", "", shop.clock.at + 60_000).result()
    why = DeclineReason.NO_TIME
    return lambda desk, act: desk.submit(
        desk.requests.decline, act, asked.request.id, why, "the oven", "a pie"
    ).result()


def a_call_that_comes_again(shop: Shop) -> Do:
    act, desk, due = shop.desk.act(), shop.desk, shop.desk.today()
    call = desk.submit(desk.follow_ups.add, act, shop.noy, FollowUpKind.CALL, due, "", None, 28).result()
    return lambda desk, act: desk.submit(desk.follow_ups.done, act, call.follow_up.id, "well").result()


KINDS = (
    a_call_that_comes_again,
    a_line_of_a_power_cut_sheet,
    a_stamp_on_a_shared_card,
    a_ticket_that_gets_its_face,
    a_paper_card,
    a_first_stamp_with_its_gifts,
    a_thing,
    an_amount,
    a_reward,
    an_undo_that_reckons_anew,
    a_move,
    goodwill,
    a_merge,
    stamps_that_end,
    a_use_of_a_pass,
    a_complaint_that_calls_the_manager,
    a_stamp_for_a_complaint,
    a_fact_that_changed,
)


# --- one act, done and ended ---


@dataclass(frozen=True)
class Case:
    """An act, the files before it, and what the store says before and after it."""

    paths: Paths
    clock: FakeClock
    do: Do
    act: Act
    checkpoint: bool
    """Does the commit also move the journal into the store's own file?"""
    files: Files
    before: Rows = field(default_factory=dict)
    after: Rows = field(default_factory=dict)
    writes: tuple[Write, ...] = ()
    """All that is written by the act and, with a checkpoint, by moving it into the store's own file."""

    def open(self) -> FrontDesk:
        """Start the shop anew; it gives the same ids as every other time."""
        desk = open_desk(self.paths, clock=self.clock, source=seeded(2))
        if self.checkpoint:
            _checkpoint_at_once(desk)
        desk.submit(desk.limits.save, desk.act(), Limits()).result()  # so that the journal is in use
        return desk

    def lies_there(self, files: Files) -> Rows:
        """What a start would find in these files."""
        put(files, self.paths.store)
        return rows_of(self.paths.store)

    def ask_again(self, files: Files) -> Rows:
        """What the store holds when the shop is opened on these files and the act is asked for again."""
        put(files, self.paths.store)
        desk = self.open()
        try:
            self.do(desk, self.act)
        finally:
            desk.close()
        return rows_of(self.paths.store)


def rows_of(store: Path) -> Rows:
    """All that a store holds, by a plain connection; without the writer's own trace of a failed commit."""
    connection = apsw.Connection(str(store), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        assert connection.pragma("quick_check") == "ok"
        tables = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
        rows = {
            name: connection.execute(f'SELECT * FROM "{name}"').fetchall()
            for name, sql in tables
            if not sql.startswith("CREATE VIRTUAL")
        }
    finally:
        connection.close()
    rows["setting"] = [row for row in rows["setting"] if row[0] != "settled_after_fault"]
    return rows


@pytest.fixture
def paths() -> Iterator[Paths]:
    """In memory where the system has a place for that: to a disk that is made up, syncs mean nothing."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield paths_for(Path(folder) / "shop")


@pytest.fixture
def disk(paths: Paths) -> Iterator[FailingDisk]:
    with failing_disk(paths.store) as disk:
        yield disk


@pytest.fixture
def shop(paths: Paths, clock: FakeClock, disk: FailingDisk) -> Iterator[Shop]:
    desk = open_desk(paths, clock=clock, source=seeded(1))
    try:
        coffee, visits, money = (
            ProgrammeDraft(Look(Said("A card")), terms) for terms in (COFFEE, VISITS, MONEY)
        )
        desk.submit(desk.shop.open_shop, desk.act(), ShopSettings("Café"), coffee, "Noy").result()
        for draft in (visits, money, TEN_TIMES):
            desk.submit(desk.programmes.add, desk.act(), draft).result()
        desk.submit(desk.shop.add_product, desk.act(), Product(0, "Latte", 300)).result()
        ids = []
        for name, day in (("Noy", 20), ("Kham", 21)):
            draft = CustomerDraft(name, birthday=Birthday(11, day), consents=frozenset({Purpose.BIRTHDAY}))
            ids.append(desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id)
        yield Shop(desk, clock, *ids)
    finally:
        desk.close()


@pytest.fixture(
    params=[
        *(pytest.param((kind, False), id=kind.__name__) for kind in KINDS),
        *(pytest.param((kind, True), id=f"{kind.__name__}, and a checkpoint") for kind in KINDS[6:8]),
    ]
)
def case(request: pytest.FixtureRequest, shop: Shop, disk: FailingDisk) -> Case:
    """An act that was done once on a sound disk, so that its writes are known."""
    kind, checkpoint = request.param
    do = kind(shop)
    act, paths = shop.desk.act(), shop.desk.paths
    shop.desk.close()
    case = Case(paths, shop.clock, do, act, checkpoint, files_of(paths.store))
    desk = case.open()
    files = files_of(paths.store)
    disk.arm()
    do(desk, act)
    disk.disarm()
    writes = tuple(disk.writes)
    desk.close()
    after = rows_of(paths.store)
    assert desk.verifier.verify().faults == ()
    before = case.lies_there(files)
    assert after != before
    return replace(case, files=files, before=before, after=after, writes=writes)


def _checkpoint_at_once(desk: FrontDesk) -> None:
    """Let each commit move the journal into the store's own file, as every thousandth page does."""
    desk.store.submit(lambda: desk.store.write().run("PRAGMA wal_autocheckpoint = 1")).result()


# --- what must hold ---


@pytest.mark.slow
def test_killed_at_any_write_an_act_is_wholly_there_or_not_at_all(case: Case) -> None:
    there = False
    for number in range(len(case.writes) + 1):
        files = after_a_kill(case.files, case.writes[:number])
        rows = case.lies_there(files)
        assert rows in (case.before, case.after), f"half of it is there after write {number}"
        assert rows == case.after or not there, f"what was there is gone after write {number}"
        there = rows == case.after
        assert case.ask_again(files) == case.after, f"asked for again after write {number}"
    assert there


@pytest.mark.slow
def test_whatever_a_power_cut_takes_nothing_that_was_answered_is_lost(case: Case) -> None:
    rng = random.Random(4)
    for number in range(len(case.writes) + 1):
        for how in (None, *[rng] * CUTS):
            files = after_a_power_cut(case.files, case.writes[:number], how)
            rows = case.lies_there(files)
            assert rows in (case.before, case.after), f"half of it is there after write {number}"
            assert rows == case.after or number < len(case.writes), "it was answered, and is lost"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("full", "forever", "usual"),
    [
        pytest.param(False, False, NotSaved, id="once"),
        pytest.param(False, True, NotSure, id="for good"),
        pytest.param(True, True, DiskFull, id="full"),
    ],
)
def test_a_disk_that_fails_at_any_write_is_never_not_saved_and_saved(
    case: Case, disk: FailingDisk, full: bool, forever: bool, usual: type[Exception], expect_log: ExpectLog
) -> None:
    expect_log("commit failed")
    if forever:
        expect_log("could not look the acts up")
    heard = {_fail_at(case, disk, number, forever=forever, full=full) for number in range(len(case.writes))}
    assert usual in heard
    assert heard <= {usual, type(None)}


def _fail_at(case: Case, disk: FailingDisk, number: int, *, forever: bool, full: bool) -> type:
    """Do the act on a disk that fails at one of its writes; what was heard of it."""
    put(case.files, case.paths.store)
    desk = case.open()
    before = files_of(case.paths.store)
    disk.arm(number, forever=forever, full=full)
    told: BaseException | None = None
    try:
        case.do(desk, case.act)
    except (NotSaved, NotSure) as error:
        told = error
    left, writes = files_of(case.paths.store), tuple(disk.writes)
    disk.disarm()
    desk.close()
    _check(case, told, case.lies_there(left), "after a kill")
    lost = None if number % 2 else random.Random(number)
    _check(case, told, case.lies_there(after_a_power_cut(before, writes, lost)), "after a power cut")
    assert case.ask_again(left) == case.after, f"asked for again after write {number} failed"
    return type(told)


def _check(case: Case, told: BaseException | None, rows: Rows, when: str) -> None:
    if told is None:
        assert rows == case.after, f"said to be saved, and is not there {when}"
    elif isinstance(told, NotSaved):
        assert rows == case.before, f"said to be not saved, and is there {when}"
    else:
        assert rows in (case.before, case.after), f"half of it is there {when}"
