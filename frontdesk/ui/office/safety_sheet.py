"""Backups and safety: how old the backups are, the second place for them, and whether one is any good."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.refusals import Refused
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.services.trust.safety import Kept
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.safety.drill_part import DrillPart
from frontdesk.ui.office.safety.kept_list import KeptList
from frontdesk.ui.office.safety.second_place_part import SecondPlacePart
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.wording.safety import here_sentence


def open_sheet(counter: Counter, **facts: Any) -> Sheet:
    return SafetySheet(counter)


class SafetySheet(Sheet):
    """What lies in both places is looked up beside the window; the rest is there at once."""

    place = Place.PAGE

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._kept: Kept | None = None
        self.sorry = ProseStrip("calm", "lock")
        self.age = Prose(size=16, ink="ink", strong=True)
        self.back_up_button = TextButton("database-backup")
        speak(self.back_up_button.say, lambda: tr("Back up now"))
        self.back_up_button.clicked.connect(self.back_up)
        self.progress = ProgressRow(cancellable=False)
        self.second = SecondPlacePart(counter, self.look)
        self.drill = DrillPart(counter, self.look)
        self.here = KeptList(counter, lambda: tr("The backups on this computer"), self._try_out)
        self.there = KeptList(counter, lambda: tr("The copies in the second place"), self._try_out)
        self._page = ScrolledColumn()
        self._lay_out()
        LANGUAGE.changed.connect(self._say)
        self.second.show_place(counter.desk.safety.place())
        self._say()
        self.look()

    def title(self) -> str:
        return tr("Backups and safety")

    def first_focus(self) -> QWidget:
        return self.back_up_button

    def may_close(self) -> bool:
        self.second.cancel()
        self.drill.cancel()
        return True

    def look(self) -> None:
        """See anew what lies in both places."""
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.safety.kept, desk.act(), done=self._on_kept, refused=self._on_refused, owner=self
        )

    def back_up(self) -> None:
        """Make a backup on this computer now; the counter goes on meanwhile."""
        self.back_up_button.setEnabled(False)
        self.progress.start(tr("Making a backup…"))
        self._counter.bridge.work(
            self._counter.desk.backups.make,
            progress=self.progress.advance,
            done=self._on_backup,
            refused=self._on_no_backup,
        )

    def _try_out(self, made: BackupMade) -> None:
        self.drill.try_out(made)
        self._page.show_part(self.drill)

    def _on_kept(self, kept: Kept) -> None:
        self._kept = kept
        self.sorry.setText("")
        self._show_parts(True)
        self.second.show_place(kept.glance.place)
        latest = next((made for made in kept.here if made.good), None)
        self.drill.show_glance(kept.glance, latest)
        self.here.show_backups(kept.here)
        self.there.show_backups(kept.there or ())
        self._say()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        if isinstance(error, Refused):
            self._show_parts(False)
        self.sorry.setText(sentence)

    def _on_backup(self, made: BackupMade) -> None:
        self._end_backup()
        self._counter.notify(tr("The backup is made and checked."), icon="shield-check")
        self.look()

    def _on_no_backup(self, sentence: str, error: Exception) -> None:
        self._end_backup()
        self._counter.notify(sentence, icon="circle-alert")

    def _end_backup(self) -> None:
        self.progress.stop()
        self.back_up_button.setEnabled(True)

    def _show_parts(self, allowed: bool) -> None:
        for part in (self.age, self.back_up_button, self.second, self.drill):
            part.setVisible(allowed)
        if not allowed:
            self.here.hide()
            self.there.hide()

    def _say(self) -> None:
        if self._kept is None:
            self.age.setText(tr("Looking for the latest backup…"))
            return
        desk, glance = self._counter.desk, self._kept.glance
        self.age.setText(here_sentence(LANGUAGE.texts, glance, desk.zone, desk.now()))
        self.age.set_ink("ink" if glance.backup_at is not None else "warn_ink")

    def _lay_out(self) -> None:
        column = self._page.column
        for said in (self.sorry, self.age, self.progress):
            column.addWidget(said)
        column.addWidget(self.back_up_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.second, self.drill, self.here, self.there):
            column.addSpacing(GAP - RHYTHM)
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
