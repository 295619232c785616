"""The year of visits is one that a café could have had."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from random import Random

import pytest

from frontdesk.commands.demo.cafe import PRODUCT, PROGRAMME, STAFF, open_hours
from frontdesk.commands.demo.habits import Habit
from frontdesk.commands.demo.rhythms import DemoVisit, visits_of
from frontdesk.commands.demo.shop import DemoShop, make_demo
from frontdesk.commands.demo.tastes import contains


def minute_of(visit: DemoVisit) -> int:
    return visit.at.hour * 60 + visit.at.minute


def of_habit(shop: DemoShop, habit: Habit) -> list[DemoVisit]:
    return [visit for visit in shop.visits if shop.people[visit.person].habit is habit]


def share(visits: list[DemoVisit], fitting: list[DemoVisit]) -> float:
    return len(fitting) / len(visits)


def test_there_is_a_year_of_them_with_a_heavy_tail(shop: DemoShop) -> None:
    counts = Counter(visit.person for visit in shop.visits)
    assert 10_000 <= len(shop.visits) <= 16_000
    assert set(counts) == set(range(300)), "everybody has come at least once"
    assert 35 <= sum(100 <= count <= 260 for count in counts.values()) <= 55
    assert sum(count <= 5 for count in counts.values()) >= 80
    assert max(counts.values()) <= 260


def test_morning_people_come_on_weekday_mornings(shop: DemoShop) -> None:
    visits = of_habit(shop, Habit.MORNING)
    mornings = [v for v in visits if v.at.weekday() < 5 and 7 * 60 + 15 <= minute_of(v) <= 9 * 60 + 10]
    assert share(visits, mornings) > 0.9


def test_weekend_people_come_for_brunch_on_weekends(shop: DemoShop) -> None:
    visits = of_habit(shop, Habit.WEEKEND)
    brunches = [v for v in visits if v.at.weekday() >= 5 and 8 <= v.at.hour < 13]
    assert share(visits, brunches) > 0.9


def test_lunch_people_come_around_noon(shop: DemoShop) -> None:
    visits = of_habit(shop, Habit.LUNCH)
    assert share(visits, [v for v in visits if 11 <= v.at.hour < 14]) > 0.95


def test_a_person_keeps_to_their_own_time(shop: DemoShop) -> None:
    minutes = defaultdict(list)
    for visit in of_habit(shop, Habit.LUNCH):
        minutes[visit.person].append(minute_of(visit))
    for own in minutes.values():
        near = [minute for minute in own if abs(minute - sorted(own)[len(own) // 2]) <= 35]
        assert len(near) / len(own) > 0.85


def test_tourists_come_for_a_few_days_and_then_no_more(shop: DemoShop) -> None:
    days = defaultdict(set)
    for visit in of_habit(shop, Habit.TOURIST):
        days[visit.person].add(visit.at.date())
    assert any(len(stay) > 2 for stay in days.values())
    assert all(max(stay) - min(stay) <= timedelta(days=6) for stay in days.values())


def test_who_has_stopped_is_not_seen_any_more(shop: DemoShop) -> None:
    last = {visit.person: visit.at.date() for visit in (*shop.visits, *shop.visits_today)}
    gone = [person for person in shop.people if person.stopped]
    assert 10 <= len(gone) <= 45
    for person in gone:
        assert person.stopped is not None
        assert last[person.index] <= person.stopped <= shop.today - timedelta(days=21)


def test_some_are_new_this_week_and_have_just_begun(shop: DemoShop) -> None:
    new = [person for person in shop.people if (shop.today - person.enrolled).days <= 6]
    counts = Counter(visit.person for visit in shop.visits)
    assert len(new) >= 6
    assert all(1 <= counts[person.index] <= 8 for person in new)


def test_the_first_visit_is_on_the_day_of_enrolment(shop: DemoShop) -> None:
    first: dict[int, date] = {}
    for visit in shop.visits:
        first.setdefault(visit.person, visit.at.date())
    assert first == {person.index: person.enrolled for person in shop.people}


def test_nobody_is_served_while_the_door_is_shut(shop: DemoShop) -> None:
    for visit in (*shop.visits, *shop.visits_today):
        hours = open_hours(visit.at.date())
        assert hours is not None, visit
        assert hours.opens <= minute_of(visit) < hours.closes, visit


def test_two_visits_of_one_person_never_run_into_each_other(shop: DemoShop) -> None:
    last: dict[int, DemoVisit] = {}
    for visit in shop.visits:
        before = last.get(visit.person)
        assert before is None or visit.at - before.at >= timedelta(hours=1)
        last[visit.person] = visit
    twice = Counter((visit.person, visit.at.date()) for visit in shop.visits)
    assert max(twice.values()) == 2


def test_balances_never_fall_below_zero_and_rewards_are_taken_only_when_full(shop: DemoShop) -> None:
    balance: Counter[int] = Counter()
    for visit in (*shop.visits, *shop.visits_today):
        balance[visit.person] += visit.stamps
        if visit.redeems:
            assert balance[visit.person] >= PROGRAMME.goal
            balance[visit.person] -= PROGRAMME.goal
        assert visit.stamps >= 0


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_about_a_dozen_people_have_a_reward_ready(seed: int) -> None:
    balance: Counter[int] = Counter()
    for visit in make_demo(300, seed, date(2026, 10, 14)).visits:
        balance[visit.person] += visit.stamps - PROGRAMME.goal * visit.redeems
    assert 6 <= sum(stamps >= PROGRAMME.goal for stamps in balance.values()) <= 20


def test_each_coffee_paid_for_earns_a_stamp_and_the_free_one_none(shop: DemoShop) -> None:
    for visit in shop.visits:
        coffees = sum(PRODUCT[key].stamps for key in visit.items)
        assert visit.stamps == coffees - visit.redeems
        full_price = sum(PRODUCT[key].price for key in visit.items)
        assert (visit.paid < full_price) == visit.redeems
    ordinary = sum(visit.stamps == 1 for visit in shop.visits)
    assert ordinary / len(shop.visits) > 0.7


def test_most_orders_are_the_usual_and_none_is_dangerous(shop: DemoShop) -> None:
    usual = [v for v in shop.visits if set(shop.people[v.person].usual) <= set(v.items)]
    assert share(list(shop.visits), usual) > 0.7
    assert not any(
        shop.people[v.person].avoids and contains(v.items, shop.people[v.person].avoids) for v in shop.visits
    )


def test_each_of_the_staff_has_served(shop: DemoShop) -> None:
    served = Counter(visit.served_by for visit in shop.visits)
    assert set(served) == {member.key for member in STAFF}
    assert min(served.values()) > 1_000


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_somebody_may_be_expected_at_any_hour_of_the_demo_day(seed: int) -> None:
    shop = make_demo(300, seed, date(2026, 10, 14))
    lately = Counter(
        visit.at.hour
        for visit in shop.visits
        if visit.at.weekday() < 5 and (shop.today - visit.at.date()).days <= 28
    )
    assert min(lately[hour] for hour in range(7, 18)) >= 8
    assert len({visit.at.hour for visit in shop.visits_today}) >= 8


def test_one_person_s_visits_come_from_their_own_stream_alone(shop: DemoShop) -> None:
    person = shop.people[7]
    again = visits_of(person, shop.today, Random("1/visits/7"))
    assert again == [v for v in (*shop.visits, *shop.visits_today) if v.person == 7]
