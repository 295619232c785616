"""The pictures that a product can have."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import IconButton

ICONS: Final = (
    "coffee",
    "cup-soda",
    "croissant",
    "cookie",
    "sandwich",
    "soup",
    "ice-cream-cone",
    "scissors",
    "dumbbell",
    "tag",
)


def known_picture(name: str) -> str:
    """The picture itself; a tag, as everywhere, for one that this version does not have."""
    return name if name in ICONS else "tag"


class IconRow(QWidget):
    """The pictures to choose from; one is chosen always."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, IconButton] = {}
        grid = QVBoxLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(RHYTHM)
        for names in (ICONS[:5], ICONS[5:]):
            row = QHBoxLayout()
            row.setSpacing(RHYTHM)
            for name in names:
                row.addWidget(self._button(name))
            row.addStretch(1)
            grid.addLayout(row)
        self.put(ICONS[0])

    def value(self) -> str:
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def put(self, name: str) -> None:
        """Choose one of ICONS."""
        self._buttons[name].setChecked(True)

    def _button(self, name: str) -> IconButton:
        button = IconButton(name, role="pick")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        speak(button.say, lambda: picture_name(name))
        self._buttons[name] = button
        return button


def picture_name(name: str) -> str:
    """One of ICONS in words."""
    return {
        "coffee": tr("Cup"),
        "cup-soda": tr("Cold drink"),
        "croissant": tr("Croissant"),
        "cookie": tr("Cookie"),
        "sandwich": tr("Sandwich"),
        "soup": tr("Bowl"),
        "ice-cream-cone": tr("Ice cream"),
        "scissors": tr("Scissors"),
        "dumbbell": tr("Dumbbell"),
        "tag": tr("Tag"),
    }[name]
