"""How many stamps for buying a cashier may give: to one person, and in a day."""

import re
from collections.abc import Callable

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import Accrual, Boost, Gifts, Programme, stamp_card
from frontdesk.domain.refusals import Refused
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import limits
from tests.conftest import FakeClock
from tests.services.counter_acts import balance, enrol, hire, merge, promise, refusal, tap, undo

CARD = ("CARD_LIMIT", "CALL_MANAGER")
STAFF = ("STAFF_LIMIT", "CALL_MANAGER")


def limited(desk: FrontDesk, limits: Limits) -> int:
    """Set the limits, and put a cashier at the till."""
    desk.submit(desk.limits.save, desk.act(), limits).result()
    desk.staff_id = hire(desk)
    return desk.staff_id


def add_card(desk: FrontDesk, name: str) -> Programme:
    return desk.submit(desk.programmes.add, desk.act(), stamp_card(name, 5, "tea")).result().programme


def test_what_was_set_is_kept_and_the_change_can_be_undone(desk: FrontDesk) -> None:
    usual = desk.limits.get()
    chosen = Limits(card_stamps=8, card_hours=2, staff_stamps=100, goodwill=0, surprises=1)
    saved = desk.submit(desk.limits.save, desk.act(), chosen).result()
    assert (saved.limits, saved.before, desk.limits.get()) == (chosen, usual, chosen)
    desk.staff_id = hire(desk)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.limits.save, desk.act(), usual).result()
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    assert desk.limits.get() == chosen


def test_one_person_gets_so_many_within_the_hours(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    limited(desk, Limits(card_stamps=3, card_hours=2))
    tap(desk, noy, 2)
    with pytest.raises(Refused) as refused:
        tap(desk, noy, 2)
    assert refusal(refused) == CARD
    assert refused.value.facts == {"most": 3, "hours": 2, "left": 1}
    clock.forward(hours=1)
    tap(desk, noy)
    clock.forward(hours=1)
    with pytest.raises(Refused):
        tap(desk, noy)  # the first two are two hours old, and count for the last time
    clock.forward(seconds=1)
    tap(desk, noy, 2)
    assert tap(desk, enrol(desk, "Keo"), 3).stamps == 3


def test_all_cards_of_a_person_count_together(desk: FrontDesk) -> None:
    tea, noy = add_card(desk, "Tea"), enrol(desk)
    limited(desk, Limits(card_stamps=3))
    tap(desk, noy, 2)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 2, programme_id=tea.id).result()
    assert refusal(refused) == CARD


def test_merged_records_count_together(desk: FrontDesk) -> None:
    noy, again = enrol(desk), enrol(desk, "Noi")
    limited(desk, Limits(card_stamps=3))
    tap(desk, noy, 2)
    tap(desk, again, 1)
    merge(desk, again, noy)
    with pytest.raises(Refused) as refused:
        tap(desk, noy)
    assert refusal(refused) == CARD


def test_a_double_hour_counts_double_and_a_gift_not_at_all(desk: FrontDesk) -> None:
    promise(desk, Accrual(boosts=(Boost(factor=2),)), Gifts(welcome=5))
    noy = enrol(desk)
    limited(desk, Limits(card_stamps=4, staff_stamps=4))
    assert tap(desk, noy).stamps == 7
    tap(desk, noy)
    with pytest.raises(Refused) as refused:
        tap(desk, noy)
    assert refusal(refused) == CARD
    with pytest.raises(Refused) as refused:
        tap(desk, enrol(desk, "Keo"))
    assert refusal(refused) == STAFF


def test_undo_makes_room(desk: FrontDesk) -> None:
    noy = enrol(desk)
    limited(desk, Limits(card_stamps=3, staff_stamps=3))
    undo(desk, tap(desk, noy, 3))
    assert tap(desk, noy, 3).card.balance == 3


def test_a_manager_goes_beyond_and_what_they_gave_counts_for_the_cashier(desk: FrontDesk) -> None:
    noy = enrol(desk)
    cashier = limited(desk, Limits(card_stamps=3, staff_stamps=3))
    desk.staff_id = desk.staffing.staff()[0].id
    manager = hire(desk, "Keo", Role.MANAGER)
    for staff_id in (desk.staff_id, manager):
        desk.staff_id = staff_id
        tap(desk, noy, 4)
    desk.staff_id = cashier
    with pytest.raises(Refused) as refused:
        tap(desk, noy)
    assert refusal(refused) == CARD
    assert refused.value.facts["left"] == 0
    assert tap(desk, enrol(desk, "Lu"), 3).stamps == 3  # theirs alone is untouched


def test_a_member_of_staff_gives_so_many_in_the_shops_own_day(desk: FrontDesk, clock: FakeClock) -> None:
    people = [enrol(desk, name) for name in ("Noy", "Keo", "Lu")]
    limited(desk, Limits(staff_stamps=3))
    tap(desk, people[0], 2)
    clock.forward(hours=15, minutes=29)  # 23:59 in Vientiane; in London the day ends seven hours later
    tap(desk, people[1])
    with pytest.raises(Refused) as refused:
        tap(desk, people[2])
    assert refusal(refused) == STAFF
    assert refused.value.facts == {"most": 3}
    clock.forward(minutes=1)
    assert tap(desk, people[2], 3).stamps == 3


def test_a_clock_that_is_set_back_makes_no_room(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    limited(desk, Limits(card_stamps=3, staff_stamps=3))
    tap(desk, noy, 3)
    for days in (-1, -400):
        clock.forward(days=days)
        with pytest.raises(Refused) as refused:
            tap(desk, noy)
        assert refusal(refused) == CARD
        with pytest.raises(Refused) as refused:
            tap(desk, enrol(desk, "Keo"))
        assert refusal(refused) == STAFF
    clock.forward(days=403)
    assert tap(desk, noy, 3).card.balance == 6


@pytest.mark.parametrize(
    ("asked", "whose"),
    [(limits.on_cards, (1,)), (limits.by_staff, (1,)), (limits.goodwill_by, (1,)), (limits.surprises, ())],
)
def test_a_limit_is_found_by_an_index_and_not_by_reading_the_ledger(
    desk: FrontDesk,
    monkeypatch: pytest.MonkeyPatch,
    asked: Callable[..., int],
    whose: tuple[int, ...],
) -> None:
    read, plans = Db.value, list[str]()

    def explained(db: Db, sql: str, values: tuple[int, ...]) -> object:
        plans.extend(str(row[3]) for row in db.run(f"EXPLAIN QUERY PLAN {sql}", values))
        return read(db, sql, values)

    monkeypatch.setattr(Db, "value", explained)
    asked(desk.store.read(), *whose, desk.now())
    [of_entries] = [step for step in plans if re.search(r"\be\b", step)]
    assert re.search(r"INDEX ledger_(staff|card_at) \((staff|card)_id=\? AND at>\?\)", of_entries)


def test_nothing_of_a_refused_act_is_left(desk: FrontDesk) -> None:
    noy = enrol(desk)
    limited(desk, Limits(card_stamps=1))
    with pytest.raises(Refused):
        tap(desk, noy, 2)
    assert (balance(desk, noy), desk.loyalty.history(noy)) == (0, ())
    assert desk.greetings.open(noy, desk.now()).summary.visits == 0


def test_a_new_shop_begins_with_a_limit_for_one_person(desk: FrontDesk) -> None:
    noy = enrol(desk)
    desk.staff_id = hire(desk)
    tap(desk, noy, 20)
    with pytest.raises(Refused) as refused:
        tap(desk, noy)
    assert refusal(refused) == CARD
    assert refused.value.facts == {"most": 20, "hours": 24, "left": 0}


def test_without_limits_nothing_is_held_back(desk: FrontDesk) -> None:
    noy = enrol(desk)
    limited(desk, Limits(card_stamps=0))
    for _ in range(3):
        tap(desk, noy, 20)
    assert balance(desk, noy) == 60
