"""Settings: each backup in a row, and the way back to it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.trust.backups import BackupMade
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.icons import wear_icon
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import set_role
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.backups import made_when, size_sentence, why_sentence

_SHOWN_AT_FIRST: Final = 6
_ASKS_FOR_MS: Final = 8_000
_WORDS_WIDTH: Final = 344
_WORDS_LEAST: Final = 160


class BackupsList(QWidget):
    """What there is, the latest first. Hidden while there is none."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._found: tuple[BackupMade, ...] = ()
        self._all_shown = False
        heading, explained = PlainLabel(role="heading"), Prose()
        speak(heading.setText, lambda: tr("The backups"))
        speak(
            explained.setText,
            lambda: tr(
                "Bringing one back makes the shop what it was then. The shop of today is kept as a backup "
                "first, so that you can come back to it."
            ),
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(RHYTHM)
        self.all_button = TextButton("chevron-down", "quiet")
        self.all_button.clicked.connect(self.show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(heading)
        column.addWidget(explained)
        column.addLayout(self._rows)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        LANGUAGE.changed.connect(self._fill)
        self.hide()

    def show_backups(self, found: tuple[BackupMade, ...]) -> None:
        """Show these, in this order."""
        self._found = found
        self.setVisible(bool(found))
        self._fill()

    def show_all(self) -> None:
        """Show the older ones, too."""
        self._all_shown = True
        self._fill()

    def _fill(self) -> None:
        empty(self._rows)
        desk = self._counter.desk
        shown = self._found if self._all_shown else self._found[:_SHOWN_AT_FIRST]
        for made in shown:
            row = BackupRow(made, made_when(LANGUAGE.texts, made, desk.zone, desk.now()))
            if row.button is not None:
                row.button.sure.connect(partial(self._bring_back, made))
            self._rows.addWidget(row)
        self.all_button.say(ntr("Show all {n} backups", "Show all {n} backups", len(self._found)))
        self.all_button.setVisible(len(shown) < len(self._found))

    def _bring_back(self, made: BackupMade) -> None:
        """If whoever asks may."""
        counter, desk = self._counter, self._counter.desk
        counter.bridge.work(
            desk.returning.allow, desk.act(), done=lambda _: counter.bring_back((made,)), owner=self
        )


class BackupRow(QWidget):
    """One backup: when and why it was made, how far its books go, and Bring back where it can be read."""

    def __init__(self, made: BackupMade, when: str) -> None:
        super().__init__()
        self.made = made
        self.button: BringBackButton | None = None
        why, size = why_sentence(LANGUAGE.texts, made), size_sentence(LANGUAGE.texts, made)
        self.setAccessibleName(f"{when}. {why} {size}")
        self._said, self._size = QWidget(), Prose(size, ink="quiet" if made.good else "warn_ink")
        self._said.setFixedWidth(_WORDS_WIDTH)
        words = QVBoxLayout(self._said)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(ElidedLabel(when, "strong"))
        words.addWidget(ElidedLabel(why, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(self._said)
        row.addWidget(self._size, 1)
        if made.good:
            self.button = BringBackButton(when)
            self.button.turned.connect(self._make_room)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def _make_room(self, asks: bool) -> None:
        """The question is a long one; in a narrow window it needs the words' room, too."""
        self._size.setHidden(asks)
        self._said.setMinimumWidth(_WORDS_LEAST if asks else _WORDS_WIDTH)


class BringBackButton(TextButton):
    """The first tap asks, in the same place and for some seconds; the second one is `sure`.

    The second tap of a double click is none: it comes before anybody can have read the question.
    """

    sure = Signal()
    turned = Signal(bool)
    """Whether it asks now."""

    def __init__(self, when: str) -> None:
        super().__init__("history")
        self._when = when
        self._asked = QElapsedTimer()
        self._calm_again = QTimer(self, singleShot=True, interval=_ASKS_FOR_MS)
        self._calm_again.timeout.connect(self.calm_down)
        self.clicked.connect(self._on_tap)
        self.calm_down()

    @property
    def asks(self) -> bool:
        """Whether the next tap brings the shop back."""
        return self._asked.isValid()

    def calm_down(self) -> None:
        """Forget the first tap."""
        self._asked.invalidate()
        self._wear("plain")
        self.say(tr("Bring back"))
        self.turned.emit(False)
        self.setAccessibleDescription(self._when)

    def _on_tap(self) -> None:
        if not self.asks:
            self._asked.start()
            self._calm_again.start()
            self._wear("filled")
            self.turned.emit(True)
            self.say(tr("Yes, bring back the shop of {when}", when=self._when))
        elif self._asked.elapsed() >= QApplication.doubleClickInterval():
            self.sure.emit()

    def _wear(self, role: str) -> None:
        set_role(self, role)
        wear_icon(self, "history", "on_accent" if role == "filled" else "ink", 20, gap=8)
