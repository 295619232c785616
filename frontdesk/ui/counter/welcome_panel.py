"""Nobody is chosen: what to do, and what has been promised for today. Never an empty hole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.care.requests import SpecialRequest
from frontdesk.domain.days import MINUTE
from frontdesk.ui.counter.rows import RequestRow
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import ACTION, RHYTHM, grown, taller
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import ActionButton, Weight
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import ElidedLabel, NameLabel, PlainLabel

if TYPE_CHECKING:
    from frontdesk.domain.loyalty.tickets import Ticket
    from frontdesk.ui.counter.ticket_queue import TicketQueue

MOST_ROWS = 8
_ROW = 56 + RHYTHM
_CALM_FROM = 200
_WORDS_AROUND = 150  # so much of it is text
_AROUND_ROWS = 244  # heading, hint, how many more there are, and buttons


class WelcomePanel(QWidget):
    """A friendly heading, two ways to begin, and the requests that are due."""

    enrol_wanted = Signal()
    today_wanted = Signal()
    import_wanted = Signal()
    customer_wanted = Signal(int)
    move_wanted = Signal(object, object)
    details_wanted = Signal(int)
    ticket_wanted = Signal()
    """Somebody is in a hurry: a ticket, and the name later."""
    ticket_taken = Signal(object)
    ticket_dropped = Signal(object, object)
    ticket_renamed = Signal(object, str)
    ticket_let_go = Signal()

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self._now = zone, 0
        self._due: tuple[SpecialRequest, ...] = ()
        self._said: object = None
        self._empty_shop = False
        self.heading = NameLabel()
        self.hint = PlainLabel(role="quiet")
        self.hint.setWordWrap(True)
        self.queue: TicketQueue | None = None
        self._queue_place = QVBoxLayout()
        self._due_heading = ElidedLabel("", "heading")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(RHYTHM)
        self._more = _MoreLine("", "quiet")
        self._calm = _CalmPicture()
        self._lay_out()
        LANGUAGE.changed.connect(self._show)
        SHARED_SCREEN.changed.connect(self._show)

    def show_day(self, now: int, due: Sequence[SpecialRequest], *, empty_shop: bool) -> None:
        """Show the state of the day. `empty_shop` means that nobody has been enrolled yet."""
        self._now, self._due, self._empty_shop = now, tuple(due), empty_shop
        self._show()

    def show_tickets(
        self, waiting: Sequence[Ticket], in_hand: Ticket | None, now: int, words: Callable[[Ticket], str]
    ) -> None:
        """Show who waits for a name, and the ticket that is in hand; `words` says one in a line."""
        if self.queue is None:
            if not waiting:
                return
            self.queue = self._make_queue()
        self.queue.show_tickets(waiting, in_hand, now, words)
        self._now = now
        self._show()

    def rows(self) -> list[RequestRow]:
        found = (self._rows.itemAt(place).widget() for place in range(self._rows.count()))
        return [row for row in found if isinstance(row, RequestRow)]

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self._now:
            self._show_rows()

    def _show(self) -> None:
        asking = self._asks()
        self.hint.setVisible(not asking)
        hour = datetime.fromtimestamp(self._now / 1000, self.zone).hour
        if self._empty_shop:
            self.heading.setText(tr("Welcome to your shop"))
            self.hint.setText(tr("Press F2 to add your first customer. A name is enough to begin."))
        else:
            self.heading.setText(tr("Whose is it?") if asking else _good_day(hour))
            self.hint.setText(tr("Type a name or the end of a phone number, scan a card, or tap a face."))
        self._import.setVisible(self._empty_shop)
        self._list.setVisible(not self._empty_shop)
        self._ticket.setVisible(not self._empty_shop)
        self._show_rows()

    def _show_rows(self) -> None:
        queue = self._queue_height()
        around = _AROUND_ROWS + grown(_WORDS_AROUND) - _WORDS_AROUND + queue
        high = taller(_ROW, 2)
        room = max(0 if queue else 1, min(MOST_ROWS, (self.height() - around) // high))
        if self._asks():
            room = 0  # one thing at a time
        self._fill_rows(self._due[:room])
        has_rows = bool(self.rows()) and not self._empty_shop
        left_over = self.height() - around - len(self.rows()) * high
        self._calm.setVisible(not self._asks() and (left_over > _CALM_FROM or not (has_rows or queue)))
        self._say_calm(has_rows)
        self._say_more(has_rows)
        self._due_heading.setText(tr("Promised, the most pressing first") if has_rows else "")

    def _fill_rows(self, due: Sequence[SpecialRequest]) -> None:
        """Rows that say it already are left alone: new ones would be dressed, laid out and painted again each
        time that a customer goes.
        """
        said = (due, self._now // MINUTE, self.zone, LANGUAGE.code, SHARED_SCREEN.on)
        if said == self._said:
            return
        self._said = said
        empty(self._rows)
        for request in due:
            row = RequestRow(request, self._now, self.zone, named=not SHARED_SCREEN.on)
            row.move_wanted.connect(self.move_wanted)
            row.details_wanted.connect(self.details_wanted)
            row.customer_wanted.connect(self.customer_wanted)
            self._rows.addWidget(row)

    def _asks(self) -> bool:
        """Is a ticket in hand, and a face wanted for it?"""
        return self.queue is not None and self.queue.asks

    def _queue_height(self) -> int:
        """How much room the queue takes at the present width; nothing where nobody waits."""
        if self.queue is None or self.queue.isHidden():
            return 0
        return self.queue.height_for(self.width())

    def _make_queue(self) -> TicketQueue:
        """Made when somebody waits: the first frame does not wait for it."""
        from frontdesk.ui.counter.ticket_queue import TicketQueue

        queue = TicketQueue()
        queue.wanted.connect(self.ticket_taken)
        queue.dropped.connect(self.ticket_dropped)
        queue.renamed.connect(self.ticket_renamed)
        queue.let_go.connect(self.ticket_let_go)
        self._queue_place.addWidget(queue)
        return queue

    def _say_calm(self, has_rows: bool) -> None:
        if has_rows:
            self._calm.say(tr("Nothing else is promised."))
        elif self._empty_shop:
            self._calm.say(tr("The first regular is waiting to be known."))
        else:
            self._calm.say(tr("Nothing is promised. All is calm."))

    def _say_more(self, has_rows: bool) -> None:
        """How many more are promised than there are rows for."""
        more = len(self._due) - len(self.rows()) if has_rows else 0
        self._more.setText(ntr("and {n} more", "and {n} more", more) if more else "")
        self._more.setVisible(more > 0)
        if more:
            self._calm.hide()

    def _lay_out(self) -> None:
        self._enrol = ActionButton("user-plus", "F2", Weight.FILLED)
        speak(self._enrol.say, lambda: tr("New customer"))
        self._enrol.clicked.connect(self.enrol_wanted)
        self._ticket = ActionButton("sticky-note", "F11")
        speak(self._ticket.say, lambda: tr("Name later"))
        self._ticket.clicked.connect(self.ticket_wanted)
        self._list = ActionButton("list-todo", "F6")
        speak(self._list.say, lambda: tr("Today"))
        self._list.clicked.connect(self.today_wanted)
        self._more.tapped.connect(self.today_wanted)
        self._import = ActionButton("import", "")
        speak(self._import.say, lambda: tr("Import a list"))
        self._import.clicked.connect(self.import_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(RHYTHM)
        for button in (self._enrol, self._ticket, self._list, self._import):
            button.setMinimumHeight(ACTION)
            buttons.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addSpacing(RHYTHM * 2)
        column.addLayout(self._queue_place)
        column.addWidget(self._due_heading)
        column.addLayout(self._rows)
        column.addWidget(self._more)
        column.addWidget(self._calm, 1)
        column.addStretch(0)
        column.addLayout(buttons)


class _MoreLine(ElidedLabel):
    """How many more there are; a tap leads where they are, as the button below does."""

    tapped = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.tapped.emit()


class _CalmPicture(QWidget):
    """A cup and a sentence, where there is nothing to list."""

    def __init__(self) -> None:
        super().__init__()
        self._picture, self._text = PlainLabel(), PlainLabel(role="quiet")
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (self._picture, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        LOOK.changed.connect(self._dress)
        self._dress()

    def say(self, text: str) -> None:
        self._text.setText(text)

    def _dress(self) -> None:
        self._picture.setPixmap(icon_pixmap("coffee", "accent", 64))


def _good_day(hour: int) -> str:
    if 4 <= hour < 12:
        return tr("Good morning")
    return tr("Good afternoon") if 12 <= hour < 17 else tr("Good evening")
