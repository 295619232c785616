"""From how much the wall learns who is likely."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.customers import CustomerDraft
from tests.conftest import FakeClock

DAY_MS = 24 * 60 * 60 * 1000


def enrol(desk: FrontDesk, name: str) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id


def visit(desk: FrontDesk, customer_id: int, at: int) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(at), customer_id).result()


def test_a_habit_of_months_ago_is_known_before_who_was_here_lately_at_another_hour(
    desk: FrontDesk, clock: FakeClock
) -> None:
    regular, evening = enrol(desk, "Noy"), enrol(desk, "Keo")
    for weeks in (15, 16, 17):
        visit(desk, regular, clock.at - weeks * 7 * DAY_MS)
    for days in range(1, 8):
        visit(desk, evening, clock.at - days * DAY_MS + DAY_MS // 2)
    desk.wall.refresh(clock.at)
    assert [hit.customer_id for hit in desk.wall.tiles(clock.at, 2)] == [regular, evening]
