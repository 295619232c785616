"""One complaint: its playbook in steps, the manager a tap away, what one may give, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.care.playbooks import Playbook, StepKind
from frontdesk.domain.care.recoveries import RecoveryState, RecoveryStory
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.people.record_rows import when_words
from frontdesk.ui.recoveries.goodwill_row import GoodwillRow
from frontdesk.ui.recoveries.moving_bar import MovingBar
from frontdesk.ui.recoveries.recovery_acts import RecoveryActs
from frontdesk.ui.recoveries.step_row import StepRow
from frontdesk.ui.recoveries.story_fields import StoryFields
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn, in_a_row, tab_through
from frontdesk.wording.recoveries import recovery_state_name


class PlaybookPage(QWidget):
    """Follows the store: what another window does about it is shown here too."""

    other_wanted = Signal()
    """It was something else that went wrong."""
    face_wanted = Signal()
    """A stranger's: somebody knows now whose it is."""

    def __init__(self, counter: Counter, acts: RecoveryActs) -> None:
        super().__init__()
        self._counter, self._acts = counter, acts
        self._story: RecoveryStory | None = None
        self._shown: Playbook | None = None
        self.rows: list[StepRow] = []
        self.heading, self.below = ElidedLabel("", "title"), ElidedLabel("", "quiet")
        self.call_button = TextButton("bell-ring", "danger")
        self.call_button.clicked.connect(self._call)
        self.goodwill = GoodwillRow(counter, acts)
        self.fields = StoryFields(counter, acts)
        self.fields.face_wanted.connect(self.face_wanted)
        self.moving = MovingBar(acts)
        self.other_button = TextButton("pencil", "quiet")
        speak(self.other_button.say, lambda: tr("It was something else"))
        self.other_button.clicked.connect(self.other_wanted)
        self.message_button = TextButton("mail")
        speak(self.message_button.say, lambda: tr("Write or print a word"))
        self.message_button.clicked.connect(self._write)
        self._areas: tuple[ScrolledColumn, ...] = ()
        self._steps = QVBoxLayout()
        self._steps.setSpacing(RHYTHM)
        self._lay_out()

    def show_recovery(self, recovery_id: int) -> None:
        """Raises `Refused` UNKNOWN_RECOVERY."""
        self.finish()
        self._shown = None
        self._read(recovery_id)
        for area in self._areas:
            area.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read it anew; what is being typed stays."""
        if self._story is not None:
            self._read(self._story.recovery.id)

    def customer_id(self) -> int:
        """Whose it is; 0 where nobody knows."""
        return (self._story.recovery.customer_id or 0) if self._story is not None else 0

    def first_focus(self) -> QWidget:
        return self.rows[0] if self.rows else self.call_button

    def finish(self) -> None:
        """Take what was typed last."""
        self.fields.finish()

    def _read(self, recovery_id: int) -> None:
        desk = self._counter.desk
        self._story = story = desk.recoveries.story(recovery_id)
        recovery = story.recovery
        playbook = desk.playbooks.read(recovery.situation, LANGUAGE.code, self._customers_language())
        self.heading.setText(
            tr("{situation}: {name}", situation=playbook.name, name=recovery.name)
            if recovery.name
            else playbook.name
        )
        state = recovery_state_name(LANGUAGE.texts, recovery.state)
        about = (state, when_words(recovery.at, desk.zone, desk.now()))
        self.below.setText(" · ".join(about))
        self._show_steps(playbook)
        for row in self.rows:
            row.setChecked(row.step.key in story.done)
            row.update()
        self._say_call(recovery_id)
        self.goodwill.show_story(story, playbook)
        self.fields.show_recovery(recovery)
        self.moving.show_recovery(recovery, grave=playbook.handling.calls)
        self.message_button.setVisible(recovery.customer_id is not None)

    def _customers_language(self) -> str:
        """The language to speak to them in; that of the shop's prints where theirs is not known."""
        desk = self._counter.desk
        usual = str(desk.shop.settings().cards_language)
        if self._story is None or self._story.recovery.customer_id is None:
            return usual
        try:
            return str(desk.customers.get(self._story.recovery.customer_id).language) or usual
        except Refused:  # taken off the list meanwhile
            return usual

    def _show_steps(self, playbook: Playbook) -> None:
        """The rows stay while the words do: the keyboard may be on one of them."""
        if playbook == self._shown:
            return
        self._shown = playbook
        for row in self.rows:
            self._steps.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for step in playbook.steps:
            row = StepRow(step)
            row.ticked.connect(self._tick)
            self.rows.append(row)
            self._steps.addWidget(row)
            if step.kind is StepKind.GIVE:
                self._steps.addWidget(self.goodwill)
        if not any(step.kind is StepKind.GIVE for step in playbook.steps):
            self._steps.addWidget(self.goodwill)
        tab_through(*self._stops())

    def _stops(self) -> list[QWidget]:
        """In the order in which they are read."""
        items = (self._steps.itemAt(place) for place in range(self._steps.count()))
        widgets = (item.widget() for item in items if item is not None)
        steps = [widget for widget in widgets if widget is not None]
        first = [self.call_button, *steps] if is_large() else [*steps, self.call_button]
        return [
            *first,
            self.moving,
            *self.fields.stops(),
            self.message_button,
            self.other_button,
            self.moving.mistake,
        ]

    def _tick(self, key: int, done: bool) -> None:
        if self._story is not None:
            self._acts.tick(self._story.recovery.id, key, done)

    def _call(self) -> None:
        if self._story is not None:
            self._acts.call_manager(self._story.recovery.id)

    def _write(self) -> None:
        """That we are sorry or, once it is put right, whether all is well."""
        if self._story is None:
            return
        self.finish()
        recovery = self._story.recovery
        kind = MessageKind.ASK_HOW if recovery.state is RecoveryState.RESOLVED else MessageKind.SORRY
        self._counter.open(SheetName.MESSAGE, customer_id=recovery.customer_id, kind=kind)

    def _say_call(self, recovery_id: int) -> None:
        desk = self._counter.desk
        told = any(call.recovery_id == recovery_id for call in desk.manager_calls.waiting(desk.now()))
        self.call_button.say(tr("The manager is told") if told else tr("Call the manager"))
        self.call_button.setEnabled(not told)

    def _lay_out(self) -> None:
        """The steps, and beside them what is done about it; large text has one below the other. The manager
        is always in sight.
        """
        top, below = in_a_row(), ScrolledColumn()
        top.setSpacing(0 if is_large() else GAP)
        top.addWidget(self.heading, 3)
        top.addWidget(self.below, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(RHYTHM)
        whole.addLayout(top)
        below.column.addLayout(self._steps)
        if is_large():
            self._areas = (below,)
            whole.addWidget(self.call_button)
            whole.addWidget(below, 1)
        else:
            below.column.addStretch(1)
            self._areas = (below, ScrolledColumn())
            acts, sides = QVBoxLayout(), QHBoxLayout()
            acts.addWidget(self.call_button)
            acts.addWidget(self._areas[-1], 1)
            sides.setSpacing(GAP)
            sides.addWidget(below, 3)
            sides.addLayout(acts, 2)
            whole.addLayout(sides, 1)
        less = (self.message_button, self.other_button, self.moving.mistake)
        for part in (self.moving, self.fields, *less):
            self._areas[-1].column.addWidget(part)
        self._areas[-1].column.addStretch(1)
