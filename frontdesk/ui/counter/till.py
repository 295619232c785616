"""Who is at the till: a strip with the staff, one tap, and the next act is theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.domain.day_parts import day_part
from frontdesk.domain.refusals import Refused
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.header import Header
from frontdesk.ui.counter.sheets import Notify, SheetName
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.team.pin_standing import PinStanding

if TYPE_CHECKING:
    from frontdesk.domain.finding.scans import Scan
    from frontdesk.domain.team.shifts import ShiftGreeting
    from frontdesk.services.team.pins import Opened
    from frontdesk.ui.counter.strips import Choice


class Till(QObject):
    """Lets somebody take over. The header says who is there when it is saved, not before."""

    def __init__(
        self,
        desk: Any,
        bridge: Bridge,
        header: Header,
        notify: Notify,
        open_sheet: Callable[..., object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._bridge, self._header, self._notify = desk, bridge, header, notify
        self._open_sheet = open_sheet
        self.standing = PinStanding(window, desk, bridge, header, self._hand_back)
        header.who_wanted.connect(self.choose)

    def choose(self) -> None:
        """Who is it? Where only one person works, there is nothing to choose."""
        from frontdesk.ui.counter.strips import Choice

        staff = self._desk.staffing.staff()
        if len(staff) < 2:
            self._notify(tr("Only one person works here. More can be added in the settings."), icon="users")
            return
        choices = [Choice(each.name, self._icon(each)) for each in staff]
        self._open(tr("Who is at the till?"), choices, staff)

    def call_manager(self, then: Callable[[], object] = lambda: None) -> None:
        """Who may go beyond the limits takes the till over, and gives it back afterwards; where PINs are in
        use by theirs. `then` the counter goes on.
        """
        if self._desk.pins.in_use():
            self._open_sheet(SheetName.PIN, opened=partial(self._let_in, then))
            return
        from frontdesk.ui.counter.strips import Choice
        from frontdesk.ui.settings.staff_row import role_name

        able = [each for each in self._desk.staffing.staff() if each.role is not Role.CASHIER]
        choices = [
            Choice(tr("{name} ({role})", name=each.name, role=role_name(each.role)), self._icon(each))
            for each in able
        ]
        note = tr("The till is handed over to them until it is taken back.")
        self._open(tr("Which manager is here?"), choices, able, note)

    def _icon(self, member: StaffMember) -> str:
        return "circle-check" if member.id == self._desk.staff_id else "user-round"

    def _open(
        self, heading: str, choices: Sequence[Choice], staff: Sequence[StaffMember], note: str = ""
    ) -> None:
        from frontdesk.ui.counter.strips import ChoiceStrip

        anchor = self._header.who_corner()
        strip = ChoiceStrip(anchor, heading, choices, note)
        strip.chosen.connect(lambda number: self.hand_over(staff[number - 1].id))
        strip.open_below(anchor)

    def by_card(self, scan: Scan) -> None:
        """A card of the staff was scanned: as if its name had been tapped."""
        try:
            holder = self._desk.staff_cards.holder(scan)
        except Refused as refused:
            self._bridge.refused.emit(sentence_for(refused), refused)
            return
        if holder.id == self._desk.staff_id:
            self._notify(tr("{name} is at the till already.", name=holder.name), icon="user-round")
        else:
            self.hand_over(holder.id)

    def hand_over(self, staff_id: int) -> None:
        """Whoever is there already need not take over. Who has a PIN gives it."""
        if staff_id == self._desk.staff_id:
            return
        if self._desk.pins.asked_at_the_till(staff_id):
            self._open_sheet(SheetName.PIN, staff_id=staff_id, opened=self._take_over_by)
        else:
            self._take_over(staff_id)

    def _take_over(self, staff_id: int, key: bytes = b"") -> None:
        done = partial(self._on_taken, self._desk.staff_id)
        self._bridge.follow(self._desk.take_over(staff_id, key), done=done, owner=self)

    def _hand_back(self, staff_id: int, key: bytes) -> None:
        """Whoever lent their till to a manager has it again."""
        if staff_id != self._desk.staff_id:
            self._take_over(staff_id, key)

    def _take_over_by(self, opened: Opened) -> None:
        """That they are who they say was what was asked for: a cashier's proof gives no more rights, and a
        manager's gives theirs at once.
        """
        self._take_over(opened.member.id, opened.key)

    def _let_in(self, then: Callable[[], object], opened: Opened) -> None:
        """A manager gave their PIN, at their own till or at somebody else's."""
        desk = self._desk
        if opened.member.id == desk.staff_id:
            desk.proofs.lend(opened.key, desk.proofs.lent_by(desk.key))
            desk.pins.close(desk.key)
            desk.key = opened.key
            self._on_let_in(then, opened)
        else:
            taken = desk.take_over(opened.member.id, opened.key, lent=True)
            self._bridge.follow(taken, done=partial(self._on_let_in, then), owner=self)

    def _on_let_in(self, then: Callable[[], object], proved: Any) -> None:
        self.standing.begin()
        self._say_manager(proved.member.name)
        then()

    def _say_manager(self, name: str) -> None:
        said = tr("{name} may do it now. Afterwards tap the shield above.", name=name)
        self._notify(said, icon="shield-check")

    def _on_taken(self, before: int, saved: Any) -> None:
        """Say who is here; whoever comes for the first time today is greeted, too."""
        said = tr("{name} is at the till now.", name=saved.member.name)
        tell = partial(self._tell, before)
        self._bridge.submit(
            self._desk.shifts.greet,
            self._desk.act(),
            done=lambda greeted: self._greet(greeted.greeting, said, tell),
            refused=lambda sentence, error: tell(said),
            owner=self,
        )

    def _greet(self, greeting: ShiftGreeting | None, said: str, tell: Callable[[str], None]) -> None:
        """Good morning, and what there is to know; only `said` to whoever was told today. What there is to do
        is counted beside the window: a stamp must not wait for it.
        """
        if greeting is None:
            tell(said)
            return
        self._bridge.work(
            self._desk.today_list.items,
            self._desk.now(),
            done=lambda items: tell(self._greeting(greeting, len(items))),
            refused=lambda sentence, error: tell(said),
            owner=self,
        )

    def _greeting(self, greeting: ShiftGreeting, things: int) -> str:
        from frontdesk.wording.team import shift_sentence

        part = day_part(datetime.fromtimestamp(self._desk.now() / 1000, self._desk.zone).hour)
        return shift_sentence(LANGUAGE.texts, greeting, part, things)

    def _tell(self, before: int, said: str) -> None:
        """Its Undo is a button: the key goes on with what was done for customers."""
        self._notify(said, icon="user-round", undo=partial(self.hand_over, before), by_key=False)
