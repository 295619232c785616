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
    whole: bool = True
    """The words beside the portrait and the acts in their full size."""
    acts: bool = True


_WHOLE: Final = Step()
_LINE: Final = Step(Quiet.LINE)
_BARE: Final = Step(Quiet.LINE, visits=False, heading=False, offer=False)
_SHORT: Final = replace(_BARE, quiet=Quiet.NOTHING, requests=Shape.BESIDE, check=False)
_LEAST: Final = replace(_SHORT, requests=Shape.COUNTED, spare=2, whole=False)
STEPS: Final = (
    _WHOLE,
    _LINE,
    replace(_LINE, offer=False),
    replace(_LINE, offer=False, visits=False),
    _BARE,
    replace(_BARE, requests=Shape.LINES),
    replace(_BARE, requests=Shape.BESIDE),
    replace(_BARE, requests=Shape.BESIDE, spare=1),
    replace(_BARE, requests=Shape.COUNTED, spare=1),
    replace(_BARE, requests=Shape.COUNTED, spare=2),
    replace(_SHORT, requests=Shape.COUNTED, spare=2),
    _LEAST,
    replace(_LEAST, spare=3),
    replace(_LEAST, spare=4),
)
"""From all to the least: each gives way to the one after it. The loud strip, the cards to choose from, the
first of the usual and the acts never do."""
LINE_IS_OPEN: Final = (
    replace(_BARE, quiet=Quiet.NOTHING, requests=Shape.COUNTED, check=False),
    replace(_BARE, quiet=Quiet.NOTHING, requests=Shape.COUNTED, check=False, usual=False),
    replace(_SHORT, requests=Shape.COUNTED, usual=False, spare=1),
    replace(_SHORT, requests=Shape.COUNTED, usual=False, spare=2),
    replace(_LEAST, usual=False),
    replace(_LEAST, usual=False, spare=3),
    replace(_LEAST, usual=False, spare=SPARED),
    replace(_LEAST, usual=False, spare=SPARED, acts=False),
)
"""Somebody types: what they type on comes first."""
