"""The counter's window: it makes the parts of the counter and links them; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.domain.finding.scans import Scan
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.attending import Attending
from frontdesk.ui.counter.ground import Ground
from frontdesk.ui.counter.header import Header
from frontdesk.ui.counter.housekeeping import Housekeeping
from frontdesk.ui.counter.later_parts import LaterParts
from frontdesk.ui.counter.pages import Pages
from frontdesk.ui.counter.pointer_watch import PointerWatch
from frontdesk.ui.counter.sheet_host import SheetHost
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName
from frontdesk.ui.counter.shop_follower import ShopFollower
from frontdesk.ui.counter.ticket_sides import TicketSides
from frontdesk.ui.counter.till import Till
from frontdesk.ui.counter.wall import Wall
from frontdesk.ui.counter.welcome_panel import WelcomePanel
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.widgets.notice import NoticeBar
from frontdesk.ui.widgets.portrait import Portraits

if TYPE_CHECKING:
    from frontdesk.domain.regulars.greeting import Greeting
    from frontdesk.domain.trust.backups import BackupMade

_LEAST_WIDTH, _LEAST_HEIGHT = 1180, 660
_PREPARE_MS = 30  # by then the first frame is painted


class CounterWindow(LaterParts):
    """One window per shop. It reads the desk, and writes through the bridge only."""

    def __init__(self, desk: Any, bridge: Bridge, *, demo: bool = False) -> None:
        super().__init__()
        self.desk, self.bridge = desk, bridge
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.portraits = Portraits(desk.photos, self)
        self.header = Header(demo=demo)
        self.welcome = WelcomePanel(desk.zone)
        self.wall = Wall(self.portraits)
        self.notices = NoticeBar()
        self.ground = Ground(self.header, self.notices)
        self.ground.left.addWidget(self.welcome)
        self.ground.right.addWidget(self.wall)
        self.setCentralWidget(self.ground)
        self.sheets = SheetHost(self.ground)
        self.sheets.left.connect(self._on_sheet_left)
        self.attending = self._make_attending()
        self.to_bring_back: tuple[BackupMade, ...] = ()
        self.wants_anew = False
        """It was closed to be made anew: all is laid out for another size of text."""
        self.lent = Counter(
            desk,
            bridge,
            self.portraits,
            self.notices.show_notice,
            self._choose_from_sheet,
            self.open_sheet,
            self.bring_back,
        )
        self.pages = Pages(
            self.sheets,
            self.lent,
            self._place_sheet,
            lambda: self.attending.customer_id,
            lambda: self.header.search.text().strip(),
        )
        self.shop = ShopFollower(self)
        self.till = Till(desk, bridge, self.header, self.notices.show_notice, self.open_sheet, self)
        self._connect()
        self.housekeeping = Housekeeping(self, bridge, self.header, self.attending, self.notices.show_notice)
        self.header.search.setFocus()

    def prepare(self) -> tuple[QWidget, QWidget]:
        """After the first frame: watch the keys, and make what the first customer would else wait for."""
        QApplication.instance().installEventFilter(self.keys)
        if self.wall.watch is None:
            self.wall.watch = PointerWatch(self)
            self.wall.watch.watch(self.windowHandle())
            self.take_touch(self.wall.watch)
        self.attending.tickets.begin()
        self.housekeeping.watch_today()
        self.door.refresh()
        self.answers.begin()
        return self.greeting, self.results

    def _why_likely(self, customer_id: int) -> str:
        from frontdesk.ui.counter.habit_words import why_likely

        return why_likely(self.desk, customer_id, self.desk.now())

    def open_sheet(self, name: SheetName, **facts: Any) -> Sheet | None:
        """Open a sheet by its name, with the facts that it asks for."""
        return self.pages.open(name, **facts)

    def open_office(self) -> None:
        """The back office comes to the front; until the shop is opened there is none."""
        if self.pages.may_open(SheetName.SETTINGS):
            self.office.come()

    def end_office(self) -> None:
        """At once, with what is under way there; asked for again, it is another one."""
        if self.is_made("office"):
            self.office.end()
            del self.office

    def say_fault(self, text: str, *, icon: str = "check") -> None:
        """Something went wrong in one tap: it is said in the window that was tapped."""
        if not (self.is_made("office") and self.office.say_fault(text, icon=icon)):
            self.notices.show_notice(text, icon=icon)

    def bring_back(self, chosen: tuple[BackupMade, ...]) -> None:
        """Close, for the shop to be opened again from the first of these that is whole."""
        self.to_bring_back = chosen
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_made("keys"):
            QApplication.instance().removeEventFilter(self.keys)
        if self.is_made("office"):
            self.office.hide_with_the_counter()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self.sheets.sheet is not None:
            self.fit_later()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        QTimer.singleShot(_PREPARE_MS, self, self.prepare)

    def _fit(self) -> None:
        """Give every part the room that the window has for it."""
        self.ground.fit(self.size())
        if self.is_made("greeting"):
            self.greeting.set_density(self.ground.density)
        self._place_sheet()

    def fit_later(self) -> None:
        """The strip came or went: the cards have their new places when the layout has run."""
        QTimer.singleShot(0, self, self._fit)

    def _make_attending(self) -> Attending:
        return Attending(
            self.bridge,
            self.notices.show_notice,
            search=self.header.search,
            welcome=self.welcome,
            wall=self.wall,
            panels=self,
            portraits=self.portraits,
            parent=self,
        )

    def _connect(self) -> None:
        self.wall.why = self._why_likely
        self.attending.turned.connect(self._turn)
        self.attending.turned_to_another.connect(self.notices.turn_to_another)
        self.attending.greeted.connect(self._on_greeted)
        LANGUAGE.changed.connect(self.notices.turn_to_another)
        self.tickets = TicketSides(self.desk, self.attending, self.pages, self.header, self.welcome)
        self.bridge.refused.connect(self._on_refused)
        self.attending.staff_scanned.connect(self.till.by_card)
        self.attending.answer_scanned.connect(lambda scan: self.open_sheet(SheetName.KEY_IN, scan=scan))
        header, welcome = self.header, self.welcome
        header.search.pasted.connect(self._on_pasted)
        header.enrol_wanted.connect(self.pages.enrol)
        header.camera_wanted.connect(lambda: self.open_sheet(SheetName.CAMERA, scanned=self.on_scan))
        header.today_wanted.connect(self.pages.today)
        header.menu_wanted.connect(self._open_menu)
        header.language_wanted.connect(LANGUAGE.speak)
        welcome.enrol_wanted.connect(self.pages.enrol)
        welcome.today_wanted.connect(self.pages.today)
        welcome.details_wanted.connect(self.pages.request)
        welcome.import_wanted.connect(self.pages.import_list)
        speak(
            self.notices.set_resting,
            self._resting_line,
        )

    def _resting_line(self) -> str:
        """What the keys do here; a sheet says what its own are."""
        if self.sheets.sheet is not None:
            return ""
        return tr("Just type to search. Enter or a tap chooses, Esc goes back. Hold F1 to see every key.")

    def _open_menu(self) -> None:
        self.pages.menu(
            self.header.menu_corner(),
            backup=self.housekeeping.back_up,
            customer_screen=lambda: self.customer_display.open_to_try(),
            office=self.open_office,
            practise=lambda: self.open_sheet(SheetName.PRACTICE, practice=self.practice),
        )

    def _on_greeted(self, greeting: Greeting | None) -> None:
        """Whoever is chosen on the wall beside a sheet is to be seen: the sheet goes."""
        if greeting is None:
            self.notices.forget_offer()
        elif self.sheets.covers_greeting():
            self.sheets.close_now()

    def _turn(self) -> None:
        """Show the sides that fit what is going on."""
        chosen = self.attending.customer_id
        searching = self.attending.searching
        self.ground.left.setCurrentWidget(self.greeting if chosen else self.welcome)
        self.ground.right.setCurrentWidget(self.results if searching else self.wall)

    def give_up(self) -> None:
        """Esc: the sheet goes, or else the one who is greeted; with either what was offered to help."""
        self.notices.forget_offer()
        if self.sheets.sheet is not None:
            self.sheets.ask_to_close()
        else:
            self.attending.give_up()
            self.header.search.setFocus()

    def _on_refused(self, said: str, error: object) -> None:
        """Say it, with the remedy beside it: nothing is asked, and nothing waits."""
        from frontdesk.ui.counter.remedies import Remedies

        search = self._search_by_name
        remedies = Remedies(self.attending, self.pages, self.sheets, self.till, search)
        said = self.attending.cards.why_not(error) or said
        self.notices.show_notice(said, icon="circle-alert", remedy=remedies.of(error))

    def _search_by_name(self) -> None:
        self.header.search.clear()
        self.header.search.setFocus()

    def on_scan(self, scan: Scan) -> None:
        """A card was scanned: whose it is comes first, whatever was open, unless that takes it."""
        if self.is_made("blank"):
            self.blank.uncover()
        if self.sheets.sheet is not None and self.sheets.sheet.take_scan(scan):
            return
        for _ in range(2):  # the first request may only switch a sheet's camera off
            if self.sheets.covers_greeting():
                self.sheets.ask_to_close()
        self.attending.scan(scan)

    def _on_pasted(self, text: str) -> None:
        """A message that brought an answer was pasted into the search: it is keyed in."""
        from frontdesk.ui.counter.typed_code import holds_card

        if holds_card(self.desk, text):
            self.header.search.clear()
            self.open_sheet(SheetName.KEY_IN, scan=Scan(text))

    def _on_sheet_left(self) -> None:
        self.notices.set_resting(self._resting_line())
        self.header.search.setFocus()
        self.attending.refresh_day()

    def _choose_from_sheet(self, customer_id: int) -> None:
        self.sheets.close_now()
        self.attending.choose(customer_id)

    def _place_sheet(self) -> None:
        self.notices.set_resting(self._resting_line())
        self.sheets.place_over(self.ground.left_card.geometry(), self.ground.right_card.geometry())
