"""The quoted and the final price of a request, each saved when its field is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.care.requests import SpecialRequest
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.settings.money import NotAPrice, price_to_type, read_price
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import beside
from frontdesk.ui.widgets.prose import Prose


def not_a_price() -> str:
    return tr("This is not a price. Write only the number.")


class PricePart(QWidget):
    """Emits `quoted` and `final` with a price in the least unit, or None where the field was emptied."""

    quoted = Signal(object)
    final = Signal(object)

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self.quoted_line, self.final_line = TextLine(), TextLine()
        self._quoted = Field(lambda: tr("Quoted price"), self.quoted_line)
        self._final = Field(lambda: tr("Final price"), self.final_line)
        self._fields = {self.quoted_line: self._quoted, self.final_line: self._final}
        self._told = dict[TextLine, str]()
        for line in self._fields:
            line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.quoted_line.finished.connect(lambda typed: self._take(self._quoted, typed, self.quoted.emit))
        self.final_line.finished.connect(lambda typed: self._take(self._final, typed, self.final.emit))
        self._over = Prose(ink="warn_ink")
        speak(self._over.setText, lambda: tr("More than was said. Tell them before they see the bill."))
        row = beside(self._quoted, self._final)
        row.setSpacing(RHYTHM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(row)
        column.addWidget(self._over)

    def show_request(self, request: SpecialRequest) -> None:
        """Show what is kept, but not over what is being typed."""
        for line, price in ((self.quoted_line, request.quoted), (self.final_line, request.final)):
            if not line.isModified() and not self._fields[line].fault:
                line.put("0" if price == 0 else price_to_type(price or 0, self._currency))
        self._over.setVisible(request.over_price)

    def finish(self) -> bool:
        """Take what was typed last. What is no price is said once: whoever leaves again means it."""
        for line in self._fields:
            line.finish()
        typed = {line: line.text() for line, field in self._fields.items() if field.fault}
        known, self._told = self._told, typed
        if not typed or typed == known:
            return True
        next(iter(typed)).setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _take(self, field: Field, typed: str, tell: Callable[[int | None], None]) -> None:
        try:
            price = read_price(typed, self._currency) if typed.strip() else None
        except NotAPrice:
            field.set_fault(not_a_price())
            return
        field.set_fault("")
        tell(price)
