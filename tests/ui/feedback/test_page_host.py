"""The shop's own page begins and moves with the settings, says why it cannot, and ends with the window."""

import http.client
import socket
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Changes
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.ui.application import run_counter
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.page_host import PageHost
from frontdesk.ui.feedback.page_state import PAGE_STATE, Standing
from tests.ui.feedback.conftest import free_port, set_rules, stands

ELSEWHERE = "203.0.113.7"
"""Kept for examples: no computer has it."""


def status_of(port: int, path: str = "/") -> int:
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    asking.request("GET", path)
    status = asking.getresponse().status
    asking.close()
    return status


def test_it_follows_the_settings_on_to_another_port_and_off(
    qtbot: QtBot, window: CounterWindow, host: PageHost, rules: FeedbackRules
) -> None:
    host.begin()
    assert PAGE_STATE.standing is Standing.OFF
    set_rules(window, rules)
    stands(qtbot, Standing.RUNS)
    assert status_of(rules.page_port) == 200
    moved = replace(rules, page_port=free_port())
    with qtbot.waitSignal(PAGE_STATE.changed):
        set_rules(window, moved)
    assert status_of(moved.page_port) == 200
    with pytest.raises(ConnectionRefusedError):
        status_of(rules.page_port)
    set_rules(window, replace(rules, page_on=False))
    stands(qtbot, Standing.OFF)
    with pytest.raises(ConnectionRefusedError):
        status_of(moved.page_port)


def test_a_port_that_is_taken_is_said_and_tried_again(
    qtbot: QtBot, window: CounterWindow, host: PageHost, rules: FeedbackRules
) -> None:
    with socket.create_server(("127.0.0.1", rules.page_port)):
        set_rules(window, rules)
        host.begin()
        stands(qtbot, Standing.TAKEN)
        assert str(rules.page_port) in PAGE_STATE.sentence()
    host._look.timeout.emit()  # a quarter of a minute later
    stands(qtbot, Standing.RUNS)


def test_an_address_of_another_computer_is_said(
    qtbot: QtBot, window: CounterWindow, host: PageHost, rules: FeedbackRules
) -> None:
    set_rules(window, replace(rules, page_address=ELSEWHERE))
    host.begin()
    stands(qtbot, Standing.NOT_HERE)
    assert ELSEWHERE in PAGE_STATE.sentence()
    assert host._look.isActive()


def test_what_comes_over_the_page_is_told_to_the_views(
    qtbot: QtBot, window: CounterWindow, host: PageHost, rules: FeedbackRules, desk: FrontDesk
) -> None:
    set_rules(window, rules)
    host.begin()
    stands(qtbot, Standing.RUNS)
    code = desk.submit(desk.feedback.issue, desk.act(), 1, "lo").result().cards[0].code

    def send() -> None:
        asking = http.client.HTTPConnection("127.0.0.1", rules.page_port, timeout=5)
        asking.request("POST", f"/{code}", "mood=5")
        asking.getresponse().read()
        asking.close()

    phone = threading.Thread(target=send)
    with qtbot.waitSignal(window.bridge.changed, check_params_cb=_is_of_responses):
        phone.start()
    phone.join()


def _is_of_responses(changes: Changes) -> bool:
    return changes.responses


def test_a_copy_to_practise_on_has_no_page(
    window: CounterWindow, host: PageHost, rules: FeedbackRules, desk: FrontDesk
) -> None:
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    desk.paths.practice_mark.write_text("a copy")
    host.begin()
    assert not window.bridge.busy
    assert PAGE_STATE.standing is Standing.OFF


def test_the_program_serves_it_and_ends_it(
    qapp: QApplication, qtbot: QtBot, desk: FrontDesk, rules: FeedbackRules
) -> None:
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    served = []

    def look_and_close() -> None:
        if PAGE_STATE.standing is not Standing.RUNS:
            QTimer.singleShot(20, look_and_close)
            return
        served.append(status_of(rules.page_port))
        QApplication.activeWindow().close()  # type: ignore[union-attr]

    QTimer.singleShot(100, look_and_close)
    assert run_counter(desk, qapp, demo=True).code == 0
    assert served == [200]
    assert PAGE_STATE.standing is Standing.OFF
    assert "page" not in {thread.name for thread in threading.enumerate()}
