"""A refusal has its remedy beside it: one tap, no dialog."""

from collections.abc import Callable
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import Accrual, Basis, PassTerms, Programme, ProgrammeKind
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.strips import ChoiceStrip, SeveralStrip
from frontdesk.ui.counter.window import CounterWindow
from tests.conftest import FakeClock
from tests.ui.counter.conftest import AddProgramme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a pop-up, drawn into memory

Opened = Callable[[], ChoiceStrip]


@pytest.fixture
def visits(add: AddProgramme) -> Programme:
    return add("Visits", (8, "tea"), accrual=Accrual(Basis.VISIT))


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def tap_remedy(qtbot: QtBot, window: CounterWindow) -> None:
    assert window.notices.remedy_button.isVisible()
    qtbot.mouseClick(window.notices.remedy_button, Qt.MouseButton.LeftButton)


def balance(desk: FrontDesk, customer_id: int) -> int:
    return desk.loyalty.cards(customer_id, desk.now())[0].balance


def cashier(desk: FrontDesk, name: str = "Keo") -> int:
    return desk.submit(desk.staffing.add_staff, desk.act(), name, Role.CASHIER).result().id


def test_short_of_stamps_the_bar_offers_to_add_them(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.attending.redeem()
    wait_for_notice(qtbot, window, "5 more stamps")
    assert window.notices.remedy_button.text() == "Add stamps"
    tap_remedy(qtbot, window)
    assert balance(desk, people[0]) == 0
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, SeveralStrip)
    qtbot.keyClick(popup, Qt.Key.Key_3)
    wait_for_notice(qtbot, window, "3 of 5")
    assert window.notices.remedy_button.isHidden()


def test_a_second_stamp_in_one_visit_can_be_a_thank_you(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    visits: Programme,
    strip: Opened,
) -> None:
    desk.staff_id = cashier(desk)
    window.attending.choose(people[0])
    window.greeting.cards.show_card(visits.id)
    window.attending.add_stamps()
    wait_for_notice(qtbot, window, "1 of 8")
    moments = count(100)
    window.attending.gestures.taps.pressed_at = lambda: ("pressed", float(next(moments)))
    window.attending.gestures.add_stamps(people[0], 1, visits.id)
    wait_for_notice(qtbot, window, "Visits: today's visit has its stamp already.")
    tap_remedy(qtbot, window)
    assert strip().note.splitlines()[0] == "3 stamps left for thank-yous today."
    qtbot.keyClick(strip(), Qt.Key.Key_1)
    wait_for_notice(qtbot, window, "1 stamp for Somsak as a thank-you: Visits, 2 of 8.")
    assert desk.loyalty.history(people[0])[0].reason == "WAITED"
    window.notices.undo()
    wait_for_notice(qtbot, window, "Taken back")
    assert window.greeting.cards.shown is not None
    assert window.greeting.cards.shown.balance == 1


def test_a_thank_you_is_not_offered_when_none_is_left(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], visits: Programme
) -> None:
    desk.submit(desk.limits.save, desk.act(), Limits(goodwill=0)).result()
    desk.staff_id = cashier(desk)
    window.attending.choose(people[0])
    window.greeting.cards.show_card(visits.id)
    error = Refused(RefusalCode.ENOUGH_FOR_NOW, Remedy.GIVE_GOODWILL)
    window.bridge.refused.emit("No.", error)
    assert window.notices.text() == "Visits: today's visit has its stamp already."
    assert window.notices.remedy_button.isHidden()


def test_a_card_that_is_capped_is_named(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[0])
    window.bridge.refused.emit("No.", Refused(RefusalCode.ENOUGH_FOR_NOW, Remedy.GIVE_GOODWILL))
    assert window.notices.text() == "Coffee card: no more stamps for now."


def test_a_cashier_at_the_limit_calls_the_manager_who_takes_over(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], strip: Opened
) -> None:
    desk.submit(desk.limits.save, desk.act(), Limits(card_stamps=2)).result()
    owner = desk.staff_id
    desk.staff_id = cashier(desk)
    window.attending.choose(people[0])
    window.attending.add_stamps(3)
    wait_for_notice(qtbot, window, "limit is 2 stamps")
    tap_remedy(qtbot, window)
    assert [button.accessibleName() for button in strip().buttons] == ["Noy (Owner)"]
    assert strip().note == "The till is handed over to them until it is taken back."
    qtbot.mouseClick(strip().buttons[0], Qt.MouseButton.LeftButton)
    wait_for_notice(qtbot, window, "Noy is at the till now.")
    assert desk.staff_id == owner
    window.attending.add_stamps(3)
    wait_for_notice(qtbot, window, "3 of 5")


def test_a_pass_that_is_over_is_renewed_with_one_tap(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    clock: FakeClock,
    add: AddProgramme,
) -> None:
    gym = add("Gym pass", kind=ProgrammeKind.PASS, passes=PassTerms(10, 1))
    desk.submit(desk.passes.sell, desk.act(), people[0], gym.id).result()
    clock.forward(days=40)
    window.attending.choose(people[0])
    window.attending.cards.use_pass(gym.id)
    wait_for_notice(qtbot, window, "The pass has ended")
    assert window.notices.remedy_button.text() == "Renew"
    tap_remedy(qtbot, window)
    wait_for_notice(qtbot, window, "Sold to Somsak. Gym pass: 10 of 10 visits left")


def test_a_card_that_was_replaced_leads_to_the_search(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    (old,) = desk.submit(desk.member_cards.codes_for, desk.act(), (people[0],)).result()
    desk.submit(desk.member_cards.reissue, desk.act(), people[0]).result()
    window.attending.scan(Scan(old.code))
    assert window.notices.remedy_button.text() == "Search by name"
    window.wall.tiles()[0].setFocus()
    tap_remedy(qtbot, window)
    assert window.header.search.hasFocus()


def test_a_card_that_is_served_can_be_replaced_and_a_setting_set(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    window.attending.choose(people[0])
    for error, name in (
        (Refused(RefusalCode.CODE_REVOKED, Remedy.REISSUE_CARD), "MemberCardsSheet"),
        (Refused(RefusalCode.NO_PROGRAMME, Remedy.OPEN_SETTINGS), "SettingsSheet"),
        (Refused(RefusalCode.NO_PHOTO_CONSENT, Remedy.ASK_CONSENT), "EditSheet"),
    ):
        window.bridge.refused.emit("No.", error)
        tap_remedy(qtbot, window)
        assert type(window.sheets.sheet).__name__ == name
    window.sheets.close_now()


def test_an_ended_card_offers_the_next_one(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme
) -> None:
    coffee = desk.shop.programmes()[0]
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 2).result()
    desk.submit(desk.programmes.retire, desk.act(), coffee.id).result()
    window.attending.choose(people[0])
    assert window.greeting.cards.heading.full_text() == "Lunch card"
    window.greeting.cards.show_card(coffee.id)
    window.attending.add_stamps()
    wait_for_notice(qtbot, window, "This programme has ended")
    tap_remedy(qtbot, window)
    assert window.greeting.cards.heading.full_text() == "Lunch card"


def test_a_remedy_goes_with_its_notice_and_with_its_customer(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps(1)
    wait_for_notice(qtbot, window, "1 of 5")
    window.attending.redeem()
    wait_for_notice(qtbot, window, "4 more stamps")
    window.attending.choose(people[1])
    assert window.notices.remedy_button.isHidden()
    assert window.notices.can_undo()


def test_without_a_customer_nothing_is_offered_that_needs_one(window: CounterWindow) -> None:
    window.bridge.refused.emit("No.", Refused(RefusalCode.STAMPS_SHORT, Remedy.ADD_STAMPS))
    assert window.notices.text() == "No."
    assert window.notices.remedy_button.isHidden()
    window.bridge.refused.emit("The disk is full.", OSError())
    assert window.notices.remedy_button.isHidden()


def test_a_page_with_something_to_keep_is_closed_by_its_own_rule_first(
    qtbot: QtBot, window: CounterWindow, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.attending.choose(people[0])
    sheet = window.open_sheet(SheetName.MERGE, customer_id=people[0])
    assert sheet is not None
    monkeypatch.setattr(sheet, "may_close", lambda: False)
    window.bridge.refused.emit("No.", Refused(RefusalCode.NO_PROGRAMME, Remedy.OPEN_SETTINGS))
    tap_remedy(qtbot, window)
    assert window.sheets.sheet is sheet
