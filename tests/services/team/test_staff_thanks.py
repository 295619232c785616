"""A customer thanks somebody by name: noted, passed on, taken back."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.today import TodayKind
from frontdesk.domain.refusals import Refused
from frontdesk.domain.team.staff_thanks import ThanksState
from frontdesk.services.team.staff_thanks import ThanksSaved
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, in_order, merge, refusal


def thank(
    desk: FrontDesk, for_id: int, words: str = "So kind", customer_id: int | None = None
) -> ThanksSaved:
    return desk.submit(desk.staff_thanks.thank, desk.act(), for_id, words, customer_id).result()


def undo(desk: FrontDesk, saved: ThanksSaved) -> ThanksSaved:
    return desk.submit(desk.staff_thanks.undo, desk.act(), saved.gesture).result()


def test_thanks_wait_in_today_until_they_are_passed_on(desk: FrontDesk, clock: FakeClock) -> None:
    la, noy = hire(desk), enrol(desk)
    saved = thank(desk, la, " So  kind ", noy)
    (item,) = desk.staff_thanks.today_items(desk.now())
    assert (item.kind, item.subject, item.customer_id, item.name, item.text) == (
        TodayKind.STAFF_THANKS,
        saved.thanks.id,
        noy,
        "Noy",
        "So kind",
    )
    assert (item.owner_id, item.owner, item.day) == (la, "La", desk.today())
    passed = desk.submit(desk.staff_thanks.pass_on, desk.act(), saved.thanks.id).result()
    assert (passed.thanks.state, passed.changes.team) == (ThanksState.PASSED_ON, True)
    assert desk.staff_thanks.today_items(desk.now()) == ()
    assert [each.member for each in desk.staff_thanks.since(desk.now())] == ["La"]
    clock.forward(days=1)
    assert desk.staff_thanks.since(desk.now()) == ()


def test_thanks_of_a_stranger_and_without_words(desk: FrontDesk) -> None:
    saved = thank(desk, hire(desk), "")
    assert (saved.thanks.customer_id, saved.thanks.customer, saved.thanks.words) == (None, "", "")


def test_thanks_of_whoever_was_merged_are_the_kept_ones(desk: FrontDesk) -> None:
    la, kept, absorbed = hire(desk), enrol(desk, "Noy"), enrol(desk, "Noi")
    thank(desk, la, "", absorbed)
    merge(desk, kept, absorbed)
    assert [each.customer for each in desk.staff_thanks.waiting()] == ["Noy"]


def test_each_act_is_taken_back(desk: FrontDesk) -> None:
    saved = thank(desk, hire(desk))
    passed = desk.submit(desk.staff_thanks.pass_on, desk.act(), saved.thanks.id).result()
    undo(desk, passed)
    assert len(desk.staff_thanks.waiting()) == 1
    with pytest.raises(Refused) as refused:
        undo(desk, passed)
    assert refusal(refused) == ("ALREADY_UNDONE", None)
    undo(desk, saved)
    assert (desk.staff_thanks.waiting(), desk.staff_thanks.since(0)) == ((), ())
    in_order(desk)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.staff_thanks.undo, desk.act(), desk.act().gesture).result()
    assert refusal(refused) == ("NOTHING_TO_UNDO", None)


def test_a_repeated_act_counts_once(desk: FrontDesk) -> None:
    la, act = hire(desk), desk.act()
    for _ in range(2):
        saved = desk.submit(desk.staff_thanks.thank, act, la).result()
    assert desk.staff_thanks.waiting() == (saved.thanks,)
    for _ in range(2):
        desk.submit(desk.staff_thanks.pass_on, desk.act(), saved.thanks.id).result()
    assert desk.staff_thanks.waiting() == ()


def test_who_left_or_is_unknown_cannot_be_thanked(desk: FrontDesk) -> None:
    la = hire(desk)
    thank(desk, la)
    desk.submit(desk.staffing.leave, desk.act(), la).result()
    assert desk.staff_thanks.waiting() == ()
    with pytest.raises(Refused) as refused:
        thank(desk, la)
    assert refusal(refused) == ("UNKNOWN_STAFF", "CHOOSE_ANOTHER")
    with pytest.raises(Refused) as refused:
        thank(desk, desk.staff_id, "", 999)
    assert refusal(refused) == ("UNKNOWN_CUSTOMER", "SEARCH_BY_NAME")
    with pytest.raises(LookupError):
        desk.submit(desk.staff_thanks.pass_on, desk.act(), 99).result()
