"""A name as its owner says it: without Mr, ທ້າວ or คุณ, and "Phommachan, Somsak" the right way round."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import category

_WRITTEN_BEFORE_A_GIVEN_NAME: Final = """
    dr prof khun auntie uncle ທ້າວ ທາວ ນາງ ທ່ານ ນາຍ ນາງສາວ ທ ນ ດຣ นาย นาง นางสาว น.ส นส คุณ ดร ด.ช ด.ญ
    លោក លោកស្រី អ្នកស្រី អ្នកនាង កញ្ញា ბატონი ბატონო ქალბატონი ქალბატონო ბ-ნი ქ-ნი
"""
_WRITTEN_BEFORE_A_FAMILY_NAME: Final = """
    mr mrs ms miss mister m mme mlle mm monsieur madame mademoiselle herr frau
"""
_BEFORE_A_FAMILY_NAME: Final = frozenset(_WRITTEN_BEFORE_A_FAMILY_NAME.split())
_TITLES: Final = _BEFORE_A_FAMILY_NAME | frozenset(_WRITTEN_BEFORE_A_GIVEN_NAME.split())
_JOINED: Final = ("ນາງສາວ", "ທ້າວ", "ນາງ", "นางสาว", "นาง", "นาย", "លោកស្រី", "អ្នកស្រី")
"""Written without a blank before the name. คุณ is not among them: คุณธรรม and คุณากร are names."""

_AFTER_A_COMMA: Final = frozenset({"jr", "sr", "junior", "senior", "phd", "md", "ii", "iii"})
_FAMILY_WORDS: Final = 3
_ONLY_WITH_A_DOT: Final = frozenset({"m", "ທ", "ນ"})
_CARRIED: Final = frozenset("ະາຳະาำ")
"""Letters by their category, and yet nothing begins with them."""


@lru_cache(maxsize=4096)
def without_title(name: str) -> str:
    """The name with the given name where its owner puts it, and no title; a title alone stays."""
    return " ".join(_untitled(_in_order(name).split())) or " ".join(name.split())


def formal_alone(name: str) -> bool:
    """Is it a title with nothing after it, or with one word, which may be the family's: Mr. Smith?"""
    words = name.split()
    left = _untitled(words)
    if not left:
        return bool(words)
    return len(left) == 1 < len(words) and _bare(words[-2]) in _BEFORE_A_FAMILY_NAME


def _in_order(name: str) -> str:
    family, comma, given = (part.strip() for part in name.partition(","))
    names = _is_names(family) and _is_names(given) and len(family.split()) <= _FAMILY_WORDS
    if not comma or not names or _bare(given) in _AFTER_A_COMMA:
        return name
    return f"{given} {family}"


def _untitled(words: list[str]) -> list[str]:
    """The words after the titles; of "Mr." alone nothing is left."""
    kept = list(words)
    while kept and _is_title(kept[0]):
        kept.pop(0)
    return [*_cut(kept[:1]), *kept[1:]]


def _is_title(word: str) -> bool:
    bare = _bare(word)
    return bare in _TITLES and (bare not in _ONLY_WITH_A_DOT or word.endswith("."))


def _cut(first: list[str]) -> Iterator[str]:
    """The first word without a title that is written together with it."""
    for word in first:
        title = next((each for each in _JOINED if word.startswith(each) and _begins(word[len(each) :])), "")
        yield word[len(title) :]


def _begins(rest: str) -> bool:
    """Can a name begin so? นาย is no title in นายิกา."""
    letters = sum(category(char).startswith("L") for char in rest)
    return letters > 1 and category(rest[0]).startswith("L") and rest[0] not in _CARRIED


def _is_names(text: str) -> bool:
    return bool(text) and all(category(char)[0] in "LM" or char in " -.'’" for char in text)


def _bare(word: str) -> str:
    return word.strip(".,").casefold()
