"""What the table is asked just now, a chip each: a tap takes the question away again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.people.customer_filters import CustomerFilter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.widgets.buttons import Chip, TextButton
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.customer_table import condition_words


class FilterChips(WrappedChips):
    removed = Signal(object)
    """A column is asked nothing any more."""
    cleared = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked, self._staff = CustomerFilter(), dict[int, str]()
        self.chips: list[Chip] = []
        self.save: TextButton | None = None
        self.clear: TextButton | None = None
        LANGUAGE.changed.connect(self._fill)
        self.hide()

    def show_filter(self, asked: CustomerFilter, staff: Mapping[int, str]) -> None:
        """Say what is asked; nothing is shown while nothing is."""
        if asked.conditions == self._asked.conditions and dict(staff) == self._staff:
            return
        self._asked, self._staff = asked, dict(staff)
        self._fill()

    def stops(self) -> list[QWidget]:
        """Where Tab goes, in the order of reading."""
        return [*self.chips, *filter(None, (self.save, self.clear))]

    def _fill(self) -> None:
        self.chips, self.save, self.clear = [], None, None
        for condition in self._asked.conditions:
            chip = Chip("x")
            said = condition_words(LANGUAGE.texts, condition, self._staff)
            chip.say_short(said)
            chip.setAccessibleName(tr("Take away the filter: {filter}", filter=said))
            chip.clicked.connect(lambda _=False, column=condition.column: self.removed.emit(column))
            self.chips.append(chip)
        self.show_chips([*self.chips, *self._acts()] if self.chips else [])

    def _acts(self) -> list[QWidget]:
        self.save, self.clear = TextButton("save", "quiet"), TextButton("funnel", "quiet")
        speak(self.save.say, lambda: tr("Save these filters"))
        speak(self.clear.say, lambda: tr("Clear all filters"))
        self.save.clicked.connect(self.save_wanted)
        self.clear.clicked.connect(self.cleared)
        return [self.save, self.clear]
