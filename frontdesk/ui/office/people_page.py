"""Whom a figure counts: when, who, and in a few words what it was. A tap greets them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt

from frontdesk.domain.care.care_figures import Counted
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.office.listed_page import LISTED, ListedPage
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.wording.dates import day

_SIGNS: Final = {True: "circle-check", False: "x"}


class PeoplePage(ListedPage):
    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._people: tuple[Counted, ...] = ()
        self._marked = False
        self._opens: Callable[[int], None] = counter.choose

    def show_people(
        self,
        sentence: str,
        people: tuple[Counted, ...],
        *,
        marked: bool = False,
        opens: Callable[[int], None] | None = None,
    ) -> None:
        """List them under the figure's sentence; those of a share are `marked` with whether it was so.

        A tap greets them, or does what `opens` says.
        """
        self._opens = opens or self._counter.choose
        self.sentence.setText(sentence)
        self._people, self._marked = people, marked
        self._fill()
        first = self._first_button() or self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        rows = [self._row(each) for each in self._people[:LISTED]]
        self._list_rows(rows, len(self._people) - LISTED)

    def _row(self, each: Counted) -> RecordRow:
        desk = self._counter.desk
        when = day(LANGUAGE.texts, each.at, desk.zone, desk.now())
        said = tr("{when} · {note}", when=when, note=each.note) if each.note else when
        sign = _SIGNS[each.met] if self._marked else "user-round"
        row = RecordRow(sign, each.name or tr("Somebody we do not know"), said)
        if each.customer_id is not None:
            row.offer(tr("Open"), partial(self._opens, each.customer_id))
        return row
