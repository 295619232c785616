"""Slipping away: who is missed, by how much, and what can be done, one tap each."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.refusals import Refused
from frontdesk.domain.regulars.absences import AwayReason, Missed, MissedPeople
from frontdesk.domain.regulars.said_fine import Stopped
from frontdesk.services.regulars.slipping import SlippingService
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.slipping.absence_acts import AbsenceActs
from frontdesk.ui.slipping.missed_list import MissedList
from frontdesk.ui.slipping.missed_panel import MissedPanel
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.said_fine import answer_and_visit, stopped_words

_LIST_WIDTH: Final = 384
_LIST_WIDEST: Final = 560
_MOST: Final = 25


def open_sheet(counter: Counter, customer_id: int = 0) -> SlippingSheet:
    """The list of who is missed, at this customer where one is named."""
    return SlippingSheet(counter, customer_id)


class SlippingSheet(Sheet):
    """The people on the left; on the right whoever is chosen. It is read beside the counter, and anew
    with each change.
    """

    place = Place.PAGE

    def __init__(self, counter: Counter, customer_id: int) -> None:
        super().__init__()
        self._counter, self._acts = counter, AbsenceActs(counter)
        self._named, self.customer_id = customer_id, customer_id
        self.people: MissedPeople | None = None
        self.stopped: tuple[Stopped, ...] = ()
        self.said_fine = Chip("message-square-heart", checkable=True)
        self.said_fine.toggled.connect(self._show_list)
        self.list, self.panel, self.says = MissedList(counter.portraits), MissedPanel(counter), Prose()
        self._lay_out()
        self._listen()
        self._show_nobody(tr("Looking through the visits…"))
        self.refresh()

    def title(self) -> str:
        return tr("Slipping away")

    def first_focus(self) -> QWidget | None:
        return self.list.row_chosen()

    def refresh(self) -> None:
        """Ask anew who is missed; the first time on a day this takes a moment."""
        desk = self._counter.desk
        self._counter.bridge.work(_read, desk.slipping, desk.now(), done=self._on_read)

    def _on_read(self, read: tuple[MissedPeople, tuple[Stopped, ...]]) -> None:
        first = self.people is None
        self.people, self.stopped = read
        self.said_fine.say(tr("Said fine, then stopped ({n})", n=len(self.stopped)))
        self._show_list()
        if first and not self.panel.isAncestorOf(self.focusWidget()):
            self.list.focus_chosen()

    def _show_list(self) -> None:
        """All who are missed, or only those who had said that it was fine."""
        if self.people is None:
            return
        listed = self._listed()
        if self.customer_id != self._named and self.customer_id not in listed:
            self.customer_id = 0
        self.customer_id = self.customer_id or next(iter(listed), 0)
        if self.said_fine.isChecked():
            desk = self._counter.desk
            self.list.show_stopped(self.stopped, self.customer_id, desk.zone, desk.now())
        else:
            self.list.show_people(self.people, self.customer_id)
        for one, following in pairwise((self.said_fine, *self.list.rows.values(), *self.panel.stops())):
            QWidget.setTabOrder(one, following)
        self._show_chosen()
        QTimer.singleShot(0, self, self._scroll_to_chosen)  # when the rows have their places

    def _listed(self) -> list[int]:
        if self.said_fine.isChecked():
            return [each.customer_id for each in self.stopped]
        return [each.customer_id for each in _all(self.people)]

    def _scroll_to_chosen(self) -> None:
        """Whoever is spoken of on the right is in sight on the left, also after an act moved them."""
        row = self.list.row_chosen()
        if row is not None:
            self._people.ensureWidgetVisible(row, 0, RHYTHM)

    def _on_chosen(self, customer_id: int) -> None:
        if customer_id != self.customer_id:
            self.customer_id = customer_id
            self.panel.note.clear()
            self._show_chosen()

    def _show_chosen(self) -> None:
        if not self.customer_id:
            self._show_nobody(self._nobody_words())
            return
        try:
            customer = self._counter.desk.customers.get(self.customer_id)
        except Refused:  # they left, or were put away meanwhile
            self._show_nobody(self._stopped_words() or self._nobody_words())
            return
        self.panel.show_person(customer, self._missed(), self._said())
        self._page.show()
        self.says.hide()

    def _missed(self) -> Missed | None:
        everybody = (*_all(self.people), *(each.missed for each in self.stopped if each.missed is not None))
        return next((each for each in everybody if each.customer_id == self.customer_id), None)

    def _one_who_stopped(self) -> Stopped | None:
        return next((each for each in self.stopped if each.customer_id == self.customer_id), None)

    def _said(self) -> str:
        """What whoever is chosen had said last, where it was fine, and until when they came."""
        desk, stopped = self._counter.desk, self._one_who_stopped()
        if stopped is None:
            return ""
        return answer_and_visit(LANGUAGE.texts, stopped, desk.zone, desk.now())

    def _stopped_words(self) -> str:
        desk, stopped = self._counter.desk, self._one_who_stopped()
        return stopped_words(LANGUAGE.texts, stopped, desk.zone, desk.now()) if stopped is not None else ""

    def _nobody_words(self) -> str:
        if self.said_fine.isChecked():
            return tr(
                "Of those who answered a feedback card, nobody who said that it was fine stopped coming."
            )
        return tr(
            "Nobody is missed: all regulars came as they usually do. Whoever came too seldom so far to tell"
            " is not listed."
        )

    def _show_nobody(self, words: str) -> None:
        self.says.setText(words)
        self.says.show()
        self._page.hide()

    def _listen(self) -> None:
        panel = self.panel
        self.list.chosen.connect(self._on_chosen)
        panel.called.connect(lambda: self._acts.called(self.customer_id, self._note()))
        panel.asked.connect(self._on_asked)
        panel.fine.connect(self._on_fine)
        panel.call_again.connect(lambda: self._acts.call_again(self.customer_id))
        panel.written.connect(self._write)
        panel.greeted.connect(self._greet)
        self._counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self._say_again)

    def _on_asked(self, reason: AwayReason) -> None:
        self._acts.asked(self.customer_id, reason, self._note())

    def _on_fine(self, until: date | None) -> None:
        self._acts.fine(self.customer_id, until, self._note())

    def _note(self) -> str:
        """What was typed goes with what was tapped."""
        typed: str = self.panel.note.text()
        self.panel.note.clear()
        return typed

    def _write(self) -> None:
        self._counter.open(SheetName.MESSAGE, customer_id=self.customer_id, kind=MessageKind.MISSED)

    def _greet(self) -> None:
        self._counter.choose(self.customer_id)
        self.closed.emit()

    def _on_changes(self, changes: Changes) -> None:
        if changes.everything or changes.shop or changes.customers:
            self.refresh()

    def _say_again(self) -> None:
        if self.people is not None:
            self._on_read((self.people, self.stopped))

    def _lay_out(self) -> None:
        self._people, self._page = ScrolledColumn(), ScrolledColumn()
        self._people.setFixedWidth(min(grown(_LIST_WIDTH), _LIST_WIDEST))
        self._people.column.addWidget(self.said_fine, 0, Qt.AlignmentFlag.AlignLeft)
        self._people.column.addWidget(self.list)
        self._page.column.addWidget(self.panel)
        self._page.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 3)
        row.addWidget(self._people)
        row.addWidget(self._page, 1)
        row.addWidget(self.says, 1)


def _all(people: MissedPeople | None) -> tuple[Missed, ...]:
    if people is None:
        return ()
    return (*people.quiet, *people.lost, *people.let_be)


def _read(slipping: SlippingService, now: int) -> tuple[MissedPeople, tuple[Stopped, ...]]:
    """Who is missed, and who of those and of who left had said that it was fine."""
    return slipping.missed(now, _MOST), slipping.said_fine(now)
