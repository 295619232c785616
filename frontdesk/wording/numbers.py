"""Numbers as a language writes them."""

from babel.numbers import format_decimal

from frontdesk.texts import Texts


def count(texts: Texts, value: float) -> str:
    """With the mark at the thousands; of a mean below ten the tenth is told."""
    pattern = "#,##0.#" if value < 10 else "#,##0"
    return str(format_decimal(value, format=pattern, locale=texts.language))
