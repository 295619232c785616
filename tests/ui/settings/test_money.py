"""Prices as people type them."""

import pytest

from frontdesk.ui.settings.money import NotAPrice, price_in_words, read_price


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
