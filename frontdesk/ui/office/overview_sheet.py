"""The overview: how the shop stands with its people in a period, each number open to whom it counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.office.charts import ChartData, Shape
from frontdesk.domain.office.overview import Figure, FigureName, Overview, SlippingFigure
from frontdesk.domain.office.periods import Period
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.office.answers_page import AnswersPage
from frontdesk.ui.office.overview.card_grid import CardGrid
from frontdesk.ui.office.overview.figure_card import FigureCard
from frontdesk.ui.office.overview.figure_page import FigurePage
from frontdesk.ui.office.overview.period_bar import PeriodBar
from frontdesk.ui.office.people_page import PeoplePage
from frontdesk.ui.office.privacy.silent_strip import SilentStrip
from frontdesk.ui.office.reckoned_sheet import ReckonedSheet
from frontdesk.ui.office.safety.safety_strip import SafetyStrip
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.prose import ProseStrip
from frontdesk.wording.numbers import count
from frontdesk.wording.overview import number, sentence, slipping_sentence, trend_name
from frontdesk.wording.overview_charts import chart, slipping_chart
from frontdesk.wording.overview_names import explained, figure_name, first_steps

if TYPE_CHECKING:
    from frontdesk.domain.care.care_figures import Counted

_ANEW_AFTER_MS: Final = 4000
"""So long after somebody came the figures of today are read again: not with each stamp."""

_SLOW_MS: Final = 500
_NOTHING: Final = ChartData(Shape.BARS, "", "", "", ())
_ALL_OF_IT: Final = 100
_WIDEST: Final = 4000


def opens_a_list(figure: Figure) -> bool:
    """A number of people opens where there are any; a share or a mean where it was measured on some."""
    measured = figure.name in (FigureName.PROMISES, FigureName.MOOD, FigureName.DOOR)
    return bool(figure.now.of if measured else figure.now.value)


def open_sheet(counter: Counter) -> OverviewSheet:
    """The page, with the figures of today."""
    return OverviewSheet(counter)


class OverviewSheet(ReckonedSheet):
    _found: Overview | None

    def __init__(self, counter: Counter) -> None:
        self.people, self.answers = PeoplePage(counter), AnswersPage(counter)
        super().__init__(counter, self.people)
        self.slipping: SlippingFigure | None = None
        self.bar = PeriodBar(counter.desk.today())
        self.bar.chosen.connect(self.ask)
        self.cards = {name: FigureCard(name) for name in FigureName}
        for card in self.cards.values():
            card.list_wanted.connect(self._open_list)
            card.picture_wanted.connect(self._open_picture)
        self.figure = FigurePage(counter)
        self.grid = CardGrid(self.cards)
        self.begin_here = ProseStrip("calm", "lightbulb")
        self.safety, self.silent = SafetyStrip(counter), SilentStrip(counter)
        self._lay_out(above=[self.begin_here, self.safety, self.silent], over=[self.bar])
        self._column.addWidget(self.grid)
        self._use_the_whole_page()
        for page in (self.answers, self.figure):
            page.back_wanted.connect(self.show_figures)
            self._pages.addWidget(page)
        self._anew = QTimer(self)
        self._anew.setSingleShot(True)
        self._anew.timeout.connect(self._read_anew)
        self._begin()

    def title(self) -> str:
        return tr("Overview")

    def first_focus(self) -> QWidget:
        return self.bar.first_focus()

    def may_close(self) -> bool:
        """From a list, or a picture, the way leads to all figures first."""
        if self._pages.currentIndex():
            self.show_figures()
            return False
        return super().may_close()

    def show_figures(self) -> None:
        super().show_figures()
        self.figure.leave()

    def _use_the_whole_page(self) -> None:
        """Unlike a column of words: pictures are the better for it."""
        figures = self._pages.widget(0)
        assert isinstance(figures, ScrolledColumn)
        figures.widget().setMaximumWidth(_WIDEST)
        figures.column.setStretchFactor(self._column, _ALL_OF_IT)

    # --- what is asked ---

    def _reckoning(self) -> Callable[..., Overview | None]:
        return self._counter.desk.overview.report

    def _asked(self) -> tuple[Period]:
        return (self.bar.period(),)

    def _is_wanted(self, found: Overview) -> bool:
        return found.period == self.bar.period()

    def _doing(self) -> str:
        return tr("Adding up…")

    def _on_found(self, found: Overview | None) -> None:
        super()._on_found(found)
        if found is not None and found is self._found:
            read = self._counter.desk.overview.slipping
            self._counter.bridge.work(read, self._counter.desk.act(), found, done=self._on_slipping)

    def _on_slipping(self, told: SlippingFigure) -> None:
        self.slipping = told
        self._tell_slipping()

    def ask(self) -> None:
        """A bar that comes and goes in a blink would push the cards about: it waits."""
        super().ask()
        self.progress.hide()
        QTimer.singleShot(_SLOW_MS, self, self._say_that_it_takes_long)

    def _say_that_it_takes_long(self) -> None:
        waits = self._job is not None and self._found is None and not self.sorry.text()
        self.progress.setVisible(waits)

    def _on_changed(self, changes: Changes) -> None:
        super()._on_changed(changes)
        touched = changes.customers or changes.everything or changes.arrivals or changes.responses
        if touched and self._found is not None and not self._found.is_over and not self._anew.isActive():
            self._anew.start(_ANEW_AFTER_MS)

    def _read_anew(self) -> None:
        """Quietly: what is shown stays until the new figures are there."""
        act, desk = self._counter.desk.act(), self._counter.desk
        self._counter.bridge.work(
            desk.overview.report, act, self.bar.period(), done=self._on_found, refused=self._on_refused
        )

    # --- what is shown ---

    def _fill(self) -> None:
        """Nothing old stands under a period that was just chosen."""
        if self._found is not None:
            self._tell_figures(self._found)
        else:
            self.slipping = None
            for name, card in self.cards.items():
                card.tell(figure_name(LANGUAGE.texts, name), "", "", None, opens=False)
        self._tell_slipping()

    def _tell_figures(self, found: Overview) -> None:
        texts = LANGUAGE.texts
        self.begin_here.setText("" if found.has_visits else first_steps(texts))
        for figure in found.figures:
            self.cards[figure.name].tell(
                figure_name(texts, figure.name),
                number(texts, figure),
                sentence(texts, found, figure),
                chart(texts, found, figure),
                opens=opens_a_list(figure),
                trend=figure.trend,
                trend_words=trend_name(texts, figure.trend),
            )

    def _tell_slipping(self) -> None:
        texts, told, found = LANGUAGE.texts, self.slipping, self._found
        heading, card = figure_name(texts, FigureName.SLIPPING), self.cards[FigureName.SLIPPING]
        if told is None or found is None:
            card.tell(heading, "", tr("Looking through the visits…"), None, opens=False)
            return
        now = told.quiet + told.lost
        said, data = slipping_sentence(texts, found, told), slipping_chart(texts, found, told)
        card.tell(heading, count(texts, now), said, data, opens=now > 0)

    # --- what opens ---

    def _said(self, name: FigureName) -> str:
        return self.cards[name].words.text()

    def _drawn(self, name: FigureName) -> ChartData:
        return self.cards[name].picture.data or _NOTHING

    def _open_picture(self, name: FigureName) -> None:
        self._pages.setCurrentWidget(self.figure)
        self.figure.show_figure(
            partial(self._said, name),
            partial(self._drawn, name),
            lambda: explained(LANGUAGE.texts, name),
            partial(self._open_list, name) if self.cards[name].number.isEnabled() else None,
        )

    def _open_list(self, name: FigureName) -> None:
        """Whom a number counts, read now, beside the window."""
        service, said = self._counter.desk.overview, self._said(name)
        lists: dict[FigureName, tuple[Callable[..., Any], Callable[[Any], None]]] = {
            FigureName.PROMISES: (service.promises, lambda people: self._show_people(said, people)),
            FigureName.DOOR: (service.arrivals, lambda people: self._show_people(said, people)),
            FigureName.MOOD: (service.answers, lambda ids: self._show_answers(said, ids)),
        }
        act, work = self._counter.desk.act(), self._counter.bridge.work
        if name in lists:
            read, show = lists[name]
            work(read, act, self._found, done=show, owner=self)
        else:
            shown = partial(self._open_customers, said)
            work(service.people, act, self._found, name, done=shown, owner=self)

    def _open_customers(self, said: str, ids: tuple[int, ...]) -> None:
        self._counter.open(SheetName.CUSTOMERS, customer_ids=ids, said=said)

    def _show_people(self, said: str, people: tuple[Counted, ...]) -> None:
        self._pages.setCurrentWidget(self.people)
        self.people.show_people(said, people, marked=True)

    def _show_answers(self, said: str, ids: tuple[int, ...]) -> None:
        self._pages.setCurrentWidget(self.answers)
        self.answers.show_answers(said, ids)
