"""0…, +856… and 00856… are one number, whatever digits and punctuation they are typed with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.people.phones import COUNTRY_PREFIXES, normalise_phone, search_digits, without_numbers
from frontdesk.domain.text import BadInput, InputFault

LAOS = COUNTRY_PREFIXES["LA"]


@pytest.mark.parametrize(
    "raw",
    [
        "020 5555 1234",
        "20 5555 1234",
        "+856 20 5555 1234",
        "+856 020 5555 1234",
        "+856 (0)20 5555-1234",
        "00856 20.5555.1234",
        "8562055551234",
        "໐໒໐ ໕໕໕໕ ໑໒໓໔",
        "๐๒๐ ๕๕๕๕ ๑๒๓๔",
        "០២០ ៥៥៥៥ ១២៣៤",
        "＋８５６２０５５５５１２３４",
    ],
)
def test_one_lao_number_however_it_is_written(raw: str) -> None:
    phone = normalise_phone(f" {raw} ", LAOS)

    assert (phone.national, phone.e164) == ("2055551234", "+8562055551234")
    assert phone.shown == raw


@pytest.mark.parametrize(
    ("raw", "country", "national", "e164"),
    [
        ("+66 81 234 5678", "LA", "812345678", "+66812345678"),
        ("081-234-5678", "TH", "812345678", "+66812345678"),
        ("066 123 4567", "TH", "661234567", "+66661234567"),
        ("012 345 678", "KH", "12345678", "+85512345678"),
        ("595 12 34 56", "GE", "595123456", "+995595123456"),
        ("(212) 555-0123", "US", "2125550123", "+12125550123"),
        ("1-212-555-0123", "US", "2125550123", "+12125550123"),
        ("020 7946 0958", "GB", "2079460958", "+442079460958"),
        ("9123456789", "IN", "9123456789", "+919123456789"),
        ("+39 06 6982 1234", "LA", "669821234", "+390669821234"),
        ("+352 621 123 456", "LA", "621123456", "+352621123456"),
    ],
)
def test_national_and_international_form(raw: str, country: str, national: str, e164: str) -> None:
    phone = normalise_phone(raw, COUNTRY_PREFIXES[country])
    assert (phone.national, phone.e164) == (national, e164)


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ("", InputFault.EMPTY),
        ("  ", InputFault.EMPTY),
        ("call me", InputFault.NOT_A_PHONE),
        ("020 5555 12x4", InputFault.NOT_A_PHONE),
        ("20+5555", InputFault.NOT_A_PHONE),
        ("1234", InputFault.NOT_A_PHONE),
        ("0000000", InputFault.NOT_A_PHONE),
        ("+", InputFault.NOT_A_PHONE),
        ("+85620555512345678", InputFault.TOO_MANY_DIGITS),
        ("020 " * 11, InputFault.TOO_MANY_DIGITS),
        ("call me " * 11, InputFault.TOO_LONG),
    ],
)
def test_what_is_not_a_number_is_named(raw: str, fault: InputFault) -> None:
    with pytest.raises(BadInput) as caught:
        normalise_phone(raw, LAOS)
    assert caught.value.code is fault


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("020 5555", "205555"),
        ("+856 20 55", "2055"),
        ("00856 20 55", "2055"),
        ("1234", "1234"),
        ("໑໒໓໔", "1234"),
        ("+8", ""),
        ("+85", ""),
        ("+856", ""),
        ("00", ""),
        ("0", ""),
        ("somsak", ""),
        ("+66 81", "81"),
        ("856", "856"),
    ],
)
def test_a_query_is_stripped_of_what_the_index_does_not_hold(typed: str, digits: str) -> None:
    assert search_digits(typed, LAOS) == digits


@given(st.from_regex(r"[1-9][0-9]{7,9}", fullmatch=True), st.sampled_from(sorted(COUNTRY_PREFIXES)))
def test_each_way_to_write_a_number_finds_it(national: str, country: str) -> None:
    prefix = COUNTRY_PREFIXES[country]
    ways = {normalise_phone(f"{lead}{national}", prefix).e164 for lead in ("0", f"+{prefix}", f"00{prefix}0")}
    assert ways == {f"+{prefix}{national}"}
    assert search_digits(f"+{prefix}{national}", prefix) == national


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("call 020 7777 1234 at noon", "call … at noon"),
        ("+856 (20) 5551-4867", "…"),
        ("ໂທ ໐໒໐ ໕໕໕໑ ໔໘໖໗", "ໂທ …"),
        ("waited 40 minutes, 2 cakes", "waited 40 minutes, 2 cakes"),
        ("1,200,000 kip by 2026-11-22 or 22.11.2026", "1,200,000 kip by 2026-11-22 or 22.11.2026"),
    ],
)
def test_a_number_to_call_is_left_out_of_a_text(text: str, left: str) -> None:
    assert without_numbers(text) == left
