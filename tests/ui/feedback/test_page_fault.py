"""A page that no phone finds is told in the inbox: the owner waits there for its answers."""

import errno
import socket
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.page_fault import PageFaultStrip
from frontdesk.ui.feedback.page_host import PageHost
from frontdesk.ui.feedback.page_state import Standing
from tests.ui.feedback.conftest import set_rules, stands
from tests.ui.feedback.test_page_host import status_of


def no_such_address(*_: Any) -> None:
    raise OSError(errno.EADDRNOTAVAIL, "as the system says it")


def test_a_page_that_loses_its_address_is_told_in_the_inbox_and_comes_back_with_it(
    qtbot: QtBot,
    window: CounterWindow,
    host: PageHost,
    rules: FeedbackRules,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_rules(window, rules)
    host.begin()
    stands(qtbot, Standing.RUNS)
    sheet = window.open_sheet(SheetName.RESPONSES)
    assert sheet is not None
    strip = sheet.findChild(PageFaultStrip)
    host._look.timeout.emit()  # a quarter of a minute later: all is well
    assert not host._turning
    assert not strip.isVisible()
    with monkeypatch.context() as gone:
        gone.setattr(socket.socket, "bind", no_such_address)  # the Wi-Fi is gone
        host._look.timeout.emit()
        stands(qtbot, Standing.NOT_HERE)
        assert strip.isVisible()
        assert rules.page_address in strip.text()
    assert host._look.isActive()
    host._look.timeout.emit()
    stands(qtbot, Standing.RUNS)
    assert status_of(rules.page_port) == 200
    assert not strip.isVisible()
