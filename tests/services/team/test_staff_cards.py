"""Cards of the staff: whose a code is, that it is nobody else's, and that a lost one works no longer."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.paper.codes import CodeKind, read_code
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused


@pytest.fixture
def noi(desk: FrontDesk) -> int:
    return desk.submit(desk.staffing.add_staff, desk.act(), "Noi", Role.CASHIER).result().id


def card(desk: FrontDesk, staff_id: int) -> Scan:
    (made,) = desk.submit(desk.staff_cards.codes_for, desk.act(), [staff_id]).result().cards
    return Scan(made.code)


def refused(desk: FrontDesk, scan: Scan) -> RefusalCode:
    with pytest.raises(Refused) as why:
        desk.staff_cards.holder(scan)
    return why.value.code


def test_a_card_says_who_it_is_and_is_the_same_when_printed_again(desk: FrontDesk, noi: int) -> None:
    first = card(desk, noi)
    assert desk.staff_cards.holder(first).name == "Noi"
    assert card(desk, noi) == first
    assert desk.staff_cards.with_card() == {noi}


def test_no_card_is_taken_for_another(desk: FrontDesk, noi: int) -> None:
    somsak = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Somsak")).result().customer.id
    (member,) = desk.submit(desk.member_cards.codes_for, desk.act(), [somsak]).result()
    (feedback,) = desk.submit(desk.feedback.issue, desk.act(), 1, "en").result().cards
    staff = card(desk, noi)
    slip = staff.typed[:-1] + ("1" if staff.typed.endswith("0") else "0")
    for other in (member.code, feedback.code, "S" + member.code[1:], slip):
        assert refused(desk, Scan(other)) is RefusalCode.UNKNOWN_CODE
    with pytest.raises(Refused) as why:
        desk.search.by_scan(staff)
    assert why.value.code is RefusalCode.STAFF_CODE
    read = read_code(staff.typed, desk.code_key)
    assert read is not None
    assert read.kind is CodeKind.STAFF


def test_a_new_card_takes_the_place_of_the_old_one(desk: FrontDesk, noi: int) -> None:
    old = card(desk, noi)
    (made,) = desk.submit(desk.staff_cards.reissue, desk.act(), noi).result().cards
    assert refused(desk, old) is RefusalCode.STAFF_CARD_REVOKED
    assert desk.staff_cards.holder(Scan(made.code)).id == noi


def test_a_lost_card_stops_working_and_so_does_that_of_who_left(desk: FrontDesk, noi: int) -> None:
    lost = card(desk, noi)
    desk.submit(desk.staff_cards.revoke, desk.act(), noi).result()
    assert refused(desk, lost) is RefusalCode.STAFF_CARD_REVOKED
    kept = card(desk, noi)
    desk.submit(desk.staffing.leave, desk.act(), noi).result()
    assert refused(desk, kept) is RefusalCode.UNKNOWN_STAFF


def test_a_cashier_makes_no_cards(desk: FrontDesk, noi: int) -> None:
    act = replace(desk.act(), staff_id=noi)
    cards = desk.staff_cards
    for deed, of in ((cards.codes_for, [noi]), (cards.reissue, noi), (cards.revoke, noi)):
        with pytest.raises(Refused):
            desk.submit(deed, act, of).result()
    assert cards.with_card() == frozenset()
