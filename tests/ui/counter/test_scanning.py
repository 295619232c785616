"""A scanner is told from a person by its speed; what it types never stays in a field."""

import random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.finding.keyboard_layouts import LAYOUTS
from frontdesk.domain.finding.scans import Scan
from frontdesk.ui.counter import keys
from frontdesk.ui.counter.key_places import latin_key
from frontdesk.ui.counter.scanning import SCANNER_GAP_MS, Press, ScanReader, Verdict
from frontdesk.ui.counter.window import CounterWindow

CODE = "M0123456789ABCDEF"


def fed(reader: ScanReader, text: str, gap: int, start: int = 1_000) -> list[Verdict]:
    return [reader.key(Press(start + at * gap, letter, letter.upper())) for at, letter in enumerate(text)]


def test_ten_milliseconds_between_keys_are_a_scanner() -> None:
    reader = ScanReader()
    verdicts = fed(reader, "M12345", 10)
    assert verdicts[0] is Verdict.FIRST
    assert verdicts[3:] == [Verdict.TAKE_BACK, Verdict.SWALLOW, Verdict.SWALLOW]
    assert reader.key(Press(1_060, "\r", ends=True)) is Verdict.SCANNED
    assert reader.scan.typed == "M12345"


@pytest.mark.parametrize("gap", [35, 60, 200])
def test_a_person_is_never_a_scanner(gap: int) -> None:
    reader = ScanReader()
    assert set(fed(reader, "somsak vongsa", gap)) == {Verdict.FIRST}
    assert reader.key(Press(1_000 + 13 * gap, "\r", ends=True)) is Verdict.PASS
    assert set(fed(reader, CODE, gap, 90_000)) == {Verdict.FIRST}
    assert reader.key(Press(90_000 + 17 * gap, "\r", ends=True)) is Verdict.PASS


def test_a_clock_of_sixty_ticks_a_second_hides_no_scanner() -> None:
    """Sixteen milliseconds between keys are told as 15 or 31 by Windows."""
    reader, at = ScanReader(), 1_000
    for place, letter in enumerate(CODE):
        at += 31 if place % 3 else 15
        reader.key(Press(at, letter))
    assert reader.key(Press(at + 31, "\r", ends=True)) is Verdict.SCANNED
    assert (reader.scan.typed, reader.scan_was_whole_run) == (CODE, True)


def test_what_comes_slowly_and_is_no_code_is_a_person() -> None:
    reader = ScanReader()
    assert set(fed(reader, "a word that is long", 30)) == {Verdict.FIRST}
    assert reader.key(Press(1_000 + 19 * 30, "\r", ends=True)) is Verdict.PASS


def test_control_characters_in_a_code_are_swallowed_and_left_out() -> None:
    reader = ScanReader()
    fed(reader, "M123", 5)
    assert reader.key(Press(1_020, "\x1d")) is Verdict.SWALLOW
    assert reader.key(Press(1_022, "\x1d", "]", chord=True)) is Verdict.SWALLOW
    assert reader.key(Press(1_025, "4", "4")) is Verdict.SWALLOW
    assert reader.typed == "M1234"


def test_shift_between_letters_does_not_break_a_scan() -> None:
    reader = ScanReader()
    at = 1_000
    for letter in "MABCD":
        reader.key(Press(at))
        reader.key(Press(at + 5, letter, letter))
        at += 10
    assert reader.sure
    assert reader.typed == "MABCD"


def test_three_fast_keys_are_still_a_person() -> None:
    reader = ScanReader()
    assert fed(reader, "abc", SCANNER_GAP_MS) == [Verdict.FIRST, Verdict.PASS, Verdict.PASS]
    assert reader.key(Press(1_045, "\r", ends=True)) is Verdict.PASS


def test_under_a_layout_that_nobody_knows_the_places_count() -> None:
    reader = ScanReader()
    for at, key in enumerate(CODE):
        reader.key(Press(1_000 + at * 5, "漢", key))
    reader.key(Press(1_000 + 18 * 5, ends=True))
    assert reader.scan.codes() == (CODE,)


def test_what_follows_a_scan_at_once_is_swallowed_but_not_the_next_word() -> None:
    reader = ScanReader()
    fed(reader, CODE, 5)
    assert reader.key(Press(1_085, "\r", ends=True)) is Verdict.SCANNED
    assert reader.key(Press(1_090, "\n", "J", chord=True)) is Verdict.SWALLOW
    assert reader.key(Press(1_095, "\r", ends=True)) is Verdict.SWALLOW
    assert reader.key(Press(1_130, "s", "S")) is Verdict.FIRST
    assert reader.key(Press(1_400, "\r", ends=True)) is Verdict.PASS


def test_keys_by_their_place() -> None:
    assert latin_key("xcb", 24, 0) == latin_key("windows", 16, ord("A")) == latin_key("cocoa", 0, 12) == "Q"
    assert latin_key("xcb", 10, 0) == latin_key("windows", 2, 0) == latin_key("cocoa", 0, 18) == "1"
    assert latin_key("windows", 3 + 41, 0) == latin_key("xcb", 52, 0) == latin_key("cocoa", 0, 6) == "Z"
    assert latin_key("offscreen", 24, 0) == latin_key("xcb", 0, 0) == latin_key("cocoa", 0, 99) == ""


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

    def _key(self, key: Qt.Key, text: str, gap: int, *, again: bool = False) -> None:
        self.at += gap
        receiver = QApplication.focusWidget()
        assert isinstance(receiver, QWidget)
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, again)
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


class RealScanner(Scanner):
    """As X11 tells of it: "22" is a key that repeats, and vowels of two parts are composed without a key."""

    def types(self, text: str, gap: int = 5, *, enter: bool = True) -> None:
        self.at += 1_000
        last = ""
        for letter in text.lower():
            typed = KHMER.shifted if letter.isalpha() else KHMER.plain
            sign = typed[LAYOUTS[0].plain.index(letter)]
            if len(sign) > 1:
                self._composed(sign)
            else:
                self._key(Qt.Key.Key_unknown, sign, gap, again=sign == last)
            last = sign
        self._key(Qt.Key.Key_Return, "\r", gap)

    def _composed(self, text: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)


KHMER = next(each for each in LAYOUTS if each.language == "km")


@pytest.mark.parametrize("middle", ["22AA", "VVSS", "V22G7", "JJJJ"])
def test_doubled_keys_and_composed_vowels_are_keys_of_a_scanner(
    window: CounterWindow, middle: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Scan] = []
    monkeypatch.setattr(keys.time, "monotonic", lambda: 1.0)
    window.keys.scanned.disconnect()
    window.keys.scanned.connect(read.append)
    window.activateWindow()
    window.header.search.setFocus()
    window.header.search.setText("ສົມ")
    code = "M1H" + middle.ljust(14, "7")
    RealScanner().types(code)
    assert [code in scan.codes() for scan in read] == [True]
    assert window.header.search.text() == "ສົມ"


def test_a_key_that_is_held_and_a_vowel_that_a_person_composes_are_typing(
    window: CounterWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, search = iter(range(1_000)), window.header.search
    monkeypatch.setattr(keys.time, "monotonic", lambda: next(clock) * 0.05)
    window.activateWindow()
    search.setFocus()
    person = RealScanner()
    person._key(Qt.Key.Key_A, "a", 50)
    person.at += 150
    for _ in range(20):
        person._key(Qt.Key.Key_A, "a", 20, again=True)
    person.at += 200
    for sign in "បាំបាំ":
        person._composed(sign)
    assert search.text() == "a" * 21 + "បាំបាំ"


def test_a_card_that_is_read_again_at_once_changes_nothing(
    window: CounterWindow, people: list[int], code: str
) -> None:
    window.header.search.setFocus()
    scanner = Scanner()
    for _ in range(3):
        scanner.types(code)
        scanner.at -= 900  # the next follows after a tenth of a second
    assert window.attending.customer_id == people[0]
    assert window.header.search.text() == ""
    assert window.sheets.sheet is None


def test_a_selection_and_the_fields_own_undo_outlive_a_scan(
    qtbot: QtBot, window: CounterWindow, people: list[int], code: str
) -> None:
    window.attending.choose(people[0])
    window.attending.request()
    line = window.greeting.request_line.what
    line.setFocus()
    Scanner().types("A cake", gap=60, enter=False)
    line.setSelection(2, 4)
    Scanner().types(code)
    assert (line.text(), line.selectedText()) == ("A cake", "cake")
    assert line.isUndoAvailable()
