"""How the table gets its lines: the first at once, everybody beside the window, then each question."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.acts import Changes
from frontdesk.domain.people.customer_filters import TableQuery
from frontdesk.domain.people.customer_table import CustomerLine, Found
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office.customers.name_order import order_for


class TableReading(QObject):
    """Asks one question at a time: while an answer is on its way, only the last of further ones is kept."""

    found = Signal(object, object)
    """The answer, and whose lines are to be read again; None for all."""
    prepared = Signal(object)
    refused = Signal(str, object)

    def __init__(self, counter: Counter, place: QObject) -> None:
        super().__init__(place)
        self._counter = counter
        self.query = TableQuery()
        self._is_read, self._busy, self._again = False, False, False
        self._shut, self._resting = False, False
        self._changed: set[int] = set()
        self._all_changed = False
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self.prepare)

    @property
    def table(self) -> Any:
        return self._counter.desk.customer_table

    def begin(self) -> None:
        """The first lines, and beside them everybody; what was read before answers meanwhile."""
        self.prepare()
        among = self.query.among
        if self._is_read:
            self.ask()
        elif among is not None:
            self.found.emit(Found(array("q", among), len(among), len(among), whole=False), None)
        else:
            self._work(self.table.first, done=self._on_first, quick=True)

    def prepare(self) -> None:
        """Read everybody (anew)."""
        in_order = order_for(LANGUAGE.code)
        self._is_read, self._all_changed = self.table.is_read(in_order), True
        self._work(self.table.prepare, in_order, done=self._on_prepared)

    def ask(self, query: TableQuery | None = None) -> None:
        """Another question, or the same once more."""
        self.query = query or self.query
        if not self._is_read or self._busy or self._resting:
            self._again = True
            return
        self._busy, self._again = True, False
        changed, self._changed = frozenset(self._changed), set()
        all_changed, self._all_changed = self._all_changed, False

        def done(found: Any) -> None:
            self._on_found(found, None if all_changed else changed)

        self._work(self.table.find, self.query, changed, done=done, quick=True)

    def rest(self) -> None:
        """Nobody sees the table: what changes meanwhile is read when somebody does."""
        self._resting = True

    def wake(self) -> None:
        """Somebody sees it again, perhaps behind a lock that was opened."""
        if not self._resting:
            return
        self._resting = False
        if self._shut:
            self.prepare()
        elif self._again:
            self.ask()

    def lines(self, ids: Collection[int]) -> dict[int, CustomerLine]:
        """Those that are in sight, now. After a refusal nothing is read until somebody asks again."""
        if self._shut:
            return {}
        try:
            found: dict[int, CustomerLine] = self.table.lines(self._counter.desk.act(), ids)
        except Refused as error:
            self._shut = True
            self._counter.bridge.work(_raise, error, refused=self._on_refused)
            return {}
        return found

    def _work(self, method: Any, *args: Any, done: Any, quick: bool = False) -> None:
        self._shut = False
        act, refused = self._counter.desk.act(), self._on_refused
        self._counter.bridge.work(method, act, *args, done=done, refused=refused, owner=self, quick=quick)

    def _on_first(self, found: Any) -> None:
        if not self._is_read and self.query == TableQuery():
            self.found.emit(found, None)

    def _on_prepared(self, choices: Any) -> None:
        self._is_read, self._all_changed = True, True
        self.prepared.emit(choices)
        self.ask()
        self._work(self.table.learn, done=self._on_learnt)

    def _on_learnt(self, _: None) -> None:
        """Who is missed is known now: the states of lines may be others."""
        self._all_changed = True
        self.ask()

    def _on_found(self, found: Any, changed: Collection[int] | None) -> None:
        self._busy = False
        if found is None:
            self.prepare()
        elif self._again and changed is not None and not changed:
            self.ask()  # there is another question by now; nobody waits for this answer
        else:
            self.found.emit(found, changed)
            if self._again:
                self.ask()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._busy, self._shut = False, True
        self.refused.emit(sentence, error)

    def _on_changed(self, changes: Changes) -> None:
        if changes.everything or changes.shop:
            self._shut = self._shut or self._resting
            if not self._resting:
                self.prepare()
        elif changes.customers:
            self._changed |= changes.customers
            self.ask()


def _raise(error: Exception) -> None:
    """So that a refusal goes the way of all refusals."""
    raise error
