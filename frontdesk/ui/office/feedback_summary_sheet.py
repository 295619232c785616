"""How we are doing: what the answers to feedback cards add up to, each figure open to its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.feedback.response_figures import Handed, ResponseSummary, WeekMood
from frontdesk.domain.feedback.said_often import SaidOften
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.office.answers_page import AnswersPage
from frontdesk.ui.office.answers_row import AnswersRow
from frontdesk.ui.office.mood_chart import MoodChart
from frontdesk.ui.office.span_sheet import SpanSheet
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
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


class FeedbackSummarySheet(SpanSheet):
    _found: ResponseSummary | None

    def __init__(self, counter: Counter) -> None:
        self.answers = AnswersPage(counter)
        super().__init__(counter, self.answers)
        self.rows: list[AnswersRow] = []
        self.in_all = Prose(size=Size.TITLE, ink="ink", strong=True)
        self.chart: MoodChart | None = None
        self._begin_with_spans(CareSpan.THREE_MONTHS, above=[self.in_all])

    def title(self) -> str:
        return tr("What the answers say")

    def _reckoning(self) -> Callable[..., ResponseSummary | None]:
        return self._counter.desk.response_figures.summary

    def _doing(self) -> str:
        return tr("Reading the answers…")

    # --- what is shown ---

    def _fill(self) -> None:
        empty(self._column)
        self.rows, self.chart = [], None
        summary, texts = self._found, LANGUAGE.texts
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


def _week_said(week: WeekMood) -> str:
    return week_sentence(LANGUAGE.texts, week)


def _often_said(said: SaidOften) -> str:
    return often_sentence(LANGUAGE.texts, said)


def _host_said(handed: Handed) -> str:
    return host_sentence(LANGUAGE.texts, handed)
