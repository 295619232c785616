"""The whole shop as one file: how it goes out, how secret it is, and where it can be brought in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.importing.archives import ENDING, ArchiveMade
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import ACTION, RHYTHM
from frontdesk.ui.office.transfer.outgoing import Outgoing, write_everything
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.saving import ask_where_to_save, open_folder_of
from frontdesk.wording.archive import ledger_sentence, made_sentence, secret_sentence


class EverythingPart(QWidget):
    """It is the owner's right; the service says so to everybody else."""

    def __init__(self, counter: Counter, *, ask_path: AskPath = ask_where_to_save) -> None:
        super().__init__()
        self._counter, self._ask_path = counter, ask_path
        self._made: ArchiveMade | None = None
        self._job: Job | None = None
        self.save_button, self.folder_button = TextButton("file-down"), TextButton("folder-open", "quiet")
        self.save_button.setMinimumHeight(ACTION)
        speak(self.save_button.say, lambda: tr("Save the whole shop as one file"))
        speak(self.folder_button.say, lambda: tr("Open the folder"))
        self.save_button.clicked.connect(self.save)
        self.folder_button.clicked.connect(self._open)
        self.progress = ProgressRow()
        self.progress.cancelled.connect(self.cancel)
        self.done = ProseStrip("good", "circle-check")
        self._lay_out()
        self._say()
        LANGUAGE.changed.connect(self._say)

    def save(self) -> None:
        """Ask where, then write it beside the counter's work."""
        if self._job is not None:
            return
        desk = self._counter.desk
        stem = tr(
            "Everything of {shop} {date}", shop=desk.shop.settings().name, date=desk.today().isoformat()
        )
        path = self._ask_path(
            self, tr("Save the whole shop as one file"), stem, tr("Whole shop"), ENDING.removeprefix(".")
        )
        if path is None:
            return
        self._made = None
        self._say()
        self.save_button.setEnabled(False)
        self.progress.start(tr("Writing everything…"))
        self._job = self._counter.bridge.work(
            write_everything,
            desk.archive,
            desk.act(),
            path,
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_made,
            refused=self._on_refused,
        )

    def cancel(self) -> None:
        """Whoever waits for it wants it no more; nothing is left of it."""
        if self._job is not None:
            self._job.cancel()

    def _on_made(self, outgoing: Outgoing) -> None:
        self._end()
        self._made = outgoing.written
        self._say()
        if outgoing.refused:
            said = tr("The file could not be written there. Choose another folder, on a disk with room.")
            self._counter.notify(said, icon="circle-alert")

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        self._counter.notify(sentence, icon="circle-alert")

    def _end(self) -> None:
        self._job = None
        self.progress.stop()
        self.save_button.setEnabled(True)

    def _open(self) -> None:
        if self._made is not None:
            open_folder_of(self._made.path)

    def _say(self) -> None:
        self.done.setText(made_sentence(LANGUAGE.texts, self._made) if self._made is not None else "")
        self.folder_button.setVisible(self._made is not None)

    def _lay_out(self) -> None:
        out, into = PlainLabel(role="heading"), PlainLabel(role="heading")
        what, secret, ledger, where = Prose(), ProseStrip("warn", "lock"), Prose(), Prose()
        speak(out.setText, lambda: tr("Everything out"))
        speak(
            what.setText,
            lambda: tr(
                "One file with the whole shop: a table for each thing that the shop knows, which a "
                "spreadsheet opens, all photos, and a page of words that says what is what. Your data is "
                "yours, with Front Desk or without it."
            ),
        )
        speak(ledger.setText, lambda: ledger_sentence(LANGUAGE.texts))
        speak(into.setText, lambda: tr("Everything in"))
        speak(
            where.setText,
            lambda: tr(
                "A whole shop is brought in where there is none yet: start Front Desk on the other "
                "computer, and choose the file on its first page. This shop cannot be replaced by one; to "
                "go back to an earlier day, bring back a backup."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for said in (out, what, secret, ledger):
            column.addWidget(said)
        speak(secret.setText, lambda: secret_sentence(LANGUAGE.texts))
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.progress, self.done):
            column.addWidget(part)
        column.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(RHYTHM * 2)
        column.addWidget(into)
        column.addWidget(where)
