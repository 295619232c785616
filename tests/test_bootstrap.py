"""How a shop is opened, and what it does when the disk is full."""

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.services.errors import AlreadyOpen, DiskFull
from tests.conftest import ExpectLog, FakeClock


def test_a_shop_is_open_once_and_others_work_beside_it(desk: FrontDesk, paths: Paths) -> None:
    with pytest.raises(AlreadyOpen):
        open_desk(paths)
    beside = open_desk(paths, beside=True)
    assert beside.shop.settings() == desk.shop.settings()
    beside.close()


def test_a_closed_shop_can_be_opened_again_and_is_as_it_was(paths: Paths, clock: FakeClock) -> None:
    first = open_desk(paths, clock=clock)
    staff = first.shop.staff()
    first.close()
    again = open_desk(paths, clock=clock)
    assert (again.shop.staff(), again.staff_id, again.till_id) == (staff, first.staff_id, first.till_id)
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
        desk.submit(full).result()
    desk.submit(lambda: None).result()  # the writer has seen to what the one before left
    assert not desk.paths.ballast.exists()
    desk.settle_in()
    assert desk.paths.ballast.exists()
