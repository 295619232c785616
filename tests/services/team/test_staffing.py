"""Who works here, who may change that, and who is at the till."""

from collections.abc import Callable

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Role
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import BadInput
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, in_order, refusal, tap

Reopen = Callable[[], FrontDesk]


def leave(desk: FrontDesk, staff_id: int) -> None:
    desk.submit(desk.staffing.leave, desk.act(), staff_id).result()


@pytest.fixture
def reopen(desk: FrontDesk, paths: Paths, clock: FakeClock) -> Reopen:
    """Return a function that tells who would be at the till at the next start."""
    return lambda: open_desk(paths, clock=clock, beside=True)


def at_the_next_start(reopen: Reopen) -> int:
    desk = reopen()
    desk.close()
    return desk.staff_id


def test_whoever_takes_over_is_at_the_till_for_the_very_next_act(desk: FrontDesk) -> None:
    noy, la = enrol(desk), hire(desk)
    taken = desk.take_over(la).result()
    assert (taken.member.name, taken.changes.shop) == ("La", True)
    assert desk.act().staff_id == la
    tap(desk, noy)
    assert desk.loyalty.history(noy)[0].staff_id == la
    (row,) = desk.store.read().run("SELECT staff_id FROM gesture WHERE kind = 'TAKE_OVER'")
    assert row == (la,)
    in_order(desk)


def test_the_till_remembers_who_took_over(desk: FrontDesk, reopen: Reopen) -> None:
    owner, la, lu = desk.staff_id, hire(desk), hire(desk, "Lu")
    assert at_the_next_start(reopen) == owner
    for staff_id in (la, lu, owner):
        desk.take_over(staff_id).result()
        assert at_the_next_start(reopen) == staff_id


def test_whoever_left_hands_the_till_to_the_one_who_may_do_least(desk: FrontDesk, reopen: Reopen) -> None:
    owner = desk.staff_id
    manager, first, second = hire(desk, "Keo", Role.MANAGER), hire(desk), hire(desk, "Lu")
    for gone, heir in ((second, first), (first, manager), (manager, owner)):
        desk.take_over(gone).result()
        desk.take_over(owner).result()
        leave(desk, gone)
        desk.submit(lambda gone=gone: _stood(desk, gone)).result()
        assert at_the_next_start(reopen) == heir


def _stood(desk: FrontDesk, staff_id: int) -> None:
    """As where somebody was at this till when another till let them go."""
    desk.store.write().run("UPDATE setting SET value = ? WHERE key = 'till.staff'", (str(staff_id),))


def test_who_does_not_work_here_takes_nothing_over(desk: FrontDesk) -> None:
    owner, la = desk.staff_id, hire(desk)
    leave(desk, la)
    for staff_id in (la, 4711):
        with pytest.raises(Refused) as refused:
            desk.take_over(staff_id).result()
        assert refusal(refused) == ("UNKNOWN_STAFF", "CHOOSE_ANOTHER")
    assert desk.staff_id == owner


def test_who_left_may_do_nothing_and_may_come_back(desk: FrontDesk) -> None:
    owner, la = desk.staff_id, hire(desk)
    leave(desk, la)
    assert la not in [each.id for each in desk.staffing.staff()]
    assert [each.id for each in desk.staffing.gone()] == [la]
    desk.staff_id = la
    with pytest.raises(Refused) as refused:
        enrol(desk)
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    desk.staff_id = owner
    with pytest.raises(Refused) as refused:
        leave(desk, la)
    assert refusal(refused) == ("UNKNOWN_STAFF", "CHOOSE_ANOTHER")
    back = desk.submit(desk.staffing.come_back, desk.act(), la).result()
    assert (back.member.id, back.member.role) == (la, Role.CASHIER)
    assert desk.staffing.gone() == ()


def test_a_shop_keeps_an_owner(desk: FrontDesk) -> None:
    owner = desk.staff_id
    second = hire(desk, "Keo", Role.OWNER)
    desk.submit(desk.staffing.change_role, desk.act(), owner, Role.CASHIER).result()
    desk.take_over(second).result()
    with pytest.raises(Refused) as refused:
        desk.submit(desk.staffing.change_role, desk.act(), second, Role.MANAGER).result()
    assert refusal(refused) == ("LAST_OWNER", None)
    with pytest.raises(Refused) as refused:
        leave(desk, second)
    assert refusal(refused) == ("AT_THE_TILL", "CHOOSE_ANOTHER")
    desk.submit(desk.staffing.change_role, desk.act(), owner, Role.OWNER).result()
    desk.take_over(owner).result()
    leave(desk, second)
    assert [each.id for each in desk.staffing.staff()] == [owner]


def test_the_last_owner_cannot_be_let_go_by_an_owner_who_left(desk: FrontDesk) -> None:
    owner = desk.staff_id
    manager = hire(desk, "Keo", Role.MANAGER)
    desk.staff_id = manager
    for method in (desk.staffing.leave, desk.staffing.come_back):
        with pytest.raises(Refused) as refused:
            desk.submit(method, desk.act(), owner).result()
        assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")


def test_managers_see_to_cashiers_and_owners_to_everybody(desk: FrontDesk) -> None:
    cashier, other = hire(desk), hire(desk, "Lu")
    manager, peer = hire(desk, "Keo", Role.MANAGER), hire(desk, "Bo", Role.MANAGER)
    desk.staff_id = cashier
    with pytest.raises(Refused):
        leave(desk, other)
    desk.staff_id = manager
    leave(desk, other)
    desk.submit(desk.staffing.come_back, desk.act(), other).result()
    for refused_act in (
        lambda: leave(desk, peer),
        lambda: desk.submit(desk.staffing.change_role, desk.act(), manager, Role.OWNER).result(),
        lambda: desk.submit(desk.staffing.rename_staff, desk.act(), other, "Lou").result(),
    ):
        with pytest.raises(Refused) as refused:
            refused_act()
        assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    assert {each.id for each in desk.staffing.staff()} >= {cashier, other, manager, peer}


def test_a_name_is_changed_and_the_change_can_be_undone(desk: FrontDesk) -> None:
    la = hire(desk)
    saved = desk.submit(desk.staffing.rename_staff, desk.act(), la, " Lah ").result()
    assert (saved.before.name, saved.member.name) == ("La", "Lah")
    with pytest.raises(BadInput):
        desk.submit(desk.staffing.rename_staff, desk.act(), la, " ").result()
    assert [each.name for each in desk.staffing.staff()] == ["Noy", "Lah"]


def test_a_manager_hires_nobody_above_their_own_role(desk: FrontDesk) -> None:
    desk.staff_id = hire(desk, "Keo", Role.MANAGER)
    with pytest.raises(Refused) as refused:
        hire(desk, "Boss", Role.OWNER)
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    for role in (Role.MANAGER, Role.CASHIER):
        assert desk.submit(desk.staffing.add_staff, desk.act(), "Bo", role).result().role is role
    assert "Boss" not in {each.name for each in desk.staffing.staff()}


def test_a_second_press_hires_nobody_else_and_names_the_same_person(desk: FrontDesk) -> None:
    act = desk.act()
    first = desk.submit(desk.staffing.add_staff, act, "La", Role.CASHIER).result()
    hire(desk)
    staff = desk.staffing.staff()
    assert desk.submit(desk.staffing.add_staff, act, "La", Role.CASHIER).result() == first
    assert desk.staffing.staff() == staff


def test_a_repeated_act_lets_nobody_go_who_came_back_since(desk: FrontDesk) -> None:
    la, act = hire(desk), desk.act()
    desk.submit(desk.staffing.leave, act, la).result()
    desk.submit(desk.staffing.come_back, desk.act(), la).result()
    desk.submit(desk.staffing.leave, act, la).result()
    assert la in [each.id for each in desk.staffing.staff()]


FACE = Photo(thumb=b"small", full=b"large")


def test_a_face_is_shown_taken_away_and_put_back(desk: FrontDesk) -> None:
    la = hire(desk)
    saved = desk.submit(desk.staffing.set_photo, desk.act(), la, FACE).result()
    assert (saved.before.has_photo, saved.member.has_photo, saved.changes.shop) == (False, True, True)
    assert (desk.staffing.thumb(la), desk.staffing.full(la)) == (b"small", b"large")
    assert [each.has_photo for each in desk.staffing.staff()] == [False, True]
    gone = desk.submit(desk.staffing.remove_photo, desk.act(), la).result()
    assert not gone.member.has_photo
    assert desk.staffing.photo(la) is None


def test_a_repeated_act_does_not_bring_a_face_back(desk: FrontDesk) -> None:
    la, act = hire(desk), desk.act()
    desk.submit(desk.staffing.set_photo, act, la, FACE).result()
    desk.submit(desk.staffing.remove_photo, desk.act(), la).result()
    desk.submit(desk.staffing.set_photo, act, la, FACE).result()
    assert desk.staffing.photo(la) is None


def test_only_managers_put_up_faces(desk: FrontDesk) -> None:
    la = hire(desk)
    desk.take_over(la).result()
    for method, facts in ((desk.staffing.set_photo, (FACE,)), (desk.staffing.remove_photo, ())):
        with pytest.raises(Refused) as refused:
            desk.submit(method, desk.act(), la, *facts).result()
        assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    assert desk.staffing.photo(la) is None


def test_on_duty_is_who_is_at_the_till_and_who_did_something_today(desk: FrontDesk, clock: FakeClock) -> None:
    owner = desk.staff_id
    somsak = enrol(desk)
    la, lu, ta = (hire(desk, name) for name in ("La", "Lu", "Ta"))
    clock.forward(days=1)
    opening = desk.now()
    for each in (la, lu):
        clock.forward(minutes=5)
        desk.take_over(each).result()
        tap(desk, somsak)

    def on_duty(most: int = 4) -> list[int]:
        return [each.id for each in desk.staffing.on_duty(desk.staff_id, opening, desk.now(), most)]

    assert on_duty() == [lu, la]
    clock.forward(minutes=5)
    desk.take_over(ta).result()
    desk.take_over(la).result()
    assert on_duty() == [la, ta, lu]
    assert on_duty(2) == [la, ta]
    desk.take_over(owner).result()
    leave(desk, lu)
    assert on_duty() == [owner, la, ta]
