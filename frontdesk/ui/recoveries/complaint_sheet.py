"""A complaint in one tap; then what to do, what to say, what one may give, and who is to come."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.recoveries import STANDING, Recovery, RecoveryOutcome, RecoveryState
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.ui.counter.sheets import Counter, Sheet
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.people.person_picker import PersonPicker
from frontdesk.ui.recoveries.playbook_page import PlaybookPage
from frontdesk.ui.recoveries.recovery_acts import RecoveryActs
from frontdesk.ui.recoveries.situations_page import SituationsPage
from frontdesk.ui.widgets.pages import fill_with

_CHORDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def open_sheet(counter: Counter, customer_id: int = 0, recovery_id: int = 0) -> ComplaintSheet:
    """Of a customer or (0) of somebody nobody knows; `recovery_id` opens one that is there already.

    Raises `Refused` UNKNOWN_CUSTOMER, UNKNOWN_RECOVERY.
    """
    return ComplaintSheet(counter, customer_id, recovery_id)


class ComplaintSheet(Sheet):
    """What is tapped is saved at once, so that it may be left at any moment."""

    def __init__(self, counter: Counter, customer_id: int, recovery_id: int) -> None:
        super().__init__()
        self._counter, self._acts = counter, RecoveryActs(counter)
        self._customer_id, self._recovery_id, self._resituating = customer_id, recovery_id, False
        self._name = counter.desk.customers.get(customer_id).address if customer_id else ""
        self.situations = SituationsPage(counter)
        self.page = PlaybookPage(counter, self._acts)
        self.picker = PersonPicker(counter.desk, counter.portraits, without=0)
        self.picker.say_heading(_who_words)
        self._pages = QStackedWidget()
        for part in (self.situations, self.page, self.picker):
            self._pages.addWidget(part)
        fill_with(self, self._pages)
        self.situations.chosen.connect(self._on_situation)
        self.situations.wanted.connect(self.show_recovery)
        self.page.other_wanted.connect(self._ask_again)
        self.page.face_wanted.connect(self._ask_who)
        self.picker.picked.connect(self._on_picked)
        counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self._on_language)
        self.show_recovery(recovery_id)

    def title(self) -> str:
        return tr("Complaint")

    def told_of(self) -> frozenset[int]:
        return frozenset({self._customer_id, self.page.customer_id()})

    def first_focus(self) -> QWidget | None:
        if self._pages.currentWidget() is self.page:
            return self.page.first_focus()
        return next(iter(self.situations.buttons.values()))

    def may_close(self) -> bool:
        """Esc leads from a question back to the complaint; the rest is saved as it is left."""
        if self._recovery_id and self._pages.currentWidget() is not self.page:
            self.show_recovery(self._recovery_id)
            return False
        self.page.finish()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._pages.currentWidget() is self.situations
        if event.modifiers() & _CHORDS or not (asked and self.situations.press(event.text())):
            super().keyPressEvent(event)

    def show_recovery(self, recovery_id: int) -> None:
        """Show what to do about one; without one (0) ask what happened. Raises `Refused` UNKNOWN_RECOVERY."""
        self._recovery_id, self._resituating = recovery_id, False
        if recovery_id:
            self.page.show_recovery(recovery_id)
        else:
            self.refresh()
        self._turn_to(self.page if recovery_id else self.situations)

    def refresh(self) -> None:
        """Read anew what is shown."""
        if self._recovery_id and not self._resituating:
            self.page.refresh()
        else:
            self.situations.show_all(() if self._resituating else self._standing(), self._explains())

    def _standing(self) -> tuple[Recovery, ...]:
        recoveries = self._counter.desk.recoveries
        if not self._customer_id:
            return tuple(recoveries.of_strangers())
        return tuple(each for each in recoveries.of(self._customer_id) if each.state in STANDING)

    def _explains(self) -> str:
        if self._resituating:
            return tr("What was it really? Nothing else of it changes.")
        if self._name:
            return tr("What went wrong for {name}? One tap notes it, and shows what to do.", name=self._name)
        return tr("What went wrong for somebody we do not know? One tap notes it, and shows what to do.")

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        focus = self.picker.search if page is self.picker else self.first_focus()
        if focus is not None and self.isVisible():
            focus.setFocus()

    def _on_situation(self, situation: str) -> None:
        self.situations.rest(True)
        if self._resituating:
            self._acts.resituate(self._recovery_id, situation, self._on_recorded, self._on_not_recorded)
        else:
            self._acts.record(situation, self._customer_id or None, self._on_recorded, self._on_not_recorded)

    def _on_recorded(self, outcome: RecoveryOutcome) -> None:
        self.situations.rest(False)
        self.show_recovery(outcome.recovery.id)

    def _on_not_recorded(self, sentence: str, error: Exception) -> None:
        self.situations.rest(False)
        self._counter.bridge.refused.emit(sentence, error)

    def _ask_again(self) -> None:
        self._resituating = True
        self.refresh()
        self._turn_to(self.situations)

    def _ask_who(self) -> None:
        self.picker.search.clear()
        self.picker.find()
        self._turn_to(self.picker)

    def _on_picked(self, customer_id: int) -> None:
        self._acts.give_face(self._recovery_id, customer_id, self._on_recorded)

    def _on_changes(self, changes: Changes) -> None:
        about_it = changes.recoveries or changes.calls or changes.playbooks
        if not (about_it or changes.customers or changes.everything):  # a customer: stamps given for it
            return
        if self._recovery_id and self._is_withdrawn():
            self._show_or_close(partial(self.show_recovery, 0))
        elif not self._resituating:
            self._show_or_close(self.refresh)

    def _on_language(self) -> None:
        self._show_or_close(self.refresh)

    def _show_or_close(self, show: Callable[[], None]) -> None:
        try:
            show()
        except Refused as refused:
            if refused.code is not RefusalCode.UNKNOWN_CUSTOMER:
                raise
            self.closed.emit()  # they were taken off the list meanwhile

    def _is_withdrawn(self) -> bool:
        story = self._counter.desk.recoveries.story(self._recovery_id)
        return story.recovery.state is RecoveryState.WITHDRAWN


def _who_words(count: int, typed: str) -> str:
    if typed and not count:
        return tr("Nobody found")
    return tr("Whose complaint is it?")
