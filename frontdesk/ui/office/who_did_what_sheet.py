"""Who did what: every act and every refusal, the newest first, to narrow down and to take out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.trust.deeds import Deed, DeedChoices, DeedGroup
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.deeds.deed_delegate import DeedDelegate
from frontdesk.ui.office.deeds.deed_filters import DeedFilters
from frontdesk.ui.office.deeds.deeds_model import DEED_ROLE, DeedsModel
from frontdesk.ui.office.deeds.where_it_leads import where_it_leads
from frontdesk.ui.prints.print_panel import AskPath
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import in_a_row, tab_through
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.saving import ask_where_to_save


def open_sheet(
    counter: Counter,
    *,
    staff_id: int | None = None,
    till_id: int | None = None,
    kind: str = "",
    customer_id: int | None = None,
    since: int | None = None,
    **facts: Any,
) -> Sheet:
    """Narrowed down already by what is given; `kind` is a DeedGroup or the kind of an act."""
    sheet = WhoDidWhatSheet(counter)
    sheet.filters.begin(staff_id, till_id, kind, customer_id, since)
    if customer_id is not None:
        sheet.filters.name_customer(counter.desk.customers.get(customer_id).address)
    sheet.ask()
    return sheet


class WhoDidWhatSheet(Sheet):
    """Only a manager sees it: the service says so to everybody else, and who can help."""

    place = Place.PAGE

    def __init__(self, counter: Counter, *, ask_path: AskPath = ask_where_to_save) -> None:
        super().__init__()
        self._counter, self._ask_path = counter, ask_path
        self._job: Job | None = None
        self._asked_by = 0
        self.filters, self.deeds, self.list = DeedFilters(), DeedsModel(counter), QListView()
        self.words, self.sorry, self.progress = Prose(), ProseStrip("calm", "lock"), ProgressRow()
        self.again_button, self.save_button = TextButton("refresh-cw", "quiet"), TextButton("table")
        speak(self.again_button.say, lambda: tr("Look again"))
        speak(self.save_button.say, lambda: tr("Save these as a table"))
        speak(self.list.setAccessibleName, self.title)
        self._dress_list()
        self._lay_out()
        self._listen()

    def title(self) -> str:
        return tr("Who did what")

    def first_focus(self) -> QWidget:
        return self.filters.what

    def may_close(self) -> bool:
        self._cancel()
        return True

    def ask(self) -> None:
        """What is chosen, from the newest on."""
        desk = self._counter.desk
        if self._asked_by != desk.staff_id:
            self._asked_by = desk.staff_id
            self._counter.bridge.work(desk.audit.choices, desk.act(), done=self._on_choices, refused=_silent)
        self.deeds.ask(self.filters.asked(desk.zone, desk.today()))

    def save(self) -> None:
        """Ask where, then write there what is chosen, all of it."""
        stem = f"{self.title()} {self._counter.desk.today().isoformat()}"
        path = self._ask_path(self, tr("Save as a table"), stem, tr("Table (CSV)"), "csv")
        if path is None:
            return
        desk = self._counter.desk
        self.save_button.setEnabled(False)
        self.progress.start(tr("Writing the table…"))
        self._job = self._counter.bridge.work(
            desk.audit.take_out,
            desk.act(),
            path,
            self.deeds.asked,
            LANGUAGE.texts,
            desk.zone,
            progress=self.progress.advance,
            cancellable=True,
            done=lambda count: self._on_saved(path, count),
            refused=self._on_not_saved,
            owner=self,
        )

    def open(self, index: QModelIndex) -> None:
        """Where a line leads: to its customer, or to what it was about."""
        deed: Deed = index.data(DEED_ROLE)
        where_it_leads(self._counter, deed)

    def _on_choices(self, choices: DeedChoices) -> None:
        self.filters.offer(choices)

    def _on_read(self) -> None:
        self.sorry.setText("")
        self.save_button.setEnabled(bool(self.deeds.deeds) and self._job is None)
        self._say()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.save_button.setEnabled(False)
        self.words.setText("")
        self.sorry.setText(sentence)
        self._counter.bridge.refused.emit(sentence, error)

    def _on_saved(self, path: Path, count: int | None) -> None:
        self._end()
        if count is not None:
            said = ntr("{n} act is in {file}.", "{n} acts are in {file}.", count, file=path.name)
            self._counter.notify(said, icon="table")

    def _on_not_saved(self, sentence: str, error: Exception) -> None:
        self._end()
        self._counter.notify(sentence, icon="circle-alert")

    def _end(self) -> None:
        self._job = None
        self.progress.stop()
        self.save_button.setEnabled(bool(self.deeds.deeds))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _on_changed(self, changes: Changes) -> None:
        """Somebody else is here now, who may see more or less."""
        if self._asked_by != self._counter.desk.staff_id:
            self.ask()

    def _say(self) -> None:
        """Where there is nothing, what would be here."""
        self.words.setText(self._in_words())
        self.words.setVisible(bool(self.words.text()))
        self.list.setVisible(bool(self.deeds.deeds))

    def _in_words(self) -> str:
        if not self.deeds.deeds:
            return tr(
                "Nothing like this was done. Everything that anybody does here is written down on its own: "
                "stamps, rewards, changes of the settings, and what was refused."
            )
        if self.deeds.asked.group is DeedGroup.REFUSED:
            return tr(
                "None of this was done. Somebody tapped what only a manager may, or a manager had not typed "
                "their PIN. Once is a slip of the finger; often, by one person, is worth a question."
            )
        return ""

    def _on_language(self) -> None:
        self._say()
        self.list.viewport().update()

    def _dress_list(self) -> None:
        self.list.setModel(self.deeds)
        self.list.setItemDelegate(DeedDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _listen(self) -> None:
        self.filters.changed.connect(self.ask)
        self.deeds.read.connect(self._on_read)
        self.deeds.refused.connect(self._on_refused)
        self.list.clicked.connect(self.open)
        self.list.activated.connect(self._on_enter)
        self.again_button.clicked.connect(self.ask)
        self.save_button.clicked.connect(self.save)
        self.progress.cancelled.connect(self._cancel)
        self._counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._on_language)
        LOOK.changed.connect(self.list.viewport().update)

    def _on_enter(self, index: QModelIndex) -> None:
        """A double click has been a click already."""
        if not self.list.underMouse():
            self.open(index)

    def _lay_out(self) -> None:
        head, buttons = in_a_row(), QHBoxLayout()
        for row in (head, buttons):
            row.setSpacing(RHYTHM)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.save_button)
        head.addWidget(self.filters, 1)
        head.addLayout(buttons)
        head.setAlignment(buttons, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(head)
        column.addWidget(self.sorry)
        column.addWidget(self.words)
        column.addWidget(self.progress)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        tab_through(*self.filters.stops(), self.again_button, self.save_button, self.list)


def _silent(sentence: str, error: Exception) -> None:
    """The page says it already."""
