"""Settings: when the shop is open, and on which days it is not. Saved at once, with Undo."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.care.shop_hours import WEEK
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.people.tick_row import TickRow
from frontdesk.ui.settings.closed_days_field import ClosedDays
from frontdesk.ui.settings.day_hours_row import DayHoursRow
from frontdesk.ui.settings.rules_panel import Keeping, RulesPanel
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.shop_hours import hours_line


class HoursPanel(RulesPanel):
    """A row for each day of the week, the country's holidays, and the shop's own."""

    def __init__(self, counter: Counter) -> None:
        kept = counter.desk.care_rules
        said = (lambda: tr("Saved."), lambda: tr("As it was before."))
        super().__init__(counter, Keeping(kept.get, kept.save, *said))
        self._meant: CareRules
        self.days = [DayHoursRow(number) for number in range(WEEK)]
        self.alike = TextButton("copy")
        speak(self.alike.say, lambda: tr("Every day as on the first"))
        self.line = Prose()
        self.holidays, self.closed = TickRow(), ClosedDays()
        speak(self.holidays.say, lambda: tr("The country’s great holidays count as closed"))
        speak(
            self.holidays.set_below,
            lambda: tr("Over New Year’s week and the like nobody is missed who does not come."),
        )
        self._lay_out()
        self.show_kept()
        for row in self.days:
            row.settled.connect(self.keep)
        self.alike.clicked.connect(self._make_alike)
        self.holidays.clicked.connect(self.keep)
        self.closed.changed.connect(self.keep)
        self.listen()

    def show_kept(self) -> None:
        """Show the rules as they are kept."""
        self._meant = kept = self._counter.desk.care_rules.get()
        self._filling = True
        for number, row in enumerate(self.days):
            row.put(kept.hours[number], closed=number in kept.closed_weekdays)
        self.holidays.setChecked(kept.holidays)
        self.closed.choose(kept.closed_days)
        self._filling = False
        self.say()

    def chosen(self) -> CareRules:
        """The rules as the fields say them."""
        hours = (row.hours(kept) for row, kept in zip(self.days, self._meant.hours, strict=True))
        return replace(
            self._meant,
            hours=tuple(hours),
            closed_weekdays=frozenset(number for number, row in enumerate(self.days) if row.is_closed()),
            holidays=self.holidays.isChecked(),
            closed_days=self.closed.chosen(),
        )

    def keep(self, *_: object) -> None:
        """What is typed and is no time is said, and waits."""
        if any(row.is_faulty() for row in self.days):
            self._say_line(tr("Write a time, such as 14:30."), "warn_ink")
        else:
            super().keep()
            self.say()

    def say(self) -> None:
        rules = self.chosen()
        line = hours_line(LANGUAGE.texts, rules.hours, rules.closed_weekdays)
        if line:
            self._say_line(tr("On what customers take home: {hours}", hours=line), "quiet")
        else:
            self._say_line(tr("Without times, nothing is said of them on what customers take home."), "quiet")

    def _say_line(self, said: str, ink: str) -> None:
        self.line.set_ink(ink)
        self.line.setText(said)

    def _make_alike(self) -> None:
        """The hours of the first open day on all open ones: most shops have one set of them."""
        rules = self.chosen()
        open_days = [number for number in range(WEEK) if number not in rules.closed_weekdays]
        first = next((rules.hours[number] for number in open_days if rules.hours[number]), None)
        if first is not None:
            for number in open_days:
                self.days[number].put(first, closed=False)
            self.keep()

    def _lay_out(self) -> None:
        page = ScrolledColumn()
        heading, own = PlainLabel(role="heading"), Prose()
        speak(heading.setText, lambda: tr("Open on these days, from when to when"))
        speak(own.setText, lambda: tr("The shop’s own holidays: nobody is missed who does not come on them."))
        page.column.addWidget(heading)
        for row in self.days:
            page.column.addWidget(row)
        page.column.addWidget(self.alike, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addWidget(self.line)
        for part in (self.holidays, own, self.closed):
            page.column.addWidget(part)
        page.column.addStretch(1)
        fill_with(self, page)
