"""Wrapped text for controls that paint themselves; whole sentences in a layout are a `Prose` (prose.py).

Lines break anywhere when there is no blank to break at: Lao and Khmer have none between their words.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_LINE_HEIGHT = 1.4
"""Of the type's size: room for the marks that Lao and Khmer stack."""
_LEAST_WIDTH = 20


def paragraph_height(text: str, font: QFont, width: float) -> int:
    """How high `text` is when it is `width` wide."""
    return round(_laid_out(text, font, width).lineCount() * _leading(font)) if text else 0


def draw_paragraph(
    painter: QPainter, corner: QPointF, text: str, font: QFont, width: float, *, centred: bool = False
) -> None:
    """Draw `text` from its upper left `corner` in the painter's pen."""
    layout = _laid_out(text, font, width)
    for place in range(layout.lineCount()):
        line = layout.lineAt(place)
        left = (width - line.naturalTextWidth()) / 2 if centred else 0
        top = place * _leading(font) + (_leading(font) - line.height()) / 2
        line.draw(painter, corner + QPointF(left, top))


def broken(text: str, font: QFont, width: float) -> list[str]:
    """The lines of `text` where it is `width` wide."""
    layout = _laid_out(text, font, width)
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines]


def _laid_out(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, _LEAST_WIDTH))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _leading(font: QFont) -> float:
    return font.pixelSize() * _LINE_HEIGHT
