"""How we care: figures of promises, complaints, the door and who no longer comes, each open to its people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind, Unit
from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.care.contact_points import Gap
from frontdesk.services.care.care_figures import CareReport
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.office.figure_row import FigureRow
from frontdesk.ui.office.people_page import PeoplePage
from frontdesk.ui.office.span_sheet import SpanSheet
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.care_figures import (
    CHAPTERS,
    chapter_name,
    figure_sentence,
    gap_sentence,
    nothing_sentence,
)


def open_sheet(counter: Counter) -> CareFiguresSheet:
    """The page, with the figures of the last four weeks."""
    return CareFiguresSheet(counter)


class CareFiguresSheet(SpanSheet):
    _found: CareReport | None

    def __init__(self, counter: Counter) -> None:
        self.people = PeoplePage(counter)
        super().__init__(counter, self.people)
        self.rows: list[FigureRow] = []
        self.answers = TextButton("chart-column")
        speak(self.answers.say, lambda: tr("What the answers say"))
        self.answers.clicked.connect(lambda: counter.open(SheetName.FEEDBACK_SUMMARY))
        self._begin_with_spans(CareSpan.FOUR_WEEKS, beside=[self.answers])

    def title(self) -> str:
        return tr("How we care")

    def _reckoning(self) -> Callable[..., CareReport | None]:
        return self._counter.desk.care_figures.report

    def _doing(self) -> str:
        return tr("Reading what happened…")

    # --- what is shown ---

    def _fill(self) -> None:
        empty(self._column)
        self.rows = []
        if self._found is not None:
            for chapter in CHAPTERS:
                self._add_chapter(chapter, self._found)

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


def _said(figure: CareFigure) -> str:
    return figure_sentence(LANGUAGE.texts, figure)


def _gap_said(gap: Gap) -> str:
    return gap_sentence(LANGUAGE.texts, gap)


def _is_marked(figure: CareFigure) -> bool:
    """A share lists all that it was measured on: a sign tells which of them it is."""
    return figure.unit is Unit.SHARE and len(figure.people) == figure.of
