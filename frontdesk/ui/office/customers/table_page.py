"""How the page of the table is laid out: what is asked above it, what is done with whom below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size, is_large
from frontdesk.ui.office.customers.bulk_bar import BulkBar
from frontdesk.ui.office.customers.filter_chips import FilterChips
from frontdesk.ui.office.customers.filter_panel import FilterPanel
from frontdesk.ui.office.customers.row_painter import row_height
from frontdesk.ui.office.customers.saved_filters import NameLine, SavedFilters
from frontdesk.ui.office.customers.table_view import CustomersView
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with, in_a_row, tab_through
from frontdesk.ui.widgets.prose import Prose, ProseStrip
from frontdesk.ui.widgets.search_field import SearchField
from frontdesk.ui.widgets.wrapping import WrappedChips


class TablePage(QWidget):
    """A question, or a name for one, opens above the table and has the place of what stands around it; with
    large text that of the table as well.
    """

    def __init__(self, counter: Counter, table: CustomersView, bulk: BulkBar, said: str) -> None:
        super().__init__()
        self.table, self.bulk = table, bulk
        self.sentence = Prose(said, size=Size.TITLE, ink="ink", strong=True)
        self.everybody = TextButton("users")
        self.search, self.saved = SearchField(), SavedFilters(counter)
        self.filter_button, self.columns_button = TextButton("funnel"), TextButton("columns-3")
        self.chips, self.panel, self.naming = FilterChips(), FilterPanel(), NameLine()
        self.sorry, self.empty = ProseStrip("calm", "lock"), ProseStrip("calm", "users")
        self.count = Prose(size=Size.SMALL, ink="quiet")
        speak(self.everybody.say, lambda: tr("Show all customers"))
        speak(self.search.say, lambda: tr("Name or phone"))
        speak(self.filter_button.say, lambda: tr("Filter…"))
        speak(self.columns_button.say, lambda: tr("Columns"))
        self._pages = QStackedWidget()
        self._lay_out()
        self.panel.closed.connect(self.close_parts)
        self.naming.closed.connect(self.close_parts)
        self.order_tabs()

    def show_figure(self, shown: bool) -> None:
        """Whether it is of the people of a figure, whose sentence stands above."""
        self.sentence.setVisible(shown and bool(self.sentence.text()))
        self.everybody.setVisible(shown)

    def make_room(self) -> None:
        """A question or a name is open now."""
        for part in (self.chips, self.count, self.bulk):
            part.hide()
        self._pages.setCurrentIndex(int(is_large()))

    def close_parts(self) -> bool:
        """Back to the whole table; False where nothing was open."""
        was_open = self.panel.isVisibleTo(self) or self.naming.isVisibleTo(self)
        self.panel.hide()
        self.naming.hide()
        self._pages.setCurrentIndex(0)
        self.count.show()
        self.chips.setVisible(bool(self.chips.chips))
        self.bulk.show_chosen()
        if was_open:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    def order_tabs(self) -> None:
        """Tab goes as it is read, also through what was made since."""
        above = (self.everybody, self.search, self.saved.button, self.filter_button, self.columns_button)
        tab_through(*above, *self.chips.stops(), *self.panel.stops(), *self.naming.stops(), self.table)
        tab_through(self.table, *self.bulk.stops())

    def _lay_out(self) -> None:
        figure, above = QHBoxLayout(), in_a_row()
        for row in (figure, above):
            row.setSpacing(RHYTHM)
        figure.addWidget(self.sentence, 1)
        figure.addWidget(self.everybody)
        above.addWidget(self.search, 1)
        buttons: list[QWidget] = [self.saved, self.filter_button, self.columns_button]
        if is_large():
            wrapped = WrappedChips()
            wrapped.show_chips(buttons)
            buttons = [wrapped]
        for button in buttons:
            above.addWidget(button)
        whole, asking = ScrolledColumn(), ScrolledColumn()
        whole.column.setContentsMargins(0, 0, 0, 0)
        whole.column.setSpacing(RHYTHM)
        whole.widget().setMaximumWidth(_WIDEST)
        whole.column.addLayout(figure)
        whole.column.addLayout(above)
        self.table.setMinimumHeight(_FEWEST_ROWS * row_height())
        questions = asking if is_large() else whole
        for question in (self.panel, self.naming):
            questions.column.addWidget(question)
        for part in (self.chips, self.sorry, self.empty, self.table, self.count, self.bulk):
            whole.column.addWidget(part, int(part is self.table))
        asking.column.addStretch(1)
        self._pages.addWidget(whole)
        self._pages.addWidget(asking)
        fill_with(self, self._pages)


_FEWEST_ROWS: Final = 4
"""A lower page scrolls: a table of two lines is none."""
_WIDEST: Final = 16_777_215
"""What Qt takes for no limit: a table takes all the room there is."""
