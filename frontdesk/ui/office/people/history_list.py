"""What happened with one person, the latest first, with the words that were typed; by its sort, if wanted."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from frontdesk.domain.trust.deeds import DeedGroup, DeedPlace, group_of
from frontdesk.services.people.history import HistoryLine, HistoryPage
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import RecordRow, when_words
from frontdesk.ui.widgets.buttons import Chip, TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.pages import ScrolledColumn
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.deeds import deed_sentence, group_name

_SORTS: Final = (
    DeedGroup.STAMPS,
    DeedGroup.REWARDS,
    DeedGroup.GIVEN,
    DeedGroup.REQUESTS,
    DeedGroup.COMPLAINTS,
    DeedGroup.ANSWERS,
    DeedGroup.CARE,
    DeedGroup.CUSTOMERS,
)
_SIGNS: Final = {
    DeedGroup.STAMPS: "stamp",
    DeedGroup.REWARDS: "gift",
    DeedGroup.GIVEN: "hand-heart",
    DeedGroup.REQUESTS: "clipboard-list",
    DeedGroup.COMPLAINTS: "message-square-warning",
    DeedGroup.ANSWERS: "message-square-heart",
    DeedGroup.CARE: "heart-handshake",
}


class HistoryList(QWidget):
    """Read beside the window, a page at a time."""

    def __init__(self, counter: Counter, customer_id: int) -> None:
        super().__init__()
        self._counter, self._customer_id = counter, customer_id
        self._lines: list[HistoryLine] = []
        self._more: DeedPlace | None = None
        self._asked = 0
        self.rows: list[RecordRow] = []
        self.chips = {None: Chip(checkable=True)} | {group: Chip(checkable=True) for group in _SORTS}
        self.words, self.sorry = Prose(), ProseStrip("calm", "lock")
        self.more_button = TextButton("chevron-down", "quiet")
        self.more_button.clicked.connect(self._read_on)
        self._list = QVBoxLayout()
        self._list.setSpacing(RHYTHM)
        self._lay_out()
        LANGUAGE.changed.connect(self._fill)

    def read(self) -> None:
        """From the latest on; what is shown stays until the new is there."""
        self._ask(None)

    def _group(self) -> DeedGroup | None:
        return next(group for group, chip in self.chips.items() if chip.isChecked())

    def _read_on(self) -> None:
        self._ask(self._more)

    def _ask(self, after: DeedPlace | None) -> None:
        self._asked += 1
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.history.of,
            desk.act(),
            self._customer_id,
            self._group(),
            after,
            done=partial(self._on_read, self._asked, after is None),
            refused=self._on_refused,
            owner=self,
        )

    def _on_read(self, asked: int, anew: bool, page: HistoryPage) -> None:
        if asked != self._asked:
            return  # another sort was chosen meanwhile
        self.sorry.setText("")
        self._lines = [*([] if anew else self._lines), *page.lines]
        self._more = page.more
        self._fill()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.sorry.setText(sentence)
        self._counter.bridge.refused.emit(sentence, error)

    def _fill(self) -> None:
        empty(self._list)
        self.rows = [self._row(line) for line in self._lines]
        for row in self.rows:
            self._list.addWidget(row)
        self.words.setText("" if self.rows else tr("Nothing of this sort happened yet."))
        self.words.setVisible(not self.rows)
        self.more_button.say(tr("Show earlier"))
        self.more_button.setVisible(self._more is not None)

    def _row(self, line: HistoryLine) -> RecordRow:
        desk, deed = self._counter.desk, line.deed
        when = when_words(deed.place.at, desk.zone, desk.now())
        group = group_of(deed.kind, of_customer=True)
        sign = _SIGNS.get(group, "user-round") if group is not None else "user-round"
        said = deed_sentence(LANGUAGE.texts, deed)
        return RecordRow(
            "ban" if deed.refused else sign, said, when, origin=line.words, faded=bool(deed.undone_by)
        )

    def _lay_out(self) -> None:
        sorts, group = WrappedChips(), QButtonGroup(self)
        for each, chip in self.chips.items():
            speak(chip.say, partial(_sort_said, each))
            group.addButton(chip)
            chip.clicked.connect(self.read)
        self.chips[None].setChecked(True)
        page = ScrolledColumn()
        page.column.setSpacing(RHYTHM)
        page.column.addWidget(sorts)
        sorts.show_chips(tuple(self.chips.values()))
        page.column.addWidget(self.words)
        page.column.addLayout(self._list)
        page.column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self.sorry)
        column.addWidget(page, 1)
        self._fill()


def _sort_said(group: DeedGroup | None) -> str:
    if group is DeedGroup.CUSTOMERS:
        return tr("Their record")
    return tr("Everything") if group is None else group_name(LANGUAGE.texts, group)
