"""Names in the order in which a reader looks for them: their own script first, each by its own rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cmp_to_key

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale

_TERRITORY = {"en": "en_GB", "lo": "lo_LA", "th": "th_TH", "km": "km_KH", "ka": "ka_GE"}


@cache
def order_for(language: str) -> Callable[[Sequence[str]], list[int]]:
    """What puts names in the order of a language, and gives their places. It may run on any thread."""
    locale = _TERRITORY.get(language, language)

    def arrange(names: Sequence[str]) -> list[int]:
        collator = QCollator(QLocale(locale))
        keys = [collator.sortKey(name) for name in names]
        # A function in Python: while it sorts, the window gets its turns.
        by_name = cmp_to_key(_compare)
        return sorted(range(len(keys)), key=lambda place: by_name(keys[place]))

    return arrange


def _compare(one: QCollatorSortKey, other: QCollatorSortKey) -> int:
    return one.compare(other)
