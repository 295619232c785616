"""How a Thai name is written in Lao letters: a guess for a cashier who reads Lao.

The two scripts are sisters, so it goes letter by letter; then the vowels that Lao writes otherwise. Names in
other scripts come as their sound: see lao_from_latin.py.
"""

import re
from typing import Final

_PAIRS: Final = (
    "กກ ขຂ ฃຂ คຄ ฅຄ ฆຄ งງ จຈ ฉສ ชຊ ซຊ ฌຊ ญຍ ฎດ ฏຕ ฐຖ ฑທ ฒທ ณນ ดດ ตຕ ถຖ ทທ ธທ นນ บບ ปປ ผຜ ฝຝ พພ ฟຟ ภພ มມ"
    " ยຍ รຣ ลລ วວ ศສ ษສ สສ หຫ ฬລ อອ ฮຮ ะະ ัັ าາ ำຳ ิິ ีີ ึຶ ืື ุຸ ูູ เເ แແ โໂ ใໃ ไໄ ็ັ ่່ ้້ ๊໊ ๋໋ ๆໆ"
)
_LETTERS: Final = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
_SILENCED: Final = re.compile("(?:[ทต]ร|[ก-ฮ][ิุ]?)์")
_C: Final = "[ກ-ຮ]"
_TONE: Final = "[່-໋]?"
_WRITTEN_OTHERWISE: Final = (
    (re.compile("ຣຣ(?=[ກ-ຮ])"), "ັ"),
    (re.compile("ຣຣ"), "ັນ"),
    (re.compile(f"ເ({_C}+)ີ({_TONE})ຍ"), r"ເ\1\2ຍ"),
    (re.compile(f"ເ({_C}+)({_TONE})າ(?!ະ)"), r"ເ\1ົ\2າ"),
    (re.compile(f"ັ({_TONE})ວ"), r"ົ\1ວ"),
    (re.compile(f"(?<!ເ{_C})ື({_TONE})ອ$"), r"ື\1"),
    (re.compile(f"({_C})({_TONE})ອ$"), r"\1ໍ\2"),
    (re.compile(f"({_C})ຣ$"), r"\1ອນ"),
    (re.compile("([ກຂຄຕປຜພ])ຣ(?=[ະ-ູ])"), r"\1"),
    (re.compile("ຕຕ"), "ດຕ"),
    (re.compile("ຫນ"), "ໜ"),
    (re.compile("ຫມ"), "ໝ"),
    (re.compile("^ຍ"), "ຢ"),
)
# Two consonants and no vowel: Thai leaves the short o out that Lao writes.
_BARE: Final = re.compile("(?<![ເແໂໃໄັ])(?<![ກ-ຮ່-໋])([ກ-ຫຮ])([ກງດນບມ])(?![ະ-ູົ-ຽ່-໋າຳອ])")


def from_thai(name: str) -> str:
    """A Thai name in Lao letters."""
    return " ".join(_word(word) for word in _SILENCED.sub("", name).translate(_LETTERS).split())


def _word(word: str) -> str:
    for thai_way, lao_way in _WRITTEN_OTHERWISE:
        word = thai_way.sub(lao_way, word)
    return _BARE.sub("\\1ົ\\2", word)
