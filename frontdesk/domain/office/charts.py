"""What a small picture of figures shows, and the table of the same numbers: one is made of the other.

Labels and numbers come as they are read (`said`), in the reader's language; the values only say how high.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_FORMULAS: Final = "=+-@\uff1d\uff0b\uff0d\uff20"
"""With these a cell would begin a formula, also in their full width."""


class Shape(StrEnum):
    """BARS stand in the order of time, each beside what it is compared with, if anything. LINE joins a few
    dots. SHARES are parts of a whole, one below the other.
    """

    BARS = "BARS"
    LINE = "LINE"
    SHARES = "SHARES"


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One bar, dot or part. `value` is None where nothing was measured, or it is still to come.

    `label` is as short as a bar is wide; `name` is what the table says instead, where that is longer.
    """

    label: str
    value: float | None
    said: str = ""
    before: float | None = None
    before_said: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ChartData:
    """A picture: `of_points` heads the labels (“Hour”), `now` the values, `before` what they are compared
    with; it is empty where nothing is. `least` and `most` are where the scale of a LINE begins and ends.
    """

    shape: Shape
    title: str
    of_points: str
    now: str
    points: tuple[ChartPoint, ...]
    before: str = ""
    period: str = ""
    least: float = 0.0
    most: float | None = None

    @property
    def tells(self) -> bool:
        """Is there anything to see? One bar, or one dot, is no course of things."""
        if self.shape is Shape.SHARES:
            return self.whole > 0
        values = sum(point.value is not None for point in self.points)
        return values > 1 and self.highest > self.least

    @property
    def whole(self) -> float:
        """What the parts add up to."""
        return sum(point.value or 0.0 for point in self.points)

    @property
    def highest(self) -> float:
        values = (value for point in self.points for value in (point.value, point.before))
        return max((value for value in values if value is not None), default=0.0)

    def heads(self) -> tuple[str, ...]:
        """The headings of the table's columns."""
        return (self.of_points, self.now, self.before) if self.before else (self.of_points, self.now)

    def rows(self) -> list[tuple[str, ...]]:
        """The table: what the picture shows, point by point, in the same words."""
        told = [(point.name or point.label, point.said, point.before_said) for point in self.points]
        return [row[: len(self.heads())] for row in told]

    def as_text(self) -> str:
        """The table for a spreadsheet: tabs between cells. A label is never taken for a formula."""
        lines = [self.heads(), *((_no_formula(label), *values) for label, *values in self.rows())]
        return "\n".join("\t".join(map(_one_cell, line)) for line in lines)


def _no_formula(label: str) -> str:
    return f"'{label}" if label.lstrip().startswith(tuple(_FORMULAS)) else label


def _one_cell(words: str) -> str:
    return " ".join(words.split())
