"""A thousand cards under five keyboard layouts, scanned into whatever has the focus.

All are read, no shortcut fires, and not one character stays behind.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from frontdesk.domain.finding.keyboard_layouts import LAYOUTS, Layout
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.paper.codes import CodeKind, new_code, read_code
from frontdesk.ui.counter import keys
from frontdesk.ui.counter.scanning import SILENCE_MS
from frontdesk.ui.counter.strips import SeveralStrip
from frontdesk.ui.counter.window import CounterWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a pop-up, drawn into memory

KEY = b"the key of this shop's codes"
A_LAYOUT = 200
LATIN = LAYOUTS[0]
FIVE = [next(each for each in LAYOUTS if each.language == tag) for tag in ("th", "lo", "km", "ka", "fr")]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Scanner:
    """Presses keys as a scanner does, five milliseconds apart, and knows nothing of the layout."""

    layout: Layout
    now: float = 1_000.0
    ending: str = "\r"
    prefix: str = ""
    between: str = ""

    def clock(self) -> float:
        return self.now

    def scan(self, code: str) -> None:
        for place, letter in enumerate(self.prefix + code):
            if letter.isalpha():
                self._press(Qt.Key.Key_Shift, "", SHIFT)
            level = self.layout.shifted if letter.isalpha() else self.layout.plain
            typed = level[LATIN.plain.index(letter.lower())]
            self._press(Qt.Key.Key_unknown, typed, SHIFT if letter.isalpha() else PLAIN)
            if self.between and place == len(self.prefix) + 8:
                self._control(self.between)
        for letter in self.ending:
            self._control(letter)
        self.now += 1.0

    def _control(self, character: str) -> None:
        """A control character: a key of its own, or a letter with Ctrl."""
        match character:
            case "\r":
                self._press(Qt.Key.Key_Return, "\r", PLAIN)
            case "\t":
                self._press(Qt.Key.Key_Tab, "\t", PLAIN)
            case "\0":
                self._press(Qt.Key.Key_unknown, "\0", PLAIN)
            case _:
                self._press(Qt.Key(ord(character) + 64), character, CTRL)

    def _press(self, key: Qt.Key, text: str, held: Qt.KeyboardModifier) -> None:
        self.now += 0.005
        popup = QApplication.activePopupWidget()
        receiver = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
        assert isinstance(receiver, QWidget)
        QTest.sendKeyEvent(QTest.KeyAction.Click, receiver, key, text, held)


@dataclass
class Places:
    """What may have the focus when a card is scanned, and what stood in it."""

    window: CounterWindow
    qtbot: QtBot
    search: QLineEdit = field(init=False)

    def __post_init__(self) -> None:
        self.search = self.window.header.search
        self.line, self.page, self.rich = QLineEdit(), QPlainTextEdit(), QTextEdit()
        self.number, self.button = QSpinBox(), QPushButton("Press")
        self.number.setRange(0, 1000)
        self.choice, self.typed_choice = QComboBox(), QComboBox()
        self.typed_choice.setEditable(True)
        for box in (self.choice, self.typed_choice):
            box.addItems(["Latte", "Mocha", "Matcha", "Flat white", "]"])
        for each in self._all():
            each.setParent(self.window.centralWidget())
            each.show()
        self.pressed: list[bool] = []
        self.button.clicked.connect(lambda: self.pressed.append(True))
        self._fill()

    def situations(self) -> list[Callable[[], None]]:
        return [
            self._search_with_text,
            *(each.setFocus for each in self._all()),
            self._selected,
            self.window.centralWidget().setFocus,
            self._nowhere,
            self._menu,
            self._strip,
            self._open_choice,
        ]

    def stood(self) -> tuple[object, ...]:
        """All that could have changed."""
        line, page = self.line, self.page.textCursor()
        return (
            (self.search.text(), self.search.cursorPosition(), self.search.selectedText()),
            (line.text(), line.cursorPosition(), line.selectedText()),
            (self.page.toPlainText(), page.anchor(), page.position()),
            (self.rich.toPlainText(), self.rich.textCursor().position()),
            (self.number.value(), self.choice.currentIndex(), self.typed_choice.currentText()),
            self.pressed,
        )

    def _all(self) -> tuple[QWidget, ...]:
        return (
            self.line,
            self.page,
            self.rich,
            self.number,
            self.choice,
            self.typed_choice,
            self.button,
        )

    def _fill(self) -> None:
        self.line.setText("a cake")
        self.page.setPlainText("two\nlines")
        self.rich.setPlainText("Likes a window seat")
        self.number.setValue(12)

    def _search_with_text(self) -> None:
        self.search.setFocus()
        self.search.setText("ສົມ")
        self.search.setCursorPosition(1)

    def _selected(self) -> None:
        self.line.setFocus()
        self.line.setSelection(6, -4)

    def _nowhere(self) -> None:
        self.window.setFocus()

    def _menu(self) -> None:
        menu = QMenu(self.button)
        for words in ("Most of all", "First", "0 stamps"):
            menu.addAction(words).triggered.connect(lambda: self.pressed.append(True))
        menu.popup(self.button.mapToGlobal(self.button.rect().center()))
        menu.setActiveAction(menu.actions()[0])

    def _strip(self) -> None:
        strip = SeveralStrip(self.button)
        strip.chosen.connect(lambda: self.pressed.append(True))
        strip.open_below(self.button)

    def _open_choice(self) -> None:
        self.choice.setFocus()
        self.choice.showPopup()


@pytest.fixture
def fired(window: CounterWindow) -> list[object]:
    """Every shortcut that fires: the window's own keys, and chords as a window could have."""
    fired: list[object] = []
    for key in list(window.keys._acts):
        window.keys.on(key, lambda key=key: fired.append(key))
    window.keys.on_undo(lambda: bool(fired.append("undo")))
    for chord in ("Ctrl+]", "Ctrl+M", "Ctrl+J", "Ctrl+C", "Ctrl+Z"):
        QShortcut(QKeySequence(chord), window).activated.connect(lambda chord=chord: fired.append(chord))
    return fired


def ways() -> Iterator[dict[str, str]]:
    """How scanners are set up: what they send before, within and after a code."""
    return cycle(
        [
            {},
            {"ending": "\t"},
            {"prefix": "]C1"},
            {"prefix": "]Q1", "between": "\x1d"},
            {"between": "\0", "ending": "\r\n"},
            {"ending": "\x1d\r"},
            {"ending": "\x03\r"},
        ]
    )


@pytest.mark.parametrize("layout", FIVE, ids=lambda layout: layout.language)
def test_all_cards_are_read_and_nothing_is_left(
    qtbot: QtBot,
    window: CounterWindow,
    fired: list[object],
    layout: Layout,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rng, scanner, read = random.Random(layout.language), Scanner(layout), []
    monkeypatch.setattr(keys.time, "monotonic", scanner.clock)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.keys.scanned.disconnect()
    window.keys.scanned.connect(read.append)
    places, setups = Places(window, qtbot), ways()
    for number, place in zip(range(A_LAYOUT), cycle(places.situations()), strict=False):
        code = new_code(CodeKind.MEMBER, KEY, rng.randbytes(5))
        way = {"ending": "\r", "prefix": "", "between": "", **next(setups)}
        scanner.ending, scanner.prefix, scanner.between = way["ending"], way["prefix"], way["between"]
        place()
        before, focus = places.stood(), QApplication.focusWidget()
        scanner.scan(code)
        assert [meant(scan) for scan in read] == [code], (number, place, way)
        assert places.stood() == before, (number, place, way)
        assert QApplication.activePopupWidget() is None
        assert QApplication.focusWidget() is focus or place.__name__ in ("_open_choice",), (number, place)
        read.clear()
    assert fired == []
    assert places.pressed == []


def test_the_chords_that_must_not_fire_would_fire_by_themselves(
    qtbot: QtBot, window: CounterWindow, fired: list[object]
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.sendKeyEvent(QTest.KeyAction.Click, window.header.search, Qt.Key.Key_BracketRight, "\x1d", CTRL)
    assert fired == ["Ctrl+]"]


def test_a_scanner_that_sends_no_end_is_read_when_it_falls_silent(
    qtbot: QtBot, window: CounterWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanner, code = Scanner(FIVE[1], ending=""), new_code(CodeKind.MEMBER, KEY, b"12345")
    monkeypatch.setattr(keys.time, "monotonic", scanner.clock)
    window.keys.scanned.disconnect()
    window.header.search.setFocus()
    window.header.search.setText("ສົມ")
    with qtbot.waitSignal(window.keys.scanned, timeout=SILENCE_MS * 50) as scanned:
        scanner.scan(code)
    assert meant(scanned.args[0]) == code
    assert window.header.search.text() == "ສົມ"


def meant(scan: Scan) -> str | None:
    """The code that the signature tells to be the one."""
    read = [found for raw in scan.codes() if (found := read_code(raw, KEY))]
    return read[0].code if read else None
