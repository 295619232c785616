"""The first name alone, for a screen that others can see. Where it is not sure to be one, there is none.

Lao, Thai, Georgian and most names in Latin letters begin with the given name. Chinese, Japanese, Korean,
Khmer and Vietnamese names begin with the family's: theirs is what comes last.
"""

from typing import Final
from unicodedata import category

from frontdesk.domain.people.scripts import Script, script_of
from frontdesk.domain.people.titles import formal_alone, without_title

_LETTERS_AT_LEAST: Final = 2
_FAMILY_FIRST_LANGUAGES: Final = frozenset({"km", "vi", "zh", "ja", "ko"})
_WRITTEN_FAMILIES: Final = """
    nguyễn nguyen trần tran phạm pham huỳnh huynh hoàng hoang phan võ vũ đặng bùi đỗ hồ ngô dương lý lê
"""
_VIETNAMESE_FAMILIES: Final = frozenset(_WRITTEN_FAMILIES.split())
_HAN: Final = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_KANA_AND_HANGUL: Final = ((0x3040, 0x30FF), (0x1100, 0x11FF), (0xAC00, 0xD7AF))


def first_name(name: str, called: str = "", language: str = "") -> str:
    """What `name`'s owner may be called before others; empty where that is not sure.

    What they like to be called comes first, unless it is the whole name again.
    """
    liked = " ".join(called.split())
    if liked and liked != " ".join(name.split()):
        return liked if _is_a_name(liked) else ""
    words = without_title(name).split()
    if not words or formal_alone(name):
        return ""
    turned = "," in name and "," not in " ".join(words)  # Sok, Dara: whoever wrote it said which is which
    found = (words[0] if turned else _given(words, language)).strip(".,")
    return found if _is_a_name(found) else ""


def said_aloud(name: str, called: str = "", language: str = "") -> str:
    """What to call them to their face: as they like it, else by the first name where that is polite; the
    whole name without its title where it is not, or where nobody can tell.
    """
    whole = without_title(name) if not formal_alone(name) else name
    if called or any(map(_is_east_asian, name.split())):
        return called or whole
    return first_name(name, language=language) or whole


def _given(words: list[str], language: str) -> str:
    first, last = words[0], words[-1]
    if len(words) == 1 and _is_east_asian(first):
        # Without a blank: one letter for the family, two where the name is long.
        return first[2:] if len(first) > 3 else first[1:]
    family_first = (
        _is_east_asian(first)
        or script_of(first) is Script.KHMER
        or language in _FAMILY_FIRST_LANGUAGES
        or first.casefold() in _VIETNAMESE_FAMILIES
    )
    return last if family_first else first


def _is_east_asian(word: str) -> bool:
    blocks = (*_HAN, *_KANA_AND_HANGUL)
    return any(first <= ord(char) <= last for char in word for first, last in blocks)


def _is_a_name(text: str) -> bool:
    """Letters with their marks and what joins them; a number, an address or a single letter is none."""
    letters = sum(category(char).startswith("L") for char in text)
    whole = all(category(char)[0] in "LM" or char in " -.'’·\u200b\u200c\u200d" for char in text)
    return whole and letters >= _LETTERS_AT_LEAST
