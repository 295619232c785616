"""The index of the office's rooms: its wings one below the other, and the rooms of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from frontdesk.ui.language import speak
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.rooms import Room, Wing
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import ScrolledColumn

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RoomIndex(ScrolledColumn):
    """A tap on a wing opens it, at its first room. Tab goes to the room one is in, the arrows to others."""

    chosen = Signal(object)
    """A room was asked for; it is marked when it is there."""

    def __init__(self, wings: Sequence[Wing]) -> None:
        super().__init__()
        self.wings = wings
        self.column.setContentsMargins(0, 0, RHYTHM // 2, 0)
        self.column.setSpacing(0)
        self.entries: list[IndexEntry] = []
        self._rooms: dict[IndexEntry, Room] = {}
        self._of_wing: dict[IndexEntry, Wing] = {}
        for wing in wings:
            self._add_wing(wing)
        self.column.addStretch(1)

    def mark(self, room: Room | None) -> None:
        """This room is open: its wing shows its rooms, the others only what they are."""
        for entry in self.entries:
            wing, is_here = self._of_wing[entry], self._rooms[entry] is room
            is_head = entry is self._head(wing)
            entry.setChecked(is_here and not (is_head and len(wing.rooms) > 1))
            entry.setVisible(is_head or any(each is room for each in wing.rooms))
            entry.setFocusPolicy(Qt.FocusPolicy.TabFocus if entry.isChecked() else Qt.FocusPolicy.ClickFocus)
            if entry.isChecked():
                self.show_part(entry)

    def go_to_wing(self, place: int) -> bool:
        """The first room of the wing in this place; False where there are not so many."""
        if not 0 <= place < len(self.wings):
            return False
        self.chosen.emit(self.wings[place].rooms[0])
        return True

    def focus_marked(self) -> None:
        """The arrow keys go on from where one is."""
        for entry in self.entries:
            if entry.isChecked():
                entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def entry_of(self, room: Room) -> IndexEntry:
        """What is tapped to go there."""
        return next(entry for entry in reversed(self.entries) if self._rooms[entry] is room)

    def _head(self, wing: Wing) -> IndexEntry:
        return next(entry for entry in self.entries if self._of_wing[entry] is wing)

    def _add_wing(self, wing: Wing) -> None:
        head = IndexEntry(wing.icon, "index")
        speak(head.say, wing.say)
        self._add(head, wing, wing.rooms[0])
        if len(wing.rooms) > 1:
            for room in wing.rooms:
                entry = IndexEntry("", "room")
                speak(entry.say, room.say)
                self._add(entry, wing, room)

    def _add(self, entry: IndexEntry, wing: Wing, room: Room) -> None:
        entry.setCheckable(True)
        entry.clicked.connect(partial(self._on_clicked, entry))
        entry.stepped.connect(partial(self._step, entry))
        self.entries.append(entry)
        self._rooms[entry], self._of_wing[entry] = room, wing
        self.column.addWidget(entry)

    def _on_clicked(self, entry: IndexEntry, checked: bool = False) -> None:
        """Whether one gets there is for the pages to say: until then the mark stays where it was."""
        entry.setChecked(not checked)
        self.chosen.emit(self._rooms[entry])

    def _step(self, entry: IndexEntry, by: int) -> None:
        shown = [each for each in self.entries if each.isVisible()]
        place = shown.index(entry) + by
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.show_part(shown[place])


class IndexEntry(TextButton):
    """`stepped` by an arrow key, up or down."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)
