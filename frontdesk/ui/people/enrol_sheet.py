"""Enrol: a name and four taps."""

from __future__ import annotations

from dataclasses import dataclass, replace

import shiboken6
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Act
from frontdesk.services.people.customers import CustomerSaved
from frontdesk.ui.contact.coming_back import ComingAndGoing
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.people.already_here import AlreadyHere
from frontdesk.ui.people.fields import Line
from frontdesk.ui.people.form_state import (
    FormField,
    FormState,
    began_with,
    is_another_name,
    language_of_name,
)
from frontdesk.ui.people.kept_forms import Key, kept_forms
from frontdesk.ui.people.person_sheet import PersonSheet
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import tab_through


def open_sheet(counter: Counter, typed: str = "", ticket: str = "") -> EnrolSheet:
    """The sheet that adds a customer. `typed` is what the search held: a name, or a phone number; `ticket` is
    the one that gets its name now, in words.

    With nothing typed, an enrolment that was not finished is taken up again.
    """
    unfinished = kept_forms(counter.bridge).new_customers()
    if not typed and unfinished:
        return EnrolSheet(counter, str(unfinished[0][0][1]), ticket=ticket, resumed=True)
    return EnrolSheet(counter, typed, ticket=ticket)


class EnrolSheet(PersonSheet):
    """Beside the form: people who may be the same one, and what was begun before and is not finished.

    A `resumed` one stands ready for the next name: typing it over the name begins somebody new.
    """

    def __init__(self, counter: Counter, typed: str, *, ticket: str = "", resumed: bool = False) -> None:
        language = counter.desk.shop.settings().cards_language
        self._empty = FormState(language=language)
        super().__init__(counter, ("new", typed), began_with(typed, language), None)
        self.form.suggests_language = self.form.state().language == self.form.begun.language
        self.already = AlreadyHere(counter.desk, counter.portraits)
        self.already.picked.connect(self._open)
        self.already.welcomed_back.connect(self._welcome_back)
        self.already.shown.connect(self._show_unfinished)
        self.empty_button = TextButton("x", "quiet")
        speak(self.empty_button.say, lambda: tr("Empty the form"))
        self.empty_button.clicked.connect(self._empty_form)
        self.unfinished_button = TextButton("pencil", "quiet")
        self.unfinished_button.clicked.connect(self._take_up)
        self.aside.addWidget(self.already)
        self.aside.addWidget(self.empty_button)
        self.aside.addWidget(self.unfinished_button)
        tab_through(self.empty_button, self.unfinished_button, self.save_button)
        LANGUAGE.changed.connect(self._show_unfinished)
        self._resumed, self._ticket = resumed, ticket
        if resumed:
            self._name.selectAll()
        self._taken_up = self._kept.get(self.key)
        self._left: tuple[Key, FormState] | None = None
        self._show_unfinished()
        self._look()

    def title(self) -> str:
        return tr("New customer: {ticket}", ticket=self._ticket) if self._ticket else tr("New customer")

    def first_focus(self) -> QWidget:
        return self._name if self._resumed else super().first_focus()

    @property
    def _name(self) -> Line:
        editor = self.form.fields[FormField.NAME].editor
        assert isinstance(editor, Line)
        return editor

    def _submit(self, act: Act, state: FormState) -> None:
        saving = _Enrolment(self.counter, self.key, state, self)
        self.counter.bridge.submit(
            self.counter.desk.customers.enrol,
            act,
            state.draft(),
            state.photo,
            self.form.consents.wording(),
            done=saving.on_saved,
            refused=saving.on_refused,
        )

    def _say_kept(self) -> None:
        name = self.form.state().name.strip()
        if name:
            said = tr("What you typed for {name} is kept. F2 brings it back.", name=name)
        else:
            said = tr("What you typed is kept. F2 brings it back.")
        self.counter.notify(said, icon="pencil")

    def _on_changed(self) -> None:
        taken_up = self._taken_up
        if taken_up is not None and is_another_name(taken_up.name, self._name.typed()):
            self._begin_another(taken_up)
            return
        if self._left is not None and self._is_back(*self._left):
            self._kept.drop(self.key)
            self._go_on(*self._left)
            return
        super()._on_changed()
        self._look()

    def _look(self) -> None:
        state = self.form.state()
        self.already.ask(state.name, state.phone)

    def _open(self, customer_id: int) -> None:
        """They are a customer already: greet them. What was typed stays, in case they are somebody else."""
        self.counter.choose(customer_id)
        self.closed.emit()

    def _welcome_back(self, customer_id: int) -> None:
        """They had left: here again, and greeted, with all that was theirs."""
        ComingAndGoing(self.counter).welcome_back(customer_id)
        self.closed.emit()

    def _others(self) -> list[tuple[Key, FormState]]:
        return [(key, state) for key, state in self._kept.new_customers() if key != self.key]

    def _show_unfinished(self) -> None:
        """One quiet button at most, and none while somebody is shown who may be the same."""
        others, free = self._others(), self.already.isHidden()
        self.empty_button.setVisible(free and self._taken_up is not None)
        self.unfinished_button.setVisible(free and self._taken_up is None and bool(others))
        if others:
            name = others[0][1].name.strip() or others[0][1].phone.strip()
            self.unfinished_button.say(
                tr("Go on with {name}", name=name) if name else tr("Go on with the last one")
            )

    def _take_up(self) -> None:
        """Show the enrolment that was begun before; the present one becomes the one to go on with."""
        others = self._others()
        if not others:
            return
        self._go_on(*others[0])
        self._name.setFocus()

    def _go_on(self, key: Key, state: FormState) -> None:
        self.key, self._taken_up, self._left = key, state, None
        self.form.suggests_language = state.language == self._empty.language
        self.form.put(state)
        self._show_unfinished()

    def _is_back(self, key: Key, state: FormState) -> bool:
        """Whether the name is what it was and nothing else was typed: a scan puts back what it typed over."""
        now = self.form.state()
        bare = replace(self._empty, name=state.name, language=now.language)
        return now == bare and self._kept.get(key) is not None

    def _begin_another(self, left: FormState) -> None:
        """Another name is another person: the form is theirs alone, and the one before waits."""
        left = replace(self._kept.get(self.key) or left, name=left.name)
        self._kept.put(self.key, left)
        self._left = self.key, left
        typed, place = self._name.typed(), self._name.cursorPosition()
        house = self._empty.language
        self.key, self._taken_up = self._kept.free_key(), None
        self.form.begun, self.form.suggests_language = self._empty, True
        self._refusal.say("")
        self.form.put(replace(self._empty, name=typed, language=language_of_name(typed) or house))
        self._name.setCursorPosition(place)
        self._show_unfinished()

    def _empty_form(self) -> None:
        """Begin anew. It can be taken back like anything else."""
        before, begun, form = self.form.state(), self.form.begun, self.form
        self._taken_up, self._left, form.begun = None, None, self._empty
        form.put(self._empty)
        self._kept.drop(self.key)
        self._show_unfinished()
        self._name.setFocus()

        def take_back() -> None:
            self._kept.put(self.key, before)
            if shiboken6.isValid(form):
                form.begun = begun
                form.put(before)

        self.counter.notify(tr("The form is empty."), icon="x", undo=take_back)


@dataclass(frozen=True)
class _Enrolment:
    """What becomes of one save. It outlives the sheet: a saved customer is told of even if Esc was faster."""

    counter: Counter
    key: Key
    state: FormState
    sheet: EnrolSheet

    def on_saved(self, saved: CustomerSaved) -> None:
        kept_forms(self.counter.bridge).drop(self.key)
        said = tr("{name} is a customer now.", name=saved.customer.address)
        self.counter.notify(said, icon="user-plus", undo=lambda: self._take_back(saved))
        if shiboken6.isValid(self.sheet) and self.sheet.isVisible():
            self.sheet.finish()
            self.counter.choose(saved.customer.id)
            self.sheet.closed.emit()

    def on_refused(self, sentence: str, error: Exception) -> None:
        if shiboken6.isValid(self.sheet):
            self.sheet.on_refused(sentence, error)
        else:
            self.counter.notify(sentence, icon="circle-alert")

    def _take_back(self, saved: CustomerSaved) -> None:
        desk = self.counter.desk
        self.counter.bridge.submit(
            desk.customers.archive, desk.act(), saved.customer.id, done=lambda _: self._on_taken_back(saved)
        )

    def _on_taken_back(self, saved: CustomerSaved) -> None:
        kept_forms(self.counter.bridge).put(self.key, self.state)
        name = saved.customer.address
        said = tr("{name} is taken out again. F2 brings back what was typed.", name=name)
        self.counter.notify(said, icon="undo-2")
