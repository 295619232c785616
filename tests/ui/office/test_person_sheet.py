"""One person on one page."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.trust.deeds import DeedGroup
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.office.person_sheet import PersonPageSheet


def open_person(qtbot: QtBot, window: CounterWindow, customer_id: int) -> PersonPageSheet:
    sheet = window.open_sheet(SheetName.PERSON, customer_id=customer_id)
    assert isinstance(sheet, PersonPageSheet)
    qtbot.waitUntil(lambda: bool(sheet.history.rows))
    return sheet


def test_who_they_are_and_what_happened_stand_side_by_side(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[1]).result()
    desk.submit(desk.requests.ask, desk.act(), people[1], "Cake for twelve", "No nuts").result()
    sheet = open_person(qtbot, window, people[1])
    assert sheet.panel.name.text() == "Maria Oliveira"
    assert "Peanuts" in sheet.panel.known[1].text()
    assert "1 stamp" in sheet.panel.cards[1].text()
    assert sheet.history.rows[0].origin == "Cake for twelve\nNo nuts"


def test_a_name_that_stands_above_is_not_said_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    draft = CustomerDraft("Ruth Klein", called="Ruth")
    ruth = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    desk.submit(desk.loyalty.add_stamps, desk.act(), ruth).result()
    sheet = open_person(qtbot, window, ruth)
    assert sheet.panel.name.text() == "Ruth Klein"
    assert "1 visit" in sheet.panel.often.text()
    assert "Klein" not in sheet.panel.often.text()


def test_one_sort_of_things_can_be_shown_alone_by_keyboard(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[1]).result()
    sheet = open_person(qtbot, window, people[1])
    before = len(sheet.history.rows)
    qtbot.keyClick(sheet.history.chips[DeedGroup.STAMPS], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(sheet.history.rows) == 1)
    assert before > 1


def test_an_act_meanwhile_comes_to_the_page(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = open_person(qtbot, window, people[0])
    before = len(sheet.history.rows)
    window.bridge.submit(desk.loyalty.add_stamps, desk.act(), people[0])
    qtbot.waitUntil(lambda: len(sheet.history.rows) == before + 1)
    assert "1 stamp" in sheet.panel.cards[1].text()


def test_a_number_shows_on_a_shared_screen_when_it_is_asked_for(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    SHARED_SCREEN.follow(True)
    try:
        sheet = open_person(qtbot, window, people[0])
        assert "020 5551 4867" not in sheet.panel.reach.text()
        qtbot.mouseClick(sheet.panel.show_number, Qt.MouseButton.LeftButton)
        assert "020 5551 4867" in sheet.panel.reach.text()
    finally:
        SHARED_SCREEN.follow(False)
