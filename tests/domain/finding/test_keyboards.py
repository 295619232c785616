"""The keys behind a text are known, whatever layout they were pressed under."""

import pytest

from frontdesk.domain.finding.keyboard_layouts import LAYOUTS, Layout
from frontdesk.domain.finding.keyboards import keys_of, readings
from frontdesk.domain.paper.codes import ALPHABET

CODE = "M0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LATIN = LAYOUTS[0]


def typed(layout: Layout, code: str, *, shift: bool) -> str:
    """What a scanner types under a layout when it presses Shift for letters, or nothing at all."""
    levels = {True: layout.shifted, False: layout.plain}
    return "".join(levels[shift and key.isalpha()][LATIN.plain.index(key)] for key in code.lower())


def test_every_layout_has_all_keys() -> None:
    for layout in LAYOUTS:
        assert len(layout.plain) == len(layout.shifted) == 47
        assert len(set(layout.plain)) == 47


@pytest.mark.parametrize("shift", [True, False])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.language}-{layout.plain[13]}")
def test_a_code_is_read_from_what_it_typed(layout: Layout, shift: bool) -> None:
    assert set(ALPHABET) <= set(CODE)
    assert CODE.lower() in keys_of(typed(layout, CODE, shift=shift))


def test_caps_lock_turns_the_levels_round() -> None:
    assert keys_of("m0123abc") == keys_of("M0123ABC")
    assert CODE.lower() in keys_of("".join(LATIN.shifted[LATIN.plain.index(key)] for key in CODE.lower()))


@pytest.mark.parametrize(
    ("mistyped", "meant"),
    [
        ("lq,lad", ("lo", "ສົມສັກ")),
        ("ຫນທຫັາ", ("en", "somsak")),
        ("หนทหฟา", ("en", "somsak")),
        ("សោមសាក", ("en", "somsak")),
        ("სომსაკ", ("en", "somsak")),
        ("giorgi", ("ka", "გიორგი")),
        ("l,Lydfb", ("th", "สมศักดิ")),
        ("zarie", ("en", "wqrie")),
        ("ສົມ", ("th", "สๆม")),
        ("SOMSAK", ("lo", "ຫນທຫັາ")),
        ("c,j", ("lo", "ແມ່")),
    ],
)
def test_the_layout_that_was_meant_is_among_the_readings(mistyped: str, meant: tuple[str, str]) -> None:
    assert meant in readings(mistyped)


def test_one_key_that_types_two_characters_is_one_key() -> None:
    assert ("en", "Z") in readings("₭")
    assert keys_of("ິ້") == ("yh", "y")
    assert keys_of("ຫຼ")[-1] == "]"


def test_what_no_layout_can_type_has_no_reading() -> None:
    assert readings("漢字") == ()
    assert keys_of("漢字") == ()
    assert readings("") == ()


def test_a_text_is_never_its_own_reading() -> None:
    assert "1234" not in [text for _, text in readings("1234")]
    assert [text for language, text in readings("abc") if language == "en"] == ["qbc"]
