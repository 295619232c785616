"""The counter while nobody is greeted: what finds no row is a tap away."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.ui.counter.welcome_panel import MOST_ROWS, WelcomePanel
from tests.conftest import FakeClock

HOUR = 3_600_000


def test_a_tap_on_how_many_more_leads_to_today(
    qtbot: QtBot, desk: FrontDesk, people: list[int], clock: FakeClock
) -> None:
    due = []
    for number in range(MOST_ROWS + 6):
        ask = desk.submit(desk.requests.ask, desk.act(), people[0], f"Cake {number}", "", clock() + HOUR)
        due.append(ask.result().request)
    panel = WelcomePanel(desk.zone)
    qtbot.addWidget(panel)
    panel.resize(700, 1200)
    panel.show_day(desk.now(), due, empty_shop=False)
    panel.grab()  # laid out, as it is in its window
    assert panel._more.text() == "and 6 more"
    with qtbot.waitSignal(panel.today_wanted):
        qtbot.mouseClick(panel._more, Qt.MouseButton.LeftButton)
