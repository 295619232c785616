"""A shop with PINs, in few words, for tests of whatever asks for one."""

from argon2 import PasswordHasher

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.team.proofs import Proofs
from frontdesk.services.team.pins import PinService
from tests.services.counter_acts import hire

OWNERS, MANAGERS, CASHIERS = "605948", "739205", "90527"
_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Ticks:
    """Seconds that go by when a test says so, whatever the clock on the wall says."""

    def __init__(self) -> None:
        self.at = 1_000.0

    def __call__(self) -> float:
        return self.at


def with_ticks(desk: FrontDesk) -> Ticks:
    """From now on the desk's proofs and waits go by these."""
    ticks = Ticks()
    desk.store.proofs = Proofs(ticks)
    return ticks


def quick(desk: FrontDesk) -> FrontDesk:
    """Hash as quickly as argon2 can: a test has no secrets."""
    desk.pins = PinService(desk.store, desk.shop, desk.source.token, _QUICK)
    return desk


def with_pins(desk: FrontDesk) -> tuple[int, int, int]:
    """An owner (at the till) and a manager with a PIN, neither proved, and a cashier without."""
    quick(desk)
    owner, manager, cashier = desk.staff_id, hire(desk, "Kham", Role.MANAGER), hire(desk, "La")
    desk.key = desk.pins.set_pin(desk.act(), owner, OWNERS).key
    desk.pins.set_pin(desk.act(), manager, MANAGERS)
    desk.pins.close(desk.key)
    desk.key = b""
    return owner, manager, cashier


def prove(desk: FrontDesk, member_id: int, pin: str) -> None:
    """They give their PIN, and are at the till from now on."""
    opened = desk.pins.open(desk.act(), member_id, pin)
    desk.staff_id, desk.key = member_id, opened.key
