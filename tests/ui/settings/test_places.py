"""One choice of country fills the rest."""

import pytest

from frontdesk.domain.phones import COUNTRY_PREFIXES
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.settings.places import ShopPlace, country_options, guessed_country, place_of


@pytest.mark.parametrize(
    ("country", "currency", "zone"),
    [
        ("LA", "LAK", "Asia/Vientiane"),
        ("TH", "THB", "Asia/Bangkok"),
        ("KH", "KHR", "Asia/Phnom_Penh"),
        ("GE", "GEL", "Asia/Tbilisi"),
    ],
)
def test_the_likely_countries(country: str, currency: str, zone: str) -> None:
    assert place_of(country) == ShopPlace(country, currency, zone)


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
