"""A column or row that scrolls when it is truly longer than its place, and shows no bar while it fits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def scrolling(content: QLayout) -> QScrollArea:
    """Put a layout into an area without a frame. The keyboard reaches what is in it, not the area itself."""
    inner = QWidget()
    inner.setObjectName("scrolled")
    content.setContentsMargins(0, 0, 0, 0)
    inner.setLayout(content)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
