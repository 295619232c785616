"""Settings: customers that came in from files, and the table of all of them to take along."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.importing.import_batches import ImportBatch
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.feedback.answer_tables import AnswerTables
from frontdesk.ui.importing.import_run import undo_import
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.saving import ask_where_to_save
from frontdesk.wording.dates import day

log = logging.getLogger(__name__)

AskPath = Callable[[QWidget, str, str, str, str], Path | None]


class ListsPanel(QWidget):
    """Import, its history with Undo for each, and export."""

    def __init__(self, counter: Counter, *, ask_path: AskPath = ask_where_to_save) -> None:
        super().__init__()
        self._counter, self._ask_path = counter, ask_path
        self.import_button, self.export_button = TextButton("import"), TextButton("file-down")
        speak(self.import_button.say, lambda: tr("Bring customers in from a file"))
        speak(self.export_button.say, lambda: tr("Save all customers as a table"))
        self.import_button.clicked.connect(lambda: counter.open(SheetName.IMPORT))
        self.export_button.clicked.connect(self.export)
        self.progress = ProgressRow(cancellable=False)
        self.answers = AnswerTables(counter, ask_path=ask_path)
        self._history = QVBoxLayout()
        self._history.setSpacing(RHYTHM)
        self._lay_out()
        self.show_history()
        LANGUAGE.changed.connect(self.show_history)
        counter.bridge.changed.connect(self._on_changed)

    def export(self) -> None:
        """Ask where, then write the table beside the counter's work."""
        desk = self._counter.desk
        stem = tr("Customers of {shop} {date}", shop=desk.shop.settings().name, date=desk.today().isoformat())
        path = self._ask_path(self, tr("Save all customers as a table"), stem, tr("Table"), "csv")
        if path is None:
            return
        self.export_button.setEnabled(False)
        self.progress.start(tr("Writing the customers…"))
        self._counter.bridge.work(
            _export,
            desk,
            path,
            progress=self.progress.advance,
            done=self._on_exported,
            refused=self._on_refused,
        )

    def show_history(self) -> None:
        """List the imports, the latest first."""
        _clear(self._history)
        batches: tuple[ImportBatch, ...] = self._counter.desk.imports.batches()
        for batch in batches:
            self._history.addWidget(
                BatchRow(batch, self._when(batch), lambda id_: undo_import(self._counter, id_))
            )
        if not batches:
            self._history.addWidget(Prose(tr("Nothing has been brought in from a file yet.")))

    def _when(self, batch: ImportBatch) -> str:
        desk = self._counter.desk
        return day(LANGUAGE.texts, batch.at, desk.zone, desk.now())

    def _on_exported(self, written: tuple[Path, int] | None) -> None:
        self._end()
        if written is None:
            said = tr("The table could not be written there. Choose another folder, on a disk with room.")
            self._counter.notify(said, icon="circle-alert")
            return
        path, rows = written
        said = ntr("{n} customer is in {file}.", "{n} customers are in {file}.", rows, file=path.name)
        self._counter.notify(said, icon="file-down")

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        self._counter.notify(sentence, icon="circle-alert")

    def _end(self) -> None:
        self.export_button.setEnabled(True)
        self.progress.stop()

    def _on_changed(self, changes: Changes) -> None:
        if changes.everything:
            self.show_history()

    def _lay_out(self) -> None:
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("Brought in so far"))
        page = ScrolledColumn()
        row = QHBoxLayout()
        row.setSpacing(RHYTHM)
        row.addWidget(self.import_button)
        row.addWidget(self.export_button)
        row.addStretch(1)
        page.column.addLayout(row)
        page.column.addWidget(self.progress)
        page.column.addWidget(self.answers)
        page.column.addWidget(heading)
        page.column.addLayout(self._history)
        page.column.addStretch(1)
        fill_with(self, page)


class BatchRow(QWidget):
    """One import in a line, with Undo while it stands."""

    def __init__(self, batch: ImportBatch, when: str, undo: Callable[[int], Any]) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(batch.source, "strong"))
        words.addWidget(Prose(_in_words(batch, when)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addLayout(words, 1)
        if batch.undone:
            row.addWidget(PlainLabel(tr("Taken back"), "small"), 0, Qt.AlignmentFlag.AlignVCenter)
            return
        button = TextButton("undo-2")
        button.say(tr("Undo this import"))
        button.setAccessibleDescription(batch.source)
        button.clicked.connect(lambda: button.setEnabled(False))
        button.clicked.connect(lambda: undo(batch.id))
        row.addWidget(button)


def _in_words(batch: ImportBatch, when: str) -> str:
    if batch.finished:
        return tr(
            "{day}: {added} new, {updated} completed.", day=when, added=batch.added, updated=batch.updated
        )
    return tr(
        "{day}: stopped half way with {added} new, {updated} completed. "
        "Bring the file in again for the rest.",
        day=when,
        added=batch.added,
        updated=batch.updated,
    )


def _export(desk: Any, path: Path, *, progress: Callable[[int, int], None]) -> tuple[Path, int] | None:
    """On a worker thread. A folder without room or right is nothing to be alarmed about."""
    try:
        return path, desk.exports.customers_csv(path, progress)
    except OSError as fault:
        log.info("the table of customers was not written: %s", fault.strerror)
        return None


def _clear(layout: QVBoxLayout) -> None:
    empty(layout)
