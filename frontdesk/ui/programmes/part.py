"""A part of the editor: it shows its share of a programme, and writes it back into one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import ProgrammeDraft
from frontdesk.ui.look.metrics import RHYTHM


class Part(QWidget):
    """Fields of one topic. What it does not show, it leaves as it is.

    `edited` may come while the part is being filled as well; the editor knows when it fills.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(RHYTHM * 2)

    def put(self, draft: ProgrammeDraft) -> None:
        """Show a programme."""
        raise NotImplementedError

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        """The programme with what this part says."""
        raise NotImplementedError

    def summary(self, draft: ProgrammeDraft) -> str:
        """What this part says, in one line, for where it is folded away."""
        return ""

    def faulty(self) -> QWidget | None:
        """Check what was typed and say what is wrong with it; the first control that cannot be kept."""
        return None
