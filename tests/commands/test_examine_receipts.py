"""`frontdesk doctor --receipts`: the receipt printer is asked, and only then."""

from collections.abc import Iterator

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.commands import doctor
from frontdesk.commands.findings import Finding, State
from frontdesk.texts import texts_for
from tests.printing.network_printer import PrinterOnNetwork

TEXTS = texts_for("en")


@pytest.fixture
def printer() -> Iterator[PrinterOnNetwork]:
    found = PrinterOnNetwork()
    yield found
    found.close()


def said(desk: FrontDesk, *, receipts: bool = True) -> list[Finding]:
    findings = doctor.check(desk.paths, TEXTS, receipts=receipts)
    return [finding for finding in findings if finding.about == "receipts"]


def set_printer(desk: FrontDesk, place: str) -> None:
    desk.submit(desk.shop.change_settings, desk.act(), {"receipt_printer": place}).result()


def test_a_printer_that_answers_prints_nothing(desk: FrontDesk, printer: PrinterOnNetwork) -> None:
    set_printer(desk, f"127.0.0.1:{printer.place.port}")
    assert not said(desk, receipts=False)
    assert [finding.state for finding in said(desk)] == [State.GOOD]
    assert printer.jobs.get(timeout=5) == b""
    assert printer.jobs.empty()


def test_a_printer_that_is_not_there_is_named(desk: FrontDesk) -> None:
    assert "No receipt printer is set" in said(desk)[0].sentence
    set_printer(desk, "/dev/usb/lp-of-nobody")
    (finding,) = said(desk)
    assert finding.state is State.WORTH_KNOWING
    assert "/dev/usb/lp-of-nobody" in finding.sentence
