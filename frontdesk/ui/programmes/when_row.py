"""From when a changed promise holds: at once, or from a day on."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import ProgrammeKind
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import beside
from frontdesk.ui.widgets.prose import Prose

AT_ONCE: Final = "at once"
FROM_A_DAY: Final = "from a day"


class WhenRow(QWidget):
    """Asked on the page, where a running programme's terms are changed; and it says what cards keep."""

    def __init__(self, kind: ProgrammeKind) -> None:
        super().__init__()
        self.choice = ChipRow([(AT_ONCE, lambda: tr("At once")), (FROM_A_DAY, lambda: tr("From a day on"))])
        self.day = DayField(lambda: tr("From this day on"))
        keeps = Prose()
        speak(keeps.setText, _stamps_keep if kind is ProgrammeKind.STAMPS else _passes_keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(beside(Field(lambda: tr("The change holds"), self.choice), self.day))
        column.addWidget(keeps)
        self.choice.chosen.connect(self._on_chosen)
        self.put_at_once()

    def put_at_once(self) -> None:
        self.choice.choose(AT_ONCE)
        self.day.put(None)
        self.day.hide()

    def value(self) -> date | None:
        """The day, or None for at once."""
        return self.day.value() if self.choice.value() == FROM_A_DAY else None

    def faulty(self, today: date) -> QWidget | None:
        """A day that is no day, or has begun, cannot be meant."""
        if self.choice.value() != FROM_A_DAY:
            return None
        day = self.day.value()
        if not self.day.check():
            return self.day.day
        if day is None or day <= today:
            self.day.set_fault(tr("Choose a day after today, or let it hold at once."))
            return self.day.day
        return None

    def _on_chosen(self, choice: str) -> None:
        self.day.setVisible(choice == FROM_A_DAY)
        if choice == FROM_A_DAY:
            self.day.day.setFocus()


def _stamps_keep() -> str:
    return tr("Cards keep their stamps; rewards that are ready stay at their old price.")


def _passes_keep() -> str:
    return tr("What was sold already keeps its visits and its end.")
