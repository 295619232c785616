"""Who shares a card with whom: one search, one tap; and who does so now, with the way out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.groups import Group, GroupOutcome
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_picker import PersonPicker
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.groups import membership_sentence, shared_by_sentence

_JOINS, _ADDS = "joins", "adds"


def open_sheet(counter: Counter, customer_id: int) -> GroupSheet:
    """The sheet about a shared card. Raises `Refused` UNKNOWN_CUSTOMER."""
    return GroupSheet(counter, counter.desk.customers.get(customer_id))


class GroupSheet(Sheet):
    """Lies over the wall: the greeting of whom it is about stays in sight."""

    place = Place.RIGHT

    def __init__(self, counter: Counter, customer: Customer) -> None:
        super().__init__()
        self._counter, self._customer = counter, customer
        self._joining = Joining(counter)
        self.rows: list[RecordRow] = []
        self.way = ChipRow(
            (
                (_JOINS, lambda: tr("Use somebody's card")),
                (_ADDS, lambda: tr("Let others use this card")),
            )
        )
        self.way.choose(_JOINS)
        self.explains = Prose()
        self._now = QVBoxLayout()
        self._now.setSpacing(RHYTHM)
        self.picker = PersonPicker(counter.desk, counter.portraits, customer.id)
        self.picker.picked.connect(self._on_picked)
        self.way.chosen.connect(lambda _: self.refresh())
        counter.bridge.changed.connect(self._on_changes)
        LANGUAGE.changed.connect(self.refresh)
        page = ScrolledColumn()
        page.column.addLayout(self._now)
        for part in (self.way, self.explains, self.picker):
            page.column.addWidget(part)
        page.column.addStretch(1)
        fill_with(self, page)
        self.refresh()

    def title(self) -> str:
        return tr("Shared card")

    def first_focus(self) -> QWidget:
        return self.picker.search

    def refresh(self) -> None:
        """Show who shares now, and what a tap would do."""
        group = self._counter.desk.groups.of(self._customer.id, self._counter.desk.now())
        self._show_now(group)
        holds = group is not None and not group.is_shared_by(self._customer.id)
        self.way.setVisible(group is None)
        if group is not None:
            self.way.choose(_ADDS if holds else _JOINS)
        name = self._customer.address
        if self.way.value() == _ADDS:
            said = tr("Whoever you choose collects on the card of {name} from now on.", name=name)
        else:
            said = tr("{name} collects on the card of whom you choose, and keeps an own one too.", name=name)
        self.explains.setText(said)

    def _show_now(self, group: Group | None) -> None:
        empty(self._now)
        self.rows = []
        if group is None:
            return
        if group.is_shared_by(self._customer.id):
            row = RecordRow("users", group.holder.address, shared_by_sentence(LANGUAGE.texts, group))
            row.offer(tr("Leave"), partial(self._joining.leave, self._customer.id))
            self.rows.append(row)
        else:
            for member in group.members:
                row = RecordRow("user-round", member.address, tr("uses this card"))
                row.offer(tr("Remove"), partial(self._joining.leave, member.customer_id))
                self.rows.append(row)
        for row in self.rows:
            self._now.addWidget(row)

    def _on_picked(self, other_id: int) -> None:
        """One tap is one act. Others may be added after the first; who joins is done."""
        if self.way.value() == _ADDS:
            self._joining.join(other_id, self._customer.id)
            self.picker.search.clear()
        else:
            self._joining.join(self._customer.id, other_id)
            self.closed.emit()

    def _on_changes(self, changes: Changes) -> None:
        if changes.everything or self._customer.id in changes.customers:
            try:
                self.refresh()
            except Refused:  # they were taken off the list meanwhile
                self.closed.emit()


@dataclass(frozen=True)
class Joining:
    """Lets people join and leave, and takes it back. It outlives the sheet, so that its Undo does."""

    counter: Counter

    def join(self, member_id: int, holder_id: int) -> None:
        desk = self.counter.desk
        self.counter.bridge.submit(desk.groups.join, desk.act(), member_id, holder_id, done=self._on_done)

    def leave(self, member_id: int) -> None:
        desk = self.counter.desk
        self.counter.bridge.submit(desk.groups.leave, desk.act(), member_id, done=self._on_done)

    def _on_done(self, outcome: GroupOutcome) -> None:
        member, holder = outcome.member.customer_id, outcome.holder.customer_id
        undo = partial(self.leave, member) if outcome.joined else partial(self.join, member, holder)
        self.counter.notify(membership_sentence(LANGUAGE.texts, outcome), icon="users", undo=undo)
