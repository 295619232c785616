"""Whether the shop's own page is there for phones, and why not: what its settings say."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from frontdesk.ui.language import tr


class Standing(Enum):
    OFF = auto()
    RUNS = auto()
    NOT_HERE = auto()
    """This computer has not that address now: the Wi-Fi is not there yet, or the router gave it another."""
    TAKEN = auto()
    """Another program has the port."""
    FAILED = auto()


class PageState(QObject):
    """One for the program, as there is one page. `changed`: it stands otherwise now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.standing, self._address, self._port = Standing.OFF, "", 0

    def set(self, standing: Standing, address: str = "", port: int = 0) -> None:
        if (standing, address, port) != (self.standing, self._address, self._port):
            self.standing, self._address, self._port = standing, address, port
            self.changed.emit()

    def sentence(self) -> str:
        """How it stands, in the language spoken now."""
        match self.standing:
            case Standing.OFF:
                return tr("The page is off.")
            case Standing.RUNS:
                return tr("The page is there for phones.")
            case Standing.NOT_HERE:
                return tr(
                    "The page waits: this computer has not the address {address} now. It begins by itself.",
                    address=self._address,
                )
            case Standing.TAKEN:
                return tr(
                    "Another program uses port {port}. Close that one, or choose another port.",
                    port=self._port,
                )
            case Standing.FAILED:
                return tr("This computer does not let Front Desk serve the page. The log says more.")


PAGE_STATE = PageState()
