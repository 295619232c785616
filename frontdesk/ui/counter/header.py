"""The header: the shop, the search, new customer, what is due, language, theme, menu, who and when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.shop import Theme
from frontdesk.texts import LANGUAGES
from frontdesk.ui.counter.header_keys import drop_word, show_caps, show_key
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap, wear_icon
from frontdesk.ui.look.metrics import RHYTHM, TARGET, Size, grown, taller
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.look.style import LOOK, set_property
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from frontdesk.ui.widgets.search_field import SearchField

_HEIGHT = 56
_WHO_WIDTH = 120
_SHOP_LEAST = 48  # a shop's name of fewer letters says nothing: then it goes
_WORDS_FROM = 1500  # below it the search needs the room more than the word


class Header(QWidget):
    """Says what was tapped by signals; the window decides."""

    door_wanted = Signal()
    camera_wanted = Signal()
    keys_wanted = Signal()
    enrol_wanted = Signal()
    today_wanted = Signal()
    tickets_wanted = Signal()
    menu_wanted = Signal()
    theme_wanted = Signal(object)
    language_wanted = Signal(str)
    who_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, *, demo: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._todo, self._waiting, self._who_name, self._week = 0, 0, "", ""
        self._make_shop()
        self._make_search()
        self._make_buttons()
        self._make_who()
        self._lay_out(demo)
        LOOK.changed.connect(self._dress)
        SHARED_SCREEN.changed.connect(self._say_who)
        LANGUAGE.changed.connect(self._say)
        self._dress()
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def offer_keys(self, offered: bool) -> None:
        """Whether there is a button for letters to tap."""
        self._keys.setVisible(offered)
        self._fit()

    def offer_camera(self, offered: bool) -> None:
        """Whether there is a camera to scan a card with."""
        self.camera.setVisible(offered)
        self._say()

    def say_door(self, week: str) -> None:
        """Beside what the door's button does, small, what the week came to."""
        self._week = week
        self._say_came()

    def menu_corner(self) -> QWidget:
        """Where the menu opens."""
        return self._menu

    def set_shop(self, name: str) -> None:
        self._shop.setText(name)
        self._say()

    def set_today(self, count: int, *, pressing: bool) -> None:
        """How much there is to do for people; with a colour where something presses."""
        set_property(self._today, "pressing", pressing)
        if count != self._todo:
            self._todo = count
            self._say()

    def set_waiting(self, count: int) -> None:
        """How many tickets wait for a name; without any there is no button."""
        if count != self._waiting:
            self._waiting = count
            self.tickets.setVisible(count > 0)
            self._say()

    def show_manager(self, shown: bool) -> None:
        """Whether whoever is at the till has a manager's rights; a tap there ends them."""
        self.manager.setVisible(shown)
        self._say()

    def who_corner(self) -> QWidget:
        """Where the choice of who is at the till opens."""
        return self._time_label

    def set_who(self, name: str, time: str, *, several: bool = False) -> None:
        """Who is at the till, and the time of day. Of `several` another one may take over by a tap."""
        self._who_name = name
        self._who_label.setText(name)
        self._who_label.setVisible(not several)
        self.who.setVisible(several)
        self._say()
        self._time_label.setText(time)

    def _make_shop(self) -> None:
        self._sign = QLabel()
        self._shop = ElidedLabel("", "shop")
        self._shop.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shop.setMinimumWidth(grown(_SHOP_LEAST))
        self._shop.setMaximumWidth(240)

    def _make_search(self) -> None:
        """The search, and beside it the other ways to say who it is."""
        self.search = SearchField()
        self.search.setMinimumWidth(240)
        self.search.setFixedHeight(taller(_HEIGHT))
        speak(self.search.say, lambda: tr("Name, phone, or scan a card"))
        self.camera = IconButton("scan-line")
        speak(self.camera.say, lambda: tr("Scan a card with the camera"))
        self.camera.clicked.connect(self.camera_wanted)
        self.camera.hide()
        self._door = IconButton("door-open")
        self._door.setObjectName("door")
        self._door.clicked.connect(self.door_wanted)
        self._keys = IconButton("keyboard")
        speak(self._keys.say, lambda: tr("Letters to tap on the screen"))
        self._keys.clicked.connect(self.keys_wanted)
        self._keys.hide()

    def _make_buttons(self) -> None:
        self._enrol = TextButton("user-plus")
        self._enrol.clicked.connect(self.enrol_wanted)
        self._today = TextButton("list-todo")
        self._today.clicked.connect(self.today_wanted)
        for button, key in ((self._enrol, "F2"), (self._today, "F6")):
            show_key(button, key)
        self.tickets = TextButton("sticky-note")
        self.tickets.setProperty("narrow", True)
        self.tickets.clicked.connect(self.tickets_wanted)
        self.tickets.hide()
        self._language = TextButton("languages")
        self._language.clicked.connect(lambda: self.language_wanted.emit(_other_language()))
        self._theme = IconButton("moon")
        self._theme.clicked.connect(lambda: self.theme_wanted.emit(_other_theme()))
        self._menu = IconButton("settings")
        speak(self._menu.say, lambda: tr("Menu: answers, team, prints, settings"))
        self._menu.clicked.connect(self.menu_wanted)

    def _make_who(self) -> None:
        self._who_label = ElidedLabel("", "strong")
        self._who_label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._who_label.setMaximumWidth(grown(_WHO_WIDTH))
        self.manager = TextButton("shield-check")
        for mark in ("pressing", "narrow"):
            self.manager.setProperty(mark, True)
        self.manager.setMinimumWidth(TARGET)
        self.manager.clicked.connect(self.lock_wanted)
        self.manager.hide()
        self.who = TextButton()
        self.who.setProperty("narrow", True)
        self.who.clicked.connect(self.who_wanted)
        self.who.hide()
        self._time_label = PlainLabel(role="quiet")

    def _lay_out(self, demo: bool) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(RHYTHM, 0, RHYTHM, 0)
        row.setSpacing(RHYTHM)
        self.setFixedHeight(taller(_HEIGHT))
        row.addWidget(self._sign)
        row.addLayout(self._shop_column(demo))
        row.addSpacing(RHYTHM)
        row.addWidget(self.search, 1)
        for square in (self._door, self.camera, self._keys):
            square.setFixedSize(QSize(_HEIGHT, taller(_HEIGHT)))
            row.addWidget(square)
        row.addSpacing(RHYTHM)
        buttons: tuple[QPushButton, ...] = (
            self._enrol,
            self._today,
            self.tickets,
            self._language,
            self._theme,
            self._menu,
        )
        for each in buttons:
            each.setFixedHeight(taller(_HEIGHT))
            row.addWidget(each)
        for square in (self._theme, self._menu):
            square.setFixedSize(QSize(_HEIGHT, taller(_HEIGHT)))
        row.addSpacing(RHYTHM)
        for each in (self.manager, self.who):
            each.setFixedHeight(taller(_HEIGHT))
        for part in (self.manager, self.who, self._who_label, self._time_label):
            row.addWidget(part)

    def _shop_column(self, demo: bool) -> QVBoxLayout:
        """The shop's name, and that it is the demo's."""
        shop = QVBoxLayout()
        shop.setSpacing(0)
        shop.addStretch(1)
        shop.addWidget(self._shop)
        if demo:
            tag = PlainLabel(role="demo")
            speak(tag.setText, lambda: tr("Demo shop"))
            shop.addWidget(tag, 0, Qt.AlignmentFlag.AlignLeft)
        shop.addStretch(1)
        return shop

    def _dress(self) -> None:
        self._sign.setPixmap(icon_pixmap("stamp", "accent", 30))
        wear_icon(self._theme, "sun" if LOOK.theme is Theme.DARK else "moon")
        self._say()

    def _say_who(self) -> None:
        elide = fonts.measures(Size.BODY, True).elidedText
        self.who.say(elide(self._who_name, Qt.TextElideMode.ElideRight, grown(_WHO_WIDTH)))
        said = (
            tr("{name} is at the till. Somebody else?", name=self._who_name)
            if SHARED_SCREEN.on
            else tr("{name} is at the till. Somebody else? (F12)", name=self._who_name)
        )
        self.who.setAccessibleName(said)
        self.who.setToolTip(plain_tip(said))

    def _say_came(self) -> None:
        came = tr("Somebody came in (Space)")
        self._door.say(came)
        self._door.setToolTip(plain_tip(f"{came}\n{self._week}" if self._week else came))

    def _say(self) -> None:
        self._say_who()
        self._say_came()
        todo = ntr("Today: {n}", "Today: {n}", self._todo) if self._todo else tr("Today")
        self._today.say(todo)
        self._today.setToolTip(todo)
        if self.width() < grown(_WORDS_FROM):
            self._today.setText(str(self._todo) if self._todo else "")
        waiting = ntr("{n} waits for a name", "{n} wait for a name", self._waiting)
        self.tickets.say(waiting)
        self.tickets.setToolTip(waiting)
        self.tickets.setText(str(self._waiting))
        self._language.say(LANGUAGES[_other_language()])
        self._enrol.say(tr("New customer"))
        self.manager.say(tr("Manager here – lock"))
        self._theme.say(tr("Light colours") if LOOK.theme is Theme.DARK else tr("Dark colours"))
        self._fit()

    def _fit(self) -> None:
        """Where room is scarce, words and keys' caps go before the search and the shop's name are cut."""
        show_caps(self, True)
        for shown in (self._shop, self._time_label):
            shown.setVisible(True)
        for spare in (
            partial(drop_word, self.manager, lambda: tr("Lock")),
            partial(drop_word, self._language),
            partial(show_caps, self, False),
            partial(drop_word, self.manager),
            partial(drop_word, self._enrol),
            self._time_label.hide,
        ):
            if self._least_width() + self._wish() <= self.width():
                return
            spare()
        if self._least_width() > self.width():
            self._shop.hide()

    def _least_width(self) -> int:
        self.layout().invalidate()
        return self.layout().minimumSize().width()

    def _wish(self) -> int:
        """How much more than their least the search and the shop's name need to be read whole."""
        shop = min(self._shop.sizeHint().width(), self._shop.maximumWidth()) - self._shop.minimumWidth()
        return max(self.search.whole_width() - self.search.minimumWidth(), 0) + max(shop, 0)


def _other_language() -> str:
    """The next of the windows' languages: with two of them, the other one."""
    codes = list(LANGUAGES)
    at = codes.index(LANGUAGE.code) if LANGUAGE.code in codes else -1
    return codes[(at + 1) % len(codes)]


def _other_theme() -> Theme:
    return Theme.LIGHT if LOOK.theme is Theme.DARK else Theme.DARK
