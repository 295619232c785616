"""Scripts whose letters Unicode names after their sounds: those of India, Hangul, and the kana of Japan.

"DEVANAGARI LETTER KHA", "HANGUL SYLLABLE GIM" and "KATAKANA LETTER SA" say all that is needed.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_INDIC: Final = re.compile(
    "(?:DEVANAGARI|BENGALI|GURMUKHI|GUJARATI|ORIYA|TAMIL|TELUGU|KANNADA|MALAYALAM|SINHALA)"
    r" (?P<kind>LETTER|VOWEL SIGN|SIGN|AU LENGTH MARK)(?: (?P<name>.+))?"
)
_HANGUL: Final = "HANGUL SYLLABLE "
_KANA: Final = re.compile("(?:HIRAGANA|KATAKANA) LETTER (?P<small>SMALL )?(?P<name>[A-Z]+)$")
_CONSONANT: Final = re.compile("[^AEIOU].*A$")
_NASALS: Final = {"ANUSVARA": "n", "CANDRABINDU": "n", "BINDI": "n", "TIPPI": "n", "VISARGA": "h"}
# Names for sounds that people write otherwise.
_OTHERWISE: Final = {"ca": "cha", "cha": "chha", "ssa": "sha", "vocalic r": "ri", "vocalic l": "li"}
# Family names that are always written otherwise than they are said.
_KOREAN: Final = {"이": "lee", "박": "park", "최": "choi", "임": "lim", "노": "noh", "우": "woo"}


@lru_cache(maxsize=1024)
def _name(char: str) -> str:
    return unicodedata.name(char, "")


def indic(word: str) -> tuple[str, ...]:
    """The usual spelling: each consonant brings an "a" unless a sign follows.

    The last "a" is not said, but after two consonants together: Ram, and Krishna.
    """
    spelt, brings_a, joined, last = "", False, False, ""
    for char in unicodedata.normalize("NFC", word):
        found = _INDIC.match(_name(char))
        if found is None:
            continue
        kind, name = found["kind"], found["name"] or ""
        consonant = kind == "LETTER" and bool(_CONSONANT.match(name))
        if brings_a and (consonant or kind == "LETTER" or name in _NASALS):
            spelt += "a"
        if consonant:
            spelt += _OTHERWISE.get(name.lower(), name.lower())[:-1]
        elif name in _NASALS:
            spelt += _NASALS[name]
        elif kind in ("LETTER", "VOWEL SIGN"):
            spelt += _OTHERWISE.get(name.lower(), name.lower().split()[-1])
        if consonant:
            joined = last == "VIRAMA"
        brings_a, last = consonant or (brings_a and name == "NUKTA"), name
    return (spelt + "a" if brings_a and joined else spelt,)


def hangul(word: str) -> tuple[str, ...]:
    """The usual spelling of a Korean name, together, and without the family name that may stand before it."""
    names = (_name(char) for char in word)
    said = [
        name.removeprefix(_HANGUL).lower().replace("c", "ch") for name in names if name.startswith(_HANGUL)
    ]
    if len(said) < 2:
        return tuple(dict.fromkeys([_KOREAN.get(word, "".join(said)), *said]))
    family = _KOREAN.get(word[0], said[0])
    given = "".join(said[1:])
    return tuple(dict.fromkeys(["".join(said), family + given, given + family, given, family]))


def kana(word: str) -> tuple[str, ...]:
    """The sound of Japanese syllables; a small ya, yu or yo goes with the one before it."""
    spelt = ""
    for char in unicodedata.normalize("NFC", word):
        found = _KANA.match(_name(char))
        if found is None:
            continue
        sound = found["name"].lower()
        if found["small"] and sound in ("ya", "yu", "yo"):
            spelt = spelt[:-1] + sound
        elif not (found["small"] and sound == "tu"):
            spelt += {"si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji"}.get(sound, sound)
    return (spelt,)
