"""Somebody came in and waits: one quiet chip with how many and how long. A tap on it greets them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.icons import wear_icon
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import set_property
from frontdesk.ui.widgets.buttons import Chip, IconButton
from frontdesk.ui.widgets.labels import plain_tip
from frontdesk.wording.arrivals import waiting_line


class WaitingChip(QWidget):
    """The chip, who else greeted them where several are here, and that they went again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._waited, self._long, self._tip = 0, 0, False, ""
        self.greet_button = Chip()
        self.other_button = IconButton("users")
        speak(self.other_button.say, lambda: tr("Somebody else greeted them"))
        self.gone_button = IconButton("x")
        speak(self.gone_button.say, lambda: tr("They went again, or it was a mistake"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM // 2)
        for part in (self.greet_button, self.other_button, self.gone_button):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        LANGUAGE.changed.connect(self._say)

    def show_waiting(self, count: int, waited: int, *, long: bool, several: bool) -> None:
        """How many wait, and for how many milliseconds the first of them; nobody hides it."""
        self._count, self._waited, self._long = count, waited, long
        self.other_button.setVisible(several)
        self._say()
        self.setVisible(count > 0)

    def set_tip(self, text: str) -> None:
        """What the week came to."""
        self._tip = text
        self._say()

    @property
    def long(self) -> bool:
        """Does the wait look long: another colour, another sign, another word?"""
        return self._long

    def _say(self) -> None:
        if not self._count:
            return
        line = waiting_line(LANGUAGE.texts, self._count, self._waited, long=self._long)
        self.greet_button.setText(line)
        self.greet_button.setAccessibleName(tr("{waiting}. Tap when you have greeted them.", waiting=line))
        wanted = tr("Tap when you have greeted them.")
        self.greet_button.setToolTip(plain_tip(f"{wanted} {self._tip}" if self._tip else wanted))
        set_property(self.greet_button, "long", self._long)
        icon, ink = ("clock-alert", "warn_ink") if self._long else ("footprints", "accent_ink")
        wear_icon(self.greet_button, icon, ink, 22, gap=8)
