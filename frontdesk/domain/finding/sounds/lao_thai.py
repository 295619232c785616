"""Lao and Thai words in the Latin letters that people usually write them with.

The two scripts lie side by side in Unicode, so that Lao is read as if it were Thai, but for a few letters.
Vowels stand before, above, below and around their consonant; here they come after it, as they are said.
"""

import re
from collections.abc import Iterable
from typing import Final

_LAO_TO_THAI: Final = {lao: lao - 0x80 for lao in range(0x0E81, 0x0ECE)} | {
    ord("ົ"): "o", ord("ຽ"): "ia", ord("ຼ"): "ล", ord("ໜ"): "น", ord("ໝ"): "ม", ord("ຊ"): "ซ",
    ord("ຍ"): "ຍ", ord("ຫ"): "ห", ord("ໍ"): "ํ",
}  # fmt: skip
_CONSONANTS: Final = {
    "ก": "k", "ข": "kh", "ฃ": "kh", "ค": "kh", "ฅ": "kh", "ฆ": "kh", "ง": "ng", "จ": "ch", "ฉ": "ch",
    "ช": "ch", "ซ": "s", "ฌ": "ch", "ญ": "y", "ຍ": "ny", "ฎ": "d", "ฏ": "t", "ฐ": "th", "ฑ": "th",
    "ฒ": "th", "ณ": "n", "ด": "d", "ต": "t", "ถ": "th", "ท": "th", "ธ": "th", "น": "n", "บ": "b", "ป": "p",
    "ผ": "ph", "ฝ": "f", "พ": "ph", "ฟ": "f", "ภ": "ph", "ม": "m", "ย": "y", "ร": "r", "ล": "l", "ว": "w",
    "ศ": "s", "ษ": "s", "ส": "s", "ห": "h", "ฬ": "l", "อ": "", "ฮ": "h",
}  # fmt: skip
_VOWELS: Final = {
    "ะ": "a", "ั": "a", "า": "a", "ำ": "am", "ิ": "i", "ี": "i", "ึ": "ue", "ื": "ue", "ุ": "u", "ู": "u",
    "ๅ": "a", "ํ": "o",
}  # fmt: skip
_C: Final = "[ก-รลว-ฮຍ]"
_CLUSTER: Final = "[กขคตปผพบดทศส][รล][ะ-ูa-z]"
_LED: Final = f"((?:[กขคตปผพ][รล](?={_C}|[าิีืั็])|{_C}ล(?=[าิีืัo])|{_C}))"
_ONLY_THAI: Final = 2
"""So many of the last steps are not for Lao, which writes every vowel."""

_STEPS: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (f"[ทตดช]?ร์|{_C}[ิุ]?์", ""),
        ("[่-๋็๎๏๚๛]", ""),
        ("ห(?=[งญนมยรลวຍ])|^อ(?=ย)", ""),
        ("^ทร", "ซ"),
        ("ํา", "ำ"),
        ("ฤ", "ri"),
        (f"รร(?={_C})", "a"),
        ("รร", "an"),
        (f"เ{_LED}[oั]?า", r"\1ao"),  # ເ◌ົາ, เ◌า
        (f"เ{_LED}าะ", r"\1o"),
        (f"เ{_LED}ีย", r"\1ia"),
        (f"เ{_LED}[ืึ]อ", r"\1uea"),
        (f"เ{_LED}ั?ຍ", r"\1ia"),
        (f"เ{_LED}ย", r"\1oei"),
        (f"เ{_LED}[อิีึื]", r"\1oe"),
        (f"เ{_LED}[ัะ]?", r"\1e"),
        (f"แ{_LED}[ัะ]?", r"\1ae"),
        (f"โ{_LED}ะ?", r"\1o"),
        (f"[ใไ]{_LED}(?:[ยຍ](?![ะ-ูa-z]))?", r"\1ai"),
        ("ัว|oว", "ua"),
        ("[ัา][ยຍ](?![ะ-ูa-z])", "ai"),
        ("[ัา]ว(?![ะ-ูa-z])", "ao"),
        (f"(?<={_C})ว(?={_C}(?![าิีึืุูัa-zำ]))", "ua"),
        (f"(?<={_C})อ(?![ะ-ูa-z])", "o"),
        ("(?<=.)ຍ(?![ะ-ูa-z])", "i"),
        ("(?<=[o])ย(?![ะ-ูa-z])", "i"),
        ("(?<=.)ญ(?![ะ-ูa-z])", "n"),
        # Thai writes no vowel where it is short.
        (f"^สม(?={_C})", "สoม"),
        (f"({_C})({_C})$", r"\1o\2"),
    )
)
# Between two consonants an "a" is said, unless the first one ends the syllable before: that cannot be seen.
_OPEN: Final = re.compile(f"(?!{_CLUSTER})({_C})(?={_C})")
_CLOSED: Final = re.compile(f"(?<![ะ-ูa-z]){_OPEN.pattern}")
# What a last letter is said as; people write either.
_SAID_LAST: Final = (("[รลฬ]$", "n"), ("[จชซศษส]$", "t"))


def lao(word: str) -> tuple[str, ...]:
    """The usual spellings of a Lao word. A ຍ before its vowel is written ny (or nh) and y."""
    spelt = _in_latin(_in_order(word.translate(_LAO_TO_THAI), _STEPS[:-_ONLY_THAI]))
    return tuple(dict.fromkeys((spelt, spelt.replace("ny", "y"))))


def thai(word: str) -> tuple[str, ...]:
    """The usual spellings of a Thai word. Some last letters are said otherwise, and written in either way."""
    heard = _in_order(word, _STEPS)
    ways = dict.fromkeys(_in_latin(between.sub(r"\1a", heard)) for between in (_CLOSED, _OPEN))
    bare = _STEPS[0][0].sub("", word)
    lasts = [last for letters, last in _SAID_LAST if re.search(letters, bare)]
    return (*(re.sub("(ch|[a-z])$", last, spelt) for last in lasts for spelt in ways), *ways)


def _in_order(word: str, steps: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """The word with each vowel that is understood so far in Latin letters behind its consonant."""
    for pattern, instead in steps:
        word = pattern.sub(instead, word)
    return word


def _in_latin(word: str) -> str:
    return "".join(_CONSONANTS.get(char, _VOWELS.get(char, char)) for char in word)
