"""Privacy: what the shop keeps of people, for how long, and how it is told to them or forgotten."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.people.customers import Customer
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.privacy.consents_page import ConsentsPage
from frontdesk.ui.office.privacy.erase_page import ErasePage
from frontdesk.ui.office.privacy.forgotten_page import ForgottenPage
from frontdesk.ui.office.privacy.read_page import ReadPage
from frontdesk.ui.office.privacy.silent_page import SilentPage
from frontdesk.ui.office.privacy.tell_page import TellPage
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.wrapping import WrappedChips


class PrivacyPart(StrEnum):
    """What the page opens with: `open_sheet(counter, customer_id=…, part=PrivacyPart.TELL)`.

    TELL and ERASE are about one customer; the others need none.
    """

    OVERVIEW = "overview"
    SILENT = "silent"
    CONSENTS = "consents"
    TELL = "tell"
    ERASE = "erase"


def open_sheet(counter: Counter, customer_id: int | None = None, part: str = "", **facts: Any) -> Sheet:
    """Without a customer the page of everybody. Raises `Refused` UNKNOWN_CUSTOMER."""
    if customer_id is not None:
        customer = counter.desk.customers.get(customer_id)
        return PersonPrivacySheet(counter, customer, PrivacyPart(part or PrivacyPart.TELL))
    return PrivacySheet(counter, PrivacyPart(part or PrivacyPart.OVERVIEW))


class _PartsSheet(Sheet):
    """Parts side by side, each behind a chip; one is read when it is first shown."""

    place = Place.PAGE

    def __init__(self, parts: dict[PrivacyPart, ReadPage]) -> None:
        super().__init__()
        self.parts = parts
        self.chips = {part: Chip(checkable=True) for part in parts}
        self._pages, group = QStackedWidget(), QButtonGroup(self)
        self._read: set[PrivacyPart] = set()
        for part, chip in self.chips.items():
            speak(chip.say, partial(self._part_name, part))
            group.addButton(chip)
            chip.clicked.connect(partial(self.show_part, part))
            self._pages.addWidget(parts[part])
        chips = WrappedChips()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(chips)
        column.addWidget(self._pages, 1)
        chips.show_chips(tuple(self.chips.values()))
        tab_through(*self.chips.values(), *(stop for part in parts.values() for stop in part.stops()))

    def show_part(self, part: PrivacyPart, *_: object) -> None:
        """Turn to a part, and read it when it is shown for the first time."""
        chip = self.chips[part]
        chip.setChecked(True)
        chip.setFocus(Qt.FocusReason.OtherFocusReason)  # else the stack gives it to whatever comes first
        chip.updateGeometry()  # its frame is wider now
        self._pages.setCurrentWidget(self.parts[part])
        if part not in self._read:
            self._read.add(part)
            self.parts[part].read()

    def shown(self) -> PrivacyPart:
        return next(part for part, chip in self.chips.items() if chip.isChecked())

    def first_focus(self) -> QWidget:
        return self.chips[self.shown()]

    def may_close(self) -> bool:
        for part in self.parts.values():
            part.stop()
        return True

    def _part_name(self, part: PrivacyPart) -> str:
        return {
            PrivacyPart.OVERVIEW: tr("Telling and forgetting"),
            PrivacyPart.SILENT: tr("Silent for long"),
            PrivacyPart.CONSENTS: tr("What people agreed to"),
            PrivacyPart.TELL: tr("Everything about them"),
            PrivacyPart.ERASE: tr("Erase them"),
        }[part]


class PrivacySheet(_PartsSheet):
    """What concerns everybody."""

    def __init__(self, counter: Counter, part: PrivacyPart) -> None:
        forgotten, silent, consents = ForgottenPage(counter), SilentPage(counter), ConsentsPage(counter)
        super().__init__(
            {
                PrivacyPart.OVERVIEW: forgotten,
                PrivacyPart.SILENT: silent,
                PrivacyPart.CONSENTS: consents,
            }
        )
        self.forgotten, self.silent, self.consents = forgotten, silent, consents
        counter.bridge.changed.connect(self._on_changed)
        self.show_part(part)

    def title(self) -> str:
        return tr("Privacy")

    def _on_changed(self, changes: Changes) -> None:
        """Somebody was forgotten: the list has one more, when it is looked at next."""
        if changes.customers or changes.everything:
            self._read.discard(PrivacyPart.OVERVIEW)
            self._read.discard(PrivacyPart.CONSENTS)


class PersonPrivacySheet(_PartsSheet):
    """What concerns one customer: everything about them to give them, and forgetting them."""

    def __init__(self, counter: Counter, customer: Customer, part: PrivacyPart) -> None:
        tell, erase = TellPage(counter, customer), ErasePage(counter, customer.id)
        super().__init__({PrivacyPart.TELL: tell, PrivacyPart.ERASE: erase})
        self._customer, self.tell, self.erase = customer, tell, erase
        self.erase.tell_wanted.connect(self._turn_to_telling)
        self.erase.erased.connect(self.closed)
        self.show_part(part)

    def title(self) -> str:
        return tr("What is known of {name}", name=self._customer.name)

    def _turn_to_telling(self) -> None:
        self.show_part(PrivacyPart.TELL)
        self.tell.save.setFocus(Qt.FocusReason.OtherFocusReason)
