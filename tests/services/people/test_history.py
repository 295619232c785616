"""The whole history of one person: acts on all of their records, and what was typed with them."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.domain.trust.deeds import DeedGroup
from frontdesk.services.people.history import AT_ONCE


@pytest.fixture
def known(desk: FrontDesk) -> int:
    """Somebody with a stamp, a request and a complaint, and a second record that has another stamp."""
    somsak, twin = (
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id
        for name in ("Somsak", "Somsak V.")
    )
    desk.submit(desk.loyalty.add_stamps, desk.act(), somsak).result()
    desk.submit(desk.requests.ask, desk.act(), somsak, "Cake for twelve", "No nuts").result()
    noted = desk.submit(desk.recoveries.record, desk.act(), "WAITED", somsak).result().recovery
    desk.submit(desk.recoveries.describe, desk.act(), noted.id, "25 minutes for two coffees").result()
    desk.submit(desk.recoveries.move, desk.act(), noted.id, RecoveryState.CONTACTED).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), twin).result()
    desk.submit(desk.merging.merge, desk.act(), somsak, twin).result()
    return somsak


def test_what_was_done_and_typed_is_on_one_page_the_latest_first(desk: FrontDesk, known: int) -> None:
    page = desk.history.of(desk.act(), known)
    kinds = [line.deed.kind for line in page.lines]
    assert kinds[0] == "MERGE"
    assert kinds.count("STAMP") == 2
    assert page.more is None
    typed = {line.deed.kind: line.words for line in page.lines if line.words}
    assert typed == {"ASK": "Cake for twelve\nNo nuts", "RECORD_RECOVERY": "25 minutes for two coffees"}


def test_one_sort_is_told_alone(desk: FrontDesk, known: int) -> None:
    lines = desk.history.of(desk.act(), known, DeedGroup.REQUESTS).lines
    assert [line.deed.kind for line in lines] == ["ASK"]


def test_a_long_history_comes_page_by_page_and_nothing_twice(desk: FrontDesk, known: int) -> None:
    for _ in range(AT_ONCE):
        desk.submit(desk.loyalty.add_stamps, desk.act(), known).result()
    first = desk.history.of(desk.act(), known)
    second = desk.history.of(desk.act(), known, after=first.more)
    places = [line.deed.place for line in (*first.lines, *second.lines)]
    assert len(first.lines) == AT_ONCE
    assert len(set(places)) == len(places)
    assert second.more is None


def test_a_cashier_may_not_read_it(desk: FrontDesk, known: int) -> None:
    keo = desk.submit(desk.staffing.add_staff, desk.act(), "Keo", Role.CASHIER).result()
    desk.take_over(keo.id).result()
    with pytest.raises(Refused):
        desk.history.of(desk.act(), known)
