"""What is compared of a word: its reading, the consonants of that, and slips of the finger."""

import random

import pytest

from frontdesk.domain.finding.sounds.keys import distance, likeness, readings, skeleton, slips


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vong", "Wong"),
        ("Phet", "Pet"),
        ("Souk", "Suk"),
        ("Xay", "Sai"),
        ("Bounmy", "Bunmi"),
        ("Kham", "Cam"),
        ("Philip", "Filip"),
        ("Müller", "Muler"),
        ("Łukasz", "Lukas"),
        ("Maxim", "Maksim"),
        ("Julia", "Yulia"),
        ("Rachel", "Rakhel"),
        ("Bounpone", "Bunpon"),
        ("Kaew", "Kaeu"),
    ],
)
def test_two_spellings_of_one_name_have_a_reading_in_common(one: str, other: str) -> None:
    assert set(readings(one)) & set(readings(other))


def test_what_has_no_letter_has_no_reading() -> None:
    assert readings("") == readings("’ -") == ()


def test_a_skeleton_has_the_consonants_and_whether_a_vowel_was_first() -> None:
    assert skeleton("somsak") == "smsk"
    assert skeleton("anon") == "ann"
    assert skeleton("") == ""
    assert skeleton("iuli") == skeleton("yuli")


def plain_distance(first: str, second: str) -> int:
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, 1):
        above, row = row, [at]
        for place, other in enumerate(second, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != other)))
    return row[-1]


def test_the_distance_is_what_the_textbook_says() -> None:
    rng = random.Random(4)
    for _ in range(500):
        first, second = ("".join(rng.choices("aniks", k=rng.randrange(12))) for _ in "ab")
        assert distance(first, second) == plain_distance(first, second), (first, second)


@pytest.mark.parametrize("slip", ["somak", "somssk", "soimsak", "smosak", "xomsak"])
def test_one_slip_away_means_something_in_common(slip: str) -> None:
    assert set(slips("somsak")) & set(slips(slip))


def test_a_vowel_that_differs_weighs_less_than_a_consonant() -> None:
    assert likeness("somsak", "somsak") == 1.0
    assert 1.0 > likeness("somsak", "samsak") > likeness("somsak", "sopsak") > 0.5
