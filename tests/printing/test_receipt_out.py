"""Receipts on their way: to a printer on the network, into a device file, through CUPS. What prints here is a
real server, a real device and a stand-in for `lp`; what came is decoded as a printer decodes it, then read.
"""

import os
import queue
import socket
import stat
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRectF

from frontdesk.domain.paper.receipts import (
    DevicePrinter,
    NetworkPrinter,
    QueuePrinter,
    ReceiptFate,
    ReceiptPrinter,
)
from frontdesk.printing import receipt_out
from frontdesk.printing.canvas import Canvas, CodeSquare
from frontdesk.printing.receipt import receipt_bytes, receipt_image, receipt_page
from frontdesk.printing.receipt_out import reach_receipt_printer, send_receipt
from tests.printing.conftest import Reader
from tests.printing.escpos import decoded
from tests.printing.network_printer import PrinterOnNetwork

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="device files and lp are not Windows'")

ADDRESS = "http://192.168.1.10:8123/F7K3M9QXR2B4D8WNP"
ENDLESS = b"\x00" * 20_000_000
"""More than any buffer on the way holds."""


@dataclass(frozen=True)
class Square:
    def paint(self, canvas: Canvas, place: QRectF) -> None:
        square = CodeSquare(ADDRESS, 44, wished=36)
        canvas.code(square, QPointF(place.center().x() - square.side / 2, place.top() + 4))


def receipt(paper: int = 80) -> bytes:
    return receipt_bytes(receipt_image(Square(), receipt_page(paper, 60), paper))


def read_all(said: bytes, *readers: Reader) -> list[list[str]]:
    image = decoded(said).image.convert("L")
    large = image.resize((image.width * 2, image.height * 2), Image.Resampling.NEAREST)
    return [read(large) for read in readers]


def send(printer: ReceiptPrinter, said: bytes) -> ReceiptFate:
    return send_receipt(printer, said, cancelled=lambda: False)


@pytest.fixture
def on_network() -> Iterator[PrinterOnNetwork]:
    printer = PrinterOnNetwork()
    yield printer
    printer.close()


@pytest.fixture
def deaf() -> Iterator[NetworkPrinter]:
    """Something that listens and never reads."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield NetworkPrinter("127.0.0.1", door.getsockname()[1])


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipt_out, "CONNECT_SECONDS", 0.2)
    monkeypatch.setattr(receipt_out, "WRITE_SECONDS", 0.2)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, for stand-ins of CUPS."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def device() -> Iterator[tuple[DevicePrinter, int]]:
    """A device file that takes bytes as they come, and what comes out at its other end."""
    import tty  # Windows has none

    outer, inner = os.openpty()
    tty.setraw(inner)
    yield DevicePrinter(os.ttyname(inner)), outer
    os.close(inner)
    os.close(outer)


def stand_in(folder: Path, name: str, does: str) -> None:
    file = folder / name
    file.write_text(f"#!{sys.executable}\nimport os, sys, time\n{does}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


@pytest.mark.parametrize("paper", [58, 80])
def test_a_printer_on_the_network_gets_what_readers_read(
    on_network: PrinterOnNetwork, read_zxing: Reader, read_zbar: Reader, paper: int
) -> None:
    assert send(on_network.place, receipt(paper)) is ReceiptFate.DONE
    assert read_all(on_network.jobs.get(timeout=5), read_zxing, read_zbar) == [[ADDRESS]] * 2


def test_who_is_only_asked_whether_they_are_there_prints_nothing(on_network: PrinterOnNetwork) -> None:
    assert reach_receipt_printer(on_network.place) is ReceiptFate.DONE
    assert on_network.jobs.get(timeout=5) == b""


def test_nobody_listens_there(deaf: NetworkPrinter) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert send(NetworkPrinter("127.0.0.1", port), receipt()) is ReceiptFate.REFUSED
    assert reach_receipt_printer(NetworkPrinter("127.0.0.1", port)) is ReceiptFate.REFUSED


@pytest.mark.usefixtures("impatient")
def test_nobody_answers_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full queue of connections answers no more of them, as a printer that is off does not."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(0)
        place = door.getsockname()
        with socket.create_connection(place):
            waiting = [socket.socket() for _ in range(4)]
            for each in waiting:
                each.setblocking(False)
                each.connect_ex(place)
            assert send(NetworkPrinter(*place), receipt()) is ReceiptFate.UNREACHABLE
            for each in waiting:
                each.close()
    assert send(NetworkPrinter("printer.invalid"), receipt()) is ReceiptFate.UNREACHABLE


@pytest.mark.usefixtures("impatient")
def test_a_printer_that_takes_nothing_more_is_stuck(
    deaf: NetworkPrinter, device: tuple[DevicePrinter, int]
) -> None:
    assert send(deaf, ENDLESS) is ReceiptFate.STUCK
    assert send(device[0], ENDLESS) is ReceiptFate.STUCK


def test_a_printer_may_break_off(on_network: PrinterOnNetwork) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:

        def hang_up() -> None:
            line, _ = door.accept()
            line.recv(1000)
            line.close()  # with bytes unread: a reset

        thread = threading.Thread(target=hang_up)
        thread.start()
        assert send(NetworkPrinter("127.0.0.1", door.getsockname()[1]), ENDLESS) is ReceiptFate.BROKE_OFF
        thread.join()


def test_it_stops_when_it_is_no_longer_wanted(deaf: NetworkPrinter, programs: Path) -> None:
    looks = iter([False, False])

    def cancelled() -> bool:
        return next(looks, True)

    assert send_receipt(deaf, ENDLESS, cancelled=cancelled) is ReceiptFate.CANCELLED
    stand_in(programs, "lp", "time.sleep(60)")
    assert send_receipt(QueuePrinter("TM"), receipt(), cancelled=lambda: True) is ReceiptFate.CANCELLED


def test_a_device_file_gets_it_whole(
    device: tuple[DevicePrinter, int], read_zxing: Reader, read_zbar: Reader
) -> None:
    (printer, outer), said, came = device, receipt(), queue.Queue[bytes]()

    def take() -> None:
        with os.fdopen(os.dup(outer), "rb") as out:
            came.put(out.read(len(said)))

    thread = threading.Thread(target=take)
    thread.start()
    assert send(printer, said) is ReceiptFate.DONE
    thread.join()
    assert read_all(came.get_nowait(), read_zxing, read_zbar) == [[ADDRESS]] * 2


def test_nothing_that_is_no_device_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "lp0"
    file.write_bytes(b"the shop's own")
    assert send(DevicePrinter(str(file)), receipt()) is ReceiptFate.NO_DEVICE
    assert reach_receipt_printer(DevicePrinter(str(file))) is ReceiptFate.NO_DEVICE
    assert file.read_bytes() == b"the shop's own"


def test_a_device_that_is_not_there_or_not_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "lp0"
    assert send(DevicePrinter(str(pipe)), receipt()) is ReceiptFate.NO_DEVICE
    os.mkfifo(pipe)  # nobody is at its other end, as at a printer's that is off
    assert send(DevicePrinter(str(pipe)), receipt()) is ReceiptFate.NO_DEVICE

    def closed(path: str, flags: int) -> int:
        raise PermissionError(13, "no right", path)

    monkeypatch.setattr(os, "open", closed)
    assert send(DevicePrinter(str(pipe)), receipt()) is ReceiptFate.NO_RIGHT


def test_a_queue_gets_it_raw_and_by_its_name(programs: Path, tmp_path: Path, read_zxing: Reader) -> None:
    out, told = tmp_path / "out.bin", tmp_path / "told.txt"
    stand_in(
        programs,
        "lp",
        f"time.sleep(0.15)\nopen({str(out)!r}, 'wb').write(sys.stdin.buffer.read())\n"
        f"open({str(told)!r}, 'w').write('|'.join(sys.argv[1:]))",
    )
    assert send(QueuePrinter("ໃບບິນ $(reboot)"), receipt()) is ReceiptFate.DONE
    assert read_all(out.read_bytes(), read_zxing) == [[ADDRESS]]
    assert told.read_text().startswith("-d|ໃບບິນ $(reboot)|-o|raw|")


def test_a_queue_that_is_unknown_and_a_computer_without_queues(programs: Path) -> None:
    assert send(QueuePrinter("TM"), receipt()) is ReceiptFate.NO_CUPS
    assert reach_receipt_printer(QueuePrinter("TM")) is ReceiptFate.NO_CUPS
    stand_in(programs, "lp", "sys.exit('lp: The printer or class does not exist.')")
    stand_in(programs, "lpstat", "sys.exit('lpstat: Invalid destination name in list \"TM\".')")
    assert send(QueuePrinter("TM"), receipt()) is ReceiptFate.NO_QUEUE
    assert reach_receipt_printer(QueuePrinter("TM")) is ReceiptFate.NO_QUEUE
    stand_in(programs, "lp", "sys.exit('lp: Bad file descriptor')")
    assert send(QueuePrinter("TM"), receipt()) is ReceiptFate.FAILED


@pytest.mark.usefixtures("impatient")
def test_a_queue_that_hangs_is_left(programs: Path) -> None:
    stand_in(programs, "lp", "time.sleep(60)")
    stand_in(programs, "lpstat", "time.sleep(60)")
    assert send(QueuePrinter("TM"), receipt()) is ReceiptFate.STUCK
    assert reach_receipt_printer(QueuePrinter("TM")) is ReceiptFate.STUCK
