"""A counter whose page is really served, on a port of its own."""

import socket
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.page_host import PageHost
from frontdesk.ui.feedback.page_state import PAGE_STATE, Standing


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port


@pytest.fixture
def rules() -> FeedbackRules:
    return FeedbackRules(page_on=True, page_address="127.0.0.1", page_port=free_port())


@pytest.fixture
def host(window: CounterWindow) -> Iterator[PageHost]:
    yield window.page
    window.bridge.close()
    window.page.stop()


def set_rules(window: CounterWindow, rules: FeedbackRules) -> None:
    window.bridge.submit(window.desk.feedback_rules.change, window.desk.act(), rules)


def stands(qtbot: QtBot, standing: Standing) -> None:
    qtbot.waitUntil(lambda: PAGE_STATE.standing is standing)
