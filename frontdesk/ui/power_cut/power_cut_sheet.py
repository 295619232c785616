"""The page for power cuts: a new sheet to keep under the till, and an old one that is keyed back in."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from time import monotonic
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import DAY, HOUR, day_at
from frontdesk.domain.paper.power_sheets import BACK_AT_MOST, KeyedLine, KeyedOutcome, PowerSheet, Written
from frontdesk.ui.counter.sheets import Counter, Sheet
from frontdesk.ui.counter.taps import BOUNCE_SECONDS
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_picker import PersonPicker
from frontdesk.ui.power_cut.keyed_list import KeyedList
from frontdesk.ui.power_cut.keying_line import KeyingLine
from frontdesk.ui.power_cut.new_sheet import NewSheet
from frontdesk.ui.power_cut.printed_lines import PrintedLines
from frontdesk.ui.widgets.choices import Choice, Option
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.prose import ProseStrip
from frontdesk.wording.dates import day, weekday
from frontdesk.wording.power_sheets import keyed_sentence

_OF_A_WEEK = 7


def open_sheet(counter: Counter) -> PowerCutSheet:
    """The page, at the latest sheet."""
    return PowerCutSheet(counter)


class PowerCutSheet(Sheet):
    """Each line is saved when it is keyed in: nothing is lost by closing; go on with it any time."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._desk: Any = counter.desk
        self._sheets: tuple[PowerSheet, ...] = ()
        self._lines: tuple[KeyedLine, ...] = ()
        self._stepping, self._stepped, self._keying = False, 0.0, False
        self.new = NewSheet(counter)
        self.which, self.day = Choice(self._sheet_options), Choice(self._day_options)
        self.age, self.which_paper = ProseStrip("warn", "hourglass"), PlainLabel(role="title")
        self.printed, self.keyed, self.keying = PrintedLines(counter.portraits), KeyedList(), KeyingLine()
        self.picker = PersonPicker(self._desk, counter.portraits, 0)
        self._connect()
        self._lay_out()
        self.refresh()
        self._choose_likely()
        self._show_chosen()

    def title(self) -> str:
        return tr("Power-cut sheet")

    def first_focus(self) -> QWidget:
        return self.keying.number if self._sheets else self.new.first_button()

    def sheet(self) -> PowerSheet | None:
        """The one that is keyed in."""
        return next((each for each in self._sheets if str(each.id) == self.which.value()), None)

    def refresh(self) -> None:
        """Read anew what there is, and what is keyed in."""
        known = self.which.value()
        self._sheets = self._desk.power_sheets.sheets()
        self.which.refill()
        if known and any(str(each.id) == known for each in self._sheets):
            self.which.choose(known)
        self._body.setVisible(bool(self._sheets))
        self.new.show_first(not self._sheets)
        sheet = self.sheet()
        if sheet is None:
            return
        now, zone = self._desk.now(), self._desk.zone
        self._lines = self._desk.keying_in.keyed(sheet.id)
        self.age.setText(
            tr(
                "This sheet is from {day}. Print a new one.",
                day=day(LANGUAGE.texts, sheet.made_at, zone, now),
            )
            if sheet.stale(now)
            else ""
        )
        hits = self._desk.wall.again([row.customer_id for row in sheet.rows], now)
        with_photo = {hit.customer_id for hit in hits if hit.has_photo}
        self.printed.show_sheet(sheet, self._lines, zone, with_photo)
        self.keyed.show_lines(self._lines, zone, now)

    # --- keying in ---

    def _on_wanted(self, line: int, customer_id: int, at: time, stamps: int, free: bool) -> None:
        sheet = self.sheet()
        if sheet is None:
            return
        then = datetime.combine(self._desk.today() - timedelta(days=int(self.day.value() or 0)), at)
        came_at = int(then.replace(tzinfo=self._desk.zone).timestamp() * 1000)
        written = Written(sheet.id, line, customer_id, came_at, stamps, free)
        if self._keying:
            return
        self._keying = True
        act = self._desk.keying_in.act_for(self._desk.act(), written)
        key_in, bridge = self._desk.keying_in.key_in, self._counter.bridge
        bridge.submit(key_in, act, written, done=self._on_keyed, refused=self._on_not_keyed)

    def _on_not_keyed(self, sentence: str, error: Exception) -> None:
        self._keying = False
        self._counter.bridge.refused.emit(sentence, error)
        self.keying.stay()

    def _on_keyed(self, outcome: KeyedOutcome) -> None:
        self._keying = False
        self.refresh()
        undo = None if outcome.repeated else partial(self._undo, outcome.gesture)
        self._say(outcome, undo)
        if outcome.line is not None and outcome.line.line == self.keying.line():
            self.keying.clear()
            self.keying.number.setFocus()

    def _undo(self, gesture: bytes) -> None:
        self._do("undo", gesture)

    def _do(self, what: str, gesture: bytes) -> None:
        """One step about a line that is keyed in already: undo, settle, let_be. A tap that bounces is none:
        it would take a second step back, or meet the next line that has moved under the finger.
        """
        if self._stepping or monotonic() - self._stepped < BOUNCE_SECONDS:
            return
        self._stepping = True
        method, bridge = getattr(self._desk.keying_in, what), self._counter.bridge
        bridge.submit(method, self._desk.act(), gesture, done=self._on_done, refused=self._on_refused)

    def _on_done(self, outcome: KeyedOutcome) -> None:
        self._stepping, self._stepped = False, monotonic()
        self.refresh()
        self._say(outcome, None)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._stepping = False
        self._counter.bridge.refused.emit(sentence, error)

    def _say(self, outcome: KeyedOutcome, undo: Any) -> None:
        said = keyed_sentence(LANGUAGE.texts, outcome, self._desk.zone)
        self._counter.notify(said, icon="stamp" if undo else "info", undo=undo)

    # --- which sheet, which day, which line ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit that nothing else takes begins the number of a line."""
        if self._sheets and event.text().isdecimal():
            self.keying.take_digit(event.text())
        else:
            super().keyPressEvent(event)

    def _on_made(self, sheet: PowerSheet) -> None:
        """The one that is chosen stays chosen: on the new paper nothing is written yet."""
        first = not self._sheets
        self.refresh()
        if first:
            self._show_chosen()
        self._to_line()

    def _to_line(self) -> None:
        """Enter goes on with the lines, and never makes another sheet."""
        if self._sheets:
            self.keying.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_likely(self) -> None:
        """The latest that was there before the power came back; one that was just made has nothing on it."""
        now = self._desk.now()
        before = next((each for each in self._sheets if now - each.made_at >= HOUR), None)
        if before is not None:
            self.which.choose(str(before.id))

    def _show_chosen(self) -> None:
        """Another sheet: its days, its lines, who was written on the empty ones."""
        self.refresh()
        sheet = self.sheet()
        if sheet is None:
            return
        self.which_paper.setText(tr("Paper: sheet {n}", n=sheet.number))
        self.day.refill()
        on_blank = {each.line: (each.customer_id, each.name) for each in self._lines}
        now = datetime.fromtimestamp(self._desk.now() / 1000, self._desk.zone)
        self.keying.show_sheet(sheet, on_blank, time(now.hour))

    def _ask_who(self, line: int) -> None:
        self.picker.say_heading(lambda count, typed: tr("Who is written on line {n}?", n=line))
        self._left.setCurrentWidget(self.picker)
        self.picker.search.clear()
        self.picker.search.setFocus()

    def _on_person(self, customer_id: int) -> None:
        self.keying.say_who(customer_id, self._desk.customers.get(customer_id).address)

    def _sheet_options(self) -> list[Option]:
        texts, zone, now = LANGUAGE.texts, self._desk.zone, self._desk.now()
        return [
            (str(each.id), tr("Sheet {n}, {day}", n=each.number, day=day(texts, each.made_at, zone, now)))
            for each in self._sheets
        ]

    def _day_options(self) -> list[Option]:
        """The days since the sheet was printed, today first."""
        sheet, today = self.sheet(), self._desk.today()
        if sheet is None:
            return [("0", tr("Today"))]
        since = (today - day_at(sheet.made_at, self._desk.zone)).days
        names = {0: tr("Today"), 1: tr("Yesterday")}
        found = []
        for back in range(min(since, BACK_AT_MOST // DAY) + 1):
            then = today - timedelta(days=back)
            named = weekday(LANGUAGE.texts, then) if back < _OF_A_WEEK else then.isoformat()
            found.append((str(back), names.get(back, named)))
        return found

    # --- laying out ---

    def _connect(self) -> None:
        self.new.made.connect(self._on_made)
        for button in (self.new.print_button, self.new.save_button):
            button.clicked.connect(self._to_line)
        self.which.chosen.connect(lambda _: self._show_chosen())
        self.printed.chosen.connect(self.keying.choose_line)
        self.keying.wanted.connect(self._on_wanted)
        self.keying.blank_wanted.connect(self._ask_who)
        self.keying.person_known.connect(lambda: self._left.setCurrentWidget(self.printed))
        self.picker.picked.connect(self._on_person)
        self.keyed.undo_wanted.connect(partial(self._do, "undo"))
        self.keyed.settle_wanted.connect(partial(self._do, "settle"))
        self.keyed.let_be_wanted.connect(partial(self._do, "let_be"))
        self._counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self.refresh)

    def _on_changes(self, changes: Changes) -> None:
        if changes.everything or changes.customers & {each.customer_id for each in self._lines}:
            self.refresh()

    def _lay_out(self) -> None:
        self._left = QStackedWidget()
        self._left.addWidget(self.printed)
        self._left.addWidget(self.picker)
        chosen = QHBoxLayout()
        chosen.setSpacing(RHYTHM)
        chosen.addWidget(self.which, 3)
        chosen.addWidget(self.day, 2)
        right = ScrolledColumn()
        right.column.addWidget(self.which_paper)
        right.column.addLayout(chosen)
        for part in (self.age, self.keying, self.keyed):
            right.column.addWidget(part)
        right.column.addStretch(1)
        self._body = QWidget()
        sides = QHBoxLayout(self._body)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(RHYTHM * 3)
        sides.addWidget(self._left, 2)
        sides.addWidget(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self.new)
        column.addWidget(self._body, 1)
        column.addStretch(0)
