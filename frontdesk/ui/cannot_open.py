"""The window that says why a shop cannot be opened, and what to do about it."""

from __future__ import annotations

from pathlib import Path

from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.kept_shops import KeptShop
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import Size
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.small_window import SmallWindow
from frontdesk.wording.backups import made_when


class CannotOpenWindow(SmallWindow):
    """Why not, and Close; nothing of the shop was changed.

    With `kept`, the shop's good backups, it names the file that is at fault and offers to bring the shop
    back from the first that is whole: `to_bring_back` then holds them, and the window is closed.
    """

    def __init__(
        self, sentence: str, file: Path | None = None, kept: tuple[KeptShop, ...] = (), now: int = 0
    ) -> None:
        super().__init__(sentence)
        self.to_bring_back: tuple[BackupMade, ...] = ()
        self._kept = kept
        self.close_button = TextButton(role="plain" if kept else "filled")
        speak(self.close_button.say, lambda: tr("Close"))
        self.close_button.clicked.connect(self.close)
        self.foot.addWidget(self.close_button)
        if file is not None:
            self.column.addWidget(Prose(tr("This is the file:") + "\n" + str(file)))
        if kept:
            self._offer(made_when(LANGUAGE.texts, kept[0].made, kept[0].zone, now))

    def _offer(self, when: str) -> None:
        said = tr("There is a good backup. Bringing it back keeps today's file, too, beside the backups.")
        self.column.addWidget(Prose(said, size=Size.BODY, ink="ink"))
        self.back_button = TextButton("history", "filled")
        self.back_button.say(tr("Bring back the latest backup ({when})", when=when))
        self.back_button.clicked.connect(self._bring_back)
        self.foot.addWidget(self.back_button)
        self.back_button.setFocus()

    def _bring_back(self) -> None:
        self.to_bring_back = tuple(each.made for each in self._kept)
        self.close()
