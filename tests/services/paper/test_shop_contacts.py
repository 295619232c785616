"""How customers reach the shop, and where its receipts go: checked before anything is kept."""

from typing import Any

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.text import BadInput, InputFault

KHMER = "ផ្ទះលេខ ១២ ផ្លូវព្រះសីហនុ សង្កាត់ទន្លេបាសាក់ ខណ្ឌចំការមន រាជធានីភ្នំពេញ"


def test_contacts_are_kept_as_they_are_written(desk: FrontDesk) -> None:
    chosen = {"phone": " 020 5512 3456 ", "email": " hello@cafe.la", "address": f"{KHMER}\n"}
    desk.submit(desk.shop.change_settings, desk.act(), chosen).result()
    assert desk.shop.settings().contacts == ("020 5512 3456", "hello@cafe.la", KHMER)
    desk.submit(desk.shop.change_settings, desk.act(), {"phone": "", "address": " "}).result()
    assert desk.shop.settings().contacts == ("hello@cafe.la",)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"phone": "call us"}, InputFault.NOT_A_PHONE),
        ({"phone": "1" * 16}, InputFault.TOO_MANY_DIGITS),
        ({"email": "cafe.la"}, InputFault.NOT_AN_EMAIL),
        ({"email": "shop@cafe.la?bcc=evil@x.la"}, InputFault.NOT_AN_EMAIL),
        ({"address": "long " * 40}, InputFault.TOO_LONG),
        ({"receipt_printer": "http://192.168.1.50"}, InputFault.NOT_A_RECEIPT_PRINTER),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    desk: FrontDesk, typed: dict[str, Any], fault: InputFault
) -> None:
    before = desk.shop.settings()
    with pytest.raises(BadInput) as refused:
        desk.submit(desk.shop.change_settings, desk.act(), typed).result()
    assert refused.value.code is fault
    assert desk.shop.settings() == before


def test_a_receipt_printer_and_its_paper(desk: FrontDesk) -> None:
    chosen = {"receipt_printer": " 192.168.1.50 ", "receipt_width": 58}
    desk.submit(desk.shop.change_settings, desk.act(), chosen).result()
    assert (desk.shop.settings().receipt_printer, desk.shop.settings().receipt_width) == ("192.168.1.50", 58)
    desk.submit(desk.shop.change_settings, desk.act(), {"receipt_width": 7}).result()
    assert desk.shop.settings().receipt_width == 80
