"""How large a card comes out: on paper of its own, larger, on A4 to cut out, or on a receipt's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from frontdesk.printing.page import CARD_A5, CARD_A6, CARDS_ON_A4, PAGE_A5, PAGE_ON_A4, SheetLayout
from frontdesk.ui.language import tr
from frontdesk.ui.widgets.choices import ChipRow

_A6, _A5, _A4, _RECEIPT = "a6", "a5", "a4", "receipt"
_CARDS: Final[dict[str, SheetLayout]] = {
    _A6: CARD_A6,
    _A5: CARD_A5,
    _A4: CARDS_ON_A4,
    _RECEIPT: replace(CARD_A6, tinted=False),
}
_PAGES: Final[dict[str, SheetLayout]] = {_A5: PAGE_A5, _A4: PAGE_ON_A4}


class CardSizes(ChipRow):
    """The sizes of a card, of which A4 is what most shops have paper of; a receipt's where there is one."""

    def __init__(self, *, on_receipts: bool = False) -> None:
        sizes: list[tuple[str, Callable[[], str]]] = [
            (_A4, lambda: tr("On A4, to cut out")),
            (_A6, lambda: tr("A6")),
            (_A5, lambda: tr("A5")),
        ]
        if on_receipts:
            sizes.append((_RECEIPT, lambda: tr("On a receipt")))
        super().__init__(sizes)
        self.choose(_A4)

    def on_receipt(self) -> bool:
        """Whether it is for the receipt printer."""
        return self.value() == _RECEIPT

    def layout_of_page(self) -> SheetLayout:
        return _CARDS[self.value()]


class PageSizes(ChipRow):
    """The sizes of a page to read."""

    def __init__(self) -> None:
        super().__init__([(_A4, lambda: tr("On A4")), (_A5, lambda: tr("A5"))])
        self.choose(_A4)

    def layout_of_page(self) -> SheetLayout:
        return _PAGES[self.value()]
