"""Phone numbers as people write them: 020…, +85620… and 0085620… are one number in a Lao shop.

A number is not checked against a country's numbering plan. Plans change, and a cashier who is told that
a customer's real number is wrong has lost the customer. What matters is that the same number is found again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from frontdesk.domain.text import BadInput, InputFault, clean_line

SHOWN_LIMIT = 40
FEWEST_DIGITS = 5
MOST_DIGITS = 15  # E.164

COUNTRY_PREFIXES: dict[str, str] = {
    "AM": "374",
    "AZ": "994",
    "CN": "86",
    "DE": "49",
    "FR": "33",
    "GB": "44",
    "GE": "995",
    "ID": "62",
    "IN": "91",
    "JP": "81",
    "KH": "855",
    "KR": "82",
    "LA": "856",
    "MM": "95",
    "MY": "60",
    "PH": "63",
    "RU": "7",
    "SG": "65",
    "TH": "66",
    "TR": "90",
    "UA": "380",
    "US": "1",
    "VN": "84",
}

# E.164 country codes of one and two digits; all others have three.
_ONE_DIGIT_CODES = frozenset("17")
_TWO_DIGIT_CODES = re.compile("20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
# Where the first 0 is part of the number and is dialled from abroad too: Italy, Ivory Coast, Gabon, Congo.
_ZERO_BELONGS = frozenset({"39", "225", "241", "242"})

# Eleven digits that begin with the shop's own country code were typed with the + left out: no country
# nearby has national numbers of that length that begin with its own code.
_DIGITS_WITH_CODE = 11
_FEWEST_AFTER_CODE = 8

_PUNCTUATION = re.compile(r"[\s\-.()/\u2010-\u2015\u2212\uff0d]+")
_LOOKS_LIKE_A_NUMBER = re.compile(r"\+?\d(?:[\s\-.,()/\u2010-\u2015\u2212\uff0d]{0,2}\d){6,}")
_PRICE_OR_DATE = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_VEIL = "\u2022" * 4
_TRUNK_ZERO = re.compile(r"\(0\)")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as typed (`shown`), to search by (`national`) and to tell numbers apart (`e164`)."""

    shown: str
    national: str
    e164: str


def normalise_phone(raw: str, country_prefix: str) -> Phone:
    """Read a typed number in a shop whose country code is `country_prefix`, such as "856".

    Raises BadInput: EMPTY, NOT_A_PHONE, TOO_MANY_DIGITS; TOO_LONG for a long line that is not of digits.
    """
    shown = _line(raw)
    if not shown:
        raise BadInput(InputFault.EMPTY)
    typed = _PUNCTUATION.sub("", _TRUNK_ZERO.sub("", _with_ascii_digits(shown)))
    if not re.fullmatch(r"\+?[0-9]+", typed):
        raise BadInput(InputFault.NOT_A_PHONE)
    prefix, subscriber = _split(typed, country_prefix)
    national = subscriber.lstrip("0")
    if len(national) < FEWEST_DIGITS:
        raise BadInput(InputFault.NOT_A_PHONE)
    dialled = subscriber if prefix in _ZERO_BELONGS else national
    if len(prefix) + len(dialled) > MOST_DIGITS:
        raise BadInput(InputFault.TOO_MANY_DIGITS, MOST_DIGITS)
    return Phone(shown, national, f"+{prefix}{dialled}")


def search_digits(raw: str, country_prefix: str) -> str:
    """The digits of a query that may stand in a national number, or "" when there are none yet.

    Works on what is typed so far: "+85" in a Lao shop is the beginning of +856 and yields "".
    """
    typed = re.sub(r"[^0-9+]", "", _with_ascii_digits(raw))
    abroad = typed.startswith(("+", "00"))
    digits = (typed.removeprefix("00") if typed.startswith("00") else typed).replace("+", "")
    if abroad and country_prefix.startswith(digits):
        return ""
    return _split(f"+{digits}" if abroad else digits, country_prefix)[1].lstrip("0")


def without_numbers(text: str) -> str:
    """A text with what looks like a telephone number left out; prices and dates stay."""
    return _LOOKS_LIKE_A_NUMBER.sub(
        lambda found: found[0] if _PRICE_OR_DATE.fullmatch(found[0]) else "…", text
    )


def _line(raw: str) -> str:
    """One clean line. Of a longer one the digits are counted: nobody counts the letters of a number."""
    try:
        return clean_line(raw, SHOWN_LIMIT)
    except BadInput as fault:
        if sum(c.isdecimal() for c in raw) > MOST_DIGITS:
            raise BadInput(InputFault.TOO_MANY_DIGITS, MOST_DIGITS) from fault
        raise


def _with_ascii_digits(text: str) -> str:
    """Lao, Thai, Khmer, Arabic and full-width digits as 0 to 9, and a full-width plus as +."""
    return "".join(str(unicodedata.decimal(c, c)) for c in text).replace("\uff0b", "+")


def _split(typed: str, country_prefix: str) -> tuple[str, str]:
    """Country code and the rest of "+…", "00…", "0…" or bare digits."""
    if typed.startswith("00"):
        typed = f"+{typed[2:]}"
    if typed.startswith("+"):
        digits = typed[1:]
        code = country_prefix if digits.startswith(country_prefix) else digits[: _code_length(digits)]
        return code, digits[len(code) :]
    rest = typed.removeprefix(country_prefix)
    if rest != typed and len(typed) >= _DIGITS_WITH_CODE and len(rest) >= _FEWEST_AFTER_CODE:
        return country_prefix, rest
    return country_prefix, typed


def _code_length(digits: str) -> int:
    if digits[:1] in _ONE_DIGIT_CODES:
        return 1
    return 2 if _TWO_DIGIT_CODES.match(digits) else 3


def masked(phone: str) -> str:
    """A number for a screen that others see: its last four digits tell two people of one name apart."""
    digits = "".join(char for char in phone if char.isdecimal())
    if not phone:
        return ""
    return f"{_VEIL} {digits[-4:]}" if len(digits) > len(_VEIL) else _VEIL
