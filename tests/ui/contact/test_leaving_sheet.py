"""Leaving is one tap, with a slip of what is theirs; coming back is another."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.messages import Keepsake
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.people.leaving import LeavingReason
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.ui.contact import left_sheet
from frontdesk.ui.contact.coming_back import ComingAndGoing
from frontdesk.ui.contact.leaving_sheet import LeavingSheet
from frontdesk.ui.contact.left_sheet import LeftSheet
from frontdesk.ui.counter import taps
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.widgets.prose import Prose
from tests.conftest import FakeClock
from tests.printing.escpos import decoded
from tests.printing.network_printer import PrinterOnNetwork


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
    assert "Coffee card: 7 stamps, enough for 1 reward" in " ".join(said.split())


def test_the_slip_is_a_receipt_where_there_is_a_printer_for_them(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somsak: int
) -> None:
    with closing(PrinterOnNetwork()) as printer:
        place = {"receipt_printer": f"127.0.0.1:{printer.place.port}"}
        desk.submit(desk.shop.change_settings, desk.act(), place).result()
        sheet = opened(qtbot, window, somsak)
        sheet.sizes.chip("receipt").click()
        sheet.panel.print_button.click()
        qtbot.waitUntil(lambda: bool(printer.jobs.qsize()))
        qtbot.waitUntil(lambda: not window.bridge.busy)
        assert decoded(printer.jobs.get_nowait()).image.width == 576
    assert sheet.may_close()


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


def test_a_bouncing_tap_gives_one_reward(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somsak: int
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), somsak, 5).result()
    (give,) = opened(qtbot, window, somsak).give_buttons
    give.click()
    give.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert desk.loyalty.cards(somsak, desk.now())[0].balance == 12 - 5


def test_the_undo_of_a_reward_is_of_the_moment_when_it_is_pressed(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, clock: FakeClock, somsak: int
) -> None:
    opened(qtbot, window, somsak).give_buttons[0].click()
    qtbot.waitUntil(window.notices.can_undo)
    clock.forward(hours=3)
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.loyalty.cards(somsak, desk.now())[0].balance == 7)
    (at,) = desk.store.read().run("SELECT at FROM ledger_entry WHERE kind = 'REVERSED'")
    assert at == (desk.now(),)


def test_after_a_refusal_the_button_works_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somsak: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taps, "BOUNCE_SECONDS", 0.0)
    sheet = opened(qtbot, window, somsak)
    with monkeypatch.context() as patched:
        patched.setattr(type(desk.leaving), "leave", refuse)
        sheet.leave_button.click()
        qtbot.waitUntil(lambda: not window.bridge.busy)
    assert sheet.left is None
    sheet.leave_button.click()
    qtbot.waitUntil(lambda: gone(desk, somsak))


def refuse(*given: object) -> None:
    raise Refused(RefusalCode.UNKNOWN_CUSTOMER)


def test_the_slip_that_was_printed_is_noted(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somsak: int, tmp_path: Path
) -> None:
    sheet = opened(qtbot, window, somsak)
    sheet.panel._ask_path = lambda *asked: tmp_path / "slip.pdf"
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: [each.kind for each in desk.contacting.log(somsak)] == [Keepsake.LEAVING_SLIP])


def test_a_welcome_and_a_reason_by_mistake_are_taken_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somsak: int
) -> None:
    desk.submit(desk.leaving.leave, desk.act(), somsak, LeavingReason.PRICE).result()
    acts = ComingAndGoing(window.lent)
    acts.say_why(somsak, LeavingReason.MOVED)
    qtbot.waitUntil(lambda: window.notices.text() == "Why Somsak left: Moves away")
    window.notices.undo()
    qtbot.waitUntil(lambda: reason_of(desk, somsak) is LeavingReason.PRICE)
    acts.welcome_back(somsak)
    qtbot.waitUntil(lambda: window.attending.customer_id == somsak)
    window.notices.undo()
    qtbot.waitUntil(lambda: gone(desk, somsak))
    qtbot.waitUntil(lambda: "among those who left" in window.notices.text())
    assert window.attending.customer_id == 0


def reason_of(desk: FrontDesk, customer_id: int) -> LeavingReason | None:
    left = desk.leaving.left(customer_id)
    return left.reason if left is not None else None


def test_whoever_left_long_ago_is_found_by_name(
    window: CounterWindow, desk: FrontDesk, people: list[int], somsak: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(left_sheet, "_SHOWN", 1)
    for customer_id in (somsak, people[1]):
        desk.submit(desk.leaving.leave, desk.act(), customer_id).result()
    sheet = window.open_sheet(SheetName.LEFT)
    assert isinstance(sheet, LeftSheet)
    assert [row.what for row in sheet.rows] == ["Maria Oliveira"]
    assert "And 1 more: type a part of the name." in [said.text() for said in sheet.findChildren(Prose)]
    sheet.search.setText("soms")
    assert [row.what for row in sheet.rows] == ["Somsak"]
    sheet.search.setText("nobody")
    assert not sheet.rows
