"""Who did what on its page: narrowed down, read on at the end, each line leading on, all of it taken out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.trust.deeds import DeedGroup
from frontdesk.storage import gestures
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.deeds.deed_filters import Days
from frontdesk.ui.office.who_did_what_sheet import WhoDidWhatSheet
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from tests.conftest import FakeClock

MARIA = 1


def opened(qtbot: QtBot, window: CounterWindow, **facts: object) -> WhoDidWhatSheet:
    sheet = window.open_sheet(SheetName.WHO_DID_WHAT, **facts)
    assert isinstance(sheet, WhoDidWhatSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def told(sheet: WhoDidWhatSheet) -> list[str]:
    return [sheet.deeds.index(row).data() for row in range(sheet.deeds.rowCount())]


def chosen(qtbot: QtBot, sheet: WhoDidWhatSheet, what: DeedGroup) -> list[str]:
    sheet.filters.what.choose(what.value)
    sheet.filters.what.chosen.emit(what.value)
    qtbot.waitUntil(lambda: not sheet.deeds.reading)
    return told(sheet)


def test_it_is_narrowed_down_and_says_where_there_is_nothing(
    qtbot: QtBot, window: CounterWindow, people: list[int], desk: FrontDesk
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[MARIA], 2).result()
    sheet = opened(qtbot, window)
    assert told(sheet)[:2] == [
        "Noy gave 2 stamps to Maria Oliveira",
        "Noy took on a new customer: გიორგი ბერიძე",
    ]
    assert chosen(qtbot, sheet, DeedGroup.STAMPS) == ["Noy gave 2 stamps to Maria Oliveira"]
    assert chosen(qtbot, sheet, DeedGroup.REFUSED) == []
    assert "Nothing like this was done" in sheet.words.text()
    assert not sheet.save_button.isEnabled()


def test_days_are_the_shops_own(
    qtbot: QtBot, window: CounterWindow, people: list[int], desk: FrontDesk, clock: FakeClock
) -> None:
    clock.forward(days=1)
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[MARIA]).result()
    sheet = opened(qtbot, window)
    for days, count in ((Days.TODAY, 1), (Days.YESTERDAY, 5), (Days.WEEK, 6), (Days.ALL, 6)):
        sheet.filters.when.choose(days)
        sheet.filters.when.chosen.emit(days)
        qtbot.waitUntil(lambda: not sheet.deeds.reading)
        assert len(told(sheet)) == count, days


def test_it_reads_on_at_the_end(
    qtbot: QtBot, window: CounterWindow, people: list[int], desk: FrontDesk
) -> None:
    def many() -> None:
        for _ in range(120):
            gestures.record(desk.store.write(), desk.act(), "EDIT", people[MARIA])

    desk.store.submit(many).result()
    sheet = opened(qtbot, window)
    assert len(told(sheet)) == 50
    while sheet.deeds.canFetchMore(QModelIndex()):
        sheet.deeds.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda: not sheet.deeds.reading)
    assert len(told(sheet)) == 125


def test_a_line_leads_to_its_customer_or_to_what_it_was_about_by_keys_too(
    qtbot: QtBot, window: CounterWindow, people: list[int], desk: FrontDesk
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[MARIA]).result()
    sheet = opened(qtbot, window)
    sheet.list.setFocus()
    sheet.list.setCurrentIndex(sheet.deeds.index(0))
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert window.attending.customer_id == people[MARIA]
    desk.submit(desk.limits.save, desk.act(), desk.limits.get()).result()
    sheet = opened(qtbot, window)
    sheet.open(sheet.deeds.index(0))
    assert isinstance(window.sheets.sheet, SettingsSheet)


def test_one_customers_alone_until_a_tap_shows_everybodys(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    sheet = opened(qtbot, window, customer_id=people[MARIA])
    assert told(sheet) == ["Noy took on a new customer: Maria Oliveira"]
    assert sheet.filters.whose.text() == "Only for Maria Oliveira"
    sheet.filters.whose.click()
    qtbot.waitUntil(lambda: not sheet.deeds.reading)
    assert len(told(sheet)) == 5


def test_what_is_shown_is_taken_out(
    qtbot: QtBot, window: CounterWindow, people: list[int], tmp_path: Path
) -> None:
    sheet = opened(qtbot, window, kind=DeedGroup.CUSTOMERS)
    path = tmp_path / "who.csv"
    sheet._ask_path = lambda *asked: path
    window.desk.clock.forward(minutes=1)
    sheet.save_button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert len(path.read_text("utf-8-sig").splitlines()) == 1 + len(people)
    assert window.notices.text() == "4 acts are in who.csv."


def test_a_cashier_sees_nothing_of_it(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    noi = desk.submit(desk.staffing.add_staff, desk.act(), "Noi", Role.CASHIER).result()
    desk.take_over(noi.id).result()
    sheet = opened(qtbot, window)
    assert told(sheet) == []
    assert sheet.sorry.text()


@pytest.mark.parametrize("kind", [DeedGroup.TEAM, "STAMP"])
def test_it_opens_at_a_sort_or_at_one_kind(qtbot: QtBot, window: CounterWindow, kind: str) -> None:
    assert opened(qtbot, window, kind=kind).deeds.asked.kind == ("STAMP" if kind == "STAMP" else "")
