"""What narrows the trail down: who, at which till, what sort, when, and for whom."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.trust.deeds import DeedChoices, DeedGroup, DeedsAsked
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.choices import Choice, Option
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.wrapping import Wrapping
from frontdesk.wording.deeds import group_name

_WIDTH = 240


class Days(StrEnum):
    """Which days, each up to and with today but for the one before it, and those that are chosen."""

    ALL = "ALL"
    TODAY = "TODAY"
    YESTERDAY = "YESTERDAY"
    WEEK = "WEEK"
    MONTH = "MONTH"
    CHOSEN = "CHOSEN"


class DeedFilters(QWidget):
    """`changed` comes with each choice of a person."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices = DeedChoices((), ())
        self._customer_id: int | None = None
        self._since: int | None = None
        self._kind = ""
        self.who, self.where, self.what = Choice(self._people), Choice(self._tills), Choice(_sorts)
        self.when = Choice(self._days)
        self.whose = Chip("x")
        self.whose.hide()
        self.first = DayField(lambda: tr("From this day on"))
        self.last = DayField(lambda: tr("Up to this day"))
        self.who_field = Field(lambda: tr("Who did it"), self.who)
        self.where_field = Field(lambda: tr("At which till"), self.where)
        self.what_field = Field(lambda: tr("What sort of act"), self.what)
        self.when_field = Field(lambda: tr("When"), self.when)
        rows = Wrapping(self)
        rows.setSpacing(RHYTHM * 2)
        fields = (self.what_field, self.who_field, self.where_field, self.when_field)
        for field in fields:
            field.setFixedWidth(grown(_WIDTH))
        for part in (*fields, self.first, self.last, self.whose):
            rows.addWidget(part)
        self._listen()
        self._show_days()

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, in the order in which it is read."""
        return (self.what, self.who, self.where, self.when, self.first, self.last, self.whose)

    def offer(self, choices: DeedChoices) -> None:
        """Who and where there is; a shop with one till is not asked which."""
        self._choices = choices
        for choice in (self.who, self.where):
            choice.refill()
        self.where_field.setVisible(len(choices.tills) > 1)

    def begin(
        self, staff_id: int | None, till_id: int | None, kind: str, customer_id: int | None, since: int | None
    ) -> None:
        """As the page was opened; `kind` is a sort of acts or one single kind of them."""
        self._customer_id, self._since = customer_id, since
        groups = {group.value for group in DeedGroup}
        self._kind = kind if kind not in groups else ""
        self.what.choose(kind if kind in groups else "")
        self.who.choose(str(staff_id) if staff_id is not None else "")
        self.where.choose(str(till_id) if till_id is not None else "")
        self.when.choose("SINCE" if since is not None else Days.ALL)

    def name_customer(self, name: str) -> None:
        """Whose acts these are: a tap shows everybody's again."""
        self._say_whose = lambda: self.whose.say(tr("Only for {name}", name=name))
        self._say_whose()
        self.whose.show()

    def asked(self, zone: ZoneInfo, today: date) -> DeedsAsked:
        """What is chosen. A day that is half typed narrows nothing down."""
        since, until = self._span(zone, today)
        group = self.what.value()
        return DeedsAsked(
            staff_id=int(self.who.value()) if self.who.value() else None,
            till_id=int(self.where.value()) if self.where.value() else None,
            group=DeedGroup(group) if group else None,
            kind=self._kind,
            customer_id=self._customer_id,
            since=since,
            until=until,
        )

    def _span(self, zone: ZoneInfo, today: date) -> tuple[int | None, int | None]:
        match self.when.value():
            case Days.TODAY:
                return _morning(today, zone), None
            case Days.YESTERDAY:
                return _morning(today - timedelta(days=1), zone), _morning(today, zone)
            case Days.WEEK:
                return _morning(today - timedelta(days=6), zone), None
            case Days.MONTH:
                return _morning(today - timedelta(days=27), zone), None
            case Days.CHOSEN:
                first, last = self.first.value(), self.last.value()
                until = _morning(last + timedelta(days=1), zone) if last is not None else None
                return (_morning(first, zone) if first is not None else None), until
            case "SINCE":
                return self._since, None
            case _:
                return None, None

    def _on_what(self) -> None:
        self._kind = ""
        self.changed.emit()

    def _on_when(self) -> None:
        self._show_days()
        self.changed.emit()

    def _on_whose(self) -> None:
        self._customer_id = None
        self.whose.hide()
        self.changed.emit()

    def _show_days(self) -> None:
        for field in (self.first, self.last):
            field.setVisible(self.when.value() == Days.CHOSEN)

    def _listen(self) -> None:
        self.who.chosen.connect(self.changed)
        self.where.chosen.connect(self.changed)
        self.what.chosen.connect(self._on_what)
        self.when.chosen.connect(self._on_when)
        self.whose.clicked.connect(self._on_whose)
        for field in (self.first, self.last):
            field.edited.connect(self.changed)
        LANGUAGE.changed.connect(self._say)

    def _say(self) -> None:
        if not self.whose.isHidden():
            self._say_whose()

    def _people(self) -> list[Option]:
        named = [(str(id_), name) for id_, name in self._choices.staff]
        return [("", tr("Everybody")), *named]

    def _tills(self) -> list[Option]:
        return [("", tr("Every till")), *((str(id_), name) for id_, name in self._choices.tills)]

    def _days(self) -> list[Option]:
        since = [("SINCE", tr("Since then"))] if self._since is not None else []
        return [
            (Days.ALL, tr("At any time")),
            *since,
            (Days.TODAY, tr("Today")),
            (Days.YESTERDAY, tr("Yesterday")),
            (Days.WEEK, tr("The last seven days")),
            (Days.MONTH, tr("The last four weeks")),
            (Days.CHOSEN, tr("Days that I choose")),
        ]


def _sorts() -> list[Option]:
    named = [(group.value, group_name(LANGUAGE.texts, group)) for group in DeedGroup]
    return [("", tr("Everything")), *named]


def _morning(day: date, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, time(), zone).timestamp() * 1000)
