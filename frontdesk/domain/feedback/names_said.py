"""Which members of staff are named in what a customer wrote, in any script.

Most scripts part words by blanks: there a name is whole words. Lao, Thai and Khmer do not: there a name is
where syllables begin and end with it. "ລາ" is not in "ລາວ", nor "ນ້ອຍ" in "ຫນ້ອຍ".
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

from frontdesk.domain.acts import StaffMember
from frontdesk.domain.finding.folding import fold, words
from frontdesk.domain.people.first_names import first_name
from frontdesk.domain.people.scripts import Script, script_of
from frontdesk.domain.people.titles import without_title
from frontdesk.domain.text import ZERO_WIDTH_SPACE

_WITHOUT_BLANKS: Final = frozenset({Script.LAO, Script.THAI, Script.KHMER})
_BEFORE_ITS_CONSONANT: Final = frozenset("ເແໂໃໄเแโใไ")
"""A vowel that is written first: a consonant behind it begins no syllable."""
_VOWELS_BEHIND: Final = frozenset("ະາຳຽะาำๅ")
_SECONDS: Final = {
    **dict.fromkeys("ຫ", frozenset("ນມງຍລວຣຼ")),
    **dict.fromkeys("ກຂຄ", frozenset("ວຣຼ")),
    "ห": frozenset("นมงยลวรณญ"),
    **dict.fromkeys("กขคตปผพ", frozenset("รลว")),
    **dict.fromkeys("ทสจซศ", frozenset("ร")),
}
"""Behind these consonants those may be the second of the same syllable, and then begin none."""
_KHMER_SUBSCRIPT: Final = "\u17d2"


def who_is_named(text: str, staff: Iterable[StaffMember]) -> tuple[StaffMember, ...]:
    """Each who is called in `text` by their whole name or their first one. Where two share the name that is
    said, nobody knows whom it means.
    """
    called: dict[str, list[StaffMember]] = {}
    for member in staff:
        for name in _names(member.name):
            called.setdefault(name, []).append(member)
    meant = {who[0].id: who[0] for name, who in called.items() if len(who) == 1 and is_named(text, name)}
    return tuple(meant.values())


def is_named(text: str, name: str) -> bool:
    """Does `text` say this name, as a word of its own?"""
    if sum(char.isalpha() for char in name) < 2:
        return False
    if script_of(name) in _WITHOUT_BLANKS:
        return _in_syllables(fold(text), fold(name))
    said, wanted = words(text), words(name)
    spans = range(len(said) - len(wanted) + 1)
    return any(said[at : at + len(wanted)] == wanted for at in spans)


def _names(name: str) -> set[str]:
    """What somebody of this name may be called: all of it, or the first name alone."""
    return {fold(each) for each in (name, without_title(name), first_name(name)) if each}


def _in_syllables(text: str, name: str) -> bool:
    plain = text.replace(ZERO_WIDTH_SPACE, " ")
    at = plain.find(name)
    while at >= 0:
        if _begins(plain, at) and _ends(plain, at + len(name)):
            return True
        at = plain.find(name, at + 1)
    return False


def _begins(text: str, at: int) -> bool:
    """Is `at` where a syllable begins?"""
    if at == 0:
        return True
    before, first = text[at - 1], text[at]
    if before in _BEFORE_ITS_CONSONANT or before == _KHMER_SUBSCRIPT:
        return False
    return first not in _SECONDS.get(before, ())


def _ends(text: str, end: int) -> bool:
    """Is `end` where a syllable ends? A consonant that carries no vowel may still belong to the one before,
    unless that has its last consonant already.
    """
    if end >= len(text) or not _is_letter(text[end]):
        return True
    if not _is_consonant(text[end]):
        return text[end] in _BEFORE_ITS_CONSONANT
    if _is_closed(text[:end]):
        return True
    return end + 1 < len(text) and _is_sign(text[end + 1])


def _is_closed(name: str) -> bool:
    """Does its last syllable end with a consonant behind its vowel? "ນ້ອຍ" does, "ລາ" and "ແກ" do not."""
    tail = name[-3:]
    return len(tail) == 3 and _is_consonant(tail[2]) and (_is_sign(tail[1]) or _is_sign(tail[0]))


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def _is_consonant(char: str) -> bool:
    is_vowel = char in _BEFORE_ITS_CONSONANT or char in _VOWELS_BEHIND
    return unicodedata.category(char) == "Lo" and not is_vowel


def _is_sign(char: str) -> bool:
    """A vowel or a tone that is written above, below or behind its consonant."""
    return unicodedata.category(char) in ("Mn", "Mc") or char in _VOWELS_BEHIND
