"""Printed codes: ours are read however they are typed, nobody else's are."""

import random

import pytest

from frontdesk.domain.paper.codes import (
    ALPHABET,
    RANDOM_BYTES,
    CodeKind,
    ReadCode,
    new_code,
    read_code,
    shown_code,
)

KEY = bytes(range(32))
CODE = new_code(CodeKind.MEMBER, KEY, b"\x00\x10\x20\x30\x41")
QR_ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@pytest.mark.parametrize("kind", list(CodeKind))
def test_a_new_code_reads_back(kind: CodeKind) -> None:
    code = new_code(kind, KEY, b"hello")
    assert read_code(code, KEY) == ReadCode(kind, code)
    assert len(code) == 17
    assert set(code) <= QR_ALPHANUMERIC - {" "}


def test_the_form_of_a_code_never_changes_because_it_is_printed_on_cards() -> None:
    assert CODE == "M00820C21QFE5Z1QT"


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        shown_code(CODE),
        f"  {shown_code(CODE).replace('-', ' ')}\n",
        CODE.replace("0", "o").replace("1", "l"),
        CODE.replace("0", "O").replace("1", "I"),
    ],
)
def test_a_typed_code_is_forgiven_its_case_spaces_and_look_alikes(typed: str) -> None:
    assert read_code(typed, KEY) == ReadCode(CodeKind.MEMBER, CODE)


def test_any_changed_character_is_refused() -> None:
    changed = [
        CODE[:at] + other + CODE[at + 1 :]
        for at in range(len(CODE))
        for other in ALPHABET
        if other != CODE[at]
    ]
    assert len(changed) == 17 * 31
    assert [code for code in changed if read_code(code, KEY)] == []


def test_a_member_code_is_no_feedback_code() -> None:
    assert read_code("F" + CODE[1:], KEY) is None


def test_no_made_up_code_is_accepted() -> None:
    dice = random.Random(7)
    made_up = ("MF"[dice.getrandbits(1)] + "".join(dice.choices(ALPHABET, k=16)) for _ in range(100_000))
    assert not any(read_code(code, KEY) for code in made_up)


def test_another_shops_code_is_refused() -> None:
    assert read_code(CODE, bytes(32)) is None


@pytest.mark.parametrize(
    "raw", ["", "M", "Somsak", CODE[:-1], CODE + "0", CODE + "é", "X" + CODE[1:], "0" * 10**6]
)
def test_what_is_not_shaped_like_a_code(raw: str) -> None:
    assert read_code(raw, KEY) is None


def test_printed_in_groups() -> None:
    assert shown_code(CODE) == "M-0082-0C21-QFE5-Z1QT"


def test_weak_material_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="random bytes"):
        new_code(CodeKind.MEMBER, KEY, bytes(RANDOM_BYTES - 1))
    with pytest.raises(ValueError, match="key"):
        new_code(CodeKind.MEMBER, b"short", bytes(RANDOM_BYTES))
