"""The list of customers for other programs, in the form that each takes; and lists from other programs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.importing.list_kinds import ListKind
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.transfer.outgoing import Outgoing, write_list
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.saving import ask_where_to_save, open_folder_of


class ListsPart(QWidget):
    """A chip for each form says below what it carries."""

    def __init__(self, counter: Counter, *, ask_path: AskPath = ask_where_to_save) -> None:
        super().__init__()
        self._counter, self._ask_path = counter, ask_path
        self._written: tuple[Path, int] | None = None
        self._job: Job | None = None
        self.kinds = ChipRow([(kind.value, partial(_name, kind)) for kind in ListKind])
        self.kinds.choose(ListKind.OWN.value)
        self.kinds.chosen.connect(self._say)
        self.carries = Prose(ink="ink")
        self.save_button, self.folder_button = TextButton("file-down"), TextButton("folder-open", "quiet")
        self.bring_button = TextButton("import")
        speak(self.save_button.say, lambda: tr("Save the list"))
        speak(self.folder_button.say, lambda: tr("Open the folder"))
        speak(self.bring_button.say, lambda: tr("Bring customers in from a file"))
        self.save_button.clicked.connect(self.save)
        self.folder_button.clicked.connect(self._open)
        self.bring_button.clicked.connect(lambda: counter.open(SheetName.IMPORT))
        self.progress = ProgressRow()
        self.progress.cancelled.connect(self.cancel)
        self.done = ProseStrip("good", "circle-check")
        self._lay_out()
        LANGUAGE.changed.connect(self._say)
        self._say()

    def save(self) -> None:
        """Ask where, then write the list beside the counter's work."""
        if self._job is not None:
            return
        desk, kind = self._counter.desk, ListKind(self.kinds.value())
        stem = tr("Customers of {shop} {date}", shop=desk.shop.settings().name, date=desk.today().isoformat())
        suffix = kind.ending.removeprefix(".")
        path = self._ask_path(self, tr("Save the list"), stem, _name(kind), suffix)
        if path is None:
            return
        self._written = None
        self._say()
        self.save_button.setEnabled(False)
        self.progress.start(tr("Writing the customers…"))
        self._job = self._counter.bridge.work(
            write_list,
            desk.exports,
            kind,
            path,
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_written,
            refused=self._on_refused,
        )

    def cancel(self) -> None:
        """Whoever waits for the list wants it no more."""
        if self._job is not None:
            self._job.cancel()

    def _on_written(self, outgoing: Outgoing) -> None:
        self._end()
        self._written = outgoing.written
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
        if self._written is not None:
            open_folder_of(self._written[0])

    def _say(self, *_: object) -> None:
        self.carries.setText(_carries(ListKind(self.kinds.value())))
        said = ""
        if self._written is not None:
            path, rows = self._written
            said = ntr("{n} customer is in {file}.", "{n} customers are in {file}.", rows, file=str(path))
        self.done.setText(said)
        self.folder_button.setVisible(self._written is not None)

    def _lay_out(self) -> None:
        out, into, explained = PlainLabel(role="heading"), PlainLabel(role="heading"), Prose()
        speak(out.setText, lambda: tr("The list of customers, for another program"))
        speak(into.setText, lambda: tr("A list from another program"))
        speak(
            explained.setText,
            lambda: tr(
                "From Square, Loyverse, Google Contacts, Shopify, a phone or any table. You see first what "
                "would come in, and all of it can be taken back."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for said in (out, self.kinds, self.carries):
            column.addWidget(said)
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.progress, self.done):
            column.addWidget(part)
        column.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(RHYTHM * 2)
        for said in (into, explained):
            column.addWidget(said)
        column.addWidget(self.bring_button, 0, Qt.AlignmentFlag.AlignLeft)


def _name(kind: ListKind) -> str:
    return {
        ListKind.OWN: tr("Spreadsheet"),
        ListKind.SQUARE: tr("Square"),
        ListKind.LOYVERSE: tr("Loyverse"),
        ListKind.GOOGLE: tr("Google Contacts"),
        ListKind.VCARD_4: tr("Phone contacts"),
        ListKind.VCARD_3: tr("Older phone contacts"),
    }[kind]


def _carries(kind: ListKind) -> str:
    return {
        ListKind.OWN: tr(
            "A table with all that we know of them but the photos. Front Desk reads it back unchanged."
        ),
        ListKind.SQUARE: tr("Name, nickname, phone, e-mail, birthday and note, as Square reads them."),
        ListKind.LOYVERSE: tr("Name, phone, e-mail and note, as Loyverse reads them."),
        ListKind.GOOGLE: tr("Name, nickname, phone, e-mail, birthday and note, as Google reads them."),
        ListKind.VCARD_4: tr("Contact cards with photos, for phones and mail programs (vCard 4.0)."),
        ListKind.VCARD_3: tr("The same for older phones, which know vCard 3.0 only."),
    }[kind]
