"""Whether all entries are as they were written: asked for by a button, answered in plain words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.trust.paper_anchor import PaperAnchor
from frontdesk.domain.trust.verification import VerifyReport
from frontdesk.services.trust.ledger_check import LastCheck
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.people.record_rows import when_words
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.wording.ledger_check import found_lines, result_sentence


class BooksPart(QWidget):
    """`refused` says why there is nothing to see here."""

    refused = Signal(str, object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._job: Job | None = None
        self._report: VerifyReport | None = None
        self._last: LastCheck | None = None
        self._looked = False
        self.last_words = Prose(size=Size.BODY, ink="ink")
        self.good, self.bad = ProseStrip("good", "shield-check"), ProseStrip("warn", "triangle-alert")
        self.anchor_words, self.anchor = Prose(), Prose(size=Size.TITLE, ink="ink", strong=True)
        self.check_button, self.progress = TextButton("shield-check", "filled"), ProgressRow()
        speak(self.check_button.say, lambda: tr("Check the books now"))
        self.check_button.clicked.connect(self.check)
        self.progress.cancelled.connect(self.cancel)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(RHYTHM)
        self._lay_out()
        LANGUAGE.changed.connect(self._say)
        self._say()

    def look(self) -> None:
        """When were they last checked?"""
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.ledger_check.last, desk.act(), done=self._on_last, refused=self._on_refused
        )

    def check(self) -> None:
        """Read every entry beside the window; the counter goes on meanwhile."""
        desk = self._counter.desk
        self.check_button.setEnabled(False)
        self.progress.start(tr("Reading every stamp that was ever given…"))
        self.progress.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._job = self._counter.bridge.work(
            desk.ledger_check.check,
            desk.act(),
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_report,
            refused=self._on_refused,
        )

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_last(self, last: LastCheck | None) -> None:
        self._last, self._looked = last, True
        self._say()

    def _on_report(self, report: VerifyReport | None) -> None:
        self._end()
        if report is not None:
            self._report = report
            self._say()
            self.look()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._end()
        self.refused.emit(sentence, error)

    def _end(self) -> None:
        self._job = None
        self.check_button.setEnabled(True)
        if self.progress.cancel.hasFocus():
            self.check_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.progress.stop()

    def _say(self) -> None:
        self.last_words.setText(self._last_in_words())
        empty(self._lines)
        report, desk, texts = self._report, self._counter.desk, LANGUAGE.texts
        said = result_sentence(texts, report) if report is not None else ""
        self.good.setText(said if report is not None and report.ok else "")
        self.bad.setText(said if report is not None and not report.ok else "")
        for found, meant in found_lines(texts, report, desk.zone, desk.now()) if report is not None else ():
            self._lines.addWidget(Prose(found, size=Size.BODY, ink="ink", strong=True))
            if meant:
                self._lines.addWidget(Prose(meant))
        self._say_anchor(report)

    def _say_anchor(self, report: VerifyReport | None) -> None:
        told = report is not None and report.entries > 0
        self.anchor.setText(str(PaperAnchor(report.entries, report.short_hash)) if report and told else "")
        self.anchor_words.setText(
            tr(
                "This number stands for all of them. Written down, or on the slip of a day, it shows later "
                "whether anything up to here was changed."
            )
            if told
            else ""
        )
        for part in (self.anchor, self.anchor_words):
            part.setVisible(told)

    def _last_in_words(self) -> str:
        if not self._looked:
            return ""
        if self._last is None:
            return tr(
                "Nobody has had the books checked from here yet. What is new is checked at each start of "
                "Front Desk; this reads everything from the first stamp on."
            )
        desk = self._counter.desk
        when = when_words(self._last.at, desk.zone, desk.now())
        return tr(
            "Last checked from the first stamp on: {when}, by {name}. What is new is checked at each start.",
            when=when,
            name=self._last.by,
        )

    def _lay_out(self) -> None:
        heading = PlainLabel(role="title")
        speak(heading.setText, lambda: tr("The books of stamps"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        parts: tuple[Any, ...] = (heading, self.last_words, self.good, self.bad)
        for part in parts:
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addWidget(self.anchor)
        column.addWidget(self.anchor_words)
        column.addWidget(self.check_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.progress)
