"""A part of the privacy page: read beside the window, and only for a manager."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import ProseStrip


class ReadPage(QWidget):
    """`found` is what was read, None until it is there; `_fill` shows it in the language spoken now."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._job: Job | None = None
        self.found: Any = None
        self.progress, self.sorry = ProgressRow(), ProseStrip("calm", "lock")
        self.progress.cancelled.connect(self.stop)
        self.page = ScrolledColumn()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(RHYTHM)
        for part in (self.sorry, self.progress):
            whole.addWidget(part)
        whole.addWidget(self.page, 1)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(RHYTHM)
        whole.addLayout(self.foot)
        LANGUAGE.changed.connect(self._fill)

    def read(self) -> None:
        """Read anew; what is shown stays until it is there."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """Where typing should go when this part is shown."""
        return None

    def stops(self) -> Sequence[QWidget]:
        """What Tab goes through here, in the order in which it is read, as far as it is always there."""
        return ()

    def stop(self) -> None:
        """Nobody waits for it any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.progress.stop()

    def _work(
        self,
        said: str,
        fn: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None],
        counted: bool = False,
    ) -> None:
        """Do slow work with `said` above a bar; what is `counted` tells how far it is and can be stopped."""
        self.stop()
        self.sorry.setText("")
        self.progress.start(said)
        self.progress.cancel.setVisible(counted)
        self._job = self._counter.bridge.work(
            fn,
            *args,
            done=done,
            refused=self._on_refused,
            progress=self.progress.advance if counted else None,
            cancellable=counted,
        )

    def _on_refused(self, sentence: str, error: Exception) -> None:
        """It stays on the page; the notice bar has what helps beside it."""
        self.progress.stop()
        self.sorry.setText(sentence)
        self._counter.bridge.refused.emit(sentence, error)

    def _fill(self) -> None:
        raise NotImplementedError
