"""Everything out and in: the whole shop as one file, lists for other programs, and lists from them."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import tr
from frontdesk.ui.office.transfer.everything_part import EverythingPart
from frontdesk.ui.office.transfer.lists_part import ListsPart
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn


def open_sheet(counter: Counter, **facts: Any) -> Sheet:
    return TransferSheet(counter)


class TransferSheet(Sheet):
    """Two parts: all of the shop, and its list of customers."""

    place = Place.PAGE

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.everything, self.lists = EverythingPart(counter), ListsPart(counter)
        page = ScrolledColumn()
        page.column.addWidget(self.everything)
        page.column.addSpacing(GAP)
        page.column.addWidget(self.lists)
        page.column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def title(self) -> str:
        return tr("Everything out and in")

    def first_focus(self) -> QWidget:
        return self.everything.save_button

    def may_close(self) -> bool:
        self.everything.cancel()
        self.lists.cancel()
        return True
