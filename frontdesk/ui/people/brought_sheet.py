"""Who brought this customer along: one search, one tap. What both get for it comes with a stamp, later."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.people.customers import Customer
from frontdesk.services.people.referrals import BroughtAlong
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import tr
from frontdesk.ui.people.person_picker import PersonPicker
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.widgets.pages import fill_with


def open_sheet(counter: Counter, customer_id: int) -> BroughtSheet:
    """The sheet that asks who brought them. Raises `Refused` UNKNOWN_CUSTOMER."""
    return BroughtSheet(counter, counter.desk.customers.get(customer_id))


class BroughtSheet(Sheet):
    """Lies over the wall: the greeting of whom it is about stays in sight."""

    place = Place.RIGHT

    def __init__(self, counter: Counter, friend: Customer) -> None:
        super().__init__()
        self._friend = friend
        self._noting = Noting(counter, friend.address)
        self.picker = PersonPicker(counter.desk, counter.portraits, friend.id)
        self.picker.picked.connect(self._on_picked)
        column = QVBoxLayout()
        column.addWidget(self.picker)
        fill_with(self, scrolling(column))

    def title(self) -> str:
        return tr("Who brought {name}?", name=self._friend.address)

    def first_focus(self) -> QWidget:
        return self.picker.search

    def _on_picked(self, referrer_id: int) -> None:
        """One tap is one act; what comes of it is said at the counter."""
        self._noting.note(self._friend.id, referrer_id)
        self.closed.emit()


@dataclass(frozen=True)
class Noting:
    """Notes it and takes it back. It outlives the sheet, so that its Undo does."""

    counter: Counter
    friend: str

    def note(self, friend_id: int, referrer_id: int) -> None:
        desk = self.counter.desk
        done = partial(self._on_noted, desk.customers.get(referrer_id).address)
        self.counter.bridge.submit(desk.referrals.brought, desk.act(), friend_id, referrer_id, done=done)

    def _on_noted(self, referrer: str, noted: BroughtAlong) -> None:
        said = tr("Noted: {referrer} brought {friend} along.", referrer=referrer, friend=self.friend)
        self.counter.notify(said, icon="users", undo=partial(self._take_back, noted.gesture))

    def _take_back(self, gesture: bytes) -> None:
        desk = self.counter.desk
        self.counter.bridge.submit(desk.referrals.undo, desk.act(), gesture, done=self._on_back)

    def _on_back(self, noted: BroughtAlong) -> None:
        said = tr("Taken back: nobody is noted as having brought {friend}.", friend=self.friend)
        self.counter.notify(said, icon="undo-2")
