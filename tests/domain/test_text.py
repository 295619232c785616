"""Typed text: real names pass unchanged, what hides or overflows does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.text import (
    NAME_LIMIT,
    STACKED_MARKS,
    BadInput,
    InputFault,
    clean_line,
    clean_name,
    clean_note,
)

REAL_NAMES = {
    "lo": "ສົມສັກ ວົງສາ",
    "lo, ligature ho": "ນາງ ຫຼ້າ ຈັນທະລັງສີ",
    "th": "สมชาย ศรีสุวรรณ์",
    "th, two marks": "น้ำผึ้ง กิ่งแก้ว",
    "km": "ស្រីមុំ ឈឿន",
    "ka": "გიორგი მაისურაძე",
    "vi": "Nguyễn Thị Ánh Tuyết",
    "en": "Mary-Jane O'Brien",
    "fr": "Zoë d’Aubigné",
    "is": "Þórður Ægisson",
    "pl": "Łukasz Żółć",
    "tr": "İbrahim Işık",
    "ru": "Пётр Ильич Чайковский",
    "el": "Ελένη Παπαδοπούλου",
    "hy": "Գրիգոր Լուսավորիչ",
    "ar": "محمّد الأمين",
    "fa, zero-width non-joiner": "علی‌رضا حسینی",
    "he, pointed": "שָׁלוֹם כֹּהֵן",
    "hi": "श्रीकृष्ण त्रिपाठी",
    "si, zero-width joiner": "ශ්‍රී ලාල්",
    "ta": "பாலசுப்பிரமணியம்",
    "my": "မြမြွှေးရည်",
    "bo": "བསྒྲུབས་པ",
    "zh": "欧阳娜娜",
    "zh, beyond the first plane": "𠮷野",
    "ja": "渡邉 さくら",
    "ko": "김서연",
    "am": "ኃይለ ሥላሴ",
    "yo": "Ọlásùmbọ̀ Adéọlá",
    "emoji family": "Noy 👨‍👩‍👧",
    "looks like code": "<b>Robert'); DROP TABLE--</b> OR NEAR(*",
}


@pytest.mark.parametrize("name", REAL_NAMES.values(), ids=REAL_NAMES.keys())
def test_a_real_name_passes_unchanged(name: str) -> None:
    assert clean_name(unicodedata.normalize("NFC", name)) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  Somsak \t Vongsa  ", "Somsak Vongsa"),
        ("ស្រី\u200bមុំ", "ស្រី មុំ"),
        ("\u200bស្រី\u200b", "ស្រី"),
        ("Zoe\u0308", "Zoë"),
        ("abc\u202egnp.exe", "abcgnp.exe"),
        ("a\u2066b\u2069c\u200ed\ufeffe\u2060f\u00adg", "abcdefg"),
        ("Noy\x00\x1b[31m\x7f", "Noy[31m"),
        ("one\r\ntwo\u2028three", "one two three"),
        ("a\ud800b\ufffec", "abc"),
        ("a\u3000b\u3164c", "a b c"),
        ("a\u200d\u200d\u200cb", "a\u200db"),
        ("e\u200b\u0301", "e \u0301"),
        ("e\u2060\u0301", "é"),
    ],
)
def test_what_hides_is_dropped_and_what_is_blank_is_one_space(raw: str, clean: str) -> None:
    assert clean_name(raw) == clean


def test_marks_stack_four_high_and_joiners_do_not_start_a_new_stack() -> None:
    tower = "z" + ("\u0336\u200d" * 30)

    cleaned = clean_name(tower)

    assert sum(unicodedata.category(c) == "Mn" for c in cleaned) == STACKED_MARKS


@pytest.mark.parametrize("raw", ["", "   ", "\u200b\u200d", "\u0301", "\u3164", "\u2800", "\x00"])
def test_a_name_that_shows_nothing_is_empty(raw: str) -> None:
    with pytest.raises(BadInput) as caught:
        clean_name(raw)
    assert caught.value.code is InputFault.EMPTY


def test_the_limit_counts_what_is_kept_and_travels_with_the_fault() -> None:
    assert clean_name("a" * NAME_LIMIT + "  \u200b") == "a" * NAME_LIMIT
    with pytest.raises(BadInput) as caught:
        clean_name("a" * (NAME_LIMIT + 1))
    assert (caught.value.code, caught.value.limit) == (InputFault.TOO_LONG, NAME_LIMIT)


def test_a_pasted_file_is_refused_without_being_read() -> None:
    with pytest.raises(BadInput) as caught:
        clean_line("\x00" * 50_000_000, 200)
    assert caught.value.code is InputFault.TOO_LONG


def test_a_note_keeps_its_lines() -> None:
    assert clean_note(" oat milk \r\n\r\n\r\n\r\nwindow\u2029seat \n") == "oat milk\n\nwindow\nseat"
    assert clean_note(" \n ") == ""


@given(st.text(max_size=60))
def test_cleaning_again_changes_nothing(raw: str) -> None:
    line, note = clean_line(raw, 400), clean_note(raw, 400)
    assert clean_line(line, 400) == line
    assert clean_note(note, 400) == note


@given(st.text(alphabet="e\u0301\u0323\u0336\u200b\u200c\u200d\u202e\u0f73\u0344 \na", max_size=40))
def test_cleaning_settles_on_text_made_to_upset_it(raw: str) -> None:
    note = clean_note(raw, 400)
    assert clean_note(note, 400) == note
    assert unicodedata.is_normalized("NFC", note)
