"""The wall stands still under a hand, under the keyboard and while it is held; and says why in words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.finding.hits import Hit
from frontdesk.ui.counter.pointer_watch import PointerWatch
from frontdesk.ui.counter.tile import CustomerTile
from frontdesk.ui.counter.wall import Wall
from frontdesk.ui.counter.window import CounterWindow


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def wall(window: CounterWindow, seconds: Seconds) -> Wall:
    wall = window.wall
    wall.watch = PointerWatch(window, clock=seconds)
    return wall


def move(wall: Wall, x: float, y: float, kind: QEvent.Type = QEvent.Type.MouseMove) -> None:
    at = QPointF(x, y)
    assert wall.watch is not None
    buttons = Qt.MouseButton.NoButton
    event = QMouseEvent(kind, at, at, Qt.MouseButton.NoButton, buttons, Qt.KeyboardModifier.NoModifier)
    wall.watch.eventFilter(wall, event)


def reversed_hits(wall: Wall) -> list[Hit]:
    return [tile.hit for tile in reversed(wall.tiles()) if tile.hit is not None]


def hands_on_the_wall(wall: Wall, window: CounterWindow) -> None:
    middle = wall.mapTo(window, wall.rect().center())
    move(wall, middle.x(), middle.y())


def hands_on_their_way(wall: Wall, window: CounterWindow) -> None:
    for x in (100, 200, 300):
        move(wall, x, 400)


def a_finger_down(wall: Wall, window: CounterWindow) -> None:
    move(wall, 5, 5, QEvent.Type.MouseButtonPress)


def the_keyboard_on_a_tile(wall: Wall, window: CounterWindow) -> None:
    window.activateWindow()
    wall.tiles()[1].setFocus()
    assert wall.tiles()[1].hasFocus()


def keys_shown(wall: Wall, window: CounterWindow) -> None:
    wall.hold(True)


@pytest.mark.parametrize(
    "near", [hands_on_the_wall, hands_on_their_way, a_finger_down, the_keyboard_on_a_tile, keys_shown]
)
def test_nobody_moves_while_a_hand_is_near(
    wall: Wall, window: CounterWindow, seconds: Seconds, near: Callable[[Wall, QWidget], None]
) -> None:
    order = wall.customers()
    seconds.now += 90  # nobody looked: but for the hand, the order would be new
    near(wall, window)
    wall.show_hits(reversed_hits(wall)[:3])
    assert wall.customers() == order


def test_what_waited_is_shown_when_the_hand_is_gone(
    qtbot: QtBot, wall: Wall, window: CounterWindow, seconds: Seconds
) -> None:
    order = wall.customers()
    hands_on_the_wall(wall, window)
    wall.show_hits(reversed_hits(wall)[:3])
    seconds.now += 3
    qtbot.waitUntil(lambda: len(wall.customers()) == 3)
    assert order[0] not in wall.customers()


def test_a_hand_that_leaves_the_wall_or_rests_holds_nothing(
    wall: Wall, window: CounterWindow, seconds: Seconds
) -> None:
    for x in (800, 600, 400):
        move(wall, x, 400)
    wall.show_hits(reversed_hits(wall)[:3])
    assert len(wall.customers()) == 3


def test_people_keep_their_places_until_nobody_looked_for_a_minute(
    wall: Wall, window: CounterWindow, seconds: Seconds
) -> None:
    order = wall.customers()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert wall.watch is not None
    wall.watch.eventFilter(window, key)
    wall.show_hits(reversed_hits(wall))
    assert wall.customers() == order
    seconds.now += 61
    wall.show_hits(reversed_hits(wall))
    assert wall.customers() == order[::-1]


def test_the_first_real_order_replaces_the_guess_of_the_start(wall: Wall) -> None:
    order = wall.customers()
    wall.begin_anew()
    wall.show_hits(reversed_hits(wall))
    assert wall.customers() == order[::-1]
    wall.show_hits(reversed_hits(wall))
    assert wall.customers() == order[::-1]


def test_a_tile_says_why_somebody_is_on_it(qtbot: QtBot, wall: Wall) -> None:
    wall.why = lambda customer_id: f"most Tuesdays <{customer_id}>"
    wall.show_hits(reversed_hits(wall))
    tile: CustomerTile = wall.tiles()[0]
    assert tile.hit is not None
    said = f"most Tuesdays <{tile.hit.customer_id}>"
    qtbot.waitUntil(lambda: tile.accessibleDescription() == said)
    assert tile.toolTip().startswith("<qt>most Tuesdays")
