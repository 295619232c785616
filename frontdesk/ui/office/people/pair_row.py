"""Two records that look like one person, side by side, and what can be said of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.people.doubles import Double
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.people.merge_cards import RecordFacts, record_lines
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import beside
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.doubles import alike_sentence

_FACE = 48


class PairRow(QWidget):
    """A tap on a face opens that person's page."""

    joined = Signal(object)
    two_said = Signal(object)
    compared = Signal(object)

    def __init__(self, counter: Counter, double: Double, facts: tuple[RecordFacts, RecordFacts]) -> None:
        super().__init__()
        self.double = double
        names = [each.customer.name for each in facts]
        self.faces = [self._face(counter, each) for each in facts]
        self.join = TextButton("merge", "filled")
        self.two = TextButton("users", "plain")
        self.compare = TextButton("eye", "quiet")
        both = tr("{one} and {other}", one=names[0], other=names[1])
        for button, words, said in (
            (self.join, tr("They are one person"), self.joined),
            (self.two, tr("They are two people"), self.two_said),
            (self.compare, tr("Compare them first"), self.compared),
        ):
            button.say(words)
            button.setAccessibleName(f"{words}: {both}")
            button.clicked.connect(partial(said.emit, double))
        acts = WrappedChips()
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 2, RHYTHM * 2, RHYTHM * 2, RHYTHM * 2)
        column.setSpacing(RHYTHM)
        column.addWidget(Prose(alike_sentence(LANGUAGE.texts, double.alike)))
        column.addLayout(beside(*self.faces))
        column.addWidget(acts)
        acts.show_chips((self.join, self.two, self.compare))
        LOOK.changed.connect(self.update)

    @staticmethod
    def _face(counter: Counter, facts: RecordFacts) -> PersonRow:
        row, customer = PersonRow(counter.portraits, _FACE, flat=True), facts.customer
        below = " · ".join(record_lines(facts, counter.desk))
        row.show_person(customer.id, customer.name, customer.has_photo, below)
        row.clicked.connect(partial(counter.choose, customer.id))
        return row

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.setBrush(palette.colour("raised"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)
