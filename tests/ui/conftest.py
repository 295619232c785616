"""Windows on a real desk: fonts and look once per session, one counter with a few people per test."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.shop import Theme
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.fonts import load_fonts, wear_text_size
from frontdesk.ui.look.style import LOOK

PEOPLE = (
    CustomerDraft("ສົມສັກ ວົງສາ", called="Somsak", phone="020 5551 4867"),
    CustomerDraft("Maria Oliveira", allergy="Peanuts", preference="Oat milk", note="Plays the cello"),
    CustomerDraft("<b>Anna</b> & Co"),
    CustomerDraft("გიორგი ბერიძე"),
)


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    load_fonts(qapp)
    LOOK.wear(qapp, Theme.LIGHT)
    LOOK.animated = False


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    LANGUAGE.speak("en")


@pytest.fixture(params=[100, 200])
def text_size(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[int]:
    """The test is run with text in its usual size and twice as large."""
    wear_text_size(qapp, request.param)
    LOOK.wear(qapp, LOOK.theme)
    yield request.param
    wear_text_size(qapp, 100)
    LOOK.wear(qapp, LOOK.theme)


@pytest.fixture
def people(desk: FrontDesk) -> list[int]:
    """Four customers, in the order of PEOPLE."""
    saved = [desk.submit(desk.customers.enrol, desk.act(), draft).result() for draft in PEOPLE]
    return [each.customer.id for each in saved]


@pytest.fixture
def window(qtbot: QtBot, desk: FrontDesk, people: list[int]) -> Iterator[CounterWindow]:
    """The counter of the shop with four customers, shown."""
    bridge = Bridge(desk)
    window = CounterWindow(desk, bridge)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.prepare()
    qtbot.waitExposed(window)
    yield window
    bridge.close()
