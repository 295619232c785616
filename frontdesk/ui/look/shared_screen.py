"""Whether customers can see this screen: then it tells less of other customers."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.people.phones import masked


class SharedScreen(QObject):
    """`changed` when the screen is shared from now on, or no longer."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.on = False

    def follow(self, on: bool) -> None:
        """What the settings say."""
        if on != self.on:
            self.on = on
            self.changed.emit()

    def phone(self, number: str) -> str:
        """A telephone number as it may be shown here."""
        return masked(number) if self.on else number


SHARED_SCREEN: Final = SharedScreen()
