"""What is chosen for feedback cards: format, for whom, in which language, how many, and whose face."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.domain.days import start_of_day
from frontdesk.domain.feedback.feedback_cards import SHARED, CardFormat
from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.first_names import first_name
from frontdesk.printing.page import BUSINESS_CARDS, FORMS_ON_A4
from frontdesk.services.paper.printed_cards import MOST_CARDS
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.prints.issuing import usual_language
from frontdesk.ui.widgets.choices import ChipRow, Stepper
from frontdesk.ui.widgets.fields import Field

THIS, ANYBODY, NOBODY = "this", "anybody", "nobody"

_MOST_RECEIPTS: Final = 50


class FeedbackChoices(QWidget):
    """`changed` when something else is chosen. A poster or a tent is one, and for everybody."""

    changed = Signal()

    def __init__(self, desk: Any, customer: Customer | None) -> None:
        super().__init__()
        self._desk, self._customer = desk, customer
        self.formats = ChipRow(
            [
                (CardFormat.CARD, lambda: tr("Card")),
                (CardFormat.FORM, lambda: tr("All questions, A6")),
                (CardFormat.TENT, lambda: tr("For the table")),
                (CardFormat.POSTER, lambda: tr("Poster")),
                (CardFormat.RECEIPT, lambda: tr("Receipt")),
            ]
        )
        self.whom = ChipRow([(THIS, lambda: tr("This customer")), (ANYBODY, lambda: tr("Anybody"))])
        self.languages = ChipRow([(code, partial(str, own)) for code, own in CUSTOMER_LANGUAGES.items()])
        self.counts = {
            CardFormat.CARD: _in_pages(BUSINESS_CARDS.per_page),
            CardFormat.FORM: _in_pages(FORMS_ON_A4.per_page),
            CardFormat.RECEIPT: Stepper(1, _MOST_RECEIPTS, 1),
        }
        self.hosts = self._host_chips()
        self._whom_field = Field(lambda: tr("For"), self.whom)
        self._host_field = Field(lambda: tr("Whose face is on it"), self.hosts)
        self._count_fields = {
            format: Field(lambda: tr("How many"), count) for format, count in self.counts.items()
        }
        self._lay_out()
        self.formats.choose(CardFormat.CARD)
        self.whom.choose(THIS if customer is not None else ANYBODY)
        self._by_hand: set[ChipRow] = set()
        self._begin_anew()
        self.formats.chosen.connect(self._on_other)
        self.whom.chosen.connect(self._on_whom)
        for row in (self.languages, self.hosts):
            row.chosen.connect(partial(self._note_hand, row))
        for part in (
            self.languages.chosen,
            self.hosts.chosen,
            *(each.changed for each in self.counts.values()),
        ):
            part.connect(self._on_changed)
        LANGUAGE.changed.connect(self._say)

    @property
    def count(self) -> Stepper:
        """How many of the format that is chosen; of what is printed once, that of cards."""
        return self.counts.get(self.format(), self.counts[CardFormat.CARD])

    def format(self) -> CardFormat:
        return CardFormat(self.formats.value())

    def is_receipt(self) -> bool:
        return self.format() is CardFormat.RECEIPT

    def recipient(self) -> Customer | None:
        """Whom the card is for; nobody where it is for anybody."""
        for_one = self.whom.value() == THIS and self.format() not in SHARED
        return self._customer if for_one else None

    def how_many(self) -> int:
        once = self.recipient() is not None or self.format() in SHARED
        return 1 if once else self.count.value()

    def host_id(self) -> int | None:
        """Whose face it is, where the shop shows one. A single card is always of whoever hands it out."""
        chosen = self.hosts.value()
        if self._desk.feedback_rules.rules().with_face:
            return int(chosen) if chosen != NOBODY else None
        here: int = self._desk.staff_id
        return here if self.recipient() is not None else None

    def controls(self) -> tuple[QWidget, ...]:
        """In the order of the Tab key."""
        return (self.formats, self.whom, self.languages, *self.counts.values(), self.hosts)

    def _lay_out(self) -> None:
        formats = Field(lambda: tr("What to print"), self.formats)
        languages = Field(lambda: tr("Language on the card"), self.languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        for part in (formats, self._whom_field, languages, *self._count_fields.values(), self._host_field):
            column.addWidget(part)

    def _note_hand(self, row: ChipRow, value: str) -> None:
        self._by_hand.add(row)

    def _on_whom(self) -> None:
        self._by_hand.clear()  # it was chosen for somebody else
        self._on_other()

    def _on_other(self) -> None:
        self._begin_anew()
        self.changed.emit()

    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _begin_anew(self) -> None:
        """What is usual for what is printed now: a card for somebody speaks as they do, and has the face of
        whoever hands it over. What was chosen by hand stays.
        """
        recipient = self.recipient()
        if self.languages not in self._by_hand:
            self.languages.choose(usual_language(self._desk.shop.settings()))
            self.languages.choose(recipient.language if recipient is not None else "")
        if self.hosts not in self._by_hand:
            self.hosts.choose(str(self._desk.staff_id) if recipient is not None else NOBODY)
        self._whom_field.setVisible(self._customer is not None and self.format() not in SHARED)
        self._host_field.setVisible(self._desk.feedback_rules.rules().with_face)
        for format, field in self._count_fields.items():
            field.setVisible(format is self.format() and recipient is None)
        self._say()

    def _say(self) -> None:
        for format, per_page in (
            (CardFormat.CARD, BUSINESS_CARDS.per_page),
            (CardFormat.FORM, FORMS_ON_A4.per_page),
        ):
            pages = -(-self.counts[format].value() // per_page)
            self._count_fields[format].set_hint(partial(_pages_in_words, pages, per_page))

    def _host_chips(self) -> ChipRow:
        """Whoever is here, and those who lead the shop."""
        now = self._desk.now()
        staffing = self._desk.staffing
        here = staffing.on_duty(self._desk.staff_id, start_of_day(now, self._desk.zone), now)
        leading = [each for each in staffing.staff() if each.role is not Role.CASHIER]
        shown: dict[int, StaffMember] = {each.id: each for each in (*here, *leading)}
        chips = [(str(key), partial(str, first_name(each.name) or each.name)) for key, each in shown.items()]
        return ChipRow([(NOBODY, lambda: tr("Nobody")), *chips])


def _in_pages(per_page: int) -> Stepper:
    return Stepper(1, MOST_CARDS, per_page, step=per_page)


def _pages_in_words(pages: int, per_page: int) -> str:
    return ntr("{n} A4 page, {each} on each", "{n} A4 pages, {each} on each", pages, each=per_page)
