"""That somebody has not been here for long, in a quiet line of the overview; at most once a week."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Changes
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.privacy import silent_news


class SilentStrip(QWidget):
    """Looked up beside the window; hidden where there is nobody, or a manager has looked lately."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter, self._waiting = counter, 0
        self.said, self.button = Prose(), TextButton("hourglass", "quiet")
        speak(self.button.say, lambda: tr("Look who it is"))
        self.button.clicked.connect(lambda: counter.open(SheetName.PRIVACY, part="silent"))
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(self.said, 1)
        row.addWidget(self.button)
        LANGUAGE.changed.connect(self._say)
        counter.bridge.changed.connect(self._on_changed)
        self.hide()
        self._look()

    def _look(self) -> None:
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.retention.news, desk.act(), done=self._on_news, refused=self._on_refused
        )

    def _on_news(self, waiting: int) -> None:
        self._waiting = waiting
        self._say()
        self.setVisible(waiting > 0)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        """Whoever may not see it is not told that there is something to see."""
        self.hide()

    def _on_changed(self, changes: Changes) -> None:
        """Somebody has looked, kept or erased."""
        if self._waiting and changes.today:
            self._look()

    def _say(self) -> None:
        self.said.setText(silent_news(LANGUAGE.texts, self._waiting))
