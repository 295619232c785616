"""Who somebody is, at a glance: face, how to reach them, cards, what is known, what they agreed to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.people.customers import Consent, Customer
from frontdesk.domain.regulars.greeting import Greeting
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.counter.habit_words import habit_words
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.counter.who_words import facts_line, name_sound
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import NameLabel, PlainLabel
from frontdesk.ui.widgets.portrait import Portrait
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.consents import purpose_name
from frontdesk.wording.dates import birthday, full_date
from frontdesk.wording.facts import noted_words, short_words
from frontdesk.wording.value import value_sentence

_FACE: Final = 112

Part = tuple[PlainLabel, Prose]


class PersonPanel(QWidget):
    """It writes nothing. A telephone number on a shared screen shows when it is asked for."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.face, self.name = Portrait(counter.portraits, _FACE), NameLabel()
        self.name.set_largest(Size.TITLE)
        self.sound, self.often = Prose(), Prose(size=Size.BODY, ink="ink")
        self.reach = Prose(size=Size.BODY, ink="ink")
        self.show_number = TextButton("eye", "quiet")
        speak(self.show_number.say, lambda: tr("Show the number"))
        self.show_number.clicked.connect(lambda: self._say_reach(seen=True))
        self._customer: Customer | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for widget in (self.face, self.name, self.sound, self.often, self.reach, self.show_number):
            column.addWidget(widget)
        self.cards = self._part(column, lambda: tr("Cards and passes"))
        self.known = self._part(column, lambda: tr("What is known"))
        self.agreed = self._part(column, lambda: tr("What they agreed to"))
        self.joined = self._part(column, lambda: tr("Records joined to this one"))

    def show_person(self, greeting: Greeting) -> None:
        """Say all of it anew, in the language spoken now."""
        customer, desk, now = greeting.customer, self._counter.desk, self._counter.desk.now()
        self._customer = customer
        self.face.show_person(customer.id, customer.address, customer.has_photo)
        self.name.setText(customer.name)
        self._put(self.sound, name_sound(customer))
        habit = habit_words(desk, customer.id, now)
        self.often.setText(facts_line(greeting, desk.zone, now, habit, headed=customer.name))
        self._say_reach(seen=False)
        cards = [_card_words(card) for card in (*greeting.cards, *greeting.passes)]
        self._fill(self.cards, [*cards, self._value(customer.id)])
        self._fill(self.known, [self._fact(fact) for fact in desk.facts.of(customer.id)])
        self._fill(self.agreed, [self._consent(each) for each in desk.customers.consents(customer.id)])
        self._fill(self.joined, list(greeting.merged_names))

    def _say_reach(self, *, seen: bool) -> None:
        customer = self._customer
        assert customer is not None
        number = customer.phone if seen else SHARED_SCREEN.phone(customer.phone)
        lines = (
            number,
            customer.email,
            birthday(LANGUAGE.texts, customer.birthday) if customer.birthday else "",
            CUSTOMER_LANGUAGES.get(customer.language, ""),
        )
        self._put(self.reach, "\n".join(filter(None, lines)))
        self.show_number.setVisible(number != customer.phone)

    def _value(self, customer_id: int) -> str:
        desk = self._counter.desk
        currency = desk.shop.settings().currency
        received = desk.value.received(customer_id)
        return value_sentence(
            LANGUAGE.texts, received, desk.zone, lambda amount: price_in_words(amount, currency)
        )

    def _fact(self, fact: Any) -> str:
        desk, texts = self._counter.desk, LANGUAGE.texts
        noted = noted_words(texts, fact, desk.zone, desk.now())
        return tr("{fact}: {noted}", fact=short_words(texts, fact), noted=noted)

    def _consent(self, consent: Consent) -> str:
        """Yes or no, since when, and the very words that were asked."""
        when = full_date(
            LANGUAGE.texts, datetime.fromtimestamp(consent.at / 1000, self._counter.desk.zone).date()
        )
        what = purpose_name(LANGUAGE.texts, consent.purpose)
        if consent.granted:
            said = tr("{what}: yes, since {date}.", what=what, date=when)
        else:
            said = tr("{what}: no, since {date}.", what=what, date=when)
        return f"{said}\n{tr('“{words}”', words=consent.wording)}" if consent.granted else said

    @staticmethod
    def _part(column: QVBoxLayout, say: Callable[[], str]) -> Part:
        heading, body = PlainLabel(role="heading"), Prose()
        speak(heading.setText, say)
        column.addSpacing(RHYTHM)
        column.addWidget(heading)
        column.addWidget(body)
        return heading, body

    @staticmethod
    def _fill(part: Part, lines: list[str]) -> None:
        said = "\n".join(filter(None, lines))
        part[1].setText(said)
        for widget in part:
            widget.setVisible(bool(said))

    @staticmethod
    def _put(label: Prose, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


def _card_words(card: CardView) -> str:
    name = card.programme.look.names.speak(LANGUAGE.code)
    if not card.collects:
        return name
    count = ntr("{n} stamp", "{n} stamps", card.balance)
    if not card.rewards_ready:
        return tr("{card}: {stamps}", card=name, stamps=count)
    ready = ntr("{n} reward ready", "{n} rewards ready", card.rewards_ready)
    return tr("{card}: {stamps}, {ready}", card=name, stamps=count, ready=ready)
