"""Leaving is one act, what is theirs stays theirs, and coming back is another."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.care_figures import FigureKind
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.messages import MessageKind, Way
from frontdesk.domain.care.today import TodayKind
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.loyalty.programmes import Look, PassTerms, ProgrammeDraft, ProgrammeKind, Terms
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.people.leaving import LeavingReason, LeavingSaved
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.said import Said
from frontdesk.storage.trust.verifying.verify_acts import act_faults
from tests.conftest import FakeClock

AGREED = frozenset({Purpose.MESSAGES, Purpose.BIRTHDAY})


@pytest.fixture
def maria(desk: FrontDesk) -> int:
    """Seven stamps of five, a yes to messages, and an open request."""
    draft = CustomerDraft("Maria Oliveira", called="Maria", phone="020 5551 4867", consents=AGREED)
    wording = dict.fromkeys(AGREED, "I agree.")
    saved = desk.submit(desk.customers.enrol, desk.act(), draft, None, wording).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), saved.customer.id, 7).result()
    desk.submit(desk.requests.ask, desk.act(), saved.customer.id, "Umbrella", "", None).result()
    return saved.customer.id


@pytest.fixture
def gym(desk: FrontDesk) -> int:
    """Ten visits within three months for 200,000."""
    terms = Terms(passes=PassTerms(10, 3, 0, 200_000))
    draft = ProgrammeDraft(Look(Said("Gym pass")), terms, ProgrammeKind.PASS)
    return desk.submit(desk.programmes.add, desk.act(), draft).result().programme.id


def leave(desk: FrontDesk, customer_id: int, reason: LeavingReason | None = None) -> bytes:
    return gesture_of(desk.submit(desk.leaving.leave, desk.act(), customer_id, reason).result())


def granted(desk: FrontDesk, customer_id: int) -> set[Purpose]:
    return {said.purpose for said in desk.customers.consents(customer_id) if said.granted}


def ledger(desk: FrontDesk) -> list[tuple[object, ...]]:
    return list(desk.store.read().run("SELECT * FROM ledger_entry"))


def test_who_leaves_is_off_every_list_and_gets_no_messages(desk: FrontDesk, maria: int) -> None:
    leave(desk, maria)
    assert not desk.search.find("Maria")
    assert not desk.wall.tiles(desk.now(), 24)
    assert not desk.requests.due()
    with pytest.raises(Refused) as refused:
        desk.greetings.open(maria, desk.now())
    assert refused.value.code is RefusalCode.UNKNOWN_CUSTOMER
    with pytest.raises(Refused):
        desk.contacting.offer(maria, MessageKind.MISSED, desk.now())


def test_leaving_touches_nothing_of_the_ledger_and_tells_what_is_left(
    desk: FrontDesk, maria: int, gym: int
) -> None:
    desk.submit(desk.passes.sell, desk.act(), maria, gym).result()
    for _ in range(3):
        desk.submit(desk.passes.use, desk.act(), maria, gym, 1).result()
    before = ledger(desk)
    saved = desk.submit(desk.leaving.leave, desk.act(), maria).result()
    assert ledger(desk) == before
    stamps, visits = saved.balance.kept
    assert (stamps.card.balance, saved.balance.rewards_ready) == (7, 1)
    assert visits.card.validity is not None
    assert (visits.card.validity.visits_left, visits.worth) == (9, 180_000)
    assert desk.leaving.balance(maria, desk.now()) == saved.balance


def test_nothing_left_is_an_empty_balance(desk: FrontDesk) -> None:
    noy = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    assert not desk.leaving.balance(noy, desk.now()).kept


def test_undo_is_as_if_it_had_never_been(desk: FrontDesk, maria: int) -> None:
    before = desk.greetings.open(maria, desk.now())
    said = desk.customers.consents(maria)
    gesture = leave(desk, maria)
    desk.submit(desk.leaving.take_back, desk.act(), gesture).result()
    assert desk.greetings.open(maria, desk.now()) == before
    assert [(each.purpose, each.granted, each.wording) for each in desk.customers.consents(maria)] == [
        (each.purpose, each.granted, each.wording) for each in said
    ]
    assert desk.leaving.left(maria) is None
    with pytest.raises(Refused) as refused:
        desk.submit(desk.leaving.take_back, desk.act(), gesture).result()
    assert refused.value.code is RefusalCode.ALREADY_UNDONE


def test_coming_back_brings_all_but_the_yes_to_messages(
    desk: FrontDesk, maria: int, clock: FakeClock
) -> None:
    leave(desk, maria)
    clock.forward(days=90)
    back = desk.submit(desk.leaving.come_back, desk.act(), maria).result()
    assert back.balance.rewards_ready == 1
    greeting = desk.greetings.open(maria, clock.at)
    assert (greeting.cards[0].balance, len(greeting.requests)) == (7, 1)
    assert desk.search.find("Maria")
    assert granted(desk, maria) == {Purpose.BIRTHDAY}
    assert desk.contacting.offer(maria, MessageKind.THANKS, clock.at).ways == (Way.PAPER,)
    desk.submit(desk.loyalty.redeem, desk.act(), maria).result()


def test_the_card_of_who_left_says_so_and_still_counts(desk: FrontDesk, maria: int, clock: FakeClock) -> None:
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), [maria]).result()
    leave(desk, maria)
    day = desk.today().toordinal()
    clock.forward(days=30)
    with pytest.raises(Refused) as refused:
        desk.search.by_scan(Scan(card.code))
    assert (refused.value.code, refused.value.remedy) == (RefusalCode.LEFT_US, Remedy.WELCOME_BACK)
    assert refused.value.facts == {"customer": maria, "day": day}
    desk.submit(desk.leaving.come_back, desk.act(), maria).result()
    assert desk.search.by_scan(Scan(card.code)) == maria


def test_a_card_of_who_was_only_taken_off_the_list_is_unknown_as_before(desk: FrontDesk, maria: int) -> None:
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), [maria]).result()
    desk.submit(desk.customers.archive, desk.act(), maria).result()
    with pytest.raises(Refused) as refused:
        desk.search.by_scan(Scan(card.code))
    assert refused.value.code is RefusalCode.UNKNOWN_CODE
    assert desk.leaving.left(maria) is None


def test_a_double_tap_leaves_once_and_who_left_cannot_leave_again(desk: FrontDesk, maria: int) -> None:
    act = desk.act()
    first = desk.submit(desk.leaving.leave, act, maria).result()
    assert desk.submit(desk.leaving.leave, act, maria).result() == first
    with pytest.raises(Refused):
        leave(desk, maria)


def test_a_reason_is_counted_where_one_was_said(desk: FrontDesk, maria: int, clock: FakeClock) -> None:
    other = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Bua")).result().customer.id
    leave(desk, maria)
    for reason in (LeavingReason.PRICE, LeavingReason.MOVED):
        desk.submit(desk.leaving.say_why, desk.act(), maria, reason).result()
    clock.forward(minutes=1)
    leave(desk, other)
    left = desk.leaving.left(maria)
    assert left is not None
    assert left.reason is LeavingReason.MOVED
    every, moved = desk.leaving.figures(0, clock.at + 1)
    assert (every.kind, every.value, [each.name for each in every.people]) == (
        FigureKind.LEFT,
        2,
        ["Bua", "Maria"],
    )
    assert (moved.about, [each.customer_id for each in moved.people]) == ("MOVED", [maria])
    desk.submit(desk.leaving.come_back, desk.act(), maria).result()
    assert [each.value for each in desk.leaving.figures(0, clock.at + 1)] == [1]
    desk.submit(desk.leaving.say_why, desk.act(), maria, LeavingReason.OTHER).result()
    assert [each.customer_id for each in desk.leaving.all_left(0, clock.at + 1)] == [other]


def test_joined_records_leave_and_come_back_as_one(desk: FrontDesk, maria: int) -> None:
    twin = (
        desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Maria O", consents=AGREED))
        .result()
        .customer.id
    )
    desk.submit(desk.merging.merge, desk.act(), maria, twin).result()
    gesture = leave(desk, twin)
    assert desk.leaving.left(maria) == desk.leaving.left(twin)
    desk.submit(desk.leaving.take_back, desk.act(), gesture).result()
    assert granted(desk, maria) == AGREED


def test_today_has_nothing_more_to_do_for_who_left(desk: FrontDesk, maria: int) -> None:
    day = desk.today()
    draft = replace(desk.customers.draft(maria), birthday=Birthday(day.month, day.day))
    desk.submit(desk.customers.edit, desk.act(), maria, draft).result()
    desk.submit(desk.follow_ups.add, desk.act(), maria, FollowUpKind.CALL, day).result()
    theirs = [item.kind for item in desk.today_list.items(desk.now()) if item.customer_id == maria]
    assert {TodayKind.BIRTHDAY, TodayKind.FOLLOW_UP} <= set(theirs)
    leave(desk, maria)
    assert not [item for item in desk.today_list.items(desk.now()) if item.customer_id == maria]


def back(desk: FrontDesk, customer_id: int) -> bytes:
    return gesture_of(desk.submit(desk.leaving.come_back, desk.act(), customer_id).result())


def gesture_of(saved: LeavingSaved) -> bytes:
    assert saved.gesture is not None
    return saved.gesture


def refusal(desk: FrontDesk, gesture: bytes) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        desk.submit(desk.leaving.take_back, desk.act(), gesture).result()
    return refused.value.code


def test_undo_of_an_older_leaving_touches_neither_the_later_one_nor_the_messages(
    desk: FrontDesk, maria: int
) -> None:
    first = leave(desk, maria)
    came = back(desk, maria)
    leave(desk, maria)
    assert refusal(desk, first) is RefusalCode.MOVED_ON
    assert refusal(desk, came) is RefusalCode.MOVED_ON
    assert desk.leaving.left(maria) is not None
    back(desk, maria)
    assert Purpose.MESSAGES not in granted(desk, maria)


def test_a_coming_back_that_was_a_mistake_is_taken_back(
    desk: FrontDesk, maria: int, clock: FakeClock
) -> None:
    left = leave(desk, maria, LeavingReason.PRICE)
    before = desk.leaving.left(maria)
    clock.forward(days=2)
    came = back(desk, maria)
    act = desk.act()
    for _ in range(2):  # the second is the same act once more
        undone = desk.submit(desk.leaving.take_back, act, came).result()
        assert undone.gesture is None
    assert desk.leaving.left(maria) == before
    assert not desk.search.find("Maria")
    assert refusal(desk, came) is RefusalCode.ALREADY_UNDONE
    desk.submit(desk.leaving.take_back, desk.act(), left).result()
    assert desk.leaving.left(maria) is None
    assert granted(desk, maria) == AGREED
    assert not list(act_faults(desk.store.read()))


def test_a_reason_that_was_a_mistake_gives_way_to_the_one_before(desk: FrontDesk, maria: int) -> None:
    leave(desk, maria, LeavingReason.PRICE)
    said = desk.submit(desk.leaving.say_why, desk.act(), maria, LeavingReason.MOVED).result()
    desk.submit(desk.leaving.take_back, desk.act(), gesture_of(said)).result()
    left = desk.leaving.left(maria)
    assert left is not None
    assert left.reason is LeavingReason.PRICE


def test_who_is_here_already_has_nothing_to_take_back(desk: FrontDesk, maria: int) -> None:
    assert desk.submit(desk.leaving.come_back, desk.act(), maria).result().gesture is None


def test_who_left_under_a_clock_that_was_ahead_is_in_the_list(desk: FrontDesk, maria: int) -> None:
    desk.submit(desk.leaving.leave, desk.act(desk.now() + 86_400_000), maria).result()
    assert [each.customer_id for each in desk.leaving.gone()] == [maria]
