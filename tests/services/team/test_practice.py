"""A copy to practise on: whole, the owner's alone, gone without a trace; the shop itself never notices."""

import hashlib
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths, paths_for
from frontdesk.domain.faults import StoreFault
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.services.errors import store_fault
from frontdesk.storage.opening import CannotOpen, NoRoom
from tests.conftest import ExpectLog, FakeClock


def everything_under(*folders: Path) -> dict[str, str]:
    """What every file holds, but those that SQLite and the lock keep beside an open store."""
    return {
        str(file): hashlib.sha256(file.read_bytes()).hexdigest()
        for folder in folders
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.endswith("-shm")
    }


def nobody_waits(done: int, total: int) -> None:
    """Progress that nobody looks at."""


def make(desk: FrontDesk) -> Paths:
    place = desk.practice.make(desk.act(), progress=nobody_waits, cancelled=lambda: False)
    assert place is not None
    return place


@pytest.fixture
def maria(desk: FrontDesk) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Maria Oliveira")).result().customer.id


@pytest.fixture
def copy(desk: FrontDesk, maria: int, clock: FakeClock) -> Iterator[FrontDesk]:
    desk.submit(desk.loyalty.add_stamps, desk.act(), maria, 2).result()
    place = make(desk)
    copy = open_desk(place, clock=clock)
    yield copy
    copy.close()


def balance(desk: FrontDesk, customer_id: int) -> int:
    return desk.greetings.open(customer_id, desk.now()).cards[0].balance


def test_the_copy_has_the_shops_people_with_what_they_have(copy: FrontDesk, maria: int) -> None:
    assert copy.customers.get(maria).name == "Maria Oliveira"
    assert balance(copy, maria) == 2
    assert copy.shop.settings().name == "Café Mekong"


def test_whatever_is_done_in_the_copy_leaves_every_file_of_the_shop_as_it_was(
    desk: FrontDesk, copy: FrontDesk, maria: int, paths: Paths
) -> None:
    desk.backups.make()
    before = everything_under(paths.data, paths.backups)
    copy.submit(copy.loyalty.add_stamps, copy.act(), maria, 3).result()
    copy.submit(copy.loyalty.redeem, copy.act(), maria).result()
    copy.submit(copy.customers.enrol, copy.act(), CustomerDraft("Nobody")).result()
    copy.backups.make()
    assert balance(copy, maria) == 0
    assert everything_under(paths.data, paths.backups) == before
    assert balance(desk, maria) == 2


def test_what_is_stamped_in_the_copy_has_a_key_of_its_own(
    desk: FrontDesk, copy: FrontDesk, maria: int
) -> None:
    assert copy.chain_key() != desk.chain_key()
    assert copy.keeper.keyring is None
    copy.submit(copy.loyalty.add_stamps, copy.act(), maria, 1).result()
    report = copy.verifier.verify()
    assert report.fault_count == 0, report.faults
    assert [epoch.checked for epoch in report.epochs] == [False, True]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_the_copy_is_its_owners_alone(copy: FrontDesk) -> None:
    root = copy.paths.data.parent
    for path in (root, copy.paths.store, copy.paths.chain_key, *filter(Path.is_dir, root.rglob("*"))):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_removing_leaves_nothing(desk: FrontDesk, maria: int, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    place = make(desk)
    assert place.is_practice()
    assert desk.practice.remove()
    assert set(tmp_path.iterdir()) == before


def test_what_a_killed_practice_left_is_gone_after_the_next_start(
    desk: FrontDesk, paths: Paths, clock: FakeClock
) -> None:
    place = make(desk)
    desk.close()
    again = open_desk(paths, clock=clock)
    try:
        assert place.store.exists()
        again.settle_in()
        assert not place.data.parent.exists()
    finally:
        again.close()


_KILLED = """
import os, signal, sys
from pathlib import Path
from frontdesk.bootstrap import open_desk
from frontdesk.config import paths_for

desk = open_desk(paths_for(Path(sys.argv[1])))
copy = open_desk(desk.practice.make(desk.act(), progress=lambda done, total: None, cancelled=lambda: False))
customer = copy.wall.tiles(copy.now(), 1)[0].customer_id
copy.submit(copy.loyalty.add_stamps, copy.act(), customer, 1).result()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_a_practice_that_is_killed_while_stamping_leaves_nothing_after_the_next_start(
    desk: FrontDesk, maria: int, paths: Paths, clock: FakeClock
) -> None:
    desk.close()
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(paths.data)], check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert paths.practice.store.exists()
    again = open_desk(paths, clock=clock)
    try:
        again.settle_in()
        assert not paths.practice.data.parent.exists()
        assert balance(again, maria) == 0
    finally:
        again.close()


def test_the_start_does_not_remove_a_copy_that_is_in_use(desk: FrontDesk) -> None:
    place = make(desk)
    desk.practice.clear_litter()
    assert place.store.exists()


def test_a_removal_that_was_cut_short_is_ended_by_the_next_one(desk: FrontDesk) -> None:
    place = make(desk)
    shutil.rmtree(place.data)
    again = make(desk)
    assert again.store.exists()


def test_a_folder_of_somebody_else_is_not_touched(desk: FrontDesk, paths: Paths) -> None:
    mine = paths.practice.data.parent / "letters.txt"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(CannotOpen):
        make(desk)
    desk.practice.clear_litter()
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_practice_folder_that_leads_elsewhere_is_not_followed(
    desk: FrontDesk, paths: Paths, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    paths.practice.practice_mark.parent.symlink_to(elsewhere)
    with pytest.raises(CannotOpen):
        make(desk)
    assert not any(elsewhere.iterdir())
    assert elsewhere.stat().st_mode & 0o777 == 0o755


def test_a_copy_that_is_stopped_leaves_nothing(desk: FrontDesk, paths: Paths) -> None:
    assert desk.practice.make(desk.act(), progress=nobody_waits, cancelled=lambda: True) is None
    assert not paths.practice.data.parent.exists()


def test_progress_goes_to_its_end(desk: FrontDesk) -> None:
    told = list[tuple[int, int]]()
    desk.practice.make(
        desk.act(), progress=lambda done, total: told.append((done, total)), cancelled=lambda: False
    )
    assert told
    assert told[-1][0] == told[-1][1]


def test_no_room_on_the_disk_is_told_and_leaves_nothing(
    desk: FrontDesk, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(paths.data)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1_000))
    with pytest.raises(NoRoom) as caught:
        make(desk)
    assert store_fault(caught.value) is StoreFault.DISK_FULL
    assert not paths.practice.data.parent.exists()


def test_what_cannot_be_removed_now_is_said(
    desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    def held(path: Path) -> None:
        raise PermissionError(13, "in use", str(path))

    make(desk)
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", held)
        expect_log("copy to practise on was not removed")
        assert not desk.practice.remove()
    assert desk.practice.remove()


def test_the_shops_own_folder_is_no_practice(paths: Paths) -> None:
    assert not paths.is_practice()
    assert paths_for(paths.data).practice.data.parent.parent == paths.data.parent
