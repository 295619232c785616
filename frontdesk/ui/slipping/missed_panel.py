"""One person who is missed: their face, what is known, what to say on the phone, and what can be noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.people.customers import Customer
from frontdesk.domain.people.first_names import said_aloud
from frontdesk.domain.regulars.absences import AbsenceStep, AwayReason, Missed
from frontdesk.texts import texts_for
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.counter.who_words import name_sound
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size, grown
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.slipping.fine_until import FineUntil
from frontdesk.ui.widgets.buttons import Chip, TextButton
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.labels import NameLabel
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.portrait import Portrait
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.wrapping import WrappedChips
from frontdesk.wording.calling import missed_call
from frontdesk.wording.slipping import (
    away_reason_name,
    chance_sentence,
    missing_sentence,
    reached_sentence,
    silence_sentence,
    step_sentence,
    worth_sentence,
)

_FACE: Final = 96


class MissedPanel(QWidget):
    """It writes nothing: it says what was tapped. Who is not missed can only be asked why they were away."""

    called = Signal()
    written = Signal()
    call_again = Signal()
    greeted = Signal()
    asked = Signal(object)
    fine = Signal(object)
    """The first day on which they may be missed again, or None for good."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.face, self.name, self.sound = Portrait(counter.portraits, _FACE), NameLabel(), Prose()
        self.name.set_largest(Size.TITLE)
        self.silence = Prose(size=Size.BODY, ink="ink", strong=True)
        self.said, self.facts = Prose(size=Size.BODY, ink="ink"), Prose()
        self.phone = Prose(size=Size.NAME, ink="ink", strong=True)
        self._number = ""
        self.show_number = TextButton("eye", "quiet")
        speak(self.show_number.say, lambda: tr("Show the number"))
        self.show_number.clicked.connect(lambda: self._say_number(seen=True))
        self.script, self.meaning = Prose(size=Size.BODY, ink="ink"), Prose()
        self.note = TextLine()
        self.acts = self._make_acts()
        self.reasons = {reason: Chip() for reason in AwayReason}
        self.fines = FineUntil(counter.desk.today)
        self.done = Prose()
        self._lay_out()
        self._listen()

    def show_person(self, customer: Customer, missed: Missed | None, said: str = "") -> None:
        """Say what is known of them now, and what they had `said` when they were last asked how it was. What
        is typed stays while it is the same person.
        """
        desk, texts = self._counter.desk, LANGUAGE.texts
        self.face.show_person(customer.id, customer.address, customer.has_photo)
        self.name.setText(customer.address)
        self._put(self.sound, name_sound(customer))
        self._say_call(customer)
        if missed is None:
            self.silence.setText(tr("{name} is not missed now.", name=customer.address))
            facts, done = list[str](), list[str]()
        else:
            self.silence.setText(silence_sentence(texts, missed))
            facts = self._facts(missed)
            done = [step_sentence(texts, step, desk.zone, desk.now()) for step in _steps(missed)]
        self._put(self.said, said)
        self._put(self.facts, "\n".join(facts))
        self._put(self.done, "\n".join(done))
        for part in (self._call, self.acts["called"], self.acts["call_again"], self._fine):
            part.setVisible(missed is not None)

    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in the order in which it is read."""
        return (self.show_number, self.note, *self.acts.values(), *self.reasons.values(), *self.fines.stops())

    def _facts(self, missed: Missed) -> list[str]:
        desk, texts = self._counter.desk, LANGUAGE.texts
        price = partial(price_in_words, currency=desk.shop.settings().currency)
        return [
            missing_sentence(texts, missed),
            chance_sentence(texts, missed.chance),
            worth_sentence(texts, missed.worth, price),
            reached_sentence(texts, missed, desk.zone, desk.now()),
        ]

    def _say_call(self, customer: Customer) -> None:
        settings = self._counter.desk.shop.settings()
        language = customer.language or settings.cards_language
        called = said_aloud(customer.name, customer.called, customer.language)
        name = called if customer.greet_by_name else ""
        theirs = missed_call(texts_for(language), settings.name, name)
        ours = missed_call(LANGUAGE.texts, settings.name, name)
        self._number = customer.phone
        self._say_number(seen=False)
        self.script.setText(theirs)
        self._put(self.meaning, ours if ours != theirs else "")

    def _say_number(self, *, seen: bool) -> None:
        """On a screen that customers see only its end, until it is asked for."""
        shown = self._number if seen else SHARED_SCREEN.phone(self._number)
        self.phone.setText(shown or tr("No telephone number is noted."))
        self.show_number.setVisible(shown != self._number)

    @staticmethod
    def _put(label: Prose, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _make_acts(self) -> dict[str, TextButton]:
        lines: Iterable[tuple[str, str, str, Callable[[], str]]] = (
            ("called", "phone-call", "filled", lambda: tr("Called")),
            ("written", "mail", "plain", lambda: tr("Send or print a word")),
            ("call_again", "calendar-clock", "plain", lambda: tr("Call in a week")),
            ("greeted", "user-round", "quiet", lambda: tr("Their greeting")),
        )
        made = {}
        for key, icon, role, say in lines:
            made[key] = TextButton(icon, role=role)
            speak(made[key].say, say)
        return made

    def _listen(self) -> None:
        self.acts["called"].clicked.connect(self.called)
        self.acts["written"].clicked.connect(self.written)
        self.acts["call_again"].clicked.connect(self.call_again)
        self.acts["greeted"].clicked.connect(self.greeted)
        self.fines.chosen.connect(self.fine)
        for reason, chip in self.reasons.items():
            speak(chip.say, partial(lambda each: away_reason_name(LANGUAGE.texts, each), reason))
            chip.clicked.connect(partial(self._ask, reason))

    def _ask(self, reason: AwayReason) -> None:
        self.asked.emit(reason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        head, names = in_a_row(), QVBoxLayout()
        for part in (self.name, self.sound, self.silence, self.said, self.facts):
            names.addWidget(part)
        head.setSpacing(RHYTHM * 2)
        head.addWidget(self.face, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        column.addLayout(head)
        self._call = _column(self.phone, self.show_number, self.script, self.meaning)
        acts, reasons = WrappedChips(), WrappedChips()
        self._fine = Field(lambda: tr("It is fine, do not miss them"), self.fines)
        column.addWidget(self._call)
        column.addWidget(Field(lambda: tr("Note (goes with what you tap next)"), self.note))
        column.addWidget(acts)
        column.addWidget(Field(lambda: tr("Why do they stay away?"), reasons))
        column.addWidget(self._fine)
        column.addWidget(self.done)
        acts.show_chips(list(self.acts.values()))
        reasons.show_chips(list(self.reasons.values()))


def _steps(missed: Missed) -> list[AbsenceStep]:
    """What was done since they came, and by which step of before nobody is to miss them."""
    steps = list(missed.steps)
    return steps if missed.fine is None or missed.fine in steps else [*steps, missed.fine]


def _column(*widgets: QWidget) -> QWidget:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(RHYTHM // 2)
    for widget in widgets:
        column.addWidget(widget)
    place.setMinimumWidth(grown(120))
    return place
