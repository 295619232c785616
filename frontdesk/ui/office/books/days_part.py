"""How days were closed: today's and any former day's figures in sight, and their slip on paper."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from frontdesk.domain.paper.day_close import DayBook, DayClose, DayLine
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.office.books.day_figures import DayFigures
from frontdesk.ui.people.record_rows import when_words
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.settings.slip_part import SlipPart
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.dates import full_date, short_day


class DaySlip(SlipPart):
    """The slip of the day that is shown. Today's is read anew: the books go on."""

    def __init__(self, counter: Counter) -> None:
        self.shown: DayClose | None = None
        super().__init__(counter, headed=False)

    def day(self) -> date:
        return self.shown.day if self.shown is not None else super().day()

    def close(self) -> DayClose:
        return super().close() if self.shown is None or self.shown.asked_on is None else self.shown


class DaysPart(QWidget):
    """`refused` as of the books."""

    refused = Signal(str, object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._book: DayBook | None = None
        self._close: DayClose | None = None
        self.day: date = counter.desk.today()
        self.left_open, self.words = ProseStrip("warn", "calendar-x"), Prose(size=Size.BODY, ink="ink")
        self.chips: dict[date, Chip] = {}
        self._group, self._days = QButtonGroup(self), WrappedChips()
        self.other = DayField(lambda: tr("Another day"))
        self.figures, self.slip = DayFigures(), DaySlip(counter)
        self.other.edited.connect(self._on_other)
        self._lay_out()
        LANGUAGE.changed.connect(self._say)

    def look(self) -> None:
        """Which days have a slip, and what the chosen one came to."""
        desk = self._counter.desk
        work = self._counter.bridge.work
        work(desk.day_close.book, desk.act(), done=self._on_book, refused=self.refused.emit, owner=self)
        self.show_day(self.day)

    def show_day(self, day: date) -> None:
        """What it came to, read beside the window."""
        self.day = day
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.day_close.of_day, desk.act(), day, done=self._on_day, refused=self._on_refused
        )

    def _on_book(self, book: DayBook) -> None:
        self._book = book
        self._say()

    def _on_day(self, close: DayClose) -> None:
        if close.day != self.day:
            return  # another one was chosen meanwhile
        self._close = self.slip.shown = close
        self._say_day()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        """The book is refused for the same reason, and says so."""

    def _on_other(self) -> None:
        day = self.other.value()
        if day is None:
            return
        if day > self._counter.desk.today():
            self.other.set_fault(tr("That day has not come yet."))
            return
        self.other.set_fault("")
        self.show_day(day)

    def _say(self) -> None:
        self._say_days()
        self._say_day()

    def _say_days(self) -> None:
        if self._book is None:
            return
        self.chips = {line.day: self._chip(line) for line in self._book.days}
        self._days.show_chips(tuple(self.chips.values()))
        tab_through(*self.chips.values(), self.slip.print_button, self.slip.save_button, self.other)
        self.left_open.setText(self._left_open_in_words(self._book))

    def _chip(self, line: DayLine) -> Chip:
        left_open = self._book is not None and self._book.ever_closed and line in self._book.left_open
        chip = Chip("check" if line.closed is not None else "calendar-x" if left_open else "", checkable=True)
        today = line.day == self._counter.desk.today()
        chip.say(tr("Today") if today else short_day(LANGUAGE.texts, line.day))
        chip.setAccessibleDescription(self._closed_in_words(line.day))
        self._group.addButton(chip)
        chip.setChecked(line.day == self.day)
        chip.clicked.connect(partial(self.show_day, line.day))
        return chip

    def _left_open_in_words(self, book: DayBook) -> str:
        if not book.ever_closed:
            return ""
        days = ", ".join(full_date(LANGUAGE.texts, line.day) for line in reversed(book.left_open))
        return tr("Not closed with a slip: {days}.", days=days) if days else ""

    def _closed_in_words(self, day: date) -> str:
        """Whether there is a slip of it."""
        line = next((each for each in self._book.days if each.day == day), None) if self._book else None
        desk = self._counter.desk
        if line is None:
            return ""
        if line.closed is not None:
            when = when_words(line.closed.at, desk.zone, desk.now())
            return tr("Closed with its slip {when}, by {name}.", when=when, name=line.closed.by)
        if day == desk.today():
            return tr("Not closed yet: print its slip in the evening and keep it away from the computer.")
        if line.busy and self._book is not None and not self._book.ever_closed:
            return tr("No day was closed yet. Its slip can still be printed.")
        if line.busy:
            return tr("This day was not closed: it has no slip. It can still be printed.")
        return tr("Nothing was given on this day.")

    def _say_day(self) -> None:
        if self._close is None:
            return
        said = (full_date(LANGUAGE.texts, self.day), self._closed_in_words(self.day))
        self.words.setText(". ".join(filter(None, said)))
        self.figures.show_day(LANGUAGE.texts, self._close)

    def _lay_out(self) -> None:
        heading, purpose = PlainLabel(role="title"), Prose()
        speak(heading.setText, lambda: tr("The end of each day"))
        speak(
            purpose.setText,
            lambda: tr(
                "What was given that day, by whom. No money is counted here. On paper and out of the "
                "computer's reach, a slip shows later whether anything was taken out of the books."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (heading, purpose, self.left_open, self._days, self.words, self.figures, self.slip):
            column.addWidget(part)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
