"""What guests say: every answer to a feedback card, the unhappy ones that wait first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.feedback.inbox import InboxPage, Shown
from frontdesk.domain.feedback.responses import WAITING, Response
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName
from frontdesk.ui.feedback.inbox_reading import InboxReading
from frontdesk.ui.feedback.nobody_said import NobodySaid
from frontdesk.ui.feedback.page_fault import PageFaultStrip
from frontdesk.ui.feedback.response_row import ResponseRow, RowSaid
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.people.record_rows import when_words
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.pages import in_a_row, tab_through
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.responses import (
    card_words,
    first_words,
    inbox_sentence,
    mood_sentence,
    response_state_name,
    way_back_name,
    whose,
)

PAGE: Final = 60
"""So many rows at a time; a list of thousands would only be slow to make."""
_KEYS: Final = "123456789"
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def open_sheet(counter: Counter, shown: Shown = Shown.TO_DO) -> ResponsesSheet:
    """The inbox of answers."""
    return ResponsesSheet(counter, shown)


class ResponsesSheet(Sheet):
    """Follows what comes in. It is read beside the window; rows that say the same are left alone."""

    def __init__(self, counter: Counter, shown: Shown) -> None:
        super().__init__()
        self.counter = counter
        self.rows: list[ResponseRow] = []
        self._page: InboxPage | None = None
        self._told: object = None
        self._most = PAGE
        self.reading = InboxReading(counter.bridge, self)
        self.chips = ChipRow([(each.value, _chip_words(each)) for each in Shown])
        self.chips.choose(shown)
        self.counted = Prose()
        self.more_button = TextButton("chevron-down", "quiet")
        speak(self.more_button.say, lambda: tr("Show more"))
        self.key_in_button = self._leads("square-pen", lambda: tr("Key in answers"), SheetName.KEY_IN)
        self.summary_button = self._leads(
            "chart-column", lambda: tr("What the answers say"), SheetName.FEEDBACK_SUMMARY
        )
        self.nothing = NobodySaid()
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM)
        self._lay_out()
        self.chips.chosen.connect(self._on_chip)
        self.more_button.clicked.connect(self._show_more)
        self.nothing.cards_wanted.connect(lambda: counter.open(SheetName.FEEDBACK_CARDS))
        self.reading.came.connect(self._on_page)
        counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self._show)
        self._show()
        self.refresh()

    def title(self) -> str:
        return tr("What guests say")

    def first_focus(self) -> QWidget:
        return self.rows[0] if self.rows else self.chips.chip(self.shown)

    def again(self) -> Callable[[], object]:
        return partial(self.counter.open, SheetName.RESPONSES, shown=self.shown)

    @property
    def shown(self) -> Shown:
        """Which of them are in sight."""
        return Shown(self.chips.value())

    def refresh(self) -> None:
        """Read it anew; until it has come, what was there before stands."""
        self.reading.ask(self.shown, self._most)

    def open_response(self, response_id: int) -> None:
        self.counter.open(SheetName.RESPONSE, response_id=response_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit opens one of the first nine."""
        place = _KEYS.find(event.text()) if event.text() else -1
        chord = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if 0 <= place < len(self.rows) and not chord:
            self.rows[place].click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from row to row."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, ResponseRow) and watched in self.rows:
                self._go_to(self.rows.index(watched) + step)
                return True
        return bool(super().eventFilter(watched, event))

    def _on_page(self, page: InboxPage) -> None:
        first, self._page = self._page is None, page
        waits = first and self.focusWidget() in (None, *self._chips())
        self._show()
        if waits and self.rows:
            self.rows[0].setFocus()

    def _show(self) -> None:
        """Say the list. It stays where it was scrolled to, and the keyboard at the same answer."""
        page = self._page
        self._area.setVisible(page is not None and bool(page.responses))
        self.nothing.setVisible(page is not None and not page.responses)
        if page is None:
            self.counted.setText(tr("Looking what came…"))
            return
        self.counted.setText(inbox_sentence(LANGUAGE.texts, page.waiting, page.unhappy) if page.ever else "")
        self.nothing.show_for(anything=page.ever)
        told = [(each.id, self._said(each)) for each in page.responses]
        self.more_button.setVisible(page.found > len(told))
        if told == self._told:
            return
        self._told = told
        focused, scrolled = self._focused(), self._area.verticalScrollBar().value()
        self._fill(told)
        if focused is not None:
            self._focus_again(*focused)
        self._scroll_to(scrolled)

    def _said(self, response: Response) -> RowSaid:
        desk, texts = self.counter.desk, LANGUAGE.texts
        state = response_state_name(texts, response.state)
        owner = response.owner_name
        return RowSaid(
            whose(texts, response),
            first_words(texts, response),
            f"{card_words(texts, response)} · {way_back_name(texts, response.way)}",
            tr("{state} ({name})", state=state, name=owner) if owner else state,
            when_words(response.came_at, desk.zone, desk.now()),
            mood_sentence(texts, response),
            response.mood,
            pressing=response.unhappy and response.state in WAITING,
        )

    def _fill(self, told: list[tuple[int, RowSaid]]) -> None:
        """The keyboard leaves the rows first: from each hidden one it would go to the next, to the end."""
        if self._focused() is not None:
            self.setFocus()
        self.rows = []
        empty(self._column)
        for place, (response_id, said) in enumerate(told):
            row = ResponseRow(response_id, said)
            row.number(_KEYS[place : place + 1])
            row.clicked.connect(lambda checked=False, key=response_id: self.open_response(key))
            row.installEventFilter(self)
            self.rows.append(row)
            self._column.addWidget(row)
        tab_through(*self._chips(), self.key_in_button, self.summary_button, *self.rows, self.more_button)

    def _on_chip(self, value: str) -> None:
        self._most = PAGE
        self._area.verticalScrollBar().setValue(0)
        self.refresh()

    def _show_more(self) -> None:
        self._most += PAGE
        self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        theirs = {each.customer_id for each in self._page.responses} if self._page is not None else set()
        if changes.responses or changes.team or changes.everything or theirs & changes.customers:
            self.refresh()

    def _leads(self, icon: str, say: Callable[[], str], to: SheetName) -> TextButton:
        button = TextButton(icon)
        speak(button.say, say)
        button.clicked.connect(lambda: self.counter.open(to))
        return button

    def _chips(self) -> list[QWidget]:
        return [self.chips.chip(shown) for shown in Shown]

    def _lay_out(self) -> None:
        """Where text is large the list keeps the room: how much there is scrolls with it."""
        above, listed = in_a_row(), QVBoxLayout()
        above.setSpacing(RHYTHM)
        above.addWidget(self.chips, 1)
        ways = QHBoxLayout()
        ways.setSpacing(RHYTHM)
        for button in (self.key_in_button, self.summary_button):
            ways.addWidget(button)
        above.addLayout(ways)
        listed.setSpacing(RHYTHM)
        if is_large():
            listed.addWidget(self.counted)
        listed.addLayout(self._column)
        listed.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        listed.addStretch(1)
        self._area = scrolling(listed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(RHYTHM * 2)
        whole.addLayout(above)
        if not is_large():
            whole.addWidget(self.counted)
        whole.addWidget(PageFaultStrip())
        whole.addWidget(self._area, 1)
        whole.addWidget(self.nothing, 1)
        whole.addStretch(0)

    # --- the keyboard ---

    def _focused(self) -> tuple[int, ResponseRow] | None:
        """The place and row that the keyboard is at, if it is in the list."""
        row = self.focusWidget()
        return next(((place, each) for place, each in enumerate(self.rows) if each is row), None)

    def _go_to(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self.rows[place], 0, RHYTHM * 6)

    def _focus_again(self, place: int, before: ResponseRow) -> None:
        """At the same answer where it is still there, else at the same place of the list."""
        same = (at for at, row in enumerate(self.rows) if row.response_id == before.response_id)
        if self.rows:
            self._go_to(next(same, min(place, len(self.rows) - 1)))
        else:
            self.chips.chip(self.shown).setFocus()

    def _scroll_to(self, value: int) -> None:
        """The new rows get their places first, for the scroll bar to know how long they are."""
        inner = self._area.widget()
        assert inner is not None, "a scrolling area has its rows from the beginning"
        for row in self.rows:
            row.show()
        QCoreApplication.sendEvent(inner, QEvent(QEvent.Type.LayoutRequest))
        self._area.verticalScrollBar().setValue(value)


def _chip_words(shown: Shown) -> Callable[[], str]:
    return lambda: {
        Shown.TO_DO: tr("To do"),
        Shown.UNHAPPY: tr("Unhappy"),
        Shown.LATELY: tr("All of lately"),
        Shown.ASIDE: tr("Set aside"),
    }[shown]
