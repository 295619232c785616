"""A copy to practise on is no place to guess a PIN, and no way around one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.domain.importing.list_kinds import ListKind
from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import BadInput
from frontdesk.domain.trust.deeds import DeedsAsked
from frontdesk.texts import texts_for
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


def test_nothing_leaves_the_shop_by_a_copy(desk: FrontDesk, copied: Copy, tmp_path: Path) -> None:
    copy = copied()
    maria, out = enrol(copy), tmp_path / "out"
    out.mkdir()
    for take in (
        lambda: copy.exports.customers_csv(out / "all.csv"),
        lambda: copy.exports.chosen_csv(out / "some.csv", (maria,)),
        lambda: copy.exports.customers_as(ListKind.GOOGLE, out / "google.csv"),
        lambda: copy.archive.everything(copy.act(), out / "all.zip"),
        lambda: copy.audit.take_out(copy.act(), out / "deeds.csv", DeedsAsked(), texts_for("en"), copy.zone),
        lambda: copy.telling.write(copy.act(), maria, out / "maria.zip"),
        lambda: copy.response_files.write(out / "answers.csv"),
        lambda: copy.submit(copy.key_keeping.hand_out, copy.act()).result(),
        lambda: copy.safety.choose(copy.act(), out),
        lambda: copy.safety.copy_now(copy.act()),
    ):
        with pytest.raises(Refused, match="NOT_IN_PRACTICE"):
            take()
    assert not list(out.iterdir())


def test_a_shop_without_pins_is_copied_as_it_is(desk: FrontDesk, copied: Copy) -> None:
    desk.take_over(hire(desk)).result()
    copy = copied()
    copy.take_over(1).result()
    hire(copy, "Lu")
