"""All customers in one table: sorted, asked, chosen from, printed and taken out; a line opens its person."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.people.customer_filters import (
    Column,
    Condition,
    CustomerFilter,
    TableQuery,
    sorted_anew,
)
from frontdesk.domain.people.customer_table import CustomerLine, Found, SavedFilter
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.office.customers.bulk_bar import BulkBar, Cells
from frontdesk.ui.office.customers.column_menus import Columns
from frontdesk.ui.office.customers.table_model import CustomerTableModel
from frontdesk.ui.office.customers.table_page import TablePage
from frontdesk.ui.office.customers.table_reading import TableReading
from frontdesk.ui.office.customers.table_view import CustomersView
from frontdesk.ui.widgets.pages import fill_with
from frontdesk.wording.customer_table import cell, column_name, found_sentence

_KEPT_MS: Final = 5 * 60 * 1000
"""So long after the table was closed it is still as it was read."""


def open_sheet(counter: Counter, customer_ids: Iterable[int] | None = None, said: str = "") -> Sheet:
    """Everybody; or those of a figure, with its sentence above and a way to see all."""
    return CustomersSheet(counter, None if customer_ids is None else tuple(customer_ids), said)


class CustomersSheet(Sheet):
    """Only a manager sees it: the service says so to everybody else, and who can help."""

    place = Place.PAGE

    def __init__(self, counter: Counter, among: tuple[int, ...] | None, said: str) -> None:
        super().__init__()
        self._counter = counter
        self._found: Found | None = None
        self._renamed: SavedFilter | None = None
        self._staff: dict[int, str] = {}
        self.reading = TableReading(counter, self)
        self.reading.query = TableQuery(among=among)
        self.model = CustomerTableModel(self.reading.lines, self._cell)
        self.table = CustomersView(self.model, counter.portraits)
        self.columns = Columns(counter, self.table.head, self)
        self.bulk = BulkBar(counter, self.model, self._head, self._cells)
        self.page = TablePage(counter, self.table, self.bulk, said)
        self.search, self.saved = self.page.search, self.page.saved
        self.chips, self.panel, self.naming = self.page.chips, self.page.panel, self.page.naming
        fill_with(self, self.page)
        self._listen()
        self._show_query()
        self._veil()
        self.reading.begin()
        self._read_kept()

    def title(self) -> str:
        return tr("All customers")

    def first_focus(self) -> QWidget:
        return self.table

    def may_close(self) -> bool:
        """What is open above the table is closed first, and what is looked for let go."""
        self.columns.keep_now()
        if self.search.hasFocus() and self.search.text():
            self._on_given_up()
            return False
        return not self.page.close_parts()

    def hideEvent(self, event: QHideEvent) -> None:
        self.columns.keep_now()
        self.reading.rest()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reading.wake()

    # --- asking ---

    def ask(self, asked: CustomerFilter) -> None:
        """Show who answers to this, in the present order."""
        query = self.reading.query
        self._query(TableQuery(asked, query.order, query.among))

    def sort_by(self, column: Column) -> None:
        """By this column, and then by the former ones; once more, and it is turned round."""
        query = self.reading.query
        self._query(TableQuery(query.filter, sorted_anew(query.order, column), query.among))

    def open_filter(self, column: Column | None = None) -> None:
        """Ask a column: the one that was tapped, or the one that the keyboard is in."""
        self.naming.hide()
        self.page.make_room()
        self.panel.open(column or self.table.current_column(), self.reading.query.filter)

    def show_everybody(self) -> None:
        """Leave the figure: all customers, with nothing asked."""
        self._query(TableQuery(order=self.reading.query.order))
        self.search.clear()

    def _query(self, query: TableQuery) -> None:
        self.reading.ask(query)
        self._show_query()

    def _show_query(self) -> None:
        query = self.reading.query
        self.model.order, self.model.asked = query.order, query.filter
        self.table.head.viewport().update()
        self.chips.show_filter(query.filter, self._staff)
        self.page.order_tabs()
        self.page.show_figure(query.among is not None)

    def _on_asked(self, condition: Condition) -> None:
        self.page.close_parts()
        self.ask(self.reading.query.filter.with_condition(condition))

    def _on_typed(self, text: str) -> None:
        self.ask(CustomerFilter(self.reading.query.filter.conditions, text))

    def _on_chosen_filter(self, asked: CustomerFilter) -> None:
        """A filter by name takes the place of what was asked; what is looked for stays."""
        self.ask(CustomerFilter(asked.conditions, self.search.text()))

    # --- answers ---

    def _on_found(self, found: Found, changed: Any) -> None:
        place = self.table.place()
        was, self._found = self._found, found
        self.model.show_ids(found.ids, changed)
        if was is not None and (not was.whole or changed is None or changed):
            self.table.put_place(place)
        self.page.sorry.setText("")
        self._say_found()

    def _say_found(self) -> None:
        found = self._found
        if found is None:
            return
        self.page.count.setText(found_sentence(LANGUAGE.texts, found))
        nobody = tr(
            "There are no customers yet. Whoever is taken on at the counter stands here, a line each."
        )
        none = tr("Nobody is like that. Take a filter away to see more.")
        self.page.empty.setText(
            "" if found.count else none if found.of or self.reading.query.filter else nobody
        )

    def _on_prepared(self, choices: Any) -> None:
        self._staff = dict(choices.staff)
        self.panel.offer(choices.languages, choices.staff)
        self.chips.show_filter(self.reading.query.filter, self._staff)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        """It stays on the page; the notice bar has what helps beside it."""
        self.page.sorry.setText(sentence)
        self._counter.bridge.refused.emit(sentence, error)

    def _on_changed(self, changes: Changes) -> None:
        if changes.shop:
            self._veil()

    def _veil(self) -> None:
        """Where customers see the screen, at once: no faces, and of numbers only the end."""
        self.table.painter_of_rows.faces = not self._counter.desk.shop.settings().shared_screen
        self.model.say_anew()

    # --- what a cell says ---

    def _cell(self, line: CustomerLine, column: Column) -> str:
        facts = self._counter.desk.shop.facts()
        return cell(LANGUAGE.texts, line, column, facts.zone, shared_screen=facts.settings.shared_screen)

    def _head(self) -> list[str]:
        return [column_name(LANGUAGE.texts, each) for each in self.columns.layout.shown]

    def _cells(self) -> Cells:
        """What says a line as its columns stand now, on any thread."""
        facts, texts, shown = self._counter.desk.shop.facts(), LANGUAGE.texts, self.columns.layout.shown
        veiled = facts.settings.shared_screen
        return lambda line: [cell(texts, line, each, facts.zone, shared_screen=veiled) for each in shown]

    # --- filters by name ---

    def _read_kept(self) -> None:
        desk, bridge = self._counter.desk, self._counter.bridge
        bridge.work(desk.saved_filters.all, desk.act(), done=self._on_saved_filters, refused=_silent)
        layout = desk.customer_table.layout
        bridge.work(layout, desk.act(), done=self.columns.take, refused=_silent, quick=True)

    def _on_saved_filters(self, filters: tuple[SavedFilter, ...]) -> None:
        self.saved.filters = filters

    def _name(self, which: SavedFilter | None = None) -> None:
        self._renamed = which
        self.panel.hide()
        self.page.make_room()
        self.naming.open(which.name if which is not None else "")

    def _on_named(self, name: str) -> None:
        self.page.close_parts()
        if self._renamed is not None:
            self.saved.rename(self._renamed, name)
        else:
            self.saved.save(name, self.reading.query.filter)

    def _type(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(text)

    def _on_given_up(self) -> None:
        self.search.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_down(self, steps: int) -> None:
        """From the line that finds into what was found."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, self.table.head.logicalIndex(1)))

    # --- how it is put together ---

    def _listen(self) -> None:
        table, counter = self.table, self._counter
        table.opened.connect(counter.choose)
        table.typed.connect(self._type)
        table.moved.connect(self.columns.move)
        table.widened.connect(self.columns.widen)
        table.copy_wanted.connect(self.bulk.copy_lines)
        for part in (table, self.columns):
            part.sort_wanted.connect(self.sort_by)
            part.ask_wanted.connect(self.open_filter)
        table.menu_wanted.connect(self.columns.open_menu)
        self.reading.found.connect(self._on_found)
        self.reading.prepared.connect(self._on_prepared)
        self.reading.refused.connect(self._on_refused)
        self.search.textChanged.connect(self._on_typed)
        self.search.moved.connect(self._go_down)
        self.search.chosen.connect(partial(self._go_down, 1))
        self.search.given_up.connect(self._on_given_up)
        self.panel.wanted.connect(self._on_asked)
        self.naming.named.connect(self._on_named)
        self.page.filter_button.clicked.connect(lambda: self.open_filter())
        button = self.page.columns_button
        button.clicked.connect(partial(self.columns.open_list, button))
        self.page.everybody.clicked.connect(self.show_everybody)
        self.chips.removed.connect(lambda column: self.ask(self.reading.query.filter.without(column)))
        self.chips.cleared.connect(lambda: self.ask(CustomerFilter(search=self.search.text())))
        self.chips.save_wanted.connect(lambda: self._name())
        self.saved.chosen.connect(self._on_chosen_filter)
        self.saved.rename_wanted.connect(self._name)
        counter.bridge.changed.connect(self._on_changed)
        LANGUAGE.changed.connect(self._say_found)
        self.destroyed.connect(partial(_keep_a_while, self.reading.table, self.reading.table.look()))


def _keep_a_while(table: Any, look: int, *_: object) -> None:
    """Whoever comes back soon finds it read; later the memory is worth more."""
    QTimer.singleShot(_KEPT_MS, lambda: table.let_go(look))


def _silent(sentence: str, error: Exception) -> None:
    """The table itself says why it may not be seen."""
