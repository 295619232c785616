"""A power-cut sheet or a group that says otherwise than its acts is named: it would give twice, or lose."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.paper.power_sheets import Written
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.trust.verification import FaultCode
from tests.storage.trust.verifying.ways_to_tamper import tamper

KEYED = "(SELECT min(id) FROM gesture WHERE kind = 'KEY_IN')"
LET = "(SELECT id FROM gesture WHERE kind = 'LET_FREE')"
SHARED = "(SELECT gesture_id FROM group_visit)"


@pytest.fixture
def shop(desk: FrontDesk) -> FrontDesk:
    """Noy's line is keyed in, Keo's free one was let be, one of Lu was taken back; Keo stamped Noy's card."""
    drafts = [CustomerDraft(name) for name in ("Noy", "Keo", "Lu")]
    noy, keo, lu = (
        desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id for draft in drafts
    )
    sheet = desk.submit(desk.power_sheets.make, desk.act(), (noy, keo, lu)).result()
    keyed = []
    for line, (person, stamps, free) in enumerate(((noy, 2, False), (keo, 1, True), (lu, 1, False)), 1):
        written = Written(sheet.id, line, person, desk.now(), stamps, free)
        act = desk.keying_in.act_for(desk.act(), written)
        keyed.append(desk.submit(desk.keying_in.key_in, act, written).result())
    desk.submit(desk.keying_in.let_be, desk.act(), keyed[1].gesture).result()
    desk.submit(desk.keying_in.undo, desk.act(), keyed[2].gesture).result()
    desk.submit(desk.groups.join, desk.act(), keo, noy).result()
    desk.submit(desk.groups.add_stamps, desk.act(), keo).result()
    assert desk.verifier.verify().faults == ()
    return desk


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (f"DELETE FROM power_sheet_tick WHERE gesture_id = {KEYED}", "gesture"),
        (f"UPDATE power_sheet_tick SET customer_id = 3 WHERE gesture_id = {KEYED}", "gesture"),
        (f"UPDATE power_sheet_tick SET stamps = 0 WHERE gesture_id = {KEYED}", "ledger_entry"),
        ("UPDATE power_sheet_tick SET line = 1 WHERE line = 2", "gesture"),
        ("UPDATE power_sheet_tick SET free = 0", "gesture"),
        (f"DELETE FROM power_sheet_free WHERE gesture_id = {LET}", "gesture"),
        ("UPDATE power_sheet_free SET line = 1", "gesture"),
        (f"UPDATE power_sheet SET gesture_id = {KEYED}", "power_sheet"),
        (f"UPDATE gesture SET kind = 'STAMP' WHERE id = {KEYED}", "gesture"),
        ("UPDATE group_visit SET void = 1", "gesture"),
        (f"UPDATE group_visit SET gesture_id = {KEYED}", "gesture"),
        ("DELETE FROM group_member", "gesture"),
        ("UPDATE group_member SET member_id = 3", "group_member"),
        (f"UPDATE group_member SET left_by = {KEYED}", "group_member"),
        ("UPDATE group_visit SET at = at - 1", "gesture"),
        ("UPDATE group_member SET staff_id = 99", "gesture"),
        (f"UPDATE power_sheet_tick SET staff_id = 99 WHERE gesture_id = {KEYED}", "gesture"),
        (
            f"UPDATE power_sheet_tick SET came_at = came_at - 86400000 WHERE gesture_id = {KEYED}",
            "ledger_entry",
        ),
        ("UPDATE power_sheet_free SET at = at + 1", "gesture"),
    ],
)
def test_what_was_tampered_with_is_named(shop: FrontDesk, change: str, where: str) -> None:
    tamper(shop.paths.store, (change,))
    faults = shop.verifier.verify().faults
    assert any(each.code is FaultCode.WRONG_ACT and each.where == where for each in faults)


def test_a_shared_stamp_that_is_laid_on_another_card_is_named(shop: FrontDesk) -> None:
    tamper(shop.paths.store, (f"UPDATE gesture SET customer_id = 3 WHERE id = {SHARED}",))
    assert FaultCode.WRONG_OWNER in {each.code for each in shop.verifier.verify().faults}


def test_a_keyed_line_without_its_undo_stands_twice(shop: FrontDesk) -> None:
    undo = "(SELECT id FROM gesture WHERE kind = 'UNDO')"
    tamper(shop.paths.store, (f"UPDATE gesture SET undoes_id = {LET} WHERE id = {undo}",))
    tamper(shop.paths.store, ("UPDATE power_sheet_tick SET line = 1 WHERE line = 3",))
    faults = shop.verifier.verify().faults
    assert any(each.code is FaultCode.WRONG_ACT and each.where == "gesture" for each in faults)
