"""A request is noted while somebody waits: days, times, the keyboard, and what was left half typed."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.ui.counter.promises import HALF_HOUR, in_days
from frontdesk.ui.counter.request_line import RequestLine
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def line(qtbot: QtBot, window: CounterWindow, people: list[int]) -> RequestLine:
    """Open for the first customer; it is a Thursday, 8:30."""
    window.attending.choose(people[0])
    qtbot.keyClick(window.header.search, Qt.Key.Key_F8)
    return window.greeting.request_line


def promised(desk: FrontDesk, customer_id: int) -> str:
    (request,) = desk.requests.of(customer_id)
    assert request.promised_at is not None
    return f"{datetime.fromtimestamp(request.promised_at / 1000, desk.zone):%A %H:%M}"


def choose_day(line: RequestLine, name: str) -> None:
    next(action for action in line.days_menu().actions() if action.text() == name).trigger()


def noted(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.waitUntil(lambda: "Noted for" in window.notices.text())


def test_today_says_what_it_means_and_can_mean_noon(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], line: RequestLine
) -> None:
    assert not line.time.isVisible()
    qtbot.mouseClick(line.today, LEFT)
    assert (line.time.line.text(), line.words.text()) == ("18:00", "today at 18:00")
    line.what.setText("A cake")
    line.time.line.clear()
    qtbot.keyClicks(line.time.line, "12", delay=60)
    assert line.words.text() == "today at 12:00"
    qtbot.keyClick(line.time.line, Qt.Key.Key_Return)
    noted(qtbot, window)
    assert promised(desk, people[0]) == "Thursday 12:00"


def test_a_weekday_and_a_time_are_a_few_taps(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], line: RequestLine
) -> None:
    line.what.setText("A cake")
    qtbot.mouseClick(line.tomorrow, LEFT)
    assert line.words.text() == "tomorrow at 9:00"
    choose_day(line, "Saturday")
    assert (line.another_day.text(), line.words.text()) == ("Saturday", "Saturday at 9:00")
    assert not line.tomorrow.isChecked()
    for _ in range(20):
        qtbot.mouseClick(line.time.later, LEFT)
    assert line.words.text() == "Saturday at 14:00"
    qtbot.keyClick(line.note, Qt.Key.Key_Return)
    noted(qtbot, window)
    assert promised(desk, people[0]) == "Saturday 14:00"


def test_the_days_after_tomorrow_have_a_name_each(line: RequestLine) -> None:
    assert [action.text() for action in line.days_menu().actions()] == [
        "Saturday",
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
    ]


def test_a_second_tap_takes_the_promise_back(qtbot: QtBot, line: RequestLine) -> None:
    for chip in (line.today, line.tomorrow):
        qtbot.mouseClick(chip, LEFT)
        qtbot.mouseClick(chip, LEFT)
        assert (line.promise(), chip.isChecked()) == (None, False)
    choose_day(line, "Sunday")
    qtbot.mouseClick(line.another_day, LEFT)
    assert (line.promise(), line.another_day.text()) == (None, "Another day")
    assert not line.time.isVisible()


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Write the time like this: 14:30"), ("8:15", "That time is over.")]
)
def test_a_time_that_cannot_be_is_said_and_not_sent(
    qtbot: QtBot, line: RequestLine, typed: str, said: str
) -> None:
    line.what.setText("A cake")
    qtbot.mouseClick(line.today, LEFT)
    line.time.line.clear()
    qtbot.keyClicks(line.time.line, typed or "x", delay=60)
    assert line.words.text() == said
    with qtbot.assertNotEmitted(line.sent):
        qtbot.keyClick(line.what, Qt.Key.Key_Return)
    assert line.time.line.hasFocus()


def test_arrow_keys_move_the_time(qtbot: QtBot, line: RequestLine) -> None:
    qtbot.mouseClick(line.today, LEFT)
    qtbot.keyClick(line.time.line, Qt.Key.Key_Down)
    assert line.words.text() == "today at 17:45"
    qtbot.keyClick(line.time.line, Qt.Key.Key_Up)
    assert line.words.text() == "today at 18:00"


def test_tab_goes_from_what_to_note_to_chips_to_time_to_the_button(qtbot: QtBot, line: RequestLine) -> None:
    qtbot.mouseClick(line.today, LEFT)
    line.what.setFocus()
    stops: list[str] = []
    for _ in range(9):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        stops.append(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab, delay=60)  # faster is a scanner
    assert stops == [
        "What do they ask for?",
        "Note (optional)",
        "In 30 min",
        "In 1 hour",
        "Today",
        "Tomorrow",
        "Another day",
        "Time",
        "Note it",
    ]


def test_what_is_half_typed_waits_for_its_customer(
    qtbot: QtBot, window: CounterWindow, people: list[int], line: RequestLine
) -> None:
    line.what.setText("A birthday ca")
    line.note.setText("No nuts")
    choose_day(line, "Saturday")
    qtbot.keyClick(line.what, Qt.Key.Key_Escape)
    assert line.isHidden()
    window.attending.choose(people[1])
    window.attending.request()
    assert (line.what.text(), line.note.text(), line.promise()) == ("", "", None)
    line.what.setText("Two breads")
    window.attending.choose(people[0])
    assert line.isHidden()
    window.attending.request()
    assert (line.what.text(), line.note.text()) == ("A birthday ca", "No nuts")
    assert line.words.text() == "Saturday at 9:00"
    window.attending.request()
    assert line.what.text() == "A birthday ca"
    window.attending.choose(people[1])
    window.attending.request()
    assert line.what.text() == "Two breads"


def test_what_is_noted_does_not_come_back(
    qtbot: QtBot, window: CounterWindow, people: list[int], line: RequestLine
) -> None:
    line.what.setText("A cake")
    line.choose_promise(HALF_HOUR)
    qtbot.keyClick(line.what, Qt.Key.Key_Return)
    noted(qtbot, window)
    assert line.isHidden()
    window.attending.request()
    assert (line.what.text(), line.promise()) == ("", None)


def test_what_is_noted_late_leaves_the_next_customers_line_open(
    qtbot: QtBot, window: CounterWindow, people: list[int], line: RequestLine
) -> None:
    line.what.setText("A cake")
    qtbot.keyClick(line.what, Qt.Key.Key_Return)
    window.attending.choose(people[1])  # before the first one is saved
    window.attending.request()
    line.what.setText("Two breads")
    noted(qtbot, window)
    assert (line.isVisible(), line.what.text()) == (True, "Two breads")
    window.attending.choose(people[0])
    window.attending.request()
    assert line.what.text() == ""


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_it_fits_without_covering_the_acts(
    window: CounterWindow, desk: FrontDesk, line: RequestLine, language: str, size: tuple[int, int]
) -> None:
    LANGUAGE.speak(language)
    window.resize(*size)
    window.attending.request()
    line.choose_promise(in_days(4, desk.now(), desk.zone))
    window.grab()
    assert window.greeting.rect().contains(line.geometry())
    assert not line.geometry().intersects(window.greeting.acts.geometry())
    parts = [part for part in line.findChildren(QWidget) if part.isVisible() and part is not line.words]
    for part in parts:
        parent = part.parentWidget()
        assert parent is not None
        assert parent.rect().contains(part.geometry()), part
        assert part.height() >= TARGET, part
    assert line.words.sizeHint().width() <= line.words.width()
