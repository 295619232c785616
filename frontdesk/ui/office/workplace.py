"""What stands in the office while somebody has it open: the index, their pages and their notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.desk.office_desk import OfficeDesk
from frontdesk.domain.acts import Changes
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName, make_sheet
from frontdesk.ui.counter.text_size import TextSize
from frontdesk.ui.counter.undo_key import UndoKey
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, SHADOW, grown, is_large
from frontdesk.ui.office.office_bridge import OfficeBridge
from frontdesk.ui.office.office_remedies import remedy_of
from frontdesk.ui.office.page_stack import OpenedPage, PageStack
from frontdesk.ui.office.room_index import RoomIndex
from frontdesk.ui.office.rooms import STAFF, WINGS, Room
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.notice import NoticeBar
from frontdesk.ui.widgets.prose import ProseStrip

if TYPE_CHECKING:
    from frontdesk.ui.counter.window import CounterWindow

_INDEX_WIDTH, _INDEX_WIDEST = 284, 372
_NARROW: Final = 860
_BAR: Final = RHYTHM * 2


class Workplace(QWidget):
    """Of whoever proved by `key` to be `staff_id`. Its acts are theirs, whoever is at the till meanwhile."""

    lock_wanted = Signal()

    def __init__(self, counter: CounterWindow, staff_id: int, key: bytes) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.desk = OfficeDesk(counter.desk, staff_id, key)
        self.bridge = OfficeBridge(self.desk, counter.bridge, self)
        self.notices = NoticeBar()
        self.lent = Counter(
            self.desk,
            self.bridge,
            counter.portraits,
            self.notices.show_notice,
            self.choose,
            self.open,
            counter.bring_back,
        )
        self.undo = UndoKey(self.bridge, self.notices, self.lent.taps, self)
        self.text_size = TextSize(self.desk, self.bridge, self)
        self.index, self.pages = RoomIndex(WINGS), PageStack()
        self.room: Room | None = None
        """The room of the index in which everything that is open began."""
        self._shop, self._who = ElidedLabel("", "shop"), ElidedLabel("", "small")
        self.open_to_all, self.set_pin = ProseStrip("warn", "key"), TextButton("key", "filled")
        speak(self.set_pin.say, lambda: tr("Set a PIN"))
        self.lock = TextButton("lock")
        speak(self.lock.say, lambda: tr("Lock"))
        self._lay_out()
        self.lock.clicked.connect(self.lock_wanted)
        self.set_pin.clicked.connect(self._give_pin)
        self.index.chosen.connect(self.go_to)
        self.pages.rooms.clicked.connect(lambda: self._fit(asked=self._side.isHidden()))
        self.pages.turned.connect(self._on_turned)
        self.bridge.refused.connect(self._on_refused)
        self.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._say_who)
        LANGUAGE.changed.connect(self.notices.turn_to_another)
        speak(self.notices.set_resting, lambda: tr("Esc goes back. Hold F1 to see every key."))
        self._say_who()

    @property
    def staff_id(self) -> int:
        return self.desk.staff_id

    def renew(self, key: bytes) -> None:
        """The same person has proved it anew: everything goes on."""
        self.desk.key = key
        self.bridge.wake()

    # --- pages ---

    def open(self, name: SheetName, **facts: Any) -> Sheet | None:
        """Open a page above what is open. The settings stand in the index part by part: none of their own."""
        if name is SheetName.SETTINGS:
            facts.setdefault("alone", True)
        try:
            sheet = make_sheet(name, self.lent, **facts)
        except Refused as refused:
            self.bridge.refused.emit(sentence_for(refused), refused)
            return None
        self.pages.put(OpenedPage(sheet, name, facts))
        return sheet

    def go_to(self, room: Room) -> None:
        """A room of the index: whatever is open makes way, unless it has something to keep."""
        settings = self._open_settings()
        if room.sheet is SheetName.SETTINGS and settings is not None:
            settings.show_part(room.facts["part"])
            self._enter(room)
        elif self.pages.clear():
            self._enter(room)
            self.open(room.sheet, **room.facts)
        self._on_turned()

    def _give_pin(self) -> None:
        """Straight to where whoever is here types their new PIN."""
        self.go_to(STAFF)
        settings = self._open_settings()
        if settings is not None:
            settings.parts.staff.give_pin(self.staff_id)

    def choose(self, customer_id: int) -> None:
        """All about one person; if that page is below, back to it."""

        def is_theirs(page: OpenedPage) -> bool:
            return page.name is SheetName.PERSON and page.facts.get("customer_id") == customer_id

        if not self.pages.go_back_to(is_theirs):
            self.open(SheetName.PERSON, customer_id=customer_id)

    def go_home(self) -> None:
        """The first room, which tells how it goes."""
        self.index.go_to_wing(0)

    def give_up(self) -> None:
        """Esc: one step back, and from a room of the index to the first one."""
        if not self.pages.go_back():
            self.go_home()

    def take_scan(self, scan: Scan) -> None:
        """A page may be waiting for it; else it is a customer's card, and their page opens."""
        if self.pages.top is not None and self.pages.top.sheet.take_scan(scan):
            return
        try:
            customer_id = self.desk.search.by_scan(scan)
        except Refused as refused:
            self.bridge.refused.emit(sentence_for(refused), refused)
        else:
            self.choose(customer_id)

    def take_focus(self) -> None:
        """Where somebody was typing, they go on; the first time, where the page wants it."""
        was = cast("QWidget | None", self.focusWidget())  # there may be none, whatever its stub says
        if was is not None and self.pages.isAncestorOf(was):
            was.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_page()

    def rest(self) -> None:
        """Nobody is there: what was said is said no more, and nothing of it can be taken back unseen."""
        self.notices.rest()
        self.bridge.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(asked=False)

    def _fit(self, *, asked: bool) -> None:
        """Large text in a small window leaves no room for the index beside a page: it comes when `asked`."""
        narrow = is_large() and self.width() < grown(_NARROW)
        self.pages.rooms.setVisible(narrow)
        self._side.setVisible(asked or not narrow)
        if asked:
            self.index.focus_marked()

    def _enter(self, room: Room) -> None:
        self.room = room
        self.pages.call_lowest(room.say if room.sheet is SheetName.SETTINGS else None)

    def _open_settings(self) -> Any:
        """The settings, where a part of them is what is in sight."""
        top = self.pages.top
        if top is None or top is not self.pages.lowest or top.name is not SheetName.SETTINGS:
            return None
        return top.sheet

    def _on_turned(self) -> None:
        self._fit(asked=False)
        self.pages.say()
        self.index.mark(self.room)
        self._focus_page()

    def _focus_page(self) -> None:
        if self.pages.focus_page():
            return
        if self._side.isHidden():
            self.pages.rooms.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.index.focus_marked()

    def _on_refused(self, said: str, error: object) -> None:
        """Said here, where it was asked for; at the till nobody knows what it is about."""
        self.notices.show_notice(said, icon="circle-alert", remedy=remedy_of(error, self))

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop or changes.team or changes.everything:
            self._say_who()

    def _say_who(self) -> None:
        names = {each.id: each.name for each in self.desk.staffing.staff()}
        anybody = not self.desk.pins.in_use()
        self.open_to_all.setText(tr("Anybody can open this: nobody has a PIN.") if anybody else "")
        self.set_pin.setVisible(anybody)
        self._shop.setText(self.desk.shop.settings().name)
        self._who.setText(tr("Opened by {name}", name=names.get(self.staff_id, "")))

    def _lay_out(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(RHYTHM, RHYTHM, 0, RHYTHM)
        side.setSpacing(RHYTHM)
        top = QHBoxLayout()
        top.setSpacing(RHYTHM)
        top.addWidget(self._shop, 1)
        top.addWidget(self.lock)
        side.addLayout(top)
        side.addWidget(self._who)
        side.addWidget(self.index, 1)
        self.index.setFixedWidth(min(grown(_INDEX_WIDTH), _INDEX_WIDEST) + _BAR)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._side)
        anybody = QHBoxLayout()
        anybody.setContentsMargins(SHADOW, RHYTHM, SHADOW, 0)
        anybody.setSpacing(RHYTHM)
        anybody.addWidget(self.open_to_all, 1)
        anybody.addWidget(self.set_pin)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(anybody)
        right.addWidget(self.pages, 1)
        middle.addLayout(right, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(RHYTHM, 0, RHYTHM, 0)
        bar.addWidget(self.notices)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW, RHYTHM, SHADOW, RHYTHM)
        column.setSpacing(RHYTHM // 2)
        column.addLayout(middle, 1)
        column.addLayout(bar)
