"""A page of figures of a span of time, reckoned beside the window, each open to the list that it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, speak
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.listed_page import ListedPage
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import ProseStrip
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.care_figures import span_name


class SpanSheet(Sheet):
    """Only a manager sees it: the service says so to everybody else, and who can help.

    `_found` is what was reckoned of the span that is chosen, None until it is there; `_fill` shows it.
    """

    place = Place.PAGE

    def __init__(self, counter: Counter, listed: ListedPage) -> None:
        super().__init__()
        self._counter, self._listed = counter, listed
        self._job: Job | None = None
        self._found: Any = None
        self._asked_by = 0
        self.chips = {span: Chip(checkable=True) for span in CareSpan}
        self.progress, self.sorry = ProgressRow(), ProseStrip("calm", "lock")
        self.progress.cancelled.connect(self._cancel)
        listed.back_wanted.connect(self.show_figures)
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM)
        self._pages = QStackedWidget()

    def first_focus(self) -> QWidget:
        return self.chips[self._span()]

    def may_close(self) -> bool:
        """From a list the way leads to the figures first."""
        if self._pages.currentWidget() is self._listed:
            self.show_figures()
            return False
        self._cancel()
        return True

    def ask(self) -> None:
        """Reckon the figures of the span that is chosen, beside the window."""
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
            self._span(),
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_found,
            refused=self._on_refused,
        )

    def show_figures(self) -> None:
        """Back from the list to all figures."""
        self._pages.setCurrentIndex(0)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what each such page says for itself ---

    def _reckoning(self) -> Callable[..., Any]:
        """What reckons, given an act and a span; its answer names the span."""
        raise NotImplementedError

    def _doing(self) -> str:
        """What goes on meanwhile, in the language spoken now."""
        raise NotImplementedError

    def _fill(self) -> None:
        """Show what was found in `_column`, in the language spoken now."""
        raise NotImplementedError

    # --- what all of them do ---

    def _begin(
        self, span: CareSpan, *, above: Sequence[QWidget] = (), beside: Sequence[QWidget] = ()
    ) -> None:
        """Lay out, with what stands above the figures and beside the spans, and ask for the first figures."""
        spans, group = WrappedChips(), QButtonGroup(self)
        for each, chip in self.chips.items():
            speak(chip.say, partial(_span_said, each))
            group.addButton(chip)
            chip.clicked.connect(self.ask)
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
        for part in (spans, self.sorry, self.progress):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        spans.show_chips((*self.chips.values(), *beside))
        self._counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._fill)
        self.chips[span].setChecked(True)
        self.ask()

    def _span(self) -> CareSpan:
        return next(span for span, chip in self.chips.items() if chip.isChecked())

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.progress.stop()

    def _on_found(self, found: Any) -> None:
        if found is not None and found.span is self._span():
            self.progress.stop()
            self._found = found
            self._fill()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        """It stays on the page; the notice bar has what helps beside it."""
        self.progress.stop()
        self.sorry.setText(sentence)
        self._counter.bridge.refused.emit(sentence, error)

    def _on_changed(self, changes: Changes) -> None:
        """A manager has taken over: now they may be shown."""
        if changes.shop and self._asked_by != self._counter.desk.staff_id:
            self.ask()


def _span_said(span: CareSpan) -> str:
    return span_name(LANGUAGE.texts, span)
