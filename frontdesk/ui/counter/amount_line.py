"""The line on which an amount is typed, where money earns stamps: large keys, Enter. No dialog."""

from __future__ import annotations

from babel.numbers import get_currency_precision
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET, taller
from frontdesk.ui.settings.money import NotAPrice, TooMuch, price_in_words, read_price
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.wording.refusals import slip_sentence

_DIGITS = "1234567890"
_LONGEST = 15


class AmountLine(QWidget):
    """Emits `sent(amount)` in the currency's smallest unit, once: until it is saved or refused it waits."""

    sent = Signal(int)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency, self._waits = "LAK", False
        self.typed = QLineEdit()
        self.typed.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.typed.setMaxLength(_LONGEST)
        self.typed.setProperty("large", True)
        speak(self.typed.setPlaceholderText, lambda: tr("What was paid?"))
        speak(self.typed.setAccessibleName, lambda: tr("What was paid?"))
        self.words = ElidedLabel("", "strong")
        self.keys = {name: _key(name) for name in (*_DIGITS, "000", ".")}
        self._back, self._close = IconButton("arrow-left"), IconButton("x")
        self._send = TextButton("check", "filled")
        speak(self._back.say, lambda: tr("Take the last digit away"))
        speak(self._close.say, lambda: tr("Leave it"))
        speak(self._send.say, lambda: tr("Note it"))
        for name, button in self.keys.items():
            button.clicked.connect(lambda checked=False, name=name: self.typed.insert(name))
        self._back.clicked.connect(self.typed.backspace)
        self._close.clicked.connect(self.given_up)
        self._send.clicked.connect(self.send)
        self.typed.returnPressed.connect(self.send)
        self.typed.textChanged.connect(self._say)
        LANGUAGE.changed.connect(self._say)
        self._lay_out()

    def begin(self, currency: str) -> None:
        """Wait for a new amount."""
        self._currency, self._waits = currency, False
        fraction = get_currency_precision(currency) > 0
        self.keys["."].setVisible(fraction)
        self.keys["000"].setVisible(not fraction)
        self.typed.clear()
        self.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._say()

    def amount(self) -> int | None:
        """What is typed; None where it is no amount."""
        try:
            return read_price(self.typed.text(), self._currency)
        except NotAPrice:
            return None

    def send(self) -> None:
        """Hand over the amount; where there is none, wait for it."""
        amount = self.amount()
        if self._waits or not amount:
            self.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if amount == 0:
                self.words.setText(tr("Write first what was paid."))
            return
        self._waits = True
        self.sent.emit(amount)

    def wait_no_more(self) -> None:
        """It was refused: what was typed may be sent again."""
        self._waits = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        try:
            amount = read_price(self.typed.text(), self._currency)
        except TooMuch:
            self.words.setText(slip_sentence(LANGUAGE.texts))
        except NotAPrice:
            self.words.setText(tr("Write the amount in digits."))
        else:
            self.words.setText(price_in_words(amount, self._currency) if amount else "")

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(RHYTHM)
        first.addWidget(self.typed, 3)
        first.addWidget(self.words, 2)
        first.addWidget(self._close)
        first.addWidget(self._send)
        keys = QGridLayout()
        keys.setSpacing(RHYTHM)
        for place, button in enumerate((*self.keys.values(), self._back)):
            keys.addWidget(button, 0, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(first)
        column.addLayout(keys)


def _key(name: str) -> TextButton:
    """A key of the pad. Tapping it leaves the typing where it is."""
    button = TextButton()
    button.setProperty("narrow", True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFixedHeight(taller(TARGET + RHYTHM))
    button.setMinimumWidth(TARGET)
    button.say(name)
    return button
