"""What the page of a complaint does when an act on it is refused, or turns out to be grave."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.playbooks import Situation
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.recoveries.complaint_sheet import ComplaintSheet


@pytest.fixture
def asking(window: CounterWindow, desk: FrontDesk, people: list[int]) -> ComplaintSheet:
    """The page of a complaint that asks what it was really."""
    told = desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, people[0]).result()
    sheet = window.open_sheet(SheetName.COMPLAINT, recovery_id=told.recovery.id)
    assert isinstance(sheet, ComplaintSheet)
    sheet.page.other_button.click()
    return sheet


def test_after_a_refusal_every_situation_can_be_tapped_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, asking: ComplaintSheet
) -> None:
    owner, desk.staff_id = desk.staff_id, 999  # whoever acts does not work here
    asking.situations.buttons[Situation.LOST].click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    desk.staff_id = owner
    assert all(button.isEnabled() for button in asking.situations.buttons.values())
    asking.situations.buttons[Situation.RUDE].click()
    qtbot.waitUntil(asking.page.isVisible)


def test_it_is_said_that_the_manager_is_told(
    qtbot: QtBot, window: CounterWindow, asking: ComplaintSheet
) -> None:
    asking.situations.buttons[Situation.UNWELL].click()
    qtbot.waitUntil(lambda: "The manager is told" in window.notices.text())
