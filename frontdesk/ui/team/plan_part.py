"""The plan of a week: one field for each of the staff and each day; a tap says when they work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import StaffMember
from frontdesk.domain.team.shifts import EARLY, LATE, Hours, PlannedShift, next_hours
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET, grown, taller
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.dates import short_day
from frontdesk.wording.team import hours_words, planned_words

DAYS = 7
_FIELD = 60
_NOW, _NEXT = "0", "7"


class PlanPart(QWidget):
    """It writes nothing: `wanted` says what a tap means."""

    wanted = Signal(int, object, object)
    """Whose day, which day, and the Hours or None that it shall have."""
    turned = Signal()
    """Another week is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[tuple[int, date], Chip] = {}
        self._hours: dict[tuple[int, date], Hours] = {}
        self._laid_out: object = None
        self.weeks = ChipRow([(_NOW, lambda: tr("From today")), (_NEXT, lambda: tr("A week later"))])
        self.weeks.choose(_NOW)
        self.weeks.chosen.connect(lambda _: self.turned.emit())
        self._how = Prose()
        speak(self._how.setText, _how_it_goes)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(RHYTHM // 2)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (self.weeks, self._table, self._how):
            column.addWidget(part)

    def first_day(self, today: date) -> date:
        """The first day of the week that is chosen."""
        return today + timedelta(days=int(self.weeks.value()))

    def show_plan(self, team: Sequence[StaffMember], first: date, plan: Sequence[PlannedShift]) -> None:
        """Seven days from the first on. A field that was tapped keeps the keyboard."""
        days = [first + timedelta(days=each) for each in range(DAYS)]
        laid_out = ([(each.id, each.name) for each in team], first, LANGUAGE.code)
        if laid_out != self._laid_out:
            self._laid_out = laid_out
            self._make_table(team, days)
        self._hours = {(each.staff_id, each.day): each.hours for each in plan}
        shifts = {(each.staff_id, each.day): each for each in plan}
        names = {each.id: each.name for each in team}
        for (staff_id, day), field in self.fields.items():
            hours = self._hours.get((staff_id, day))
            field.setText(_short(hours))
            field.setChecked(hours is not None)
            said = planned_words(LANGUAGE.texts, shifts.get((staff_id, day)), names[staff_id], day)
            field.setAccessibleName(said)
            field.setToolTip(hours_words(LANGUAGE.texts, hours))

    def _make_table(self, team: Sequence[StaffMember], days: Sequence[date]) -> None:
        empty(self._grid)
        self.fields = {}
        for column, day in enumerate(days, 1):
            heading = PlainLabel(short_day(LANGUAGE.texts, day), "small")
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(heading, 0, column)
        for row, member in enumerate(team, 1):
            self._grid.addWidget(ElidedLabel(member.name, "strong"), row, 0)
            for column, day in enumerate(days, 1):
                self._grid.addWidget(self._field(member.id, day), row, column)

    def _field(self, staff_id: int, day: date) -> Chip:
        field = Chip(checkable=True)
        field.setProperty("narrow", True)
        field.setFixedSize(grown(_FIELD), taller(TARGET))
        field.clicked.connect(lambda: self._tap(staff_id, day))
        self.fields[staff_id, day] = field
        return field

    def _tap(self, staff_id: int, day: date) -> None:
        """What is shown is what is kept: the field turns when the act has come back."""
        hours = self._hours.get((staff_id, day))
        self.fields[staff_id, day].setChecked(hours is not None)
        self.wanted.emit(staff_id, day, next_hours(hours))


def _short(hours: Hours | None) -> str:
    """A field's few letters: till and from are a dash on the side where the day goes on."""
    if hours is None:
        return ""
    if hours.to_minute is not None and hours.from_minute is None:
        return f"–{hours.to_minute // 60}"
    if hours.from_minute is not None and hours.to_minute is None:
        return f"{hours.from_minute // 60}–"
    return "✓"


def _how_it_goes() -> str:
    texts = LANGUAGE.texts
    return tr(
        "Each tap is one step on: the whole day, {early}, {late}, not at all. Only a manager plans.",
        early=hours_words(texts, EARLY),
        late=hours_words(texts, LATE),
    )
