"""The team: who is here and when, what customers thanked us for, and what we ask of the manager."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import DAY
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.team.here_part import HerePart
from frontdesk.ui.team.plan_part import DAYS, PlanPart
from frontdesk.ui.team.requests_part import RequestsPart
from frontdesk.ui.team.team_acts import TeamActs
from frontdesk.ui.team.thanks_part import ThanksPart
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn, fill_with, tab_through
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.arrivals import week_line

_SIDE_BY_SIDE: Final = 960
_LATELY: Final = 30 * DAY


def open_sheet(counter: Counter) -> TeamSheet:
    """The page of the team."""
    return TeamSheet(counter)


class TeamSheet(Sheet):
    """On the left who works when, on the right what is said and asked; large text has all in one column."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter, self._desk = counter, counter.desk
        self._portraits = Portraits(counter.desk.staffing, self)
        acts = TeamActs(counter)
        self.here, self.plan = HerePart(self._portraits), PlanPart()
        self.thanks, self.requests = ThanksPart(), RequestsPart(counter, acts)
        self.door = Prose()
        self.door.set_ink("quiet")
        self.poster_button = TextButton("printer")
        speak(self.poster_button.say, lambda: tr("Team poster"))
        self._lay_out()
        self.here.turned.connect(acts.say_here)
        self.plan.wanted.connect(acts.plan)
        self.plan.turned.connect(self.refresh)
        self.thanks.passed_on.connect(acts.pass_on)
        self.thanks.note_button.clicked.connect(partial(counter.open, SheetName.THANKS))
        self.poster_button.clicked.connect(partial(counter.open, SheetName.TEAM_POSTER))
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self.refresh)
        self.refresh()

    def title(self) -> str:
        return tr("The team")

    def first_focus(self) -> QWidget | None:
        return self.here.rows[0] if self.here.rows else None

    def showEvent(self, event: QShowEvent) -> None:
        """In its window the order of the keyboard is another one than before."""
        super().showEvent(event)
        self._order_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        narrow = self.width() < grown(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(way)

    def refresh(self) -> None:
        """Read all of it anew; what is being typed stays."""
        desk, now = self._desk, self._desk.now()
        team = desk.shifts.today(desk.staff_id, now)
        lately = desk.staff_thanks.since(now - _LATELY)
        self.here.show_team(team, lately)
        first = self.plan.first_day(desk.today())
        self.plan.show_plan([each.member for each in team], first, desk.shifts.plan(first, DAYS))
        self.thanks.show_thanks(desk.staff_thanks.waiting(), lately)
        self.requests.refresh()
        within = desk.care_rules.get().greet_within_s
        said = week_line(LANGUAGE.texts, desk.arrivals.week(now), within)
        self._order_tabs()
        self.door.setText(
            said or tr("Press Space when somebody comes in: how soon they are greeted is told here.")
        )

    def _order_tabs(self) -> None:
        """As it is read, whatever was made anew meanwhile."""
        asked, thanks = self.requests, self.thanks
        tab_through(
            *(*self.here.rows, self.plan.weeks, *self.plan.fields.values(), self.poster_button),
            *(*thanks.rows, thanks.note_button),
            *(*asked.to_answer, *asked.own, asked.line, asked.ask_button),
        )

    def _on_changed(self, changes: Changes) -> None:
        if changes.team or changes.shop or changes.arrivals or changes.everything:
            self.refresh()

    def _lay_out(self) -> None:
        works = _column(
            (lambda: tr("Here today"), self.here),
            (lambda: tr("The plan"), self.plan),
            (lambda: tr("At the door"), self.door),
        )
        works.addWidget(self.poster_button, 0, Qt.AlignmentFlag.AlignLeft)
        works.addStretch(1)
        said = _column(
            (lambda: tr("Thanks"), self.thanks), (lambda: tr("Requests to the manager"), self.requests)
        )
        said.addStretch(1)
        page = ScrolledColumn()
        self._parts = QHBoxLayout()
        self._parts.setSpacing(GAP * 2)
        self._parts.addLayout(works, 3)
        self._parts.addLayout(said, 2)
        page.column.addLayout(self._parts)
        fill_with(self, page)


def _column(*parts: tuple[Callable[[], str], QWidget]) -> QVBoxLayout:
    """Parts under their headings."""
    column = QVBoxLayout()
    column.setSpacing(RHYTHM)
    for say, part in parts:
        heading = PlainLabel(role="heading")
        speak(heading.setText, say)
        column.addWidget(heading)
        column.addWidget(part)
        column.addSpacing(RHYTHM * 2)
    return column
