"""Opening a shop from nothing: only the name is typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.office.first_steps import FirstStep
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.settings.first_page import FirstPage


@pytest.fixture
def empty(paths: Paths) -> Iterator[FrontDesk]:
    desk = open_desk(paths)
    yield desk
    desk.close()


@pytest.fixture
def window(qtbot: QtBot, empty: FrontDesk) -> Iterator[CounterWindow]:
    bridge = Bridge(empty)
    window = CounterWindow(empty, bridge)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    yield window
    bridge.close()


@pytest.fixture
def page(window: CounterWindow) -> FirstPage:
    sheet = window.open_sheet(SheetName.FIRST_PAGE)
    assert isinstance(sheet, FirstPage)
    return sheet


def test_a_name_and_enter_open_the_shop(qtbot: QtBot, page: FirstPage, empty: FrontDesk) -> None:
    page.shop_step.shop.name.setText("Café <b>Mekong</b>")
    qtbot.keyClick(page.shop_step.shop.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step is FirstStep.CARD)
    assert empty.shop.settings().name == "Café <b>Mekong</b>"


def test_what_is_filled_in_is_what_is_kept(qtbot: QtBot, page: FirstPage, empty: FrontDesk) -> None:
    page.shop_step.shop.name.setText("ຮ້ານ")
    choose_country(page, "TH")
    page.shop_step.owner.setText("Noy")
    page.open_button.click()
    qtbot.waitUntil(lambda: page.step is FirstStep.CARD)
    page._counter.taps.forget()
    page.card_step.programme.goal.setValue(8)
    page.card_step.programme.reward.setText("tea")
    page.open_button.click()
    qtbot.waitUntil(lambda: page.step is FirstStep.PIN)
    settings, (programme,) = empty.shop.settings(), empty.shop.programmes()
    assert (settings.country, settings.currency, settings.zone) == ("TH", "THB", "Asia/Bangkok")
    assert (programme.terms[0].goal, programme.terms[0].rewards[0].what.usual) == (8, "tea")
    assert empty.staffing.staff()[0].name == "Noy"


def choose_country(page: FirstPage, country: str) -> None:
    page.shop_step.shop.country.choose(country)
    page.shop_step.shop.country.activated.emit(0)


@pytest.mark.parametrize(("country", "language"), [("LA", "lo"), ("TH", "th"), ("KH", "km"), ("GE", "ka")])
def test_cards_speak_as_people_do_where_the_shop_is(
    qtbot: QtBot, page: FirstPage, empty: FrontDesk, country: str, language: str
) -> None:
    choose_country(page, country)
    assert page.shop_step.shop.cards_languages.value() == language
    page.shop_step.shop.name.setText("Café")
    page.open_button.click()
    qtbot.waitUntil(lambda: empty.shop.settings().opened)
    settings = empty.shop.settings()
    assert (settings.language, settings.cards_language) == ("en", language)


def test_where_cards_know_no_language_they_go_with_the_counters(
    qtbot: QtBot, page: FirstPage, empty: FrontDesk
) -> None:
    choose_country(page, "FR")
    assert page.shop_step.shop.cards_languages.value() == "en"
    page.shop_step.shop.languages.chip("lo").click()
    assert page.shop_step.shop.cards_languages.value() == "lo"
    page.shop_step.shop.name.setText("Café")
    page.open_button.click()
    qtbot.waitUntil(lambda: empty.shop.settings().opened)
    assert (empty.shop.settings().customer_language, empty.shop.settings().cards_language) == ("", "lo")


def test_a_language_of_cards_that_was_tapped_no_longer_follows_the_place(
    qtbot: QtBot, page: FirstPage, empty: FrontDesk
) -> None:
    choose_country(page, "LA")
    page.shop_step.shop.cards_languages.chip("lo").click()
    choose_country(page, "TH")
    assert page.shop_step.shop.cards_languages.value() == "lo"


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "x" * 201])
def test_a_name_that_cannot_be_is_shown_and_nothing_is_written(
    page: FirstPage, empty: FrontDesk, name: str
) -> None:
    page.shop_step.shop.name.setText(name)
    page.open_button.click()
    assert page.shop_step.shop.name_field.fault
    assert page.open_button.isEnabled()
    assert not empty.shop.settings().opened


def test_a_name_of_two_hundred_letters_opens_a_shop(qtbot: QtBot, page: FirstPage, empty: FrontDesk) -> None:
    page.shop_step.shop.name.setText("ກ" * 200)
    page.open_button.click()
    qtbot.waitUntil(lambda: empty.shop.settings().name == "ກ" * 200)


def test_two_presses_make_one_programme(qtbot: QtBot, page: FirstPage, empty: FrontDesk) -> None:
    page.shop_step.shop.name.setText("Café")
    for step in (FirstStep.CARD, FirstStep.PIN):
        page.go_on()
        page.go_on()
        qtbot.waitUntil(lambda step=step: page.step is step)
        page._counter.taps.forget()
    assert len(empty.shop.programmes()) == 1


def test_esc_keeps_the_page_until_the_shop_is_open(window: CounterWindow, page: FirstPage) -> None:
    window.sheets.ask_to_close()
    assert window.sheets.sheet is page


def test_the_import_opens_afterwards_if_wished(qtbot: QtBot, window: CounterWindow, page: FirstPage) -> None:
    page.shop_step.shop.name.setText("Café")
    page.shop_step.bring.setChecked(True)
    page.open_button.click()
    for step in (FirstStep.CARD, FirstStep.PIN):
        qtbot.waitUntil(lambda step=step: page.step is step)
        page._counter.taps.forget()
        page.skip.click()
    qtbot.waitUntil(lambda: type(window.sheets.sheet).__name__ == "ImportSheet")


def test_the_answers_follow_the_language_until_they_are_touched(page: FirstPage) -> None:
    LANGUAGE.speak("lo")
    assert page.card_step.programme.reward.text() != "coffee"
    page.card_step.programme.reward.textEdited.emit("ຊາ")
    page.card_step.programme.reward.setText("ຊາ")
    LANGUAGE.speak("en")
    assert page.card_step.programme.reward.text() == "ຊາ"


def test_every_control_has_a_name_and_is_large_enough(qtbot: QtBot, page: FirstPage) -> None:
    qtbot.waitUntil(lambda: not page._counter.bridge.busy)
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for control in page.findChildren(kind):
            if control.isVisible():
                assert control.accessibleName() or control.text(), control
                assert control.height() >= TARGET, control


def test_tab_goes_through_the_page_as_it_is_read(
    qtbot: QtBot, window: CounterWindow, page: FirstPage
) -> None:
    page.shop_step.shop.name.setFocus()
    languages, cards = page.shop_step.shop.languages, page.shop_step.shop.cards_languages
    stops = [
        page.shop_step.shop.name,
        page.shop_step.owner,
        page.shop_step.shop.country,
        languages.chip("en"),
    ]
    assert tabbed(page.shop_step.shop.name, 3) == stops
    last = [page.shop_step.shop.printer, page.shop_step.from_file.button]
    after = [page.shop_step.bring, page.skip, page.open_button]
    assert tabbed(languages.chip("lo"), 1)[-1] in [cards.chip(code) for code in ("en", "lo")]
    assert tabbed(page.shop_step.shop.printer, 4) == last + after


def tabbed(start: QWidget, times: int) -> list[QWidget]:
    """Where Tab leads from `start`, as far as it is in sight and takes the keyboard."""
    stops, widget = [start], start
    while len(stops) <= times:
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            stops.append(widget)
    return stops
