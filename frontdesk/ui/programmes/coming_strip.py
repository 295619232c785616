"""A change that is set for a later day, shown and taken back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import Programme
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.shelf import Shelf
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import ProseStrip
from frontdesk.wording.programmes import change_sentence


class ComingStrip(QWidget):
    """What will be said then and is not said now. Hidden while nothing is coming."""

    taken_back = Signal()

    def __init__(self, shelf: Shelf, zone: ZoneInfo) -> None:
        super().__init__()
        self._shelf, self._zone = shelf, zone
        self.strip = ProseStrip("calm", "calendar-clock")
        self.button = TextButton("undo-2")
        speak(self.button.say, lambda: tr("Take the change back"))
        self.button.clicked.connect(self.taken_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(self.strip, 1)
        row.addWidget(self.button)
        self.hide()

    def show_coming(self, programme: Programme, now: int) -> None:
        said = change_sentence(LANGUAGE.texts, programme, self._shelf.told(), self._zone, now)
        self.setVisible(bool(said))
        self.strip.setText(said)
