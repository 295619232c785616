"""Bring in the answers of a hosted form: choose its table, look at what would come, bring it in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from frontdesk.domain.feedback.response_tables import AnswersBrought, AnswersPreview
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.feedback.bringing import BringingIn, read_preview, take_back
from frontdesk.ui.feedback.brought_rows import BroughtRows
from frontdesk.ui.importing.drop_zone import DropZone
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import ACTION, RHYTHM, Size
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import ScrolledColumn, in_a_row
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.saving import documents
from frontdesk.wording.answer_tables import brought_sentence, left_alone_sentence, preview_sentence


def open_sheet(counter: Counter, path: Path | None = None) -> BringAnswersSheet:
    """The page; with `path`, that file is read at once."""
    return BringAnswersSheet(counter, path)


class BringAnswersSheet(Sheet):
    """Nothing is saved before somebody says so; all of it can be taken back in one."""

    def __init__(self, counter: Counter, path: Path | None = None) -> None:
        super().__init__()
        self._counter = counter
        self.preview: AnswersPreview | None = None
        self.done: AnswersBrought | None = None
        self._reading: Job | None = None
        self._run: BringingIn | None = None
        self.said, self.left_alone = Prose(size=Size.BODY, ink="ink", strong=True), Prose()
        self.fault, self.progress = ProseStrip("warn", "circle-alert"), ProgressRow()
        self.zone, self.rows = DropZone(), BroughtRows()
        self.other, self.bring, self.undo = (
            TextButton("folder-open"),
            TextButton("import", "filled"),
            TextButton("undo-2"),
        )
        for button in (self.other, self.bring, self.undo):
            button.setMinimumHeight(ACTION)
        self.look = TextButton("inbox", "filled")
        self.look.setMinimumHeight(ACTION)
        speak(self.look.say, lambda: tr("What guests say"))
        speak(self.other.say, lambda: tr("Another file"))
        speak(self.undo.say, lambda: tr("Undo this import"))
        self._connect()
        self._lay_out()
        self._show()
        if path is not None:
            self.read(path)

    def title(self) -> str:
        return tr("Bring in answers of the hosted form")

    def first_focus(self) -> QWidget:
        return self.zone.button if self.zone.isVisibleTo(self) else self.progress.cancel

    def may_close(self) -> bool:
        """Bringing in goes on without its page; a file that is only being read is let go."""
        if self._reading is not None:
            self._reading.cancel()
        return True

    def read(self, path: Path) -> None:
        """Look into a file; nothing is saved."""
        self.fault.setText("")
        self.preview = self.done = None
        self._reading = self._counter.bridge.work(
            read_preview,
            self._counter.desk.response_files,
            path,
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_preview,
            refused=self._on_bad_file,
        )
        self._show()
        self._wait(tr("Reading {file}…", file=path.name))

    def choose(self) -> None:
        """Ask for a file with the computer's own dialog."""
        kinds = f"{tr('Table')} (*.csv *.tsv *.txt);;{tr('All files')} (*)"
        title = tr("Choose the table of answers")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(documents()), kinds)
        if chosen:
            self.read(Path(chosen))

    def bring_in(self) -> None:
        """Bring in what is shown as new."""
        if self.preview is None or self._run is not None or not self.preview.new:
            return
        self._run = BringingIn(self._counter, self.preview)
        self._run.advanced.connect(self.progress.advance)
        self._run.ended.connect(self._on_ended)
        self._show()
        self._wait(tr("Bringing the answers in. You may go back to the counter meanwhile."))

    # --- what came ---

    def _on_preview(self, preview: AnswersPreview | None) -> None:
        self._reading, self.preview = None, preview
        self._show()
        if preview is not None:
            (self.bring if preview.new else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_bad_file(self, sentence: str, error: Exception) -> None:
        self._reading = None
        self._show()
        self.fault.setText(sentence)
        self.zone.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ended(self, done: AnswersBrought | None) -> None:
        self._run = None
        if done is not None:
            self.preview, self.done = None, done
        self._show()
        (self.look if self.look.isVisibleTo(self) else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        if self.done is not None:
            gestures, self.done = self.done.gestures, None
            take_back(self._counter, gestures)
            self._start_again()

    def _start_again(self) -> None:
        self.preview = self.done = None
        self.fault.setText("")
        self._show()
        self.zone.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancel(self) -> None:
        for under_way in (self._run, self._reading):
            if under_way is not None:
                under_way.cancel()

    # --- what is shown ---

    def _wait(self, said: str) -> None:
        self.progress.start(said)
        self.progress.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """The file to choose, what it would bring, or what it brought."""
        busy = self._run is not None or self._reading is not None
        if not busy:
            self.progress.stop()
        told = not busy and (self.preview is not None or self.done is not None)
        self.zone.setVisible(not busy and not told)
        self.rows.setVisible(told)
        self.other.setVisible(told)
        self.bring.setVisible(told and self.preview is not None)
        brought = told and self.done is not None and bool(self.done.gestures)
        self.undo.setVisible(brought)
        self.look.setVisible(brought)
        self.said.setVisible(not busy)
        self.left_alone.setText("")
        self._say()

    def _say(self) -> None:
        texts = LANGUAGE.texts
        if self.preview is not None:
            self.said.setText(preview_sentence(texts, self.preview))
            self.left_alone.setText(left_alone_sentence(texts, self.preview.left_alone))
            self.rows.show_preview(self.preview)
            self.bring.setEnabled(bool(self.preview.new))
            self.bring.say(ntr("Bring {n} answer in", "Bring {n} answers in", self.preview.new))
        elif self.done is not None:
            self.said.setText(brought_sentence(texts, self.done))
            self.rows.show_done(self.done)
            self.fault.setText(sentence_for(self.done.fault) if self.done.fault is not None else "")
        else:
            self.said.setText(_help())
        self.left_alone.setVisible(bool(self.left_alone.text()))

    def _connect(self) -> None:
        self.zone.dropped.connect(self.read)
        self.zone.choose_wanted.connect(self.choose)
        self.other.clicked.connect(self._start_again)
        self.bring.clicked.connect(self.bring_in)
        self.undo.clicked.connect(self._take_back)
        self.look.clicked.connect(lambda: self._counter.open(SheetName.RESPONSES))
        self.progress.cancelled.connect(self._on_cancel)
        LANGUAGE.changed.connect(self._say)

    def _lay_out(self) -> None:
        last = in_a_row()
        last.setSpacing(RHYTHM * 2)
        last.addStretch(1)
        for button in (self.undo, self.other, self.bring, self.look):
            last.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        page = ScrolledColumn()
        for part in (self.said, self.left_alone, self.fault, self.progress):
            page.column.addWidget(part)
        page.column.addWidget(self.zone, 1)
        page.column.addWidget(self.rows)
        page.column.addStretch(0)
        column.addWidget(page, 1)
        column.addLayout(last)


def _help() -> str:
    return tr(
        "Save the answers of your form as CSV: a row for each, and a column with the card's code. You see"
        " first what would come in; a row whose code is not known is named, and the rest comes in. The same"
        " file can be brought in again: what is here already is left as it is."
    )
