"""The first start: four steps by the keyboard alone. Each can be skipped, and what was kept is not lost."""

from collections.abc import Callable, Iterator

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.office.first_steps import STEPS, FirstStep
from frontdesk.services.team.pins import PinService
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.settings.first_page import FirstPage
from tests.ui.wholeness import faults_of

PIN = "481926"
MOST_PRESSES = 25
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

Begin = Callable[[], tuple[CounterWindow, FirstPage]]


def opened(paths: Paths) -> FrontDesk:
    desk = open_desk(paths)
    desk.pins = PinService(desk.store, desk.shop, desk.source.token, QUICK)
    return desk


@pytest.fixture
def begin(qtbot: QtBot, paths: Paths) -> Iterator[Begin]:
    """Starts the program on one and the same folder; a start after the first ends the one before at once."""
    running: list[tuple[FrontDesk, Bridge]] = []

    def stop() -> None:
        desk, bridge = running.pop()
        bridge.close()
        desk.close()

    def start() -> tuple[CounterWindow, FirstPage]:
        if running:
            stop()
        desk = opened(paths)
        bridge = Bridge(desk)
        running.append((desk, bridge))
        window = CounterWindow(desk, bridge)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.prepare()
        page = window.open_sheet(SheetName.FIRST_PAGE)
        assert isinstance(page, FirstPage)
        return window, page

    yield start
    stop()


class Fingers:
    """Types where the focus is, slower than a scanner does, and counts."""

    def __init__(self, window: CounterWindow) -> None:
        self._window, self.presses = window, 0

    def type(self, text: str) -> None:
        for letter in text:
            self._send(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))

    def enter(self) -> None:
        self._send(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))

    def _send(self, event: QKeyEvent) -> None:
        focus = self._window.focusWidget()
        assert focus is not None
        self.presses += 1
        event.setTimestamp(200 * self.presses)
        QApplication.sendEvent(focus, event)


def reach(qtbot: QtBot, page: FirstPage, step: FirstStep) -> None:
    """Until the step is there; the next tap is no bounce of the last one."""
    qtbot.waitUntil(lambda: page.step is step and page.open_button.isEnabled())
    page._counter.taps.forget()


def test_the_whole_way_by_the_keyboard_alone(qtbot: QtBot, begin: Begin) -> None:
    window, page = begin()
    desk, fingers = window.desk, Fingers(window)
    fingers.type("Café")
    fingers.enter()
    reach(qtbot, page, FirstStep.CARD)
    fingers.enter()
    reach(qtbot, page, FirstStep.PIN)
    for _ in range(2):
        fingers.type(PIN)
        fingers.enter()
    reach(qtbot, page, FirstStep.CUSTOMER)
    fingers.type("Noy")
    fingers.enter()
    qtbot.waitUntil(lambda: window.sheets.sheet is None)
    assert fingers.presses <= MOST_PRESSES
    assert desk.shop.settings().name == "Café"
    assert [each.terms[0].goal for each in desk.shop.programmes()] == [5]
    assert desk.pins.in_use()
    customer = desk.customers.get(window.attending.customer_id)
    assert customer is not None
    assert customer.name == "Noy"
    assert desk.first_steps.reached() is None
    assert "Café is open" in window.notices.text()


def test_each_step_can_be_skipped(qtbot: QtBot, begin: Begin) -> None:
    window, page = begin()
    places = set[int]()
    for step in (*STEPS[1:], None):
        places.add(page.skip.x())
        page.skip.click()
        if step is not None:
            reach(qtbot, page, step)
    qtbot.waitUntil(lambda: window.sheets.sheet is None and not window.bridge.busy)
    assert len(places) == 1  # a tap too many skips: it never opens the counter
    desk = window.desk
    assert desk.shop.settings().name == "My shop"
    assert (desk.shop.programmes(), desk.pins.in_use(), desk.first_steps.reached()) == ((), False, None)


@pytest.mark.parametrize("skipped", STEPS)
def test_one_step_skipped_leaves_the_others(qtbot: QtBot, begin: Begin, skipped: FirstStep) -> None:
    window, page = begin()
    desk = window.desk
    page.shop_step.shop.name.setText("Café")
    page.customer_step.name.setText("Noy")
    page.pin_step.choice.first.setText(PIN)
    page.pin_step.choice.again.setText(PIN)
    for place, step in enumerate(STEPS):
        (page.skip if step is skipped else page.open_button).click()
        if place + 1 < len(STEPS):
            reach(qtbot, page, STEPS[place + 1])
    qtbot.waitUntil(lambda: window.sheets.sheet is None and not window.bridge.busy)
    assert desk.shop.settings().opened
    assert bool(desk.shop.programmes()) == (skipped is not FirstStep.CARD)
    assert desk.pins.in_use() == (skipped is not FirstStep.PIN)
    assert bool(window.attending.customer_id) == (skipped is not FirstStep.CUSTOMER)


def test_going_back_changes_what_was_kept_and_loses_nothing(qtbot: QtBot, begin: Begin) -> None:
    window, page = begin()
    page.shop_step.shop.name.setText("Cafe")
    page.go_on()
    reach(qtbot, page, FirstStep.CARD)
    page.go_on()
    reach(qtbot, page, FirstStep.PIN)
    page.pin_step.choice.first.setText("48")
    window.give_up()
    assert page.step is FirstStep.CARD
    page._counter.taps.forget()
    page.back.click()
    page.shop_step.shop.name.setText("Café")
    page.shop_step.owner.setText("Keo")
    page.go_on()
    reach(qtbot, page, FirstStep.CARD)
    page.card_step.programme.goal.setValue(7)
    page.go_on()
    reach(qtbot, page, FirstStep.PIN)
    desk = window.desk
    [programme] = desk.shop.programmes()
    assert (desk.shop.settings().name, programme.terms_at(desk.now()).goal) == ("Café", 7)
    assert desk.staffing.staff()[0].name == "Keo"
    assert page.pin_step.choice.first.text() == "48"


@pytest.mark.parametrize("kept", range(1, len(STEPS)))
def test_after_a_kill_the_next_start_goes_on(qtbot: QtBot, begin: Begin, kept: int) -> None:
    _, page = begin()
    page.shop_step.shop.name.setText("Café")
    for step in STEPS[1 : kept + 1]:
        if page.step is FirstStep.PIN:
            page.skip_step()
        else:
            page.go_on()
        reach(qtbot, page, step)
    window, page = begin()
    assert page.step is STEPS[kept]
    assert window.desk.shop.settings().name == "Café"
    assert len(window.desk.shop.programmes()) == (kept > 1)


def test_a_pin_that_a_kill_parted_from_its_note_is_not_asked_for_again(qtbot: QtBot, begin: Begin) -> None:
    window, page = begin()
    page.shop_step.shop.name.setText("Café")
    page.go_on()
    reach(qtbot, page, FirstStep.CARD)
    page.go_on()
    reach(qtbot, page, FirstStep.PIN)
    window.desk.pins.set_pin(window.desk.act(), window.desk.staff_id, PIN)
    _, page = begin()
    assert page.step is FirstStep.CUSTOMER


def test_a_switch_that_bounces_goes_one_step(qtbot: QtBot, begin: Begin) -> None:
    window, page = begin()
    page._counter.taps.pressed_at = lambda: ("test", 1.0)
    page.shop_step.shop.name.setText("Café")
    page.open_button.click()
    qtbot.waitUntil(lambda: page.step is FirstStep.CARD and page.open_button.isEnabled())
    page.open_button.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert (page.step, window.desk.shop.programmes()) == (FirstStep.CARD, ())


def test_a_pin_that_will_not_do_is_said_and_the_step_stays(qtbot: QtBot, begin: Begin) -> None:
    _, page = begin()
    page.show_step(FirstStep.PIN)
    page.pin_step.choice.first.setText("123456")
    page.go_on()
    assert page.pin_step.choice.first_field.fault
    assert page.step is FirstStep.PIN


def test_every_step_is_whole_in_large_lao_letters(qtbot: QtBot, text_size: int, begin: Begin) -> None:
    window, page = begin()
    window.resize(1280, 720)
    faults = []
    for language in ("en", "lo"):
        LANGUAGE.speak(language)
        for step in STEPS:
            page.show_step(step)
            QApplication.processEvents()
            window.grab()
            faults += [f"{step} {language}: {each}" for each in faults_of(window.sheets, window)]
    assert not faults, "\n".join(faults)
