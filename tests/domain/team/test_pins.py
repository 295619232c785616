"""What a PIN may be, and that no way of starting anew and setting clocks makes for more tries."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.acts import Role
from frontdesk.domain.days import HOUR
from frontdesk.domain.team.pins import AFTER, MOST_AN_HOUR, digits_of, is_guessable, new_pin, wait
from frontdesk.domain.text import BadInput


@pytest.mark.parametrize(
    "guessed",
    [
        *("123456", "654321", "111111", "121212", "123123", "112233", "000000", "135790", "246802", "147258"),
        *("159753", "789456", "123321", "199012", "121990", "201225", "311299", "021389", "990228"),
        *("1234", "1212", "2580", "1984", "2541", "2412", "3112", "19900214", "14021990"),
    ],
)
def test_what_anybody_would_try_first_is_refused(guessed: str) -> None:
    role = Role.MANAGER if len(guessed) == 6 else Role.CASHIER
    with pytest.raises(BadInput, match="PIN_GUESSABLE"):
        new_pin(guessed, role)


@pytest.mark.parametrize("good", ["480371", "739205", "605948", "90527"])
def test_what_nobody_guesses_will_do(good: str) -> None:
    assert new_pin(good, Role.MANAGER if len(good) == 6 else Role.CASHIER) == good


def test_most_of_what_a_person_draws_by_lot_will_do() -> None:
    drawn = random.Random(7)
    refused = sum(is_guessable(f"{drawn.randrange(10**6):06}") for _ in range(20_000))
    assert refused < 3_000


@pytest.mark.parametrize(
    ("typed", "role", "fault"),
    [
        ("48031", Role.MANAGER, "PIN_OF_SIX"),
        ("4803175", Role.OWNER, "PIN_OF_SIX"),
        ("480", Role.CASHIER, "PIN_TOO_SHORT"),
        ("4803175926481", Role.CASHIER, "PIN_TOO_LONG"),
        ("48o317", Role.MANAGER, "PIN_DIGITS"),
        ("", Role.CASHIER, "PIN_DIGITS"),
        ("½48031", Role.MANAGER, "PIN_DIGITS"),
    ],
)
def test_what_is_no_pin_of_theirs_is_refused(typed: str, role: Role, fault: str) -> None:
    with pytest.raises(BadInput, match=fault):
        new_pin(typed, role)


@pytest.mark.parametrize("typed", ["480317", "໔໘໐໓໑໗", "๔๘๐๓๑๗", "៤៨០៣១៧", "٤٨٠٣١٧", "480 317"])
def test_digits_of_any_script_are_the_same_pin(typed: str) -> None:
    assert digits_of(typed) == "480317"


def test_three_tries_are_almost_free_and_then_it_grows() -> None:
    assert wait([], [], 5_000) == 0
    assert [wait([0] * n, [0] * n, 0) // 1000 for n in range(9)] == list(AFTER)
    assert wait([0] * 11, [0] * 11, 0) == AFTER[-1] * 1000


def test_it_grows_for_the_name_that_was_tried_and_the_cap_is_of_all_who_share_it() -> None:
    assert wait([], [0] * 11, 0) == 0
    assert wait([], [0] * 12, 0) == HOUR


@given(
    # What somebody does who wants in: wait on top, start anew, try; and somebody passes.
    st.lists(
        st.tuples(
            st.sampled_from(("try", "try", "try", "restart", "pass")),
            st.sampled_from((0, 1, 2)),
            st.integers(0, 400_000),
        ),
        min_size=30,
        max_size=120,
    )
)
def test_there_are_never_more_than_twelve_wrong_tries_in_any_hour(deeds: list[tuple[str, int, int]]) -> None:
    """`real` is what goes by; the program knows `ran` only, of which a restart forgets what came after the
    last try. Three share a cap, and each passes at the worst moment: nothing stands against them any more.
    """
    real, ran, tried_at = 0, 0, 0
    own: list[list[int]] = [[], [], []]
    wrong, when = list[int](), list[int]()
    for deed, who, idle in deeds:
        real, ran = real + idle, ran + idle
        if deed == "restart":
            ran = tried_at
        elif deed == "pass":
            own[who].clear()
        else:
            left = wait(own[who][:MOST_AN_HOUR], wrong[:MOST_AN_HOUR], ran)
            real, ran = real + left, ran + left
            tried_at = ran
            own[who].insert(0, ran)
            wrong.insert(0, ran)
            when.append(real)
    for at in when:
        assert sum(at <= each < at + HOUR for each in when) <= MOST_AN_HOUR
