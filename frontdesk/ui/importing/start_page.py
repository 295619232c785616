"""Before a file is chosen: where to drop it, and which files are understood."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.importing.drop_zone import DropZone
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.widgets.pages import fill_with
from frontdesk.ui.widgets.prose import Prose, ProseStrip


class StartPage(QWidget):
    """The drop zone, and one paragraph of help."""

    def __init__(self) -> None:
        super().__init__()
        self.zone = DropZone()
        self._fault = ProseStrip("warn", "circle-alert")
        explained = Prose(size=16)
        speak(
            explained.setText,
            lambda: tr(
                "Front Desk reads the customer lists of Square, Google Contacts, Loyverse and others, "
                "contact cards of a phone (.vcf), and any table with a column of names that is saved as "
                "CSV. You see first what would come in. Nothing is saved before you say so, and all of it "
                "can be taken back."
            ),
        )
        column = QVBoxLayout()
        column.setSpacing(RHYTHM * 2)
        column.addWidget(explained)
        column.addWidget(self._fault)
        column.addWidget(self.zone, 1)
        fill_with(self, scrolling(column))

    def fault(self) -> str:
        """What was wrong with the last file."""
        return self._fault.text()

    def say_fault(self, sentence: str) -> None:
        """Say why a file was not read; an empty sentence takes it away."""
        self._fault.setText(sentence)
