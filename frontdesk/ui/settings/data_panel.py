"""Settings: where the shop's data, its backups and its key are, and whether all is sound."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.verification import VerifyReport
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.settings.backups_list import BackupsList
from frontdesk.ui.settings.ledger_key_part import LedgerKeyPart
from frontdesk.ui.settings.slip_part import SlipPart
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with, in_a_row
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.dates import clock_time, day
from frontdesk.wording.verification import (
    epoch_sentence,
    fault_sentence,
    unchecked_sentence,
    unreadable_sentence,
)

_FAULTS_SHOWN = 4


class DataPanel(QWidget):
    """Shows two folders, makes a backup, checks the books, and brings a backup back."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._latest: BackupMade | None = None
        self._looked = False
        self._report: VerifyReport | None = None
        self._age, self._books = Prose(size=16, ink="ink", strong=True), Prose(size=16, ink="ink")
        self.back_up_button, self.check_button = TextButton("database-backup"), TextButton("shield-check")
        speak(self.back_up_button.say, lambda: tr("Back up now"))
        speak(self.check_button.say, lambda: tr("Check the shop's books"))
        self.back_up_button.clicked.connect(self.back_up)
        self.check_button.clicked.connect(self.check_books)
        self.progress = ProgressRow(cancellable=False)
        self.slip_part, self.key_part = SlipPart(counter), LedgerKeyPart(counter)
        self.kept = BackupsList(counter)
        self._lay_out()
        LANGUAGE.changed.connect(self._say)
        self._say()
        self._look()

    def back_up(self) -> None:
        """Make a backup now; the counter goes on meanwhile."""
        self._begin(tr("Making a backup…"))
        self._counter.bridge.work(
            self._counter.desk.backups.make,
            progress=self.progress.advance,
            done=self._on_backup,
            refused=self._on_refused,
        )

    def check_books(self) -> None:
        """Read every stamp ever given, and say whether all are as they were written."""
        self._begin(tr("Reading every stamp that was ever given…"))
        self._counter.bridge.work(
            self._counter.desk.verifier.verify,
            progress=self.progress.advance,
            done=self._on_report,
            refused=self._on_refused,
        )

    def _look(self) -> None:
        self._counter.bridge.work(self._counter.desk.backups.list, done=self._on_backups)

    def _begin(self, said: str) -> None:
        for button in (self.back_up_button, self.check_button):
            button.setEnabled(False)
        self.progress.start(said)

    def _end(self) -> None:
        for button in (self.back_up_button, self.check_button):
            button.setEnabled(True)
        self.progress.stop()

    def _on_backups(self, found: tuple[BackupMade, ...]) -> None:
        self._looked = True
        self._latest = next((made for made in found if made.good), None)
        self._say()
        self.kept.show_backups(found)

    def _on_backup(self, made: BackupMade) -> None:
        self._end()
        self._looked, self._latest = True, made
        self._say()
        self._look()
        self._counter.notify(tr("The backup is made and checked."), icon="shield-check")

    def _on_report(self, report: VerifyReport) -> None:
        self._end()
        self._report = report
        self._say()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        self._counter.notify(sentence, icon="circle-alert")

    def _say(self) -> None:
        self._age.setText(self._age_in_words())
        self._age.set_ink("ink" if self._latest or not self._looked else "warn_ink")
        self._books.setText(self._books_in_words())
        sound = self._report is None or self._report.ok
        self._books.set_ink("ink" if sound else "warn_ink")

    def _age_in_words(self) -> str:
        if not self._looked:
            return tr("Looking for the latest backup…")
        if self._latest is None:
            return tr("There is no good backup yet. Make one now.")
        desk = self._counter.desk
        when = day(LANGUAGE.texts, self._latest.at, desk.zone, desk.now())
        time = clock_time(LANGUAGE.texts, self._latest.at, desk.zone)
        return tr("Last good backup: {day}, {time}", day=when, time=time)

    def _books_in_words(self) -> str:
        if self._report is None:
            return tr("A check reads every stamp ever given and says whether anybody changed one.")
        if not self._report.fault_count and self._report.unchecked:
            return self._unchecked_in_words(self._report)
        if self._report.ok:
            in_order = ntr(
                "The books are in order: {n} entry, just as it was written.",
                "The books are in order: {n} entries, all just as they were written.",
                self._report.entries,
            )
            zone = self._counter.desk.zone
            named = self._report.unreadable_backups
            bad = (unreadable_sentence(LANGUAGE.texts, name, zone) for name in named)
            return "\n".join((in_order, *bad))
        said = ntr(
            "{n} thing in the books is not as it was written. Make a backup, keep the older ones, and ask "
            "for help with this:",
            "{n} things in the books are not as they were written. Make a backup, keep the older ones, and "
            "ask for help with these:",
            self._report.fault_count,
        )
        zone, shown = self._counter.desk.zone, self._report.faults[:_FAULTS_SHOWN]
        first = (fault_sentence(LANGUAGE.texts, fault, zone) for fault in shown)
        return "\n".join((said, *first))

    def _unchecked_in_words(self, report: VerifyReport) -> str:
        desk, texts = self._counter.desk, LANGUAGE.texts
        why = (
            epoch_sentence(texts, epoch, day(texts, epoch.at, desk.zone, desk.now()))
            for epoch in report.epochs
            if not epoch.checked
        )
        return "\n".join((unchecked_sentence(texts, report), *why))

    def _lay_out(self) -> None:
        paths = self._counter.desk.paths
        page = ScrolledColumn()
        page.column.addWidget(self._age)
        page.column.addLayout(_row(self.back_up_button))
        page.column.addWidget(self._books)
        page.column.addLayout(_row(self.check_button))
        page.column.addWidget(self.progress)
        page.column.addSpacing(RHYTHM)
        page.column.addWidget(self.slip_part)
        page.column.addSpacing(RHYTHM)
        page.column.addWidget(FolderLine("data", paths.data))
        page.column.addWidget(FolderLine("backups", paths.backups))
        page.column.addSpacing(RHYTHM)
        page.column.addWidget(self.key_part)
        page.column.addSpacing(RHYTHM)
        page.column.addWidget(self.kept)
        page.column.addStretch(1)
        fill_with(self, page)


class FolderLine(QWidget):
    """What a folder is for, where it is, and a way to open it."""

    def __init__(self, which: str, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        name, place = Prose(strong=True), Prose(str(folder), ink="ink")
        if which == "data":
            speak(name.setText, lambda: tr("The shop's data is in this folder"))
        else:
            speak(
                name.setText,
                lambda: tr("The backups are in this folder: copy it to a USB stick now and then"),
            )
        open_button = TextButton("folder-open")
        speak(open_button.say, lambda: tr("Open the folder"))
        open_button.setAccessibleDescription(str(folder))
        open_button.clicked.connect(self.open)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(name)
        words.addWidget(place)
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addLayout(words, 1)
        row.addWidget(open_button)

    def open(self) -> None:
        """Show it in the computer's own file window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _row(button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
