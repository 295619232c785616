"""A chip with a box in it: ticked or not, told apart without colours, too."""

from __future__ import annotations

from frontdesk.ui.look.icons import wear_icon
from frontdesk.ui.widgets.buttons import Chip


class Tick(Chip):
    def __init__(self) -> None:
        super().__init__("square", checkable=True)
        self.toggled.connect(self._draw)

    def _draw(self, ticked: bool) -> None:
        wear_icon(self, "square-check" if ticked else "square", "accent_ink", 22, gap=8)
