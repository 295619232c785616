"""The acts within thumb's reach: stamp (one or several), redeem, request, feedback card, and more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from frontdesk.ui.counter.care_menu import open_care_menu
from frontdesk.ui.counter.menu import number_lines
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.strips import SeveralStrip
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.icons import icon
from frontdesk.ui.look.metrics import ACTION, RHYTHM, TARGET, taller
from frontdesk.ui.widgets.buttons import ActionButton, IconButton, Weight

_CAP = 20


class FirstAct(Enum):
    """What the large button is for: it follows the card that is shown."""

    STAMP = auto()
    AMOUNT = auto()
    CHECK_IN = auto()


@dataclass(frozen=True, slots=True)
class ForSale:
    """A pass or membership that can be sold; `price` in words, empty where none is set."""

    programme_id: int
    name: str
    icon: str
    price: str = ""

    def words(self) -> str:
        if self.price:
            return tr("Sell or renew: {card} · {price}", card=self.name, price=self.price)
        return tr("Sell or renew: {card}", card=self.name)


_FIRST_ICONS = {FirstAct.STAMP: "stamp", FirstAct.AMOUNT: "tag", FirstAct.CHECK_IN: "door-open"}


class ActionRow(QWidget):
    """The acts for the customer whose greeting is shown. `page_wanted` carries a sheet about them."""

    page_wanted = Signal(object)
    stamps_wanted = Signal(int)
    redeem_wanted = Signal()
    request_wanted = Signal()
    feedback_wanted = Signal()
    feedback_page_wanted = Signal()
    """Held, or the menu key on it: all formats and languages, instead of the usual card at once."""
    card_wanted = Signal()
    thanks_wanted = Signal()
    ticket_wanted = Signal()
    sell_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stamp = ActionButton("stamp", "F5", Weight.FILLED)
        self.redeem = ActionButton("gift", "F7", Weight.MUTED)
        self.request = ActionButton("bell", "F8")
        self.feedback = ActionButton("message-square-heart", "F10")
        self._first = FirstAct.STAMP
        self.passes: tuple[ForSale, ...] = ()
        speak(self.stamp.say, self._first_words)
        speak(self.redeem.say, lambda: tr("Redeem"))
        speak(self.request.say, lambda: tr("Request"))
        speak(self.feedback.say, lambda: tr("Feedback"))
        self.several = _tall("plus")
        speak(self.several.say, lambda: tr("Several stamps at once"))
        self.care = _tall("heart-handshake")
        speak(self.care.say, lambda: tr("Care: complaint, message, what is known"))
        self.more = _tall("ellipsis")
        speak(self.more.say, lambda: tr("More: edit, member card, merge"))
        self.stamp.clicked.connect(lambda: self.stamps_wanted.emit(1))
        self.redeem.clicked.connect(self.redeem_wanted)
        self.request.clicked.connect(self.request_wanted)
        self.feedback.clicked.connect(self.feedback_wanted)
        self.feedback.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.feedback.customContextMenuRequested.connect(lambda _: self.feedback_page_wanted.emit())
        self.several.clicked.connect(self.offer_several)
        self.care.clicked.connect(lambda: open_care_menu(self.care, self.page_wanted.emit))
        self.more.clicked.connect(self.open_more)
        self._lay_out()

    def offer_several(self) -> None:
        """Open the choice of how many; one more tap, or a digit, adds them in one gesture."""
        strip = SeveralStrip(self)
        strip.chosen.connect(self.stamps_wanted)
        strip.open_above(self.stamp)

    def open_more(self) -> None:
        """The acts that are rarer: a menu above the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text, key, act in (
            ("pencil", tr("Edit"), "F3", self._page(SheetName.EDIT)),
            ("credit-card", tr("Member card"), "F4", self.card_wanted.emit),
            ("hand-heart", tr("A stamp as a thank-you"), "", self.thanks_wanted.emit),
            ("sticky-note", tr("Take a waiting ticket"), "", self.ticket_wanted.emit),
            ("users", tr("Brought along by…"), "", self._page(SheetName.BROUGHT)),
            ("split", tr("Shares a card with…"), "", self._page(SheetName.GROUP)),
            ("merge", tr("Same person twice? Merge"), "", self._page(SheetName.MERGE)),
        ):
            action = menu.addAction(icon(name, "ink", 20), f"{text}\t{key}" if key else text)
            action.triggered.connect(lambda checked=False, act=act: act())
        for each in self.passes:
            action = menu.addAction(icon(each.icon, "ink", 20), each.words().replace("&", "&&"))
            action.triggered.connect(lambda checked=False, id_=each.programme_id: self.sell_wanted.emit(id_))
        number_lines(menu)
        corner = self.more.mapToGlobal(QPoint(self.more.width(), -RHYTHM))
        size = menu.sizeHint()
        menu.popup(QPoint(corner.x() - size.width(), corner.y() - size.height()))

    def _page(self, name: SheetName) -> Callable[[], None]:
        return partial(self.page_wanted.emit, name)

    def set_first(self, first: FirstAct) -> None:
        """What the large button, and its key, are for."""
        self._first = first
        self.stamp.icon_name = _FIRST_ICONS[first]
        self.stamp.say(self._first_words())
        self.several.setVisible(first is FirstAct.STAMP)

    def _first_words(self) -> str:
        match self._first:
            case FirstAct.STAMP:
                return tr("Add stamp")
            case FirstAct.AMOUNT:
                return tr("Amount")
            case FirstAct.CHECK_IN:
                return tr("Check in")

    def set_ready(self, ready: bool) -> None:
        """Redeem is the moment's act only when a reward is ready; otherwise it is muted and says why."""
        self.redeem.set_weight(Weight.READY if ready else Weight.MUTED)

    def be_low(self, low: bool) -> None:
        """Where text is large: without the keys' caps; F1 shows them."""
        for button in (
            self.stamp,
            self.several,
            self.redeem,
            self.request,
            self.feedback,
            self.care,
            self.more,
        ):
            button.setFixedHeight(taller(ACTION - _CAP if low else ACTION, 1 if low else 2))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addWidget(self.stamp, 5)
        row.addWidget(self.several)
        row.addWidget(self.redeem, 4)
        row.addWidget(self.request, 4)
        row.addWidget(self.feedback, 4)
        row.addWidget(self.care)
        row.addWidget(self.more)


def _tall(name: str) -> IconButton:
    button = IconButton(name)
    button.setFixedSize(TARGET, taller(ACTION, 2))
    return button
