"""Set text into a box: the largest size that fits, else fewer lines and an ellipsis, never an overlap.

Lengths are millimetres. Text is set in units of a hundredth, because Qt rounds font sizes to whole units;
so the lines break at the same places on screen, on a printer and in a PDF.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from frontdesk.printing.session import font

UNITS: Final = 100  # in a millimetre

_STEP: Final = 0.1  # millimetres between the sizes that are tried
_LINE_SEPARATOR: Final = "\u2028"
_KEPT_SETTINGS: Final = 256  # one shop's sentences in every language, and the names of a page or two

_WORDS: Final = QTextOption.WrapMode.WordWrap
_ANYWHERE: Final = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text may be set: font sizes in millimetres, from the one wished for to the least legible one.

    A long `typed` text may break within what has no blanks: Lao, Thai and Khmer put none between words, and
    would else be set smaller than need be.
    """

    largest: float
    smallest: float
    lines: int = 1
    bold: bool = False
    typed: bool = False

    @property
    def weight(self) -> QFont.Weight:
        """The weight as Qt names it."""
        return QFont.Weight.Bold if self.bold else QFont.Weight.Normal


class SetText:
    """A text with its lines broken, ready to be drawn. Text of other people is never read as markup here."""

    def __init__(self, text: str, face: QFont, width: float, wrap: QTextOption.WrapMode) -> None:
        self._room = width * UNITS
        self._layout = QTextLayout(text, face)
        self._layout.setCacheEnabled(True)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(wrap)
        self._layout.setTextOption(option)
        self._break_lines()

    def _break_lines(self) -> None:
        below = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._room)
            line.setPosition(QPointF(0, below))
            below += line.height()
        self._layout.endLayout()

    @property
    def layout(self) -> QTextLayout:
        """Qt's own view of the lines and glyphs."""
        return self._layout

    @property
    def lines(self) -> list[QTextLine]:
        """The lines, from the top."""
        return [self._layout.lineAt(index) for index in range(self._layout.lineCount())]

    @property
    def height(self) -> float:
        """The height of all lines together, with the room that the script's marks need."""
        return sum(line.height() for line in self.lines) / UNITS

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((line.naturalTextWidth() for line in self.lines), default=0.0) / UNITS

    def fits(self, lines: int, height: float) -> bool:
        """Whether it keeps to so many lines, to the height, and to the width that it was set for."""
        within = self._layout.lineCount() <= lines and self.height <= height
        return within and self.width * UNITS <= self._room + 1

    def draw(self, painter: QPainter, x: float, y: float, *, centred: bool = False) -> None:
        """Draw with the top left corner at a point, on a painter that counts in millimetres; `centred` puts
        the shorter lines in the middle of the longest.
        """
        painter.save()
        painter.translate(x, y)
        painter.scale(1 / UNITS, 1 / UNITS)
        widest = self.width * UNITS
        for line in self.lines:
            line.draw(painter, QPointF((widest - line.naturalTextWidth()) / 2 if centred else 0.0, 0))
        painter.restore()


class Typesetter:
    """Sets texts and keeps the latest of them: on a sheet most sentences come back on every card.

    One per job and thread; Qt's layouts must not be shared between threads.
    """

    def __init__(self) -> None:
        self.set = lru_cache(maxsize=_KEPT_SETTINGS)(set_text)


def set_text(text: str, lettering: Lettering, width: float, height: float) -> SetText:
    """Set `text` as large as `lettering` allows within `width` and `height`.

    Words stay whole if any allowed size permits it; then they may break; then the text ends in an ellipsis.
    """
    sizes = _sizes(lettering)
    for wrap in (_ANYWHERE,) if lettering.typed else (_WORDS, _ANYWHERE):
        for size in sizes:
            candidate = SetText(text, font(size * UNITS, lettering.weight), width, wrap)
            if candidate.fits(lettering.lines, height):
                return candidate
    return _elided(candidate, text, lettering, width, height)


def _sizes(lettering: Lettering) -> list[float]:
    steps = round((lettering.largest - lettering.smallest) / _STEP)
    return [lettering.largest - _STEP * step for step in range(steps)] + [lettering.smallest]


def _elided(overfull: SetText, text: str, lettering: Lettering, width: float, height: float) -> SetText:
    """Keep the lines that there is room for, the last of them shortened."""
    face = font(lettering.smallest * UNITS, lettering.weight)
    first = overfull.lines[0].height() / UNITS
    kept = max(1, min(lettering.lines, int(height / first)))
    before, rest = _split_utf16(text, overfull.lines[kept - 1].textStart())
    ending = QFontMetricsF(face).elidedText(rest, Qt.TextElideMode.ElideRight, width * UNITS - 1)
    joined = f"{before}{_LINE_SEPARATOR}{ending}" if before else ending
    return SetText(joined, face, width, _ANYWHERE)


def _split_utf16(text: str, at: int) -> tuple[str, str]:
    """Split at a position as Qt counts it, where a letter beyond the first 65,536 counts twice."""
    units = text.encode("utf-16-le", "surrogatepass")
    return (
        units[: 2 * at].decode("utf-16-le", "surrogatepass"),
        units[2 * at :].decode("utf-16-le", "surrogatepass"),
    )
