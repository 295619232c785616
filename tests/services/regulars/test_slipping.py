"""Who is missed is learnt from the store and moved by each visit; what is done is kept, and undone."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.care.care_figures import CareFigure, FigureKind
from frontdesk.domain.care.messages import MessageKind, Way
from frontdesk.domain.care.today import QUIETLY, TodayKind
from frontdesk.domain.days import DAY
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars import display
from frontdesk.domain.regulars.absences import AwayReason, Missed, StepKind
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.regulars.slipping import Missing
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.text import BadInput
from frontdesk.services.regulars.slipping import A_HANDFUL
from frontdesk.services.regulars.slipping_figures import CONTACTED
from frontdesk.services.regulars.slipping_lesson import Ground, Lesson
from tests.conftest import FakeClock


def enrol(desk: FrontDesk, name: str) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id


def visit(desk: FrontDesk, customer_id: int, days_ago: float) -> Act:
    act = desk.act(desk.now() - int(days_ago * DAY))
    desk.submit(desk.loyalty.add_stamps, act, customer_id).result()
    return act


def comes(desk: FrontDesk, customer_id: int, every: int, silent: int, times: int = 8) -> None:
    """Came every so many days, and then no more."""
    for time in range(times, 0, -1):
        visit(desk, customer_id, silent + (time - 1) * every)


def regular(desk: FrontDesk, name: str, every: int, silent: int, times: int = 8) -> int:
    customer_id = enrol(desk, name)
    comes(desk, customer_id, every, silent, times)
    return customer_id


def listed(desk: FrontDesk) -> list[str]:
    found = desk.slipping.missed(desk.now())
    return [each.name for each in (*found.quiet, *found.lost)]


def one(desk: FrontDesk, customer_id: int) -> Missed:
    found = desk.slipping.one(customer_id, desk.now())
    assert found is not None
    return found


def no_holidays(desk: FrontDesk) -> None:
    rules = replace(desk.care_rules.get(), holidays=False)
    desk.submit(desk.care_rules.save, desk.act(), rules).result()


def back_line(desk: FrontDesk, customer_id: int) -> GreetingLine | None:
    lines = desk.greetings.open(customer_id, desk.now()).lines
    return next((line for line in lines if line.kind is LineKind.BACK_AFTER_LONG), None)


# --- who is missed ---


def test_a_regular_is_missed_by_their_own_rhythm(desk: FrontDesk) -> None:
    regular(desk, "Noy", every=3, silent=40)
    regular(desk, "Keo", every=3, silent=14)
    regular(desk, "Dara", every=3, silent=40, times=4)
    regular(desk, "Ploy", every=21, silent=35)
    assert listed(desk) == ["Noy"]
    noy = desk.slipping.missed(desk.now()).quiet[0]
    assert (noy.state, noy.silence.every, noy.silent) == (Missing.QUIET, 3, 40)
    assert not noy.chance.enough


def test_who_has_been_silent_for_months_is_lost_and_after_a_year_somebody_of_former_times(
    desk: FrontDesk,
) -> None:
    regular(desk, "Noy", every=3, silent=40)
    regular(desk, "Keo", every=3, silent=150)
    regular(desk, "Dara", every=3, silent=370)
    found = desk.slipping.missed(desk.now())
    assert [each.name for each in found.quiet] == ["Noy"]
    assert [each.name for each in found.lost] == ["Keo"]
    assert (found.quiet_in_all, found.lost_in_all) == (1, 1)


def test_a_visit_takes_them_off_the_list_and_its_undo_puts_them_back(desk: FrontDesk) -> None:
    noy = regular(desk, "Noy", every=3, silent=40)
    regular(desk, "Keo", every=4, silent=50)
    assert sorted(listed(desk)) == ["Keo", "Noy"]
    came = visit(desk, noy, 0)
    assert desk.slipping.one(noy, desk.now()) is None
    assert listed(desk) == ["Keo"]
    desk.submit(desk.loyalty.undo, desk.act(), came.gesture).result()
    assert sorted(listed(desk)) == ["Keo", "Noy"]


def test_two_records_of_one_person_have_one_rhythm(desk: FrontDesk) -> None:
    noy, twin = enrol(desk, "Noy"), enrol(desk, "Noi")
    for place, days_ago in enumerate(range(64, 36, -4)):
        visit(desk, (noy, twin)[place % 2], days_ago)
    assert listed(desk) == []
    merged = desk.submit(desk.merging.merge, desk.act(), noy, twin).result()
    assert listed(desk) == ["Noy"]
    assert one(desk, twin).silence.every == 4
    desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
    assert listed(desk) == [], "each of them alone came too seldom"
    desk.submit(desk.merging.merge, desk.act(), noy, twin).result()
    assert listed(desk) == ["Noy"]
    visit(desk, noy, 0)
    assert listed(desk) == []


def test_who_was_put_away_or_left_is_not_missed(desk: FrontDesk) -> None:
    noy, keo = regular(desk, "Noy", every=3, silent=40), regular(desk, "Keo", every=3, silent=41)
    desk.submit(desk.customers.archive, desk.act(), noy).result()
    assert listed(desk) == ["Keo"]
    desk.submit(desk.leaving.leave, desk.act(), keo).result()
    assert listed(desk) == []
    assert desk.slipping.today_items(desk.now()) == ()


def test_closed_weekdays_make_no_silence(desk: FrontDesk) -> None:
    regular(desk, "Noy", every=3, silent=27)
    assert listed(desk) == ["Noy"]
    rules = replace(desk.care_rules.get(), closed_weekdays=frozenset({5, 6}))
    desk.submit(desk.care_rules.save, desk.act(), rules).result()
    assert listed(desk) == []


@pytest.mark.parametrize(("holidays", "missed"), [(True, []), (False, ["Noy"])])
def test_the_new_years_week_makes_no_silence(
    desk: FrontDesk, clock: FakeClock, holidays: bool, missed: list[str]
) -> None:
    clock.forward(days=-210)  # to 23 April
    rules = replace(desk.care_rules.get(), holidays=holidays)
    desk.submit(desk.care_rules.save, desk.act(), rules).result()
    regular(desk, "Noy", every=3, silent=25)
    assert listed(desk) == missed


def test_days_without_anybody_in_a_busy_shop_make_no_silence(desk: FrontDesk) -> None:
    no_holidays(desk)
    regular(desk, "Noy", every=3, silent=27)
    passers = [enrol(desk, f"Guest {number}") for number in range(7)]
    for days_ago in range(60, 0, -1):
        for passer in passers if not 5 <= days_ago <= 15 else ():
            visit(desk, passer, days_ago)
    assert "Noy" not in listed(desk)
    visit(desk, passers[0], 10)
    assert "Noy" not in listed(desk), "a visit that was keyed in late opens its day only"
    for days_ago in range(5, 16):
        visit(desk, passers[1], days_ago)
    assert "Noy" in listed(desk)


def test_with_the_clock_set_back_nobody_is_missed_too_early(desk: FrontDesk, clock: FakeClock) -> None:
    regular(desk, "Noy", every=3, silent=40)
    assert listed(desk) == ["Noy"]
    clock.forward(days=-20)
    assert listed(desk) == []
    clock.forward(days=-60)
    assert listed(desk) == []
    clock.forward(days=80)
    assert listed(desk) == ["Noy"]


def test_the_table_of_the_shop_tells_what_became_of_such_silences(desk: FrontDesk) -> None:
    for number in range(22):
        customer_id = enrol(desk, f"Guest {number}")
        silent = 200 + 6 * number
        comes(desk, customer_id, every=3, silent=silent)
        if number % 2:
            visit(desk, customer_id, silent - 50)
    noy = regular(desk, "Noy", every=3, silent=32)
    found = one(desk, noy)
    assert (found.chance.of, found.chance.came) == (33, 11), "who came back went silent again"
    assert found.state is Missing.QUIET


# --- how much they are missed ---


def test_who_brought_more_is_missed_more(desk: FrontDesk) -> None:
    small, big, nobody_knows = enrol(desk, "Noy"), enrol(desk, "Keo"), regular(desk, "Dara", 3, 40)
    for customer_id, price, every in ((small, 5_000, 3), (big, 90_000, 6)):
        product = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Feast", price)).result().product
        assert product is not None
        for days_ago in range(64, 39, -every):
            act = desk.act(desk.now() - days_ago * DAY)
            desk.submit(desk.loyalty.add_items, act, customer_id, (product.id,)).result()
    names = listed(desk)
    assert names.index("Keo") < names.index("Noy")
    keo = one(desk, big)
    assert keo.worth.visits == pytest.approx(30.4 / 6)
    assert keo.worth.money == round(90_000 * keo.worth.visits)
    assert one(desk, nobody_knows).worth.money is None


# --- what is done ---


def test_what_was_done_is_kept_with_who_did_it_and_can_be_taken_back(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = regular(desk, "Noy", every=3, silent=40)
    act = desk.act()
    outcome = desk.submit(desk.slipping.called, act, noy, "Was abroad, comes on Friday").result()
    again = desk.submit(desk.slipping.called, act, noy, "Was abroad, comes on Friday").result()
    assert outcome == again
    assert outcome.changes.customers == {noy}
    clock.forward(minutes=5)
    desk.submit(desk.slipping.asked, desk.act(), noy, AwayReason.HOURS).result()
    found = one(desk, noy)
    assert [(each.kind, each.note) for each in found.steps] == [
        (StepKind.ASKED, ""),
        (StepKind.CALLED, "Was abroad, comes on Friday"),
    ]
    assert found.steps[1].by == "Noy"
    assert found.reached_at == act.at
    assert found.reason is AwayReason.HOURS
    desk.submit(desk.slipping.undo, desk.act(), outcome.gesture).result()
    assert [each.kind for each in one(desk, noy).steps] == [StepKind.ASKED]
    assert one(desk, noy).reached_at is None
    with pytest.raises(Refused, match=RefusalCode.ALREADY_UNDONE):
        desk.submit(desk.slipping.undo, desk.act(), outcome.gesture).result()


def test_only_what_was_noted_here_is_undone_here(desk: FrontDesk) -> None:
    noy = enrol(desk, "Noy")
    came = visit(desk, noy, 1)
    for gesture in (came.gesture, desk.act().gesture):
        with pytest.raises(Refused, match=RefusalCode.NOTHING_TO_UNDO):
            desk.submit(desk.slipping.undo, desk.act(), gesture).result()
    with pytest.raises(BadInput):
        desk.submit(desk.slipping.called, desk.act(), noy, "x" * 3000).result()


def test_a_false_alarm_is_let_be_until_its_day(desk: FrontDesk, clock: FakeClock) -> None:
    noy = regular(desk, "Noy", every=3, silent=40)
    until = desk.today() + timedelta(days=7)
    desk.submit(desk.slipping.fine, desk.act(), noy, until, "On holiday").result()
    assert listed(desk) == []
    fine = desk.slipping.missed(desk.now()).let_be[0].fine
    assert fine is not None
    assert (fine.until, fine.note) == (until, "On holiday")
    clock.forward(days=6)
    assert listed(desk) == []
    clock.forward(days=1)
    assert listed(desk) == ["Noy"]


def test_let_be_for_good_holds_through_the_next_silence_and_is_taken_back(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = regular(desk, "Noy", every=3, silent=40)
    done = desk.submit(desk.slipping.fine, desk.act(), noy, None).result()
    for _ in range(3):
        visit(desk, noy, 0)
        clock.forward(days=3)
    clock.forward(days=40)
    assert listed(desk) == []
    desk.submit(desk.slipping.undo, desk.act(), done.gesture).result()
    assert listed(desk) == ["Noy"]


def test_who_moved_away_is_let_be_and_missed_again_once_they_came(desk: FrontDesk, clock: FakeClock) -> None:
    noy = regular(desk, "Noy", every=3, silent=40)
    desk.submit(desk.slipping.asked, desk.act(), noy, AwayReason.MOVED).result()
    assert listed(desk) == []
    for _ in range(3):
        clock.forward(days=3)
        visit(desk, noy, 0)
    clock.forward(days=40)
    assert listed(desk) == ["Noy"]
    assert one(desk, noy).steps == ()


def test_a_word_that_was_sent_counts_as_reaching_them(desk: FrontDesk) -> None:
    noy = regular(desk, "Noy", every=3, silent=40)
    sent = desk.act()
    desk.submit(desk.contacting.note, sent, noy, MessageKind.MISSED, Way.PAPER).result()
    assert one(desk, noy).reached_at == sent.at
    assert one(desk, noy).handled


# --- Today ---


def test_today_has_a_handful_of_those_whom_nobody_has_seen_to(desk: FrontDesk) -> None:
    people = [regular(desk, f"Guest {number}", every=3, silent=40 + 4 * number) for number in range(8)]
    assert desk.slipping.today_items(desk.now()) == (), "nothing is learnt yet"
    desk.slipping.refresh(desk.now())
    items = desk.slipping.today_items(desk.now())
    assert len(items) == A_HANDFUL
    assert {each.kind for each in items} == {TodayKind.GONE_QUIET}
    assert {each.number for each in items} <= {40 + 4 * number for number in range(8)}
    assert {each.customer_id for each in items} <= set(people)
    first = items[0].customer_id
    assert first is not None
    desk.submit(desk.slipping.called, desk.act(), first).result()
    left = desk.slipping.today_items(desk.now())
    assert len(left) == A_HANDFUL - 1
    assert first not in {each.customer_id for each in left}


def test_tomorrow_there_is_another_handful(desk: FrontDesk, clock: FakeClock) -> None:
    people = [regular(desk, f"Guest {number}", every=3, silent=40 + 4 * number) for number in range(7)]
    for customer_id in people[:5]:
        desk.submit(desk.slipping.fine, desk.act(), customer_id, None).result()
    desk.slipping.refresh(desk.now())
    assert desk.slipping.today_items(desk.now()) == ()
    clock.forward(days=1)
    desk.slipping.refresh(desk.now())
    assert {each.customer_id for each in desk.slipping.today_items(desk.now())} == set(people[5:])


def test_who_was_silent_for_long_does_not_press_and_a_name_is_not_said_against_a_wish(
    desk: FrontDesk,
) -> None:
    regular(desk, "Noy", every=3, silent=200)
    draft = CustomerDraft("Keo", greet_by_name=False)
    keo = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    comes(desk, keo, every=3, silent=40)
    desk.slipping.refresh(desk.now())
    assert [(each.name, each.about) for each in desk.slipping.today_items(desk.now())] == [("Keo", QUIETLY)]


# --- back again ---


def test_the_first_visit_back_is_greeted_as_such_all_day_and_no_longer(
    desk: FrontDesk, clock: FakeClock
) -> None:
    noy = regular(desk, "Noy", every=3, silent=40)
    desk.submit(desk.slipping.called, desk.act(), noy, "Broke her leg").result()
    clock.forward(minutes=1)
    desk.submit(desk.slipping.asked, desk.act(), noy, AwayReason.HEALTH).result()
    before = back_line(desk, noy)
    assert before is not None
    visit(desk, noy, 0)
    after = back_line(desk, noy)
    assert after == before
    assert (after.number, after.every) == (40, 3)
    absence = after.absence
    assert absence is not None
    assert (absence.reason, absence.note) == (AwayReason.HEALTH, "Broke her leg")
    assert absence.reached_at is not None
    clock.forward(days=1)
    assert back_line(desk, noy) is None


def test_the_customers_screen_says_nothing_of_an_absence(desk: FrontDesk) -> None:
    noy = regular(desk, "Noy", every=3, silent=40)
    desk.submit(desk.slipping.asked, desk.act(), noy, AwayReason.HEALTH, "Broke her leg").result()
    greeting, now = desk.greetings.open(noy, desk.now()), desk.now()
    assert any(line.absence for line in greeting.lines)
    plain = replace(
        greeting, lines=tuple(line for line in greeting.lines if line.kind is not LineKind.BACK_AFTER_LONG)
    )
    shown, without = (
        display.compose(each, None, since=now, now=now, house_language="en") for each in (greeting, plain)
    )
    assert shown == without
    assert "leg" not in repr(shown)


def test_who_was_not_missed_is_not_told_that_they_were(desk: FrontDesk) -> None:
    keo = regular(desk, "Keo", every=5, silent=13)
    assert back_line(desk, keo) is None


# --- figures ---


def figure(found: tuple[CareFigure, ...], kind: FigureKind, about: str = "") -> CareFigure:
    return next(each for each in found if (each.kind, each.about) == (kind, about))


def test_the_figures_open_into_the_people_they_count(desk: FrontDesk, clock: FakeClock) -> None:
    noy, keo = regular(desk, "Noy", every=3, silent=40), regular(desk, "Keo", every=3, silent=41)
    dara, ploy = regular(desk, "Dara", every=3, silent=150), regular(desk, "Ploy", every=3, silent=42)
    desk.submit(desk.slipping.called, desk.act(), noy).result()
    desk.submit(desk.slipping.asked, desk.act(), noy, AwayReason.PRICE, "Too dear").result()
    desk.submit(desk.slipping.asked, desk.act(), dara, AwayReason.PRICE).result()
    desk.submit(desk.slipping.asked, desk.act(), dara, AwayReason.MOVED).result()
    clock.forward(days=1)
    visit(desk, noy, 0)
    visit(desk, ploy, 0)
    found = desk.slipping.figures(desk.now() - 30 * DAY, desk.now())
    quiet, lost = figure(found, FigureKind.QUIET), figure(found, FigureKind.LOST)
    assert (quiet.value, [each.customer_id for each in quiet.people]) == (1, [keo])
    assert lost.value == 0, "who moved away is missed no more"
    price = figure(found, FigureKind.WHY_AWAY, AwayReason.PRICE)
    assert (price.value, price.of) == (1, 2)
    assert [(each.name, each.note) for each in price.people] == [("Noy", "Too dear")]
    called = figure(found, FigureKind.CAME_BACK, CONTACTED)
    alone = figure(found, FigureKind.CAME_BACK)
    assert (called.value, called.of, [each.name for each in called.people]) == (1.0, 1, ["Noy"])
    assert (alone.value, alone.of, [each.name for each in alone.people if each.met]) == (0.5, 2, ["Ploy"])
    assert {each.name for each in alone.people if not each.met} == {"Keo"}


def test_where_nobody_was_missed_there_is_no_share_of_who_came_back_or_said_fine(desk: FrontDesk) -> None:
    found = desk.slipping.figures(desk.now() - 30 * DAY, desk.now())
    assert [each.value for each in found] == [0.0, 0.0, None, None, None]


# --- the lesson keeps up ---


def lesson_of(desk: FrontDesk) -> Lesson:
    facts = desk.shop.facts()
    lesson = Lesson(Ground(desk.today(), facts.zone, facts.settings.country, desk.care_rules.get()))
    for _ in lesson.learn(desk.store.read()):
        pass
    lesson.follow(desk.store.read())
    return lesson


@pytest.mark.parametrize("seed", range(4))
def test_a_lesson_that_kept_up_knows_what_one_learnt_anew_knows(desk: FrontDesk, seed: int) -> None:
    rng = Random(seed)
    people = [
        regular(desk, f"Guest {number}", every=rng.randint(1, 9), silent=rng.randint(1, 90), times=6)
        for number in range(12)
    ]
    kept = lesson_of(desk)
    for _ in range(25):
        customer_id = rng.choice(people)
        act = visit(desk, customer_id, rng.choice([0, 0, rng.randint(0, 60)]))
        if rng.random() < 0.4:
            desk.submit(desk.loyalty.undo, desk.act(), act.gesture).result()
        if rng.random() < 0.3:
            other = rng.choice([each for each in people if each != customer_id])
            merged = desk.submit(desk.merging.merge, desk.act(), customer_id, other).result()
            if rng.random() < 0.5:
                desk.submit(desk.merging.unmerge, desk.act(), merged.merge.id).result()
            else:
                people.remove(other)
        kept.follow(desk.store.read())
        anew = lesson_of(desk)
        assert {key: each.silence for key, each in kept.absent.items()} == {
            key: each.silence for key, each in anew.absent.items()
        }
        assert kept.missed_before == anew.missed_before
        assert sorted(kept.in_order()) == sorted(kept.absent)


def test_a_day_begins_with_a_new_lesson(desk: FrontDesk, clock: FakeClock) -> None:
    noy = regular(desk, "Noy", every=3, silent=24)
    assert listed(desk) == []
    clock.forward(days=1)
    assert listed(desk) == ["Noy"]
    assert one(desk, noy).silent == 25
    assert date.fromordinal(one(desk, noy).silence.last) == desk.today() - timedelta(days=25)


def test_a_long_list_is_read_so_far_and_counted_whole(desk: FrontDesk) -> None:
    for number in range(5):
        regular(desk, f"Guest {number}", every=3, silent=40 + 4 * number)
    found = desk.slipping.missed(desk.now(), most=2)
    assert (len(found.quiet), found.quiet_in_all) == (2, 5)
