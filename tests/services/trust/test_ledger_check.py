"""The ledger check as the back office asks for it: a manager's, stoppable, and on record."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.domain.trust.paper_anchor import AnchorVerdict, PaperAnchor


@pytest.fixture
def stamped(desk: FrontDesk) -> FrontDesk:
    customer = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Somsak")).result().customer.id
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer, 2).result()
    return desk


def test_a_whole_check_is_told_and_kept_with_whoever_asked_for_it(stamped: FrontDesk) -> None:
    assert stamped.ledger_check.last(stamped.act()) is None
    told = list[tuple[int, int]]()
    report = stamped.ledger_check.check(
        stamped.act(), progress=lambda done, total: told.append((done, total))
    )
    assert report is not None
    assert (report.ok, report.entries) == (True, 1)
    assert told[-1] == (1, 1)
    last = stamped.ledger_check.last(stamped.act())
    assert last is not None
    assert (last.at, last.by) == (stamped.now(), "Noy")
    fits = stamped.ledger_check.compare(stamped.act(), PaperAnchor(report.entries, report.short_hash))
    assert fits is AnchorVerdict.FITS


def test_one_that_was_stopped_is_none(stamped: FrontDesk) -> None:
    assert stamped.ledger_check.check(stamped.act(), cancelled=lambda: True) is None
    assert stamped.ledger_check.last(stamped.act()) is None


def test_a_cashier_does_not_ask_for_it(stamped: FrontDesk) -> None:
    noi = stamped.submit(stamped.staffing.add_staff, stamped.act(), "Noi", Role.CASHIER).result().id
    act = replace(stamped.act(), staff_id=noi)
    for asked in (
        lambda: stamped.ledger_check.check(act),
        lambda: stamped.ledger_check.compare(act, PaperAnchor(1, "0")),
        lambda: stamped.ledger_check.last(act),
    ):
        with pytest.raises(Refused):
            asked()
