"""A second place for the backups, which may be full, read-only, gone or pulled out in the middle."""

import errno
import os
import shutil
from pathlib import Path
from threading import Event, Thread

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.days import DAY
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.domain.trust.safety import PlaceFault, is_cloud
from frontdesk.storage.trust import second_place
from frontdesk.storage.trust.drills import scratch_of
from frontdesk.storage.trust.second_place import FOLDER
from tests.conftest import FakeClock
from tests.services.counter_acts import hire, refusal


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def safe(desk: FrontDesk, stick: Path) -> FrontDesk:
    """The shop, whose second place is the stick."""
    assert desk.safety.choose(desk.act(), stick).fault is None
    return desk


def files(stick: Path) -> list[str]:
    return sorted(file.name for file in (stick / FOLDER).glob("*sqlite3*"))


def copy(desk: FrontDesk) -> PlaceFault | None:
    place = desk.safety.copy_now(desk.act())
    assert place is not None
    assert place == desk.safety.place()
    return place.fault


def test_a_copy_is_whole_and_its_age_is_known_without_the_stick(
    safe: FrontDesk, stick: Path, clock: FakeClock
) -> None:
    assert copy(safe) is None
    (name,) = files(stick)
    assert (stick / FOLDER / name).read_bytes() == (safe.paths.backups / name).read_bytes()
    shutil.rmtree(stick)
    clock.forward(days=4)
    place = safe.safety.glance().place
    assert place.copied_at == clock.at - 4 * DAY
    assert place.is_old(clock.at)
    assert safe.safety.kept(safe.act()).there is None
    assert copy(safe) is PlaceFault.NOT_THERE
    assert safe.safety.place().copied_at == clock.at - 4 * DAY


def test_what_a_stick_leaves_behind_is_not_the_stick(safe: FrontDesk, stick: Path) -> None:
    shutil.rmtree(stick / FOLDER)
    assert copy(safe) is PlaceFault.NOT_THERE
    assert list(stick.iterdir()) == []


def test_it_copies_once_a_day_when_the_counter_is_quiet(
    safe: FrontDesk, stick: Path, clock: FakeClock
) -> None:
    assert safe.safety.keep_up() is not None  # a new place waits for nothing
    clock.forward(hours=23)
    safe.submit(safe.customers.enrol, safe.act(), CustomerDraft("Noy")).result()
    assert safe.safety.keep_up() is None  # somebody has just done something
    clock.forward(minutes=31)
    assert safe.safety.keep_up() is not None
    clock.forward(minutes=31)
    assert safe.safety.keep_up() is None
    clock.forward(hours=27)
    safe.submit(safe.customers.enrol, safe.act(), CustomerDraft("Sak")).result()
    assert safe.safety.keep_up() is not None  # a shop that is never quiet is not left without
    assert len(files(stick)) == 3


def test_copies_leave_after_ninety_days(safe: FrontDesk, stick: Path, clock: FakeClock) -> None:
    for _ in range(14):
        clock.forward(days=7)
        assert copy(safe) is None
    oldest = min(one.at for one in second_place.copies(stick))
    assert clock.at - oldest <= 90 * DAY


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, PlaceFault.FULL),
        (errno.EROFS, PlaceFault.READ_ONLY),
        (errno.EIO, PlaceFault.PULLED_OUT),
    ],
)
def test_what_stops_a_copy_is_said_and_leaves_nothing(
    safe: FrontDesk, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, fault: PlaceFault
) -> None:
    def fails(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    made = safe.backups.make()
    with monkeypatch.context() as patched:
        patched.setattr("frontdesk.storage.trust.second_place.os.fsync", fails)
        patched.setattr(safe.backups, "make", lambda: made)
        assert copy(safe) is fault
    assert files(stick) == []
    assert copy(safe) is None


def test_a_stick_that_is_pulled_out_in_the_middle_is_said(safe: FrontDesk, stick: Path) -> None:
    def pull(done: int, total: int) -> None:
        shutil.rmtree(stick, ignore_errors=True)

    place = safe.safety.copy_now(safe.act(), pull)
    assert place is not None
    assert place.fault is PlaceFault.PULLED_OUT
    assert not stick.exists()


def test_a_copy_that_is_not_what_was_written_does_not_count(safe: FrontDesk, stick: Path) -> None:
    name = "Bounthavy Phommachanh"
    safe.submit(safe.customers.enrol, safe.act(), CustomerDraft(name)).result()

    def spoil(done: int, total: int) -> None:
        """One letter of a name: SQLite itself finds nothing wrong with it."""
        for part in (stick / FOLDER).glob("*.part"):
            data = part.read_bytes()
            with part.open("r+b") as file:
                file.write(data.replace(name.encode(), name.replace("B", "D").encode()))

    place = safe.safety.copy_now(safe.act(), spoil)
    assert place is not None
    assert (place.fault, place.copied_at, files(stick)) == (PlaceFault.NOT_WHOLE, None, [])


def test_what_a_copy_left_that_was_cut_off_goes_with_the_next(safe: FrontDesk, stick: Path) -> None:
    left = stick / FOLDER / "frontdesk-2026-01-01-120000.sqlite3.part"
    left.write_bytes(b"names")
    assert copy(safe) is None
    assert not left.exists()


def test_no_room_is_said_before_anything_is_written(
    safe: FrontDesk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, full = safe.backups.make(), shutil.disk_usage(stick)._replace(free=1000)
    monkeypatch.setattr(safe.backups, "make", lambda: made)
    monkeypatch.setattr("frontdesk.storage.trust.second_place.shutil.disk_usage", lambda folder: full)
    assert copy(safe) is PlaceFault.FULL
    assert files(stick) == []


def test_a_cancelled_copy_leaves_nothing(safe: FrontDesk, stick: Path) -> None:
    assert safe.safety.copy_now(safe.act(), cancelled=lambda: True) is None
    assert files(stick) == []


def test_what_cannot_be_the_second_place_is_said(desk: FrontDesk, tmp_path: Path) -> None:
    def fault(folder: Path) -> PlaceFault | None:
        return desk.safety.choose(desk.act(), folder).fault

    assert fault(tmp_path / "nowhere") is PlaceFault.NOT_A_FOLDER
    assert fault(desk.paths.data) is PlaceFault.IN_THE_SHOP
    assert fault(desk.paths.backups) is PlaceFault.IN_THE_SHOP
    for thrown_away in (scratch_of(desk.paths), desk.paths.practice.data.parent):
        thrown_away.mkdir()
        assert fault(thrown_away) is PlaceFault.IN_THE_SHOP
    desk.paths.backups.mkdir(exist_ok=True)
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / FOLDER).symlink_to(desk.paths.backups)
    assert fault(tmp_path / "linked") is PlaceFault.IN_THE_SHOP
    assert desk.safety.place().folder is None
    assert is_cloud(Path("/home/noy/Dropbox/shop"))
    assert not is_cloud(tmp_path)


def test_it_can_be_given_up_and_taken_back(safe: FrontDesk, stick: Path) -> None:
    copy(safe)
    before = safe.safety.place()
    assert safe.submit(safe.safety.forget, safe.act()).result().place.folder is None
    assert safe.safety.keep_up() is None
    assert len(files(stick)) == 1
    assert safe.submit(safe.safety.return_to, safe.act(), before).result().place == before


def test_only_a_manager_sets_and_looks(safe: FrontDesk, stick: Path) -> None:
    safe.staff_id = hire(safe, role=Role.CASHIER)
    for call in (
        lambda: safe.safety.choose(safe.act(), stick),
        lambda: safe.safety.kept(safe.act()),
        lambda: safe.safety.copy_now(safe.act()),
        lambda: safe.submit(safe.safety.forget, safe.act()).result(),
        lambda: safe.submit(safe.safety.set_days, safe.act(), 5).result(),
        lambda: safe.drill.latest(safe.act()),
    ):
        with pytest.raises(Refused) as refused:
            call()
        assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")


def test_a_place_that_is_chosen_while_the_old_one_is_copied_to_has_no_copy_yet(
    safe: FrontDesk, stick: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()

    def choose_another(done: int, total: int) -> None:
        if safe.safety.place().folder == stick:
            safe.safety.choose(safe.act(), other)

    assert safe.safety.copy_now(safe.act(), choose_another) is None
    assert len(files(stick)) == 1
    place = safe.safety.place()
    assert (place.folder, place.copied_at, place.fault) == (other, None, None)
    assert copy(safe) is None
    assert len(files(other)) == 1


def test_two_copies_at_once_are_made_one_after_the_other(safe: FrontDesk, stick: Path) -> None:
    came: list[object] = []
    waited = Event()
    second = Thread(
        target=lambda: came.append(safe.safety.copy_now(safe.act(), lambda done, total: waited.set()))
    )

    def begin_another(done: int, total: int) -> None:
        if second.ident is None:
            second.start()
            assert waited.wait(5)
            second.join(0.3)
            assert second.is_alive()  # it would be through by then, if it did not wait

    first = safe.safety.copy_now(safe.act(), begin_another)
    second.join()
    assert first is not None
    assert first.fault is None
    assert came == [safe.safety.place()]
    assert all(one.good for one in second_place.copies(stick))
