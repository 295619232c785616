"""The first page's other way: a whole shop comes from a file that another Front Desk has written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.importing.archives import ENDING
from frontdesk.services.importing.archive import TakenIn, take_in
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import ProseStrip
from frontdesk.ui.widgets.saving import ask_for_file

AskFile = Callable[[QWidget, str, str, str], Path | None]


class ShopFromFile(QWidget):
    """Reads and checks the file beside the window, as a backup; then the window closes and opens on it."""

    def __init__(self, counter: Counter, *, ask_file: AskFile = ask_for_file) -> None:
        super().__init__()
        self._counter, self._ask_file = counter, ask_file
        self._job: Job | None = None
        self.button = TextButton("file-up", "quiet")
        speak(self.button.say, lambda: tr("Bring a whole shop from a file"))
        self.button.clicked.connect(self.choose)
        self.progress = ProgressRow()
        self.progress.cancelled.connect(self.cancel)
        self.fault = ProseStrip("warn", "circle-alert")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (self.fault, self.progress):
            column.addWidget(part)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def choose(self) -> None:
        """Ask for the file, then read it."""
        title = tr("Bring a whole shop from a file")
        path = self._ask_file(self, title, tr("Whole shop"), ENDING.removeprefix("."))
        if path is None or self._job is not None:
            return
        desk = self._counter.desk
        self.fault.setText("")
        self.button.setEnabled(False)
        self.progress.start(tr("Reading the shop out of the file…"))
        self._job = self._counter.bridge.work(
            take_in,
            desk.paths,
            path,
            clock=desk.clock,
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_taken_in,
            refused=self._on_refused,
        )

    def cancel(self) -> None:
        """Nothing is left of what was read."""
        if self._job is not None:
            self._job.cancel()

    def _on_taken_in(self, taken: TakenIn | None) -> None:
        self._end()
        if taken is not None:
            self._counter.bring_back((taken.made,))

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        self.fault.setText(sentence)

    def _end(self) -> None:
        self._job = None
        self.progress.stop()
        self.button.setEnabled(True)
