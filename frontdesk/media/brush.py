"""A brush over Pillow for the drawn portraits: units of a 512-wide picture, smooth paths, soft grounds."""

from __future__ import annotations

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
Point = tuple[float, float]
# A path goes on to a point in a straight line, or by two control points in a curve.
Segment = tuple[float, float] | tuple[float, float, float, float, float, float]

UNITS = 512
MIDDLE = UNITS / 2
CLOSENESS = 1.1  # how much larger than life the units are drawn, so that faces fill a small tile
_STEPS = 14
_COARSE = 64


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` of the second colour in the first."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


class Brush:
    """Draws at `oversize` times the wanted size; `finished` shrinks it, which smooths every edge."""

    def __init__(self, size: int, oversize: int, ground: tuple[Colour, Colour]) -> None:
        self._oversize = oversize
        self._scale = size * oversize * CLOSENESS / UNITS
        # People stand on the lower edge, in the middle: what grows is cut off above and at the sides.
        self._left = size * oversize * (1 - CLOSENESS) / 2
        self._top = size * oversize * (1 - CLOSENESS)
        self._image = _slanting_gradient(size * oversize, *ground)
        self._draw = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        return self._image.reduce(self._oversize)

    def ellipse(self, x: float, y: float, across: float, down: float, fill: Colour) -> None:
        """An ellipse around (x, y) with radii `across` and `down`."""
        self._draw.ellipse(self._box(x, y, across, down), fill=fill)

    def twins(self, away: float, y: float, across: float, down: float, fill: Colour) -> None:
        """Two ellipses, `away` from the middle line on either side."""
        self.ellipse(MIDDLE - away, y, across, down, fill)
        self.ellipse(MIDDLE + away, y, across, down, fill)

    def shape(self, start: Point, *segments: Segment, fill: Colour) -> None:
        """A filled shape along a path that closes itself."""
        self._polygon(_path(start, segments), fill)

    def mirrored(self, start: Point, *segments: Segment, fill: Colour) -> None:
        """A filled shape whose right half is the path and whose left half mirrors it."""
        half = _path(start, segments)
        self._polygon(half + [(UNITS - x, y) for x, y in reversed(half)], fill)

    def stroke(self, start: Point, *segments: Segment, width: float, fill: Colour) -> None:
        """A line with round ends along a path."""
        path = _path(start, segments)
        self._draw.line(self._placed(path), fill=fill, width=self._thick(width), joint="curve")
        for x, y in (path[0], path[-1]):
            self.ellipse(x, y, width / 2, width / 2, fill)

    def twin_strokes(self, start: Point, *segments: Segment, width: float, fill: Colour) -> None:
        """The same line on the right, as given, and mirrored on the left."""
        self.stroke(start, *segments, width=width, fill=fill)
        self.stroke(_flipped(start), *map(_flipped_segment, segments), width=width, fill=fill)

    def ring(self, x: float, y: float, across: float, down: float, width: float, fill: Colour) -> None:
        """The outline of an ellipse."""
        self._draw.ellipse(self._box(x, y, across, down), outline=fill, width=self._thick(width))

    def _polygon(self, points: list[Point], fill: Colour) -> None:
        self._draw.polygon(self._placed(points), fill=fill)

    def _placed(self, points: list[Point]) -> list[Point]:
        return [(x * self._scale + self._left, y * self._scale + self._top) for x, y in points]

    def _box(self, x: float, y: float, across: float, down: float) -> list[Point]:
        return self._placed([(x - across, y - down), (x + across, y + down)])

    def _thick(self, width: float) -> int:
        return max(1, round(width * self._scale))


def _path(start: Point, segments: tuple[Segment, ...]) -> list[Point]:
    points = [start]
    for segment in segments:
        if len(segment) == 2:
            points.append(segment)
        else:
            points.extend(_curve(points[-1], segment))
    return points


def _curve(start: Point, segment: tuple[float, float, float, float, float, float]) -> list[Point]:
    """Points along a cubic Bézier curve, without its start."""
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, segment
    points: list[Point] = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points


def _flipped(point: Point) -> Point:
    return UNITS - point[0], point[1]


def _flipped_segment(segment: Segment) -> Segment:
    if len(segment) == 2:
        return _flipped(segment)
    x1, y1, x2, y2, x3, y3 = segment
    return UNITS - x1, y1, UNITS - x2, y2, UNITS - x3, y3


def _slanting_gradient(side: int, first: Colour, second: Colour) -> Image.Image:
    """From the top left to the bottom right; stretched from a small one, as smooth and quicker."""
    steps = [mix(first, second, step / (2 * _COARSE - 2)) for step in range(2 * _COARSE - 1)]
    coarse = Image.new("RGB", (_COARSE, _COARSE))
    coarse.putdata([steps[x + y] for y in range(_COARSE) for x in range(_COARSE)])
    return coarse.resize((side, side), Image.Resampling.BICUBIC)
