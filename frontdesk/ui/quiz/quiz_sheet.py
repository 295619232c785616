"""The name-and-face quiz: ten questions about the shop's own regulars, by tap or by the keys 1 to 4."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.domain.people.scripts import script_read
from frontdesk.domain.team.quiz import Question
from frontdesk.services.team.quiz import Answered, ComesAgain, QuizRound
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import ACTION, Size
from frontdesk.ui.quiz.question_page import QuestionPage
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.quiz import again_sentence, missing_sentence, score_sentence

_PLACES: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


def open_sheet(counter: Counter) -> QuizSheet:
    """A round for whoever is at the till."""
    return QuizSheet(counter)


class QuizSheet(Sheet):
    """Covers the wall, too: faces with their names stand there."""

    place = Place.PAGE

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._round = QuizRound((), {})
        self._at, self._known = 0, 0
        self._unknown: list[int] = []
        self._noting = 0
        self._again: tuple[ComesAgain, ...] = ()
        self._answered = False
        self.page = QuestionPage(counter.portraits)
        self.page.chosen.connect(self.choose)
        self.page.go_on_wanted.connect(self.go_on)
        self.said = Prose(size=Size.TITLE, ink="ink", strong=True)
        self.below = Prose(size=Size.BODY, ink="ink")
        self.another = TextButton("graduation-cap", "filled")
        self.another.setMinimumHeight(ACTION)
        speak(self.another.say, lambda: tr("Another round"))
        self.another.clicked.connect(self.begin)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.page)
        self._pages.addWidget(self._end_page())
        fill_with(self, self._pages)
        LANGUAGE.changed.connect(self._say)
        self.begin()

    def title(self) -> str:
        return tr("Names and faces")

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return self._round.questions[self._at] if not self.ended() else None

    def ended(self) -> bool:
        """Whether there is nothing (more) to ask."""
        return self._at >= len(self._round.questions)

    def begin(self) -> None:
        """Ask for the next round, beside the window."""
        desk = self._counter.desk
        self._round, self._at, self._known, self._unknown, self._again = QuizRound((), {}), 0, 0, [], ()
        self.another.hide()
        self.said.setText("")
        self.below.setText("")
        self._pages.setCurrentIndex(1)
        now, reader = desk.now(), script_read(LANGUAGE.code)
        self._counter.bridge.work(
            desk.quiz.round, desk.staff_id, now, reader, seed=now, done=self._on_round, owner=self
        )

    def choose(self, place: int) -> None:
        """Tap or key: what was chosen is noted at once, and the answer told."""
        question = self.question
        if question is None or self._answered:
            return
        desk, known = self._counter.desk, place == question.right
        self._answered = True
        self._known += known
        if not known:
            self._unknown.append(question.answer.customer_id)
        self._noting += 1
        self._counter.bridge.submit(
            desk.quiz.answer,
            desk.act(),
            question.answer.customer_id,
            known=known,
            done=self._on_noted,
            refused=self._on_not_noted,
        )
        self.page.tell(place)

    def go_on(self) -> None:
        """The next question, or the end of the round."""
        if self._answered:
            self._at += 1
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _PLACES and self.question is not None:
            self.choose(_PLACES.index(Qt.Key(event.key())))
        else:
            super().keyPressEvent(event)

    def _on_round(self, made: QuizRound) -> None:
        self._round = made
        self._show()

    def _show(self) -> None:
        self._answered = False
        question = self.question
        if question is not None:
            self._pages.setCurrentIndex(0)
            self.page.ask(question, self._round.sayings, self._at + 1, len(self._round.questions))
            return
        self._pages.setCurrentIndex(1)
        self.another.setVisible(bool(self._round.questions))
        if self._round.questions:
            self.another.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()
        self._ask_again()

    def _on_noted(self, answered: Answered) -> None:
        self._noting -= 1
        self._ask_again()

    def _on_not_noted(self, sentence: str, error: Exception) -> None:
        self._noting -= 1
        self._counter.notify(sentence, icon="circle-alert")

    def _ask_again(self) -> None:
        """When the round is over and all of it is saved: who comes again, and when?"""
        if self.ended() and self._unknown and not self._noting:
            desk = self._counter.desk
            ids = tuple(self._unknown)
            self._counter.bridge.work(
                desk.quiz.again,
                desk.staff_id,
                ids,
                done=self._on_again,
                refused=self._on_not_told,
                owner=self,
            )

    def _on_again(self, again: tuple[ComesAgain, ...]) -> None:
        if self.ended():
            self._again = again
            self._say()

    def _on_not_told(self, sentence: str, error: Exception) -> None:
        """Somebody was taken off the list meanwhile: then it is not said when they come again."""

    def _say(self) -> None:
        if not self.ended():
            return
        texts, asked = LANGUAGE.texts, len(self._round.questions)
        if not asked:
            missing = self._round.missing
            self.said.setText("")
            self.below.setText(missing_sentence(texts, missing) if missing else "")
            return
        self.said.setText(score_sentence(texts, self._known, asked))
        today = self._counter.desk.today()
        days: dict[date, list[str]] = {}
        for each in self._again:
            days.setdefault(each.day, []).append(each.name)
        self.below.setText("\n".join(again_sentence(texts, days[day], day, today) for day in sorted(days)))

    def _end_page(self) -> QWidget:
        page = ScrolledColumn()
        for widget in (self.said, self.below, self.another):
            page.column.addWidget(widget)
        page.column.addStretch(1)
        return page
