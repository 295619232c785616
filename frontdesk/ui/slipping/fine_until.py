"""For how long nobody is to miss somebody: one tap, also "on holiday till June"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.days import add_months
from frontdesk.domain.regulars.absences import Fine, until_of
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import grown
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.choices import Choice, Option
from frontdesk.ui.widgets.wrapping import Wrapping
from frontdesk.wording.dates import full_date
from frontdesk.wording.slipping import fine_name

_MONTHS: Final = 12
_WIDTH: Final = 236


class FineUntil(QWidget):
    """`chosen` carries the first day on which they may be missed again; None for good."""

    chosen = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.chips = {fine: Chip() for fine in Fine}
        self.until = Choice(self._firsts)
        self.until.setFixedWidth(grown(_WIDTH))
        speak(self.until.setAccessibleName, lambda: tr("On holiday until"))
        self.until.chosen.connect(self._on_until)
        rows = Wrapping(self)
        for fine, chip in self.chips.items():
            speak(chip.say, partial(lambda each: fine_name(LANGUAGE.texts, each), fine))
            chip.clicked.connect(partial(self._on_fine, fine))
            if fine is Fine.FOR_GOOD:
                rows.addWidget(self.until)
            rows.addWidget(chip)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order in which it is read."""
        chips: list[QWidget] = list(self.chips.values())
        return [*chips[:-1], self.until, chips[-1]]

    def _firsts(self) -> list[Option]:
        """The first days of the months to come."""
        first = self._today().replace(day=1)
        months = (add_months(first, number) for number in range(1, _MONTHS + 1))
        return [("", tr("Until…")), *((day.isoformat(), _until_words(day)) for day in months)]

    def _on_fine(self, fine: Fine) -> None:
        self.chosen.emit(until_of(fine, self._today()))

    def _on_until(self, value: str) -> None:
        if value:
            self.until.choose("")
            self.chosen.emit(date.fromisoformat(value))


def _until_words(day: date) -> str:
    return tr("Until {date}", date=full_date(LANGUAGE.texts, day))
