"""How a shop is opened, and what it does when the disk is full."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.faults import StoreFault
from frontdesk.services.errors import AlreadyOpen, DiskFull, store_fault
from frontdesk.storage import migrations
from frontdesk.storage.opening import CannotOpen, NeedsItsFolder, NoRoom
from tests.conftest import ExpectLog, FakeClock


def test_a_shop_is_open_once_and_others_work_beside_it(desk: FrontDesk, paths: Paths) -> None:
    with pytest.raises(AlreadyOpen):
        open_desk(paths)
    beside = open_desk(paths, beside=True)
    assert beside.shop.settings() == desk.shop.settings()
    beside.close()


def test_a_closed_shop_can_be_opened_again_and_is_as_it_was(paths: Paths, clock: FakeClock) -> None:
    first = open_desk(paths, clock=clock)
    staff = first.staffing.staff()
    first.close()
    again = open_desk(paths, clock=clock)
    assert (again.staffing.staff(), again.staff_id, again.till_id) == (staff, first.staff_id, first.till_id)
    assert again.code_key == first.code_key
    again.close()


def test_on_a_full_disk_the_ballast_is_given_up_and_laid_again_later(
    desk: FrontDesk, expect_log: ExpectLog
) -> None:
    expect_log("the ballast was given up")
    desk.settle_in()
    assert desk.paths.ballast.stat().st_size > 1_000_000

    def full() -> None:
        raise DiskFull

    with pytest.raises(DiskFull):
        desk.store.submit(full).result()  # as an import does; the counter's acts come this way, too
    desk.submit(lambda: None).result()  # the writer has seen to what the one before left
    assert not desk.paths.ballast.exists()
    desk.settle_in()
    assert desk.paths.ballast.exists()


@pytest.fixture
def full_disk(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception, int], None]:
    """Return a function that fills the disk of a closed shop: while nothing is free, opening raises `error`.

    Without the ballast 8 MB are, less what it is told to be `short` of.
    """

    def fill(error: Exception, short: int) -> None:
        really = migrations.migrate

        def free() -> int:
            return 0 if paths.ballast.exists() else 8_000_000 - short

        def migrate(path: Path, **options: Callable[[Path], object]) -> None:
            if free() <= 0:
                raise error
            really(path, **options)

        monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=free()))
        monkeypatch.setattr(migrations, "migrate", migrate)

    open_desk(paths).close()
    paths.ballast.write_bytes(b"some room")
    return fill


FillDisk = Callable[[Exception, int], None]


@pytest.mark.parametrize("error", [CannotOpen("CantOpenError"), NoRoom("FullError"), OSError(28, "full")])
def test_a_disk_that_filled_while_the_shop_was_closed_costs_the_ballast_not_the_day(
    paths: Paths, full_disk: FillDisk, error: Exception, expect_log: ExpectLog
) -> None:
    expect_log("the ballast was given up")
    full_disk(error, 0)
    desk = open_desk(paths)
    assert not paths.ballast.exists()
    desk.close()


def test_when_the_ballast_does_not_help_the_disk_is_called_full_and_not_read_only(
    paths: Paths, full_disk: FillDisk, expect_log: ExpectLog
) -> None:
    expect_log("the ballast was given up")
    full_disk(CannotOpen("CantOpenError"), 8_000_000)
    for _ in range(2):
        with pytest.raises(NoRoom) as refused:
            open_desk(paths)
        assert store_fault(refused.value) is StoreFault.DISK_FULL


@pytest.mark.parametrize(
    "error", [NeedsItsFolder("a WAL"), migrations.NewerFile(9, 1), PermissionError(13, "")]
)
def test_what_has_another_reason_keeps_it_and_the_ballast(
    paths: Paths, full_disk: FillDisk, error: Exception
) -> None:
    full_disk(error, 0)
    with pytest.raises(type(error)):
        open_desk(paths)
    assert paths.ballast.exists()
