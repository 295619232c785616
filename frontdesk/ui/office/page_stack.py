"""The office's page: one on top of what it was opened from, with its title and a way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from frontdesk.ui.counter.sheets import Place, Sheet, SheetName
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import RHYTHM, Size, grown
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.labels import ElidedLabel, KeyHint, plain_tip

_NARROW: Final = 900
"""How wide a page may be that covers only a part of the counter."""
_BACK: Final = 300
_TRIES: Final = 3
"""The first request to close may only lead from a part of a page to the whole of it."""


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """A page, and what it was asked for."""

    sheet: Sheet
    name: SheetName
    facts: Mapping[str, Any]


class PageStack(Card):
    """The lowest page is one of the index; those above it were opened from pages."""

    turned = Signal()
    """Another page is on top, or none."""

    def __init__(self) -> None:
        super().__init__()
        self._opened: list[OpenedPage] = []
        self._called: Callable[[], str] | None = None
        self.back = TextButton("arrow-left", "quiet")
        self.back.clicked.connect(self.go_back)
        self.rooms = IconButton("panel-left")
        speak(self.rooms.say, lambda: tr("All pages"))
        self._title, self._key = ElidedLabel("", "title"), KeyHint("Esc")
        self._sheets = QStackedWidget()
        top = QHBoxLayout()
        top.setSpacing(RHYTHM * 2)
        top.addWidget(self.rooms)
        top.addWidget(self.back)
        top.addWidget(self._title, 1)
        top.addWidget(self._key)
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 3, RHYTHM * 2, RHYTHM * 3, RHYTHM * 3)
        column.setSpacing(RHYTHM * 2)
        column.addLayout(top)
        column.addWidget(self._sheets, 1)
        LANGUAGE.changed.connect(self.say)
        self.say()

    @property
    def top(self) -> OpenedPage | None:
        """What is in sight."""
        return self._opened[-1] if self._opened else None

    @property
    def lowest(self) -> OpenedPage | None:
        """The page of the index from which all others were opened."""
        return self._opened[0] if self._opened else None

    def depth(self) -> int:
        return len(self._opened)

    def put(self, page: OpenedPage) -> None:
        """Show a page above the others."""
        sheet = page.sheet
        if sheet.place is not Place.PAGE:
            sheet.setMaximumWidth(grown(_NARROW))
        sheet.closed.connect(lambda: self._on_closed(sheet))
        self._opened.append(page)
        self._sheets.addWidget(sheet)
        self._turn()

    def call_lowest(self, say: Callable[[], str] | None) -> None:
        """What the lowest page is called here, where that is not its own title."""
        self._called = say
        self.say()

    def go_back(self) -> bool:
        """One page back, if the one on top lets go; False where it is the lowest and would."""
        if self.top is None or not self.top.sheet.may_close():
            return True
        if self.depth() == 1:
            return False
        self._drop(self._opened[-1])
        return True

    def go_back_to(self, found: Callable[[OpenedPage], bool]) -> bool:
        """Back to the nearest page of which `found` is true, whatever those above it would keep."""
        place = next((at for at in reversed(range(self.depth())) if found(self._opened[at])), None)
        if place is None:
            return False
        for page in self._opened[place + 1 :]:
            self._drop(page)
        return True

    def clear(self) -> bool:
        """Take all pages away, each if it lets go: one that does not stays in sight, and this is False."""
        while self.top is not None:
            if not any(self.top.sheet.may_close() for _ in range(_TRIES)):
                return False
            self._drop(self.top)
        return True

    def say(self) -> None:
        """Title and way back, in the language spoken now."""
        self._title.setText(self._name_of(self.top) if self.top is not None else "")
        above = self.depth() > 1
        self.back.setVisible(above)
        self._key.setVisible(above)
        if above:
            said = tr("Back to: {page}", page=self._name_of(self._opened[-2]))
            room = grown(_BACK)
            self.back.say(fonts.measures(Size.BODY, True).elidedText(said, Qt.TextElideMode.ElideRight, room))
            self.back.setAccessibleName(said)
            self.back.setToolTip(plain_tip(said))

    def focus_page(self) -> bool:
        """Typing goes where the page wants it; False where it wants it nowhere."""
        wanted = self.top.sheet.first_focus() if self.top is not None else None
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        return wanted is not None

    def _name_of(self, page: OpenedPage) -> str:
        if self._called is not None and page is self.lowest:
            return self._called()
        return page.sheet.title()

    def _on_closed(self, sheet: Sheet) -> None:
        """It is finished. The lowest one stays for those that were opened from it to lead back to."""
        page = next((each for each in self._opened if each.sheet is sheet), None)
        if page is not None and page is not self.lowest:
            self._drop(page)

    def _drop(self, page: OpenedPage) -> None:
        was_top = page is self.top
        self._opened.remove(page)
        self._sheets.removeWidget(page.sheet)
        page.sheet.hide()
        page.sheet.deleteLater()
        if was_top:
            self._turn()

    def _turn(self) -> None:
        if self.top is not None:
            self._sheets.setCurrentWidget(self.top.sheet)
        self.say()
        self.turned.emit()
