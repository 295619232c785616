"""Prices as people type them."""

import pytest

from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.settings.money import NotAPrice, price_in_words, price_to_type, read_price


@pytest.mark.parametrize(
    ("typed", "currency", "kept"),
    [
        ("", "LAK", 0),
        ("25000", "LAK", 25_000),
        ("25,000", "LAK", 25_000),
        ("25.000", "LAK", 25_000),
        ("25 000", "LAK", 25_000),
        ("໒໕໐໐໐", "LAK", 25_000),
        ("4.50", "GEL", 450),
        ("4,5", "GEL", 450),
        ("1,234.50", "THB", 123_450),
        ("1.234,50", "THB", 123_450),
        ("60", "THB", 6_000),
        ("1.234", "THB", 123_400),
        ("4.500", "KWD", 4_500),
        ("4", "KWD", 4_000),
    ],
)
def test_a_price_is_read(typed: str, currency: str, kept: int) -> None:
    assert read_price(typed, currency) == kept


@pytest.mark.parametrize("typed", ["abc", "-5", "1e3x", "NaN", "inf", "4.5678", "9" * 40])
def test_what_is_no_price_is_refused(typed: str) -> None:
    with pytest.raises(NotAPrice):
        read_price(typed, "GEL")


def test_a_price_in_words() -> None:
    assert price_in_words(25_000, "LAK") == "25,000 LAK"
    assert price_in_words(450, "GEL") == "4.50 GEL"


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("currency", ["LAK", "GEL", "KWD"])
@pytest.mark.parametrize("price", [0, 5, 450, 25_000, 1_234_567, 10**12])
def test_a_price_put_into_a_field_is_read_back_as_it_was(language: str, currency: str, price: int) -> None:
    LANGUAGE.speak(language)
    assert read_price(price_to_type(price, currency), currency) == price


def test_a_price_is_put_into_a_field_as_people_write_it() -> None:
    assert price_to_type(25_000, "LAK") == "25,000"
    assert price_to_type(450, "GEL") == "4.50"
    assert price_to_type(0, "LAK") == ""
