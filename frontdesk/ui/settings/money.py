"""Prices: typed as people write them, kept in the smallest unit, shown in the reader's language."""

from __future__ import annotations

import unicodedata
from decimal import Decimal, InvalidOperation

from babel.numbers import format_currency, get_currency_precision

from frontdesk.ui.language import LANGUAGE

MOST = 10**12


class NotAPrice(ValueError):
    """What was typed is no price."""


class TooMuch(NotAPrice):
    """An amount, and more than any can be."""


def read_price(typed: str, currency: str) -> int:
    """The price in the smallest unit: "25,000" and "25 000" in kip, "4.50" or "4,50" in lari.

    Nothing typed is 0. Raises NotAPrice, TooMuch.
    """
    digits = "".join(str(unicodedata.decimal(c, c)) for c in typed if not c.isspace())
    if not digits:
        return 0
    precision = get_currency_precision(currency)
    try:
        amount = Decimal(_with_point(digits, precision))
    except InvalidOperation:
        raise NotAPrice from None
    smallest = amount.scaleb(precision)
    if not amount.is_finite() or smallest != smallest.to_integral_value() or smallest < 0:
        raise NotAPrice
    if smallest > MOST:
        raise TooMuch
    return int(smallest)


def price_in_words(price: int, currency: str, language: str = "") -> str:
    """Such as 25,000 LAK: the code is read alike in every language, and no sign is mistaken for another.

    In the language that the windows speak, unless it is for a reader of another one.
    """
    amount = Decimal(price).scaleb(-get_currency_precision(currency))
    return format_currency(amount, currency, "#,##0.00 ¤¤", locale=language or LANGUAGE.code)


def price_to_type(price: int, currency: str) -> str:
    """A kept price as somebody would type it: `read_price` reads it back. No price is nothing typed."""
    if not price:
        return ""
    amount = Decimal(price).scaleb(-get_currency_precision(currency))
    return format_currency(amount, currency, "#,##0.00", locale=LANGUAGE.code).strip()


def _with_point(digits: str, precision: int) -> str:
    """With a point before the fraction and no other mark: a mark before three digits groups thousands."""
    last = max(digits.rfind("."), digits.rfind(","))
    fraction = len(digits) - last - 1
    if last < 0 or not precision or (fraction == 3 and precision < 3):
        return digits.replace(",", "").replace(".", "")
    return digits[:last].replace(",", "").replace(".", "") + "." + digits[last + 1 :]
