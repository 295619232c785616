"""The import's sheet: choose a file, see what it would bring, bring it in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.importing.import_batches import ImportBatch, ImportDone, ImportPreview
from frontdesk.domain.importing.imports import BadFile, Column, ColumnMatch, FileFault
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.importing.columns_page import ColumnsPage
from frontdesk.ui.importing.import_run import ImportRun, run_under_way, undo_import
from frontdesk.ui.importing.outcome import Outcome
from frontdesk.ui.importing.preview_page import PreviewPage
from frontdesk.ui.importing.reading import read_preview
from frontdesk.ui.importing.start_page import StartPage
from frontdesk.ui.language import tr
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.saving import documents

_FILES = "(*.csv *.tsv *.txt *.vcf *.vcard)"


def open_sheet(counter: Counter, path: Path | None = None, **facts: Any) -> Sheet:
    """The import; with `path`, that file is read at once."""
    return ImportSheet(counter, path)


class ImportSheet(Sheet):
    """Pages, one after the other: start, reading or bringing in, preview, outcome; and what columns hold."""

    place = Place.PAGE

    def __init__(self, counter: Counter, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._reading: Job | None = None
        self._run: ImportRun | None = None
        self._path: Path | None = None
        self.start, self.preview, self.outcome = StartPage(), PreviewPage(), Outcome()
        self.columns = ColumnsPage()
        self.progress = ProgressRow()
        self._busy = QWidget()
        middle = QVBoxLayout(self._busy)
        middle.addStretch(1)
        middle.addWidget(self.progress)
        middle.addStretch(1)
        self._pages = QStackedWidget()
        for page in (self.start, self._busy, self.preview, self.outcome, self.columns):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._listen()
        under_way = run_under_way(counter)
        if under_way is not None:
            self._watch(under_way)
        elif path is not None:
            self.read(path)

    def title(self) -> str:
        return tr("Bring customers in from a file")

    def first_focus(self) -> QWidget:
        return self.start.zone.button if self._pages.currentWidget() is self.start else self.progress.cancel

    def may_close(self) -> bool:
        """An import goes on without its sheet; a file that is only being read is let go."""
        if self._reading is not None:
            self._reading.cancel()
        return True

    def read(self, path: Path) -> None:
        """Look into a file; nothing is saved."""
        self._path = path
        self.start.say_fault("")
        self._show_busy(tr("Reading {file}…", file=path.name))
        self._reading = self._counter.bridge.work(
            read_preview,
            self._counter.desk.imports,
            path,
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_preview,
            refused=self._on_bad_file,
        )

    def choose(self) -> None:
        """Ask for a file with the computer's own dialog."""
        title = tr("Choose the file with your customers")
        lists, all_files = tr("Tables and contact cards"), tr("All files")
        kinds = f"{lists} {_FILES};;{all_files} (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(documents()), kinds)
        if chosen:
            self.read(Path(chosen))

    def bring_in(self) -> None:
        """Bring in what the preview shows."""
        shown = self.preview.shown
        if shown is None or run_under_way(self._counter) is not None:
            return
        self._watch(ImportRun(self._counter, shown, photos_allowed=self.preview.photos_allowed()))

    def _listen(self) -> None:
        self.start.zone.dropped.connect(self.read)
        self.start.zone.choose_wanted.connect(self.choose)
        self.preview.other_wanted.connect(self._start_again)
        self.preview.columns_wanted.connect(self._ask_columns)
        self.columns.used.connect(self._use_columns)
        self.columns.left.connect(self._start_again)
        self.preview.bring_wanted.connect(self.bring_in)
        self.outcome.other_wanted.connect(self._start_again)
        self.outcome.left.connect(self.closed)
        self.outcome.undo_wanted.connect(lambda batch_id: undo_import(self._counter, batch_id))
        self.progress.cancelled.connect(self._on_cancel)
        self._counter.bridge.changed.connect(self._on_changes)

    def _on_changes(self, changes: Changes) -> None:
        """Taken back here, from the notice or at another place: the page says what is true now."""
        batch_id = self.outcome.batch_id
        if changes.everything and batch_id is not None:
            batches: tuple[ImportBatch, ...] = self._counter.desk.imports.batches()
            if any(batch.id == batch_id and batch.undone for batch in batches):
                self.outcome.show_undone()

    def _watch(self, run: ImportRun) -> None:
        self._run = run
        run.advanced.connect(self.progress.advance)
        run.ended.connect(self._on_ended)
        self._show_busy(tr("Bringing the customers in. You may go back to the counter meanwhile."))

    def _show_busy(self, said: str) -> None:
        self.progress.start(said)
        self._pages.setCurrentWidget(self._busy)
        self.progress.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_again(self) -> None:
        self._pages.setCurrentWidget(self.start)
        self.start.zone.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancel(self) -> None:
        if self._run is not None:
            self._run.cancel()
        elif self._reading is not None:
            self._reading.cancel()

    def _on_preview(self, preview: ImportPreview | None) -> None:
        self._reading = None
        if preview is None:
            self._start_again()
            return
        self.preview.show_preview(preview)
        self._pages.setCurrentWidget(self.preview)
        self.preview.main_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_bad_file(self, sentence: str, error: Exception) -> None:
        self._reading = None
        self._start_again()
        self.start.say_fault(sentence)
        if isinstance(error, BadFile) and error.code is FileFault.NO_KNOWN_COLUMNS:
            self._ask_columns()

    def _ask_columns(self) -> None:
        """Somebody says what the columns hold: where none is known to hold names, or they know better."""
        if self._path is not None:
            self._counter.bridge.work(
                self._counter.desk.column_choices.of,
                self._path,
                done=self._show_columns,
                refused=self._on_no_columns,
            )

    def _on_no_columns(self, sentence: str, error: Exception) -> None:
        self._start_again()
        self.start.say_fault(sentence)

    def _show_columns(self, matches: tuple[ColumnMatch, ...]) -> None:
        if len(matches) < 2:
            return  # one column is a list of names, which the sentence helps, or no list at all
        self.columns.show_columns(matches)
        self._pages.setCurrentWidget(self.columns)
        self.columns.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _use_columns(self, chosen: dict[str, Column | None]) -> None:
        self._counter.submit(self._counter.desk.column_choices.choose, chosen, done=self._read_again)

    def _read_again(self, _: None) -> None:
        if self._path is not None:
            self.read(self._path)

    def _on_ended(self, done: ImportDone | None) -> None:
        self._run = None
        if done is None:
            self._pages.setCurrentWidget(self.preview if self.preview.shown else self.start)
            return
        self.outcome.show_done(done)
        self._pages.setCurrentWidget(self.outcome)
        self.outcome.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
