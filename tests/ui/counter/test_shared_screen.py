"""A screen that customers see: no faces before a search, numbers by their end, and F12 blanks it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.phones import masked
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.people.edit_sheet import EditSheet
from frontdesk.ui.today.today_sheet import TodaySheet

Share = Callable[[bool], None]


@pytest.fixture
def share(qtbot: QtBot, desk: FrontDesk, window: CounterWindow) -> Iterator[Share]:
    """The owner says whether customers see the screen."""

    def say(seen: bool) -> None:
        with qtbot.waitSignal(window.bridge.changed):
            window.bridge.submit(desk.shop.change_settings, desk.act(), {"shared_screen": seen})

    window.prepare()
    yield say
    SHARED_SCREEN.follow(False)


@pytest.mark.parametrize(
    ("number", "shown"),
    [("020 5551 4867", "•••• 4867"), ("+856 20 5551 48 67", "•••• 4867"), ("1234", "••••"), ("", "")],
)
def test_a_number_shows_its_end_and_a_short_one_nothing(number: str, shown: str) -> None:
    assert masked(number) == shown


def test_no_face_stands_on_a_wall_that_customers_see_and_all_come_back(
    qtbot: QtBot, window: CounterWindow, share: Share
) -> None:
    qtbot.waitUntil(lambda: bool(window.wall.tiles()))
    share(True)
    assert not window.wall.tiles()
    window.attending.refresh_wall()
    assert not window.wall.tiles()
    share(False)
    qtbot.waitUntil(lambda: bool(window.wall.tiles()))


def test_a_shop_whose_faces_are_hidden_is_not_called_empty(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], share: Share
) -> None:
    desk.submit(desk.requests.ask, desk.act(), people[1], "Cake for twelve").result()
    window.attending.nobody()
    before = window.welcome.heading.text()
    share(True)
    window.attending.choose(people[0])
    window.attending.nobody()
    assert window.welcome.heading.text() == before != "Welcome to your shop"
    assert [row.accessibleName().split(".")[0] for row in window.welcome.rows()] == ["Cake for twelve"]


def test_the_list_of_the_day_shows_when_it_is_asked_for(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], share: Share
) -> None:
    desk.submit(desk.requests.ask, desk.act(), people[1], "Cake for twelve", "", desk.now()).result()
    share(True)
    sheet = window.open_sheet(SheetName.TODAY)
    assert isinstance(sheet, TodaySheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert sheet.unveil.hasFocus()
    assert not sheet.rows
    qtbot.keyClick(sheet.unveil, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(sheet.rows))


def test_f12_blanks_and_the_next_key_does_nothing_but_bring_the_counter_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], share: Share
) -> None:
    window.attending.choose(people[0])
    share(True)
    qtbot.keyClick(window.header.search, Qt.Key.Key_F12)
    assert window.blank.isVisible()
    assert window.blank.size() == window.ground.size()
    qtbot.keyClick(window.blank, Qt.Key.Key_F5)
    assert window.blank.isHidden()
    assert desk.loyalty.history(people[0]) == ()
    assert window.header.search.hasFocus()


def test_a_card_is_served_while_the_screen_is_blank(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], share: Share
) -> None:
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), [people[1]]).result()
    share(True)
    qtbot.keyClick(window.header.search, Qt.Key.Key_F12)
    for letter in card.code:
        qtbot.keyClick(window.focusWidget(), letter)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.attending.customer_id == people[1])
    assert window.blank.isHidden()
    assert window.header.search.text() == ""


def test_a_number_is_veiled_while_nobody_types_it(
    window: CounterWindow, people: list[int], share: Share
) -> None:
    share(True)
    sheet = window.open_sheet(SheetName.EDIT, customer_id=people[0])
    assert isinstance(sheet, EditSheet)
    line = sheet.findChildren(QLineEdit)
    phone = next(each for each in line if each.text() == "020 5551 4867")
    next(each for each in line if each.text() == "Somsak").setFocus()
    assert phone.echoMode() is QLineEdit.EchoMode.Password
    phone.setFocus()
    assert phone.echoMode() is QLineEdit.EchoMode.Normal
