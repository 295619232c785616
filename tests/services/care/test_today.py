"""Today's list has what is to be done for people, each thing once, until it is seen to."""

from datetime import UTC, date, datetime

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.messages import MessageKind, Way
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.surprises import FILLS_THE_CARD
from frontdesk.domain.care.today import QUIETLY, TodayItem, TodayKind
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import Look, PassTerms, ProgrammeDraft, ProgrammeKind, Terms
from frontdesk.domain.loyalty.stamping import GoodwillReason
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.said import Said
from frontdesk.services.care.today_people import MOST_A_DAY, MOST_OF_OTHER_DAYS
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, merge, tap

WELL_WISHED = frozenset({Purpose.BIRTHDAY})
THURSDAY = date(2026, 11, 19)


def items(desk: FrontDesk, kind: TodayKind | None = None) -> list[TodayItem]:
    return [each for each in desk.today_list.items(desk.now()) if kind in (None, each.kind)]


def names(desk: FrontDesk, kind: TodayKind) -> list[str]:
    return [each.name for each in items(desk, kind)]


def born(desk: FrontDesk, name: str, month: int, day: int, **also: object) -> int:
    draft = CustomerDraft(name, birthday=Birthday(month, day), consents=WELL_WISHED, **also)  # type: ignore[arg-type]
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def tick(desk: FrontDesk, item: TodayItem) -> bytes:
    return desk.submit(desk.today_list.tick, desk.act(), item).result().gesture


def at_day(clock: FakeClock, day: date) -> None:
    """8:30 in Vientiane, on a day."""
    clock.at = int(datetime(day.year, day.month, day.day, 1, 30, tzinfo=UTC).timestamp() * 1000)


# --- the list as a whole ---


def test_an_empty_shop_has_nothing_to_do(desk: FrontDesk) -> None:
    assert items(desk) == []


def test_every_feature_is_asked_and_what_went_wrong_is_first(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    tap(desk, noy)
    clock.forward(days=3)
    born(desk, "Somchai", 11, 25)
    la = hire(desk)
    due = desk.now() - 60_000
    desk.submit(desk.requests.ask, desk.act(), noy, "Birthday cake", "", due).result()
    desk.submit(desk.follow_ups.add, desk.act(), noy, FollowUpKind.CALL, desk.today()).result()
    desk.submit(desk.recoveries.record, desk.act(), Situation.WRONG_ORDER, noy).result()
    desk.submit(desk.staff_thanks.thank, desk.act(), la, "so friendly", noy).result()
    desk.submit(desk.staff_requests.ask, desk.act(), "Friday off").result()
    assert [each.kind for each in items(desk)] == [
        TodayKind.RECOVERY,
        TodayKind.PROMISE_DUE,
        TodayKind.FOLLOW_UP,
        TodayKind.FIRST_DAY,
        TodayKind.BIRTHDAY,
        TodayKind.STAFF_THANKS,
        TodayKind.STAFF_REQUEST,
    ]


def test_who_is_to_be_put_right_is_not_listed_twice_for_being_expected(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = regular(desk, clock, "Noy")
    told = desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, noy).result().recovery
    upset = (TodayKind.RECOVERY, TodayKind.UPSET_EXPECTED)
    assert [each.kind for each in items(desk) if each.kind in upset] == [TodayKind.RECOVERY]
    desk.submit(desk.recoveries.move, desk.act(), told.id, RecoveryState.RESOLVED).result()
    clock.forward(days=1)
    assert [each.kind for each in items(desk) if each.kind in upset] == [TodayKind.UPSET_EXPECTED]


def test_a_ticked_item_leaves_the_list_until_it_is_undone(desk: FrontDesk) -> None:
    born(desk, "Noy", 11, 19)
    (card,) = items(desk, TodayKind.BIRTHDAY)
    ticked = tick(desk, card)
    assert names(desk, TodayKind.BIRTHDAY) == []
    assert names(desk, TodayKind.FIRST_DAY) == ["Noy"]
    desk.submit(desk.today_list.undo, desk.act(), ticked).result()
    assert names(desk, TodayKind.BIRTHDAY) == ["Noy"]
    with pytest.raises(Refused) as twice:
        desk.submit(desk.today_list.undo, desk.act(), ticked).result()
    assert twice.value.code is RefusalCode.ALREADY_UNDONE


def test_a_tick_is_of_its_day_and_a_repeated_act_is_one(desk: FrontDesk, clock: FakeClock) -> None:
    noy = born(desk, "Noy", 11, 20)
    (card,) = items(desk, TodayKind.BIRTHDAY)
    act = desk.act()
    for _ in range(2):
        desk.submit(desk.today_list.tick, act, card).result()
    clock.forward(days=1)
    assert names(desk, TodayKind.BIRTHDAY) == []
    at_day(clock, date(2027, 11, 19))
    tap(desk, noy)
    assert names(desk, TodayKind.BIRTHDAY) == ["Noy"]


def test_a_tick_of_somebody_counts_for_who_answers_for_them(desk: FrontDesk) -> None:
    noy, twin = enrol(desk), born(desk, "Noi", 11, 19)
    tick(desk, items(desk, TodayKind.BIRTHDAY)[0])
    merge(desk, noy, twin)
    assert names(desk, TodayKind.BIRTHDAY) == []


def test_only_a_tick_is_undone_here(desk: FrontDesk) -> None:
    act = desk.act()
    desk.submit(desk.customers.enrol, act, CustomerDraft("Noy")).result()
    for gesture in (act.gesture, bytes(16)):
        with pytest.raises(Refused) as refused:
            desk.submit(desk.today_list.undo, desk.act(), gesture).result()
        assert refused.value.code is RefusalCode.NOTHING_TO_UNDO


# --- newcomers ---


def test_a_newcomer_is_reassured_on_the_first_day_and_the_next(desk: FrontDesk, clock: FakeClock) -> None:
    tap(desk, enrol(desk))
    (first,) = items(desk, TodayKind.FIRST_DAY)
    assert (first.day, first.number) == (THURSDAY, 0)
    clock.forward(days=1)
    assert items(desk, TodayKind.FIRST_DAY)[0].number == 1
    clock.forward(days=1)
    assert names(desk, TodayKind.FIRST_DAY) == []


def test_who_comes_again_needs_no_reassuring(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    tap(desk, noy)
    clock.forward(hours=5)
    tap(desk, noy)
    assert names(desk, TodayKind.FIRST_DAY) == []


def test_a_first_visit_long_after_the_record_was_made_is_a_first_day(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = enrol(desk)
    clock.forward(days=30)
    assert names(desk, TodayKind.FIRST_DAY) == []
    tap(desk, noy)
    assert names(desk, TodayKind.FIRST_DAY) == ["Noy"]


def test_who_has_a_paper_card_is_no_newcomer(desk: FrontDesk) -> None:
    noy = enrol(desk)
    desk.submit(desk.adopting.adopt, desk.act(), noy, 3).result()
    assert names(desk, TodayKind.FIRST_DAY) == []


def test_over_closed_days_a_newcomer_is_not_forgotten(desk: FrontDesk, clock: FakeClock) -> None:
    rules = CareRules(closed_weekdays=frozenset({4, 5}))
    desk.submit(desk.care_rules.save, desk.act(), rules).result()
    tap(desk, enrol(desk))
    clock.forward(days=3)  # Sunday, after a closed Friday and Saturday
    assert names(desk, TodayKind.FIRST_DAY) == ["Noy"]
    clock.forward(days=1)
    assert names(desk, TodayKind.FIRST_DAY) == []


# --- birthdays and anniversaries ---


@pytest.mark.parametrize(("day", "listed"), [(17, False), (18, True), (19, True), (22, True), (23, False)])
def test_a_birthday_is_there_in_time_for_the_card(desk: FrontDesk, day: int, listed: bool) -> None:
    born(desk, "Noy", 11, day)
    found = items(desk, TodayKind.BIRTHDAY)
    assert [(each.day.day, each.number) for each in found] == ([(day, day - 19)] if listed else [])


def test_without_consent_there_is_no_birthday(desk: FrontDesk) -> None:
    enrol(desk, birthday=Birthday(11, 19))
    assert names(desk, TodayKind.BIRTHDAY) == []


@pytest.mark.parametrize(
    ("today", "kept_on"),
    [
        (date(2027, 2, 27), date(2027, 2, 28)),
        (date(2027, 2, 28), date(2027, 2, 28)),
        (date(2028, 2, 28), date(2028, 2, 29)),
    ],
)
def test_the_29_february_is_kept_once_in_every_year(
    desk: FrontDesk, clock: FakeClock, today: date, kept_on: date
) -> None:
    at_day(clock, today)
    born(desk, "Noy", 2, 29)
    assert [each.day for each in items(desk, TodayKind.BIRTHDAY)] == [kept_on]


def test_who_was_not_here_for_a_year_gets_no_card(desk: FrontDesk, clock: FakeClock) -> None:
    born(desk, "Noy", 11, 19)
    at_day(clock, date(2027, 11, 21))
    assert names(desk, TodayKind.BIRTHDAY) == []


def test_archived_people_have_no_birthday_and_the_unnamed_have_a_quiet_one(desk: FrontDesk) -> None:
    gone = born(desk, "Gone", 11, 19)
    desk.submit(desk.customers.archive, desk.act(), gone).result()
    born(desk, "Noy", 11, 19, greet_by_name=False)
    assert [(each.name, each.about) for each in items(desk, TodayKind.BIRTHDAY)] == [("Noy", QUIETLY)]


def test_a_day_has_no_more_cards_than_can_be_written(desk: FrontDesk) -> None:
    for number in range(MOST_A_DAY + 3):
        born(desk, f"Noy {number}", 11, 19)
        born(desk, f"Kham {number}", 11, 21)
    days = [each.number for each in items(desk, TodayKind.BIRTHDAY)]
    assert (days.count(0), days.count(2)) == (MOST_A_DAY, MOST_OF_OTHER_DAYS)


@pytest.mark.parametrize(("years", "listed"), [(1, True), (2, True), (3, False), (5, True)])
def test_an_anniversary_is_of_round_years(
    desk: FrontDesk, clock: FakeClock, years: int, listed: bool
) -> None:
    noy = enrol(desk)
    tap(desk, noy)
    at_day(clock, date(2026 + years, 11, 18))
    tap(desk, noy)
    found = [(each.name, each.number, each.day) for each in items(desk, TodayKind.ANNIVERSARY)]
    assert found == ([("Noy", years, date(2026 + years, 11, 19))] if listed else [])


def test_who_stopped_coming_or_wants_no_name_has_no_anniversary(desk: FrontDesk, clock: FakeClock) -> None:
    quiet = desk.submit(
        desk.customers.enrol, desk.act(), CustomerDraft("Quiet", greet_by_name=False)
    ).result()
    stayed_away = enrol(desk, "Away")
    for who in (quiet.customer.id, stayed_away):
        tap(desk, who)
    at_day(clock, date(2027, 11, 19))
    tap(desk, quiet.customer.id)
    assert names(desk, TodayKind.ANNIVERSARY) == []


# --- what was written, and passes ---


def test_a_card_that_was_printed_sees_to_the_birthday(desk: FrontDesk) -> None:
    noy = born(desk, "Noy", 11, 19)
    note = desk.contacting.note
    desk.submit(note, desk.act(), noy, MessageKind.THANKS, Way.PAPER).result()
    assert names(desk, TodayKind.BIRTHDAY) == ["Noy"]
    desk.submit(note, desk.act(), noy, MessageKind.BIRTHDAY, Way.PAPER).result()
    assert names(desk, TodayKind.BIRTHDAY) == []


def sold(desk: FrontDesk, customer: int, passes: PassTerms) -> int:
    draft = ProgrammeDraft(Look(Said("Gym")), Terms(passes=passes), ProgrammeKind.MEMBERSHIP)
    programme: int = desk.submit(desk.programmes.add, desk.act(), draft).result().programme.id
    desk.submit(desk.passes.sell, desk.act(), customer, programme).result()
    return programme


def test_a_membership_that_is_not_renewed_is_a_call_on_the_day_after_its_last(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = enrol(desk)
    gym = sold(desk, noy, PassTerms(months=1))
    at_day(clock, date(2026, 12, 19))
    assert items(desk, TodayKind.PASS_NOT_RENEWED) == []
    at_day(clock, date(2026, 12, 20))
    (call,) = items(desk, TodayKind.PASS_NOT_RENEWED)
    assert (call.name, call.text, call.day) == ("Noy", "Gym", date(2026, 12, 19))
    desk.submit(desk.passes.sell, desk.act(), noy, gym).result()
    assert items(desk, TodayKind.PASS_NOT_RENEWED) == []


def test_who_was_called_is_not_called_again_and_nobody_for_long(desk: FrontDesk, clock: FakeClock) -> None:
    noy, kham = enrol(desk), enrol(desk, "Kham")
    sold(desk, noy, PassTerms(months=1))
    sold(desk, kham, PassTerms(months=1))
    at_day(clock, date(2026, 12, 21))
    tick(desk, items(desk, TodayKind.PASS_NOT_RENEWED)[0])
    clock.forward(days=2)
    assert names(desk, TodayKind.PASS_NOT_RENEWED) == ["Kham"]
    clock.forward(days=14)
    assert names(desk, TodayKind.PASS_NOT_RENEWED) == []


def test_a_pass_of_a_few_days_is_not_followed_up(desk: FrontDesk, clock: FakeClock) -> None:
    sold(desk, enrol(desk), PassTerms(months=0, days=3))
    clock.forward(days=5)
    assert names(desk, TodayKind.PASS_NOT_RENEWED) == []


# --- surprises ---


def regular(desk: FrontDesk, clock: FakeClock, name: str, weeks: int = 8) -> int:
    """Somebody who came each Thursday and each Monday of the weeks before the Thursday of the tests."""
    customer = enrol(desk, name)
    for week in range(weeks, 0, -1):
        for days in (7 * week, 7 * week - 4):
            clock.at -= days * 86_400_000
            tap(desk, customer)
            clock.at += days * 86_400_000
    return customer


def test_a_surprise_is_proposed_for_a_regular_and_goes_once_it_is_given(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = regular(desk, clock, "Noy")
    regular(desk, clock, "Rare", 3)
    (surprise,) = items(desk, TodayKind.SURPRISE)
    assert (surprise.name, surprise.number, surprise.day) == ("Noy", 16, THURSDAY)
    desk.submit(desk.goodwill.give, desk.act(), noy, GoodwillReason.SURPRISE).result()
    assert names(desk, TodayKind.SURPRISE) == []


def test_a_given_surprise_brings_no_second_one_on_its_day_but_the_next_week(
    desk: FrontDesk, clock: FakeClock
) -> None:
    first, second = regular(desk, clock, "First"), regular(desk, clock, "Second")
    assert names(desk, TodayKind.SURPRISE) == ["First"]
    desk.submit(desk.goodwill.give, desk.act(), first, GoodwillReason.SURPRISE).result()
    assert names(desk, TodayKind.SURPRISE) == []
    clock.forward(days=7)
    tap(desk, first)
    assert [each.customer_id for each in items(desk, TodayKind.SURPRISE)] == [second]


def test_no_budget_no_surprise(desk: FrontDesk, clock: FakeClock) -> None:
    regular(desk, clock, "Noy")
    desk.submit(desk.limits.save, desk.act(), Limits(surprises=0)).result()
    assert names(desk, TodayKind.SURPRISE) == []


def test_who_is_upset_is_not_bought_off(desk: FrontDesk, clock: FakeClock) -> None:
    upset, other = regular(desk, clock, "Upset"), regular(desk, clock, "Other")
    told = desk.submit(desk.recoveries.record, desk.act(), Situation.PRICE, upset).result().recovery
    desk.submit(desk.recoveries.move, desk.act(), told.id, RecoveryState.RESOLVED).result()
    assert [each.customer_id for each in items(desk, TodayKind.SURPRISE)] == [other]
    desk.submit(desk.recoveries.move, desk.act(), told.id, RecoveryState.CONFIRMED).result()
    assert [each.customer_id for each in items(desk, TodayKind.SURPRISE)] == [upset]


def test_who_wants_no_attention_is_left_in_peace(desk: FrontDesk, clock: FakeClock) -> None:
    noy = regular(desk, clock, "Noy")
    quiet = CustomerDraft("Noy", greet_by_name=False)
    desk.submit(desk.customers.edit, desk.act(), noy, quiet).result()
    assert names(desk, TodayKind.SURPRISE) == []


def test_the_same_people_are_proposed_all_day(desk: FrontDesk, clock: FakeClock) -> None:
    regular(desk, clock, "Noy")
    later = regular(desk, clock, "Later", 4)
    before = items(desk, TodayKind.SURPRISE)
    clock.forward(hours=6)
    tap(desk, later)
    assert items(desk, TodayKind.SURPRISE) == before


def test_it_says_when_the_stamp_would_fill_the_card(desk: FrontDesk, clock: FakeClock) -> None:
    noy = regular(desk, clock, "Noy")
    balance = desk.loyalty.cards(noy, desk.now())[0].balance
    missing = -balance % 5 - 1
    if missing > 0:
        tap(desk, noy, missing)
    while desk.loyalty.cards(noy, desk.now())[0].offers:
        desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    (surprise,) = items(desk, TodayKind.SURPRISE)
    assert surprise.about == FILLS_THE_CARD
