"""A page of figures, reckoned beside the window, each open to the list that it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.listed_page import ListedPage
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import ProseStrip


class ReckonedSheet(Sheet):
    """Only a manager sees it: the service says so to everybody else, and who can help.

    `_found` is what was reckoned, None until it is there; `_fill` shows it in `_column`.
    """

    place = Place.PAGE

    def __init__(self, counter: Counter, listed: ListedPage) -> None:
        super().__init__()
        self._counter, self._listed = counter, listed
        self._job: Job | None = None
        self._found: Any = None
        self._asked_by = 0
        self.progress, self.sorry = ProgressRow(), ProseStrip("calm", "lock")
        self.progress.cancelled.connect(self._cancel)
        listed.back_wanted.connect(self.show_figures)
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM)
        self._pages = QStackedWidget()

    def may_close(self) -> bool:
        """From a list the way leads to the figures first."""
        if self._pages.currentWidget() is self._listed:
            self.show_figures()
            return False
        self._cancel()
        return True

    def ask(self) -> None:
        """Reckon the figures, beside the window."""
        self._cancel()
        desk = self._counter.desk
        self._found, self._asked_by = None, desk.staff_id
        self._fill()
        self.sorry.setText("")
        self.show_figures()
        self.progress.start(self._doing())
        self._job = self._counter.bridge.work(
            self._reckoning(),
            desk.act(),
            *self._asked(),
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_found,
            refused=self._on_refused,
        )

    def show_figures(self) -> None:
        """Back from the list to all figures."""
        self._pages.setCurrentIndex(0)
        self._take_focus()

    def _take_focus(self) -> None:
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what each such page says for itself ---

    def _reckoning(self) -> Callable[..., Any]:
        """What reckons, given an act and what is asked; None for what was cancelled."""
        raise NotImplementedError

    def _asked(self) -> tuple[Any, ...]:
        """What it is asked, besides the act."""
        return ()

    def _is_wanted(self, found: Any) -> bool:
        """Whether an answer is to what is asked now."""
        return True

    def _doing(self) -> str:
        """What goes on meanwhile, in the language spoken now."""
        raise NotImplementedError

    def _fill(self) -> None:
        """Show what was found in `_column`, in the language spoken now."""
        raise NotImplementedError

    # --- what all of them do ---

    def _lay_out(self, *, above: Sequence[QWidget] = (), over: Sequence[QWidget] = ()) -> None:
        """What stands above the figures goes with them; what stands over them stays."""
        figures = ScrolledColumn()
        for widget in above:
            figures.column.addWidget(widget)
        figures.column.addLayout(self._column)
        figures.column.addStretch(1)
        self._pages.addWidget(figures)
        self._pages.addWidget(self._listed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (*over, self.sorry, self.progress):
            column.addWidget(part)
        column.addWidget(self._pages, 1)

    def _begin(self) -> None:
        """Ask for the first figures; the page is laid out."""
        self._counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._fill)
        self.ask()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.progress.stop()

    def _on_found(self, found: Any) -> None:
        if found is not None and self._is_wanted(found):
            waited = self.window().focusWidget() is self.progress.cancel
            self.progress.stop()
            self._found = found
            self._fill()
            if waited:
                self._take_focus()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        """It stays on the page; the notice bar has what helps beside it."""
        self.progress.stop()
        self.sorry.setText(sentence)
        self._counter.bridge.refused.emit(sentence, error)

    def _on_changed(self, changes: Changes) -> None:
        """A manager has taken over: now they may be shown."""
        if changes.shop and self._asked_by != self._counter.desk.staff_id:
            self.ask()
