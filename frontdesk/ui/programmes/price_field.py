"""An amount of money in a form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from frontdesk.ui.language import tr
from frontdesk.ui.settings.money import NotAPrice, price_to_type, read_price
from frontdesk.ui.widgets.fields import Field, Say, TextLine

_LONGEST = 20


class PriceField(Field):
    """`edited` comes with each change by a person; nothing typed is 0."""

    edited = Signal()

    def __init__(self, say_name: Say, currency: str, say_hint: Say | None = None) -> None:
        self.line, self._currency = TextLine(limit=_LONGEST), currency
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        super().__init__(say_name, self.line, say_hint)
        self.line.textEdited.connect(self._on_typed)

    def put(self, price: int) -> None:
        """Show an amount; that is no change by a person."""
        self.line.put(price_to_type(price, self._currency))
        self.set_fault("")

    def value(self) -> int:
        """The amount in the smallest unit; 0 also for what is none."""
        try:
            return read_price(self.line.text(), self._currency)
        except NotAPrice:
            return 0

    def check(self, *, needed: bool = False) -> bool:
        """Is it an amount, and one above 0 where it is `needed`? If not, it is said."""
        try:
            missing = needed and not read_price(self.line.text(), self._currency)
            self.set_fault(tr("Please write an amount here.") if missing else "")
        except NotAPrice:
            self.set_fault(tr("This is not a price. Write only the number."))
        return not self.fault

    def _on_typed(self) -> None:
        self.set_fault("")
        self.edited.emit()
