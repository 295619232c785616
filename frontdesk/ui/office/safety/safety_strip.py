"""How old the copy of the shop's data is, in a line of the overview; loud only where something is to be
done.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from frontdesk.domain.trust.safety import SafetyGlance
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.safety import glance_sentence


class SafetyStrip(QWidget):
    """Looked up beside the window; hidden until it is known."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._glance: SafetyGlance | None = None
        self.said, self.button = Prose(), TextButton("database-backup", "quiet")
        speak(self.button.say, lambda: tr("Backups and safety"))
        self.button.clicked.connect(lambda: counter.open(SheetName.SAFETY))
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(self.said, 1)
        row.addWidget(self.button)
        LANGUAGE.changed.connect(self._say)
        self.hide()
        counter.bridge.work(counter.desk.safety.glance, done=self._on_glance)

    def _on_glance(self, glance: SafetyGlance) -> None:
        self._glance = glance
        self._say()
        self.show()

    def _say(self) -> None:
        if self._glance is None:
            return
        desk, now = self._counter.desk, self._counter.desk.now()
        self.said.setText(glance_sentence(LANGUAGE.texts, self._glance, desk.zone, now))
        self.said.set_ink("warn_ink" if self._glance.is_worrying(now) else "quiet")
