"""One question of the quiz: a face and four names, or a name and four faces; then whether it was right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.people.scripts import script_of, script_read
from frontdesk.domain.team.quiz import CHOICES, Known, Question, Way
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.icons import wear_icon
from frontdesk.ui.look.metrics import ACTION, RHYTHM, Size, taller
from frontdesk.ui.look.style import set_property
from frontdesk.ui.quiz.face_choice import FaceChoice
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import NameLabel, PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.portrait import Portrait, Portraits
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.quiz import verdict

_FACE: Final = 264
_SIGNS: Final = {
    "": ("user-round", "quiet"),
    "right": ("circle-check", "good_ink"),
    "wrong": ("x", "warn_ink"),
}


class QuestionPage(QWidget):
    """`chosen` gives the place of what was tapped; `go_on` asks for the next one."""

    chosen = Signal(int)
    go_on_wanted = Signal()

    def __init__(self, portraits: Portraits) -> None:
        super().__init__()
        self._question: Question | None = None
        self._place: int | None = None
        self._saying = ""
        self._number, self._of = 0, 0
        self.count = PlainLabel(role="quiet")
        self.asked, self.name = PlainLabel(role="title"), NameLabel()
        self.face = Portrait(portraits, _FACE)
        self.names = [TextButton() for _ in range(CHOICES)]
        self.faces = [FaceChoice(portraits, place + 1) for place in range(CHOICES)]
        for place, buttons in enumerate(zip(self.names, self.faces, strict=True)):
            for button in buttons:
                button.clicked.connect(partial(self._on_tapped, place))
        self.said, self.how = (
            Prose(size=Size.TITLE, ink="ink", strong=True),
            Prose(size=Size.STRONG, ink="ink"),
        )
        self.go_on = TextButton("arrow-right", "filled")
        self.go_on.setMinimumHeight(ACTION)
        speak(self.go_on.say, lambda: tr("Go on"))
        self.go_on.clicked.connect(self.go_on_wanted)
        self._ways = QStackedWidget()
        self._lay_out()
        LANGUAGE.changed.connect(self._say)

    def ask(self, question: Question, sayings: Mapping[int, str], number: int, of: int) -> None:
        """Show a question, the `number`th `of` so many; `sayings` is how the names are said.

        A name in letters that the cashier does not read has its sound beside it, as on the wall.
        """
        self._question, self._place = question, None
        self._saying = sayings.get(question.answer.customer_id, "")
        self._number, self._of = number, of
        self._ways.setCurrentIndex(0 if question.way is Way.FACE else 1)
        self.face.show_person(question.answer.customer_id, "", True)
        self.name.setText("   ".join(_name(question.answer, sayings)))
        for place, each in enumerate(question.choices):
            self.names[place].say("   ".join((str(place + 1), *_name(each, sayings))))
            self.faces[place].show_face(each.customer_id)
            self._mark(place, "")
        self._say()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, place: int) -> None:
        """Whether what was chosen is right, which one is, and how the name is said."""
        if self._question is None:
            return
        self._place, right = place, self._question.right
        for at in {place, right}:
            self._mark(at, "right" if at == right else "wrong")
        self._say()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.show_part(self.go_on)

    def first(self) -> QWidget:
        """The first choice of what is asked now."""
        is_face = self._question is not None and self._question.way is Way.NAME
        return (self.faces if is_face else self.names)[0]

    def _mark(self, place: int, sign: str) -> None:
        """Whether a choice is right, told by colour and by a sign."""
        self.faces[place].show_verdict(sign)
        set_property(self.names[place], "verdict", sign)
        wear_icon(self.names[place], *_SIGNS[sign], 20, gap=8)

    def _on_tapped(self, place: int) -> None:
        if self._place is None:
            self.chosen.emit(place)

    def _say(self) -> None:
        question = self._question
        if question is None:
            return
        asks_name = question.way is Way.FACE
        self.asked.setText(tr("Who is this?") if asks_name else tr("Which face is it?"))
        self.face.setAccessibleName(tr("A face"))
        self.count.setText(tr("{n} of {of}", n=self._number, of=self._of))
        told = self._place is not None
        for widget in (self.said, self.how, self.go_on):
            widget.setVisible(told)
        if told:
            known = self._place == question.right
            self.said.setText(verdict(LANGUAGE.texts, question.answer.name, known=known))
            self.said.set_ink("good_ink" if known else "warn_ink")
            self.how.setText(tr("Say: {saying}", saying=self._saying) if self._saying else "")
            self.how.setVisible(bool(self._saying))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.asked, 1)
        top.addWidget(self.count)
        self._column = page = ScrolledColumn()
        page.column.setSpacing(RHYTHM)  # whole in a small window without a scroll bar
        page.column.addLayout(top)
        self._ways.addWidget(self._face_way())
        self._ways.addWidget(self._name_way())
        page.column.addWidget(self._ways)
        for widget in (self.said, self.how, self.go_on):
            page.column.addWidget(widget)
        page.column.addStretch(1)
        fill_with(self, page)

    def _face_way(self) -> QWidget:
        way, names = QWidget(), QVBoxLayout()
        names.setSpacing(RHYTHM)
        for button in self.names:
            button.setMinimumHeight(taller(ACTION - RHYTHM))
            names.addWidget(button)
        row = QHBoxLayout(way)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 3)
        row.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(names, 1)
        return way

    def _name_way(self) -> QWidget:
        way, faces = QWidget(), QHBoxLayout()
        faces.setSpacing(RHYTHM * 2)
        for button in self.faces:
            faces.addWidget(button)
        faces.addStretch(1)
        column = QVBoxLayout(way)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.name)
        column.addLayout(faces)
        return way


def _name(known: Known, sayings: Mapping[int, str]) -> tuple[str, ...]:
    """A name; with how it is said, where whoever reads the windows' language does not read its letters."""
    said = sayings.get(known.customer_id, "")
    foreign = script_of(known.name) is not script_read(LANGUAGE.code)
    return (known.name, said) if said and foreign else (known.name,)
