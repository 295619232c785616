"""A copy to practise on is no place to guess a PIN, and no way around one."""

from collections.abc import Callable, Iterator

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import BadInput
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, tap
from tests.services.team.pin_acts import CASHIERS, MANAGERS, OWNERS, prove, quick, with_pins

Copy = Callable[[], FrontDesk]


@pytest.fixture
def copied(desk: FrontDesk, clock: FakeClock) -> Iterator[Copy]:
    """Make a copy by whoever is at the till now, and open it."""
    opened = list[FrontDesk]()

    def copied() -> FrontDesk:
        place = desk.practice.make(desk.act(), progress=lambda done, total: None, cancelled=lambda: False)
        assert place is not None
        opened.append(quick(open_desk(place, clock=clock)))
        return opened[-1]

    yield copied
    for each in opened:
        each.close()


def test_whom_nobody_proved_gets_a_copy_in_which_nobody_is_a_manager(desk: FrontDesk, copied: Copy) -> None:
    owner, manager, cashier = with_pins(desk)
    hashes = [value for (value,) in desk.store.read().run("SELECT value FROM staff_proof WHERE value > ''")]
    desk.take_over(cashier).result()
    copy = copied()
    assert tap(copy, enrol(copy)).stamps == 1
    for who, pin in ((owner, OWNERS), (manager, MANAGERS)):
        copy.take_over(who).result()
        with pytest.raises(Refused, match="NOT_IN_PRACTICE") as caught:
            hire(copy, "Lu")
        assert caught.value.remedy is None
        with pytest.raises(Refused, match="NOT_IN_PRACTICE"):
            copy.pins.open(copy.act(), who, pin)
        with pytest.raises(Refused, match="NOT_IN_PRACTICE"):
            copy.pins.set_pin(copy.act(), who, "480371")
        with pytest.raises(Refused, match="NOT_IN_PRACTICE"):
            copy.exports.customers_csv(copy.paths.data / "all.csv")
        with pytest.raises(BadInput):
            copy.pins.recover(copy.act(), who, "none")
    assert not (copy.paths.data / "all.csv").exists()
    left = b"".join(file.read_bytes() for file in copy.paths.data.parent.rglob("*.sqlite3*"))
    assert not any(hashed.encode() in left for hashed in hashes)


def test_a_managers_copy_has_no_pins_at_all(desk: FrontDesk, copied: Copy) -> None:
    owner, manager, cashier = with_pins(desk)
    prove(desk, manager, MANAGERS)
    desk.pins.set_pin(desk.act(), cashier, CASHIERS)
    copy = copied()
    assert not copy.pins.in_use()
    copy.take_over(cashier).result()
    copy.take_over(owner).result()
    hire(copy, "Lu")


def test_a_shop_without_pins_is_copied_as_it_is(desk: FrontDesk, copied: Copy) -> None:
    desk.take_over(hire(desk)).result()
    copy = copied()
    copy.take_over(1).result()
    hire(copy, "Lu")
