"""Keys on the screen type as real ones do, into what has the focus, and never cover it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.shop import TouchKeys as When
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.people.enrol_sheet import EnrolSheet
from frontdesk.ui.people.form_state import FormField
from frontdesk.ui.power_cut.power_cut_sheet import PowerCutSheet
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.programmes.price_field import PriceField
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.tickets.ticket_sheet import TicketSheet
from frontdesk.ui.touch.letters import SCRIPTS, Script
from frontdesk.ui.touch.touch_keys import TouchKeys
from frontdesk.ui.touch.typing import wants_numbers
from frontdesk.ui.widgets.buttons import TextButton


@pytest.fixture
def keys(qtbot: QtBot, window: CounterWindow) -> TouchKeys:
    window.activateWindow()
    window.header.search.setFocus()
    qtbot.waitUntil(window.header.search.hasFocus)
    window.touch.toggle(window.header.search)
    return window.touch.keys


def turn_to(keys: TouchKeys, script: Script) -> None:
    found = (each for each in keys.findChildren(TextButton) if each.isVisible())
    turn = next(each for each in found if each.accessibleName() == script.name)
    QTest.mouseClick(turn, Qt.MouseButton.LeftButton)


def tap(keys: TouchKeys, letters: str) -> None:
    for letter in letters:
        QTest.mouseClick(keys.taps()[letter], Qt.MouseButton.LeftButton)


def covers(keys: TouchKeys, field: QWidget, window: QWidget) -> bool:
    return keys.geometry().intersects(QRect(field.mapTo(window, QPoint()), field.size()))


def test_somsak_is_found_by_tapping_letters(
    window: CounterWindow, keys: TouchKeys, people: list[int]
) -> None:
    tap(keys, "somsak")
    assert window.header.search.text() == "somsak"
    assert window.header.search.hasFocus()
    assert window.results.current() == people[0]
    assert not covers(keys, window.header.search, window)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_letter_of_a_script_types_itself(
    window: CounterWindow, keys: TouchKeys, script: Script
) -> None:
    turn_to(keys, script)
    window.grab()
    for letter in script.keys():  # noqa: SIM118
        window.header.search.clear()
        tap(keys, letter)
        assert window.header.search.text() == letter
    for key in keys.findChildren(TextButton):
        if key.isVisible() and key.parentWidget() is keys._keys:
            assert min(key.width(), key.height()) >= TARGET
            assert key.accessibleName()
            assert keys.rect().contains(QRect(key.mapTo(keys, QPoint()), key.size()))


def test_rub_out_and_a_capital(window: CounterWindow, keys: TouchKeys) -> None:
    keys._shift()
    tap(keys, "M")
    tap(keys, "aa")
    QTest.keyClick(window.header.search, Qt.Key.Key_Backspace)
    assert window.header.search.text() == "Ma"


def test_a_time_gets_digits(window: CounterWindow, keys: TouchKeys, people: list[int]) -> None:
    window.attending.choose(people[0])
    window.attending.request()
    keys.open_for(window.greeting.request_line.time.line)
    assert set(keys.taps()) >= set("0123456789:")
    assert "a" not in keys.taps()


@pytest.mark.parametrize(("when", "opens"), [(When.ALWAYS, True), (When.NEVER, False)])
def test_the_setting_says_when_they_come(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, when: When, opens: bool
) -> None:
    desk.submit(desk.shop.change_settings, desk.act(), {"touch_keys": when}).result()
    window.activateWindow()
    window.wall.tiles()[0].setFocus()
    qtbot.waitUntil(window.wall.tiles()[0].hasFocus)
    window.header.search.setFocus()
    qtbot.waitUntil(window.header.search.hasFocus)
    assert window.touch.keys.isVisible() is opens


def test_a_finger_in_the_search_opens_them(qtbot: QtBot, window: CounterWindow) -> None:
    window.activateWindow()
    window.header.search.setFocus()
    qtbot.waitUntil(window.header.search.hasFocus)
    search = window.header.search
    assert window.wall.watch is not None
    window.wall.watch.touched_at.emit(search.mapTo(window, search.rect().center()).toPointF())
    qtbot.waitUntil(window.touch.keys.isVisible)


def number_fields(window: CounterWindow, people: list[int]) -> Iterator[QWidget]:
    """Every field of the counter and its sheets that takes digits."""
    enrol = window.open_sheet(SheetName.ENROL, typed="")
    assert isinstance(enrol, EnrolSheet)
    yield enrol.form.fields[FormField.PHONE].editor
    yield from enrol.form.birthday.parts()
    ticket = window.open_sheet(SheetName.TICKET, tickets=window.attending.tickets)
    assert isinstance(ticket, TicketSheet)
    yield ticket.paid
    keyed = window.open_sheet(SheetName.POWER_CUT)
    assert isinstance(keyed, PowerCutSheet)
    yield from (keyed.keying.number, keyed.keying.time.line)
    settings = window.open_sheet(SheetName.SETTINGS, part="products")
    assert isinstance(settings, SettingsSheet)
    yield from (
        settings.parts.products.price,
        settings.parts.products.stamps.focusProxy(),
        settings.parts.limits.card.focusProxy(),
    )
    day, price = DayField(lambda: "Day"), PriceField(lambda: "Price", "LAK")
    yield from (day.day, day.month, day.year, price.line)


def test_each_field_of_digits_opens_the_number_pad(window: CounterWindow, people: list[int]) -> None:
    for field in number_fields(window, people):
        assert wants_numbers(field), field.accessibleName()


def test_the_button_follows_the_setting_at_once(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    for when, offered in ((When.NEVER, False), (When.ALWAYS, True)):
        window.bridge.submit(desk.shop.change_settings, desk.act(), {"touch_keys": when})
        qtbot.waitUntil(lambda offered=offered: window.header._keys.isVisible() is offered)
