"""A ticket in two seconds: how they look, what they had, Enter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import Basis
from frontdesk.domain.loyalty.stamping import MAX_STAMPS_AT_ONCE
from frontdesk.domain.loyalty.tickets import TicketDraft
from frontdesk.domain.loyalty.typed_things import TypedThings, read_things
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.text import LINE_LIMIT
from frontdesk.ui.counter.flow import ChipFlow
from frontdesk.ui.counter.sheets import Counter as Lent
from frontdesk.ui.counter.sheets import Place, Sheet
from frontdesk.ui.counter.ticket_acts import TicketActs
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, is_large
from frontdesk.ui.settings.money import NotAPrice, read_price
from frontdesk.ui.widgets.buttons import ActionButton, Chip, TextButton, Weight
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.wording.tickets import stamps_words

MOST_PRODUCTS = 12
_LONGEST = 15


def open_sheet(counter: Lent, tickets: TicketActs) -> TicketSheet:
    """The sheet on which a ticket is made."""
    return TicketSheet(counter, tickets)


class TicketSheet(Sheet):
    """What is typed with a number and what is tapped are counted. Nothing counted is one stamp or, where
    money earns stamps, what was paid: a ticket is never empty. What Enter would save is said above it.
    """

    place = Place.LEFT

    def __init__(self, counter: Lent, tickets: TicketActs) -> None:
        super().__init__()
        self._tickets, self._counts, self._waits = tickets, Counter[int](), False
        desk = counter.desk
        self._products: tuple[Product, ...] = desk.tickets.likely(desk.now())[:MOST_PRODUCTS]
        self._currency = desk.shop.settings().currency
        self.looks, self.paid = QLineEdit(), QLineEdit()
        self.looks.setMaxLength(LINE_LIMIT)
        self.paid.setMaxLength(_LONGEST)
        self.paid.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        for field in (self.looks, self.paid):
            field.setProperty("large", True)
            field.returnPressed.connect(self.send)
        for field, say in ((self.looks, _looks_words), (self.paid, _paid_words)):
            speak(field.setPlaceholderText, say)
            speak(field.setAccessibleName, say)
        self._typed, self._not_meant = TypedThings(""), ""
        self.looks.textEdited.connect(self._read)
        self.words = ElidedLabel("", "small")
        self.counts_money = _counts_money(desk)
        self.stamp = CountChip("stamp", _stamp_chip_words)
        self.stamp.clicked.connect(lambda: self._add(0))
        self.products = {
            each.id: CountChip(each.icon, partial(_counted, each.name)) for each in self._products
        }
        for id_, chip in self.products.items():
            chip.clicked.connect(lambda checked=False, id_=id_: self._add(id_))
        self.start_over = TextButton("undo-2", "quiet")
        speak(self.start_over.say, lambda: tr("Start over"))
        self.start_over.clicked.connect(self._start_over)
        self.save = ActionButton("sticky-note", "Enter", Weight.FILLED)
        speak(self.save.say, lambda: tr("Wait for a name"))
        self.save.clicked.connect(self.send)
        self._chips = ChipFlow()
        self._lay_out()
        LANGUAGE.changed.connect(self._say)
        self._say()

    def title(self) -> str:
        return tr("Stamp now, name later")

    def first_focus(self) -> QWidget:
        return self.looks

    def draft(self) -> TicketDraft:
        """What is noted so far."""
        counts = self._all_counts()
        items = tuple((id_, n) for id_, n in counts.items() if id_ and n)
        amount = read_price(self.paid.text(), self._currency) if self.counts_money else 0
        stamps = counts[0] if counts.total() or self.counts_money else 1
        return TicketDraft(self._typed.label, stamps, items, amount)

    def _all_counts(self) -> Counter[int]:
        """What is typed and what is tapped; stamps are under 0."""
        counts = self._counts + Counter(dict(self._typed.items))
        if not self.counts_money:
            counts[0] += self._typed.stamps
        return counts

    def _read(self) -> None:
        """Take what is typed. After "Start over" its numbers are words, until other words are typed."""
        typed = self.looks.text()
        self._typed = TypedThings(typed) if typed == self._not_meant else read_things(typed, self._products)
        self._say()

    def send(self) -> None:
        """Put it into the queue, once; the sheet stays until it is saved."""
        draft = self._complete()
        if draft is not None and not self._waits:
            self._waits = True
            self._tickets.make(draft, done=self.closed.emit, refused=self._on_refused)

    def _complete(self) -> TicketDraft | None:
        """The draft, or what it lacks is said where it is typed."""
        try:
            draft = self.draft()
        except NotAPrice:
            self.words.setText(tr("Write the amount in digits."))
        else:
            if draft.things or draft.amount:
                return draft
            self.words.setText(tr("Write first what was paid."))
        self.paid.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return None

    def _add(self, product_id: int) -> None:
        if self._all_counts().total() < MAX_STAMPS_AT_ONCE:
            self._counts[product_id] += 1
        self._say()

    def _start_over(self) -> None:
        self._counts.clear()
        self._not_meant = self.looks.text()
        self._read()

    def _on_refused(self) -> None:
        """The notice bar says why; what was typed may be sent again."""
        self._waits = False

    def _say(self) -> None:
        """Each chip with its count, and what Enter would save."""
        counts = self._all_counts()
        self.stamp.count(counts[0])
        for id_, chip in self.products.items():
            chip.count(counts[id_])
        self.start_over.setVisible(counts.total() > 0)
        self._chips.arrange()
        said = [_counted(each.name, counts[each.id]) for each in self._products if counts[each.id]]
        if counts[0]:
            said.append(stamps_words(LANGUAGE.texts, counts[0]))
        if said:
            self.words.setText(tr("Enter saves: {things}", things=", ".join(said)))
        elif not self.counts_money:
            self.words.setText(tr("Nothing is counted yet: Enter saves 1 stamp."))
        else:
            self.words.setText("")

    def _lay_out(self) -> None:
        self._chips.limit_rows(4)
        plain = [] if self.counts_money else [self.stamp]
        self._chips.show_chips([*plain, *self.products.values()])
        heading = PlainLabel(role="heading")  # large text leaves no room for it: what is counted stands there
        speak(heading.setText, lambda: tr("What did they have? A tap counts one."))
        top = QHBoxLayout()
        top.addWidget(self.words if is_large() else heading, 1)
        top.addWidget(self.start_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self.looks)
        column.addWidget(self.paid)
        keeps_room = self.start_over.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # chips must not move under a finger
        self.start_over.setSizePolicy(keeps_room)
        if not self.counts_money:
            self.paid.hide()
        column.addLayout(top)
        column.addWidget(self._chips, 1)
        column.addStretch(0)
        if not is_large():
            column.addWidget(self.words)
        column.addWidget(self.save)


def _looks_words() -> str:
    return tr("How do they look? (blue helmet)")


def _paid_words() -> str:
    return tr("What was paid?")


def _counts_money(desk: Any) -> bool:
    """Does what was paid earn the stamps of the shop's first card?"""
    main = desk.shop.facts().main_programme
    return main is not None and main.terms_at(desk.now()).accrual.basis is Basis.AMOUNT


def _counted(name: str, n: int) -> str:
    return tr("{n} × {product}", n=n, product=name) if n else name


def _stamp_chip_words(n: int) -> str:
    return stamps_words(LANGUAGE.texts, n) if n else tr("Stamp")


class CountChip(Chip):
    """A thing and how many of it; as wide as it will be: chips must not move under a finger."""

    def __init__(self, icon: str, words: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(icon, parent, checkable=True)
        self._words, self._room = words, QSize()

    def count(self, n: int) -> None:
        self.say_short(self._words(n))
        self.setChecked(n > 0)

    def sizeHint(self) -> QSize:
        if self._room.isEmpty():
            self.ensurePolished()
            said, name = self.text(), self.accessibleName()
            self.say_short(self._words(MAX_STAMPS_AT_ONCE))
            self._room = super().sizeHint()
            self.setText(said)
            self.setAccessibleName(name)
        return self._room
