"""The office's door: the way in by the printed code is in sight just when a PIN has to wait."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.lock_page import LockPage
from tests.services.team.pin_acts import with_pins

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # drawn into memory


def test_the_way_in_by_the_code_is_in_sight_while_a_pin_waits(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    with_pins(desk)
    page = LockPage(window, lambda opened: None, lambda: None)
    qtbot.addWidget(page)
    page.resize(1366, 730)
    page.show()
    page.begin()
    assert page.pad is not None
    page.pad.said.setText("That is not the PIN.\nToo many were wrong. Wait 30 seconds, then try again.")
    qtbot.waitUntil(lambda: page.pad.lost.visibleRegion().boundingRect() == page.pad.lost.rect())
