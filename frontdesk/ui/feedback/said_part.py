"""What somebody said: their face, whose answer it is, each question as it was asked, and their words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.responses import Response, ResponseStory
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.feedback.signs import mood_icon, mood_ink
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.people.person_row import PersonRow
from frontdesk.ui.people.record_rows import when_words
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.prints import language_name
from frontdesk.wording.responses import answer_lines, card_words, mood_sentence, way_back_name

_FACE, _PORTRAIT = 48, 48


class SaidPart(QWidget):
    """It writes nothing. What a customer wrote is shown as they wrote it."""

    customer_wanted = Signal(int)
    face_wanted = Signal()
    """Somebody knows now whose it is."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._response: Response | None = None
        self._face = PlainLabel()
        self.mood, self.below = ElidedLabel("", "title"), Prose()
        self.who = PersonRow(counter.portraits, _PORTRAIT)
        self.who.clicked.connect(lambda: self.customer_wanted.emit(self.who.customer_id))
        self.unknown, self.contact = Prose(ink="ink"), Prose(size=Size.BODY, ink="ink")
        self.face_button = TextButton("user-check")
        speak(self.face_button.say, lambda: tr("I know whose it is"))
        self.face_button.clicked.connect(self.face_wanted)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(RHYTHM // 2)
        self._lay_out()
        LOOK.changed.connect(self._draw_face)

    def show_story(self, story: ResponseStory) -> None:
        """Show the answer as it stands."""
        response = self._response = story.response
        self._draw_face()
        self.mood.setText(mood_sentence(LANGUAGE.texts, response))
        self.below.setText(" · ".join(self._facts(response)))
        self._show_whose(response)
        empty(self._answers)
        for topic in Topic:
            lines = answer_lines(LANGUAGE.texts, response, topic)
            if lines:
                self._add_answer(story.asked[topic], lines)

    def words(self) -> list[str]:
        """All that is shown of the answers, from above."""
        items = (self._answers.itemAt(place).widget() for place in range(self._answers.count()))
        return [each.text() for each in items if isinstance(each, Prose)]

    def _facts(self, response: Response) -> list[str]:
        """On which card, when, how, in which language, and who had handed it over."""
        desk, texts = self._counter.desk, LANGUAGE.texts
        names = {each.id: each.name for each in desk.staffing.staff()}
        host = names.get(response.host_id or 0, "")
        facts = [
            card_words(texts, response),
            when_words(response.came_at, desk.zone, desk.now()),
            way_back_name(texts, response.way),
        ]
        if response.language and response.language != LANGUAGE.code:
            facts.append(tr("in {language}", language=language_name(texts, response.language)))
        if host:
            facts.append(tr("handed over by {name}", name=host))
        return facts

    def _show_whose(self, response: Response) -> None:
        """Their face, a tap away from their greeting; of somebody unknown what they left of themselves."""
        known = response.customer_id is not None
        if response.customer_id is not None:
            name = response.customer_name
            self.who.show_person(
                response.customer_id, name, self._has_photo(response), tr("Tap to greet them")
            )
        self.who.setVisible(known)
        if response.name:
            self.unknown.setText(tr("They call themselves {name}.", name=response.name))
        else:
            self.unknown.setText("" if known else tr("Nobody knows who it is."))
        self.unknown.setVisible(bool(self.unknown.text()))
        contact = response.contact
        self.contact.setText(tr("They would like an answer: {contact}", contact=contact) if contact else "")
        self.contact.setVisible(bool(contact))
        self.face_button.setVisible(not known)

    def _add_answer(self, question: str, lines: tuple[str, ...]) -> None:
        self._answers.addSpacing(RHYTHM)
        self._answers.addWidget(Prose(question, strong=True))
        for line in lines:
            self._answers.addWidget(Prose(line, size=Size.STRONG, ink="ink"))

    def _draw_face(self) -> None:
        if self._response is not None:
            mood = self._response.mood
            self._face.setPixmap(icon_pixmap(mood_icon(mood), mood_ink(mood), _FACE))

    def _has_photo(self, response: Response) -> bool:
        try:
            return bool(self._counter.desk.customers.get(response.customer_id).has_photo)
        except Refused:  # taken off the list meanwhile
            return False

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.mood)
        words.addWidget(self.below)
        top = QHBoxLayout()
        top.setSpacing(RHYTHM * 2)
        top.addWidget(self._face)
        top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(top)
        for part in (self.who, self.unknown, self.contact):
            column.addWidget(part)
        column.addWidget(self.face_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._answers)
