"""A slip held against the books: its number typed, or its square scanned."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.trust.paper_anchor import AnchorVerdict, BadAnchor, PaperAnchor, read_anchor
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import ProseStrip
from frontdesk.wording.verification import anchor_sentence

_WIDTH = 420


class SlipCheckPart(QWidget):
    """`refused` as of the books."""

    refused = Signal(str, object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._found: tuple[PaperAnchor, AnchorVerdict] | None = None
        self.line, self.button = TextLine(), TextButton("scan-text")
        self.field = Field(lambda: tr("The number of a slip"), self.line, self._hint)
        self.good, self.bad = ProseStrip("good", "circle-check"), ProseStrip("warn", "triangle-alert")
        speak(self.button.say, lambda: tr("Hold it against the books"))
        self.button.clicked.connect(self.compare)
        self.line.returnPressed.connect(self.compare)
        self.line.textEdited.connect(lambda: self.field.set_fault(""))
        self._lay_out()
        LANGUAGE.changed.connect(self._say)

    def take_scan(self, scan: Scan) -> bool:
        """The square of a slip holds its number."""
        for read in scan.readings():
            try:
                anchor = read_anchor(read)
            except BadAnchor:
                continue
            self.line.put(str(anchor))
            self.compare()
            return True
        return False

    def compare(self) -> None:
        """Do the books still have what stood there then?"""
        try:
            anchor = read_anchor(self.line.text())
        except BadAnchor:
            self.field.set_fault(
                tr("That is no number of a slip. It looks like 1234:5f3a…, with a colon in the middle.")
            )
            return
        desk = self._counter.desk
        self.field.set_fault("")
        self.button.setEnabled(False)
        self._counter.bridge.work(
            desk.ledger_check.compare,
            desk.act(),
            anchor,
            done=lambda verdict: self._on_verdict(anchor, verdict),
            refused=self._on_refused,
            owner=self,
        )

    def _on_verdict(self, anchor: PaperAnchor, verdict: AnchorVerdict) -> None:
        self.button.setEnabled(True)
        self._found = anchor, verdict
        self._say()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.button.setEnabled(True)
        self.refused.emit(sentence, error)

    def _say(self) -> None:
        if self._found is None:
            return
        said = anchor_sentence(LANGUAGE.texts, *self._found)
        fits = self._found[1] is AnchorVerdict.FITS
        self.good.setText(said if fits else "")
        self.bad.setText("" if fits else said)

    @staticmethod
    def _hint() -> str:
        return tr("Type it as it stands on the slip, or scan the slip's square.")

    def _lay_out(self) -> None:
        row = in_a_row()
        row.setSpacing(RHYTHM * 2)
        self.field.setMaximumWidth(grown(_WIDTH))
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(row)
        for strip in (self.good, self.bad):
            column.addWidget(strip)
