"""Records that look like one person, found in a real store and put aside."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.people.doubles import Alike, Double
from frontdesk.domain.refusals import RefusalCode, Refused


@pytest.fixture
def twins(desk: FrontDesk) -> tuple[int, int]:
    """One person enrolled twice, with one phone written in two ways."""
    drafts = (
        CustomerDraft("ສົມສັກ ວົງສາ", phone="020 5551 4867"),
        CustomerDraft("ສົມສັກ", phone="+856 20 5551 4867"),
    )
    one, other = (desk.submit(desk.customers.enrol, desk.act(), each).result() for each in drafts)
    return one.customer.id, other.customer.id


def test_a_double_is_found_until_they_are_one(desk: FrontDesk, twins: tuple[int, int]) -> None:
    assert desk.doubles.find(desk.act()) == (Double(*twins, Alike.PHONE_AND_NAME),)
    desk.submit(desk.merging.merge, desk.act(), *twins).result()
    assert desk.doubles.find(desk.act()) == ()


def test_who_is_said_to_be_two_is_not_offered_again_until_that_is_taken_back(
    desk: FrontDesk, twins: tuple[int, int]
) -> None:
    desk.submit(desk.doubles.say_two, desk.act(), *reversed(twins)).result()
    assert desk.doubles.find(desk.act()) == ()
    desk.submit(desk.doubles.say_two, desk.act(), *twins, False).result()
    assert len(desk.doubles.find(desk.act()) or ()) == 1


def test_who_left_is_nobodys_double(desk: FrontDesk, twins: tuple[int, int]) -> None:
    desk.submit(desk.customers.archive, desk.act(), twins[1]).result()
    assert desk.doubles.find(desk.act()) == ()


def test_a_cashier_may_not_look_through_everybody(desk: FrontDesk, twins: tuple[int, int]) -> None:
    keo = desk.submit(desk.staffing.add_staff, desk.act(), "Keo", Role.CASHIER).result()
    desk.take_over(keo.id).result()
    with pytest.raises(Refused) as refused:
        desk.doubles.find(desk.act())
    assert refused.value.code is RefusalCode.ONLY_MANAGER


def test_looking_can_be_stopped(desk: FrontDesk, twins: tuple[int, int]) -> None:
    assert desk.doubles.find(desk.act(), cancelled=lambda: True) is None
