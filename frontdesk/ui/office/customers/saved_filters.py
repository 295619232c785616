"""Filters by name: those that come with the program and the shop's own; kept, renamed, removed, with Undo."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from frontdesk.domain.people.customer_filters import CustomerFilter, ShippedFilter, shipped
from frontdesk.domain.people.customer_table import FilterSaved, SavedFilter
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.icons import icon
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import set_role
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import TextLine
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.wording.customer_table import shipped_name


class SavedFilters(QWidget):
    """The button with its list. `chosen` brings a question; `rename_wanted` one to be called otherwise."""

    chosen = Signal(object)
    rename_wanted = Signal(object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.filters: tuple[SavedFilter, ...] = ()
        self.button = TextButton("list-checks")
        speak(self.button.say, lambda: tr("Saved filters"))
        self.button.clicked.connect(self.open_menu)
        row = in_a_row()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.setLayout(row)

    def open_menu(self) -> None:
        """The list below the button."""
        self.menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What there is to choose, and of the shop's own, what can be renamed and removed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for which in ShippedFilter:
            action = menu.addAction(_plain(shipped_name(LANGUAGE.texts, which)))
            action.triggered.connect(partial(self._choose, shipped(which)))
        if self.filters:
            menu.addSeparator()
        for each in self.filters:
            action = menu.addAction(icon("star", "ink", 20), _plain(each.name))
            action.triggered.connect(partial(self._choose, each.filter))
        if self.filters:
            self._add_changes(menu)
        return menu

    def _add_changes(self, menu: QMenu) -> None:
        menu.addSeparator()
        rename = menu.addMenu(icon("pencil", "ink", 20), tr("Rename"))
        remove = menu.addMenu(icon("trash-2", "ink", 20), tr("Remove"))
        for each in self.filters:
            renamed = rename.addAction(_plain(each.name))
            renamed.triggered.connect(lambda _=False, each=each: self.rename_wanted.emit(each))
            removed = remove.addAction(_plain(each.name))
            removed.triggered.connect(lambda _=False, each=each: self.remove(each))

    def _choose(self, asked: CustomerFilter, _checked: bool = False) -> None:
        self.chosen.emit(asked)

    # --- what is kept ---

    def save(self, name: str, asked: CustomerFilter) -> None:
        self._counter.submit(self._service().save, name, asked, done=self._on_saved)

    def rename(self, which: SavedFilter, name: str) -> None:
        self._counter.submit(self._service().rename, which.id, name, done=self._on_renamed)

    def remove(self, which: SavedFilter) -> None:
        self._counter.submit(self._service().remove, which.id, done=self._on_removed)

    def _service(self) -> Any:
        return self._counter.desk.saved_filters

    def _take(self, saved: FilterSaved) -> None:
        self.filters = saved.filters

    def _on_saved(self, outcome: FilterSaved) -> None:
        self._take(outcome)
        saved, before = outcome.saved, outcome.before
        if saved is None:
            return
        undo = partial(self._ask_as_before, before) if before else partial(self._remove_again, saved)
        self._counter.notify(tr("The filter “{name}” is saved.", name=saved.name), icon="save", undo=undo)

    def _on_renamed(self, outcome: FilterSaved) -> None:
        self._take(outcome)
        if outcome.saved is not None and outcome.before is not None:
            undo = partial(self._rename_back, outcome.before)
            said = tr("The filter is called “{name}” now.", name=outcome.saved.name)
            self._counter.notify(said, icon="pencil", undo=undo)

    def _on_removed(self, outcome: FilterSaved) -> None:
        self._take(outcome)
        if outcome.before is not None:
            undo = partial(self._bring_back, outcome.before)
            said = tr("The filter “{name}” is removed.", name=outcome.before.name)
            self._counter.notify(said, icon="trash-2", undo=undo)

    # --- what Undo does: the act that leads back ---

    def _ask_as_before(self, before: SavedFilter) -> None:
        self._counter.submit(self._service().save, before.name, before.filter, done=self._take)

    def _remove_again(self, saved: SavedFilter) -> None:
        self._counter.submit(self._service().remove, saved.id, done=self._take)

    def _rename_back(self, before: SavedFilter) -> None:
        self._counter.submit(self._service().rename, before.id, before.name, done=self._take)

    def _bring_back(self, before: SavedFilter) -> None:
        self._counter.submit(self._service().bring_back, before.id, done=self._take)


class NameLine(QFrame):
    """Where a filter gets its name: one line, Save and Close."""

    named = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "asks")
        self.name = TextLine()
        self.save_button, self.close_button = TextButton("save", "filled"), TextButton("x")
        speak(self.name.setPlaceholderText, lambda: tr("Name of the filter"))
        speak(self.name.setAccessibleName, lambda: tr("Name of the filter"))
        speak(self.save_button.say, lambda: tr("Save"))
        speak(self.close_button.say, lambda: tr("Close"))
        row = in_a_row()
        row.setContentsMargins(RHYTHM * 2, RHYTHM * 2, RHYTHM * 2, RHYTHM * 2)
        row.setSpacing(RHYTHM)
        for part in (self.name, self.save_button, self.close_button):
            row.addWidget(part)
        self.setLayout(row)
        self.save_button.clicked.connect(self._finish)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def stops(self) -> list[QWidget]:
        """Where Tab goes, in the order of reading."""
        return [self.name, self.save_button, self.close_button]

    def open(self, name: str = "") -> None:
        """For a new filter, or one that has a name."""
        self.name.put(name)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        name = self.name.text().strip()
        if name:
            self.named.emit(name)
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)


def _plain(name: str) -> str:
    """An ampersand in a name is an ampersand, not a mnemonic."""
    return name.replace("&", "&&")
