"""Answers as tables: those of a hosted form in, and all of the shop's own out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.saving import ask_where_to_save, short_folder

if TYPE_CHECKING:
    from frontdesk.services.feedback.response_files import ResponseFiles

log = logging.getLogger(__name__)

AskPath = Callable[[QWidget, str, str, str, str], Path | None]


class AnswerTables(QWidget):
    """Two buttons, and how far the writing is."""

    def __init__(self, counter: Counter, *, ask_path: AskPath = ask_where_to_save) -> None:
        super().__init__()
        self._counter, self._ask_path = counter, ask_path
        self.bring, self.take_out = TextButton("import"), TextButton("file-down")
        self.progress = ProgressRow(cancellable=False)
        speak(self.bring.say, lambda: tr("Bring in answers of the hosted form"))
        speak(self.take_out.say, lambda: tr("Save all answers as a table"))
        self.bring.clicked.connect(lambda: counter.open(SheetName.BRING_ANSWERS))
        self.take_out.clicked.connect(self.export)
        row = in_a_row()
        row.setSpacing(RHYTHM)
        row.addWidget(self.bring)
        row.addWidget(self.take_out)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(row)
        column.addWidget(self.progress)

    def export(self) -> None:
        """Ask where, then write the table beside the counter's work."""
        desk = self._counter.desk
        stem = tr("Answers to {shop} {date}", shop=desk.shop.settings().name, date=desk.today().isoformat())
        path = self._ask_path(self, tr("Save all answers as a table"), stem, tr("Table"), "csv")
        if path is None:
            return
        self.take_out.setEnabled(False)
        self.progress.start(tr("Writing the answers…"))
        self._counter.bridge.work(
            _export,
            desk.response_files,
            path,
            progress=self.progress.advance,
            done=self._on_exported,
            refused=self._on_refused,
        )

    def _on_exported(self, written: tuple[Path, int] | None) -> None:
        self._end()
        if written is None:
            said = tr("The table could not be written there. Choose another folder, on a disk with room.")
            self._counter.notify(said, icon="circle-alert")
            return
        path, rows = written
        said = ntr(
            "{n} answer is in {file}, in {folder}, with names and contacts.",
            "{n} answers are in {file}, in {folder}, with names and contacts.",
            rows,
            file=path.name,
            folder=short_folder(path.parent),
        )
        self._counter.notify(said, icon="file-down")

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        self._counter.notify(sentence, icon="circle-alert")

    def _end(self) -> None:
        self.take_out.setEnabled(True)
        self.progress.stop()


def _export(
    files: ResponseFiles, path: Path, *, progress: Callable[[int, int], None]
) -> tuple[Path, int] | None:
    """On a worker thread. A folder without room or right is nothing to be alarmed about."""
    try:
        return path, files.write(path, progress)
    except OSError as fault:
        log.info("the table of answers was not written: %s", fault.strerror)
        return None
