"""How we are doing: what the answers to feedback cards add up to, each figure open to its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care_spans import CareSpan
from frontdesk.domain.response_figures import Handed, ResponseSummary, WeekMood
from frontdesk.domain.said_often import SaidOften
from frontdesk.ui.bridge import Job
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.office.answers_page import AnswersPage
from frontdesk.ui.office.answers_row import AnswersRow
from frontdesk.ui.office.mood_chart import MoodChart
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.progress import ProgressRow
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.care_figures import span_name
from frontdesk.wording.response_figures import (
    all_sentence,
    batch_sentence,
    host_sentence,
    often_sentence,
    week_sentence,
)

_WEEKS_IN_WORDS: Final = 13
_LISTED: Final = 25
"""More lines of one sort nobody reads."""


def open_sheet(counter: Counter) -> FeedbackSummarySheet:
    """The page, with the answers of the last three months."""
    return FeedbackSummarySheet(counter)


class FeedbackSummarySheet(Sheet):
    """Only a manager sees it: the service says so to everybody else, and who can help."""

    place = Place.PAGE

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._job: Job | None = None
        self._summary: ResponseSummary | None = None
        self._asked_by = 0
        self.rows: list[AnswersRow] = []
        self.chips = {span: Chip(checkable=True) for span in CareSpan}
        self.progress, self.sorry = ProgressRow(), ProseStrip("calm", "lock")
        self.progress.cancelled.connect(self._cancel)
        self.answers = AnswersPage(counter)
        self.answers.back_wanted.connect(self.show_figures)
        self.in_all = Prose(size=Size.TITLE, ink="ink", strong=True)
        self.chart: MoodChart | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM)
        self._pages = QStackedWidget()
        self._lay_out()
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._fill)
        self.chips[CareSpan.THREE_MONTHS].setChecked(True)
        self.ask()

    def title(self) -> str:
        return tr("How are we doing?")

    def first_focus(self) -> QWidget:
        return self.chips[self._span()]

    def may_close(self) -> bool:
        """From a list of answers the way leads to the figures first."""
        if self._pages.currentWidget() is self.answers:
            self.show_figures()
            return False
        self._cancel()
        return True

    def ask(self) -> None:
        """Reckon the figures of the span that is chosen, beside the window."""
        self._cancel()
        desk = self._counter.desk
        self._summary, self._asked_by = None, desk.staff_id
        self._fill()
        self.sorry.setText("")
        self.show_figures()
        self.progress.start(tr("Reading the answers…"))
        self._job = self._counter.bridge.work(
            desk.response_figures.summary,
            desk.act(),
            self._span(),
            progress=self.progress.advance,
            cancellable=True,
            done=self._on_summary,
            refused=self._on_refused,
        )

    def show_figures(self) -> None:
        """Back from the answers to all figures."""
        self._pages.setCurrentIndex(0)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _span(self) -> CareSpan:
        return next(span for span, chip in self.chips.items() if chip.isChecked())

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.progress.stop()

    def _on_summary(self, summary: ResponseSummary | None) -> None:
        if summary is not None and summary.span is self._span():
            self.progress.stop()
            self._summary = summary
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
        self.rows, self.chart = [], None
        summary, texts = self._summary, LANGUAGE.texts
        self.in_all.setText(all_sentence(texts, summary.tally) if summary is not None else "")
        if summary is None or not (summary.tally.ids or summary.batches):
            return
        self._add_weeks(summary)
        self._add(tr("What they like"), self._said(summary.liked), tr("Nothing was ticked or said twice."))
        self._add(
            tr("What they do not like, or would change"),
            self._said(summary.disliked),
            tr("Nothing was ticked or said twice."),
        )
        if summary.latest_remarks is not None:
            n = summary.latest_remarks
            compared = ntr(
                "Words are those of the latest {n} remark.", "Words are those of the latest {n} remarks.", n
            )
            self._column.addWidget(Prose(compared))
        no_cards = tr("No card was printed in this time.")
        self._add(tr("Which cards come back"), self._batches(summary.batches), no_cards)
        self._add(tr("Who is on the cards, or handed them over"), self._hosts(summary.hosts), no_cards)

    def _add_weeks(self, summary: ResponseSummary) -> None:
        self._add_heading(tr("How they felt, week by week"))
        if len(summary.weeks) > 1:
            self.chart = MoodChart()
            drawn = tr("How they felt, week by week, as a picture. The lines below say the same in words.")
            self.chart.show_weeks(summary.weeks, drawn)
            self.chart.week_chosen.connect(lambda place: self._open_week(summary.weeks[place]))
            self._column.addWidget(self.chart)
            legend = tr(
                "A dot is the mean face of a week; hollow where too few answered to say. Below it, how many"
                " answered; hatched, how many of them were not happy."
            )
            self._column.addWidget(Prose(legend))
        answered = [week for week in reversed(summary.weeks) if week.tally.ids]
        for week in answered[:_WEEKS_IN_WORDS]:
            share = week.tally.unhappy_share if week.tally.enough else None
            self._add_row(partial(_week_said, week), week.tally.ids, share)
        self._add_more(len(answered) - _WEEKS_IN_WORDS)

    def _add(self, heading: str, lines: Iterator[AnswersRow], nothing: str) -> None:
        self._add_heading(heading)
        rows = list(lines)
        for row in rows[:_LISTED]:
            self._take(row)
        self._add_more(len(rows) - _LISTED)
        if not rows:
            self._column.addWidget(Prose(nothing, size=Size.BODY))

    def _add_heading(self, words: str) -> None:
        self._column.addSpacing(RHYTHM)
        self._column.addWidget(PlainLabel(words, "heading"))

    def _add_more(self, count: int) -> None:
        if count > 0:
            after = ntr("And {n} more after these.", "And {n} more after these.", count)
            self._column.addWidget(PlainLabel(after, "quiet"))

    def _said(self, several: tuple[SaidOften, ...]) -> Iterator[AnswersRow]:
        """Drawn as parts of what most of them said."""
        most = max((len(each.ids) for each in several), default=1)
        for each in several:
            yield self._row(partial(_often_said, each), each.ids, len(each.ids) / most)

    def _batches(self, several: tuple[Handed, ...]) -> Iterator[AnswersRow]:
        zone = self._counter.desk.zone
        for each in several:
            say = partial(lambda handed: batch_sentence(LANGUAGE.texts, handed, zone), each)
            yield self._row(say, each.tally.ids, each.share if each.enough else None)

    def _hosts(self, several: tuple[Handed, ...]) -> Iterator[AnswersRow]:
        for each in several:
            yield self._row(partial(_host_said, each), each.tally.ids, each.share if each.enough else None)

    def _add_row(self, say: Callable[[], str], ids: tuple[int, ...], share: float | None) -> None:
        self._take(self._row(say, ids, share))

    def _take(self, row: AnswersRow) -> None:
        self.rows.append(row)
        self._column.addWidget(row)

    def _row(self, say: Callable[[], str], ids: tuple[int, ...], share: float | None) -> AnswersRow:
        return AnswersRow(say, ids, lambda: self._open(say(), ids), share)

    def _open_week(self, week: WeekMood) -> None:
        self._open(_week_said(week), week.tally.ids)

    def _open(self, sentence: str, ids: tuple[int, ...]) -> None:
        self._pages.setCurrentWidget(self.answers)
        self.answers.show_answers(sentence, ids)

    def _lay_out(self) -> None:
        spans, group = WrappedChips(), QButtonGroup(self)
        for span, chip in self.chips.items():
            speak(chip.say, partial(_span_said, span))
            group.addButton(chip)
            chip.clicked.connect(self.ask)
        figures = ScrolledColumn()
        figures.column.addWidget(self.in_all)
        figures.column.addLayout(self._column)
        figures.column.addStretch(1)
        self._pages.addWidget(figures)
        self._pages.addWidget(self.answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for widget in (spans, self.sorry, self.progress):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        spans.show_chips(tuple(self.chips.values()))


def _week_said(week: WeekMood) -> str:
    return week_sentence(LANGUAGE.texts, week)


def _often_said(said: SaidOften) -> str:
    return often_sentence(LANGUAGE.texts, said)


def _host_said(handed: Handed) -> str:
    return host_sentence(LANGUAGE.texts, handed)


def _span_said(span: CareSpan) -> str:
    return span_name(LANGUAGE.texts, span)
