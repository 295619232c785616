"""Leaving is one tap, with a slip of what is theirs; coming back is another."""

from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.leaving import LeavingReason
from frontdesk.domain.scans import Scan
from frontdesk.ui.contact.leaving_sheet import LeavingSheet
from frontdesk.ui.contact.left_sheet import LeftSheet
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from tests.conftest import FakeClock


@pytest.fixture
def somsak(desk: FrontDesk, people: list[int]) -> int:
    """Seven stamps of five."""
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 7).result()
    return people[0]


def opened(qtbot: QtBot, window: CounterWindow, customer_id: int) -> LeavingSheet:
    window.attending.choose(customer_id)
    sheet = window.open_sheet(SheetName.LEAVING, customer_id=customer_id)
    assert isinstance(sheet, LeavingSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def gone(desk: FrontDesk, customer_id: int) -> bool:
    return desk.leaving.left(customer_id) is not None


def test_one_tap_is_all_and_the_slip_can_still_be_printed(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somsak: int, tmp_path: Path
) -> None:
    sheet = opened(qtbot, window, somsak)
    assert sheet.first_focus() is sheet.leave_button
    sheet.leave_button.click()
    qtbot.waitUntil(lambda: gone(desk, somsak))
    qtbot.waitUntil(lambda: sheet.back_button.isVisible())
    assert window.notices.text() == "Somsak has left. What is theirs stays theirs."
    assert not sheet.leave_button.isVisible()
    assert window.attending.customer_id == 0
    sheet.panel._ask_path = lambda *asked: tmp_path / "slip.pdf"
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: (tmp_path / "slip.pdf").exists())
    with pypdfium2.PdfDocument(tmp_path / "slip.pdf") as document:
        said = document[0].get_textpage().get_text_range()
    assert "Coffee card: 7 stamps" in said
    assert "Coffee card: 1 reward is ready" in said


def test_what_is_ready_is_given_before_they_go(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somsak: int
) -> None:
    sheet = opened(qtbot, window, somsak)
    (give,) = sheet.give_buttons
    give.click()
    qtbot.waitUntil(lambda: desk.loyalty.cards(somsak, desk.now())[0].balance == 2)
    qtbot.waitUntil(lambda: not sheet.give_buttons)
    assert sheet.balance.rewards_ready == 0
    window.notices.undo()
    qtbot.waitUntil(lambda: len(sheet.give_buttons) == 1)


def test_undo_brings_them_back_to_the_counter_at_once(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somsak: int
) -> None:
    sheet = opened(qtbot, window, somsak)
    sheet.leave()
    qtbot.waitUntil(lambda: gone(desk, somsak))
    qtbot.waitUntil(lambda: window.notices.can_undo())
    window.notices.undo()
    qtbot.waitUntil(lambda: window.attending.customer_id == somsak)
    assert not gone(desk, somsak)
    assert window.sheets.sheet is None


def test_a_reason_is_one_tap_and_nobody_has_to(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somsak: int
) -> None:
    sheet = opened(qtbot, window, somsak)
    assert not sheet.reasons.isVisible()
    sheet.leave()
    qtbot.waitUntil(lambda: sheet.reasons.isVisible())
    sheet.reasons.chip("MOVED").click()
    qtbot.waitUntil(lambda: desk.leaving.all_left(0, desk.now() + 1)[0].reason is LeavingReason.MOVED)


def test_nothing_asks_whether_one_is_sure(qtbot: QtBot, window: CounterWindow, somsak: int) -> None:
    sheet = opened(qtbot, window, somsak)
    sheet.leave()
    qtbot.waitUntil(lambda: sheet.left is not None)
    assert sheet.may_close()


def test_the_card_of_who_left_scans_and_one_tap_welcomes_them_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, clock: FakeClock, somsak: int
) -> None:
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), [somsak]).result()
    desk.submit(desk.leaving.leave, desk.act(), somsak).result()
    clock.forward(days=30)
    window.on_scan(Scan(card.code))
    assert (
        window.notices.text() == "They left us on 19 November 2026. What was on their card is still theirs."
    )
    assert window.notices.remedy_button.text() == "Welcome back"
    window.notices.remedy_button.click()
    qtbot.waitUntil(lambda: window.attending.customer_id == somsak)
    assert window.greeting.greeting is not None
    assert window.greeting.greeting.cards[0].balance == 7
    assert window.notices.text().startswith("Somsak is back, with all that was theirs.")


def test_the_list_of_who_left_has_the_same_way_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], somsak: int, clock: FakeClock
) -> None:
    desk.submit(desk.leaving.leave, desk.act(), somsak, LeavingReason.PRICE).result()
    clock.forward(days=1)
    desk.submit(desk.leaving.leave, desk.act(), people[1]).result()
    sheet = window.open_sheet(SheetName.LEFT)
    assert isinstance(sheet, LeftSheet)
    assert [(row.what, row.when) for row in sheet.rows] == [
        ("Maria Oliveira", "left just now"),
        ("Somsak", "left yesterday: The price"),
    ]
    back = sheet.rows[1].button
    assert back is not None
    back.click()
    qtbot.waitUntil(lambda: window.attending.customer_id == somsak)
    assert not gone(desk, somsak)
