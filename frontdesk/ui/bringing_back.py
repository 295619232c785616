"""The window that stands there while a backup is put in the shop's place, and says so if it cannot be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent

from frontdesk.config import Paths
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.kept_shops import BroughtBack
from frontdesk.services.trust.backups import bring_back
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import Size
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.small_window import SmallWindow


class BringingBackWindow(SmallWindow):
    """Works by itself and closes by itself; `brought` then holds what was done.

    It cannot be closed half way. Where it fails it says why and waits for a tap: `brought` stays None.
    """

    def __init__(self, paths: Paths, chosen: tuple[BackupMade, ...], clock: Callable[[], int]) -> None:
        super().__init__()
        self.brought: BroughtBack | None = None
        self._under_way = True
        self._bridge = Bridge(None, self)
        self._nothing_lost = Prose(size=Size.BODY, ink="ink")
        self.progress = ProgressRow(cancellable=False)
        self.go_on = TextButton(role="filled")
        speak(self.go_on.say, lambda: tr("Go on with the shop as it was"))
        self.go_on.clicked.connect(self.close)
        self.go_on.hide()
        self.said.hide()
        self.column.addWidget(self._nothing_lost)
        self.column.addWidget(self.progress)
        self.foot.addWidget(self.go_on)
        self.progress.start(tr("Bringing the shop back…"))
        self._bridge.work(
            bring_back,
            paths,
            chosen,
            clock=clock,
            progress=self.progress.advance,
            done=self._on_done,
            refused=self._on_refused,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(not self._under_way)

    def _on_done(self, brought: BroughtBack) -> None:
        self._under_way = False
        self.brought = brought
        self.close()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._under_way = False
        self.progress.stop()
        self._nothing_lost.setText(
            tr("The shop could not be brought back. Nothing is lost: what was here before is still here.")
        )
        self.said.setText(sentence)
        self.said.show()
        self.go_on.show()
        self.fit()
        self.go_on.setFocus()
