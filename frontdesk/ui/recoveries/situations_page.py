"""What happened: each situation is one large button, and one tap writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.care.playbooks import Playbook
from frontdesk.domain.care.recoveries import Recovery
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import ACTION, RHYTHM, is_large
from frontdesk.ui.people.record_rows import RecordRow, when_words
from frontdesk.ui.recoveries.signs import situation_icon
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.recoveries import recovery_state_name

_COLUMNS = 3
_DIGITS: Final = "1234567890"
"""The keys of the situations, as they stand in a row on the keyboard."""


class SituationsPage(QWidget):
    """It writes nothing: it says what was tapped. What is not at its end yet stands above."""

    chosen = Signal(str)
    wanted = Signal(int)
    """One that is there already."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.explains = Prose()
        self.buttons: dict[str, TextButton] = {}
        self.rows: list[RecordRow] = []
        self._standing, self._grid = QVBoxLayout(), QGridLayout()
        for part in (self._standing, self._grid):
            part.setSpacing(RHYTHM)
        page = ScrolledColumn()
        page.column.addLayout(self._standing)
        page.column.addWidget(self.explains)
        page.column.addLayout(self._grid)
        page.column.addStretch(1)
        fill_with(self, page)

    def show_all(self, standing: Sequence[Recovery], explains: str) -> None:
        """Every situation of the shop, in the language spoken now, below what stands already. The keyboard
        stays at its situation.
        """
        focused = next((code for code, button in self.buttons.items() if button.hasFocus()), "")
        self.explains.setText(explains)
        every = self._counter.desk.playbooks.all(LANGUAGE.code)
        names = {each.situation: each.name for each in every}
        self._show_standing(standing, names)
        _clear(self._grid)
        self.buttons = {each.situation: self._button(each, place) for place, each in enumerate(every)}
        columns = 1 if is_large() else _COLUMNS
        for place, button in enumerate(self.buttons.values()):
            row, column = divmod(place, columns)
            self._grid.addWidget(button, row, column)
            self._grid.setRowMinimumHeight(row, 0 if is_large() else ACTION)
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def rest(self, resting: bool) -> None:
        """While a tap is on its way, a second one is not another complaint."""
        for button in self.buttons.values():
            button.setEnabled(not resting)

    def _show_standing(self, standing: Sequence[Recovery], names: dict[str, str]) -> None:
        _clear(self._standing)
        self.rows = []
        if not standing:
            return
        self._standing.addWidget(PlainLabel(tr("Not at its end yet"), "heading"))
        desk = self._counter.desk
        for each in standing:
            code, now = each.situation, desk.now()
            name = names.get(code) or desk.playbooks.read(code, LANGUAGE.code).name
            about = (
                each.who,
                recovery_state_name(LANGUAGE.texts, each.state),
                when_words(each.at, desk.zone, now),
            )
            row = RecordRow(situation_icon(code), name, " · ".join(filter(None, about)))
            row.offer(tr("Go on"), partial(self.wanted.emit, each.id))
            self.rows.append(row)
            self._standing.addWidget(row)
        self._standing.addWidget(PlainLabel(tr("Something new"), "heading"))

    def press(self, digit: str) -> bool:
        """The key of a situation is a tap on it; False where none has it."""
        place = _DIGITS.find(digit) if digit else -1
        if not 0 <= place < len(self.buttons):
            return False
        list(self.buttons.values())[place].click()
        return True

    def _button(self, playbook: Playbook, place: int) -> TextButton:
        button = TextButton(situation_icon(playbook.situation))
        if not is_large():  # where text is large the button is as high as its words
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        button.say("   ".join(filter(None, (_DIGITS[place : place + 1], playbook.name))))
        button.setAccessibleName(playbook.name)
        button.clicked.connect(partial(self._on_tapped, playbook.situation))
        return button

    def _on_tapped(self, situation: str, checked: bool = False) -> None:
        self.chosen.emit(situation)


def _clear(layout: QVBoxLayout | QGridLayout) -> None:
    empty(layout)
