"""`frontdesk outliers`: what it prints, and what it will not take."""

import time
from collections.abc import Callable

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import CustomerDraft
from tests.commands.conftest import opened

DAY_MS = 24 * 60 * 60 * 1000


def test_a_new_shop_hears_that_it_is_too_early(
    frontdesk: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert frontdesk("outliers") == 0
    assert "Not enough yet" in capsys.readouterr().out


def _stamped(desk: FrontDesk, now: int, last_day: int) -> None:
    """Five weeks of three stamps a day on three cards, and a fourth card with nine on the last day."""
    people = [
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id
        for name in ("Noy", "Keo", "Lek", "Bounmy")
    ]
    for ago in range(35, 0, -1):
        for person in people[:3] + people[3:] * (last_day if ago == 1 else 0):
            at = now - ago * DAY_MS
            act = Act(desk.source.new_id(at), desk.staff_id, desk.till_id, at)
            desk.submit(desk.loyalty.add_stamps, act, person).result()


def test_a_quiet_week_is_said_to_be_one(
    shop: Paths, frontdesk: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(shop) as desk:
        _stamped(desk, time.time_ns() // 1_000_000, last_day=0)
    assert frontdesk("outliers") == 0
    assert capsys.readouterr().out == "Nothing unusual in the last 7 days.\n"


def test_a_burst_is_told_and_where_to_look_first(
    shop: Paths, frontdesk: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(shop) as desk:
        _stamped(desk, time.time_ns() // 1_000_000, last_day=9)
    assert frontdesk("outliers", "--days", "7") == 0
    said = capsys.readouterr().out
    assert "Bounmy's card got 9 stamps within an hour" in said
    assert "Look first at the receipts of that hour" in said


@pytest.mark.parametrize("days", ["0", "91", "many"])
def test_a_window_that_makes_no_sense_is_wrong_usage(frontdesk: Callable[..., int], days: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        frontdesk("outliers", "--days", days)
    assert stopped.value.code == 2
