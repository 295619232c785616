"""The names are in their own script, well-formed, and enough of them."""

import unicodedata
from collections.abc import Iterator

import pytest

from frontdesk.commands.demo.names import BOOKS, Gender, Name, NameBook

SCRIPTS = {"lo": "LAO", "th": "THAI", "km": "KHMER", "ka": "GEORGIAN", "en": "LATIN"}
languages = pytest.mark.parametrize("language", BOOKS)


def all_names(book: NameBook) -> Iterator[Name]:
    yield from book.families
    for gender in Gender:
        for name in (*book.given[gender], *book.nicknames[gender]):
            yield name
            if name.short:
                yield name.short


def test_every_language_of_the_demo_has_names() -> None:
    assert set(BOOKS) == set(SCRIPTS)


@languages
def test_names_are_written_in_their_own_script_only(language: str) -> None:
    for name in all_names(BOOKS[language]):
        foreign = [
            char
            for char in name.text
            if char not in " '-" and not unicodedata.name(char).startswith(SCRIPTS[language])
        ]
        assert not foreign, f"{name.text!r} has {foreign}"
        assert unicodedata.normalize("NFC", name.text) == name.text


@languages
def test_names_can_be_said_by_who_reads_latin_letters(language: str) -> None:
    for name in all_names(BOOKS[language]):
        if language == "en":
            assert name.spoken == name.text
        else:
            assert name.spoken.isascii(), name
            assert name.spoken.replace(" ", "").isalpha(), name
            assert name.spoken[0].isupper(), name


@languages
def test_there_are_enough_names_and_none_is_listed_twice(language: str) -> None:
    book = BOOKS[language]
    given = [name.text for gender in Gender for name in book.given[gender]]
    families = [name.text for name in book.families]
    assert len(given) >= 60
    assert len(families) >= 45
    assert len(set(given)) == len(given)
    assert len(set(families)) == len(families)


def test_a_name_may_have_a_short_form_in_its_own_script() -> None:
    giorgi = next(name for name in BOOKS["ka"].given[Gender.MAN] if name.spoken == "Giorgi")
    assert giorgi.short == Name("გიო", "Gio")


def test_lao_names_are_as_they_are_usually_spelt() -> None:
    assert Name("ສົມສັກ", "Somsak") in BOOKS["lo"].given[Gender.MAN]
    assert Name("ນ້ອຍ", "Noy") in BOOKS["lo"].nicknames[Gender.WOMAN]
    assert Name("ໄຊຍະວົງ", "Xayavong") in BOOKS["lo"].families
