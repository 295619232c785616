"""Arabic (also Persian and Urdu) and Hebrew words, which are written without most of their vowels.

Between two consonants an "a" is put, so that the word can be read at all; only its consonants count much.
"""

import re
from typing import Final

_ARABIC: Final = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ء": "", "ؤ": "u", "ئ": "i", "ب": "b", "ت": "t",
    "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "ة": "a", "ى": "a", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k",
    "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ھ": "h", "ہ": "h", "ۃ": "a", "ے": "e", "َ": "a", "ُ": "u",
    "ِ": "i",
}  # fmt: skip
_HEBREW: Final = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ז": "z", "ח": "h", "ט": "t", "כ": "k", "ך": "k",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "p", "צ": "ts",
    "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
# و and ي are consonants before a vowel and at the beginning, and vowels elsewhere; likewise ו and י.
_ARABIC_GLIDES: Final = (
    (re.compile("و(?=[اآأةى])|^و"), "w"),
    (re.compile("و"), "u"),
    (re.compile("[يی](?=[اآأةوى])|^[يی]"), "y"),
    (re.compile("[يی]"), "i"),
)
_HEBREW_GLIDES: Final = (
    (re.compile("^ו|וו|ו(?=[אה])"), "v"),
    (re.compile("ו"), "o"),
    (re.compile("יי|י"), "i"),
    (re.compile("ה$"), "a"),
)


def arabic(word: str) -> tuple[str, ...]:
    """The usual spelling of an Arabic word."""
    return (_spelt(word, _ARABIC_GLIDES, _ARABIC),)


def hebrew(word: str) -> tuple[str, ...]:
    """The usual spellings of a Hebrew word: one letter is b and v, one h and ch, one o and v."""
    ways = (
        word.replace("ב", b).replace("ח", h).replace("ו", v) for v in "וv" for b in "bv" for h in ("h", "k")
    )
    return tuple(_spelt(way, _HEBREW_GLIDES, _HEBREW) for way in dict.fromkeys(ways))


def _spelt(word: str, glides: tuple[tuple[re.Pattern[str], str], ...], letters: dict[str, str]) -> str:
    for pattern, instead in glides:
        word = pattern.sub(instead, word)
    parts = [letters.get(char, char if char.isascii() else "") for char in word]
    spelt = ""
    for part in parts:
        if spelt and part and spelt[-1] not in "aeiouy" and part[0] not in "aeiouy":
            spelt += "a"
        spelt += part
    return spelt
