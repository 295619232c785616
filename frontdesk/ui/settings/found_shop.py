"""The first page's strip: a shop lies in the backups, and whoever starts anew may want it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.trust.kept_shops import KeptShop
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import ProseStrip
from frontdesk.wording.backups import found_sentence


class FoundShop(QWidget):
    """Looks for backups by itself. Without one in which somebody has worked, it stays hidden."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._kept: tuple[KeptShop, ...] = ()
        self.strip = ProseStrip("good", "history")
        self.back_button = TextButton("history", "filled")
        speak(self.back_button.say, lambda: tr("Bring the shop back"))
        self.back_button.clicked.connect(self.bring_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(self.strip, 1)
        row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignVCenter)
        LANGUAGE.changed.connect(self._say)
        self.hide()
        counter.bridge.work(counter.desk.backups.kept_shops, done=self._on_found)

    def bring_back(self) -> None:
        """Leave the empty shop for the one in the backups."""
        self._counter.bring_back(tuple(each.made for each in self._kept))

    def _on_found(self, kept: tuple[KeptShop, ...]) -> None:
        self._kept = kept
        self.setVisible(bool(kept))
        self._say()

    def _say(self) -> None:
        if self._kept:
            self.strip.setText(found_sentence(LANGUAGE.texts, self._kept[0], self._counter.desk.now()))
