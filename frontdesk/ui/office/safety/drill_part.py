"""Trying a backup out: it is brought back beside the shop, looked through, compared and thrown away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.safety import Drill, SafetyGlance
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.wording.safety import drill_sentence, drilled_sentence


class DrillPart(QWidget):
    """One button for the latest backup; any other one is tried from its row."""

    def __init__(self, counter: Counter, changed: Callable[[], None]) -> None:
        super().__init__()
        self._counter, self._changed = counter, changed
        self._glance: SafetyGlance | None = None
        self._latest: BackupMade | None = None
        self._drill: Drill | None = None
        self._job: Job | None = None
        self.said = Prose(size=16, ink="ink", strong=True)
        self.good, self.bad = ProseStrip("good", "shield-check"), ProseStrip("warn", "circle-alert")
        self.button = TextButton("history")
        speak(self.button.say, lambda: tr("Try the latest backup out"))
        self.button.clicked.connect(self._try_latest)
        self.progress = ProgressRow()
        self.progress.cancelled.connect(self.cancel)
        heading, explained = PlainLabel(role="heading"), Prose()
        speak(heading.setText, lambda: tr("Is a backup any good?"))
        speak(
            explained.setText,
            lambda: tr(
                "A backup is brought back beside the shop, its books are checked and compared with the "
                "shop, and then it is thrown away. The shop itself is not touched, and the counter goes on."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (heading, explained, self.said, self.good, self.bad, self.progress):
            column.addWidget(part)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        LANGUAGE.changed.connect(self._say)

    def show_glance(self, glance: SafetyGlance, latest: BackupMade | None) -> None:
        """Show how it stands, and which backup the button is for."""
        self._glance, self._latest = glance, latest
        self._say()

    def cancel(self) -> None:
        """Whoever waits for it wants it no more."""
        if self._job is not None:
            self._job.cancel()

    def try_out(self, made: BackupMade) -> None:
        """Try this one out, beside the counter."""
        if self._job is not None:
            return
        desk = self._counter.desk
        self._drill = None
        self._say()
        self.button.setEnabled(False)
        self.progress.start(tr("Bringing the backup back beside the shop…"))
        self._job = self._counter.bridge.work(
            desk.drill.run,
            desk.act(),
            made,
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_tried,
            refused=self._on_refused,
        )
        self.destroyed.connect(partial(_give_up, self._job))

    def _try_latest(self) -> None:
        if self._latest is not None:
            self.try_out(self._latest)

    def _on_tried(self, drill: Drill | None) -> None:
        self._end()
        self._drill = drill
        self._say()
        if drill is not None:
            self._changed()

    def _end(self) -> None:
        self._job = None
        self.progress.stop()
        self.button.setEnabled(True)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        self._counter.notify(sentence, icon="circle-alert")

    def _say(self) -> None:
        glance, texts, desk = self._glance, LANGUAGE.texts, self._counter.desk
        if glance is None:
            return
        self.said.setText(drilled_sentence(texts, glance, desk.zone, desk.now()))
        self.said.set_ink("warn_ink" if glance.drill_due else "ink")
        drill = self._drill
        told = drill_sentence(texts, drill, desk.zone, desk.now()) if drill is not None else ""
        self.good.setText(told if drill is not None and drill.fault is None else "")
        self.bad.setText(told if drill is not None and drill.fault is not None else "")
        self.button.setVisible(self._latest is not None)
        self.button.wear("filled" if glance.drill_due else "plain")


def _give_up(job: Job, *_: object) -> None:
    """Whoever left the page for another one does not wait for it; the next one would."""
    job.cancel()
