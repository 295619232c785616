"""What somebody must not have, as far as names tell: nothing of it is ever offered."""

import re
from collections.abc import Iterable
from typing import Final

_BETWEEN_WORDS: Final = re.compile(r"[\s,;:/.()+&-]+")
_LEAST_LETTERS: Final = 3


def avoided(product_name: str, allergies: Iterable[str]) -> bool:
    """Does the name of a product hold a word of an allergy, in one or in many ("peanuts", "peanut soup")?

    Rather once too often: coconut is not offered to whoever must not have nuts.
    """
    name = product_name.casefold()
    return any(word in name for allergy in allergies for word in _words(allergy))


def _words(allergy: str) -> list[str]:
    parts = (part.casefold() for part in _BETWEEN_WORDS.split(allergy))
    stems = (part.removesuffix("s") if part.isascii() else part for part in parts)
    return [stem for stem in stems if len(stem) >= _LEAST_LETTERS]
