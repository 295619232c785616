"""Settings: the customer's screen on a second display, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from frontdesk.domain.shop import ShopSettings
from frontdesk.ui.language import speak, tr
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose

_OFF, _ON = "off", "on"
_SOON_MS = 50
_ABOUT: tuple[Callable[[], str], ...] = (
    lambda: tr("It welcomes customers by their first name, shows the card filling and what they saved."),
    lambda: tr(
        "It never shows a full name, a phone, a photo of a customer, a note, an allergy or a request."
    ),
    lambda: tr("Whoever does not want to be shown is greeted without a name: untick it under Edit."),
    lambda: tr("The faces on it are those of the staff: Settings, Staff."),
    lambda: tr("To try it without a second display: Menu, Customer's screen."),
)


class DisplayPanel(QWidget):
    """Off until somebody switches it on. `edited` carries what was changed, by its setting's name."""

    edited = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self.where = ChipRow([(_OFF, lambda: tr("Off")), (_ON, lambda: tr("On the second display"))])
        self.field = Field(lambda: tr("Customer's screen"), self.where, self._found)
        page = ScrolledColumn()
        page.column.addWidget(self.field)
        for say in _ABOUT:
            about = Prose()
            speak(about.setText, say)
            page.column.addWidget(about)
        page.column.addStretch(1)
        fill_with(self, page)
        self.where.chosen.connect(lambda chosen: self.edited.emit({"customer_screen": chosen == _ON}))
        app: Any = QGuiApplication.instance()
        app.screenAdded.connect(self._on_screens)
        app.screenRemoved.connect(self._on_screens)

    def show_settings(self, settings: ShopSettings) -> None:
        self.where.choose(_ON if settings.customer_screen else _OFF)

    @staticmethod
    def _found() -> str:
        if len(QGuiApplication.screens()) > 1:
            return tr("A second display is there.")
        return tr("No second display is there now. The screen appears as soon as one is plugged in.")

    def _on_screens(self) -> None:
        QTimer.singleShot(_SOON_MS, self, lambda: self.field.set_hint(self._found))
