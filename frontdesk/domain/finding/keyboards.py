"""What keys have typed, and what the same keys type under another keyboard layout.

A scanner presses keys as if the layout were Latin; a hurried person forgets to switch it. Either way the keys
are known from the text, as far as one of the shop's layouts could have typed all of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from frontdesk.domain.finding.keyboard_layouts import LAYOUTS, Layout

_SPACE = -1


@dataclass(frozen=True, slots=True)
class _Key:
    """One press: which key, counted from the top left, and whether Shift was held."""

    place: int
    shifted: bool


def keys_of(text: str) -> tuple[str, ...]:
    """What the keys that typed `text` are called on a Latin keyboard, with or without Shift or Caps Lock.

    One answer for each way in which the shop's layouts could have typed it: "M" and "m" are both "m", and so
    is what the same key types in Lao.
    """
    latin = LAYOUTS[0]
    answers = (
        "".join(_typed(latin, _Key(key.place, False)) for key in keys)
        for layout in LAYOUTS
        for keys in _presses(layout, text)
    )
    return tuple(dict.fromkeys(answers))


def readings(text: str) -> tuple[tuple[str, str], ...]:
    """What the keys that typed `text` would have typed under each other layout: its language, and the text.

    Both ways: Latin letters typed under Lao, and Lao ones under Latin. No text comes twice; the layouts come
    in the order of the table. A person presses Shift only where nothing else types the same.
    """
    found: dict[str, str] = {}
    for target in LAYOUTS:
        for layout in LAYOUTS:
            if layout.language == target.language:
                continue
            for spelling in _with_caps_lock_off(text):
                typed = [_typed(target, key) for key in next(_presses(layout, spelling), ())]
                if all(typed):
                    found.setdefault("".join(typed), target.language)
    found.pop(text, None)
    found.pop("", None)
    return tuple((language, typed) for typed, language in found.items())


def _with_caps_lock_off(text: str) -> tuple[str, ...]:
    """Letters that are all capital may come from Caps Lock, which other scripts know nothing of."""
    return (text, text.lower()) if text.isupper() and len(text) > 1 else (text,)


def _typed(layout: Layout, key: _Key) -> str:
    if key.place == _SPACE:
        return " "
    return (layout.shifted if key.shifted else layout.plain)[key.place]


def _presses(layout: Layout, text: str) -> Iterator[tuple[_Key, ...]]:
    """The presses that type `text` under a layout, if it can: in small letters, and in capitals."""
    seen = set()
    for capitals in (False, True):
        keys = _parsed(_sequences(layout, capitals), text, 2 if capitals else 1)
        if keys is not None and keys not in seen:
            seen.add(keys)
            yield keys


def _parsed(sequences: dict[str, _Key], text: str, longest: int) -> tuple[_Key, ...] | None:
    """Capitals type several characters at once on some layouts, so the longest is taken first."""
    keys: list[_Key] = []
    at = 0
    while at < len(text):
        for length in range(longest, 0, -1):
            key = sequences.get(text[at : at + length])
            if key is not None:
                break
        else:
            return None
        keys.append(key)
        at += length
    return tuple(keys)


@cache
def _sequences(layout: Layout, capitals: bool) -> dict[str, _Key]:
    """The press behind each thing that a layout types; where two type the same, the likelier: Shift is held
    for letters in capitals, and for nothing else.
    """
    found = {" ": _Key(_SPACE, False)}
    for likely in (False, True):
        for place, name in reversed(list(enumerate(LAYOUTS[0].plain))):
            shifted = (capitals and name.isalpha()) == likely
            typed = _typed(layout, _Key(place, shifted))
            if typed:
                found[typed] = _Key(place, shifted)
    return found
