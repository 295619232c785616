"""Who is asked in the name-and-face quiz, in which order, and among whom one chooses."""

from collections import Counter
from datetime import date, timedelta

import pytest

from frontdesk.domain.team.quiz import CHOICES, ROUND, Known, Way, missing, round_of

TODAY = date(2026, 11, 19)
NAMES = (
    "Maly",
    "Noy",
    "Somsak",
    "Somchai",
    "Anna",
    "Giorgi",
    "Keo",
    "Vilay",
    "Phet",
    "Dao",
    "Bounmy",
    "Kham",
)


def people(count: int = len(NAMES)) -> tuple[Known, ...]:
    return tuple(Known(number, name) for number, name in enumerate(NAMES[:count], 1))


def asked(due: dict[int, date], seed: int = 1) -> list[int]:
    return [each.answer.customer_id for each in round_of(people(), due, TODAY, seed)]


def test_a_new_round_has_the_ten_most_regular_in_their_order() -> None:
    assert asked({}) == list(range(1, ROUND + 1))


def test_who_is_due_comes_first_the_longest_overdue_before_all() -> None:
    due = {3: TODAY, 9: TODAY - timedelta(3), 1: TODAY + timedelta(1)}
    assert asked(due)[:2] == [9, 3]
    assert 1 not in asked(due)  # there are enough new ones


def test_where_all_are_known_whoever_is_due_soonest_comes_before_their_day() -> None:
    due = {each.customer_id: TODAY + timedelta(each.customer_id) for each in people()}
    assert asked(due) == list(range(1, ROUND + 1))


def test_the_answer_is_among_four_with_names_that_differ() -> None:
    twins = (*people(), Known(99, "maly"), Known(98, "Maly"))
    for question in round_of(twins, {}, TODAY, 7):
        assert question.answer in question.choices
        assert question.choices[question.right] is question.answer
        assert len({each.name.casefold() for each in question.choices}) == CHOICES


def test_one_chooses_among_those_who_sound_alike() -> None:
    [first] = [each for each in round_of(people(), {}, TODAY, 1) if each.answer.name == "Somsak"]
    assert "Somchai" in {each.name for each in first.choices}


def test_names_in_the_same_letters_come_before_names_in_others() -> None:
    lao = (
        Known(20, "ສົມສັກ", "somsak"),
        Known(21, "ມາລີ", "mali"),
        Known(22, "ນ້ອຍ", "noi"),
        Known(23, "ແກ້ວ", "kaew"),
    )
    [question] = [each for each in round_of((*people(5), *lao), {}, TODAY, 1) if each.answer.name == "ສົມສັກ"]
    assert {each.customer_id for each in question.choices} == {20, 21, 22, 23}


def test_a_face_that_is_new_is_shown_first_and_later_both_ways_are_asked() -> None:
    assert {each.way for each in round_of(people(), {}, TODAY, 1)} == {Way.FACE}
    due = {each.customer_id: TODAY for each in people()}
    assert {each.way for each in round_of(people(), due, TODAY, 1)} == {Way.FACE, Way.NAME}


def test_the_same_seed_gives_the_same_round_and_another_one_other_places() -> None:
    assert round_of(people(), {}, TODAY, 3) == round_of(people(), {}, TODAY, 3)
    assert round_of(people(), {}, TODAY, 3) != round_of(people(), {}, TODAY, 4)


def test_the_answer_stands_at_every_place_by_turns() -> None:
    places = Counter(each.right for seed in range(40) for each in round_of(people(), {}, TODAY, seed))
    assert set(places) == set(range(CHOICES))
    assert min(places.values()) > 50


@pytest.mark.parametrize(("count", "lacking"), [(0, 4), (1, 3), (3, 1), (4, 0), (9, 0)])
def test_it_takes_four_people_whose_names_differ(count: int, lacking: int) -> None:
    assert missing(people(count)) == lacking
    assert bool(round_of(people(count), {}, TODAY, 1)) is not bool(lacking)


def test_people_of_one_name_are_one_choice() -> None:
    assert missing((Known(1, "Maly"), Known(2, "maly"), Known(3, "Noy"), Known(4, "Keo"))) == 1
