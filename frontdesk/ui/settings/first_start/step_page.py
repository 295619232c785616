"""One step of the first start: what it asks, and how it keeps the answer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Act
from frontdesk.services.errors import NotSure
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.prose import ProseStrip


class StepPage(QWidget):
    """`kept` comes when what was typed is on the disk. What is typed stays, whichever step is shown."""

    kept = Signal(object)
    busy = Signal(bool)
    """Whether something is being kept: no second press goes on then."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.counter = counter
        self.act: Act | None = None
        self.fault = ProseStrip("warn", "circle-alert")
        page = ScrolledColumn()
        self.column = page.column
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(RHYTHM)
        outer.addWidget(page, 1)
        outer.addWidget(self.fault)

    def heading(self) -> str:
        """What the step is about, in the language spoken now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Where typing goes; None where nothing need be typed."""
        raise NotImplementedError

    def keep(self) -> None:
        """Keep the answers, or show what is wrong with them."""
        raise NotImplementedError

    def skip(self) -> None:
        """Go on without an answer."""
        self.kept.emit(None)

    # --- for the steps ---

    def one_act(self) -> Act:
        """The same again where the last try may have been saved: it then adds nothing twice."""
        self.act = self.act or self.counter.desk.act()
        self.fault.setText("")
        self.busy.emit(True)
        return self.act

    def on_kept(self, saved: Any) -> None:
        self.act = None
        self.busy.emit(False)
        self.kept.emit(saved)

    def on_refused(self, sentence: str, error: Exception) -> None:
        if not isinstance(error, NotSure):
            self.act = None
        self.busy.emit(False)
        self.fault.setText(sentence)
