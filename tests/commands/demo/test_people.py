"""The demo's people are as many-sided as a real shop's, and hold to what they agreed to."""

import re
from collections import Counter
from datetime import date

from frontdesk.commands.demo.cafe import PRODUCT
from frontdesk.commands.demo.habits import Habit
from frontdesk.commands.demo.names import BOOKS
from frontdesk.commands.demo.people import draw_people
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.tastes import contains
from frontdesk.domain.people.customers import Purpose
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.people.phones import normalise_phone


def test_every_script_is_met_often_enough_to_be_seen(shop: DemoShop) -> None:
    spoken = Counter(person.language for person in shop.people)
    assert set(spoken) == set(BOOKS)
    assert min(spoken.values()) >= 10
    assert spoken.most_common(1)[0][0] == "lo"


def test_people_are_numbered_in_the_order_they_enrolled(shop: DemoShop) -> None:
    assert [person.index for person in shop.people] == list(range(300))
    enrolled = [person.enrolled for person in shop.people]
    assert enrolled == sorted(enrolled)
    assert enrolled[-1] < shop.today


def test_no_two_people_share_a_full_name_or_a_phone(shop: DemoShop) -> None:
    phones = [person.phone for person in shop.people if person.phone]
    assert len({person.name for person in shop.people}) == 300
    assert len(set(phones)) == len(phones)


def test_every_phone_is_one_that_could_ring(shop: DemoShop) -> None:
    # A Lao mobile number is 20 and eight digits, the first 2, 5, 7, 8 or 9; a Thai one 6, 8 or 9 and eight.
    ringing = re.compile(r"\+856(20[25789][0-9]{7})|\+66[689][0-9]{8}")
    numbers = [normalise_phone(person.phone, "856").e164 for person in shop.people if person.phone]
    assert all(ringing.fullmatch(number) for number in numbers)
    assert sum(number.startswith("+856") for number in numbers) > 200
    assert 3 <= sum(number.startswith("+66") for number in numbers) <= 40


def test_khmer_puts_the_family_first(shop: DemoShop) -> None:
    families = {name.text for name in BOOKS["km"].families}
    for person in shop.people:
        if person.language == "km":
            assert person.name.split()[0] in families


def test_many_lao_customers_go_by_a_nickname_that_can_be_said(shop: DemoShop) -> None:
    lao = [person for person in shop.people if person.language == "lo"]
    nicknamed = [person for person in lao if person.called not in person.name.split()]
    assert 0.4 < len(nicknamed) / len(lao) < 0.8
    assert all(person.called_spoken.isascii() for person in lao)


def test_without_consent_there_is_no_portrait_and_no_birthday(shop: DemoShop) -> None:
    for person in shop.people:
        assert (person.portrait is not None) == (Purpose.PHOTO in person.consents)
        assert (person.birthday is not None) == (Purpose.BIRTHDAY in person.consents)
    refused = sum(person.portrait is None for person in shop.people)
    assert 10 <= refused <= 45


def test_two_regulars_have_their_birthday_on_the_demo_day_and_more_that_week(shop: DemoShop) -> None:
    gaps = {
        person.index: person.birthday.days_from(shop.today)
        for person in shop.people
        if person.birthday and person.stopped is None and person.keenness >= 0.4
    }
    assert sum(gap == 0 for gap in gaps.values()) >= 2
    assert sum(0 < gap < 7 for gap in gaps.values()) >= 3


def test_a_leap_day_has_birthdays_too() -> None:
    leap_day = date(2028, 2, 29)
    people = draw_people(300, 1, leap_day)
    assert sum(bool(person.birthday and person.birthday.days_from(leap_day) == 0) for person in people) >= 2


def test_the_allergic_are_few_and_never_have_it_as_their_usual(shop: DemoShop) -> None:
    allergic = [person for person in shop.people if person.avoids]
    assert 4 <= len(allergic) <= 25
    for person in allergic:
        assert not contains(person.usual, person.avoids)
        assert [fact.text for fact in person.facts if fact.kind is FactKind.ALLERGY] == [
            person.avoids.capitalize()
        ]


def test_what_is_known_was_noted_since_they_enrolled(shop: DemoShop) -> None:
    facts = [(person, fact) for person in shop.people for fact in person.facts]
    assert {fact.kind for _, fact in facts} == set(FactKind) - {FactKind.WHY}
    assert all(person.enrolled <= fact.noted < shop.today for person, fact in facts)


def test_nobody_asks_for_oat_milk_in_an_americano(shop: DemoShop) -> None:
    oat = [person for person in shop.people if any(fact.text == "Oat milk" for fact in person.facts)]
    assert oat
    assert all(contains(person.usual, "milk") for person in oat)


def test_every_usual_is_on_the_menu(shop: DemoShop) -> None:
    assert all(person.usual and set(person.usual) <= set(PRODUCT) for person in shop.people)


def test_every_habit_is_met(shop: DemoShop) -> None:
    assert {person.habit for person in shop.people} == set(Habit)


def test_a_name_that_is_taken_gets_a_second_given_name() -> None:
    people = draw_people(5_000, 1, date(2026, 10, 14))
    longer = [person for person in people if person.language == "km" and len(person.name.split()) == 3]
    assert longer
    assert len({person.name for person in people}) >= 4_995
