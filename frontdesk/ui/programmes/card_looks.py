"""The pictures and colours that a card can have."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import CONTROL_RADIUS, TARGET
from frontdesk.ui.look.palette import CARD_COLOURS, dyed
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.settings.product_pictures import ICONS, picture_name
from frontdesk.ui.widgets.buttons import IconButton
from frontdesk.ui.widgets.shapes import paint_focus
from frontdesk.ui.widgets.wrapping import Wrapping

CARD_PICTURES: Final = (*ICONS, "stamp", "star", "heart", "gift")
_DOT = 24


class PictureRow(QWidget):
    """Pictures to choose from. One that this version does not offer stays until another is tapped."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen = CARD_PICTURES[0]
        self._group = QButtonGroup(self)
        self.buttons = {name: IconButton(name, role="pick") for name in CARD_PICTURES}
        row = Wrapping(self)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            speak(button.say, partial(_said_of, name))
            button.clicked.connect(lambda checked=False, name=name: self._choose(name))
            self._group.addButton(button)
            row.addWidget(button)

    def value(self) -> str:
        return self._chosen

    def put(self, name: str) -> None:
        self._chosen = name
        if name in self.buttons:
            self.buttons[name].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _choose(self, name: str) -> None:
        self._chosen = name
        self.edited.emit()


class ColourButton(QAbstractButton):
    """A dot of a card's colour, in a ring while it is chosen."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setFixedSize(TARGET, TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        LOOK.changed.connect(self.update)

    def say(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), dyed(LOOK.palette, self.colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        edge = "accent" if self.isChecked() else "line"
        painter.setPen(QPen(palette.colour(edge), 2))
        painter.setBrush(palette.colour("soft" if self.isChecked() else "raised"))
        painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("accent"))
        painter.drawEllipse(frame.center(), _DOT / 2, _DOT / 2)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), CONTROL_RADIUS, LOOK.palette.colour("ink"))


class ColourRow(QWidget):
    """The house's card colours; the first is the counter's own accent."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen = ""
        self._group = QButtonGroup(self)
        self.buttons = {name: ColourButton(name) for name in ("", *CARD_COLOURS)}
        row = Wrapping(self)
        for name, button in self.buttons.items():
            speak(button.say, partial(colour_name, name))
            button.clicked.connect(lambda checked=False, name=name: self._choose(name))
            self._group.addButton(button)
            row.addWidget(button)

    def value(self) -> str:
        return self._chosen

    def put(self, name: str) -> None:
        self._chosen = name
        self.buttons.get(name, self.buttons[""]).setChecked(True)

    def _choose(self, name: str) -> None:
        self._chosen = name
        self.edited.emit()


def colour_name(colour: str) -> str:
    """A card's colour in words."""
    return {
        "leaf": tr("Leaf green"),
        "sea": tr("Sea green"),
        "sky": tr("Sky blue"),
        "plum": tr("Plum"),
        "rose": tr("Rose"),
        "honey": tr("Honey"),
        "slate": tr("Slate grey"),
    }.get(colour, tr("Clay red"))


def _said_of(picture: str) -> str:
    own = {"stamp": tr("Stamp"), "star": tr("Star"), "heart": tr("Heart"), "gift": tr("Gift")}
    return own[picture] if picture in own else picture_name(picture)
