"""The time together on a card: only what is true, in their language, and the name only where it may be."""

from pathlib import Path

import pypdfium2
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.messages import Keepsake
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.contact.year_card_sheet import YearCardSheet
from frontdesk.ui.counter.care_menu import CARE_LINES
from frontdesk.ui.counter.menu import CARE_PAGES
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow


def opened(qtbot: QtBot, window: CounterWindow, customer_id: int) -> YearCardSheet:
    sheet = window.open_sheet(SheetName.YEAR_CARD, customer_id=customer_id)
    assert isinstance(sheet, YearCardSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def regular(desk: FrontDesk, **facts: object) -> int:
    """Five lattes and a free one."""
    draft = CustomerDraft("Bua Phommachanh", called="Bua", language="en", **facts)  # type: ignore[arg-type]
    customer_id = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    latte = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Latte", 25_000)).result().product
    assert latte is not None
    for _ in range(5):
        desk.submit(desk.loyalty.add_item, desk.act(), customer_id, latte.id).result()
    desk.submit(desk.loyalty.redeem, desk.act(), customer_id, product_id=latte.id).result()
    return int(customer_id)


def test_it_tells_what_is_true_and_is_noted_when_it_came_out(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, tmp_path: Path
) -> None:
    bua = regular(desk)
    sheet = opened(qtbot, window, bua)
    told = {each.words: each.value for each in sheet.card().words.told}
    assert told == {"visit": "1", "reward for you": "1", "saved": "25,000 LAK"}
    sheet.panel._ask_path = lambda *asked: tmp_path / "card.pdf"
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: [each.kind for each in desk.contacting.log(bua)] == [Keepsake.YEAR_CARD])
    with pypdfium2.PdfDocument(tmp_path / "card.pdf") as document:
        said = document[0].get_textpage().get_text_range()
    for words in ("Dear Bua,", "What you like best: Latte", "Noy and everyone at Café Mekong", "25,000 LAK"):
        assert words in said


def test_who_is_not_greeted_by_name_has_none_on_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    sheet = opened(qtbot, window, regular(desk, greet_by_name=False))
    assert "Bua" not in repr(sheet.card())


def test_it_follows_what_is_done_meanwhile(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    bua = regular(desk)
    sheet = opened(qtbot, window, bua)
    before = sheet.panel._asked
    window.bridge.submit(desk.loyalty.add_stamps, desk.act(), bua)
    qtbot.waitUntil(lambda: sheet.panel._asked > before)


def test_every_act_of_contact_is_two_taps_from_the_counter() -> None:
    about_them = {line.sheet for line in CARE_LINES}
    assert {SheetName.MESSAGE, SheetName.TAKE_HOME, SheetName.YEAR_CARD, SheetName.LEAVING} <= about_them
    assert SheetName.LEFT in {line.sheet for line in CARE_PAGES}
