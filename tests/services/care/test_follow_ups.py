"""What is to be done for somebody by a day is there on that day, once, and until it is done."""

from datetime import date, timedelta

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.follow_ups import FollowUpKind, FollowUpOutcome, FollowUpState
from frontdesk.domain.care.today import TodayKind
from frontdesk.domain.days import end_of_day
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput
from tests.conftest import FakeClock


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id


def add(
    desk: FrontDesk,
    customer: int,
    days: int = 0,
    text: str = "",
    kind: FollowUpKind = FollowUpKind.CALL,
    every_days: int = 0,
    owner_id: int | None = None,
) -> FollowUpOutcome:
    due = desk.today() + timedelta(days=days)
    return desk.submit(
        desk.follow_ups.add, desk.act(), customer, kind, due, text, owner_id, every_days
    ).result()


def done(desk: FrontDesk, follow_up_id: int, note: str = "") -> FollowUpOutcome:
    return desk.submit(desk.follow_ups.done, desk.act(), follow_up_id, note).result()


def drop(desk: FrontDesk, follow_up_id: int) -> FollowUpOutcome:
    return desk.submit(desk.follow_ups.drop, desk.act(), follow_up_id).result()


def undo(desk: FrontDesk, gesture: bytes) -> FollowUpOutcome:
    return desk.submit(desk.follow_ups.undo, desk.act(), gesture).result()


def due(desk: FrontDesk) -> list[str]:
    return [each.text for each in desk.follow_ups.due(desk.now())]


def refusal(call: object, *args: object) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        call(*args)  # type: ignore[operator]
    return refused.value.code


def test_it_is_due_from_its_day_on_the_longest_waiting_first(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    for days, text in ((2, "later"), (0, "today"), (1, "tomorrow")):
        add(desk, noy, days, text)
    assert due(desk) == ["today"]
    clock.forward(days=2)
    waiting = desk.follow_ups.due(desk.now())
    assert [each.text for each in waiting] == ["today", "tomorrow", "later"]
    assert [(desk.today() - each.due).days for each in waiting] == [2, 1, 0]


def test_what_is_done_or_dropped_is_due_no_more_but_is_remembered(desk: FrontDesk, noy: int) -> None:
    first, second = add(desk, noy, text="ring"), add(desk, noy, text="write")
    done(desk, first.follow_up.id, "She is well.\nComes on Friday.")
    drop(desk, second.follow_up.id)
    assert due(desk) == []
    states = {each.text: each.state for each in desk.follow_ups.of(noy)}
    assert states == {"ring": FollowUpState.DONE, "write": FollowUpState.DROPPED}
    (told,) = desk.follow_ups.lately(noy)
    assert (told.follow_up.text, told.by, told.at) == ("ring", "Noy", desk.now())
    assert told.note == "She is well.\nComes on Friday."


def test_what_was_undone_was_not_done(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    first, second = add(desk, noy, text="ring"), add(desk, noy, text="write")
    done(desk, first.follow_up.id)
    undo(desk, done(desk, second.follow_up.id).gesture)
    assert [each.follow_up.text for each in desk.follow_ups.lately(noy)] == ["ring"]
    clock.forward(hours=1)
    done(desk, second.follow_up.id, "posted")
    assert [each.note for each in desk.follow_ups.lately(noy)] == ["posted", ""]
    assert len(desk.follow_ups.lately(noy, 1)) == 1


def test_what_is_over_ends_once(desk: FrontDesk, noy: int) -> None:
    call = add(desk, noy).follow_up.id
    done(desk, call)
    assert refusal(done, desk, call) is RefusalCode.FOLLOW_UP_OVER
    assert refusal(drop, desk, call) is RefusalCode.FOLLOW_UP_OVER
    assert refusal(done, desk, 99) is RefusalCode.UNKNOWN_FOLLOW_UP


def test_a_cadence_is_due_again_counted_from_the_day_it_was_done(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    call = add(desk, noy, text="ring", every_days=28).follow_up
    clock.forward(days=3)
    then = done(desk, call.id).then
    assert then is not None
    assert (then.due, then.text, then.every_days) == (desk.today() + timedelta(days=28), "ring", 28)
    assert due(desk) == []
    clock.forward(days=28)
    assert due(desk) == ["ring"]
    drop(desk, then.id)
    clock.forward(days=60)
    assert due(desk) == []


def test_undoing_done_takes_the_next_one_away_and_doing_it_again_brings_one(
    desk: FrontDesk, noy: int
) -> None:
    call = add(desk, noy, text="ring", every_days=7).follow_up
    undone = undo(desk, done(desk, call.id).gesture)
    assert undone.follow_up.state is FollowUpState.OPEN
    assert due(desk) == ["ring"]
    done(desk, call.id)
    open_ones = [each for each in desk.follow_ups.of(noy) if each.state is FollowUpState.OPEN]
    assert [each.due for each in open_ones] == [desk.today() + timedelta(days=7)]


def test_an_undo_is_refused_once_it_went_on(desk: FrontDesk, noy: int) -> None:
    added = add(desk, noy, every_days=7)
    finished = done(desk, added.follow_up.id)
    assert refusal(undo, desk, added.gesture) is RefusalCode.FOLLOW_UP_OVER
    assert finished.then is not None
    done(desk, finished.then.id)
    assert refusal(undo, desk, finished.gesture) is RefusalCode.FOLLOW_UP_OVER
    assert refusal(undo, desk, bytes(16)) is RefusalCode.NOTHING_TO_UNDO


def test_undoing_what_was_just_written_down_drops_it_once(desk: FrontDesk, noy: int) -> None:
    added = add(desk, noy, text="ring")
    assert undo(desk, added.gesture).follow_up.state is FollowUpState.DROPPED
    assert due(desk) == []
    assert refusal(undo, desk, added.gesture) is RefusalCode.ALREADY_UNDONE


def test_the_same_act_twice_is_one(desk: FrontDesk, noy: int) -> None:
    add_act, done_act, undo_act = desk.act(), desk.act(), desk.act()
    for _ in range(2):
        added = desk.submit(
            desk.follow_ups.add, add_act, noy, FollowUpKind.NOTE, desk.today(), "thank her", None, 7
        ).result()
    assert len(desk.follow_ups.of(noy)) == 1
    for _ in range(2):
        finished = desk.submit(desk.follow_ups.done, done_act, added.follow_up.id).result()
    assert finished.then is not None
    assert len(desk.follow_ups.of(noy)) == 2
    for _ in range(2):
        undone = desk.submit(desk.follow_ups.undo, undo_act, finished.gesture).result()
    assert undone.follow_up.state is FollowUpState.OPEN
    assert due(desk) == ["thank her"]


def test_an_owner_is_one_of_the_staff(desk: FrontDesk, noy: int) -> None:
    kham = desk.submit(desk.staffing.add_staff, desk.act(), "Kham", Role.CASHIER).result()
    assert add(desk, noy, owner_id=kham.id).follow_up.owner_name == "Kham"
    assert add(desk, noy).follow_up.owner_id is None
    assert refusal(lambda: add(desk, noy, owner_id=99)) is RefusalCode.UNKNOWN_STAFF
    desk.submit(desk.staffing.leave, desk.act(), kham.id).result()
    assert refusal(lambda: add(desk, noy, owner_id=kham.id)) is RefusalCode.UNKNOWN_STAFF


def test_merged_records_answer_as_one_and_whoever_is_out_of_sight_is_left_out(
    desk: FrontDesk, noy: int
) -> None:
    other = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noi")).result().customer.id
    add(desk, other, text="ring")
    desk.submit(desk.merging.merge, desk.act(), noy, other).result()
    (waiting,) = desk.follow_ups.due(desk.now())
    assert (waiting.customer_id, waiting.customer_name) == (noy, "Noy")
    assert [each.text for each in desk.follow_ups.of(other)] == ["ring"]
    desk.submit(desk.customers.archive, desk.act(), noy).result()
    assert due(desk) == []


def test_in_today_it_is_late_only_when_its_day_is_over(desk: FrontDesk, noy: int) -> None:
    add(desk, noy, -1, "ring", FollowUpKind.CALL)
    (item,) = desk.follow_ups.today_items(desk.now())
    assert (item.kind, item.name, item.text, item.about) == (TodayKind.FOLLOW_UP, "Noy", "ring", "CALL")
    assert item.day == date(2026, 11, 18)
    assert item.at == end_of_day(item.day, desk.zone)
    assert item.at <= desk.now()


def test_what_is_typed_is_one_clean_line_of_bounded_length(desk: FrontDesk, noy: int) -> None:
    assert add(desk, noy, text="  ring\nher  ").follow_up.text == "ring her"
    with pytest.raises(BadInput):
        add(desk, noy, text="x" * 201)


def test_its_history_is_never_rewritten(desk: FrontDesk, noy: int) -> None:
    done(desk, add(desk, noy).follow_up.id, "done")
    for rewrite in ("UPDATE follow_up_step SET to_state = 'OPEN'", "DELETE FROM follow_up_step"):
        with pytest.raises(apsw.ConstraintError):
            desk.store.submit(lambda rewrite=rewrite: desk.store.write().run(rewrite)).result()
