"""One choice of country fills the rest."""

import pytest

from frontdesk.domain.people.phones import COUNTRY_PREFIXES
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.settings.places import ShopPlace, country_options, guessed_country, place_of


@pytest.mark.parametrize(
    ("country", "currency", "zone", "language"),
    [
        ("LA", "LAK", "Asia/Vientiane", "lo"),
        ("TH", "THB", "Asia/Bangkok", "th"),
        ("KH", "KHR", "Asia/Phnom_Penh", "km"),
        ("GE", "GEL", "Asia/Tbilisi", "ka"),
    ],
)
def test_the_likely_countries(country: str, currency: str, zone: str, language: str) -> None:
    assert place_of(country) == ShopPlace(country, currency, zone, language)


def test_elsewhere_cards_do_not_know_what_is_spoken() -> None:
    assert place_of("FR").language == ""


def test_every_country_has_a_currency_and_a_clock() -> None:
    for country in COUNTRY_PREFIXES:
        place = place_of(country)
        assert len(place.currency) == 3
        assert "/" in place.zone


def test_countries_are_named_in_the_language_that_is_spoken() -> None:
    assert dict(country_options())["GE"] == "Georgia (+995)"
    LANGUAGE.speak("lo")
    assert dict(country_options())["LA"].startswith("ລາວ")


def test_the_guess_is_a_country_that_we_know() -> None:
    assert guessed_country() in COUNTRY_PREFIXES
