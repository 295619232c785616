"""One answer: what they said on the left, what is done about it on the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.feedback.responses import (
    WAITING,
    Response,
    ResponseSaved,
    ResponseState,
    ResponseStory,
    next_states,
)
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.feedback.owner_faces import OwnerFaces
from frontdesk.ui.feedback.response_acts import ResponseActs
from frontdesk.ui.feedback.said_part import SaidPart
from frontdesk.ui.feedback.signs import move_icon
from frontdesk.ui.feedback.steps_part import StepsPart
from frontdesk.ui.feedback.told_part import ToldPart
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.people.record_rows import when_words
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn, tab_through
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.wrapping import Wrapping
from frontdesk.wording.responses import last_reply_sentence, response_move_name, state_sentence


class ResponsePage(QWidget):
    """Follows the store: what another window does about it is shown here too."""

    face_wanted = Signal()
    reply_wanted = Signal()

    def __init__(self, counter: Counter, acts: ResponseActs) -> None:
        super().__init__()
        self._counter, self._acts = counter, acts
        self.story: ResponseStory | None = None
        self._telling = False
        self.said, self.steps, self.told = SaidPart(counter), StepsPart(counter), ToldPart(counter)
        self.owners = OwnerFaces(counter.desk.staffing)
        self.state, self.replied = Prose(strong=True, ink="ink"), Prose()
        self.take_button, self.reply_button = TextButton("user-check"), TextButton("message-square-reply")
        self.complaint_button = TextButton("message-square-warning")
        speak(self.take_button.say, lambda: tr("I see to it"))
        speak(self.complaint_button.say, lambda: tr("Open the complaint"))
        self.moves = {state: self._move_button(state) for state in ResponseState}
        self._lay_out()
        self._listen()

    def show_response(self, response_id: int) -> None:
        """Raises `Refused` UNKNOWN_RESPONSE."""
        story = self.story = self._counter.desk.responses.story(response_id, LANGUAGE.texts.language)
        response = story.response
        self.said.show_story(story)
        self.steps.show_story(story)
        self.told.show_response(response)
        new = response.state is ResponseState.NEW
        # while it is new nobody has taken it on: it is only laid before whoever leads the shop
        self.owners.show_staff(self._counter.desk.staffing.staff(), None if new else response.owner_id)
        self.state.setText(state_sentence(LANGUAGE.texts, response))
        ways = set(next_states(response.state)) - ({ResponseState.IN_HAND} if new else set())
        for state, button in self.moves.items():
            button.say(response_move_name(LANGUAGE.texts, state))
            button.setVisible(state in ways)
        counts = response.state is not ResponseState.SET_ASIDE
        for part in (self.reply_button, self._owner_field, self.told):
            part.setVisible(counts)
        self._offer_to_take(response)
        self.complaint_button.setVisible(counts and response.recovery_id is not None)
        self._say_reply(story)
        self._order()

    def first_focus(self) -> QWidget:
        """What one would do next: take it on, else reply, else let it count again."""
        next_up = (self.take_button, self.reply_button, self.moves[ResponseState.NEW])
        return next(button for button in next_up if button.isEnabled() and not button.isHidden())

    def finish(self) -> None:
        """Take what was typed last."""
        self.told.finish()

    def _offer_to_take(self, response: Response) -> None:
        """It keeps its place when it is tapped, so that nothing slides under the finger."""
        state, mine = response.state, response.owner_id == self._counter.desk.staff_id
        self.take_button.setVisible(state is not ResponseState.SET_ASIDE)
        taken = state is ResponseState.IN_HAND and mine
        self.take_button.setEnabled(state in WAITING and not taken)

    def _say_reply(self, story: ResponseStory) -> None:
        """What there is to do first is the filled button: reply, and once that is done, be done."""
        desk, at, step = self._counter.desk, story.response.replied_at, story.last_reply
        said = ""
        if at is not None and step is not None:
            said = last_reply_sentence(LANGUAGE.texts, step, when_words(at, desk.zone, desk.now()))
        self.replied.setText(said)
        self.replied.setVisible(bool(said))
        self.reply_button.say(tr("Reply again") if at else tr("Reply to them"))
        self.reply_button.wear("plain" if at else "filled")
        self.moves[ResponseState.DONE].wear("filled" if at else "plain")

    def _move_button(self, to: ResponseState) -> TextButton:
        button = TextButton(move_icon(to), "plain" if to is ResponseState.DONE else "quiet", self)
        button.clicked.connect(partial(self._on_move, to))
        return button

    def _on_move(self, to: ResponseState, checked: bool = False) -> None:
        if self.story is not None:
            self.finish()
            if to is ResponseState.DONE and self._telling:
                return  # the words that the tap has just left make it done, and say so
            self._acts.move(self.story.response.id, to)

    def _take_on(self, staff_id: int) -> None:
        if self.story is not None:
            self._acts.take_on(self.story.response.id, staff_id)

    def _take_it(self) -> None:
        self._take_on(self._counter.desk.staff_id)

    def _say_told(self, response_id: int, text: str) -> None:
        self._telling = bool(text.strip())
        self._acts.tell(response_id, text, self._on_told, self._on_not_told)

    def _on_told(self, saved: ResponseSaved) -> None:
        self._telling = False

    def _on_not_told(self, sentence: str, error: Exception) -> None:
        self._telling = False
        self.told.refuse(sentence)

    def _heard(self) -> None:
        if self.story is not None:
            self._acts.said(self.story.response.id)

    def _open_complaint(self) -> None:
        if self.story is None or self.story.response.recovery_id is None:
            return
        self.finish()
        response = self.story.response
        self._counter.open(
            SheetName.COMPLAINT, customer_id=response.customer_id or 0, recovery_id=response.recovery_id
        )

    def _greet(self, customer_id: int) -> None:
        self.finish()
        self._counter.choose(customer_id)

    def _listen(self) -> None:
        self.said.customer_wanted.connect(self._greet)
        self.said.face_wanted.connect(self.face_wanted)
        self.take_button.clicked.connect(self._take_it)
        self.owners.chosen.connect(self._take_on)
        self.reply_button.clicked.connect(self.reply_wanted)
        self.complaint_button.clicked.connect(self._open_complaint)
        self.told.told.connect(self._say_told)
        self.told.said.connect(self._heard)

    def _order(self) -> None:
        """Tab goes as one reads."""
        aside = self.moves[ResponseState.SET_ASIDE]
        others = (each for each in self.moves.values() if each is not aside)
        tab_through(
            *(self.said.who, self.said.face_button, self.take_button, self.reply_button, *others),
            *(self.complaint_button, self.owners, *self.told.stops(), aside),
        )

    def _lay_out(self) -> None:
        """Large text has one below the other."""
        acts = QWidget()
        row = Wrapping(acts)
        aside = self.moves[ResponseState.SET_ASIDE]
        for button in (self.take_button, self.reply_button, *self.moves.values(), self.complaint_button):
            if button is not aside:
                row.addWidget(button)
        said, done = ScrolledColumn(), ScrolledColumn()
        for part in (self.said, self.steps):
            said.column.addWidget(part)
        right = said if is_large() else done
        self._owner_field = Field(lambda: tr("Who sees to it"), self.owners)
        for each in (self.state, acts, self.replied, self._owner_field, self.told):
            right.column.addWidget(each)
        right.column.addWidget(aside, 0, Qt.AlignmentFlag.AlignLeft)
        whole: QHBoxLayout | QVBoxLayout = QVBoxLayout(self) if is_large() else QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP if not is_large() else RHYTHM)
        whole.addWidget(said, 1)
        said.column.addStretch(1)
        if not is_large():
            done.column.addStretch(1)
            whole.addWidget(done, 1)
