"""A word of any script in the Latin letters that people usually write it with."""

import re
from collections.abc import Callable
from typing import Final

from frontdesk.domain.finding.sounds.abjads import arabic, hebrew
from frontdesk.domain.finding.sounds.khmer import khmer
from frontdesk.domain.finding.sounds.lao_thai import lao, thai
from frontdesk.domain.finding.sounds.named_letters import hangul, indic, kana

Letters = Callable[[str], str]
"""Letter by letter into Latin, for the scripts that are written as they are said."""

_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_BLOCKS: Final[tuple[tuple[int, int, Callable[[str], tuple[str, ...]]], ...]] = (
    (0x0590, 0x05FF, hebrew),
    (0x0600, 0x06FF, arabic),
    (0x0900, 0x0DFF, indic),
    (0x0E00, 0x0E7F, thai),
    (0x0E80, 0x0EFF, lao),
    (0x1780, 0x17FF, khmer),
    (0x3040, 0x30FF, kana),
    (0xAC00, 0xD7A3, hangul),
)


def usual_spellings(word: str, letters: Letters) -> tuple[str, ...]:
    """How people write one word in Latin letters, the likeliest first; Latin letters as they are.

    A word in two scripts is spelt by the script of its first letter.
    """
    if word.isascii():
        return (word,)
    point = ord(word[0])
    for first, last, spelt in _BLOCKS:
        if first <= point <= last:
            return spelt(word)
    if _HAN.fullmatch(word):
        return _chinese([letters(char).lower() for char in word])
    return (letters(word).lower(),)


def _chinese(said: list[str]) -> tuple[str, ...]:
    """A Chinese name together, and its given name alone: nobody writes a space between the two."""
    whole = "".join(said)
    endings = ["".join(said[at:]) for at in range(1, len(said))]
    turned = [*("".join(said[1:] + said[:1]) for _ in said[1:2]), said[0]]
    return tuple(dict.fromkeys([whole, *endings, *turned]))
