"""`frontdesk doctor` on the shop's own page: off, ready, at an address that is lost, or at a taken port."""

import shutil
import socket
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from frontdesk.bootstrap import open_desk
from frontdesk.commands.examine_page import examine_page
from frontdesk.commands.findings import Finding, State
from frontdesk.config import Paths, paths_for
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.texts import texts_for

HERE = "127.0.0.1"
NOT_HERE = "203.0.113.7"
"""Of the addresses that are for examples alone: no computer has it."""


@pytest.fixture
def paths(opened_shop: Path, tmp_path: Path) -> Paths:
    shutil.copytree(opened_shop, tmp_path / "shop")
    return paths_for(tmp_path / "shop")


@pytest.fixture
def port() -> int:
    with socket.create_server((HERE, 0)) as free:
        port: int = free.getsockname()[1]
    return port


def found(paths: Paths, address: str = "", port: int = 0) -> Finding | None:
    if address:
        with closing(open_desk(paths)) as desk:
            rules = FeedbackRules(page_on=True, page_address=address, page_port=port)
            desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    return next(examine_page(paths, texts_for("en")), None)


def test_of_a_page_that_is_off_nothing_is_said(paths: Paths, tmp_path: Path) -> None:
    assert found(paths) is None
    assert next(examine_page(paths_for(tmp_path / "none"), texts_for("en")), None) is None


def test_a_page_that_can_be_served_is_good(paths: Paths, port: int) -> None:
    finding = found(paths, HERE, port)
    assert finding is not None
    assert finding.state is State.GOOD
    assert f"http://{HERE}:{port}" in finding.sentence


def test_a_lost_address_is_told_with_what_mends_it(paths: Paths, port: int) -> None:
    finding = found(paths, NOT_HERE, port)
    assert finding is not None
    assert finding.state is State.WORTH_KNOWING
    assert NOT_HERE in finding.sentence
    assert "print new cards" in finding.remedy


@pytest.mark.parametrize(("policy", "state"), [("default-src 'none'", State.GOOD), ("", State.WORTH_KNOWING)])
def test_a_taken_port_is_well_if_our_own_page_has_it(paths: Paths, policy: str, state: State) -> None:
    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Tests are quiet."""

    with HTTPServer((HERE, 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        finding = found(paths, HERE, server.server_port)
        server.shutdown()
    assert finding is not None
    assert finding.state is state
