"""One thing to do for somebody: face and name, what to do, and the buttons that do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.ui.language import tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, Size, grown, is_large
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import TextLine
from frontdesk.ui.widgets.labels import ElidedLabel, KeyHint, PlainLabel
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.prose import Prose

_WHO_WIDTH, _ACTS_WIDTH, _BUTTON_WIDTH = 236, 292, 72
_SIGN, _EDGE_STRENGTH = 22, 0.3
_ICONS: dict[TodayKind, str] = {TodayKind.STAFF_THANKS: "heart-handshake", TodayKind.STAFF_REQUEST: "users"}


@dataclass(frozen=True, slots=True)
class RowAct:
    """What a button of a row says and does."""

    words: str
    do: Callable[[], None]


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says: `task` is a whole sentence, `below` when and whose, `beware` what to mind."""

    task: str
    below: str = ""
    beware: str = ""


class TodayRow(QWidget):
    """It writes nothing: its buttons do what they are given. `late` gives it a colour."""

    customer_wanted = Signal(int)

    def __init__(
        self, item: TodayItem, words: RowWords, portraits: Portraits, *, has_photo: bool, late: bool
    ) -> None:
        super().__init__()
        self.item, self.words, self.late = item, words, late
        self.buttons: list[TextButton] = []
        self.who: PersonRow | None = None
        self.phone = PlainLabel(role="title")
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.phone.hide()
        self.note: TextLine | None = None
        if item.customer_id is not None and item.kind not in _ICONS:
            self.who = self._make_face(portraits, item.customer_id, has_photo)
        self._digit = QHBoxLayout()
        self._acts = QHBoxLayout()
        self._said = QVBoxLayout()
        self._lay_out()
        self.setAccessibleName(": ".join(filter(None, (item.name, words.task, words.below))))

    def offer(self, acts: tuple[RowAct, ...]) -> None:
        """The first is what one usually does."""
        for place, act in enumerate(acts):
            button = TextButton(role="plain" if place == 0 else "quiet")
            button.setProperty("narrow", True)
            button.setMinimumWidth(_BUTTON_WIDTH)
            if not is_large():
                button.setFixedHeight(TARGET)
            button.say(act.words)
            button.setAccessibleName(f"{act.words}: {self.accessibleName()}")
            button.clicked.connect(lambda checked=False, do=act.do: do())
            self.buttons.append(button)
            self._acts.addWidget(button)
        self._acts.addStretch(1)

    def number(self, digit: int | None) -> None:
        """Show the digit that goes to it; without one its room is kept, so that all rows are in line."""
        cap = KeyHint(str(digit or 0))
        kept = cap.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        cap.setSizePolicy(kept)
        self._digit.addWidget(cap)
        cap.setHidden(digit is None)

    def show_phone(self, number: str) -> None:
        """The number, large: to be dialled from across the counter."""
        self.phone.setText(number)
        self.phone.setAccessibleName(tr("Telephone: {number}", number=number))
        self.phone.show()

    def ask_what_they_said(self, done: Callable[[], None]) -> TextLine:
        """A line for it, to be left empty or filled; Enter there does what is usual after a call."""
        if self.note is None:
            self.note = TextLine()
            self.note.setPlaceholderText(tr("What did they say?"))
            self.note.setAccessibleName(tr("What did they say?"))
            self.note.returnPressed.connect(done)
            self._said.addWidget(self.note)
            self.note.show()
        return self.note

    def take_note(self) -> str:
        """What was typed, once."""
        said = self.note.text() if self.note is not None else ""
        if self.note is not None:
            self.note.clear()
        return said

    def controls(self) -> tuple[QWidget, ...]:
        """All that takes the keyboard, from left to right."""
        return (*((self.who,) if self.who is not None else ()), *self.buttons)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = palette.colour("warn_ink" if self.late else "line")
        if self.late:
            edge.setAlphaF(_EDGE_STRENGTH)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(palette.colour("warn_ground" if self.late else "raised"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)

    def _make_face(self, portraits: Portraits, customer_id: int, has_photo: bool) -> PersonRow:
        who = PersonRow(portraits, 44, flat=True)
        who.show_person(customer_id, self.item.name, has_photo, self.words.below)
        who.setFixedWidth(grown(_WHO_WIDTH))
        who.clicked.connect(lambda: self.customer_wanted.emit(customer_id))
        return who

    def _lay_out(self) -> None:
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(RHYTHM, 6, RHYTHM, 6)
        row.setSpacing(RHYTHM * 2)
        first = QHBoxLayout()
        first.addLayout(self._digit)
        first.addWidget(self.who if self.who is not None else self._sign())
        first.addStretch(1)
        row.addLayout(first)
        self._said.setSpacing(2)
        self._said.addWidget(Prose(self.words.task, size=Size.BODY, ink="ink"))
        if self.words.beware:
            self._said.addWidget(Prose(self.words.beware, ink="warn_ink"))
        self._said.addWidget(self.phone)
        row.addLayout(self._said, 1)
        buttons = QWidget()
        if not is_large():
            buttons.setMinimumWidth(_ACTS_WIDTH)
        buttons.setLayout(self._acts)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.setSpacing(RHYTHM)
        row.addWidget(buttons)

    def _sign(self) -> QWidget:
        """In the place of a face, what is about the staff has a sign and the one it is about; so has whoever
        complained and is not known.
        """
        sign = QWidget()
        sign.setFixedWidth(grown(_WHO_WIDTH))
        picture = PlainLabel()
        picture.setPixmap(icon_pixmap(_ICONS.get(self.item.kind, "user"), "quiet", _SIGN))
        words = QVBoxLayout()
        words.setSpacing(0)
        about_staff = self.item.owner if self.item.kind in _ICONS else ""
        words.addWidget(ElidedLabel(about_staff or self.item.name or tr("Somebody we do not know"), "strong"))
        words.addWidget(ElidedLabel(self.words.below, "small"))
        row = QHBoxLayout(sign)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(picture)
        row.addLayout(words, 1)
        return sign
