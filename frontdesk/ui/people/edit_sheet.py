"""Edit: what is known of a customer, corrected; and the record behind it, where anything can be reversed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import shiboken6

from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import Customer, CustomerDraft, Purpose
from frontdesk.domain.people.photos import Photo
from frontdesk.services.people.customers import CustomerSaved
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import speak, tr
from frontdesk.ui.people.form_state import FormState
from frontdesk.ui.people.kept_forms import Key, kept_forms
from frontdesk.ui.people.person_sheet import PersonSheet
from frontdesk.ui.people.record_page import RecordPage
from frontdesk.ui.people.taking_off import TakingOff
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import tab_through


def open_sheet(counter: Counter, customer_id: int) -> EditSheet:
    """The sheet that corrects a customer. Raises `Refused` UNKNOWN_CUSTOMER."""
    return EditSheet(counter, counter.desk.customers.get(customer_id))


class EditSheet(PersonSheet):
    """Two pages: the form, and the record (stamps, member card, joined records)."""

    def __init__(self, counter: Counter, customer: Customer) -> None:
        desk = counter.desk
        self.customer = customer
        self.before: CustomerDraft = desk.customers.draft(customer.id)
        self._photo_before = _photo_of(desk, customer)
        present = self._photo_before.full if self._photo_before is not None else None
        super().__init__(counter, ("edit", customer.id), FormState.of(self.before), present)
        self.record_button = TextButton("history")
        speak(self.record_button.say, lambda: tr("Stamps, card, records"))
        self.record_button.clicked.connect(self.show_record)
        self.aside.addWidget(self.record_button)
        self.facts_button = TextButton("notebook-pen")
        speak(self.facts_button.say, lambda: tr("What is known, one by one"))
        self.facts_button.clicked.connect(
            lambda: counter.open(SheetName.FACTS, customer_id=customer.id)  # what is typed here is kept
        )
        self.aside.addWidget(self.facts_button)
        tab_through(self.record_button, self.facts_button, self.save_button)
        self.record = RecordPage(counter, customer)
        self.record.left.connect(self.show_form)
        self.record.off_wanted.connect(self.take_off)
        self.pages.addWidget(self.record)

    def title(self) -> str:
        return tr("About {name}", name=self.customer.address)

    def show_record(self) -> None:
        """Turn to the record."""
        self.record.refresh()
        self.pages.setCurrentIndex(1)
        self.record.back.setFocus()

    def show_form(self) -> None:
        """Turn back to the form."""
        self.pages.setCurrentIndex(0)
        self.record_button.setFocus()

    def take_off(self) -> None:
        """Take the customer off the list: once, and not while a save is under way."""
        if not (self._in_flight or self._finished):
            self._in_flight = True
            unsaved = self.form.state() if self.unsaved else None
            TakingOff(self.counter, self.key, self.customer, unsaved, self).submit()

    def _submit(self, act: Act, state: FormState) -> None:
        said = {each.purpose: each.wording for each in self.counter.desk.customers.consents(self.customer.id)}
        correction = _Correction(self.counter, self.key, self.before, said, self._photo_before, state, self)
        correction.submit(act, {**self.form.consents.wording()})

    def _say_kept(self) -> None:
        name = self.customer.address
        said = tr("What you changed for {name} is kept, but not saved. F3 brings it back.", name=name)
        self.counter.notify(said, icon="pencil")


@dataclass(frozen=True)
class _Correction:
    """One save and the way back. The photo is an act of its own after the facts: its consent may be new."""

    counter: Counter
    key: Key
    before: CustomerDraft
    said: dict[Purpose, str]
    photo_before: Photo | None
    state: FormState
    sheet: EditSheet

    def submit(self, act: Act, wording: dict[Purpose, str]) -> None:
        self._send("edit", act, self.state.draft(), wording, done=self._on_edited)

    def _on_edited(self, saved: CustomerSaved) -> None:
        if self.state.photo is not None:
            self._send("set_photo", self.counter.desk.act(), self.state.photo, done=self._on_saved)
        elif self.state.photo_removed and saved.customer.has_photo:
            self._send("remove_photo", self.counter.desk.act(), done=self._on_saved)
        else:
            self._on_saved(saved)

    def _on_saved(self, saved: CustomerSaved) -> None:
        kept_forms(self.counter.bridge).drop(self.key)
        self.counter.portraits.forget(self._id)
        said = tr("Saved what you changed for {name}.", name=saved.customer.address)
        self.counter.notify(said, icon="check", undo=self._take_back)
        if shiboken6.isValid(self.sheet) and self.sheet.isVisible():
            self.sheet.finish()
            self.counter.choose(self._id)
            self.sheet.closed.emit()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        if shiboken6.isValid(self.sheet):
            self.sheet.on_refused(sentence, error)
        else:
            self.counter.notify(sentence, icon="circle-alert")

    def _take_back(self) -> None:
        self._undo("edit", self.before, self.said, done=self._on_facts_back)

    def _on_facts_back(self, saved: CustomerSaved) -> None:
        """The facts are as they were; now the photo, if it was another one."""
        if not self._photo_touched():
            self._on_back(saved)
        elif self.photo_before is not None:
            self._undo("set_photo", self.photo_before, done=self._on_back)
        else:
            self._undo("remove_photo", done=self._on_back)

    def _on_back(self, saved: CustomerSaved) -> None:
        self.counter.portraits.forget(self._id)
        self.counter.notify(tr("{name} is as before.", name=saved.customer.address), icon="undo-2")

    def _photo_touched(self) -> bool:
        withdrawn = Purpose.PHOTO in self.before.consents and Purpose.PHOTO not in self.state.consents
        lost = self.photo_before is not None and (self.state.photo_removed or withdrawn)
        return self.state.photo is not None or lost

    @property
    def _id(self) -> int:
        return int(self.key[1])

    def _send(self, method: str, act: Act, *args: Any, done: Any) -> None:
        """Submit on behalf of the sheet: a refusal goes back to it."""
        write = getattr(self.counter.desk.customers, method)
        self.counter.bridge.submit(write, act, self._id, *args, done=done, refused=self._on_refused)

    def _undo(self, method: str, *args: Any, done: Any) -> None:
        """Submit on behalf of the notice: a refusal is said there."""
        write = getattr(self.counter.desk.customers, method)
        self.counter.bridge.submit(write, self.counter.desk.act(), self._id, *args, done=done)


def _photo_of(desk: Any, customer: Customer) -> Photo | None:
    if not customer.has_photo:
        return None
    thumb, full = desk.photos.thumb(customer.id), desk.photos.full(customer.id)
    return Photo(thumb, full) if thumb and full else None
