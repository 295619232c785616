"""The program from its first frame to its end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.config import paths_for
from frontdesk.domain.shop import ShopSettings, Theme
from frontdesk.ui.application import _show, run, run_counter
from frontdesk.ui.cannot_open import CannotOpenWindow
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.fonts import wear_text_size
from frontdesk.ui.look.style import LOOK


def counter() -> CounterWindow:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, CounterWindow))


@pytest.fixture
def seen(qapp: QApplication) -> dict[str, object]:
    """What the running counter was like before it was closed."""
    found: dict[str, object] = {}

    def look_and_close() -> None:
        window = counter()
        found["title"] = window.windowTitle()
        found["theme"] = LOOK.theme
        found["language"] = LANGUAGE.code
        window.close()

    QTimer.singleShot(200, qapp, look_and_close)
    return found


def test_the_counter_runs_in_the_shops_language_and_theme_until_it_is_closed(
    qapp: QApplication, desk: FrontDesk, people: list[int], seen: dict[str, object]
) -> None:
    settings = ShopSettings(name="Café Mekong", language="lo", theme=Theme.DARK)
    desk.submit(desk.shop.save_settings, desk.act(), settings).result()
    try:
        assert run_counter(desk, qapp, demo=True).code == 0
    finally:
        LOOK.wear(qapp, Theme.LIGHT)
    assert seen == {"title": "Café Mekong", "theme": Theme.DARK, "language": "lo"}


def test_a_shop_whose_folder_cannot_be_made_is_said_in_a_window_with_the_folder(
    qapp: QApplication, tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("the shop could not be opened")
    (tmp_path / "file").write_text("no folder")
    folder = tmp_path / "file" / "shop"
    said: list[str] = []

    def read_and_close() -> None:
        window = next(each for each in qapp.topLevelWidgets() if isinstance(each, CannotOpenWindow))
        said.append(window.said.text())
        window.close()

    QTimer.singleShot(200, qapp, read_and_close)
    assert run(paths_for(folder)) == 1
    assert said == [
        f"Front Desk may not write into {folder}. "
        "Give yourself the right to write there, or choose another folder."
    ]


def test_the_theme_is_remembered(qtbot: QtBot, qapp: QApplication, window: CounterWindow) -> None:
    try:
        window.header.theme_wanted.emit(Theme.DARK)
        qtbot.waitUntil(lambda: window.desk.shop.settings().theme is Theme.DARK)
    finally:
        LOOK.wear(qapp, Theme.LIGHT)


def test_a_small_screen_is_filled_with_the_title_bar_on_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    _show(window, QRect(0, 0, 1366, 728))
    assert window.isMaximized()


@pytest.mark.parametrize("room", [QRect(0, 0, 1600, 860), QRect(0, 28, 1920, 1052), QRect(64, 0, 3776, 2160)])
def test_on_a_large_screen_the_window_stands_in_it_with_its_frame(qtbot: QtBot, room: QRect) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    _show(window, room)
    assert not window.isMaximized()
    assert room.contains(QRect(window.pos(), window.size()).adjusted(0, 0, 16, 48))
    assert window.height() > room.height() * 0.9


@pytest.mark.parametrize("at_settings", [False, True])
def test_another_size_of_text_leaves_one_where_one_was(
    qapp: QApplication, desk: FrontDesk, people: list[int], at_settings: bool
) -> None:
    """The window is made anew: whoever is greeted is greeted on, and what is typed stays."""
    found: list[tuple[int, str, bool]] = []

    def enlarge() -> None:
        window = counter()
        window.attending.choose(people[1])
        window.header.search.setText("so")
        if at_settings:
            window.open_sheet(SheetName.SETTINGS)
        window.bridge.submit(desk.shop.change_settings, desk.act(), {"text_size": 125})
        QTimer.singleShot(1200, qapp, look_and_close)

    def look_and_close() -> None:
        window = counter()
        search = window.header.search.text()
        found.append((window.attending.customer_id, search, window.sheets.sheet is not None))
        window.close()

    QTimer.singleShot(200, qapp, enlarge)
    try:
        run_counter(desk, qapp, demo=True)
    finally:
        wear_text_size(qapp, 100)
        LOOK.wear(qapp, Theme.LIGHT)
    assert found == [(people[1], "so", at_settings)]
