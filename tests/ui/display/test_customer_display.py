"""The customer's screen follows the counter: who is greeted, what was done, and who calls the manager."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.display import CARD_FOR, PARTING_FOR, QUIET_AFTER
from frontdesk.domain.regulars.visits import Product
from frontdesk.services.errors import NotSaved
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.display.call_button import CallState
from frontdesk.ui.display.customer_display import CustomerDisplay
from frontdesk.ui.display.words import Words
from frontdesk.ui.look.style import LOOK
from tests.conftest import ExpectLog, FakeClock

Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, window: CounterWindow) -> Settle:
    """Wait until nothing is under way, and nothing that landed is still to be shown."""

    def settled() -> None:
        qtbot.waitUntil(lambda: not window.bridge.busy)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not window.customer_display._soon.isActive())

    return settled


@pytest.fixture
def display(qtbot: QtBot, window: CounterWindow, settle: Settle) -> CustomerDisplay:
    """The customer's screen, opened as a window to try it."""
    display = window.customer_display
    display.open_to_try()
    settle()
    return display


def said(display: CustomerDisplay) -> str:
    """All words on the page that is shown."""
    page = display.window.page
    words = [each.text() for each in page.findChildren(Words) if not each.isHidden()]
    return " | ".join(filter(None, words))


def enrol(desk: FrontDesk, name: str, **facts: object) -> int:
    draft = CustomerDraft(name, **facts)  # type: ignore[arg-type]
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def test_a_stamp_that_is_taken_back_elsewhere_does_not_stay_on_the_screen(
    window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, people: list[int], settle: Settle
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps()
    settle()
    assert "+1 stamp" in said(display)
    act = desk.loyalty.history(people[0])[0].gesture
    window.bridge.submit(desk.loyalty.undo, desk.act(), act)  # as the record's own list does
    settle()
    assert "+1 stamp" not in said(display)
    assert display.window.customer.told().face is not None
    assert display.window.customer.told().face.filled == 0


def test_nothing_of_it_is_made_until_it_is_wanted(window: CounterWindow) -> None:
    window.shop.show_to_customers()
    assert "customer_display" not in window.__dict__


def test_idle_it_shows_the_shop_its_promise_its_people_and_the_square(
    display: CustomerDisplay, desk: FrontDesk
) -> None:
    assert display.window.page is display.window.idle
    for words in ("Café Mekong", "Good morning", "Buy 5, get 1 free", "How are we doing?"):
        assert words in said(display)
    assert display.window.idle.duty.names() == ["Noy"]
    assert display.window.idle.code.url.startswith("https://forms.example.com/r?c=")
    assert "on our Wi-Fi" not in said(display)


def test_one_card_for_everybody_is_issued_a_day_and_the_shops_own_page_goes_first(
    display: CustomerDisplay, desk: FrontDesk, settle: Settle
) -> None:
    rules = replace(desk.feedback_rules.rules(), page_on=True, page_address="192.168.1.10")
    saved = desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    display._bridge.changed.emit(saved.changes)
    settle()
    assert display.window.idle.code.url.startswith("http://192.168.1.10:8320/F")
    assert "on our Wi-Fi" in said(display)
    display.show_now()
    settle()
    batches = desk.store.read().run("SELECT format, shared FROM feedback_batch").fetchall()
    assert batches == [("SCREEN", 1)]  # of before the page was there: it leads to it now


def test_a_card_that_was_not_saved_is_asked_for_once_more(
    window: CounterWindow,
    desk: FrontDesk,
    settle: Settle,
    expect_log: ExpectLog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*args: object) -> None:
        raise NotSaved

    expect_log("no feedback card for the customer's screen")
    display = window.customer_display
    with monkeypatch.context() as full:
        full.setattr(desk.feedback, "for_screen", refuse)
        display.open_to_try()
        settle()
        assert display.window.idle.code.url == ""
    display.show_now()
    settle()
    assert display.window.idle.code.url != ""


def test_without_a_link_there_is_no_square(display: CustomerDisplay, desk: FrontDesk, settle: Settle) -> None:
    saved = desk.submit(desk.shop.change_settings, desk.act(), {"feedback_link": ""}).result()
    display._bridge.changed.emit(saved.changes)
    settle()
    assert display.window.idle.code.url == ""
    assert "How are we doing?" not in said(display)


def test_the_counter_goes_on_typing(window: CounterWindow, display: CustomerDisplay) -> None:
    flags = display.window.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert display.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.focusWidget() is window.header.search
    for part in (display.window, display.window.call_button):
        assert part.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_customer_is_welcomed_and_sees_the_card_fill(
    window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, settle: Settle, people: list[int]
) -> None:
    window.attending.choose(people[1])
    settle()
    assert said(display) == "Good morning, Maria | 5 more, and your next coffee is free."
    window.attending.add_stamps(4)
    settle()
    assert said(display) == "Good morning, Maria | +4 stamps | One more, and your next coffee is free."
    told = display.window.customer.told()
    assert told.face is not None
    assert (told.face.filled, told.landing) == (4, 4)
    window.notices.undo()
    settle()
    assert said(display) == "Good morning, Maria | 5 more, and your next coffee is free."


def test_a_reward_is_shown_with_what_it_saved(
    window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, settle: Settle, people: list[int]
) -> None:
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Latte", 25_000)).result()
    latte = desk.shop.products()[0].id
    maria = people[1]
    desk.submit(desk.loyalty.add_stamps, desk.act(), maria, 10).result()
    desk.submit(desk.loyalty.redeem, desk.act(), maria, product_id=latte).result()
    window.attending.choose(maria)
    done = desk.submit(desk.loyalty.redeem, desk.act(), maria, product_id=latte).result()
    window.attending.gestures.stamped.emit(done)
    settle()
    assert "Enjoy your free coffee!" in said(display)
    assert "You saved 25,000 LAK. You have saved 50,000 LAK with us so far." in said(display)


def test_it_asks_after_an_act_then_it_is_for_everybody_again(
    window: CounterWindow,
    display: CustomerDisplay,
    clock: FakeClock,
    settle: Settle,
    people: list[int],
) -> None:
    window.attending.choose(people[1])
    window.attending.add_stamps(1)
    settle()
    assert display._turn.isActive()
    clock.forward(milliseconds=CARD_FOR)
    display._turn.timeout.emit()
    settle()
    assert said(display).startswith("Thank you for coming, Maria! | How are we doing?")
    assert display.window.asking.code.url
    clock.forward(milliseconds=QUIET_AFTER)
    display._turn.timeout.emit()
    assert display.window.page is display.window.idle
    assert not display._turn.isActive()


def test_a_cleared_counter_clears_the_screen(
    window: CounterWindow, display: CustomerDisplay, settle: Settle, people: list[int]
) -> None:
    window.attending.choose(people[1])
    settle()
    window.attending.nobody()
    settle()
    assert display.window.page is display.window.idle


def test_whoever_was_served_is_asked_when_the_counter_lets_them_go(
    window: CounterWindow, display: CustomerDisplay, clock: FakeClock, settle: Settle, people: list[int]
) -> None:
    window.attending.choose(people[1])
    window.attending.add_stamps(1)
    settle()
    window.attending.nobody()
    settle()
    assert display.window.page is display.window.asking
    assert display.window.asking.code.url
    assert "Maria" not in said(display)
    window.attending.choose(people[0])
    settle()
    assert display.window.page is display.window.customer
    window.attending.add_stamps(1)
    settle()
    window.attending.nobody()
    settle()
    assert display._turn.isActive()
    clock.forward(milliseconds=PARTING_FOR)
    display._turn.timeout.emit()
    assert display.window.page is display.window.idle


def test_who_comes_back_at_once_is_welcomed_anew(
    window: CounterWindow, display: CustomerDisplay, settle: Settle, people: list[int]
) -> None:
    window.attending.choose(people[1])
    window.attending.add_stamps(1)
    settle()
    assert "+1 stamp" in said(display)
    window.attending.nobody()
    window.attending.choose(people[1])
    settle()
    assert "+1 stamp" not in said(display)


def test_it_speaks_the_customers_language(
    window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, settle: Settle
) -> None:
    window.attending.choose(enrol(desk, "გიორგი ბერიძე", language="ka"))
    settle()
    assert "გიორგი" in said(display)
    assert "უფასოა" in said(display)
    assert "ბერიძე" not in said(display)
    assert display.window.call_button.text() == "დაელაპარაკეთ მენეჯერს ახლავე"


def test_dont_show_me_is_a_welcome_and_no_more(
    window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, settle: Settle
) -> None:
    window.attending.choose(enrol(desk, "გიორგი ბერიძე", language="ka", on_screen=False))
    settle()
    assert said(display) == "Good morning"
    window.attending.add_stamps(1)
    settle()
    assert said(display) == "Good morning"
    assert display.window.customer.stamps.isHidden()


def test_a_refusal_shows_nothing(
    window: CounterWindow, display: CustomerDisplay, settle: Settle, people: list[int]
) -> None:
    window.attending.choose(people[1])
    settle()
    before = said(display)
    window.attending.redeem()
    settle()
    assert "not" in window.notices.text().lower() or window.notices.text()
    assert said(display) == before


def test_one_tap_calls_the_manager_and_one_tap_answers(
    window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, clock: FakeClock, settle: Settle
) -> None:
    window.calls.refresh()
    button = display.window.call_button
    assert button.height() >= 72
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.state, button.text()) == (CallState.CALLING, "We are calling the manager.")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert desk.store.read().value("SELECT count(*) FROM manager_call") == 1
    assert window.calls.isVisible()
    assert window.calls.words.full_text() == "A customer would like to speak to the manager (8:30)"
    window.calls.coming_button.click()
    settle()
    assert not window.calls.isVisible()
    assert (button.state, button.text()) == (CallState.COMING, "The manager is on the way.")
    clock.forward(minutes=1)
    display._turn.timeout.emit()
    assert (button.state, button.text()) == (CallState.FREE, "Speak to the manager now")


def test_a_clock_that_was_put_back_keeps_nobody_from_calling(
    window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, clock: FakeClock, settle: Settle
) -> None:
    window.calls.refresh()
    display.call_manager()
    settle()
    window.calls.coming_button.click()
    settle()
    clock.forward(hours=-2)
    display.show_now()
    assert display.window.call_button.state is CallState.FREE
    display.call_manager()
    settle()
    assert desk.store.read().value("SELECT count(*) FROM manager_call") == 2


def test_the_counter_learns_who_called(
    window: CounterWindow, display: CustomerDisplay, settle: Settle, people: list[int]
) -> None:
    window.calls.refresh()
    window.attending.choose(people[1])
    display.call_manager()
    settle()
    assert window.calls.words.full_text().startswith("Maria Oliveira would like to speak to the manager")


def test_another_customer_is_not_told_that_the_manager_comes_and_may_call_too(
    window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, settle: Settle, people: list[int]
) -> None:
    window.calls.refresh()
    button = display.window.call_button
    window.attending.choose(people[1])
    display.call_manager()
    settle()
    assert button.state is CallState.CALLING
    window.attending.choose(people[0])
    settle()
    assert button.state is CallState.FREE
    assert window.calls.words.full_text().startswith("Maria Oliveira"), "it stays open at the counter"
    window.calls.coming_button.click()
    settle()
    assert button.state is CallState.FREE
    display.call_manager()
    settle()
    assert button.state is CallState.CALLING
    assert desk.store.read().value("SELECT count(*) FROM manager_call") == 2
    window.attending.choose(people[1])
    settle()
    assert button.state is CallState.COMING
    window.attending.nobody()
    settle()
    assert button.state is CallState.FREE


def test_a_call_that_cannot_be_written_down_is_heard_all_the_same(
    window: CounterWindow,
    display: CustomerDisplay,
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
    expect_log: ExpectLog,
) -> None:
    def broken(*_: object) -> None:
        raise OSError("no disk")

    monkeypatch.setattr(display._desk.manager_calls, "call", broken)
    expect_log("an act failed unexpectedly")
    expect_log("was not written down")
    display.call_manager()
    settle()
    assert "would like to speak to the manager" in window.notices.text()
    assert display.window.call_button.state is CallState.CALLING


def test_pages_fade_and_stamps_are_seen_landing(
    window: CounterWindow,
    display: CustomerDisplay,
    settle: Settle,
    people: list[int],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(LOOK, "animated", True)
    fading = display.window._fading
    window.attending.choose(people[1])
    settle()
    assert fading.runs()
    assert fading.geometry() == display.window.customer.geometry()
    qtbot.waitUntil(lambda: not fading.runs())
    assert fading.isHidden()
    window.attending.add_stamps(2)
    settle()
    assert not fading.runs()
    assert display.window.customer.stamps._landing_from == 0
    display._teller.next_picture()
    assert not fading.runs()


class OtherScreen:
    """Stands for a second display that is plugged in and pulled out."""

    def __init__(self) -> None:
        self.there = True

    def second(self) -> object:
        return QGuiApplication.primaryScreen() if self.there else None


def test_it_comes_and_goes_with_the_second_display(
    window: CounterWindow, desk: FrontDesk, settle: Settle, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    screen = OtherScreen()
    display = window.customer_display
    monkeypatch.setattr(display.screens, "second", screen.second)
    saved = desk.submit(desk.shop.change_settings, desk.act(), {"customer_screen": True}).result()
    window.bridge.changed.emit(saved.changes)
    assert display.window.isFullScreen()
    assert display.window.cursor().shape() is Qt.CursorShape.BlankCursor
    handle = display.window.winId()
    saved = desk.submit(desk.shop.change_settings, desk.act(), {"printer": "Star"}).result()
    window.bridge.changed.emit(saved.changes)
    assert display.window.winId() == handle  # another one would blink
    for there in (False, True):
        screen.there = there
        display.screens.changed.emit()
        qtbot.waitUntil(lambda there=there: display.window.isVisible() is there)  # type: ignore[misc]
        assert display._slowly.isActive() is there
    saved = desk.submit(desk.shop.change_settings, desk.act(), {"customer_screen": False}).result()
    window.bridge.changed.emit(saved.changes)
    assert not display.window.isVisible()


def test_who_takes_over_and_their_new_face_are_seen(
    qtbot: QtBot, window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, settle: Settle
) -> None:
    la = desk.submit(desk.staffing.add_staff, desk.act(), "La Phommachanh", Role.CASHIER).result().id
    face = Image.new("RGB", (300, 300), "#00ff00")
    picture = BytesIO()
    face.save(picture, "PNG")
    photo = desk.photos.prepare(picture.getvalue())
    desk.submit(desk.staffing.set_photo, desk.act(), la, photo).result()
    window.bridge.changed.emit(desk.take_over(la).result().changes)
    settle()
    assert display.window.idle.duty.names() == ["La", "Noy"]

    def middle() -> QColor:
        shown = display.window.idle.duty._places[0][0].grab().toImage()
        return shown.pixelColor(shown.rect().center())

    qtbot.waitUntil(lambda: middle().green() > 200 and middle().red() < 60)


def test_whoever_is_said_to_have_come_or_gone_is_seen_or_not(
    window: CounterWindow, display: CustomerDisplay, desk: FrontDesk, settle: Settle
) -> None:
    la = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    duty = display.window.idle.duty
    for here, names in ((True, ["Noy", "La"]), (False, ["Noy"])):
        window.bridge.submit(desk.shifts.say_here, desk.act(), la, here)
        settle()
        assert duty.names() == names


def test_closed_by_hand_it_rests(display: CustomerDisplay, window: CounterWindow) -> None:
    display.window.close()
    assert not display._slowly.isActive()
    window.customer_display.open_to_try()
    assert display.window.isVisible()
    assert display._slowly.isActive()


def test_it_closes_with_the_counter(display: CustomerDisplay, window: CounterWindow) -> None:
    assert not display.window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    window.close()
    assert not display.window.isVisible()


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080), (800, 1280), (600, 1024)])
def test_at_every_size_all_words_are_whole_and_within(
    display: CustomerDisplay,
    window: CounterWindow,
    desk: FrontDesk,
    settle: Settle,
    size: tuple[int, int],
    language: str,
) -> None:
    display.window.resize(*size)
    changed = desk.submit(desk.shop.change_settings, desk.act(), {"customer_language": language}).result()
    somebody = enrol(desk, "Maria Oliveira", language=language)
    turns: tuple[Callable[[], None], ...] = (
        lambda: window.bridge.changed.emit(changed.changes),
        lambda: window.attending.choose(somebody),
        lambda: window.attending.add_stamps(4),
    )
    for turn in turns:
        turn()
        settle()
        page = display.window.page
        for words in page.findChildren(Words):
            if words.isHidden() or not words.text():
                continue
            within = QRect(words.mapTo(page, QPoint()), words.size())
            assert page.rect().contains(within), words.text()
            assert words.height_taken() <= words.height() + 1, words.text()
        assert display.window.rect().contains(display.window.call_button.geometry())
        assert not display.window.call_button.geometry().intersects(page.geometry())


_TWO_SCREENS = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from frontdesk.ui.application import application
from frontdesk.ui.display.screens import Screens
app = application()
counter = QWidget()
counter.setGeometry(10, 10, 400, 300)
counter.show()
app.processEvents()
screens = Screens(counter)
assert len(QGuiApplication.screens()) == 2, QGuiApplication.screens()
print(screens.second().name())
heard = []
screens.changed.connect(lambda: heard.append(True))
counter.windowHandle().setScreen(QGuiApplication.screens()[1])
counter.move(1400, 10)
app.processEvents()
print(screens.second().name(), bool(heard))
"""


def test_the_customers_screen_is_the_one_that_the_counter_is_not_on(tmp_path: Path) -> None:
    screen = {"y": 0, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    layout = [
        {**screen, "name": "till", "x": 0, "width": 1280},
        {**screen, "name": "front", "x": 1280, "width": 1024},
    ]
    (tmp_path / "screens.json").write_text(
        json.dumps({"synchronousWindowSystemEvents": True, "screens": layout})
    )
    done = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["front", "till True"]
