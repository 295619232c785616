"""What is sold is added, changed and taken off the list; each of it can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.regulars.visits import Product
from frontdesk.services.errors import DiskFull
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.settings.products_panel import ProductsPanel
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.prose import Prose

LATTE = Product(1, "Latte", 25_000, "coffee", 1)
TEA = Product(2, "Iced tea", 12_000, "cup-soda", 2)


@pytest.fixture
def panel(window: CounterWindow) -> ProductsPanel:
    """The panel of a shop that sells nothing yet."""
    sheet = window.open_sheet(SheetName.SETTINGS, part="products")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.products


@pytest.fixture
def selling(desk: FrontDesk, qtbot: QtBot, panel: ProductsPanel) -> ProductsPanel:
    """The panel of a shop that sells LATTE and TEA."""
    for product in (LATTE, TEA):
        desk.submit(desk.shop.add_product, desk.act(), product).result()
    panel.show_kept()
    return panel


def tap(qtbot: QtBot, panel: ProductsPanel, name: str) -> None:
    (row,) = [row for row in panel.rows() if row.product.name == name]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text() and not window.bridge.busy)


def named(panel: ProductsPanel) -> list[str]:
    return [row.product.name for row in panel.rows()]


def test_a_product_is_added_and_taken_back(
    qtbot: QtBot, window: CounterWindow, panel: ProductsPanel, desk: FrontDesk
) -> None:
    panel.name.setText("Iced <i>latte</i>")
    panel.price.setText("25,000")
    panel.stamps.setValue(2)
    panel.add_button.click()
    panel.add_button.click()
    wait_for_notice(qtbot, window, "Iced <i>latte</i> is on the list.")
    (product,) = desk.shop.products()
    assert (product.name, product.price, product.stamps) == ("Iced <i>latte</i>", 25_000, 2)
    assert panel.name.text() == ""
    window.notices.undo()
    wait_for_notice(qtbot, window, "is off the list again")
    assert desk.shop.products() == ()
    assert panel.rows() == []


def test_a_product_without_name_or_with_a_strange_price_is_shown_as_such(
    panel: ProductsPanel, desk: FrontDesk
) -> None:
    panel.save()
    assert panel.name_field.fault
    panel.name.setText("Tea")
    panel.price.setText("much")
    panel.save()
    assert panel.price_field.fault
    assert desk.shop.products() == ()


def test_a_tapped_product_is_changed_and_changed_back(
    qtbot: QtBot, window: CounterWindow, selling: ProductsPanel, desk: FrontDesk
) -> None:
    tap(qtbot, selling, "Iced tea")
    assert (selling.name.text(), selling.price.text()) == ("Iced tea", "12,000")
    assert (selling.icons.value(), selling.stamps.value()) == ("cup-soda", 2)
    assert [row.isChecked() for row in selling.rows()] == [False, True]
    assert not selling.add_button.isVisible()
    selling.price.setText("15,000")
    selling.icons.put("ice-cream-cone")
    selling.save_button.click()
    wait_for_notice(qtbot, window, "Iced tea is changed.")
    assert desk.shop.products() == (LATTE, Product(2, "Iced tea", 15_000, "ice-cream-cone", 2))
    assert selling.name.text() == ""
    assert selling.add_button.isVisible()
    window.notices.undo()
    wait_for_notice(qtbot, window, "Iced tea is as it was before.")
    assert desk.shop.products() == (LATTE, TEA)


def test_what_is_no_longer_sold_leaves_the_list_and_returns_after_the_sheet_is_gone(
    qtbot: QtBot, window: CounterWindow, selling: ProductsPanel, desk: FrontDesk
) -> None:
    tap(qtbot, selling, "Latte")
    selling.retire_button.click()
    wait_for_notice(qtbot, window, "Latte is no longer sold.")
    assert named(selling) == ["Iced tea"]
    assert selling.add_button.isVisible()
    window.sheets.close_now()
    window.notices.undo()
    wait_for_notice(qtbot, window, "Latte is on the list again.")
    assert desk.shop.products() == (LATTE, TEA)


def test_what_is_typed_waits_while_another_product_is_looked_at(qtbot: QtBot, selling: ProductsPanel) -> None:
    selling.name.setText("Mango shake")
    tap(qtbot, selling, "Latte")
    selling.price.setText("27,000")
    tap(qtbot, selling, "Iced tea")
    assert selling.price.text() == "12,000"
    tap(qtbot, selling, "Latte")
    assert selling.price.text() == "27,000"
    selling.new_button.click()
    assert selling.name.text() == "Mango shake"


def test_a_second_tap_on_a_row_lets_nothing_go(qtbot: QtBot, selling: ProductsPanel) -> None:
    tap(qtbot, selling, "Latte")
    selling.price.setText("27,000")
    tap(qtbot, selling, "Latte")
    assert [row.isChecked() for row in selling.rows()] == [True, False]
    assert selling.price.text() == "27,000"


def test_a_change_made_elsewhere_is_shown_unless_somebody_types(
    qtbot: QtBot, window: CounterWindow, selling: ProductsPanel, desk: FrontDesk
) -> None:
    tap(qtbot, selling, "Latte")
    window.bridge.submit(desk.shop.save_product, desk.act(), Product(1, "Latte", 30_000, "coffee", 1))
    qtbot.waitUntil(lambda: selling.price.text() == "30,000")
    selling.price.setText("31,000")
    window.bridge.submit(desk.shop.save_product, desk.act(), Product(1, "Big latte", 30_000, "coffee", 1))
    qtbot.waitUntil(lambda: named(selling) == ["Big latte", "Iced tea"])
    assert (selling.name.text(), selling.price.text()) == ("Latte", "31,000")
    window.bridge.submit(desk.shop.retire_product, desk.act(), 1)
    qtbot.waitUntil(selling.add_button.isVisible)
    assert selling.name.text() == ""


def test_a_category_is_typed_once_and_tapped_after_that(
    qtbot: QtBot, window: CounterWindow, selling: ProductsPanel, desk: FrontDesk
) -> None:
    tap(qtbot, selling, "Latte")
    selling.category.line.setText("Hot drinks")
    selling.save_button.click()
    wait_for_notice(qtbot, window, "Latte is changed.")
    tap(qtbot, selling, "Iced tea")
    assert selling.category.line.text() == ""
    selling.category.chips["Hot drinks"].click()
    selling.save_button.click()
    wait_for_notice(qtbot, window, "Iced tea is changed.")
    assert {product.category for product in desk.shop.products()} == {"Hot drinks"}
    window.notices.undo()
    wait_for_notice(qtbot, window, "as it was before")
    assert [product.category for product in desk.shop.products()] == ["Hot drinks", ""]


def test_a_picture_of_another_version_is_a_tag(qtbot: QtBot, selling: ProductsPanel, desk: FrontDesk) -> None:
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Robot", 0, "robot", 1)).result()
    selling.show_kept()
    tap(qtbot, selling, "Robot")
    assert selling.icons.value() == "tag"


def test_a_change_that_cannot_be_saved_stays_in_the_form(
    qtbot: QtBot,
    window: CounterWindow,
    selling: ProductsPanel,
    desk: FrontDesk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*args: object) -> None:
        raise DiskFull

    tap(qtbot, selling, "Latte")
    selling.name.setText("Flat white")
    monkeypatch.setattr(desk.shop, "save_product", full)
    selling.save_button.click()
    qtbot.waitUntil(lambda: "disk is full" in selling.name_field.fault)
    assert selling.name.text() == "Flat white"
    monkeypatch.undo()
    selling.save_button.click()
    wait_for_notice(qtbot, window, "Flat white is changed.")


def test_an_open_greeting_offers_only_what_is_sold(
    qtbot: QtBot, window: CounterWindow, selling: ProductsPanel, desk: FrontDesk, people: list[int]
) -> None:
    desk.submit(desk.loyalty.add_item, desk.act(), people[0], LATTE.id).result()
    window.attending.choose(people[0])
    shown = window.greeting.greeting
    assert shown is not None
    assert [item.product for item in shown.usual] == [LATTE]
    tap(qtbot, selling, "Latte")
    selling.retire_button.click()
    qtbot.waitUntil(lambda: window.greeting.greeting is not None and not window.greeting.greeting.usual)


@pytest.mark.parametrize("language", ["en", "lo"])
def test_nothing_is_cut_in_the_smallest_window(
    qtbot: QtBot, window: CounterWindow, selling: ProductsPanel, language: str
) -> None:
    LANGUAGE.speak(language)
    window.resize(1280, 720)
    tap(qtbot, selling, "Latte")
    for button in selling.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName(), button
            assert button.height() >= TARGET, button
            assert button.width() >= button.minimumSizeHint().width(), button


def test_the_list_says_how_to_change_what_is_in_it(
    qtbot: QtBot, window: CounterWindow, panel: ProductsPanel
) -> None:
    said = "Tap a product to change it"
    assert not [words for words in panel.findChildren(Prose) if words.isVisible() and said in words.text()]
    panel.icons.put("soup")
    panel.name.setText("Khao piak")
    panel.save()
    wait_for_notice(qtbot, window, "is on the list")
    assert [words for words in panel.findChildren(Prose) if words.isVisible() and said in words.text()]


def test_a_row_says_the_category(panel: ProductsPanel, desk: FrontDesk) -> None:
    for product in (Product(0, "Latte", 25_000, category="Hot drinks"), TEA):
        desk.submit(desk.shop.add_product, desk.act(), product).result()
    panel.show_kept()
    said = [[label.text() for label in row.findChildren(ElidedLabel)] for row in panel.rows()]
    assert said == [["Latte", "Hot drinks"], ["Iced tea"]]
