"""Where receipts go: a printer on the network, a device file of this computer, or a CUPS queue."""

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv6Address
from typing import Final

from frontdesk.domain.text import BadInput, InputFault, clean_line

PLACE_LIMIT: Final = 200
RAW_PORT: Final = 9100
"""Where receipt printers listen for what is to be printed as it comes."""

PAPER_WIDTHS: Final = (58, 80)
"""Millimetres of the rolls that there are."""

_SCHEMES: Final = ("tcp://", "socket://")
_QUEUE: Final = "cups:"
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_FOUR_NUMBERS: Final = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}")
_NUMBERS: Final = re.compile(r"[0-9.]+")
_PORT: Final = re.compile(r"[0-9]{1,5}")
_DEVICE: Final = re.compile(r"/dev(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._:+@-]+)+")
_QUEUE_NAME: Final = re.compile(r"(?!-)[^\s/\\#?'\"<>|\x00-\x1f\x7f]{1,127}")


@dataclass(frozen=True, slots=True)
class NetworkPrinter:
    """A printer that takes raw bytes on a port."""

    host: str
    port: int = RAW_PORT


@dataclass(frozen=True, slots=True)
class DevicePrinter:
    """A device file, such as /dev/usb/lp0."""

    path: str


@dataclass(frozen=True, slots=True)
class QueuePrinter:
    """A queue of this computer's CUPS, which passes raw bytes on."""

    name: str


ReceiptPrinter = NetworkPrinter | DevicePrinter | QueuePrinter


class ReceiptFate(StrEnum):
    """What became of a receipt on its way to the printer."""

    DONE = "DONE"
    CANCELLED = "CANCELLED"
    NO_PRINTER = "NO_PRINTER"
    UNREACHABLE = "UNREACHABLE"
    REFUSED = "REFUSED"
    BROKE_OFF = "BROKE_OFF"
    STUCK = "STUCK"
    NO_DEVICE = "NO_DEVICE"
    NO_RIGHT = "NO_RIGHT"
    NO_QUEUE = "NO_QUEUE"
    NO_CUPS = "NO_CUPS"
    FAILED = "FAILED"


def parse_receipt_printer(raw: str) -> ReceiptPrinter | None:
    """Read `192.168.1.50`, `tcp://host:9100`, `/dev/usb/lp0` or `cups:NAME`; None where nothing was typed.

    Raises BadInput: NOT_A_RECEIPT_PRINTER, TOO_LONG.
    """
    text = clean_line(raw, PLACE_LIMIT)
    if not text:
        return None
    if text.startswith("/"):
        if not _DEVICE.fullmatch(text):
            raise BadInput(InputFault.NOT_A_RECEIPT_PRINTER)
        return DevicePrinter(text)
    if text[: len(_QUEUE)].lower() == _QUEUE:
        return _queue(text[len(_QUEUE) :].strip())
    scheme = next((each for each in _SCHEMES if text.lower().startswith(each)), "")
    return _network(text[len(scheme) :].removesuffix("/"))


def _queue(name: str) -> QueuePrinter:
    if not _QUEUE_NAME.fullmatch(name):
        raise BadInput(InputFault.NOT_A_RECEIPT_PRINTER)
    return QueuePrinter(name)


def _network(text: str) -> NetworkPrinter:
    """A name or a number, and a port behind it; a number of version 6 stands in brackets."""
    host, colon, port = text.rpartition(":") if not text.endswith("]") else (text, "", "")
    if not colon:
        host, port = text, str(RAW_PORT)
    if not _PORT.fullmatch(port) or not 1 <= int(port) <= 65_535:
        raise BadInput(InputFault.NOT_A_RECEIPT_PRINTER)
    return NetworkPrinter(_checked_host(host), int(port))


def _checked_host(host: str) -> str:
    if host.startswith("[") and host.endswith("]"):
        try:
            return str(IPv6Address(host[1:-1]))
        except ValueError:
            raise BadInput(InputFault.NOT_A_RECEIPT_PRINTER) from None
    shape = _FOUR_NUMBERS if _NUMBERS.fullmatch(host) else _HOST
    if not shape.fullmatch(host) or len(host) > 253:
        raise BadInput(InputFault.NOT_A_RECEIPT_PRINTER)
    return host
