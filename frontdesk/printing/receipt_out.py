"""The way of a receipt to its printer: over the network, into a device file, or through a CUPS queue.

All three wait, so they run on a worker, where they look every moment whether they are still wanted. Foreseen
trouble comes back as a fate, because a printer that is out of paper is no fault of the program.
"""

import errno
import logging
import os
import select
import socket
import stat
import subprocess
from collections.abc import Callable
from time import monotonic
from typing import Final

from frontdesk.domain.paper.receipts import (
    DevicePrinter,
    NetworkPrinter,
    QueuePrinter,
    ReceiptFate,
    ReceiptPrinter,
)

log = logging.getLogger(__name__)

Cancelled = Callable[[], bool]

CONNECT_SECONDS: Final = 3.0
WRITE_SECONDS: Final = 5.0
"""So long without taking anything, a printer is stuck."""

_LOOK_SECONDS: Final = 0.1
_PIECE: Final = 4096
_DEVICE_FLAGS: Final = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_UNKNOWN_QUEUE: Final = ("does not exist", "unknown destination", "invalid destination")

_DEVICE_FATES: Final = {
    errno.ENOENT: ReceiptFate.NO_DEVICE,
    errno.ENODEV: ReceiptFate.NO_DEVICE,
    errno.ENXIO: ReceiptFate.NO_DEVICE,
    errno.ENOTDIR: ReceiptFate.NO_DEVICE,
    errno.EISDIR: ReceiptFate.NO_DEVICE,
    errno.EACCES: ReceiptFate.NO_RIGHT,
    errno.EPERM: ReceiptFate.NO_RIGHT,
    errno.EBUSY: ReceiptFate.STUCK,
    errno.EPIPE: ReceiptFate.BROKE_OFF,
}


class _Ended(Exception):
    """The sending is over before its end."""

    def __init__(self, fate: ReceiptFate) -> None:
        super().__init__(fate.value)
        self.fate = fate


def send_receipt(printer: ReceiptPrinter, said: bytes, *, cancelled: Cancelled) -> ReceiptFate:
    """Send bytes to the printer. May wait some ten seconds: not on the window's thread."""
    try:
        match printer:
            case NetworkPrinter():
                _over_network(printer, said, cancelled)
            case DevicePrinter():
                _into_device(printer, said, cancelled)
            case QueuePrinter():
                _through_queue(printer, said, cancelled)
    except _Ended as ended:
        return ended.fate
    except OSError as fault:
        log.info("a receipt printer did not take a receipt: %s", type(fault).__name__)
        return _fate_of(fault, printer)
    return ReceiptFate.DONE


def reach_receipt_printer(printer: ReceiptPrinter) -> ReceiptFate:
    """Whether it is there; nothing is printed."""
    if isinstance(printer, QueuePrinter):
        return _asked_for(printer)
    return send_receipt(printer, b"", cancelled=lambda: False)


def _fate_of(fault: OSError, printer: ReceiptPrinter) -> ReceiptFate:
    if isinstance(printer, DevicePrinter):
        return _DEVICE_FATES.get(fault.errno or 0, ReceiptFate.FAILED)
    if isinstance(printer, QueuePrinter):
        return ReceiptFate.NO_CUPS if isinstance(fault, FileNotFoundError) else ReceiptFate.FAILED
    if isinstance(fault, ConnectionRefusedError):
        return ReceiptFate.REFUSED
    # Else a name that nobody knows, a printer that is off, a cable that is out: nobody is there.
    return ReceiptFate.BROKE_OFF if isinstance(fault, ConnectionError) else ReceiptFate.UNREACHABLE


def _over_network(printer: NetworkPrinter, said: bytes, cancelled: Cancelled) -> None:
    with socket.create_connection((printer.host, printer.port), timeout=CONNECT_SECONDS) as line:
        line.setblocking(False)
        _pour(line.fileno(), line.send, said, cancelled)
        line.shutdown(socket.SHUT_WR)
        # A printer that turns down what it was sent says so by now; most others just keep the line open.
        line.settimeout(_LOOK_SECONDS)
        try:
            line.recv(1)
        except TimeoutError:
            return


def _into_device(printer: DevicePrinter, said: bytes, cancelled: Cancelled) -> None:
    device = os.open(printer.path, _DEVICE_FLAGS)
    try:
        if not stat.S_ISCHR(os.fstat(device).st_mode):  # nobody's file or disk is written over
            raise _Ended(ReceiptFate.NO_DEVICE)
        _pour(device, lambda piece: os.write(device, piece), said, cancelled)
    finally:
        os.close(device)


def _pour(number: int, put: Callable[[memoryview], int], said: bytes, cancelled: Cancelled) -> None:
    """Give all of it to what does not block, as fast as it takes it, and wait until it has taken the last:
    a USB printer's driver drops what is still under way when its file is closed.
    """
    rest, since = memoryview(said), monotonic()
    while True:
        if cancelled():
            raise _Ended(ReceiptFate.CANCELLED)
        if monotonic() - since > WRITE_SECONDS:
            raise _Ended(ReceiptFate.STUCK)
        if not select.select([], [number], [], _LOOK_SECONDS)[1]:
            continue
        if not rest:
            return
        try:
            rest = rest[put(rest[:_PIECE]) :]
        except BlockingIOError:
            continue
        since = monotonic()


def _through_queue(printer: QueuePrinter, said: bytes, cancelled: Cancelled) -> None:
    job = subprocess.Popen(
        ["lp", "-d", printer.name, "-o", "raw", "-t", "Receipt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=_plain_english(),
    )
    with job:
        try:
            fault = _heard(job, said, cancelled)
        finally:
            job.kill()
    if job.returncode != 0:
        raise _Ended(_complaint(fault))


def _heard(job: "subprocess.Popen[bytes]", said: bytes, cancelled: Cancelled) -> bytes:
    """What the program says against it, once it is done."""
    since = monotonic()
    rest: bytes | None = said
    while True:
        try:
            return job.communicate(rest, timeout=_LOOK_SECONDS)[1]
        except subprocess.TimeoutExpired:
            rest = None  # it has all of it, and goes on where it was
            if cancelled():
                raise _Ended(ReceiptFate.CANCELLED) from None
            if monotonic() - since > CONNECT_SECONDS + WRITE_SECONDS:
                raise _Ended(ReceiptFate.STUCK) from None


def _asked_for(printer: QueuePrinter) -> ReceiptFate:
    try:
        found = subprocess.run(
            ["lpstat", "-p", printer.name],
            capture_output=True,
            check=False,
            timeout=CONNECT_SECONDS,
            env=_plain_english(),
        )
    except subprocess.TimeoutExpired:
        return ReceiptFate.STUCK
    except OSError as fault:
        return _fate_of(fault, printer)
    return ReceiptFate.DONE if found.returncode == 0 else _complaint(found.stderr)


def _complaint(said: bytes) -> ReceiptFate:
    known = said.decode("utf-8", "replace").lower()
    return ReceiptFate.NO_QUEUE if any(each in known for each in _UNKNOWN_QUEUE) else ReceiptFate.FAILED


def _plain_english() -> dict[str, str]:
    """What it says is read here, and not by a person."""
    return os.environ | {"LC_ALL": "C"}
