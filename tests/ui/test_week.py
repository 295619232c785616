"""A week in the demo shop by its real screens: what goes wrong, what is asked for, who goes and who is back.

Each day ends with what the greeting says of them then, in English and in Lao.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo.build import build
from frontdesk.commands.demo.shop import make_demo
from frontdesk.config import paths_for
from frontdesk.domain.care.care_figures import FigureKind
from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.requests import DeclineReason
from frontdesk.domain.care.today import TodayKind
from frontdesk.domain.days import DAY
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.contact.message_sheet import MessageSheet
from frontdesk.ui.counter.sheets import Sheet
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.people.enrol_sheet import EnrolSheet
from frontdesk.ui.recoveries.complaint_sheet import ComplaintSheet
from frontdesk.ui.requests.request_card import RequestCard
from frontdesk.ui.requests.request_sheet import RequestSheet
from frontdesk.ui.slipping.slipping_sheet import SlippingSheet
from frontdesk.ui.today.today_row import TodayRow
from frontdesk.ui.today.today_sheet import TodaySheet
from tests.conftest import FakeClock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a pop-up, drawn into memory

KEY = Qt.Key
FEW = 30
MONDAY = date(2026, 11, 16)
BETWEEN_WORDS = "\u200b"
"""Where a line of Lao may break."""


class Cashier:
    """A cashier with a keyboard and a finger, who does nothing that the screen does not offer."""

    def __init__(self, qtbot: QtBot, window: CounterWindow) -> None:
        self._qtbot, self.window = qtbot, window

    def settle(self) -> None:
        """Wait until all that was begun is saved and shown."""
        bridge = self.window.bridge
        self._qtbot.waitUntil(lambda: not bridge.busy)

    def press(self, key: Qt.Key) -> None:
        self._qtbot.keyClick(self.window.focusWidget() or self.window, key)
        self.settle()

    def tap(self, widget: QWidget) -> None:
        assert widget.isEnabled()
        self._scroll_to(widget)
        middle = widget.mapTo(self.window, widget.rect().center())
        above = self.window.childAt(middle)
        assert above is not None, "it is not in sight"
        assert above is widget or widget.isAncestorOf(above), f"{above} lies over it"
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def _scroll_to(self, widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()

    def type(self, widget: QWidget, text: str) -> None:
        self._qtbot.keyClicks(widget, text)
        self.settle()

    def greet(self, name: str) -> None:
        """Find them by their name and choose them, by keys alone."""
        window = self.window
        window.header.search.setFocus()
        self._qtbot.keyClicks(window.header.search, name, delay=40)
        self._qtbot.waitUntil(lambda: bool(window.attending.searching))
        self.settle()
        self._qtbot.keyClick(window.header.search, KEY.Key_Return)
        self.settle()
        self._qtbot.waitUntil(lambda: name in window.greeting.who.spoken())

    def care(self, words: str) -> Sheet:
        """The second tap is the line with these words, of the menu that the first one opens."""
        self.tap(self.window.greeting.acts.care)
        return self._chosen(words)

    def menu(self, words: str) -> Sheet:
        self.tap(self.window.header.menu_corner())
        return self._chosen(words)

    def _chosen(self, words: str) -> Sheet:
        menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu))
        next(action for action in menu.actions() if action.text().endswith(words)).trigger()
        menu.close()
        menu.deleteLater()
        self.settle()
        sheet = self.window.sheets.sheet
        assert sheet is not None
        return sheet

    def today(self) -> TodaySheet:
        self.press(KEY.Key_F6)
        sheet = self.window.sheets.sheet
        assert isinstance(sheet, TodaySheet)
        return sheet

    def back(self) -> None:
        self.press(KEY.Key_Escape)

    def hears(self, english: str, lao: str) -> None:
        """The greeting says this."""
        told = self._told()
        assert english in told["en"]
        assert lao in told["lo"]

    def hears_no_more(self, english: str, lao: str) -> None:
        told = self._told()
        assert english not in told["en"]
        assert lao not in told["lo"]

    def _told(self) -> dict[str, str]:
        """All that the greeting says now, in each language of the windows."""
        told = {}
        for language in ("en", "lo"):
            LANGUAGE.speak(language)
            greeting = self.window.greeting
            quietly = [words for _, _, words in greeting.known.lines()]
            said = "\n".join([greeting.spoken(), greeting.who.also.full_text(), *quietly])
            told[language] = said.replace(BETWEEN_WORDS, "")
        LANGUAGE.speak("en")
        return told


def row(sheet: TodaySheet, kind: TodayKind, name: str) -> TodayRow:
    return next(each for each in sheet.rows if each.item.kind is kind and each.item.name == name)


def button(within: TodayRow, words: str) -> QWidget:
    return next(each for each in within.buttons if each.text() == words)


def morning(day: date, desk: FrontDesk) -> int:
    return int(datetime(day.year, day.month, day.day, 9, tzinfo=desk.zone).timestamp() * 1000)


@pytest.fixture
def shop(tmp_path: Path, clock: FakeClock) -> Iterator[FrontDesk]:
    """The demo shop on a Monday morning, and four regulars more: Bounmy has not come for three weeks."""
    paths = paths_for(tmp_path / "demo")
    paths.create()
    build(make_demo(FEW, 7, MONDAY), paths, lambda *_: None)
    desk = open_desk(paths, clock=clock)
    clock.at = morning(MONDAY, desk)
    birthday = Birthday(MONDAY.month, MONDAY.day + 2)
    for draft, every, since in (
        (CustomerDraft("Somsak Vongsa"), 3, 1),
        (CustomerDraft("Keovilay Sengdara"), 3, 2),
        (CustomerDraft("Malivanh Phommasan"), 4, 1),
        (CustomerDraft("Bounmy Chanthavong", phone="020 5551 4867"), 2, 24),
        (CustomerDraft("Inpeng Soulivong", birthday=birthday, consents=frozenset({Purpose.BIRTHDAY})), 3, 2),
    ):
        begun = desk.now() - (since + 20 * every) * DAY
        customer = desk.submit(desk.customers.enrol, desk.act(begun), draft).result().customer.id
        for visit in range(20, -1, -1):
            at = desk.now() - (since + visit * every) * DAY
            stamped = desk.submit(desk.loyalty.add_stamps, desk.act(at), customer).result()
            if stamped.card.offers:
                desk.submit(desk.loyalty.redeem, desk.act(at), customer).result()
    yield desk
    desk.close()


@pytest.fixture
def cashier(qtbot: QtBot, shop: FrontDesk) -> Iterator[Cashier]:
    bridge = Bridge(shop)
    window = CounterWindow(shop, bridge)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.prepare()
    qtbot.waitExposed(window)
    yield Cashier(qtbot, window)
    window.sheets.close_now()
    bridge.close()


def test_the_week_ends_with_the_right_words_for_everybody(
    cashier: Cashier, shop: FrontDesk, clock: FakeClock
) -> None:
    monday(cashier)
    clock.at = morning(MONDAY + timedelta(days=1), shop)
    tuesday(cashier)
    clock.at = morning(MONDAY + timedelta(days=2), shop)
    wednesday(cashier)
    clock.at = morning(MONDAY + timedelta(days=3), shop)
    thursday(cashier, shop)
    clock.at = morning(MONDAY + timedelta(days=4), shop)
    friday(cashier, shop)


def monday(cashier: Cashier) -> None:
    """A complaint, two requests, somebody new, and a call to somebody who is missed."""
    cashier.greet("Somsak")
    complaint = cashier.care("Complaint")
    assert isinstance(complaint, ComplaintSheet)
    cashier.tap(complaint.situations.buttons[Situation.WAITED])
    assert complaint.page.isVisible()
    cashier.tap(complaint.page.moving.buttons[RecoveryState.RESOLVED])
    cashier.back()
    cashier.greet("Keovilay")
    ask(cashier, "Birthday cake for ten")
    cashier.greet("Malivanh")
    ask(cashier, "Vegan croissant")
    decline(cashier, "Vegan croissant", DeclineReason.CANNOT_MAKE, "Banana bread")
    cashier.press(KEY.Key_F2)
    enrol = cashier.window.sheets.sheet
    assert isinstance(enrol, EnrolSheet)
    cashier.type(enrol.first_focus(), "Dalavanh Keola")
    cashier.tap(enrol.save_button)
    cashier.tap(cashier.window.greeting.acts.stamp)
    slipping = cashier.menu("Slipping away")
    assert isinstance(slipping, SlippingSheet)
    missed = next(each for each in slipping.list.rows.values() if "Bounmy" in each.text())
    cashier.tap(missed)
    cashier.type(slipping.panel.note, "Was in Pakse, comes this week")
    cashier.tap(slipping.panel.acts["called"])
    cashier.back()


def ask(cashier: Cashier, what: str) -> None:
    """F8, the words, tomorrow, Enter."""
    cashier.press(KEY.Key_F8)
    line = cashier.window.greeting.request_line
    cashier.type(line.what, what)
    cashier.tap(line.tomorrow)
    cashier.press(KEY.Key_Return)


def decline(cashier: Cashier, what: str, reason: DeclineReason, instead: str) -> None:
    """From the list of all requests, a tap from Today: an honest reason, and something else instead."""
    cashier.tap(cashier.today().requests)
    sheet = cashier.window.sheets.sheet
    assert sheet is not None
    card = next(each for each in sheet.findChildren(RequestCard) if each.request.what == what)
    cashier.tap(card.buttons[-1])
    page = cashier.window.sheets.sheet
    assert isinstance(page, RequestSheet)
    cashier.type(page.decline.alternative, instead)
    cashier.tap(page.decline.chip(reason))
    cashier.back()
    cashier.back()


def tuesday(cashier: Cashier) -> None:
    """The cake is ready in time and handed over; whoever was new is asked how it is."""
    today = cashier.today()
    assert row(today, TodayKind.FIRST_DAY, "Dalavanh Keola").isVisible()
    cashier.tap(button(row(today, TodayKind.PROMISE_DUE, "Keovilay Sengdara"), "It is ready"))
    cashier.tap(button(row(today, TodayKind.PROMISE_DUE, "Keovilay Sengdara"), "Hand over"))
    cashier.back()
    cashier.greet("Dalavanh")
    cashier.hears("Their second time: is all well?", "ມາເທື່ອທີສອງ: ຖາມວ່າທຸກຢ່າງດີບໍ?")
    cashier.press(KEY.Key_F5)


def wednesday(cashier: Cashier) -> None:
    """A birthday: the card is one tap from Today."""
    cashier.tap(button(row(cashier.today(), TodayKind.BIRTHDAY, "Inpeng Soulivong"), "Print a card"))
    card = cashier.window.sheets.sheet
    assert isinstance(card, MessageSheet)
    assert card.offer.kind is MessageKind.BIRTHDAY
    assert card.panel.save_button.isEnabled()
    cashier.back()
    cashier.greet("Inpeng")
    cashier.hears("It is Inpeng Soulivong's birthday today", "ມື້ນີ້ແມ່ນວັນເກີດຂອງ Inpeng Soulivong")


def thursday(cashier: Cashier, shop: FrontDesk) -> None:
    """Bounmy is here again, and nobody asks where they were as if it were a fault."""
    cashier.greet("Bounmy")
    cashier.hears("Not seen for 3 weeks. Say how good it is to see them.", "ບໍ່ໄດ້ພົບກັນ 3 ອາທິດ.")
    cashier.press(KEY.Key_F5)
    assert "Bounmy Chanthavong" in counted(shop, FigureKind.CAME_BACK)


def friday(cashier: Cashier, shop: FrontDesk) -> None:
    """Somsak says that it is right again; everybody else hears nothing that is over."""
    cashier.greet("Somsak")
    cashier.hears("We put this right: Waited too long.", "ແກ້ໄຂແລ້ວ: ລໍຖ້າດົນເກີນໄປ.")
    cashier.tap(cashier.window.greeting.recovery.right_button)
    cashier.hears_no_more("We put this right", "ແກ້ໄຂແລ້ວ")
    assert "Somsak Vongsa" in counted(shop, FigureKind.PUT_RIGHT)
    cashier.greet("Keovilay")
    cashier.hears_no_more("cake", "cake")
    assert "Keovilay Sengdara" in counted(shop, FigureKind.PROMISES_KEPT)
    cashier.greet("Malivanh")
    cashier.hears(
        "We could not do this for them: Vegan croissant. We offered: Banana bread",
        "ເຮົາເຄີຍເຮັດໃຫ້ບໍ່ໄດ້: Vegan croissant. ໄດ້ສະເໜີແທນ: Banana bread",
    )
    cashier.greet("Dalavanh")
    cashier.hears_no_more("second time", "ເທື່ອທີສອງ")
    cashier.greet("Inpeng")
    cashier.hears("Inpeng Soulivong's birthday was 2 days ago", "ຜ່ານມາ 2 ມື້ແລ້ວ")
    cashier.greet("Bounmy")
    cashier.hears_no_more("Not seen for", "ບໍ່ໄດ້ພົບກັນ")


def counted(shop: FrontDesk, kind: FigureKind) -> set[str]:
    """Whom a figure of the last weeks counts, as the manager can open it."""
    report = shop.care_figures.report(shop.act(), CareSpan.FOUR_WEEKS)
    assert report is not None
    return {each.name for figure in report.of(kind) for each in figure.people}
