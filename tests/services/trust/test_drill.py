"""A backup is tried out beside the shop, and the shop never knows of it."""

from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.safety import Counted, Drill, DrillFault
from frontdesk.storage.opening import opened
from frontdesk.storage.trust.drills import make_scratch, scratch_of
from tests.conftest import FakeClock
from tests.services.counter_acts import hire, refusal


@pytest.fixture
def made(desk: FrontDesk) -> BackupMade:
    """A backup of two people and three stamps; two more came since."""
    ids = [
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id
        for name in ("Noy", "Sak")
    ]
    for id_ in (*ids, ids[0]):
        desk.submit(desk.loyalty.add_stamps, desk.act(), id_, 1).result()
    backup = desk.backups.make()
    desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Late")).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), ids[1], 1).result()
    return backup


def tried(desk: FrontDesk, made: BackupMade) -> Drill:
    drill = desk.drill.run(desk.act(), made)
    assert drill is not None
    assert not scratch_of(desk.paths).exists()
    return drill


def test_a_good_one_tells_how_much_is_in_it_and_in_the_shop(desk: FrontDesk, made: BackupMade) -> None:
    before = sha256(made.path.read_bytes()).digest()
    keys = {file.name for file in desk.paths.chain_key.parent.iterdir()}
    drill = tried(desk, made)
    assert (drill.found, drill.now, drill.fault) == (Counted(2, 3), Counted(3, 4), None)
    assert drill.made_at == made.at
    assert sha256(made.path.read_bytes()).digest() == before
    assert {file.name for file in desk.paths.chain_key.parent.iterdir()} == keys
    (kept,) = desk.drill.latest(desk.act())
    assert (kept.made_at, kept.found, kept.fault) == (made.at, Counted(2, 3), None)


def change(path: Path, sql: str) -> None:
    with opened(path, read_only=False) as db:
        for (name,) in list(db.run("SELECT name FROM sqlite_schema WHERE type = 'trigger'")):
            db.run(f"DROP TRIGGER {name}")
        db.run(sql)
        db.run("PRAGMA journal_mode = delete")


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda path: path.write_bytes(b"no backup at all"), DrillFault.DAMAGED),
        (lambda path: path.write_bytes(path.read_bytes()[:20_000]), DrillFault.DAMAGED),
        (lambda path: path.unlink(), DrillFault.GONE),
        (lambda path: change(path, "PRAGMA user_version = 99"), DrillFault.NEWER),
        (lambda path: change(path, "UPDATE ledger_entry SET stamps = 50 WHERE id = 1"), DrillFault.BOOKS),
    ],
)
def test_a_bad_one_is_found_and_written_down(
    desk: FrontDesk, made: BackupMade, spoil: object, fault: DrillFault
) -> None:
    spoil(made.path)  # type: ignore[operator]
    drill = tried(desk, made)
    assert (drill.found, drill.fault) == (None, fault)
    assert desk.drill.latest(desk.act())[0].fault is fault
    assert desk.safety.glance().drilled_at is None  # only a good one proves something


def test_a_full_disk_is_no_fault_of_the_backup(
    desk: FrontDesk, made: BackupMade, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    usage = shutil.disk_usage(made.path.parent)._replace(free=100)
    monkeypatch.setattr("frontdesk.storage.durable.shutil.disk_usage", lambda folder: usage)
    assert tried(desk, made).fault is DrillFault.NO_ROOM


def test_a_cancelled_one_leaves_nothing(desk: FrontDesk, made: BackupMade) -> None:
    assert desk.drill.run(desk.act(), made, cancelled=lambda: True) is None
    assert not scratch_of(desk.paths).exists()
    assert desk.drill.latest(desk.act()) == ()


def test_what_a_kill_left_goes_at_the_next_start(desk: FrontDesk) -> None:
    make_scratch(desk.paths).store.write_bytes(b"people")
    desk.settle_in()
    assert not scratch_of(desk.paths).exists()


def test_it_proposes_itself_every_month(desk: FrontDesk, made: BackupMade, clock: FakeClock) -> None:
    assert not desk.safety.glance().drill_due
    clock.forward(days=31)
    assert desk.safety.glance().drill_due
    tried(desk, made)
    assert not desk.safety.glance().drill_due
    clock.forward(days=31)
    assert desk.safety.glance().drill_due


def test_only_a_manager_tries_one_out(desk: FrontDesk, made: BackupMade) -> None:
    desk.staff_id = hire(desk, role=Role.CASHIER)
    with pytest.raises(Refused) as refused:
        desk.drill.run(desk.act(), made)
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")


def test_one_that_begins_meanwhile_waits_for_the_other_and_both_are_good(
    desk: FrontDesk, made: BackupMade
) -> None:
    came: list[Drill | None] = []
    second = Thread(target=lambda: came.append(desk.drill.run(desk.act(), made, wait_over)))
    waited = Event()

    def wait_over(done: int, total: int) -> None:
        waited.set()

    def begin_another(done: int, total: int) -> None:
        if second.ident is None and done > 0:
            second.start()
            assert waited.wait(5)

    first = desk.drill.run(desk.act(), made, begin_another)
    second.join()
    assert [drill and drill.fault for drill in (first, *came)] == [None, None]
    assert None not in came
    assert not scratch_of(desk.paths).exists()


def test_one_that_waits_can_be_given_up(desk: FrontDesk, made: BackupMade) -> None:
    came: list[Drill | None] = []

    def give_another_up(done: int, total: int) -> None:
        if not came:
            second = Thread(target=lambda: came.append(desk.drill.run(desk.act(), made, None, lambda: True)))
            second.start()
            second.join(5)
            assert came == [None]

    assert desk.drill.run(desk.act(), made, give_another_up) is not None
