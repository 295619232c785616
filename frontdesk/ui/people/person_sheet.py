"""What enrolling and editing have in common: the form, the answers beside it, and saving once per press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import Purpose
from frontdesk.services.errors import NotSure
from frontdesk.ui.counter.sheets import Counter, Sheet
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.fields import FaultLine
from frontdesk.ui.people.form_state import FormState
from frontdesk.ui.people.kept_forms import Key, kept_forms
from frontdesk.ui.people.person_form import PersonForm
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.widgets.buttons import ActionButton, Weight
from frontdesk.ui.widgets.labels import PlainLabel

SIDE_WIDTH = 288


class PersonSheet(Sheet):
    """A form of which nothing is lost: each change is kept at once, until it is saved.

    A subclass fills `self.aside`, hands the form to the services in `_submit` and calls `finish` or
    `on_refused` with what came of it.
    """

    def __init__(self, counter: Counter, key: Key, begun: FormState, present: bytes | None) -> None:
        super().__init__()
        self.counter, self.key = counter, key
        self._kept = kept_forms(counter.bridge)
        self._in_flight = self._finished = self._save_when_ready = False
        self._unsure: tuple[FormState, Act] | None = None
        self.form = PersonForm(counter.desk, counter.bridge, begun, present)
        left_open = self._kept.get(key)
        if left_open is not None:
            self.form.put(left_open)
        self.save_button = ActionButton("save", "F5", Weight.FILLED)
        speak(self.save_button.say, lambda: tr("Save"))
        self.save_button.clicked.connect(self.save)
        self.form.save_wanted.connect(self.save)
        self.form.photo.settled.connect(self._on_photo_ready)
        self.form.changed.connect(self._on_changed)
        self._refusal = FaultLine()
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save)
        self.pages = QStackedWidget()
        self.aside = QVBoxLayout()
        self.aside.setSpacing(RHYTHM)
        self._lay_out()

    @property
    def unsaved(self) -> bool:
        """Whether something stands in the form that is saved nowhere."""
        return not self._finished and self.form.state() != self.form.begun

    def first_focus(self) -> QWidget:
        return self.form.first_focus()

    def refusal(self) -> str:
        """Why the last save was not done; empty after one that was."""
        return self._refusal.text()

    def save(self) -> None:
        """Save what stands in the form. One press is one act, and none while one is under way."""
        if self._in_flight or self._finished:
            return
        if self.form.photo.busy:
            self._save_when_ready = True
            return
        self._save_when_ready = False
        if not self.form.check():
            return
        self._refusal.say("")
        self._in_flight = True
        self.save_button.set_weight(Weight.MUTED)
        state = self.form.state()
        self._submit(self._act_for(state), state)

    def finish(self) -> None:
        """It is saved: there is nothing to keep any more."""
        self._finished = True
        self._kept.drop(self.key)

    def hideEvent(self, event: QHideEvent) -> None:
        """However the sheet is left, say that what was typed is still there."""
        if not event.spontaneous() and self.unsaved and not self._in_flight:
            self._say_kept()
        super().hideEvent(event)

    def may_close(self) -> bool:
        """Esc switches the camera off first."""
        return not self.form.photo.stop_camera()

    def _on_photo_ready(self) -> None:
        if self._save_when_ready:
            self.save()

    def _submit(self, act: Act, state: FormState) -> None:
        raise NotImplementedError

    def _say_kept(self) -> None:
        raise NotImplementedError

    def _act_for(self, state: FormState) -> Act:
        """A fresh act; the same again after an uncertain save, so that saving twice is harmless."""
        if self._unsure is not None and self._unsure[0] == state:
            return self._unsure[1]
        act: Act = self.counter.desk.act()
        self._unsure = (state, act)
        return act

    def on_refused(self, sentence: str, error: Exception) -> None:
        """Nothing is cleared and the sheet stays; the sentence stands over the button."""
        self._in_flight = False
        if not isinstance(error, NotSure):
            self._unsure = None
        self.save_button.set_weight(Weight.FILLED)
        self._refusal.say(sentence)

    def _on_changed(self) -> None:
        if self.unsaved:
            self._kept.put(self.key, self.form.state())
        elif not self._in_flight:
            self._kept.drop(self.key)

    def _lay_out(self) -> None:
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("Ask the customer"))
        side = QWidget()
        side.setFixedWidth(SIDE_WIDTH)
        upper = QVBoxLayout()
        upper.setSpacing(RHYTHM)
        upper.addWidget(heading)
        upper.addWidget(self.form.consents.rows[Purpose.BIRTHDAY])
        upper.addWidget(self.form.consents.rows[Purpose.MESSAGES])
        upper.addSpacing(RHYTHM)
        upper.addLayout(self.aside)
        upper.addStretch(1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(scrolling(upper), 1)
        column.addWidget(self._refusal)
        column.addWidget(self.save_button)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 3)
        row.addWidget(self.form, 1)
        row.addWidget(side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)
        self.pages.addWidget(page)
