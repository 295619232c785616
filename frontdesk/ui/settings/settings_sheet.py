"""The settings: one page in parts. What is changed is saved at once, with Undo; of programmes by Save."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from frontdesk.domain.shop import ShopSettings, Theme
from frontdesk.ui.counter.sheets import Counter, Place, Sheet, SheetName
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.prints.printer import Printers, find_printers
from frontdesk.ui.programmes.programmes_panel import ProgrammesPanel
from frontdesk.ui.settings.care_panel import CarePanel
from frontdesk.ui.settings.contact_fields import ContactFields
from frontdesk.ui.settings.data_panel import DataPanel
from frontdesk.ui.settings.display_panel import DisplayPanel
from frontdesk.ui.settings.feedback_panel import FeedbackPanel
from frontdesk.ui.settings.hands_fields import HandsFields
from frontdesk.ui.settings.hours_panel import HoursPanel
from frontdesk.ui.settings.limits_panel import LimitsPanel
from frontdesk.ui.settings.lists_panel import ListsPanel
from frontdesk.ui.settings.owner_field import OwnerField
from frontdesk.ui.settings.playbooks_panel import PlaybooksPanel
from frontdesk.ui.settings.prints_panel import prints_panel
from frontdesk.ui.settings.products_panel import ProductsPanel
from frontdesk.ui.settings.receipt_part import ReceiptPart
from frontdesk.ui.settings.saving import saver_of
from frontdesk.ui.settings.shop_fields import ShopFields
from frontdesk.ui.settings.shop_panel import shop_panel, theme_chips
from frontdesk.ui.settings.staff_panel import StaffPanel
from frontdesk.ui.settings.till_field import TillField
from frontdesk.ui.settings.unusual_panel import UnusualPanel
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


class SettingsSheet(Sheet):
    """An index on the left, the part that was chosen on the right."""

    place = Place.PAGE

    def __init__(self, counter: Counter, part: str = "shop", *, alone: bool = False) -> None:
        super().__init__()
        self._alone, self._open = alone, counter.open
        self._saver = saver_of(counter)
        self.shop = ShopFields(self._saver.meant, self)
        self.themes, self.hands = theme_chips(), HandsFields(self)
        self.owner, self.contacts = OwnerField(counter), ContactFields(self)
        self.till = TillField(counter)
        self.receipts = ReceiptPart(counter)
        self.programmes, self.products = ProgrammesPanel(counter), ProductsPanel(counter)
        self.limits, self.staff = LimitsPanel(counter), StaffPanel(counter)
        self.unusual, self.display = UnusualPanel(counter), DisplayPanel()
        self.caring, self.hours = CarePanel(counter), HoursPanel(counter)
        self.playbooks, self.feedback = PlaybooksPanel(counter), FeedbackPanel(counter, self.shop)
        self.data, self.lists = DataPanel(counter), ListsPanel(counter)
        self._parts, self._index = QStackedWidget(), QButtonGroup(self)
        self._entries: dict[str, TextButton] = {}
        self._said: dict[str, Callable[[], str]] = {}
        self._entry_list = index = self._make_index(counter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(index)
        index.setVisible(not alone)
        row.addWidget(self._parts, 1)
        self._listen()
        self._show_settled(self._saver.meant)
        self.show_part(part)
        counter.bridge.work(find_printers, done=self._on_printers)

    def _make_index(self, counter: Counter) -> ScrolledColumn:
        """An entry for each part, in their order; a practice has no entry for what leads out of it."""
        index = ScrolledColumn()
        index.setFixedWidth(min(grown(_INDEX_WIDTH), _INDEX_WIDEST) + _BAR)
        index.column.setContentsMargins(0, 0, RHYTHM // 2, 0)
        index.column.setSpacing(RHYTHM)
        for name, icon, say, panel in (
            ("shop", "store", lambda: tr("The shop"), self._shop_panel()),
            ("hours", "clock", lambda: tr("Hours and holidays"), self.hours),
            ("programmes", "stamp", lambda: tr("Stamp cards and passes"), self.programmes),
            ("products", "coffee", lambda: tr("Products"), self.products),
            ("limits", "sliders-horizontal", lambda: tr("Limits"), self.limits),
            ("staff", "users", lambda: tr("Staff"), self.staff),
            ("caring", "heart-handshake", lambda: tr("Caring"), self.caring),
            ("playbooks", "message-square-warning", lambda: tr("Complaints"), self.playbooks),
            ("feedback", "message-square-heart", lambda: tr("Feedback"), self.feedback),
            ("display", "smile", lambda: tr("Customer's screen"), self.display),
            ("unusual", "eye", lambda: tr("Unusual stamps"), self.unusual),
            ("prints", "printer", lambda: tr("Cards and printing"), self._prints_panel(counter)),
            ("data", "database-backup", lambda: tr("Data and backups"), self.data),
            ("lists", "import", lambda: tr("Import and export"), self.lists),
        ):
            if name in _LEAVE_A_PRACTICE and counter.desk.paths.is_practice():
                panel.setParent(self)
                panel.hide()
            else:
                index.column.addWidget(self._entry(name, icon, say, panel))
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
        self.shop.finish()
        self.contacts.finish()
        self.receipts.finish()
        self.staff.finish()
        self.limits.finish()
        self.playbooks.finish()
        self.caring.finish()
        self.feedback.finish()
        for part, field in (
            ("shop", self.shop.name_field),
            ("shop", self.contacts.faulty()),
            ("prints", self.receipts.field),
            ("feedback", self.shop.link_field),
            ("feedback", self.feedback.questions.faulty()),
        ):
            if field is not None and field.fault:
                self.show_part(part)
                field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def show_part(self, name: str) -> None:
        """Turn to one of the parts, the first where that one is not here; the focus goes along, or its frame
        would mark a second one.
        """
        name = name if name in self._entries else next(iter(self._entries))
        self._entries[name].setChecked(True)
        if not self._alone:
            self._entries[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self._parts.setCurrentIndex(list(self._entries).index(name))
        self._entry_list.show_part(self._entries[name])  # the arrow keys go on beyond what is in sight

    def _part(self) -> str:
        return next(name for name, entry in self._entries.items() if entry.isChecked())

    def _shop_panel(self) -> QWidget:
        return shop_panel(self.shop, self.contacts, self.themes, self.hands, self.owner, self.till)

    def _prints_panel(self, counter: Counter) -> QWidget:
        return prints_panel(counter, self.shop, self.receipts)

    def _entry(self, name: str, icon: str, say: Callable[[], str], panel: QWidget) -> TextButton:
        entry = TextButton(icon, "index")
        entry.setCheckable(True)
        speak(entry.say, say)
        entry.clicked.connect(lambda: self.show_part(name))
        self._index.addButton(entry)
        self._entries[name], self._said[name] = entry, say
        self._parts.addWidget(panel)
        return entry

    def _listen(self) -> None:
        for part in (self.shop, self.contacts, self.receipts, self.display, self.hands):
            part.edited.connect(self._saver.save)
        self.themes.chosen.connect(lambda theme: self._saver.save({"theme": Theme(theme)}))
        self._saver.settled.connect(self._show_settled)

    def _show_settled(self, settings: ShopSettings) -> None:
        self.shop.fill(settings)
        self.themes.choose(settings.theme)
        for part in (self.contacts, self.receipts, self.display, self.hands):
            part.show_settings(settings)

    def _on_printers(self, printers: Printers) -> None:
        self.shop.set_printers(printers)
