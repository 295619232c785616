"""A ticket that says otherwise than its acts is named: it would give its stamps twice, or lose them."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.tickets import DropReason, TicketDraft
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.trust.verification import FaultCode
from tests.storage.trust.verifying.ways_to_tamper import tamper

CLAIM = "(SELECT id FROM gesture WHERE kind = 'CLAIM')"
DROP = "(SELECT id FROM gesture WHERE kind = 'DROP_TICKET')"


@pytest.fixture
def shop(desk: FrontDesk) -> FrontDesk:
    """Ticket 1 has a face, 2 is put away, 3 waits, 4 was taken back; and all is well."""
    noy = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    acts = [desk.act() for _ in range(4)]
    tickets = [
        desk.submit(desk.tickets.open, act, TicketDraft(f"cap {act.at}", 1)).result().ticket for act in acts
    ]
    desk.submit(desk.tickets.claim, desk.act(), tickets[0].id, noy).result()
    desk.submit(desk.tickets.drop, desk.act(), tickets[1].id, DropReason.SLIP).result()
    desk.submit(desk.tickets.undo, desk.act(), acts[3].gesture).result()
    assert desk.verifier.verify().faults == ()
    return desk


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (f"UPDATE ticket SET closed_by = NULL WHERE closed_by = {CLAIM}", "gesture"),
        (f"UPDATE ticket SET closed_by = NULL WHERE closed_by = {DROP}", "gesture"),
        ("UPDATE ticket SET closed_by = NULL WHERE id = 4", "gesture"),
        ("UPDATE ticket SET closed_by = gesture_id WHERE id = 3", "ticket"),
        (f"UPDATE ticket SET closed_by = NULL; UPDATE ticket SET closed_by = {CLAIM} WHERE id = 3", "ticket"),
        (f"DELETE FROM ticket_step WHERE gesture_id = {CLAIM}", "ticket"),
        (f"UPDATE ticket_step SET ticket_id = 3 WHERE gesture_id = {CLAIM}", "ticket"),
        ("DELETE FROM ticket WHERE id = 3", "gesture"),
        (f"UPDATE ticket SET gesture_id = {DROP} WHERE id = 3", "ticket"),
        ("UPDATE ticket SET at = at - 7200000 WHERE id = 3", "gesture"),
        ("UPDATE ticket SET at = at - 7200000 WHERE id = 1", "ledger_entry"),
        (f"UPDATE ticket_step SET staff_id = 99 WHERE gesture_id = {CLAIM}", "gesture"),
    ],
)
def test_a_ticket_that_was_tampered_with_is_named(shop: FrontDesk, change: str, where: str) -> None:
    tamper(shop.paths.store, (change,))
    faults = shop.verifier.verify().faults
    assert any(each.code is FaultCode.WRONG_ACT and each.where == where for each in faults)


def test_a_claim_without_its_stamps_is_named(shop: FrontDesk) -> None:
    tamper(shop.paths.store, ("DELETE FROM ledger_entry", "UPDATE card SET balance = 0"))
    codes = {each.code for each in shop.verifier.verify().faults}
    assert FaultCode.ACT_WITHOUT_ENTRY in codes


def test_an_entry_that_no_claim_writes_is_named(shop: FrontDesk) -> None:
    tamper(shop.paths.store, ("UPDATE ledger_entry SET kind = 'GOODWILL', reason = 'KINDNESS'",))
    codes = {each.code for each in shop.verifier.verify().faults}
    assert FaultCode.WRONG_ACT in codes


def test_a_paper_card_that_passes_for_an_import_is_named(shop: FrontDesk) -> None:
    keo = shop.submit(shop.customers.enrol, shop.act(), CustomerDraft("Keo")).result().customer.id
    shop.submit(shop.adopting.adopt, shop.act(), keo, 3).result()
    assert shop.verifier.verify().faults == ()
    tamper(shop.paths.store, ("UPDATE gesture SET kind = 'IMPORT' WHERE kind = 'ADOPT'",))
    faults = shop.verifier.verify().faults
    assert any(each.code is FaultCode.WRONG_ACT and each.where == "gesture" for each in faults)
