"""The settings: one page in parts. What is changed is saved at once, with Undo; of programmes by Save."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.settings.settings_parts import SettingsParts
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn

_INDEX_WIDTH, _INDEX_WIDEST = 264, 352
_BAR = RHYTHM * 2
_LEAVE_A_PRACTICE = frozenset({"data", "lists", "display", "feedback"})
"""Parts with acts that reach beyond the shop's own store: a practice has none of them."""


def open_sheet(counter: Counter, part: str = "shop", alone: bool = False, **facts: Any) -> Sheet:
    """The settings, opened at `part`: the name of one of its parts below. `alone` it stands without an index,
    where another one has the parts.
    """
    return SettingsSheet(counter, part, alone=alone)


_PARTS: Final[tuple[tuple[str, str, Callable[[], str]], ...]] = (
    ("shop", "store", lambda: tr("The shop")),
    ("hours", "clock", lambda: tr("Hours and holidays")),
    ("programmes", "stamp", lambda: tr("Stamp cards and passes")),
    ("products", "coffee", lambda: tr("Products")),
    ("limits", "sliders-horizontal", lambda: tr("Limits")),
    ("staff", "users", lambda: tr("Staff")),
    ("caring", "heart-handshake", lambda: tr("Caring")),
    ("playbooks", "message-square-warning", lambda: tr("Complaints")),
    ("feedback", "message-square-heart", lambda: tr("Feedback")),
    ("display", "smile", lambda: tr("Customer's screen")),
    ("unusual", "eye", lambda: tr("Unusual stamps")),
    ("prints", "printer", lambda: tr("Cards and printing")),
    ("data", "database-backup", lambda: tr("Data and backups")),
    ("lists", "import", lambda: tr("Import and export")),
)
"""Name, picture and words of each part, in the order of the index."""


class SettingsSheet(Sheet):
    """An index on the left, the part that was chosen on the right."""

    place = Place.PAGE

    def __init__(self, counter: Counter, part: str = "shop", *, alone: bool = False) -> None:
        super().__init__()
        self._alone, self._open = alone, counter.open
        self.parts, self._index = SettingsParts(counter), QButtonGroup(self)
        self._entries: dict[str, TextButton] = {}
        self._said: dict[str, Callable[[], str]] = {}
        self._entry_list = index = self._make_index(is_practice=counter.desk.paths.is_practice())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(index)
        index.setVisible(not alone)
        row.addWidget(self.parts, 1)
        self.show_part(part)

    def _make_index(self, *, is_practice: bool) -> ScrolledColumn:
        """An entry for each part, in their order; a practice has no entry for what leads out of it."""
        index = ScrolledColumn()
        index.setFixedWidth(min(grown(_INDEX_WIDTH), _INDEX_WIDEST) + _BAR)
        index.column.setContentsMargins(0, 0, RHYTHM // 2, 0)
        index.column.setSpacing(RHYTHM)
        for name, icon, say in _PARTS:
            if not (is_practice and name in _LEAVE_A_PRACTICE):
                index.column.addWidget(self._entry(name, icon, say))
        index.column.addStretch(1)
        return index

    def title(self) -> str:
        return self._said[self._part()]() if self._alone else tr("Settings")

    def again(self) -> Callable[[], object]:
        """At the part that was shown."""
        name = next(name for name, entry in self._entries.items() if entry.isChecked())
        return lambda: self._open(SheetName.SETTINGS, part=name)

    def first_focus(self) -> QWidget | None:
        return None if self._alone else self._entries[self._part()]

    def may_close(self) -> bool:
        """Take what was typed last; a text that cannot be kept is shown, and so keeps the page open."""
        faulty = self.parts.finish()
        if faulty is not None:
            part, field = faulty
            self.show_part(part)
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return faulty is None

    def show_part(self, name: str) -> None:
        """Turn to one of the parts, the first where that one is not here; the focus goes along, or its frame
        would mark a second one.
        """
        name = name if name in self._entries else next(iter(self._entries))
        self._entries[name].setChecked(True)
        if not self._alone:
            self._entries[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self.parts.turn_to(name)
        self._entry_list.show_part(self._entries[name])  # the arrow keys go on beyond what is in sight

    def _part(self) -> str:
        return next(name for name, entry in self._entries.items() if entry.isChecked())

    def _entry(self, name: str, icon: str, say: Callable[[], str]) -> TextButton:
        entry = TextButton(icon, "index")
        entry.setCheckable(True)
        speak(entry.say, say)
        entry.clicked.connect(lambda: self.show_part(name))
        self._index.addButton(entry)
        self._entries[name], self._said[name] = entry, say
        return entry
