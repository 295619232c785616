"""One open request: who, what, for when, whose it is, and the buttons that move it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.care.requests import RequestState, SpecialRequest, next_states
from frontdesk.ui.counter.marks import request_mark
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, grown, is_large
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.requests.when_words import no_time_words, when_parts
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.wording.requests import move_name, state_name

_HEIGHT, _WHO_WIDTH, _WHEN_WIDTH, _STEPS_WIDTH = 72, 224, 226, 286
_SIGN, _SIGN_ROOM = 22, 34
_EDGE_STRENGTH = 0.3
_IN_WORDS = 2
"""So many next steps are buttons; the rarer ones are on the request's own page."""


class RequestCard(QWidget):
    """A row of the list. It writes nothing: it says what was tapped."""

    move_wanted = Signal(object, object)
    customer_wanted = Signal(int)
    details_wanted = Signal(int)

    def __init__(self, request: SpecialRequest, has_photo: bool, portraits: Portraits, desk: Any) -> None:
        super().__init__()
        self.request = request
        self._tone, self._icon = request_mark(request, desk.now())
        if not is_large():
            self.setFixedHeight(_HEIGHT)
        self.state = state_name(LANGUAGE.texts, request.state)
        self.who = PersonRow(portraits, 44, flat=True)
        self.who.show_person(request.customer_id, request.customer_name, has_photo, self.state)
        self.who.setFixedWidth(grown(_WHO_WIDTH))
        self.who.clicked.connect(lambda: self.customer_wanted.emit(request.customer_id))
        self.when, self.below = _when_words(request, desk)
        self.buttons = self._make_buttons()
        self._lay_out()
        self.setAccessibleName(f"{request.customer_name}: {request.what}. {self.when}. {self.state}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        calm = self._tone == "calm"
        ink = "quiet" if calm else f"{self._tone}_ink"
        edge = palette.colour("line" if calm else ink)
        if not calm:
            edge.setAlphaF(_EDGE_STRENGTH)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(palette.colour("raised" if calm else f"{self._tone}_ground"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 18, 18)
        picture = icon_pixmap(self._icon, ink, _SIGN, self.devicePixelRatioF())
        painter.drawPixmap(
            QPoint(self._when.x() - _SIGN_ROOM, self._when.geometry().center().y() - _SIGN // 2), picture
        )

    def _lay_out(self) -> None:
        self._when, steps = QWidget(), QWidget()
        self._when.setFixedWidth(grown(_WHEN_WIDTH))
        role = "strong" if self._tone == "calm" else f"strip-{self._tone}"
        self._when.setLayout(_two_lines(self.when, role, self.below))
        if not is_large():
            steps.setMinimumWidth(_STEPS_WIDTH)
        tapped = QHBoxLayout(steps)
        tapped.setContentsMargins(0, 0, 0, 0)
        tapped.setSpacing(RHYTHM)
        for button in self.buttons:
            tapped.addWidget(button)
        tapped.addStretch(1)
        first, then = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.who)
        first.addLayout(_two_lines(self.request.what, "strong", self.request.note), 1)
        then.addSpacing(_SIGN_ROOM - RHYTHM)
        then.addWidget(self._when)
        then.addWidget(steps, 1)
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(6, 0, RHYTHM, 0)
        for part in (first, then, row):
            part.setSpacing(RHYTHM * 2)
        row.addLayout(first, 1)
        row.addLayout(then)

    def _make_buttons(self) -> list[TextButton | IconButton]:
        """The usual next steps first; the rest, and all that belongs to it, is on a page of its own."""
        steps = next_states(self.request.state)
        worded = steps if len(steps) <= _IN_WORDS else steps[:_IN_WORDS]
        buttons: list[TextButton | IconButton] = [
            self._step_button(to, "plain" if place == 0 else "quiet") for place, to in enumerate(worded)
        ]
        more = IconButton("ellipsis", role="quiet")
        more.say(tr("More about {what}", what=self.request.what))
        more.clicked.connect(lambda: self.details_wanted.emit(self.request.id))
        return [*buttons, more]

    def controls(self) -> tuple[QWidget, ...]:
        """All that takes the keyboard, from left to right."""
        return (self.who, *self.buttons)

    def _step_button(self, to: RequestState, role: str) -> TextButton:
        words = move_name(LANGUAGE.texts, to)
        button = TextButton(role=role)
        button.setProperty("narrow", True)
        if not is_large():
            button.setFixedHeight(TARGET)
        button.say(words)
        button.setAccessibleName(f"{words}: {self.request.what} ({self.request.customer_name})")
        button.clicked.connect(self._mover(to))
        return button

    def _mover(self, to: RequestState) -> Callable[[], None]:
        return lambda: self.move_wanted.emit(self.request, to)


def _when_words(request: SpecialRequest, desk: Any) -> tuple[str, str]:
    """When it is due, and beneath it whose it is; a late one says first how late it is, another one beneath
    what is aimed for.
    """
    first, *others = when_parts(request, desk.now(), desk.zone) or [no_time_words(request)]
    return first, ", ".join(filter(None, (*others, request.owner_name)))


def _two_lines(upper: str, role: str, lower: str) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addStretch(1)
    lines.addWidget(ElidedLabel(upper, role))
    if lower:
        lines.addWidget(ElidedLabel(" ".join(lower.split()), "small"))
    lines.addStretch(1)
    return lines
