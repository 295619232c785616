"""Where a shop is: one choice of country fills the currency, the time zone and how phone numbers begin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from babel import Locale
from babel.dates import get_timezone_location
from babel.numbers import get_currency_name, get_territory_currencies
from PySide6.QtCore import QLocale, QTimeZone

from frontdesk.domain.people.phones import COUNTRY_PREFIXES
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.widgets.choices import Option

LIKELY_COUNTRIES: Final = ("LA", "TH", "KH", "GE")
_SPOKEN_IN: Final = {"LA": "lo", "TH": "th", "KH": "km", "GE": "ka"}
_USED_BESIDE: Final = ("USD", "EUR", "THB")
"""Currencies that shops in these countries price in besides their own."""


@dataclass(frozen=True, slots=True)
class ShopPlace:
    """What follows from a country; the zone may be another one in a large country.

    `language` is what most customers there speak, or empty where cards do not speak it.
    """

    country: str
    currency: str
    zone: str
    language: str


def place_of(country: str) -> ShopPlace:
    """The usual currency and zone of a country: this computer's own zone where it lies there."""
    zones = zones_of(country)
    here = _system_zone()
    zone = here if here in zones else zones[0]
    return ShopPlace(country, currencies_of(country)[0], zone, _SPOKEN_IN.get(country, ""))


def guessed_country() -> str:
    """The country that this computer seems to stand in; its clock tells more than its language."""
    here = _system_zone()
    by_clock = next((country for country in COUNTRY_PREFIXES if here in zones_of(country)), "")
    by_language = QLocale.territoryToCode(QLocale.system().territory())
    return by_clock or (by_language if by_language in COUNTRY_PREFIXES else LIKELY_COUNTRIES[0])


def country_options() -> list[Option]:
    """The likely countries first, then every other one that phone numbers are known for, by its name."""
    others = [country for country in COUNTRY_PREFIXES if country not in LIKELY_COUNTRIES]
    return [
        (country, f"{_country_name(country)} (+{COUNTRY_PREFIXES[country]})")
        for country in (*LIKELY_COUNTRIES, *sorted(others, key=_country_name))
    ]


def currency_options(country: str) -> list[Option]:
    """What a shop there may price in."""
    language = LANGUAGE.code
    return [(code, f"{get_currency_name(code, locale=language)} ({code})") for code in currencies_of(country)]


def zone_options(country: str) -> list[Option]:
    """The time zones of a country, by the city that they are named after."""
    language = LANGUAGE.code
    return [
        (zone, get_timezone_location(zone, locale=language, return_city=True)) for zone in zones_of(country)
    ]


def currencies_of(country: str) -> list[str]:
    """A country's own currency first."""
    return list(dict.fromkeys((*get_territory_currencies(country), *_USED_BESIDE)))


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """A country's time zones, as far as Python knows them too."""
    found = QTimeZone.availableTimeZoneIds(QLocale.codeToTerritory(country))
    names, known = (bytes(each.data()).decode() for each in found), available_timezones()
    return tuple(zone for zone in names if zone in known) or ("UTC",)


def _country_name(country: str) -> str:
    return Locale(LANGUAGE.code).territories.get(country, country)


def _system_zone() -> str:
    return bytes(QTimeZone.systemTimeZoneId().data()).decode()
