"""Take-home sheets: written once in the settings, printed for whoever took the product."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.messages import Keepsake
from frontdesk.domain.care.shop_hours import OpenHours
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.contact.take_home_sheet import TakeHomeSheet
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.settings.take_home_texts import TakeHomeTexts


def product(desk: FrontDesk, name: str, **texts: str) -> int:
    added = desk.submit(desk.shop.add_product, desk.act(), Product(0, name)).result().product
    assert added is not None
    if texts:
        desk.submit(desk.care_sheets.write, desk.act(), added.id, texts).result()
    return added.id


def opened(qtbot: QtBot, window: CounterWindow, customer_id: int) -> TakeHomeSheet:
    sheet = window.open_sheet(SheetName.TAKE_HOME, customer_id=customer_id)
    assert isinstance(sheet, TakeHomeSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def texts(window: CounterWindow, product_id: int = 0) -> TakeHomeTexts:
    sheet = window.open_sheet(SheetName.TAKE_HOME_TEXTS, product_id=product_id)
    assert isinstance(sheet, TakeHomeTexts)
    return sheet


def test_what_they_took_is_shown_first_and_prints_on_a5(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], tmp_path: Path
) -> None:
    product(desk, "Cups", en="Rinse before use.")
    beans = product(desk, "Beans", en="Keep dry.\n\nGrind just before.")
    desk.submit(desk.loyalty.add_items, desk.act(), people[1], (beans,)).result()
    week = (OpenHours(7 * 60, 18 * 60),) * 7
    desk.submit(desk.care_rules.save, desk.act(), replace(desk.care_rules.get(), hours=week)).result()
    sheet = opened(qtbot, window, people[1])
    page = sheet.page()
    assert page is not None
    assert page.shop.contacts[-1] == "Mon–Sun 7:00–18:00"
    assert (page.product, page.text) == ("Beans", "Keep dry.\n\nGrind just before.")
    sheet.sizes.chip("a5").click()
    sheet.panel._ask_path = lambda *asked: tmp_path / "sheet.pdf"
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: bool(desk.contacting.log(people[1])))
    assert desk.contacting.log(people[1])[0].kind is Keepsake.TAKE_HOME
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        said = document[0].get_textpage().get_text_range()
        assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [148, 210]
    assert "Grind just before." in said.replace("\r\n", " ")


def test_it_says_when_it_is_not_in_their_language(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    product(desk, "Beans", lo="ເກັບໃຫ້ແຫ້ງ")
    georgian = CustomerDraft("გიორგი", language="ka")
    customer_id = desk.submit(desk.customers.enrol, desk.act(), georgian).result().customer.id
    sheet = opened(qtbot, window, customer_id)
    assert sheet.note.text() == "It is not written in Georgian yet, so it prints in Lao."


def test_without_any_it_leads_to_where_they_are_written(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    sheet = opened(qtbot, window, people[0])
    assert sheet.page() is None
    assert not sheet.panel.save_button.isEnabled()
    assert sheet.first_focus() is sheet.write_button
    sheet.write_button.click()
    assert isinstance(window.sheets.sheet, TakeHomeTexts)


def test_a_text_is_saved_when_it_is_left_and_goes_back_with_undo(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    beans = product(desk, "Beans", en="Keep dry.")
    sheet = texts(window, beans)
    sheet.languages.chip("en").click()
    assert sheet.text.toPlainText() == "Keep dry."
    sheet.text.setPlainText("Keep dry and cool.")
    sheet.languages.chip("lo").click()
    assert not sheet.text.toPlainText()
    qtbot.waitUntil(lambda: desk.care_sheets.texts(beans) == {"en": "Keep dry and cool."})
    sheet.text.setPlainText("ເກັບໃຫ້ແຫ້ງ")
    window.give_up()
    qtbot.waitUntil(lambda: desk.care_sheets.texts(beans).get("lo") == "ເກັບໃຫ້ແຫ້ງ")
    assert window.sheets.sheet is None
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert window.notices.text() == "The take-home sheet of Beans is saved."
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.care_sheets.texts(beans) == {"en": "Keep dry and cool."})


def test_each_product_has_its_own_text(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    beans, cups = product(desk, "Beans", en="Keep dry."), product(desk, "Cups", en="Rinse.")
    sheet = texts(window, cups)
    sheet.languages.chip("en").click()
    assert sheet.text.toPlainText() == "Rinse."
    sheet.text.setPlainText("Rinse twice.")
    sheet.product.choose(str(beans))
    sheet.product.activated.emit(sheet.product.currentIndex())
    assert sheet.text.toPlainText() == "Keep dry."
    qtbot.waitUntil(lambda: desk.care_sheets.texts(cups) == {"en": "Rinse twice."})
    assert desk.care_sheets.texts(beans) == {"en": "Keep dry."}


def test_a_product_in_the_settings_leads_to_its_text(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    product(desk, "Cups")
    beans = product(desk, "Beans")
    settings = window.open_sheet(SheetName.SETTINGS, part="products")
    assert isinstance(settings, SettingsSheet)
    settings.parts.products.choose(beans)
    settings.parts.products.sheet_button.click()
    sheet = window.sheets.sheet
    assert isinstance(sheet, TakeHomeTexts)
    assert sheet.product.currentText() == "Beans"
