"""Text in a box: as large as it fits, broken between words, shortened at the last, in every script."""

import pytest
from PySide6.QtGui import QRawFont

from frontdesk.domain.feedback.feedback_cards import LinkWay
from frontdesk.printing.lettering import Lettering, SetText, Typesetter, set_text
from frontdesk.printing.session import families
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for
from frontdesk.wording.prints import feedback_words, member_card_line, two_ways

TITLE = Lettering(6.0, 2.0, lines=2, bold=True)
NAMES = {
    "en": "Somsak Vongsa-Müller",
    "lo": "ສົມສັກ ວົງສາ ຫຼ້າ",
    "th": "มาลี สุขสันต์ ก๋วยเตี๋ยว",
    "km": "សុខា ព្រឹកព្រលឹម ស្រីមុំ",
    "ka": "ნინო ბერიძე",
}


def size_of(text: SetText) -> float:
    return text.layout.font().pixelSize() / 100


def lines_of(text: SetText) -> list[str]:
    units = text.layout.text().encode("utf-16-le")
    return [
        units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode("utf-16-le")
        for line in text.lines
    ]


def test_a_short_text_gets_the_size_wished_for() -> None:
    assert size_of(set_text("Hello", TITLE, 80, 20)) == 6.0


def test_a_longer_text_shrinks_until_it_fits_with_its_words_whole() -> None:
    done = set_text("Hello everybody, come in and sit down", TITLE, 40, 20)
    assert 2.0 < size_of(done) < 6.0
    assert len(done.lines) == 2
    assert "".join(lines_of(done)) == "Hello everybody, come in and sit down"
    assert lines_of(done)[0].endswith(" ")


def test_height_makes_a_text_shrink_as_width_does() -> None:
    done = set_text("Hello", TITLE, 80, 4)
    assert done.height <= 4
    assert size_of(done) < 6.0


@pytest.mark.parametrize("language", NAMES)
def test_two_hundred_letters_end_in_an_ellipsis_within_the_box(language: str) -> None:
    text = (NAMES[language].replace(" ", "") * 200)[:200]
    done = set_text(text, TITLE, 30, 9)
    assert len(done.lines) <= 2
    assert done.height <= 9
    assert done.width <= 30.01
    assert done.layout.text().endswith("…")
    assert text.startswith(lines_of(done)[0].rstrip("\u2028"))


def test_letters_beyond_the_basic_plane_are_not_cut_in_half() -> None:
    done = set_text("𝒜𝒝𝒞" * 60, TITLE, 30, 9)
    shown = done.layout.text()
    assert shown.endswith("…")
    assert set(shown) <= set("𝒜𝒝𝒞…\u2028")


def test_one_long_word_is_broken_only_when_no_size_would_hold_it() -> None:
    assert len(set_text("Donaudampfschifffahrt", TITLE, 40, 20).lines) == 1
    broken = set_text("Donaudampfschifffahrt" * 2, TITLE, 25, 20)
    assert len(broken.lines) == 2
    assert "".join(lines_of(broken)) == "Donaudampfschifffahrt" * 2


@pytest.mark.parametrize("language", ["lo", "th", "km"])
def test_sentences_without_blanks_break_between_words(language: str) -> None:
    words = feedback_words(texts_for(language))
    done = set_text(words.invitation, Lettering(2.8, 2.8, lines=6), 24, 40)
    lines = lines_of(done)
    assert len(lines) >= 3
    assert all(line[-1] in "\u200b " for line in lines[:-1])


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_no_letter_is_missing_from_the_fonts_that_come_along(language: str, bold: bool) -> None:
    words = feedback_words(texts_for(language), NAMES[language])
    sentences = [words.question, words.invitation, words.thanks, two_ways(texts_for(language), LinkWay.PAGE)]
    for text in [*sentences, member_card_line(texts_for(language)), NAMES[language]]:
        done = set_text(text, Lettering(3.0, 3.0, lines=9, bold=bold), 60, 60)
        for run in done.layout.glyphRuns():
            face: QRawFont = run.rawFont()
            assert face.familyName() in families(), "a font of this machine steps in"
            assert 0 not in run.glyphIndexes(), f"a box in {text!r}"
            assert (face.weight() > 600) is bold


def test_a_sheet_sets_a_sentence_once() -> None:
    setter = Typesetter()
    assert setter.set("Thank you", TITLE, 30, 9) is setter.set("Thank you", TITLE, 30, 9)
    assert setter.set("Thank you", TITLE, 31, 9) is not setter.set("Thank you", TITLE, 30, 9)
