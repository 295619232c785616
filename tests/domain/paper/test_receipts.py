"""Where receipts go: what a shop may type, and what is refused before anything is sent anywhere."""

import pytest

from frontdesk.domain.paper.receipts import (
    DevicePrinter,
    NetworkPrinter,
    QueuePrinter,
    ReceiptPrinter,
    parse_receipt_printer,
)
from frontdesk.domain.text import BadInput, InputFault


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("  ", None),
        ("192.168.1.50", NetworkPrinter("192.168.1.50", 9100)),
        (" 192.168.1.50:9101 ", NetworkPrinter("192.168.1.50", 9101)),
        ("tcp://printer.lan:9100", NetworkPrinter("printer.lan", 9100)),
        ("SOCKET://printer/", NetworkPrinter("printer", 9100)),
        ("[fe80::1]:9100", NetworkPrinter("fe80::1", 9100)),
        ("tcp://[::1]", NetworkPrinter("::1", 9100)),
        ("/dev/usb/lp0", DevicePrinter("/dev/usb/lp0")),
        ("/dev/serial/by-id/usb-EPSON_TM-T20-if00", DevicePrinter("/dev/serial/by-id/usb-EPSON_TM-T20-if00")),
        ("cups:TM-T20", QueuePrinter("TM-T20")),
        ("CUPS: ໃບບິນ", QueuePrinter("ໃບບິນ")),
    ],
)
def test_a_place_is_read_as_people_write_it(typed: str, meant: ReceiptPrinter | None) -> None:
    assert parse_receipt_printer(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "http://192.168.1.50",
        "tcp://user:word@192.168.1.50:9100",
        "192.168.1.50:0",
        "192.168.1.50:65536",
        "192.168.1.50:port",
        "192.168.1.50:9100/path",
        "192.168.1",
        "192.168.1.300",
        "192.168.1.50.",
        "two words",
        "-oops",
        "[192.168.1.50]",
        "fe80::1",
        "/etc/passwd",
        "/dev",
        "/dev/",
        "/dev/../etc/passwd",
        "/dev/usb/../../home/noy/shop.db",
        "/dev/usb/lp0; reboot",
        "cups:",
        "cups:-d",
        "cups:kitchen/draft",
        "cups:two words",
        "lpt1:",
        "ໃບບິນ",
    ],
)
def test_anything_odd_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_receipt_printer(typed)
    assert refused.value.code is InputFault.NOT_A_RECEIPT_PRINTER


def test_an_endless_text_is_refused() -> None:
    with pytest.raises(BadInput) as refused:
        parse_receipt_printer("a" * 201)
    assert refused.value.code is InputFault.TOO_LONG
