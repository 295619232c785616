"""The lowest point of a function that has no slope to follow: Nelder and Mead's walking simplex (1965)."""

from collections.abc import Callable, Sequence
from typing import Final

Point = list[float]
Height = Callable[[Point], float]

_STEP: Final = 0.5
_TOLERANCE: Final = 1e-6
_MOST_TURNS: Final = 400


def lowest(height: Height, begin: Sequence[float]) -> Point:
    """Where the function is lowest, near `begin`; after some hundreds of turns as near as it got."""
    corners = [list(begin)]
    for place in range(len(begin)):
        corner = list(begin)
        corner[place] += _STEP
        corners.append(corner)
    known = sorted((height(corner), corner) for corner in corners)
    for _ in range(_MOST_TURNS):
        if known[-1][0] - known[0][0] < _TOLERANCE:
            break
        known = _turn(height, known)
    return known[0][1]


def _turn(height: Height, known: list[tuple[float, Point]]) -> list[tuple[float, Point]]:
    """The highest corner goes over to the other side, further, or not so far; or all draw in."""
    *better, (worst, corner) = known
    middle = [sum(column) / len(better) for column in zip(*(point for _, point in better), strict=True)]

    def at(far: float) -> tuple[float, Point]:
        point = [m + far * (m - c) for m, c in zip(middle, corner, strict=True)]
        return height(point), point

    over = at(1.0)
    if over[0] < better[0][0]:
        over = min(over, at(2.0))
    elif over[0] >= better[-1][0]:
        over = min(over, at(0.5) if over[0] < worst else at(-0.5))
        if over[0] >= worst:
            return _drawn_in(height, known)
    return sorted([*better, over])


def _drawn_in(height: Height, known: list[tuple[float, Point]]) -> list[tuple[float, Point]]:
    lowest_height, anchor = known[0]
    points = [[(a + p) / 2 for a, p in zip(anchor, point, strict=True)] for _, point in known[1:]]
    return sorted([(lowest_height, anchor), *((height(point), point) for point in points)])
