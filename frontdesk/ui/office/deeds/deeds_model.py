"""The trail as a list that reads on when somebody scrolls to its end, and its lines."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from frontdesk.domain.trust.deeds import Deed, DeedPage, DeedPlace, DeedsAsked
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.people.record_rows import when_words
from frontdesk.wording.deeds import deed_sentence

DEED_ROLE: Final = Qt.ItemDataRole.UserRole
BELOW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class DeedsModel(QAbstractListModel):
    """Newest first. A page is read beside the window; `read` tells of each, `refused` why there is none."""

    read = Signal()
    refused = Signal(str, object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.deeds: list[Deed] = []
        self.asked = DeedsAsked()
        self._more: DeedPlace | None = None
        self._turn, self.reading = 0, False

    def ask(self, asked: DeedsAsked) -> None:
        """From the newest on; what is shown stays until the new is there."""
        self.asked = asked
        self._read(None)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.deeds)

    def canFetchMore(self, parent: _Index) -> bool:
        return self._more is not None and not self.reading

    def fetchMore(self, parent: _Index) -> None:
        if self._more is not None and not self.reading:
            self._read(self._more)

    def data(self, index: _Index, role: int = 0) -> Any:
        if not index.isValid():
            return None
        deed = self.deeds[index.row()]
        if role == DEED_ROLE:
            return deed
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return deed_sentence(LANGUAGE.texts, deed)
        if role == BELOW_ROLE:
            return self._below(deed)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{deed_sentence(LANGUAGE.texts, deed)}. {self._below(deed)}"
        return None

    def _below(self, deed: Deed) -> str:
        desk = self._counter.desk
        when = when_words(deed.place.at, desk.zone, desk.now())
        return tr("{when} · {till}", when=when, till=deed.till)

    def _read(self, after: DeedPlace | None) -> None:
        self._turn += 1
        self.reading = True
        desk = self._counter.desk
        self._counter.bridge.work(
            desk.audit.page,
            desk.act(),
            self.asked,
            after,
            done=partial(self._on_read, self._turn, after is None),
            refused=self._on_refused,
            owner=self,
        )

    def _on_read(self, turn: int, anew: bool, page: DeedPage) -> None:
        if turn != self._turn:
            return  # something else was asked for meanwhile
        self.reading, self._more = False, page.more
        if anew:
            self.beginResetModel()
            self.deeds = list(page.deeds)
            self.endResetModel()
        elif page.deeds:
            self.beginInsertRows(QModelIndex(), len(self.deeds), len(self.deeds) + len(page.deeds) - 1)
            self.deeds += page.deeds
            self.endInsertRows()
        self.read.emit()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.reading, self._more = False, None
        self.beginResetModel()
        self.deeds = []
        self.endResetModel()
        self.refused.emit(sentence, error)
