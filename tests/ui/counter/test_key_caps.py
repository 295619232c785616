"""Hold F1: everything that can be tapped shows its key, and every act is three keys away at most."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.tickets import TicketDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.shop import Theme
from frontdesk.ui.counter.care_menu import CARE_LINES
from frontdesk.ui.counter.menu import CARE_PAGES, PageLine
from frontdesk.ui.counter.sheets import SHEETS, SheetName
from frontdesk.ui.counter.strips import Strip
from frontdesk.ui.counter.tile import CustomerTile
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.style import LOOK
from tests.conftest import FakeClock

MOST_PRESSES = 3
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, drawn into memory


class Fingers:
    """Presses keys as a person does, and counts them."""

    def __init__(self, qtbot: QtBot, window: CounterWindow) -> None:
        self._qtbot, self._window = qtbot, window
        self.presses = 0

    def press(self, key: Qt.Key | str) -> None:
        receiver = QApplication.activePopupWidget() or QApplication.focusWidget() or self._window
        self.presses += 1
        if isinstance(key, str):
            self._qtbot.keyClicks(receiver, key.lower())
        else:
            self._qtbot.keyClick(receiver, key)
        caps = self._window.key_caps
        self._qtbot.waitUntil(lambda: not caps._alone.isActive())

    def tap(self, widget: QWidget) -> None:
        """F1, and then the key that is shown on it."""
        self.press(Qt.Key.Key_F1)
        keys = self._window.key_caps.taps()
        (key,) = [key for key, each in keys.items() if each is widget]
        if key.startswith("F") and len(key) > 1:
            self.press(getattr(Qt.Key, f"Key_{key}"))
            return
        for letter in key:
            self.press(letter)


@pytest.fixture
def fingers(qtbot: QtBot, window: CounterWindow) -> Fingers:
    window.activateWindow()
    window.header.search.setFocus()
    qtbot.waitUntil(window.header.search.hasFocus)
    return Fingers(qtbot, window)


def test_every_tile_of_the_wall_is_a_letter_away(window: CounterWindow, fingers: Fingers) -> None:
    for place, tile in enumerate(window.wall.tiles()):
        assert tile.hit is not None
        wanted, fingers.presses = tile.hit.customer_id, 0
        window.attending.nobody()
        fingers.press(Qt.Key.Key_F1)
        assert window.key_caps.taps()["ABCD"[place]] is tile
        fingers.press("ABCD"[place])
        assert window.attending.customer_id == wanted
        assert fingers.presses == 2


Act = Callable[[CounterWindow, Fingers], None]


def f_key(key: Qt.Key) -> Act:
    return lambda window, fingers: fingers.press(key)


def tapped(find: Callable[[CounterWindow], QWidget]) -> Act:
    return lambda window, fingers: fingers.tap(find(window))


def line_of(find: Callable[[CounterWindow], QWidget], words: str) -> Act:
    def act(window: CounterWindow, fingers: Fingers) -> None:
        fingers.tap(find(window))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (line,) = [action.text() for action in menu.actions() if words in action.text()]
        fingers.press(line[1])

    return act


def more(window: CounterWindow) -> QWidget:
    return window.greeting.acts.more


def care(window: CounterWindow) -> QWidget:
    return window.greeting.acts.care


def menu(window: CounterWindow) -> QWidget:
    return window.header.menu_corner()


def sheet_is(name: str) -> Callable[[CounterWindow], bool]:
    return lambda window: (
        window.sheets.sheet is not None and type(window.sheets.sheet).__module__.endswith(name)
    )


ACTS: dict[str, tuple[Act, Callable[[CounterWindow], bool]]] = {
    "stamp": (f_key(Qt.Key.Key_F5), lambda w: "1 of 5" in w.notices.text()),
    "several": (tapped(lambda w: w.greeting.acts.several), lambda w: isinstance(_popup(), Strip)),
    "request": (f_key(Qt.Key.Key_F8), lambda w: w.greeting.line is w.greeting.request_line),
    "feedback card": (f_key(Qt.Key.Key_F10), sheet_is("feedback_cards_sheet")),
    "undo": (f_key(Qt.Key.Key_F9), lambda w: "Nothing is left" in w.notices.text()),
    "enrol": (f_key(Qt.Key.Key_F2), sheet_is("enrol_sheet")),
    "edit": (f_key(Qt.Key.Key_F3), sheet_is("edit_sheet")),
    "member card": (f_key(Qt.Key.Key_F4), sheet_is("member_cards_sheet")),
    "today": (f_key(Qt.Key.Key_F6), sheet_is("today_sheet")),
    "redeem": (f_key(Qt.Key.Key_F7), lambda w: bool(w.notices.text()) and w.notices._shown is not None),
    "ticket": (f_key(Qt.Key.Key_F11), sheet_is("ticket_sheet")),
    "thank with a stamp": (line_of(more, "thank-you"), lambda w: isinstance(_popup(), Strip)),
    "merge": (line_of(more, "Merge"), sheet_is("merge_sheet")),
    "brought along": (line_of(more, "Brought"), sheet_is("brought_sheet")),
    "settings": (line_of(menu, "Settings"), sheet_is("settings_sheet")),
    "group": (line_of(more, "Shares a card"), sheet_is("group_sheet")),
    "power cut": (line_of(menu, "Power-cut"), sheet_is("power_cut_sheet")),
    "language": (tapped(lambda w: w.header._language), lambda w: LANGUAGE.code == "lo"),
    "theme": (tapped(lambda w: w.header._theme), lambda w: LOOK.theme is Theme.DARK),
    "keys on the screen": (tapped(lambda w: w.header._keys), lambda w: w.touch.keys.isVisible()),
    "who is at the till": (f_key(Qt.Key.Key_F12), lambda w: "Only one person works" in w.notices.text()),
}


def page_acts(
    pages: Sequence[PageLine], corner: Callable[[CounterWindow], QWidget]
) -> dict[str, tuple[Act, Callable[[CounterWindow], bool]]]:
    """Two taps each: the menu, and its line."""
    return {
        line.say(): (line_of(corner, line.say()), sheet_is(SHEETS[line.sheet].rpartition(".")[2]))
        for line in pages
    }


ACTS |= page_acts(CARE_LINES, care) | page_acts(CARE_PAGES, menu)


def _popup() -> QWidget | None:
    return QApplication.activePopupWidget()


@pytest.mark.parametrize("name", ACTS)
def test_every_act_is_three_keys_away_at_most(
    qtbot: QtBot, window: CounterWindow, people: list[int], fingers: Fingers, name: str
) -> None:
    act, done = ACTS[name]
    window.attending.choose(people[0])
    act(window, fingers)
    qtbot.waitUntil(lambda: done(window))
    assert fingers.presses <= MOST_PRESSES
    while (popup := _popup()) is not None:
        popup.close()


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    yield
    LOOK.wear(qapp, Theme.LIGHT)


def test_a_waiting_ticket_is_two_keys_away(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, fingers: Fingers
) -> None:
    desk.submit(desk.tickets.open, desk.act(), TicketDraft("blue helmet", 2)).result()
    window.attending.tickets.refresh()
    queue = window.welcome.queue
    assert queue is not None
    fingers.press(Qt.Key.Key_F1)
    (key,) = [key for key, each in window.key_caps.taps().items() if each in queue.chips.chips()]
    fingers.press(key)
    qtbot.waitUntil(lambda: window.attending.tickets.in_hand is not None)
    assert fingers.presses <= MOST_PRESSES


def test_a_thing_of_the_usual_is_two_keys_away(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    clock: FakeClock,
    people: list[int],
    fingers: Fingers,
) -> None:
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Latte", 300)).result()
    latte = desk.shop.products()[0].id
    for _ in range(3):
        desk.submit(desk.loyalty.add_items, desk.act(), people[0], [latte]).result()
        clock.forward(days=1)
    window.attending.choose(people[0])
    chip = window.greeting.usual.flow.chips()[0]
    qtbot.waitUntil(chip.isVisible)
    fingers.tap(chip)
    qtbot.waitUntil(lambda: "4 of 5" in window.notices.text())
    assert fingers.presses <= MOST_PRESSES


@pytest.mark.parametrize(
    ("key", "with_shift", "size"),
    [(Qt.Key.Key_Plus, True, 150), (Qt.Key.Key_Equal, False, 150), (Qt.Key.Key_Minus, False, 100)],
)
def test_one_chord_makes_text_larger_or_smaller(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, key: Qt.Key, with_shift: bool, size: int
) -> None:
    desk.submit(desk.shop.change_settings, desk.act(), {"text_size": 125}).result()
    chord = Qt.KeyboardModifier.ControlModifier
    if with_shift:
        chord |= Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.header.search, key, chord)
    qtbot.waitUntil(lambda: desk.shop.settings().text_size == size)


def test_control_and_0_bring_the_usual_text_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    desk.submit(desk.shop.change_settings, desk.act(), {"text_size": 200}).result()
    qtbot.keyClick(window.header.search, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.shop.settings().text_size == 100)


def test_the_keys_of_a_sheet_are_shown_over_it(qtbot: QtBot, window: CounterWindow, fingers: Fingers) -> None:
    window.open_sheet(SheetName.ENROL, typed="")
    fingers.press(Qt.Key.Key_F1)
    shown = window.key_caps.taps().values()
    assert window.sheets.back in shown
    assert not any(isinstance(each, CustomerTile) for each in shown)
    fingers.press(Qt.Key.Key_Escape)
    assert window.key_caps.isHidden()
    assert window.sheets.sheet is not None


def test_letting_go_of_a_held_key_hides_the_keys(
    qtbot: QtBot, window: CounterWindow, fingers: Fingers, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = window.header.search
    qtbot.keyPress(search, Qt.Key.Key_F1)
    assert window.key_caps.isVisible()
    monkeypatch.setattr("frontdesk.ui.counter.key_caps.HELD_S", 0.0)
    qtbot.keyRelease(search, Qt.Key.Key_F1)
    assert window.key_caps.isHidden()


def test_a_scan_while_the_keys_are_shown_taps_nothing(
    qtbot: QtBot, window: CounterWindow, people: list[int], fingers: Fingers
) -> None:
    fingers.press(Qt.Key.Key_F1)
    for letter in "ABCDEFGH":
        qtbot.keyClick(window.header.search, letter)
    assert window.key_caps.isHidden()
    assert window.sheets.sheet is None


def test_no_key_is_another_ones_beginning(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[0])
    window.open_sheet(SheetName.SETTINGS)
    window.key_caps.show_keys()
    typed = [key for key in window.key_caps.taps() if key[0] != "F" or len(key) == 1]
    assert not [(one, other) for one in typed for other in typed if one != other and other.startswith(one)]
    window.key_caps.show_keys()


def test_the_keys_of_the_text_size_do_not_lie_over_a_notice_that_can_be_taken_back(
    window: CounterWindow, fingers: Fingers
) -> None:
    def covers_the_edge() -> bool:
        window.key_caps.hide()
        bare = window.grab().toImage()
        fingers.press(Qt.Key.Key_F1)
        shown, place = window.grab().toImage(), window.rect().center().x()
        window.key_caps._leave()
        rows = range(window.height() - 40, window.height())
        return any(bare.pixel(place, row) != shown.pixel(place, row) for row in rows)

    assert covers_the_edge()
    window.notices.show_notice("Noted.", undo=lambda: None)
    assert not covers_the_edge()
