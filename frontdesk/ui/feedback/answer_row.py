"""One question of a card, and what is keyed in for it: a face or a box to tick, and a line for words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.feedback.questions import BOXES, AnsweredBy, Mood, Question
from frontdesk.domain.feedback.responses import Answer
from frontdesk.ui.feedback.answer_line import AnswerLine
from frontdesk.ui.feedback.signs import mood_icon
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.questions import box_name, mood_name


class AnswerRow(QWidget):
    """`gone_on` comes when its answer is keyed in; `stepped` says to which neighbour an arrow goes; `parted`
    that a blank or comma was keyed in where nothing stands yet.
    """

    gone_on = Signal()
    stepped = Signal(int)
    parted = Signal()

    def __init__(self, question: Question) -> None:
        """`question` is the one on the card: its wording is kept with the answer."""
        super().__init__()
        self.question = question
        self.heading = Prose(strong=True)
        self.chips = [self._chip(place) for place in range(1, self._most() + 1)]
        self.line = AnswerLine(len(self.chips))
        self.line.ticked.connect(self._on_ticked)
        self.line.gone_on.connect(self.gone_on)
        self.line.stepped.connect(self.stepped)
        self.line.parted.connect(self.parted)
        self._lay_out()

    def say(self, asked: str) -> None:
        """The question, and what can be ticked, in the language spoken now."""
        self.heading.setText(asked)
        self.line.setAccessibleName(asked)
        for place, chip in enumerate(self.chips, 1):
            chip.say(f"{place}  {self._name(place)}")
            chip.setAccessibleName(f"{asked} {place}: {self._name(place)}")
        if self.question.answered_by is AnsweredBy.FACES:
            self.line.setPlaceholderText(tr("1 to 5; 0: nothing"))
        elif self.question.answered_by is AnsweredBy.BOXES:
            self.line.setPlaceholderText(tr("1 to 6, or words; 0: nothing"))
        else:
            self.line.setPlaceholderText(tr("Words; 0: nothing"))

    def put(self, mood: Mood | None, answer: Answer | None) -> None:
        """Show what a message said."""
        point = answer.point if answer is not None else None
        ticked = mood.value if mood is not None else BOXES.index(point) + 1 if point in BOXES else 0
        self._tick(ticked)
        self.line.put(answer.words if answer is not None else "")

    def mood(self) -> Mood | None:
        by_faces = self.question.answered_by is AnsweredBy.FACES
        return Mood(self._ticked()) if by_faces and self._ticked() else None

    def answer(self) -> Answer:
        """What is keyed in, and to which wording of the question."""
        said = Answer(self.question.topic, words=self.line.text(), version=self.question.version)
        by_boxes = self.question.answered_by is AnsweredBy.BOXES
        return replace(said, point=BOXES[self._ticked() - 1]) if by_boxes and self._ticked() else said

    def says_something(self) -> bool:
        return bool(self._ticked() or self.line.text().strip())

    def only_ticked(self) -> bool:
        return bool(self._ticked()) and not self.line.text()

    def _on_ticked(self, place: int) -> None:
        self._tick(place)
        self.gone_on.emit()

    def _on_tapped(self, place: int, checked: bool) -> None:
        """A second tap takes it back; the keyboard stands at the words then."""
        self._tick(place if checked else 0)
        self.line.setFocus()

    def _tick(self, place: int) -> None:
        for at, chip in enumerate(self.chips, 1):
            chip.setChecked(at == place)

    def _ticked(self) -> int:
        return next((at for at, chip in enumerate(self.chips, 1) if chip.isChecked()), 0)

    def _most(self) -> int:
        return {AnsweredBy.FACES: len(Mood), AnsweredBy.BOXES: len(BOXES)}.get(self.question.answered_by, 0)

    def _name(self, place: int) -> str:
        if self.question.answered_by is AnsweredBy.FACES:
            return mood_name(LANGUAGE.texts, Mood(place))
        return box_name(LANGUAGE.texts, BOXES[place - 1])

    def _chip(self, place: int) -> Chip:
        faces = self.question.answered_by is AnsweredBy.FACES
        chip = Chip(mood_icon(Mood(place)) if faces else "", checkable=True)
        chip.clicked.connect(lambda checked, place=place: self._on_tapped(place, checked))
        return chip

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        row = in_a_row()
        row.setSpacing(RHYTHM)
        column.addLayout(row)
        if self.chips:
            wrapped = WrappedChips()
            row.addWidget(wrapped, 7)
            wrapped.show_chips(self.chips)
        row.addWidget(self.line, 3, Qt.AlignmentFlag.AlignTop)
