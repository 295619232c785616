"""What somebody had, read out of what is typed about them in a hurry: "blue helmet, 2 lattes".

A number counts what stands beside it. It is a product where the words fit one product only; several that fit,
or a thing that is not sold by that name, are counted as stamps: a wrong product would become their habit.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.finding.folding import fold, words
from frontdesk.domain.loyalty.stamping import MAX_STAMPS_AT_ONCE
from frontdesk.domain.regulars.visits import Product

_PARTS: Final = re.compile(r"[,;+\n،၊、，]")
_NUMBER: Final = re.compile(
    r"(?<![\w.:])(?:[x×]\s?)?(\d{1,2})(?:\s?[x×](?!\w))?(?![\d.:])|(?<=[^\W\d])(\d{1,2})(?!\w)"
)
_LEAST_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class TypedThings:
    """Products and stamps that were typed, and how they look: what is left of the words."""

    label: str
    items: tuple[tuple[int, int], ...] = ()
    stamps: int = 0


def read_things(text: str, products: Sequence[Product]) -> TypedThings:
    """Read what is counted out of `text`; more than anybody may have at once is not a count."""
    items, stamps, left = Counter[int](), 0, list[str]()
    for part in _PARTS.split(text):
        found = _count_in(part, products)
        total = items.total() + stamps
        if found is None or not 0 < found.count <= MAX_STAMPS_AT_ONCE - total:
            left.append(part.strip())
            continue
        if found.product is None:
            stamps += found.count
        else:
            items[found.product.id] += found.count
        left.append(found.rest if found.product is not None else part.strip())
    return TypedThings(", ".join(part for part in left if part), tuple(items.items()), stamps)


@dataclass(frozen=True, slots=True)
class _Found:
    count: int
    product: Product | None
    rest: str


def _count_in(part: str, products: Sequence[Product]) -> _Found | None:
    """The first number of a part that counts something, with what it counts."""
    for match in _NUMBER.finditer(part):
        count = int(match.group(1) or match.group(2))
        before, after = part[: match.start()].strip(), part[match.end() :].strip()
        for fits, rest in (_begins_with(after, products, before), _ends_with(before, products, after)):
            if fits:
                return _Found(count, fits[0] if len(fits) == 1 else None, rest)
        if not before and after and _is_word(after):
            return _Found(count, None, "")
    return None


Fitting = tuple[list[Product], str]


def _begins_with(text: str, products: Sequence[Product], before: str) -> Fitting:
    """The products named by the longest beginning of `text`; and what is left with `before`."""
    said = text.split()
    for length in range(len(said), 0, -1):
        fits = _named(" ".join(said[:length]), products)
        if fits:
            return fits, " ".join([before, *said[length:]]).strip()
    return [], ""


def _ends_with(text: str, products: Sequence[Product], after: str) -> Fitting:
    """The products named by the longest end of `text`; and what is left with `after`."""
    said = text.split()
    for start in range(len(said)):
        fits = _named(" ".join(said[start:]), products)
        if fits:
            return fits, " ".join([*said[:start], after]).strip()
    return [], ""


def _named(text: str, products: Sequence[Product]) -> list[Product]:
    """The products that are meant by a name: those of just that name, or else those it is a part of."""
    typed = words(text)
    if not typed:
        return []
    exact = [each for each in products if _all_fit(typed, words(each.name), whole=True)]
    return exact or [each for each in products if _all_fit(typed, words(each.name), whole=False)]


def _all_fit(typed: Sequence[str], name: Sequence[str], *, whole: bool) -> bool:
    """Does each typed word stand for a word of the name? `whole`: and each of the name's is typed."""
    left = list(name)
    for word in typed:
        hit = next((each for each in left if _fits(word, each, whole=whole)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not whole or not left


def _fits(typed: str, word: str, *, whole: bool) -> bool:
    """Alike, in the plural too, or the beginning that was typed so far."""
    singular = {typed, typed.removesuffix("s"), typed.removesuffix("es")}
    if word in singular:
        return True
    return not whole and any(len(each) >= _LEAST_LETTERS and word.startswith(each) for each in singular)


def _is_word(text: str) -> bool:
    """Does it begin with a word of letters, as a thing does, and not a sign or the end of a size?"""
    first = fold(text).split()[0]
    letters = [char for char in first if unicodedata.category(char)[0] == "L"]
    return len(letters) >= _LEAST_LETTERS and first[0] == letters[0]
