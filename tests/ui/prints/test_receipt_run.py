"""Receipts from a press to paper: beside the window, one after the other, nothing lost where none comes."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.printing.canvas import Canvas
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.receipt import receipt_page
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.prints.receipt_run import ReceiptRun, has_receipt_printer, print_receipt
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from tests.printing.escpos import decoded
from tests.printing.network_printer import PrinterOnNetwork

PAGE = receipt_page(80, 40)


@dataclass(frozen=True)
class Words:
    """`drawn_on` keeps which threads drew it."""

    drawn_on: list[str]

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        self.drawn_on.append(threading.current_thread().name)
        canvas.text("ສະບາຍດີ", Lettering(6, 4), place.adjusted(6, 4, -6, -4))


@pytest.fixture
def printer() -> Iterator[PrinterOnNetwork]:
    found = PrinterOnNetwork()
    yield found
    found.close()


def set_printer(desk: FrontDesk, place: str, width: int = 80) -> None:
    chosen = {"receipt_printer": place, "receipt_width": width}
    desk.submit(desk.shop.change_settings, desk.act(), chosen).result()


def at(printer: PrinterOnNetwork) -> str:
    return f"{printer.place.host}:{printer.place.port}"


def test_it_comes_out_once_on_the_shops_paper(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, printer: PrinterOnNetwork
) -> None:
    assert not has_receipt_printer(window.lent)
    set_printer(desk, at(printer), 58)
    drawn_on, done = list[str](), list[int]()
    print_receipt(window.lent, Words(drawn_on), PAGE, done=lambda: done.append(1))
    qtbot.waitUntil(lambda: done == [1])
    assert decoded(printer.jobs.get(timeout=5)).image.width == 384
    assert drawn_on[0].startswith("beside")
    assert "sent to the receipt printer" in window.notices.text()


def test_several_come_out_one_after_the_other(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, printer: PrinterOnNetwork
) -> None:
    set_printer(desk, at(printer))
    done = list[int]()
    for number in range(3):
        print_receipt(window.lent, Words([]), PAGE, done=lambda number=number: done.append(number))
    qtbot.waitUntil(lambda: done == [0, 1, 2])
    assert len({printer.jobs.get(timeout=5) for _ in range(3)}) == 1


def test_what_did_not_come_out_is_tried_again_by_one_tap(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, printer: PrinterOnNetwork
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        set_printer(desk, f"127.0.0.1:{gone.getsockname()[1]}")
    done = list[int]()
    print_receipt(window.lent, Words([]), PAGE, done=lambda: done.append(1))
    qtbot.waitUntil(lambda: "takes no receipts there" in window.notices.text())
    assert not done
    set_printer(desk, at(printer))  # it was put right meanwhile
    assert window.notices.remedy_button.isVisible()
    window.notices.remedy_button.click()
    qtbot.waitUntil(lambda: done == [1])
    assert decoded(printer.jobs.get(timeout=5)).cuts == 1


def test_without_a_printer_it_says_where_to_set_one(qtbot: QtBot, window: CounterWindow) -> None:
    print_receipt(window.lent, Words([]), PAGE)
    qtbot.waitUntil(lambda: "Cards and printing" in window.notices.text())


def test_a_slow_printer_is_named_and_can_be_stopped(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        set_printer(desk, f"127.0.0.1:{deaf.getsockname()[1]}")
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        long = receipt_page(80, 2900)
        print_receipt(window.lent, Lines(), long)
        run = window.bridge.findChild(ReceiptRun)
        qtbot.waitUntil(lambda: "Waiting for the receipt printer" in window.notices.text())
        window.notices.remedy_button.click()
        qtbot.waitUntil(lambda: not run.busy)
    assert "Stopped" in window.notices.text()


@dataclass(frozen=True)
class Lines:
    """More than the buffers between here and a printer hold."""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        canvas.rounded(place, canvas.painter.pen().color(), 0)


def test_the_day_close_slip_and_the_test_go_to_the_receipt_printer(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, printer: PrinterOnNetwork
) -> None:
    sheet = window.open_sheet(SheetName.SETTINGS, part="prints")
    assert isinstance(sheet, SettingsSheet)
    slip = sheet.parts.data.slip_part
    assert slip.print_button.isHidden()
    set_printer(desk, at(printer))
    window.bridge.submit(desk.shop.change_settings, desk.act(), {})
    qtbot.waitUntil(lambda: not slip.print_button.isHidden())
    qtbot.waitUntil(sheet.parts.prints.receipts.test_button.isEnabled)
    for button in (sheet.parts.prints.receipts.test_button, slip.print_button):
        button.click()
        button.click()  # a switch that bounces makes one tap look like two
    qtbot.waitUntil(lambda: printer.jobs.qsize() == 2)
    trial, close = (decoded(printer.jobs.get_nowait()) for _ in range(2))
    assert trial.image.width == close.image.width == 576
    assert trial.image.height != close.image.height
    qtbot.waitUntil(lambda: not window.bridge.busy)
