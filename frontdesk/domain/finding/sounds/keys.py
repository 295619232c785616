"""What is compared of a word in Latin letters: its reading, the skeleton of that, and how alike two are.

A reading has one letter for all that are mixed up between scripts and spellings: b and p, d and t, g and k,
l and r, f and ph, s, sh, x and z, ch, j and ts. The skeleton leaves the vowels out; they differ the most.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

LONGEST: Final = 24
_LONGEST_SLIPPED: Final = 12
_SHORTEST_BONES: Final = 4

# Letters that do not come apart into a Latin one and a mark.
_PLAIN: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ß": "ss"}
)
# Longest first. What stands for each is written in the classes already, and is not looked at again.
_TOGETHER: Final = {
    "tsch": "c", "shch": "s", "tch": "c", "tsh": "c", "sch": "s", "chh": "c", "ch": "c", "sh": "s",
    "zh": "c", "dj": "c", "dz": "c", "dg": "c", "ts": "c", "tz": "c", "cz": "c", "ds": "c", "tj": "c",
    "ph": "p", "bh": "p", "th": "t", "dh": "t", "kh": "k", "gh": "k", "ck": "k", "qu": "k", "lh": "l",
    "rh": "l", "wh": "v", "uea": "ua", "ou": "u", "oo": "u", "ee": "i", "ae": "e",
}  # fmt: skip
_ALONE: Final = {
    "b": "p", "f": "p", "d": "t", "g": "k", "q": "k", "r": "l", "z": "s", "x": "s", "j": "c",
}  # fmt: skip
_CONTEXT: Final = (
    (re.compile(r"^ou(?=[aei])"), "w"),
    (re.compile(r"n[gkq](?=[gkq])"), "n"),
    (re.compile(r"ng|gn|nh|ny(?=[aeou])"), "n"),
    (re.compile(r"(?<=[aeiouy])r(?=[^aeiouyrwh])"), ""),  # a French or Thai r that only lengthens
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"c(?![hkz])"), "k"),
    (re.compile(r"w(?=[aeiouy])|^w"), "v"),
    (re.compile(r"w"), "u"),
)
_CLASSES: Final = re.compile("|".join([*_TOGETHER, *_ALONE]))
_UNHEARD_H: Final = re.compile(r"(?<=[^aeiouy])h|h(?![aeiouy])")
_Y_WITHIN: Final = re.compile(r"(?<!^)y")
_DOUBLE: Final = re.compile(r"(.)\1+")
_NOT_HEARD: Final = re.compile("[^a-z0-9]")
_VOWELS: Final = re.compile("[aeiouh]+")
_VOWEL_FIRST: Final = re.compile("^[aeiouy]+")


_MUTE_E: Final = re.compile("[^aeiou]e$")
# Letters that sound one way here and another there.
_EITHER: Final = (("x", "ks"), ("x", "kh"), ("ch", "kh"), ("j", "y"))


@lru_cache(maxsize=8192)
def readings(latin: str) -> tuple[str, ...]:
    """How a word in Latin letters may sound, the likeliest first; nothing without letters and digits."""
    spread = unicodedata.normalize("NFD", latin.casefold().translate(_PLAIN))
    plain = _NOT_HEARD.sub("", spread)
    ways = [plain, *(plain.replace(letters, other) for letters, other in _EITHER if letters in plain)]
    ways += [way[:-1] for way in ways if _MUTE_E.search(way)]
    return tuple(dict.fromkeys(heard for way in ways if (heard := _reading(way))))


def _reading(heard: str) -> str:
    for pattern, instead in _CONTEXT:
        heard = pattern.sub(instead, heard)
    heard = _CLASSES.sub(lambda found: _TOGETHER.get(found[0]) or _ALONE[found[0]], heard)
    heard = _Y_WITHIN.sub("i", _UNHEARD_H.sub("", heard))
    return _DOUBLE.sub(r"\1", heard)[:LONGEST]


@lru_cache(maxsize=8192)
def skeleton(heard: str) -> str:
    """The consonants of a reading; a vowel at its beginning is kept as "a"."""
    first = _VOWEL_FIRST.match(heard)
    head = "a" if first else heard[:1]
    rest = heard[first.end() if first else 1 :]
    return head + _VOWELS.sub("", rest.replace("y", ""))


def slips(heard: str) -> tuple[str, ...]:
    """A reading and, in capitals, its skeleton, whole and with each letter left out.

    Two readings of which one slip of a finger made the other have one of these in common. Two letters more or
    less are told by the skeleton only, where it is long enough to mean something.
    """
    bones = skeleton(heard).upper()
    forms = [heard] if len(heard) <= _LONGEST_SLIPPED else []
    forms += [bones] if _SHORTEST_BONES <= len(bones) <= _LONGEST_SLIPPED else []
    return tuple(dict.fromkeys(less for form in forms for less in (form, *_without_one(form))))


def _without_one(form: str) -> tuple[str, ...]:
    return tuple(form[:at] + form[at + 1 :] for at in range(len(form)))


def distance(first: str, second: str) -> int:
    """How many letters must be put in, left out or changed to make one of the other (Levenshtein).

    Column by column in the bits of whole numbers: Myers' method (1999) as Hyyrö gives it (2001).
    """
    if len(first) < len(second):
        first, second = second, first
    if not second:
        return len(first)
    at: dict[str, int] = {}
    for place, letter in enumerate(second):
        at[letter] = at.get(letter, 0) | 1 << place
    last, every = 1 << (len(second) - 1), (1 << len(second)) - 1
    up, down, count = every, 0, len(second)
    for letter in first:
        same = at.get(letter, 0)
        across = (((same & up) + up) ^ up) | same
        rise, fall = down | (~(across | up) & every), up & across
        count += bool(rise & last) - bool(fall & last)
        rise, fall = (rise << 1) | 1, fall << 1
        same |= down
        up, down = (fall | ~(same | rise)) & every, rise & same & every
    return count


def likeness(first: str, second: str) -> float:
    """How alike two readings are, from 0 to 1; a vowel that differs weighs half of a consonant."""
    if first == second:
        return 1.0
    bones_first, bones_second = skeleton(first), skeleton(second)
    apart = distance(first, second) + distance(bones_first, bones_second)
    return 1.0 - apart / (max(len(first), len(second)) + max(len(bones_first), len(bones_second)))
