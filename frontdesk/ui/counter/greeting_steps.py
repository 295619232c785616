"""What the greeting leaves out where there is little room, step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from frontdesk.ui.counter.cards_view import SPARED
from frontdesk.ui.counter.request_rows import Shape


class Quiet(Enum):
    """How what is good to know is said."""

    LIST = auto()
    LINE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """What is shown where there is so much room."""

    quiet: Quiet = Quiet.LIST
    visits: bool = True
    heading: bool = True
    offer: bool = True
    requests: Shape = Shape.ROWS
    check: bool = True
    spare: int = 0
    """Of the cards what can be reached otherwise."""
    usual: bool = True
    snug: bool = False
    """Small stamps, a small portrait, less between the parts, and nothing asked in two places."""
    facts: bool = True
    """How often they came, and when last."""
    say: bool = True
    """How to welcome them in their own language."""
    whole: bool = True
    """The words beside the portrait and the acts in their full size."""
    acts: bool = True


_WHOLE: Final = Step()
_LINE: Final = Step(Quiet.LINE)
_BARE: Final = Step(Quiet.LINE, visits=False, heading=False, offer=False)
_BESIDE: Final = replace(_BARE, requests=Shape.BESIDE)
_SNUG: Final = replace(_BESIDE, quiet=Quiet.NOTHING, spare=1, snug=True)
_LEAST: Final = replace(_SNUG, spare=2, whole=False)
_ASKED: Final = replace(_LEAST, spare=4, usual=False)
_BRIEF: Final = replace(_ASKED, facts=False)
_MUTE: Final = replace(_BRIEF, requests=Shape.COUNTED, say=False)
STEPS: Final = (
    _WHOLE,
    _LINE,
    replace(_LINE, offer=False),
    replace(_LINE, offer=False, visits=False),
    _BARE,
    replace(_BARE, requests=Shape.LINES),
    _BESIDE,
    replace(_BESIDE, spare=1),
    replace(_BESIDE, spare=1, snug=True),
    _SNUG,
    replace(_SNUG, spare=2),
    _LEAST,
    replace(_LEAST, spare=3),
    replace(_LEAST, spare=4),
    replace(_ASKED, spare=2),
    replace(_ASKED, spare=3),
    _ASKED,
    replace(_BRIEF, spare=2),
    replace(_BRIEF, spare=3),
    _BRIEF,
    replace(_ASKED, requests=Shape.COUNTED),
    replace(_BRIEF, requests=Shape.COUNTED),
    _MUTE,
    replace(_LEAST, requests=Shape.COUNTED, spare=4, check=False),
    replace(_MUTE, check=False),
)
"""From all to the least: each gives way to the one after it. The loud strip, the cards to choose from and the
acts never do. What waits for an answer goes last: the first of the usual makes room for it.
"""
_TYPED_ON: Final = replace(_BARE, quiet=Quiet.NOTHING, requests=Shape.COUNTED, check=False)
_TYPED_LEAST: Final = replace(_TYPED_ON, usual=False, spare=2, whole=False)
LINE_IS_OPEN: Final = (
    _TYPED_ON,
    replace(_TYPED_ON, usual=False),
    replace(_TYPED_ON, usual=False, spare=1),
    replace(_TYPED_ON, usual=False, spare=2),
    _TYPED_LEAST,
    replace(_TYPED_LEAST, spare=3),
    replace(_TYPED_LEAST, spare=SPARED),
    replace(_TYPED_LEAST, spare=SPARED, acts=False),
)
"""Somebody types: what they type on comes first."""
