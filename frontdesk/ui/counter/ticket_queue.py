"""The tickets that wait for a name, as chips; and above them the one in hand, with what may become of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.domain.loyalty.tickets import DropReason, Ticket
from frontdesk.domain.text import LINE_LIMIT
from frontdesk.ui.counter.flow import ChipFlow
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.look.style import LOOK, set_role
from frontdesk.ui.widgets.buttons import Chip, IconButton, TextButton
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from frontdesk.wording.tickets import ago_words, reason_words

_ROWS = 2
_MOST_CHIPS = 40
"""More than the rows hold on the largest screen; all are in the list behind the number in the header."""
_LONGEST = 300
_ICON = 28


Words = Callable[[Ticket], str]


class TicketQueue(QWidget):
    """Empty, it takes no room. Tap a ticket, then its face."""

    wanted = Signal(object)
    """A ticket is tapped: whose is it?"""
    dropped = Signal(object, object)
    renamed = Signal(object, str)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[Ticket, ...] = ()
        self._in_hand: Ticket | None = None
        self._said: tuple[Ticket | None, list[tuple[Ticket, str, str]]] = (None, [])
        self._now = 0
        self._words: Words = lambda ticket: ticket.label
        self.banner = InHand()
        self.heading = ElidedLabel("", "heading")
        self.chips = ChipFlow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, RHYTHM)
        column.setSpacing(RHYTHM)
        column.addWidget(self.banner)
        column.addWidget(self.heading)
        column.addWidget(self.chips)
        self.banner.let_go.connect(self.let_go)
        self.banner.dropped.connect(self._on_dropped)
        self.banner.renamed.connect(self._on_renamed)
        LANGUAGE.changed.connect(self._show)
        LOOK.changed.connect(self._show)
        self.hide()

    def show_tickets(self, waiting: Sequence[Ticket], in_hand: Ticket | None, now: int, words: Words) -> None:
        """Show the queue and the one in hand; `words` says a ticket in one line."""
        self._waiting, self._in_hand, self._now, self._words = tuple(waiting), in_hand, now, words
        self._show()

    @property
    def asks(self) -> bool:
        """Is one in hand?"""
        return self._in_hand is not None

    def height_for(self, width: int) -> int:
        """How high it is at this width: chips wrap."""
        for _ in range(2):  # what the chips ask for follows the width that they are given first
            self.resize(width, self.sizeHint().height())
            self.layout().activate()
        return self.sizeHint().height()

    def _show(self) -> None:
        in_hand = self._in_hand
        self.banner.setVisible(in_hand is not None)
        self.chips.limit_rows(_ROWS, keep_all=True)
        if in_hand is not None:
            self.banner.say(self._words(in_hand), in_hand.label)
        else:
            self.banner.forget()
        self.heading.setText(tr("Waiting for a name"))
        newest = self._waiting[: -_MOST_CHIPS - 1 : -1]  # are seen, however many there are
        said = [
            (each, self._words(each), ago_words(LANGUAGE.texts, each.made_at, self._now)) for each in newest
        ]
        if (in_hand, said) != self._said:  # a chip that says the same stays under the finger
            self._said = (in_hand, said)
            self._show_chips(in_hand, said)
        self.setVisible(bool(self._waiting))

    def _show_chips(self, in_hand: Ticket | None, said: Sequence[tuple[Ticket, str, str]]) -> None:
        chips: list[QWidget] = []
        for ticket, words, ago in said:
            chip = TicketChip(words, ago)
            chip.setChecked(in_hand is not None and ticket.id == in_hand.id)
            chip.clicked.connect(lambda checked=False, ticket=ticket: self._on_tapped(ticket))
            chips.append(chip)
        self.chips.show_chips(chips)

    def _on_tapped(self, ticket: Ticket) -> None:
        """A second tap lets it go."""
        if self._in_hand is not None and self._in_hand.id == ticket.id:
            self.let_go.emit()
        else:
            self.wanted.emit(ticket)

    def _on_dropped(self, reason: DropReason) -> None:
        if self._in_hand is not None:
            self.dropped.emit(self._in_hand, reason)

    def _on_renamed(self, label: str) -> None:
        if self._in_hand is not None:
            self.renamed.emit(self._in_hand, label)


class TicketChip(Chip):
    """A ticket in small: how they look and what they had, and for how long it has waited."""

    def __init__(self, words: str, ago: str, parent: QWidget | None = None) -> None:
        super().__init__("sticky-note", parent, checkable=True)
        room = fonts.measures(Size.BODY, True)
        short = room.elidedText(words, Qt.TextElideMode.ElideRight, _LONGEST)
        self.say(tr("{ticket} · {ago}", ticket=short, ago=ago))
        self.setAccessibleName(tr("Whose is it? {ticket}, {ago}", ticket=words, ago=ago))
        if short != words:
            self.setToolTip(plain_tip(words))


class InHand(QFrame):
    """One ticket is in hand: what to do next, and what else may become of it."""

    dropped = Signal(object)
    renamed = Signal(str)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "in-hand")
        self._picture = PlainLabel()
        self.ticket, self.looks = ElidedLabel("", "strong"), QLineEdit()
        self.looks.setMaxLength(LINE_LIMIT)
        self.looks.returnPressed.connect(self._on_looks)
        speak(self.looks.setAccessibleName, lambda: tr("How do they look? (blue helmet)"))
        self.looks.hide()
        self.pencil = IconButton("pencil")
        speak(self.pencil.say, lambda: tr("Say better how they look"))
        self.pencil.clicked.connect(self._edit)
        self.hint = ElidedLabel("", "quiet")
        speak(self.hint.setText, lambda: tr("Choose a face, type a name or scan a card."))
        self.drops = {reason: TextButton(role="quiet") for reason in DropReason}
        for reason, button in self.drops.items():
            speak(button.say, partial(_said, reason))
            button.clicked.connect(lambda checked=False, reason=reason: self.dropped.emit(reason))
        self.leave = TextButton("x", "quiet")
        speak(self.leave.say, lambda: tr("Let it wait"))
        self.leave.clicked.connect(self.let_go)
        self._lay_out()
        LOOK.changed.connect(self._dress)
        self._dress()

    def say(self, words: str, label: str) -> None:
        """Which ticket it is; a reader of the screen hears of it once."""
        said = tr("Whose is it? {ticket}", ticket=words)
        if said != self.accessibleName():
            self.ticket.setText(words)
            self.looks.setText(label)
            self._show_line(False)
            self.setAccessibleName(said)
            self.setAccessibleDescription(self.hint.full_text())
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def forget(self) -> None:
        """None is in hand: the next is a new question, also where it is the same ticket."""
        self.setAccessibleName("")

    def _edit(self) -> None:
        self._show_line(True)
        self.looks.selectAll()
        self.looks.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_looks(self) -> None:
        self._show_line(False)
        self.renamed.emit(self.looks.text())

    def _show_line(self, typing: bool) -> None:
        """The line to type on stands where the ticket's words were."""
        for label in (self.ticket, self.hint):
            label.setVisible(not typing)
        self.looks.setVisible(typing)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.looks)
        words.addWidget(self.ticket)
        words.addWidget(self.hint)
        top = QHBoxLayout()
        top.setSpacing(RHYTHM * 2)
        top.addWidget(self._picture)
        top.addLayout(words, 1)
        top.addWidget(self.pencil)
        top.addWidget(self.leave)
        self.others = ChipFlow()
        self.others.limit_rows(_ROWS, keep_all=True)
        self.others.show_chips([*self.drops.values()])
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 2, RHYTHM, RHYTHM, RHYTHM)
        column.setSpacing(RHYTHM)
        column.addLayout(top)
        column.addWidget(self.others)

    def _dress(self) -> None:
        self._picture.setPixmap(icon_pixmap("sticky-note", "accent_ink", _ICON))


def _said(reason: DropReason) -> str:
    return reason_words(LANGUAGE.texts, reason)
