"""What is typed and what is stored are made alike."""

import pytest

from frontdesk.domain.finding.folding import fold, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ZOË", "zoe"),
        ("Müller", "muller"),
        ("ກຸ້ງ", "ກຸ້ງ"),
        ("น้อย", "น้อย"),
        ("Ⴂⴈო", "ⴂⴈო"),
        ("STRASSE ß", "strasse ss"),
    ],
)
def test_latin_accents_go_and_other_marks_are_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_hold_no_character_that_an_index_query_could_trip_over() -> None:
    assert words('O\'Brien-Ng ("Bo") *x* ກຸ້ງ:ລາວ') == ["o", "brien", "ng", "bo", "x", "ກຸ້ງ", "ລາວ"]
