"""What the inbox shows while there is nothing in it: how answers come, and where to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.language import tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel


class NobodySaid(QWidget):
    """Before the first answer it leads to the cards; later it says that all are seen to."""

    cards_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._any = False
        self._sign, self._title = PlainLabel(), PlainLabel(role="title")
        self._below = PlainLabel(role="quiet")
        self.cards_button = TextButton("message-square-heart", "filled")
        self.cards_button.clicked.connect(self.cards_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(RHYTHM)
        column.addStretch(2)
        for label in (self._sign, self._title, self._below):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(RHYTHM)
        column.addWidget(self.cards_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        LOOK.changed.connect(self.say)

    def show_for(self, *, anything: bool) -> None:
        """`anything`: whether an answer ever came."""
        self._any = anything
        self.say()

    def title(self) -> str:
        return self._title.text()

    def say(self) -> None:
        self._sign.setPixmap(icon_pixmap("smile" if self._any else "inbox", "accent_ink", 64))
        if self._any:
            self._title.setText(tr("Nothing here."))
            self._below.setText(tr("New answers come up here by themselves."))
        else:
            self._title.setText(tr("Nobody has answered yet."))
            self._below.setText(
                tr("Hand out feedback cards, or put one at the till: what guests answer comes up here.")
            )
        self.cards_button.say(tr("Print feedback cards"))
        self.cards_button.setHidden(self._any)
