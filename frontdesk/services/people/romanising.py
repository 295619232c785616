"""A first guess at how a name is said, in Latin letters, for a cashier who does not read its script.

Letter by letter through `anyascii`, with the vowels that Lao and Thai write before their consonant put
behind it (ແກ້ວ is said k-ae-v). A guess: whoever knows better types it over, and search finds both.
"""

import re
from typing import Final

from anyascii import anyascii

from frontdesk.domain.finding.sounds.spelling import usual_spellings
from frontdesk.domain.people.customers import SPOKEN_BETWEEN
from frontdesk.domain.people.scripts import Script, script_of

SPOKEN_LIMIT: Final = 200

_LEADING_VOWEL: Final = re.compile("([\u0ec0-\u0ec4\u0e40-\u0e44])([\u0e81-\u0eae\u0e01-\u0e2e]\u0ebc?)")
_SILENCED: Final = re.compile("[\u0e81-\u0eae\u0e01-\u0e2e][\u0e31\u0e34\u0e38]?[\u0ecc\u0e4c]")
# A ຫ before these only sets the tone; ໜ and ໝ are ຫນ and ຫມ in one letter.
_TONE_ONLY: Final = re.compile("ຫ([ງຍນມລວຼຣ])")
_IN_ONE: Final = str.maketrans({"ໜ": "ນ", "ໝ": "ມ", "ຼ": "ລ"})
# Between consonants, ອ is the vowel o and ວ the vowel ua; likewise in Thai.
_CONSONANT: Final = "[\u0e81-\u0eae\u0e01-\u0e2e]"
_TONE: Final = "[\u0ec8-\u0ecb\u0e48-\u0e4b]?"
_VOWEL_O: Final = re.compile(f"({_CONSONANT}{_TONE})[\u0ead\u0e2d](?![\u0eb0-\u0ebd\u0e30-\u0e3a])")
_VOWEL_UA: Final = re.compile(
    f"(?<![\u0ec0-\u0ec4\u0e40-\u0e44])({_CONSONANT}{_TONE})[\u0ea7\u0e27](?={_CONSONANT})"
)
_FINAL_Y: Final = re.compile("(?<=.)\u0e8d(?![\u0eb0-\u0ebd\u0ec8-\u0ecb])")
_UNSPOKEN: Final = re.compile("[^A-Za-z' -]")


def spoken(name: str, called: str = "") -> str:
    """How to say what they like to be called, then the name; nothing for Latin letters, which say it."""
    said = dict.fromkeys(part for part in (_in_latin(called), _in_latin(name)) if part)
    return SPOKEN_BETWEEN.join(said)[:SPOKEN_LIMIT]


def _in_latin(name: str) -> str:
    if name.isascii() or script_of(name) is Script.LATIN:
        return ""
    if script_of(name) is not Script.LAO:
        words = (usual_spellings(word, anyascii)[0] for word in name.split())
        return _UNSPOKEN.sub("", " ".join(words)).title().strip()
    heard = _TONE_ONLY.sub(r"\1", _SILENCED.sub("", name)).translate(_IN_ONE)
    heard = _FINAL_Y.sub("y", _VOWEL_UA.sub(r"\1ua", _VOWEL_O.sub(r"\1o", heard)))
    letters = anyascii(_LEADING_VOWEL.sub(r"\2\1", heard))
    return _UNSPOKEN.sub("", letters).title().strip()
