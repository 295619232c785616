"""Who is at the till: a strip with the staff, one tap, and the next act is theirs."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.header import Header
from frontdesk.ui.counter.sheets import Notify
from frontdesk.ui.language import tr


class Till(QObject):
    """Lets somebody take over. The header says who is there when it is saved, not before."""

    scanned = Signal(str)
    """A card was scanned while the strip was open."""

    def __init__(
        self, desk: Any, bridge: Bridge, header: Header, notify: Notify, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._header, self._notify = desk, bridge, header, notify
        header.who_wanted.connect(self.choose)

    def choose(self) -> None:
        """Who is it? Where only one person works, there is nothing to choose."""
        from frontdesk.ui.counter.strips import Choice, ChoiceStrip

        staff = self._desk.staffing.staff()
        if len(staff) < 2:
            self._notify(tr("Only one person works here. More can be added in the settings."), icon="users")
            return
        choices = [
            Choice(each.name, "circle-check" if each.id == self._desk.staff_id else "user-round")
            for each in staff
        ]
        anchor = self._header.who_corner()
        strip = ChoiceStrip(anchor, tr("Who is at the till?"), choices)
        strip.chosen.connect(lambda number: self.hand_over(staff[number - 1].id))
        strip.scanned.connect(self.scanned)
        strip.open_below(anchor)

    def hand_over(self, staff_id: int) -> None:
        """Whoever is there already need not take over."""
        before = self._desk.staff_id
        if staff_id != before:
            done = partial(self._on_taken, before)
            self._bridge.follow(self._desk.take_over(staff_id), done=done, owner=self)

    def _on_taken(self, before: int, saved: Any) -> None:
        """Its Undo is a button: the key goes on with what was done for customers."""
        said = tr("{name} is at the till now.", name=saved.member.name)
        self._notify(said, icon="user-round", undo=partial(self.hand_over, before), by_key=False)
