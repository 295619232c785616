"""Blocks one below the other, in a column of their own: texts shrink until all have room, and what room is
left opens the gaps. So nothing overlaps, whatever the language and however long the names.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from frontdesk.printing.canvas import INK, Canvas
from frontdesk.printing.lettering import Lettering, Typesetter

_SQUEEZES: Final = (
    *((part, 1.0) for part in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)),
    *((0.5, part) for part in (0.93, 0.86, 0.8, 0.74, 0.68, 0.62)),
    *((part, part) for part in (0.5, 0.4, 0.3)),
)
"""How much of its room a text keeps: what people typed first, then the sentences of ours."""
_CLOSER: Final = 0.6
"""How much of their gap texts keep before any of them shrinks."""
UNSQUEEZED: Final = (1.0, 1.0)
_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter
_LEFT: Final = Qt.AlignmentFlag.AlignTop

Squeeze = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Words:
    """A text, at most `room` high. `above` is the gap that it wishes for; no text takes no room at all. What
    people `typed`, as a name of any length, gives way before the sentences of ours do.
    """

    text: str
    lettering: Lettering
    room: float
    colour: QColor = field(default_factory=lambda: INK)
    above: float = 1.0
    centred: bool = False
    typed: bool = False

    def height(self, typesetter: Typesetter, width: float, squeeze: Squeeze) -> float:
        return typesetter.set(self.text, self.lettering, width, self._room(squeeze)).height

    def paint(self, canvas: Canvas, place: QRectF, squeeze: Squeeze) -> None:
        room = QRectF(place.left(), place.top(), place.width(), self._room(squeeze))
        canvas.text(self.text, self.lettering, room, self.colour, _CENTRED if self.centred else _LEFT)

    def _room(self, squeeze: Squeeze) -> float:
        typed, ours = squeeze
        return self.room * (typed if self.typed else ours)


@dataclass(frozen=True, slots=True)
class Figure:
    """Something drawn, whose height is what it is."""

    tall: float
    draw: Callable[[Canvas, QRectF], None]
    above: float = 1.0

    def height(self, typesetter: Typesetter, width: float, squeeze: Squeeze) -> float:
        return self.tall

    def paint(self, canvas: Canvas, place: QRectF, squeeze: Squeeze) -> None:
        self.draw(canvas, place)


Block = Words | Figure


def stack_height(typesetter: Typesetter, blocks: Sequence[Block], width: float) -> float:
    """How high a column of such a width is that squeezes nothing."""
    shown = _shown(blocks)
    gaps = sum(block.above for block in shown[1:])
    return gaps + sum(block.height(typesetter, width, UNSQUEEZED) for block in shown)


def paint_stack(canvas: Canvas, blocks: Sequence[Block], column: QRectF) -> None:
    """Fill a column from its top to its bottom."""
    shown = _shown(blocks)
    wished = sum(block.above for block in shown[1:])
    for squeeze in _SQUEEZES:
        heights = [block.height(canvas.typesetter, column.width(), squeeze) for block in shown]
        spare = column.height() - sum(heights)
        if spare >= wished * _CLOSER * squeeze[1]:
            break
    stretch = max(spare, 0.0) / wished if wished else 0.0
    y = column.top()
    for number, (block, height) in enumerate(zip(shown, heights, strict=True)):
        y += block.above * stretch if number else 0.0
        block.paint(canvas, QRectF(column.left(), y, column.width(), height), squeeze)
        y += height


def _shown(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if not isinstance(block, Words) or block.text]
