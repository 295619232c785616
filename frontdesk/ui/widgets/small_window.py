"""The ground of a window that says a few sentences, where there is no counter to say them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from frontdesk.config import APP_NAME
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.widgets.prose import Prose

_WIDTH: Final = 640
_LEAST_HEIGHT: Final = 280


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

    def fit(self) -> None:
        """Be as high as what is said now needs."""
        self.resize(_WIDTH, max(_LEAST_HEIGHT, self.layout().totalHeightForWidth(_WIDTH)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
