"""Member cards: something to scan, for one customer or for several."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.refusals import Refused
from frontdesk.printing.member_card import MemberCardPrint
from frontdesk.printing.page import KEY_TAGS, MEMBER_CARDS, SINGLE_MEMBER_CARD, SheetLayout
from frontdesk.services.paper.printed_cards import MemberCard
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.prints.people_list import PeopleList
from frontdesk.ui.prints.print_panel import PrintPanel, stand_beside
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import tab_through
from frontdesk.ui.widgets.prose import Prose

MOST_AT_ONCE: Final = 500

SAMPLE_CODE: Final = "MSAMP1E00SAMP1E00"

_SINGLE, _TEN, _TAGS = "single", "ten", "tags"
_LAYOUTS: Final[dict[str, SheetLayout]] = {_SINGLE: SINGLE_MEMBER_CARD, _TEN: MEMBER_CARDS, _TAGS: KEY_TAGS}


def open_sheet(counter: Counter, customer_ids: Iterable[int] = (), **facts: Any) -> Sheet:
    """For these customers; more can be found and added on the sheet."""
    return MemberCardsSheet(counter, tuple(customer_ids))


class MemberCardsSheet(Sheet):
    """Who and which size on the left, the cards on the right."""

    place = Place.PAGE

    def __init__(
        self, counter: Counter, customer_ids: tuple[int, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self.panel = PrintPanel(counter, lambda: tr("Member cards"))
        self.sizes = ChipRow(
            [
                (_SINGLE, lambda: tr("One by one")),
                (_TEN, lambda: tr("Ten to a page")),
                (_TAGS, lambda: tr("Key tags")),
            ]
        )
        self.people = PeopleList(counter.desk.search, counter.portraits)
        self.reissue_button, self._about_old = TextButton("redo-2", "danger"), Prose()
        self._renewed: set[int] = set()
        self.everybody_button = TextButton("users")
        speak(self.everybody_button.say, lambda: tr("Everybody who has no card yet"))
        speak(self.reissue_button.say, lambda: tr("Card lost? Give a new code"))
        self.sizes.choose(_TEN if len(customer_ids) != 1 else _SINGLE)
        self._lay_out()
        self.people.add_all(filter(None, map(self._known, customer_ids)))
        self._listen()
        self._show()

    def title(self) -> str:
        return tr("Member cards")

    def first_focus(self) -> QWidget:
        return self.panel.save_button if self.people.customers else self.people.search

    def may_close(self) -> bool:
        return self.panel.may_close()

    def reissue(self) -> None:
        """Give the one customer a new code. It cannot be undone: an old card may be in strange hands."""
        desk = self._counter.desk
        customer = self.people.customers[0]
        self.reissue_button.setEnabled(False)
        self._counter.bridge.submit(
            desk.member_cards.reissue,
            desk.act(),
            customer.id,
            done=self._on_reissued,
            refused=self._on_refused,
        )

    def add_everybody(self) -> None:
        """Put all on the list who have no card; who came last is first, and very many come in turns."""
        desk = self._counter.desk
        missing = desk.member_cards.without_card(MOST_AT_ONCE)
        self.people.add_all(desk.customers.get(customer_id) for customer_id in missing)
        if not missing:
            self._counter.notify(tr("Everybody has a card already."), icon="credit-card")

    def _listen(self) -> None:
        self.sizes.chosen.connect(self._show)
        self.people.changed.connect(self._show)
        self.people.wanted.connect(self._add)
        self.reissue_button.clicked.connect(self.reissue)
        self.everybody_button.clicked.connect(self.add_everybody)
        self.panel.cards_wanted.connect(self._on_cards_wanted)
        LANGUAGE.changed.connect(self._say)

    def _add(self, customer_id: int) -> None:
        customer = self._known(customer_id)
        if customer is not None:
            self.people.add(customer)

    def _known(self, customer_id: int) -> Customer | None:
        """Somebody who is gone meanwhile is left out."""
        try:
            customer: Customer = self._counter.desk.customers.get(customer_id)
        except Refused:
            return None
        return customer

    def _layout(self) -> SheetLayout:
        return _LAYOUTS[self.sizes.value()]

    def _show(self) -> None:
        people = self.people.customers
        self.panel.set_ready(bool(people))
        self._say()
        layout, shop = self._layout(), self._counter.desk.logo.signs()
        shown = [
            self._drawn(shop, each.told_name, SAMPLE_CODE, each.language)
            for each in people[: layout.per_page]
        ]
        self.panel.show_sample(shown or [self._drawn(shop, tr("Name"), SAMPLE_CODE, "")], layout)

    def _say(self) -> None:
        self.panel.caption.setText(
            tr(
                "This is a sample. A printed card has the customer's own code, and the same one when it is "
                "printed again."
            )
        )
        one = len(self.people.customers) == 1
        renewed = one and self.people.customers[0].id in self._renewed
        self.reissue_button.setVisible(one)
        self.reissue_button.setEnabled(not renewed)
        self._about_old.setVisible(one)
        self._about_old.setText(
            tr("The older cards no longer work. Print the new one now.")
            if renewed
            else tr("If you do this, every older card of this customer stops working.")
        )

    def _drawn(self, shop: ShopSigns, name: str, code: str, language: str) -> MemberCardPrint:
        facts = self._counter.desk.shop.facts()
        programme = facts.main_programme.name if facts.main_programme else ""
        return MemberCardPrint(shop, name, code, programme, language or facts.settings.cards_language)

    def _on_cards_wanted(self) -> None:
        desk = self._counter.desk
        ids = [each.id for each in self.people.customers]
        self._options.setEnabled(False)
        self._counter.bridge.submit(
            desk.member_cards.codes_for, desk.act(), ids, done=self._on_codes, refused=self._on_refused
        )

    def _on_codes(self, cards: tuple[MemberCard, ...]) -> None:
        self._options.setEnabled(True)
        shop = self._counter.desk.logo.signs()
        drawn = [self._drawn(shop, card.name, card.code, card.language) for card in cards]
        self.panel.write(drawn, self._layout())

    def _on_reissued(self, card: MemberCard) -> None:
        self._renewed.add(card.customer_id)
        self._say()
        self._counter.notify(
            tr("{name} has a new code. The older cards no longer work.", name=self._called(card)),
            icon="credit-card",
        )

    def _called(self, card: MemberCard) -> str:
        """For the cashier's eyes, also where the card bears no name."""
        return next(
            (each.address for each in self.people.customers if each.id == card.customer_id), card.name
        )

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self._options.setEnabled(True)
        self._say()
        self.panel.finish(sentence)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(RHYTHM * 2)
        self._options = scrolling(column)
        column.addWidget(Field(lambda: tr("Size"), self.sizes))
        column.addWidget(self.people, 1)
        column.addWidget(self.everybody_button)
        column.addWidget(self.reissue_button)
        column.addWidget(self._about_old)
        stand_beside(self, self._options, self.panel)
        tab_through(self.sizes, self.people.search, self.everybody_button, self.reissue_button)
        tab_through(self.reissue_button, self.panel.save_button, self.panel.print_button)
