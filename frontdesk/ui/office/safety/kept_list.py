"""The backups on this computer and in the second place, each in a row, with a way to try it out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.trust.backups import BackupMade
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.backups import made_when, size_sentence, why_sentence

_SHOWN_AT_FIRST: Final = 5
_PIECE: Final = 40
"""So many rows come with each tap on More: a hundred at once would hold up the window."""


class KeptList(QWidget):
    """Hidden while there is none."""

    def __init__(
        self, counter: Counter, say_title: Callable[[], str], try_out: Callable[[BackupMade], None]
    ) -> None:
        super().__init__()
        self._counter, self._try_out = counter, try_out
        self._found: tuple[BackupMade, ...] = ()
        self._shown = _SHOWN_AT_FIRST
        self.rows: list[KeptRow] = []
        heading = PlainLabel(role="heading")
        speak(heading.setText, say_title)
        self._list = QVBoxLayout()
        self._list.setSpacing(RHYTHM)
        self.more_button = TextButton("chevron-down", "quiet")
        self.more_button.clicked.connect(self.show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(heading)
        column.addLayout(self._list)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        LANGUAGE.changed.connect(self._fill)
        self.hide()

    def show_backups(self, found: tuple[BackupMade, ...]) -> None:
        """Show these, in this order."""
        self._found = found
        self.setVisible(bool(found))
        self._fill()

    def show_more(self) -> None:
        """Show some of the older ones, too."""
        self._shown += _PIECE
        self._fill()

    def _fill(self) -> None:
        empty(self._list)
        self.rows = [KeptRow(self._counter, made, self._try_out) for made in self._found[: self._shown]]
        for row in self.rows:
            self._list.addWidget(row)
        left = len(self._found) - len(self.rows)
        self.more_button.say(ntr("Show {n} older one", "Show {n} older ones", left))
        self.more_button.setVisible(left > 0)


class KeptRow(QWidget):
    """One backup: when and why it was made, how far its books go, and a button to try it out."""

    def __init__(self, counter: Counter, made: BackupMade, try_out: Callable[[BackupMade], None]) -> None:
        super().__init__()
        desk, texts = counter.desk, LANGUAGE.texts
        when = made_when(texts, made, desk.zone, desk.now())
        why, size = why_sentence(texts, made), size_sentence(texts, made)
        self.setAccessibleName(f"{when}. {why} {size}")
        self.button = TextButton("history")
        self.button.say(tr("Try it out"))
        self.button.setAccessibleDescription(when)
        self.button.clicked.connect(partial(try_out, made))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(when, "strong"))
        words.addWidget(Prose(f"{why} {size}", ink="quiet" if made.good else "warn_ink"))
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
