"""The ground of a window that says a few sentences, where there is no counter to say them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from frontdesk.config import APP_NAME
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.widgets.prose import Prose


class SmallWindow(QWidget):
    """A sentence, whatever else is put into `column`, and a row of buttons at the foot."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setWindowTitle(APP_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = Prose(sentence, size=Size.BODY, ink="ink")
        self.column, self.foot = QVBoxLayout(), QHBoxLayout()
        self.column.setSpacing(RHYTHM * 2)
        self.column.addWidget(self.said)
        self.foot.setSpacing(RHYTHM * 2)
        self.foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # it may change what it says
        outer.setContentsMargins(RHYTHM * 5, RHYTHM * 5, RHYTHM * 5, RHYTHM * 5)
        outer.setSpacing(RHYTHM * 3)
        outer.addLayout(self.column)
        outer.addStretch(1)
        outer.addLayout(self.foot)
        self.resize(600, 300)
