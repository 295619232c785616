"""The head of the greeting: who it is, how to say the name, what to say aloud, and the one thing to mind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.regulars.greeting import Greeting, GreetingLine, LineKind
from frontdesk.ui.counter.density import NORMAL, Density
from frontdesk.ui.counter.line_marks import LINE_MARKS
from frontdesk.ui.counter.loud_strip import LoudStrip
from frontdesk.ui.counter.say_line import SayLine
from frontdesk.ui.counter.who_words import aloud, facts_line, headings, name_sound
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.labels import ElidedLabel, NameLabel
from frontdesk.ui.widgets.portrait import Portrait, Portraits
from frontdesk.wording.greeting import line_sentence
from frontdesk.wording.greeting_reasons import reason

_BESIDE = RHYTHM * 3
_SMALL_NAME, _SMALL_PORTRAIT = 19, 112


class WhoView(QWidget):
    """Photo and words. `price` writes an amount with the shop's currency; `language` is spoken to customers
    whose own is not known.
    """

    def __init__(self, portraits: Portraits, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self.language = zone, LANGUAGE.code
        self.price: Callable[[int], str] = str
        self.portrait = Portrait(portraits, NORMAL.portrait)
        self.name = NameLabel()
        self.sound = ElidedLabel("", "strong")
        self.facts = ElidedLabel("", "quiet")
        self.say = SayLine()
        self._loud = LoudStrip()
        self._loud.hide()
        self.also = ElidedLabel("", "small")
        self._facts, self._counted = "", ""
        self._side, self._largest = NORMAL.portrait, NORMAL.name
        self._words = QVBoxLayout()
        self._lay_out()

    def show_greeting(self, greeting: Greeting, now: int, habit: str = "") -> None:
        """Show who it is; `habit` says when they usually come."""
        customer = greeting.customer
        self.portrait.show_person(customer.id, customer.address, customer.has_photo)
        self.name.set_texts(headings(greeting, now))
        sound = name_sound(customer)
        self.sound.setText(sound)
        self.sound.setVisible(bool(sound))
        self._facts, self._counted = facts_line(greeting, self.zone, now, habit), ""
        self.facts.setText(self._facts)
        self.say.show_words(aloud(greeting, self.language, self.zone, now), customer.greet_by_name)
        self._show_strip(greeting, now)
        self._fit()

    @property
    def strip(self) -> LoudStrip | None:
        """The strip that speaks up, where something does."""
        return None if self._loud.isHidden() else self._loud

    def spoken(self) -> str:
        """The one large line, and what shouts."""
        loud = self.strip.accessibleName() if self.strip is not None else ""
        return ". ".join(part for part in (self.name.text(), loud) if part)

    def show_much(self, *, whole: bool, snug: bool, facts: bool, say: bool) -> None:
        """Where text is very large, a smaller name, and without how the words to say sound. `snug`: with a
        small portrait. Without `facts` also the line of how the name sounds gives way; without `say` the
        words of welcome do.
        """
        self.say.setVisible(say)
        self.facts.setVisible(facts)
        self.sound.setVisible(facts and bool(self.sound.full_text()))
        self.say.show_sound(whole)
        self._loud.show_why(whole)
        self.name.set_largest(self._largest if whole else min(self._largest, _SMALL_NAME))
        side = self._side if whole and not snug else min(self._side, _SMALL_PORTRAIT)
        if side != self.portrait.width():
            self.portrait.set_side(side)
        self._fit()

    def count_requests(self, counted: str) -> None:
        """Say first among the facts that there are requests which no row shows."""
        if counted != self._counted:
            self._counted = counted
            self.facts.setText("  ·  ".join(part for part in (counted, self._facts) if part))

    def show_also(self, quiet: Sequence[str]) -> None:
        """In one small line what else there is to know, where there is no room to list it."""
        self.also.setText(tr("Also: {things}", things="  ·  ".join(quiet)) if quiet else "")
        self.also.setVisible(bool(quiet))
        self._lay_out_anew()

    def sentence(self, greeting: Greeting, line: GreetingLine, now: int) -> str:
        name, texts = greeting.customer.address, LANGUAGE.texts
        return line_sentence(texts, line, name=name, zone=self.zone, now=now, price=self.price)

    def set_density(self, density: Density) -> None:
        self._side, self._largest = density.portrait, density.name
        self.portrait.set_side(density.portrait)
        self.name.set_largest(density.name)
        self._words.setSpacing(density.lines)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_strip(self, greeting: Greeting, now: int) -> None:
        loud = greeting.loud
        asked = loud is not None and loud.kind is LineKind.PREFERENCE_TO_CHECK  # it has a row, with answers
        line = None if asked else loud
        self._loud.setVisible(line is not None)  # at once: it is asked now how much room it takes
        if line is None:
            return
        born, texts = greeting.customer.birthday, LANGUAGE.texts
        why = reason(texts, line, born=born, zone=self.zone, now=now, price=self.price)
        tone, icon = LINE_MARKS[line.kind]
        self._loud.say(tone, icon, self.sentence(greeting, line, now), why)

    def _fit(self) -> None:
        """What wraps takes the height that it needs in the room beside the portrait."""
        room = max(self.width() - self.portrait.width() - _BESIDE, 1)
        self.sound.ensurePolished()
        self.sound.setFixedWidth(min(self.sound.sizeHint().width(), room // 2))
        self.say.fit(room)
        if self.strip is not None:
            self.strip.fit(room)
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        """At once: the panel asks how much room this takes before the event loop comes to it."""
        self._words.invalidate()
        row = self.layout()
        if row is not None:
            row.invalidate()
            row.activate()

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setSpacing(RHYTHM * 2)
        self.sound.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        told.addWidget(self.sound)
        told.addWidget(self.facts, 1)
        words = self._words
        words.setSpacing(NORMAL.lines)
        words.addWidget(self.name)
        words.addLayout(told)
        words.addWidget(self.say)
        # As wide as its place also when all else in the column gave way.
        self._loud.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words.addWidget(self._loud)
        words.addWidget(self.also)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BESIDE)
        row.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
