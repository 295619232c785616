"""Pages that stand open while somebody is erased elsewhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.privacy.erasing import WhyErased
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.recoveries.story_fields import StoryFields

_ABOUT_THEM = (
    SheetName.EDIT,
    SheetName.FACTS,
    SheetName.MERGE,
    SheetName.BROUGHT,
    SheetName.GROUP,
    SheetName.FOLLOW_UP,
    SheetName.MESSAGE,
    SheetName.LEAVING,
    SheetName.COMPLAINT,
)


def erase(window: CounterWindow, desk: FrontDesk, customer_id: int) -> None:
    erased = desk.submit(desk.erasing.erase, desk.act(), customer_id, WhyErased.ASKED).result()
    window.bridge.changed.emit(erased.changes)


def words_in_sight(window: QWidget) -> Iterator[str]:
    for each in window.findChildren(QWidget):
        if each.isVisible():
            if isinstance(each, (QLabel, QLineEdit, QAbstractButton)):
                yield each.text()
            yield each.accessibleName()


@pytest.mark.parametrize("name", _ABOUT_THEM)
def test_a_page_about_whoever_is_erased_goes(
    window: CounterWindow, desk: FrontDesk, people: list[int], name: SheetName
) -> None:
    other, who = people[0], people[1]
    window.open_sheet(name, customer_id=who)
    assert any("Maria" in said for said in words_in_sight(window))
    erase(window, desk, other)
    assert window.sheets.sheet is not None

    erase(window, desk, who)

    assert window.sheets.sheet is None
    assert not any("Maria" in said for said in words_in_sight(window))


def test_so_does_one_on_which_they_were_chosen(
    window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = window.open_sheet(SheetName.MERGE, customer_id=people[0])
    sheet.choose(people[1])
    erase(window, desk, people[1])
    assert window.sheets.sheet is None


def test_what_is_half_typed_about_them_is_not_kept(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet = window.open_sheet(SheetName.COMPLAINT, customer_id=people[1])
    QTest.mouseClick(sheet.situations.buttons[Situation.WAITED], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(sheet.page.isVisible)
    QTest.keyClicks(sheet.findChild(StoryFields).what, "Maria fell")

    erase(window, desk, people[1])

    assert window.sheets.sheet is None
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert desk.store.read().value("SELECT what FROM recovery") == ""
