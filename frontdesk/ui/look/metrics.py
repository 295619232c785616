"""Measures in logical pixels, on a rhythm of eight."""

from enum import IntEnum
from typing import Final

TEXT_SIZES: Final = (100, 125, 150, 200)
"""How large text can be made, in parts of a hundred."""


_LINE: Final = 24
_LARGE: Final = 125


class _TextSize:
    percent = 100


def set_text_size(percent: int) -> None:
    """Make all text larger or smaller from now on; what was laid out before has to be made anew."""
    _TextSize.percent = percent


def is_large() -> bool:
    """Whether text is so large that rows of words have to go on in the next line."""
    return _TextSize.percent > _LARGE


def grown(pixels: int) -> int:
    """A length that holds text, or is one: it grows as the text does."""
    return round(pixels * _TextSize.percent / 100)


def grown_type(pixels: int) -> int:
    """A size of type: what is large already grows by no more pixels than a title does."""
    return pixels + grown(min(pixels, Size.TITLE)) - min(pixels, Size.TITLE)


def taller(pixels: int, lines: int = 1) -> int:
    """The height of something that holds `lines` of text, which is `pixels` at the usual size of text."""
    return pixels + lines * (grown(_LINE) - _LINE)


RHYTHM: Final = 8
TARGET: Final = 48
"""The least side of anything that is tapped: wet hands are not precise."""
ACTION: Final = 68

CARD_RADIUS: Final = 24
TILE_RADIUS: Final = 18
CONTROL_RADIUS: Final = 16
SHADOW: Final = 12
"""How far a card's painted shadow reaches beyond it; a card keeps this margin for it."""

FOCUS_RING: Final = 3


class Size(IntEnum):
    """Text sizes. One line of a page is NAME; everything else is quieter."""

    TINY = 12
    SMALL = 14
    BODY = 16
    STRONG = 18
    TITLE = 22
    NAME = 40
