"""How many taps and keys a queue waits for, from a counter with nobody chosen; typing is not counted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import Purpose
from frontdesk.printing.session import ensure_gui
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.people import photo_taking
from frontdesk.ui.people.enrol_sheet import EnrolSheet
from frontdesk.ui.people.photo_taking import PhotoTaking
from frontdesk.ui.prints.feedback_at_once import at_once_of
from frontdesk.ui.prints.feedback_cards_sheet import FeedbackCardsSheet
from frontdesk.ui.prints.printer import Fate, Printers

KEY = Qt.Key


class Hands:
    """A cashier's hands: they tap what can be seen, press keys, and count."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot, self.acts = qtbot, 0

    def tap(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.acts += 1

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        self._qtbot.keyClick(widget, key)
        self.acts += 1

    def scan(self, window: CounterWindow, code: str) -> None:
        """One act of the cashier, whatever the scanner types."""
        self._qtbot.keyClicks(window.header.search, code)
        self._qtbot.keyClick(window.header.search, KEY.Key_Return)
        self.acts += 1

    def type(self, widget: QWidget, text: str) -> None:
        self._qtbot.keyClicks(widget, text, delay=40)


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


@pytest.fixture
def said(qtbot: QtBot, window: CounterWindow) -> Callable[[str], None]:
    """Wait until the bar says it."""
    return lambda words: qtbot.waitUntil(lambda: words in window.notices.text())


def test_a_regular_on_the_wall_is_stamped_by_two(
    hands: Hands, window: CounterWindow, said: Callable[[str], None]
) -> None:
    hands.tap(window.wall.tiles()[0])
    hands.tap(window.greeting.acts.stamp)
    said("1 stamp for")
    assert hands.acts == 2


def test_a_card_and_one_tap(
    hands: Hands, window: CounterWindow, desk: FrontDesk, people: list[int], said: Callable[[str], None]
) -> None:
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), people[:1]).result()
    hands.scan(window, card.code)
    assert window.attending.customer_id == people[0]
    hands.tap(window.greeting.acts.stamp)
    said("1 stamp for Somsak")
    assert hands.acts == 1 + 1


def test_a_search_is_two_and_what_is_typed(
    hands: Hands, window: CounterWindow, people: list[int], said: Callable[[str], None]
) -> None:
    hands.type(window.header.search, "mari")
    hands.press(window.header.search, KEY.Key_Return)
    assert window.attending.customer_id == people[1]
    hands.press(window.header.search, KEY.Key_F5)
    said("1 stamp for Maria")
    assert hands.acts == 2


def test_a_reward_is_one_more(
    hands: Hands, window: CounterWindow, desk: FrontDesk, people: list[int], said: Callable[[str], None]
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 4).result()
    window.attending.choose(people[0])
    hands.tap(window.greeting.acts.stamp)
    said("is ready")
    before = hands.acts
    hands.tap(window.greeting.acts.redeem)
    said("Somsak")
    assert hands.acts - before == 1
    assert desk.loyalty.cards(people[0], desk.now())[0].balance in (0, 5)


def test_an_undo_is_one(
    hands: Hands, window: CounterWindow, people: list[int], said: Callable[[str], None]
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps()
    said("1 stamp for Somsak")
    hands.press(window.header.search, KEY.Key_F9)
    said("Taken back")
    assert hands.acts == 1


def test_a_request_is_two_and_what_is_typed(
    hands: Hands, window: CounterWindow, desk: FrontDesk, people: list[int], said: Callable[[str], None]
) -> None:
    window.attending.choose(people[0])
    hands.tap(window.greeting.acts.request)
    line = window.greeting.request_line
    hands.type(line.what, "Extra hot")
    hands.press(line.what, KEY.Key_Return)
    said("Noted for Somsak: Extra hot")
    assert hands.acts == 2
    assert [each.what for each in desk.requests.of(people[0])] == ["Extra hot"]


def test_a_feedback_card_is_two(
    qtbot: QtBot, hands: Hands, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    ensure_gui()
    printed: list[str] = []
    link = {"feedback_link": "https://forms.example.com/r?c={code}"}
    desk.submit(desk.shop.change_settings, desk.act(), link).result()
    window.attending.choose(people[0])
    hands.tap(window.greeting.acts.feedback)
    sheet = window.sheets.sheet
    assert isinstance(sheet, FeedbackCardsSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    sheet.panel._print_to = lambda name, job, **_: printed.append(name) or Fate.DONE  # type: ignore[func-returns-value]
    sheet.panel.set_printers(Printers(("till",), "till"))
    hands.tap(sheet.panel.print_button)
    qtbot.waitUntil(lambda: bool(printed) and not sheet.panel.busy)
    assert hands.acts == 2


def test_a_feedback_card_is_one_where_the_shop_has_its_printer(
    qtbot: QtBot, hands: Hands, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    ensure_gui()
    printed: list[str] = []
    desk.submit(desk.shop.change_settings, desk.act(), {"printer": "till"}).result()
    at_once_of(window.lent).print_to = lambda name, job, **_: printed.append(name) or Fate.DONE  # type: ignore[func-returns-value]
    window.attending.choose(people[0])
    hands.tap(window.greeting.acts.feedback)
    qtbot.waitUntil(lambda: printed == ["till"] and not window.bridge.busy)
    assert hands.acts == 1


class _FakeCamera(QObject):
    arrived = Signal(QImage)
    failed = Signal(object)

    def stop(self) -> None:
        """Nothing to let go of."""


def test_enrolling_with_a_photo_is_four_and_the_name(
    qtbot: QtBot,
    hands: Hands,
    window: CounterWindow,
    desk: FrontDesk,
    monkeypatch: pytest.MonkeyPatch,
    said: Callable[[str], None],
) -> None:
    camera = _FakeCamera()
    monkeypatch.setattr(photo_taking, "SECOND_MS", 5)
    hands.press(window.header.search, KEY.Key_F2)
    sheet = window.sheets.sheet
    assert isinstance(sheet, EnrolSheet)
    photo = sheet.form.photo
    photo._open_camera = lambda parent: camera  # type: ignore[assignment,return-value]
    hands.type(sheet.first_focus(), "Bounmy")
    consent = sheet.form.consents.rows[Purpose.PHOTO]
    assert not consent.isChecked()
    qtbot.mouseClick(consent, Qt.MouseButton.LeftButton)  # asked, and not counted
    hands.tap(photo._camera)
    (taking,) = window.findChildren(PhotoTaking)
    seen = QImage(160, 90, QImage.Format.Format_RGB32)
    seen.fill(QColor("teal"))
    camera.arrived.emit(seen)
    qtbot.waitUntil(lambda: taking.use.isVisible())
    hands.tap(taking.use)
    qtbot.waitUntil(lambda: photo.photo is not None)
    hands.press(sheet.first_focus(), KEY.Key_F5)
    said("Bounmy is a customer now.")
    assert hands.acts == 4
    assert desk.customers.get(window.attending.customer_id).has_photo
