"""The recovery code: what is typed slightly wrong is read, what is typed wrong is named by its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.paper.codes import ALPHABET
from frontdesk.domain.trust.recovery_code import (
    BadRecoveryCode,
    read_recovery_code,
    read_recovery_line,
    recovery_code,
    recovery_lines,
)

KEY = bytes(range(32))
KEYS = st.binary(min_size=32, max_size=32)


def test_a_key_is_always_written_so_and_old_sheets_stay_readable() -> None:
    assert recovery_lines(KEY) == (
        "0008 20C2 0A1G 7E3S",
        "0G28 A1C6 0T3G FEG0",
        "1048 J2CA 1A5G QMWX",
        "1G68 T3CE 1T7G Z3ZM",
    )


@given(KEYS)
def test_every_key_comes_back_from_its_lines_and_from_its_square(key: bytes) -> None:
    assert read_recovery_code("\n".join(recovery_lines(key))) == key
    assert read_recovery_code(recovery_code(key)) == key


def test_how_people_type_is_forgiven() -> None:
    lines = recovery_lines(KEY)
    sloppy = "\n\n".join(f" {number}  {line.lower()} " for number, line in enumerate(lines, 1))
    assert read_recovery_code(sloppy) == KEY
    assert read_recovery_code("\n".join(lines).replace("0", "O").replace("1", "l").replace(" ", "-")) == KEY


@given(
    KEYS,
    st.integers(0, 3),
    st.lists(st.integers(0, 15), min_size=1, max_size=3, unique=True),
    st.lists(st.integers(1, 31), min_size=3, max_size=3),
)
def test_up_to_three_wrong_letters_are_named_by_their_line(
    key: bytes, line: int, places: list[int], shifts: list[int]
) -> None:
    lines = [each.replace(" ", "") for each in recovery_lines(key)]
    letters = list(lines[line])
    for place, shift in zip(places, shifts, strict=False):
        letters[place] = ALPHABET[(ALPHABET.index(letters[place]) + shift) % 32]
    lines[line] = "".join(letters)
    with pytest.raises(BadRecoveryCode) as bad:
        read_recovery_code("\n".join(lines))
    assert bad.value.line == line + 1


def test_lines_in_the_wrong_order_are_seen() -> None:
    first, second, *rest = recovery_lines(KEY)
    with pytest.raises(BadRecoveryCode) as bad:
        read_recovery_code("\n".join((second, first, *rest)))
    assert bad.value.line == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0),
        ("\n".join(recovery_lines(KEY)[:3]), 0),
        ("\n".join((*recovery_lines(KEY), "0000")), 0),
        (recovery_code(KEY)[:-1], 1),
        ("\n".join((recovery_lines(KEY)[0], "0G28 A1C6 0T3G FEG")), 2),
        ("\n".join((recovery_lines(KEY)[0], "0G28 A1C6 0T3G FEGU")), 2),
        ("\n".join((recovery_lines(KEY)[0], "ກຂຄງ A1C6 0T3G FEG0")), 2),
    ],
)
def test_what_is_missing_or_no_letter_of_ours_is_named(text: str, line: int) -> None:
    with pytest.raises(BadRecoveryCode) as bad:
        read_recovery_code(text)
    assert bad.value.line == line


def test_a_line_is_checked_by_itself_with_its_number() -> None:
    second = recovery_lines(KEY)[1]
    assert read_recovery_line(2, second) == KEY[8:16]
    with pytest.raises(BadRecoveryCode) as bad:
        read_recovery_line(3, second)
    assert bad.value.line == 3
