"""The usual: the whole order in one chip, the things of it one by one, and at most one suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.regulars.greeting import Greeting
from frontdesk.domain.regulars.suggesting import Suggestion
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.counter.flow import ChipFlow
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.labels import PlainLabel, plain_tip
from frontdesk.wording.greeting_reasons import suggestion_reason

_LONGEST = 300


class UsualView(QWidget):
    """Chips to tap. The first is the whole order where one may dare to call it the usual."""

    wanted = Signal(object)
    """The ids of the products that are bought, in one act."""

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone = zone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.heading = PlainLabel(role="heading")
        self.flow = ChipFlow()
        self.flow.limit_rows(1)
        self.offer = QWidget()
        """The suggestion; it stands where the panel puts it."""
        self.offer_chip: Chip | None = None
        self.offer_reason = PlainLabel("", "small")
        self.offer_reason.setWordWrap(True)
        self._offer_row = QHBoxLayout(self.offer)
        self._offer_row.setContentsMargins(0, 0, 0, 0)
        self._offer_row.setSpacing(RHYTHM)
        self._offer_row.addWidget(self.offer_reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM // 2)
        column.addWidget(self.heading)
        column.addWidget(self.flow)

    def show_usual(self, greeting: Greeting, now: int) -> None:
        """Show what there is to tap for this customer."""
        order = greeting.order
        chips: list[QWidget] = [self._chip(order, usual=True)] if order else []
        alone = [item.product for item in greeting.usual if len(order) != 1 or item.product not in order]
        chips += [self._chip((product,)) for product in (alone if greeting.usual else greeting.popular)]
        self.flow.show_chips(chips)
        self.heading.setText(_heading(greeting))
        self._show_offer(greeting.suggestion, now)

    def has_chips(self) -> bool:
        return bool(self.flow.chips())

    def width_of_chips(self) -> int:
        """How wide all of them are in one row."""
        return sum(chip.sizeHint().width() + RHYTHM for chip in self.flow.chips()) - RHYTHM

    def show_much(self, *, heading: bool, offer: bool) -> None:
        """The row to tap, with a heading and with what to offer where there is room for them."""
        self.heading.setVisible(heading and self.has_chips())
        self.flow.setVisible(self.has_chips())
        self.offer.setVisible(offer and self.offer_chip is not None)

    def tap(self, place: int) -> None:
        """As if the chip in this place was tapped; nothing where there is none."""
        chips = self.flow.chips()
        chip = chips[place] if place < len(chips) else None
        if isinstance(chip, Chip) and chip.isVisible():
            chip.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.flow.arrange()

    def _chip(self, products: Sequence[Product], *, usual: bool = False) -> Chip:
        chip = Chip(products[0].icon)
        names = " + ".join(product.name for product in products)
        measure = fonts.measures(Size.BODY, True)
        chip.setProperty("order", usual)
        say = chip.say_short if measure.horizontalAdvance(names) > _LONGEST else chip.say
        say(names)
        if usual:
            chip.setAccessibleName(tr("The usual: {things}", things=names))
            chip.setToolTip(plain_tip(tr("The usual: {things}", things=names)))
        ids = tuple(product.id for product in products)
        chip.clicked.connect(lambda checked=False: self.wanted.emit(ids))
        return chip

    def _show_offer(self, suggestion: Suggestion | None, now: int) -> None:
        if self.offer_chip is not None:
            self.offer_chip.hide()
            self.offer_chip.deleteLater()
            self.offer_chip = None
        if suggestion is None:
            return
        self.offer_chip = self._chip((suggestion.product,))
        why = suggestion_reason(LANGUAGE.texts, suggestion, self.zone, now)
        self.offer_chip.setAccessibleName(
            tr("Offer: {product}. {why}", product=suggestion.product.name, why=why)
        )
        self.offer_reason.setText(why)
        self._offer_row.insertWidget(0, self.offer_chip)
        self.offer_chip.show()


def _heading(greeting: Greeting) -> str:
    """Only what is nearly always taken is called the usual; it is right in four of five cases then."""
    if greeting.order:
        return tr("The usual")
    return tr("Often takes") if greeting.usual else tr("What most take at this time")
