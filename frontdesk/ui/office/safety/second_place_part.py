"""The second place for backups: which folder it is, how old the copy in it is, and when that is to be
said.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.trust.safety import FEWEST_DAYS, MOST_DAYS, USUAL_DAYS, PlaceFault, SecondPlace
from frontdesk.services.trust.safety import PlaceSaved
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import Stepper
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.saving import ask_for_folder, open_folder_of
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.safety import cloud_sentence, place_fault_sentence, there_sentence

AskFolder = Callable[[QWidget, str], Path | None]


class SecondPlacePart(QWidget):
    """`show_place` is told how it stands; each act says by itself what came of it."""

    def __init__(
        self, counter: Counter, changed: Callable[[], None], *, ask_folder: AskFolder = ask_for_folder
    ) -> None:
        super().__init__()
        self._counter, self._changed, self._ask_folder = counter, changed, ask_folder
        self._place: SecondPlace | None = None
        self._refused_folder: PlaceFault | None = None
        self._job: Job | None = None
        self._chosen_meanwhile = False
        self.age, self.folder = Prose(size=16, ink="ink", strong=True), Prose(ink="ink")
        self.fault, self.cloud = ProseStrip("warn", "circle-alert"), ProseStrip("warn", "circle-alert")
        self.choose_button, self.copy_button = TextButton("folder-open"), TextButton("database-backup")
        self.open_button, self.forget_button = TextButton("folder-open", "quiet"), TextButton("x", "quiet")
        speak(self.copy_button.say, lambda: tr("Copy a backup there now"))
        speak(self.open_button.say, lambda: tr("Open the folder"))
        speak(self.forget_button.say, lambda: tr("No second place"))
        self.days = Stepper(FEWEST_DAYS, MOST_DAYS, USUAL_DAYS)
        self.days_field = Field(
            lambda: tr("Say so at the counter when the copy is older than (days)"), self.days
        )
        self.progress = ProgressRow()
        self._lay_out()
        self.choose_button.clicked.connect(self.choose)
        self.copy_button.clicked.connect(self.copy)
        self.open_button.clicked.connect(self._open)
        self.forget_button.clicked.connect(self.forget)
        self.days.settled.connect(self._on_days)
        self.progress.cancelled.connect(self.cancel)
        LANGUAGE.changed.connect(self._say)

    def show_place(self, place: SecondPlace) -> None:
        """Show how it stands now."""
        self._place = place
        self.days.blockSignals(True)
        self.days.setValue(place.days)
        self.days.blockSignals(False)
        self._say()

    def cancel(self) -> None:
        """Whoever waits for a copy wants it no more."""
        if self._job is not None:
            self._job.cancel()

    def choose(self) -> None:
        """Ask for a folder; it is tried before it is taken, and copied to at once."""
        folder = self._ask_folder(self, tr("Where are the copies to be kept?"))
        if folder is None:
            return
        desk, before = self._counter.desk, self._place
        self.progress.start(tr("Looking at the folder…"))
        self._counter.bridge.work(
            desk.safety.choose,
            desk.act(),
            folder,
            done=lambda saved: self._on_chosen(saved, before),
            refused=self._on_refused,
            owner=self,
        )

    def copy(self) -> None:
        """Make a backup and copy it; the counter goes on meanwhile."""
        if self._job is not None:
            return
        desk = self._counter.desk
        self.progress.start(tr("Copying a backup to the second place…"))
        self._job = self._counter.bridge.work(
            desk.safety.copy_now,
            desk.act(),
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_copied,
            refused=self._on_refused,
        )

    def forget(self) -> None:
        """No second place any more, with Undo."""
        before = self._place
        self._counter.submit(
            self._counter.desk.safety.forget, done=lambda saved: self._on_forgotten(saved, before)
        )

    def _on_chosen(self, saved: PlaceSaved, before: SecondPlace | None) -> None:
        self.progress.stop()
        self._refused_folder = saved.fault
        self.show_place(saved.place)
        if saved.fault is None:
            self._counter.notify(
                tr("The second place is chosen."), icon="folder-open", undo=lambda: self._return_to(before)
            )
            self._chosen_meanwhile = self._job is not None
            self.cancel()
            self.copy()

    def _on_forgotten(self, saved: PlaceSaved, before: SecondPlace | None) -> None:
        self.show_place(saved.place)
        said = tr("There is no second place any more. What lies there stays.")
        self._counter.notify(said, icon="x", undo=lambda: self._return_to(before))

    def _return_to(self, before: SecondPlace | None) -> None:
        self.cancel()
        place = before or SecondPlace()
        self._counter.submit(
            self._counter.desk.safety.return_to, place, done=lambda saved: self.show_place(saved.place)
        )

    def _on_days(self, days: int) -> None:
        if self._place is not None and days != self._place.days:
            self._counter.submit(
                self._counter.desk.safety.set_days, days, done=lambda saved: self.show_place(saved.place)
            )

    def _on_copied(self, place: SecondPlace | None) -> None:
        self._job = None
        self.progress.stop()
        if self._chosen_meanwhile:
            self._chosen_meanwhile = False
            self.copy()
            return
        if place is None:
            return
        self.show_place(place)
        if place.fault is None:
            self._counter.notify(tr("The copy is made and checked."), icon="shield-check")
        self._changed()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._job, self._chosen_meanwhile = None, False
        self.progress.stop()
        self._counter.notify(sentence, icon="circle-alert")

    def _open(self) -> None:
        if self._place is not None and self._place.folder is not None:
            open_folder_of(self._place.folder)

    def _say(self) -> None:
        place, texts, desk = self._place, LANGUAGE.texts, self._counter.desk
        if place is None:
            return
        chosen = place.folder is not None
        self.age.setText(there_sentence(texts, place, desk.zone, desk.now()))
        self.age.set_ink("warn_ink" if not chosen or place.is_old(desk.now()) else "ink")
        self.folder.setText(str(place.folder or ""))
        self.folder.setVisible(chosen)
        self.fault.setText(place_fault_sentence(texts, self._refused_folder or place.fault))
        self.cloud.setText(cloud_sentence(texts, place.folder))
        self.choose_button.say(tr("Choose another folder") if chosen else tr("Choose a folder"))
        for part in (self.copy_button, self.open_button, self.forget_button, self.days_field):
            part.setVisible(chosen)

    def _lay_out(self) -> None:
        heading, explained = PlainLabel(role="heading"), Prose()
        speak(heading.setText, lambda: tr("The second place"))
        speak(
            explained.setText,
            lambda: tr(
                "A folder that is not in this computer: a USB stick, a disk, another computer in the "
                "network. Once a day, when the counter is quiet, a backup is copied there and read back. "
                "Copies leave after 90 days. Keep the stick where you keep money."
            ),
        )
        buttons = WrappedChips()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (heading, explained, self.age, self.folder, self.fault, self.cloud, buttons):
            column.addWidget(part)
        buttons.show_chips([self.choose_button, self.copy_button, self.open_button, self.forget_button])
        column.addWidget(self.progress)
        column.addWidget(self.days_field)
        self._say()
