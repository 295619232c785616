"""A page over the whole counter that tells nothing of anybody, for when the cashier turns away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.labels import PlainLabel


class BlankPage(QWidget):
    """Any key and any tap takes it away and does nothing else; a card that is scanned is served at once."""

    def __init__(self, over: QWidget, shop_name: Callable[[], str]) -> None:
        super().__init__(over)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shop_name = shop_name
        self._before: QWidget | None = None
        self.name, self.hint = PlainLabel(role="title"), PlainLabel(role="quiet")
        for line in (self.name, self.hint):
            line.setWordWrap(True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        speak(self.hint.setText, lambda: tr("Tap, or press any key, to go on."))
        speak(self.setAccessibleName, lambda: tr("The screen is blank. Press any key to go on."))
        column = QVBoxLayout(self)
        column.setSpacing(RHYTHM * 2)
        column.addStretch(2)
        column.addWidget(self.name)
        column.addWidget(self.hint)
        column.addStretch(3)
        over.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Lie over everything, until the next key or tap."""
        over = self.parentWidget()
        self._before = over.window().focusWidget()
        self.name.setText(self._shop_name())
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> bool:
        """Go on where the cashier was. False where nothing was covered."""
        if self.isHidden():
            return False
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.uncover()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.uncover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(self.parentWidget().rect())
        return False
