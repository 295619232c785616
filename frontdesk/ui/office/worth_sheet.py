"""What customers are worth: how they come, what they bring, what they are owed, and whose face they know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from frontdesk.domain.office.charts import ChartData, ChartPoint, Shape
from frontdesk.domain.office.worth import Rhythm, WorthReport
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.charts.chart_card import ChartCard
from frontdesk.ui.office.reckoned_sheet import ReckonedSheet
from frontdesk.ui.office.worth.explained_row import ExplainedRow
from frontdesk.ui.office.worth.told import Told, chapters
from frontdesk.ui.office.worth.worth_list import WorthList
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.wording.dates import full_date
from frontdesk.wording.worth import steps_sentence
from frontdesk.wording.worth_explained import Figure, chapter_name, explained, step_names


def open_sheet(counter: Counter) -> WorthSheet:
    """The page, with the figures as of now."""
    return WorthSheet(counter)


class WorthSheet(ReckonedSheet):
    """Each figure opens into its people: as a table, or as lines where there is something to say of each."""

    _found: WorthReport | None

    def __init__(self, counter: Counter) -> None:
        self.people = WorthList(counter)
        super().__init__(counter, self.people)
        self.rows: list[ExplainedRow] = []
        self.chart: ChartCard | None = None
        self._lay_out()
        self._begin()

    def title(self) -> str:
        return tr("What customers are worth")

    def first_focus(self) -> QWidget | None:
        return self.rows[0].why if self.rows else self.progress.cancel

    def _reckoning(self) -> Callable[..., WorthReport | None]:
        reckon: Callable[..., WorthReport | None] = self._counter.desk.worth.report
        return reckon

    def _doing(self) -> str:
        return tr("Reckoning what customers are worth…")

    # --- what is shown ---

    def _fill(self) -> None:
        empty(self._column)
        self.rows, self.chart = [], None
        if self._found is None:
            return
        price = partial(price_in_words, currency=self._counter.desk.shop.settings().currency)
        for chapter, figures in chapters(self._found, price):
            self._column.addSpacing(RHYTHM)
            self._column.addWidget(PlainLabel(chapter_name(LANGUAGE.texts, chapter), "heading"))
            for told in figures:
                self._add(told, self._found)

    def _add(self, told: Told, report: WorthReport) -> None:
        row = ExplainedRow(
            told.say, partial(self._explain, told, report), told.people, partial(self._open, told)
        )
        self._column.addWidget(row)
        row.show()  # at once, and not when it is laid out: the first one is to have the focus
        self.rows.append(row)
        if told.figure is Figure.RHYTHM and report.rhythm.people:
            self.chart = ChartCard(
                self._counter,
                lambda: steps_sentence(LANGUAGE.texts, report.rhythm),
                lambda: _steps(report.rhythm),
            )
            self._column.addWidget(self.chart)

    def _explain(self, told: Told, report: WorthReport) -> str:
        return explained(LANGUAGE.texts, told.figure, report.ticket, self._day)

    def _day(self, at: int) -> str:
        day = datetime.fromtimestamp(at / 1000, self._counter.desk.zone).date()
        return full_date(LANGUAGE.texts, day)

    def _open(self, told: Told) -> None:
        if told.lines:
            self._pages.setCurrentWidget(self.people)
            self.people.show_lines(told.say, told.lines, told.people)
        else:
            said = (told.over or told.say)()
            self._counter.open(SheetName.CUSTOMERS, customer_ids=told.people, said=said)


def _steps(rhythm: Rhythm) -> ChartData:
    """How many regulars come how often."""
    names = step_names(LANGUAGE.texts)
    points = tuple(
        ChartPoint(name, float(count), str(count)) for name, count in zip(names, rhythm.steps, strict=True)
    )
    return ChartData(
        Shape.SHARES, tr("How often your regulars come"), tr("How often"), tr("Regulars"), points
    )
