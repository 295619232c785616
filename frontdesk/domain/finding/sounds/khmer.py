"""Khmer words in the Latin letters that people usually write them with.

A consonant belongs to one of two series, and the series decides how a vowel sounds. A subscript consonant
follows the sign U+17D2. Where no vowel is written, the consonant brings its own.
"""

import re
from typing import Final

# Each consonant and its series.
_CONSONANTS: Final = {
    "ក": ("k", 0), "ខ": ("kh", 0), "គ": ("k", 1), "ឃ": ("kh", 1), "ង": ("ng", 1), "ច": ("ch", 0),
    "ឆ": ("chh", 0), "ជ": ("ch", 1), "ឈ": ("chh", 1), "ញ": ("nh", 1), "ដ": ("d", 0), "ឋ": ("th", 0),
    "ឌ": ("d", 1), "ឍ": ("th", 1), "ណ": ("n", 0), "ត": ("t", 0), "ថ": ("th", 0), "ទ": ("t", 1),
    "ធ": ("th", 1), "ន": ("n", 1), "ប": ("b", 0), "ផ": ("ph", 0), "ព": ("p", 1), "ភ": ("ph", 1),
    "ម": ("m", 1), "យ": ("y", 1), "រ": ("r", 1), "ល": ("l", 1), "វ": ("v", 1), "ស": ("s", 0), "ហ": ("h", 0),
    "ឡ": ("l", 0), "អ": ("", 0), "ឝ": ("s", 0), "ឞ": ("s", 0),
}  # fmt: skip
# Each vowel sign after the first and after the second series.
_VOWELS: Final = {
    "ា": ("a", "ea"), "ិ": ("e", "i"), "ី": ("ei", "i"), "ឹ": ("oe", "i"), "ឺ": ("eu", "eu"),
    "ុ": ("o", "u"), "ូ": ("o", "u"), "ួ": ("uo", "uo"), "ើ": ("aeu", "eu"), "ឿ": ("oea", "oea"),
    "ៀ": ("ie", "ie"), "េ": ("e", "e"), "ែ": ("ae", "ae"), "ៃ": ("ai", "ey"), "ោ": ("o", "o"),
    "ៅ": ("au", "ov"), "ំ": ("om", "um"), "ះ": ("ah", "eah"),
}  # fmt: skip
_INHERENT: Final = ("a", "o")
_STANDING: Final = {
    "ឥ": "e", "ឦ": "ei", "ឧ": "u", "ឩ": "u", "ឪ": "ov", "ឫ": "rue", "ឬ": "rue", "ឭ": "lue", "ឮ": "lue",
    "ឯ": "ae", "ឰ": "ai", "ឱ": "o", "ឲ": "o", "ឳ": "au",
}  # fmt: skip
_SUBSCRIPT: Final = "\u17d2"
_TO_FIRST, _TO_SECOND = "\u17c9", "\u17ca"
_SILENCED: Final = re.compile("[ក-អ]\u17cd")
_CLUSTER: Final = re.compile(
    f"(?P<head>[ក-អ])(?P<shift>[{_TO_FIRST}{_TO_SECOND}])?(?P<below>(?:{_SUBSCRIPT}[ក-អ])*)"
    f"(?P<shifted>[{_TO_FIRST}{_TO_SECOND}])?(?P<vowels>[ា-ះ]*)(?P<short>[\u17cb\u17d0]?)"
    "|(?P<alone>[ឥ-ឳ])"
)
_SILENT_R: Final = re.compile("(?<=.)រ$")
_SILENT_END: Final = re.compile(f"(?:{_SUBSCRIPT}[ក-អ])+$")


def khmer(word: str) -> tuple[str, ...]:
    """The usual spellings of a Khmer word: what is silent at its end is written by some."""
    heard = _SILENCED.sub("", word)
    ways = (heard, _SILENT_END.sub("", heard), _SILENT_R.sub("", heard))
    return tuple(dict.fromkeys(_spelt(way) for way in ways))


def _spelt(word: str) -> str:
    clusters = list(_CLUSTER.finditer(word))
    return "".join(
        _cluster(found, final=place == len(clusters) - 1, first=place == 0)
        for place, found in enumerate(clusters)
    )


def _cluster(found: re.Match[str], *, final: bool, first: bool) -> str:
    if found["alone"]:
        return _STANDING.get(found["alone"], "")
    below = found["below"].replace(_SUBSCRIPT, "")
    head, series = _CONSONANTS.get(found["head"], ("", 0))
    shift = found["shift"] or found["shifted"]
    if shift:
        series = int(shift == _TO_SECOND)
        head = "p" if found["head"] == "ប" else head
    if found["head"] == "ហ" and below:
        head = "" if below[0] != "វ" else "f"  # ហ្វ is f, ហ្ម and ហ្ល are m and l of the other series
        below = below.removeprefix("វ")
    sounds = head + "".join(_CONSONANTS[char][0] for char in below if char in _CONSONANTS)
    if found["vowels"]:
        return sounds + _vowels(found["vowels"], series)
    if (final and not first) or found["short"]:
        return sounds
    return sounds + _INHERENT[series]


def _vowels(signs: str, series: int) -> str:
    if signs in ("ាំ", "ាំះ"):
        return ("am", "oam")[series]
    if signs == "ុំ":
        return ("om", "um")[series]
    return "".join(_VOWELS.get(sign, ("", ""))[series] for sign in signs)
