"""What waits for an answer stays in the greeting: memories, portrait and stamps make room for it first."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.loyalty.programmes import Programme
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.greeting_panel import GreetingPanel
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from tests.conftest import FakeClock
from tests.services.feedback.feedback_acts import draft, issue, take
from tests.ui.wholeness import faults_of

SIZES = ((1280, 720), (1366, 745), (1366, 768), (1920, 1080))
"""The second is what a title bar leaves of the third."""


@pytest.fixture
def window(qtbot: QtBot, text_size: int, desk: FrontDesk) -> Iterator[CounterWindow]:
    bridge = Bridge(desk)
    window = CounterWindow(desk, bridge)
    qtbot.addWidget(window)
    window.show()
    window.prepare()
    qtbot.waitExposed(window)
    yield window
    bridge.close()


@pytest.fixture
def bass(desk: FrontDesk, clock: FakeClock, lunch: Programme) -> int:
    """A regular with two cards, three usual orders, visits, old oat milk: all that wants room."""
    draft = CustomerDraft("ບາສ", called="Bass", preference="Oat milk", note="Plays the cello")
    bass = int(desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id)
    clock.forward(days=366)
    ids = []
    for name in ("Lao iced coffee", "Croissant", "Iced latte"):
        product = desk.submit(desk.shop.add_product, desk.act(), Product(0, name)).result().product
        assert product is not None
        ids.append(product.id)
    for _ in range(4):
        desk.submit(desk.loyalty.add_items, desk.act(), bass, ids).result()
        desk.submit(desk.loyalty.add_stamps, desk.act(), bass, 1, programme_id=lunch.id).result()
        clock.forward(days=1)
    return bass


@pytest.fixture
def complained(desk: FrontDesk, bass: int) -> int:
    """Bass, charged too much: it was put right, and they have not said yet whether it is."""
    told = desk.submit(desk.recoveries.record, desk.act(), Situation.PRICE, bass)
    id_ = told.result().recovery.id
    desk.submit(desk.recoveries.move, desk.act(), id_, RecoveryState.RESOLVED).result()
    return bass


def ask_for_a_cake(desk: FrontDesk, customer: int) -> None:
    desk.submit(desk.requests.ask, desk.act(), customer, "A cake with a candle", "", desk.now()).result()


def within(part: QWidget, panel: GreetingPanel) -> bool:
    place = QRect(part.mapTo(panel, QPoint()), part.size())
    return part.isVisible() and panel.rect().contains(place)


def greeted(window: CounterWindow, customer: int, size: tuple[int, int], language: str) -> GreetingPanel:
    LANGUAGE.speak(language)
    window.resize(*size)
    window.attending.choose(customer)
    assert not faults_of(window.ground.left_card, window)
    return window.greeting


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", SIZES)
def test_whether_it_is_right_again_can_be_answered_beside_a_request(
    window: CounterWindow,
    desk: FrontDesk,
    complained: int,
    size: tuple[int, int],
    language: str,
    text_size: int,
) -> None:
    ask_for_a_cake(desk, complained)
    panel = greeted(window, complained, size, language)
    assert all(within(each, panel) for each in (panel.recovery.right_button, panel.recovery.wrong_button))
    assert within(panel.acts, panel)
    (row,) = panel.request_rows()
    low = text_size == 200 and size[1] < 768
    assert within(row, panel) or (low and panel.who.facts.full_text().startswith("1 "))


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", SIZES[:3:2])
def test_that_they_heard_what_came_of_their_answer_can_be_noted_below_all_of_it(
    window: CounterWindow, desk: FrontDesk, bass: int, size: tuple[int, int], language: str
) -> None:
    saved = take(desk, issue(desk, bass), draft(Mood.BAD, disliked="The card machine was broken"))
    done = "the machine is fixed, and takes cards again"
    desk.submit(desk.responses.tell, desk.act(), saved.response.id, done).result()
    panel = greeted(window, bass, size, language)
    assert panel.who.strip is not None
    assert within(panel.who.strip, panel)
    assert within(panel.tell.said_button, panel)
    assert within(panel.acts, panel)


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", SIZES)
def test_an_old_fact_can_be_answered_beside_two_cards(
    window: CounterWindow, desk: FrontDesk, bass: int, size: tuple[int, int], language: str
) -> None:
    panel = greeted(window, bass, size, language)
    assert panel.check.fact is not None
    assert all(within(each, panel) for each in panel.check.buttons.values())
    assert all(within(each, panel) for each in panel.cards.chip_buttons())
    assert within(panel.acts, panel)
