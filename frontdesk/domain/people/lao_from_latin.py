"""A name that comes as its sound in Latin letters, written in Lao ones: Maria is ມາເຣຍ, Charles ຊາລສ໌.

Cut into syllables of consonants, a vowel and what closes it, each written as Lao writes names from abroad.
A guess for a cashier who reads Lao; whoever knows better asks.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_CONSONANTS: Final = {
    "chh": "ສ", "ch": "ຊ", "sh": "ຊ", "zh": "ຊ", "kh": "ຄ", "gh": "ກ", "ph": "ພ", "th": "ທ", "dz": "ຊ",
    "ts": "ຊ", "ng": "ງ", "ny": "ຍ", "b": "ບ", "c": "ຄ", "d": "ດ", "f": "ຟ", "g": "ກ", "h": "ຮ", "j": "ຈ",
    "k": "ຄ", "l": "ລ", "m": "ມ", "n": "ນ", "p": "ພ", "q": "ຄ", "r": "ຣ", "s": "ຊ", "t": "ທ", "v": "ວ",
    "w": "ວ", "x": "ຊ", "y": "ຢ", "z": "ຊ",
}  # fmt: skip
_CLOSING: Final = {
    "ch": "ດ", "sh": "ດ", "zh": "ດ", "kh": "ກ", "gh": "ກ", "ph": "ບ", "th": "ດ", "dz": "ດ", "ts": "ດ",
    "ng": "ງ", "ny": "ນ", "b": "ບ", "c": "ກ", "d": "ດ", "f": "ຟ", "g": "ກ", "j": "ດ", "k": "ກ", "l": "ລ",
    "m": "ມ", "n": "ນ", "p": "ບ", "q": "ກ", "s": "ສ", "t": "ດ", "v": "ບ", "w": "ວ", "x": "ກ", "y": "ຍ",
    "z": "ສ",
}  # fmt: skip
_UNHEARD: Final = frozenset({"r", "h"})
"""At the end of a syllable only the vowel before them is longer."""

# How a vowel is written around its consonant: where nothing closes the syllable, and where something does.
_VOWELS: Final = {
    "aa": ("{}າ", "{}າ"), "ae": ("ແ{}", "ແ{}"), "ai": ("ໄ{}", "ໄ{}"), "ay": ("ໄ{}", "ໄ{}"),
    "ao": ("{}າວ", "{}າວ"), "au": ("{}າວ", "{}າວ"), "aw": ("{}າວ", "{}າວ"), "ee": ("{}ີ", "{}ີ"),
    "ea": ("ເ{}ຍ", "{}ຽ"),
    "ei": ("ເ{}", "ເ{}"), "eo": ("ແ{}ວ", "ແ{}ວ"), "eu": ("{}ື", "{}ື"), "ey": ("{}ີ", "{}ີ"),
    "ia": ("ເ{}ຍ", "{}ຽ"), "ie": ("{}ີ", "{}ີ"), "oi": ("{}ອຍ", "{}ອຍ"), "oo": ("{}ູ", "{}ູ"),
    "ou": ("{}ູ", "{}ູ"), "oy": ("{}ອຍ", "{}ອຍ"), "ua": ("{}ົວ", "{}ວ"), "ue": ("{}ື", "{}ື"),
    "a": ("{}າ", "{}ັ"), "e": ("ເ{}", "ເ{}"), "i": ("{}ີ", "{}ິ"), "o": ("ໂ{}", "{}ອ"), "u": ("{}ູ", "{}ຸ"),
    "y": ("{}ີ", "{}ິ"),
}  # fmt: skip
_LENGTHENED: Final = {"a": "{}າ", "o": "{}ໍ", "e": "ເ{}ີ", "i": "ເ{}ີ", "u": "ເ{}ີ"}
"""Before an r that is not heard, the syllable being open; closed by more, o is written with ອ."""

_GO_TOGETHER: Final = frozenset({"l", "r", "w"})
_SILENT: Final = "໌"
_TOKEN: Final = re.compile(
    "(?P<vowel>y(?![aeiou])|"
    + "|".join(sorted((each for each in _VOWELS if each != "y"), key=len, reverse=True))
    + ")|(?P<consonant>"
    + "|".join(sorted(_CONSONANTS, key=len, reverse=True))
    + ")"
)
_SPELT: Final = (
    (re.compile("ph"), "f"),
    (re.compile("ch(?=[rl])"), "k"),
    (re.compile("geo"), "jo"),
    (re.compile("ai(?=re$)"), "ae"),
    (re.compile("^([^aeiou]+)a(?=[^aeiou]e$)"), r"\1ei"),
    (re.compile("^([^aeiou]+)i(?=[^aeiou]e$)"), r"\1ai"),
    (re.compile("ck"), "k"),
    (re.compile("qu"), "kw"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("g(?=[eiy])"), "j"),
    (re.compile("ea(?=[^aeiou])"), "ee"),
    (re.compile("([aeiouy].*[^aeiou])e(?=s?$)"), r"\1"),
    (re.compile("([bcdfgklprstz])\\1"), r"\1"),
)
"""How English letters are heard, for a name of which only the spelling is known."""


@dataclass
class _Syllable:
    """What opens it, its vowel, and what closes it; all as sounds in Latin letters."""

    opens: list[str]
    vowel: str
    closes: list[str]


def from_sound(latin: str, *, spelt: bool = False) -> str:
    """A name that is said so, in Lao letters; `spelt` where only its spelling in Latin letters is known."""
    plain = "".join(c for c in unicodedata.normalize("NFD", latin.casefold()) if not unicodedata.combining(c))
    words = (re.sub("[^a-z]", "", word) for word in plain.replace("-", " ").split())
    return " ".join(filter(None, (_word(_heard(word) if spelt else word) for word in words)))


def _heard(word: str) -> str:
    for letters, sound in _SPELT:
        word = letters.sub(sound, word)
    return word


def _word(word: str) -> str:
    return "".join(_written(syllable) for syllable in _syllables(word))


def _syllables(word: str) -> list[_Syllable]:
    """Between two vowels the last consonant opens the next syllable, with the one before it if they go
    together (kr, pl, kw); the others close the one before.
    """
    found, between = list[_Syllable](), list[str]()
    for token in _TOKEN.finditer(word):
        if token["vowel"] is None:
            between.append(token["consonant"])
            continue
        opening = len(between) if not found else _opening(between)
        if found:
            found[-1].closes = between[: len(between) - opening]
        found.append(_Syllable(between[len(between) - opening :], token["vowel"], []))
        between = []
    if found:
        found[-1].closes = between
    elif between:
        found.append(_Syllable(between, "", []))
    return found


def _opening(between: list[str]) -> int:
    together = len(between) > 1 and between[-1] in _GO_TOGETHER and between[-2] not in {"l", "r", "n", "m"}
    return min(len(between), 2 if together else 1)


def _written(syllable: _Syllable) -> str:
    opens = [_CONSONANTS[each] for each in syllable.opens] or ["ອ"]
    if not syllable.vowel:
        return "".join(opens)
    onset, before = opens[-1], opens[:-1]
    if before and syllable.opens[-1] in _GO_TOGETHER:
        onset, before = before[-1] + onset, before[:-1]
    said = "".join(f"{each}ະ" for each in before).replace("ຊ", "ສ")
    closes = [each for each in syllable.closes if each not in _UNHEARD]
    lengthened = bool(syllable.closes) and syllable.closes[0] in _UNHEARD
    return said + _vowel(syllable.vowel, bool(closes), lengthened).format(onset) + _end(closes)


def _vowel(vowel: str, closed: bool, lengthened: bool) -> str:
    if lengthened and vowel in _LENGTHENED and not (closed and vowel == "o"):
        return _LENGTHENED[vowel]
    return _VOWELS[vowel][closed]


def _end(closes: list[str]) -> str:
    """What closes a syllable in Lao is one sound; a second one is written and not said."""
    if not closes:
        return ""
    heard = _CLOSING[closes[0]]
    return heard + (_CONSONANTS[closes[1]].replace("ຊ", "ສ") + _SILENT if len(closes) > 1 else "")
