"""How we care: figures of promises, complaints, the door and who no longer comes, each open to its people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care_figures import CareFigure, Counted, FigureKind, Unit
from frontdesk.domain.care_spans import CareSpan
from frontdesk.domain.contact_points import Gap
from frontdesk.services.care_figures import CareReport
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.office.figure_row import FigureRow
from frontdesk.ui.office.people_page import PeoplePage
from frontdesk.ui.widgets.buttons import Chip, TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.care_figures import (
    CHAPTERS,
    chapter_name,
    figure_sentence,
    gap_sentence,
    nothing_sentence,
    span_name,
)


def open_sheet(counter: Counter) -> CareFiguresSheet:
    """The page, with the figures of the last four weeks."""
    return CareFiguresSheet(counter)


class CareFiguresSheet(Sheet):
    """Only a manager sees it: the service says so to everybody else, and who can help."""

    place = Place.PAGE

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._job: Job | None = None
        self._report: CareReport | None = None
        self._asked_by = 0
        self.rows: list[FigureRow] = []
        self.chips = {span: Chip(checkable=True) for span in CareSpan}
        self.progress, self.sorry = ProgressRow(), ProseStrip("calm", "lock")
        self.progress.cancelled.connect(self._cancel)
        self.answers = TextButton("chart-column")
        speak(self.answers.say, lambda: tr("What the answers say"))
        self.answers.clicked.connect(lambda: counter.open(SheetName.FEEDBACK_SUMMARY))
        self.people = PeoplePage(counter)
        self.people.back_wanted.connect(self.show_figures)
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM)
        self._pages = QStackedWidget()
        self._lay_out()
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._fill)
        self.chips[CareSpan.FOUR_WEEKS].setChecked(True)
        self.ask()

    def title(self) -> str:
        return tr("How we care")

    def first_focus(self) -> QWidget:
        return next(chip for chip in self.chips.values() if chip.isChecked())

    def may_close(self) -> bool:
        """From a list of people the way leads to the figures first."""
        if self._pages.currentWidget() is self.people:
            self.show_figures()
            return False
        self._cancel()
        return True

    def ask(self) -> None:
        """Reckon the figures of the span that is chosen, beside the window."""
        self._cancel()
        span = next(span for span, chip in self.chips.items() if chip.isChecked())
        desk = self._counter.desk
        self._report, self._asked_by = None, desk.staff_id
        self._fill()
        self.sorry.setText("")
        self.show_figures()
        self.progress.start(tr("Reading what happened…"))
        self._job = self._counter.bridge.work(
            desk.care_figures.report,
            desk.act(),
            span,
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_report,
            refused=self._on_refused,
        )

    def show_figures(self) -> None:
        """Back from the people to all figures."""
        self._pages.setCurrentIndex(0)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.progress.stop()

    def _on_report(self, report: CareReport | None) -> None:
        if report is not None and self.chips[report.span].isChecked():
            self.progress.stop()
            self._report = report
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

    # --- what is shown ---

    def _fill(self) -> None:
        empty(self._column)
        self.rows = []
        if self._report is not None:
            for chapter in CHAPTERS:
                self._add_chapter(chapter, self._report)

    def _add_chapter(self, chapter: tuple[FigureKind, ...], report: CareReport) -> None:
        first = chapter[0]
        self._column.addSpacing(RHYTHM)
        self._column.addWidget(PlainLabel(chapter_name(LANGUAGE.texts, first), "heading"))
        rows = list(
            self._gaps(report) if first is FigureKind.CONTACT_POINT else self._figures(chapter, report)
        )
        for row in rows:
            self._column.addWidget(row)
        self.rows += rows
        if not rows:
            self._column.addWidget(Prose(nothing_sentence(LANGUAGE.texts, first), size=Size.BODY))

    def _figures(self, chapter: tuple[FigureKind, ...], report: CareReport) -> Iterator[FigureRow]:
        for kind in chapter:
            # Whoever left is greeted no more; the way back is on a page of its own.
            opens = self._open_left if kind is FigureKind.LEFT else None
            for figure in report.of(kind):
                show = partial(self.people.show_people, marked=_is_marked(figure), opens=opens)
                yield self._row(partial(_said, figure), figure.people, show)

    def _gaps(self, report: CareReport) -> Iterator[FigureRow]:
        for gap in report.gaps:
            yield self._row(partial(_gap_said, gap), gap.people, self.people.show_people)

    def _row(
        self, say: Callable[[], str], people: tuple[Counted, ...], show: Callable[..., None]
    ) -> FigureRow:
        def opened() -> None:
            self._pages.setCurrentWidget(self.people)
            show(say(), people)

        return FigureRow(say, people, opened)

    def _open_left(self, customer_id: int) -> None:
        self._counter.open(SheetName.LEFT)

    def _lay_out(self) -> None:
        spans, group = WrappedChips(), QButtonGroup(self)
        for span, chip in self.chips.items():
            speak(chip.say, partial(_span_said, span))
            group.addButton(chip)
            chip.clicked.connect(self.ask)
        figures = ScrolledColumn()
        figures.column.addLayout(self._column)
        figures.column.addStretch(1)
        self._pages.addWidget(figures)
        self._pages.addWidget(self.people)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for widget in (spans, self.sorry, self.progress):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        spans.show_chips((*self.chips.values(), self.answers))


def _said(figure: CareFigure) -> str:
    return figure_sentence(LANGUAGE.texts, figure)


def _gap_said(gap: Gap) -> str:
    return gap_sentence(LANGUAGE.texts, gap)


def _span_said(span: CareSpan) -> str:
    return span_name(LANGUAGE.texts, span)


def _is_marked(figure: CareFigure) -> bool:
    """A share lists all that it was measured on: a sign tells which of them it is."""
    return figure.unit is Unit.SHARE and len(figure.people) == figure.of
