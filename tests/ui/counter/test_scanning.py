"""A scanner is told from a person by its speed; what it types never stays in a field."""

import random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.ui.counter.scanning import SCANNER_GAP_MS, ScanReader, Verdict, latin_key
from frontdesk.ui.counter.window import CounterWindow


def fed(reader: ScanReader, text: str, gap: int, start: int = 1_000) -> list[Verdict]:
    return [reader.key(letter, letter.upper(), False, start + at * gap) for at, letter in enumerate(text)]


def test_ten_milliseconds_between_keys_are_a_scanner() -> None:
    reader = ScanReader()
    verdicts = fed(reader, "M12345", 10)
    assert verdicts[0] is Verdict.FIRST
    assert verdicts[3:] == [Verdict.TAKE_BACK, Verdict.SWALLOW, Verdict.SWALLOW]
    assert reader.key("\r", "", True, 1_060) is Verdict.SCANNED
    assert reader.code() == "M12345"


@pytest.mark.parametrize("gap", [35, 60, 200])
def test_a_person_is_never_a_scanner(gap: int) -> None:
    reader = ScanReader()
    assert set(fed(reader, "somsak vongsa", gap)) == {Verdict.FIRST}
    assert reader.key("\r", "", True, 1_000 + 13 * gap) is Verdict.PASS


def test_control_characters_in_a_code_are_swallowed_and_left_out() -> None:
    reader = ScanReader()
    fed(reader, "M123", 5)
    assert reader.key("\x1d", "", False, 1_020) is Verdict.SWALLOW
    assert reader.key("4", "4", False, 1_025) is Verdict.SWALLOW
    assert reader.code() == "M1234"


def test_shift_between_letters_does_not_break_a_scan() -> None:
    reader = ScanReader()
    at = 1_000
    for letter in "MABCD":
        reader.key("", "", False, at)
        reader.key(letter, letter, False, at + 5)
        at += 10
    assert reader.sure
    assert reader.typed == "MABCD"


def test_three_fast_keys_are_still_a_person() -> None:
    reader = ScanReader()
    assert fed(reader, "abc", SCANNER_GAP_MS) == [Verdict.FIRST, Verdict.PASS, Verdict.PASS]
    assert reader.key("\r", "", True, 1_045) is Verdict.PASS


def test_under_a_lao_layout_the_keys_count() -> None:
    reader = ScanReader()
    code = "M0123456789ABCDEF"
    for at, key in enumerate(code):
        reader.key("ກ", key, False, 1_000 + at * 5)
    assert reader.code() == code


def test_keys_by_their_place_and_by_their_name() -> None:
    assert latin_key("xcb", 24, 0) == "Q"
    assert latin_key("xcb", 10, 0) == "1"
    assert latin_key("windows", 0, ord("Q")) == "Q"
    assert latin_key("offscreen", 24, 0) == ""


class Scanner:
    """Types into whatever has the focus, as a scanner or as a person does."""

    def __init__(self) -> None:
        self.at = 10_000

    def types(self, text: str, gap: int = 5, *, enter: bool = True) -> None:
        self.at += 1_000
        for letter in text:
            self._key(Qt.Key.Key_unknown, letter, gap)
        if enter:
            self._key(Qt.Key.Key_Return, "\r", gap)

    def _key(self, key: Qt.Key, text: str, gap: int) -> None:
        self.at += gap
        receiver = QApplication.focusWidget()
        assert isinstance(receiver, QWidget)
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self.at)
        QApplication.sendEvent(receiver, event)


@pytest.fixture
def code(desk: FrontDesk, people: list[int]) -> str:
    """The code on Somsak's member card."""
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), (people[0],)).result()
    return str(card.code)


def test_a_scan_chooses_the_customer(
    qtbot: QtBot, window: CounterWindow, people: list[int], code: str
) -> None:
    window.activateWindow()
    window.header.search.setFocus()
    Scanner().types(code)
    assert window.attending.customer_id == people[0]
    assert window.header.search.text() == ""


def test_what_was_typed_before_a_scan_stays(window: CounterWindow, people: list[int], code: str) -> None:
    window.attending.choose(people[1])
    window.attending.request()
    window.greeting.request_line.what.setText("A cake")
    window.greeting.request_line.what.setFocus()
    Scanner().types(code)
    assert window.greeting.request_line.what.text() == "A cake"
    assert window.attending.customer_id == people[0]


def test_a_person_types_a_code_and_keeps_it(window: CounterWindow, code: str) -> None:
    window.header.search.setFocus()
    Scanner().types(code, gap=40, enter=False)
    assert window.header.search.text() == code


def test_an_unknown_code_is_said_in_words(window: CounterWindow) -> None:
    window.header.search.setFocus()
    Scanner().types("8850123456789")
    assert window.attending.customer_id == 0
    assert "card" in window.notices.text().lower()
    assert window.header.search.text() == ""


def test_a_burst_without_enter_that_is_no_code_is_given_back(qtbot: QtBot, window: CounterWindow) -> None:
    window.header.search.setFocus()
    Scanner().types("hello there", enter=False)
    qtbot.waitUntil(lambda: window.header.search.text() == "hello there")


@pytest.mark.parametrize("seed", range(6))
def test_no_letter_is_lost_or_doubled_by_one_who_types_as_fast_as_a_scanner(
    qtbot: QtBot, window: CounterWindow, seed: int
) -> None:
    rng, at = random.Random(seed), 1_000_000
    window.activateWindow()
    qtbot.waitUntil(window.header.search.hasFocus)
    typed = "oat milk latte no sugar please"
    for letter in typed:
        at += rng.choice([5, 12, 19, 21, 30, 60])
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(at)
        QApplication.sendEvent(window.header.search, event)
    qtbot.waitUntil(lambda: window.header.search.text() == typed)
