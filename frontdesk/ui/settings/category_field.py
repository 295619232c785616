"""The category of a product: the shop's own word, typed, or tapped where it has been used before."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.text import LINE_LIMIT
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.wrapping import WrappedChips


class CategoryField(QWidget):
    """A line, and below it a chip for each category that another product has."""

    def __init__(self) -> None:
        super().__init__()
        self.line = TextLine(limit=LINE_LIMIT)
        speak(self.line.setPlaceholderText, lambda: tr("Such as: hot drinks"))
        self.chips: dict[str, Chip] = {}
        self._row = WrappedChips()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(
            Field(lambda: tr("Category"), self.line, lambda: tr("Stamp cards can name a category."))
        )
        column.addWidget(self._row)
        self.offer(())

    def offer(self, categories: Iterable[str]) -> None:
        """Offer the categories that are known."""
        known = sorted({category for category in categories if category})
        if known == list(self.chips) and known:
            return
        self.chips = {category: self._chip(category) for category in known}
        self._row.show_chips(list(self.chips.values()))

    def _chip(self, category: str) -> Chip:
        chip = Chip()
        chip.say_short(category)
        chip.clicked.connect(lambda: self.line.setText(category))
        return chip
