"""With text twice as large nothing of the counter is cut or overlaps, and all is large enough to tap."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.programmes import Programme
from frontdesk.domain.people.facts import Answer
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET, grown
from frontdesk.ui.widgets.labels import ElidedLabel
from tests.conftest import FakeClock
from tests.ui.wholeness import faults_of

SIZES = ((1280, 720), (1366, 768), (1920, 1080))


@pytest.fixture
def window(qtbot: QtBot, text_size: int, desk: FrontDesk, people: list[int]) -> Iterator[CounterWindow]:
    bridge = Bridge(desk)
    window = CounterWindow(desk, bridge)
    qtbot.addWidget(window)
    window.show()
    window.prepare()
    qtbot.waitExposed(window)
    yield window
    bridge.close()


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def check(window: CounterWindow) -> None:
    assert not faults_of(window, window)
    QApplication.processEvents()
    window.grab()
    tapped = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    tapped += [each for each in window.findChildren(QLineEdit) if each.isVisible()]  # type: ignore[misc]
    assert tapped
    for each in tapped:
        name = each.accessibleName()
        assert name, each
        assert min(each.width(), each.height()) >= TARGET, name
        assert window.rect().contains(place(each, window)), name
        if isinstance(each, QPushButton) and each.text():
            words = each.fontMetrics().horizontalAdvance(each.text().replace("&&", "&"))
            assert each.width() >= words, name
            assert each.height() >= each.fontMetrics().height(), name
    for at, one in enumerate(tapped):
        for other in tapped[at + 1 :]:
            inside = one.isAncestorOf(other) or other.isAncestorOf(one)
            assert inside or not place(one, window).intersects(place(other, window)), (
                one.accessibleName(),
                other.accessibleName(),
            )


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", SIZES)
def test_the_counter_is_whole(
    qtbot: QtBot, window: CounterWindow, people: list[int], size: tuple[int, int], language: str
) -> None:
    LANGUAGE.speak(language)
    window.resize(*size)
    window.attending.nobody()
    check(window)
    window.attending.choose(people[1])
    check(window)
    window.header.search.setText("ma")
    check(window)


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", SIZES)
def test_a_question_about_an_old_fact_is_whole(
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    clock: FakeClock,
    text_size: int,
    size: tuple[int, int],
    language: str,
) -> None:
    """Maria's allergy is asked about; where text is large and the window low, the usual makes room for it."""
    clock.forward(days=366)
    LANGUAGE.speak(language)
    window.resize(*size)
    window.attending.choose(people[1])
    check(window)
    panel = window.greeting
    assert panel.check.isVisible()
    assert panel.who.strip is not None
    panel.check.answered.emit(panel.check.fact, Answer.CHANGED)
    check(window)
    assert panel.line is not None
    assert panel.line.isVisible()


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("open_requests", [0, 1, 2, 3])
def test_requests_take_no_room_from_what_never_gives_way(
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    lunch: Programme,
    open_requests: int,
    language: str,
) -> None:
    """Maria has an allergy and two cards, and takes the same each time."""
    maria = people[1]
    added = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Lao coffee")).result().product
    assert added is not None
    desk.submit(desk.loyalty.add_items, desk.act(), maria, [added.id]).result()
    for n in range(open_requests):
        desk.submit(desk.requests.ask, desk.act(), maria, f"A cake for {n}", "", desk.now()).result()
    LANGUAGE.speak(language)
    for size in SIZES:
        window.resize(*size)
        window.attending.choose(maria)
        check(window)
        panel = window.greeting
        rows = [row for row in panel.request_rows() if row.isVisible()]
        kept = [*panel.cards.chip_buttons(), panel.acts, panel.who.strip]
        kept += [] if rows else [panel.usual.flow.chips()[0]]
        assert all(each is not None and each.isVisible() for each in kept)
        assert len(rows) == min(open_requests, 2) or f"{open_requests} " in panel.who.facts.full_text()
        window.attending.request()
        check(window)
        window.attending.give_up()


@pytest.mark.parametrize("language", ["en", "lo"])
def test_the_search_says_what_it_takes_whatever_is_beside_it(
    qtbot: QtBot, window: CounterWindow, text_size: int, language: str
) -> None:
    LANGUAGE.speak(language)
    window.resize(1280, 720)
    header, search = window.header, window.header.search
    header.set_shop("Café Mekong")
    header.set_today(13, pressing=True)
    header.set_waiting(2)
    header.set_who("Noy", "14:05", several=True)
    header.offer_camera(True)
    header.offer_keys(True)
    check(window)
    if text_size == 100:
        qtbot.waitUntil(lambda: search.width() >= search.whole_width())
        option = QStyleOptionFrame()
        search.initStyleOption(option)
        room = search.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, search).width()
        assert room > search.fontMetrics().horizontalAdvance(search.placeholderText())
        shop = next(each for each in header.findChildren(ElidedLabel) if each.full_text() == "Café Mekong")
        assert shop.isVisible()
        assert shop.text() == "Café Mekong"


@pytest.mark.parametrize("size", SIZES[1:])
def test_a_long_warning_covers_nothing(window: CounterWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.attending.nobody()
    window.notices.show_notice("Go on serving, and tell the owner today. " * 5, stays=True)
    check(window)
    assert (window.width(), window.height()) == size


def test_a_small_window_with_large_text_has_fewer_faces(window: CounterWindow, text_size: int) -> None:
    window.resize(1280, 720)
    window.grab()
    assert window.wall.room_for() == (6 if text_size == 200 else 12)


def test_another_size_of_text_asks_for_a_window_made_anew(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    other = 150
    assert other != grown(100)
    window.bridge.submit(desk.shop.change_settings, desk.act(), {"text_size": other})
    qtbot.waitUntil(lambda: window.wants_anew and not window.isVisible())


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", SIZES)
def test_the_counter_is_whole_while_somebody_waits_at_the_door(
    window: CounterWindow, desk: FrontDesk, clock: FakeClock, size: tuple[int, int], language: str
) -> None:
    LANGUAGE.speak(language)
    window.resize(*size)
    desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result()
    for _ in range(3):
        desk.submit(desk.arrivals.came, desk.act()).result()
    for seconds in (12, 60):
        clock.forward(seconds=seconds)
        window.door.refresh()
        check(window)
    window.notices.show_notice("Noy greeted them after 0:22.", undo=lambda: None)
    check(window)
