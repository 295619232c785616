"""Those who are missed, as a column of faces: the quiet, the lost, and whom nobody is to miss for now; or
those of them who had said that it was fine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from frontdesk.domain.regulars.absences import Missed, MissedPeople
from frontdesk.domain.regulars.said_fine import Stopped
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.said_fine import last_said_sentence
from frontdesk.wording.slipping import silence_sentence

_SIDE = 44


class Listed(NamedTuple):
    """What a row shows of somebody."""

    customer_id: int
    name: str
    has_photo: bool
    below: str


class MissedList(QWidget):
    """Tab goes to the one that is chosen, and the arrows from one to the next."""

    chosen = Signal(int)

    def __init__(self, portraits: Portraits) -> None:
        super().__init__()
        self._portraits = portraits
        self._group = QButtonGroup(self)
        self.rows: dict[int, PersonRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(RHYTHM)

    def show_people(self, people: MissedPeople, chosen: int) -> None:
        """Show them all anew; the keyboard stays in the list where it was there."""
        focused = any(row.hasFocus() for row in self.rows.values())
        self._clear()
        rest = (people.quiet_in_all - len(people.quiet), people.lost_in_all - len(people.lost))
        self._show_missed(people.quiet, tr("Quiet ({n})", n=people.quiet_in_all), rest[0])
        self._show_missed(people.lost, tr("Probably lost ({n})", n=people.lost_in_all), rest[1])
        self._show_missed(people.let_be, tr("Not missed for now ({n})", n=len(people.let_be)), 0)
        self._settle(chosen, focused)

    def show_stopped(self, stopped: Sequence[Stopped], chosen: int, zone: ZoneInfo, now: int) -> None:
        """Show those who had said that it was fine, with what they had said, as `show_people` does."""
        focused = any(row.hasFocus() for row in self.rows.values())
        self._clear()
        listed = [
            Listed(
                each.customer_id,
                each.name,
                each.missed is not None and each.missed.has_photo,
                last_said_sentence(LANGUAGE.texts, each.said, zone, now),
            )
            for each in stopped
        ]
        left = sum(each.left is not None for each in stopped)
        came_no_more, gone = listed[: len(listed) - left], listed[len(listed) - left :]
        self._show_sort(came_no_more, tr("Said fine, and are missed ({n})", n=len(came_no_more)), 0)
        self._show_sort(gone, tr("Said fine, and left ({n})", n=len(gone)), 0)
        self._settle(chosen, focused)

    def choose(self, customer_id: int) -> None:
        """Show somebody as chosen; that is no tap."""
        row = self.rows.get(customer_id)
        if row is not None:
            row.setChecked(True)

    def focus_chosen(self) -> None:
        """The keyboard goes to who is chosen; a row that is not shown yet would not take it."""
        row = self.row_chosen()
        if row is not None:
            row.show()
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down choose the one above and the one below."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            rows = list(self.rows.values())
            if step and watched in rows:
                row = rows[min(max(rows.index(watched) + step, 0), len(rows) - 1)]
                row.setChecked(True)
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def row_chosen(self) -> PersonRow | None:
        return next((row for row in self.rows.values() if row.isChecked()), None)

    def _settle(self, chosen: int, focused: bool) -> None:
        self._column.addStretch(1)
        self.choose(chosen)
        if focused:
            self.focus_chosen()

    def _show_missed(self, people: Sequence[Missed], heading: str, rest: int) -> None:
        texts = LANGUAGE.texts
        listed = [
            Listed(each.customer_id, each.name, each.has_photo, silence_sentence(texts, each))
            for each in people
        ]
        self._show_sort(listed, heading, rest)

    def _show_sort(self, people: Sequence[Listed], heading: str, rest: int) -> None:
        if not people:
            return
        self._column.addWidget(PlainLabel(heading, "heading"))
        for person in people:
            row = PersonRow(self._portraits, _SIDE)
            row.setCheckable(True)
            row.show_person(person.customer_id, person.name, person.has_photo, person.below)
            row.toggled.connect(self._chooser(person.customer_id))
            row.installEventFilter(self)
            self._group.addButton(row)
            self.rows[person.customer_id] = row
            self._column.addWidget(row)
        if rest > 0:
            self._column.addWidget(Prose(ntr("And {n} more after these.", "And {n} more after these.", rest)))

    def _chooser(self, customer_id: int) -> Callable[[bool], None]:
        return lambda checked: self.chosen.emit(customer_id) if checked else None

    def _clear(self) -> None:
        self.rows = {}
        empty(self._column)
