"""The program from its first frame to its end."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.shop import ShopSettings, Theme
from frontdesk.ui.application import run_counter
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
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
        assert run_counter(desk, qapp, demo=True) == 0
    finally:
        LOOK.wear(qapp, Theme.LIGHT)
    assert seen == {"title": "Café Mekong", "theme": Theme.DARK, "language": "lo"}


def test_the_theme_is_remembered(qtbot: QtBot, qapp: QApplication, window: CounterWindow) -> None:
    try:
        window.header.theme_wanted.emit(Theme.DARK)
        qtbot.waitUntil(lambda: window.desk.shop.settings().theme is Theme.DARK)
    finally:
        LOOK.wear(qapp, Theme.LIGHT)
