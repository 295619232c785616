"""Two records side by side, and the line that says what they will be together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.loyalty.cards import CardView, card_view
from frontdesk.domain.people.customers import Customer
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.language import LANGUAGE, ntr, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size, taller
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.card_face import CardFace
from frontdesk.ui.widgets.labels import ElidedLabel, NameLabel, PlainLabel
from frontdesk.ui.widgets.portrait import Portrait, Portraits
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.stamps import StampCardView
from frontdesk.wording.dates import birthday, day

_PORTRAIT, _PORTRAIT_MOST, _PORTRAIT_SHARE = 104, 224, 0.36
_HEIGHT_MOST = 480


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What there is to compare of one record."""

    customer: Customer
    cards: tuple[CardView, ...]
    visits: int
    last_at: int | None
    at: int
    """The moment for which the cards are shown."""


def facts_of(desk: Any, customer_id: int) -> RecordFacts:
    """Read one record. Raises `Refused` UNKNOWN_CUSTOMER."""
    now = desk.now()
    greeting = desk.greetings.open(customer_id, now)
    summary = greeting.summary
    return RecordFacts(greeting.customer, greeting.cards, summary.visits, summary.last_at, now)


def stamps_of(facts: RecordFacts) -> int:
    """All stamps of a record, over all of its cards."""
    return sum(card.balance for card in facts.cards)


def result_words(other: RecordFacts | None) -> str:
    """What the button will do, or what it waits for."""
    if other is None:
        return tr("Choose the other record of this person. Nothing gets lost, and it can be taken apart.")
    return tr("The name on the left stays, and what it lacks is filled in. It can be taken apart again.")


class RecordCard(QWidget):
    """One record: photo, name, and the facts by which one knows whether it is the same person."""

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: RecordFacts | None = None
        self._portrait = Portrait(portraits, _PORTRAIT)
        self._name = NameLabel()
        self._name.set_largest(Size.TITLE)
        self._lines = [ElidedLabel("", "quiet") for _ in range(5)]
        self._nobody = PlainLabel(role="quiet")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        speak(self._nobody.setText, lambda: tr("Nobody chosen yet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 2, RHYTHM * 2, RHYTHM * 2, RHYTHM)
        column.setSpacing(4)
        column.addWidget(self._portrait)
        column.addSpacing(RHYTHM)
        column.addWidget(self._name)
        for line in self._lines:
            column.addWidget(line)
        column.addWidget(self._nobody, 1)
        column.addStretch(0)
        self.setMaximumHeight(taller(_HEIGHT_MOST, len(self._lines) + 2))
        LOOK.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, the photo has most of it: it is what one knows a person by."""
        super().resizeEvent(event)
        self._portrait.set_side(max(_PORTRAIT, min(_PORTRAIT_MOST, round(self.height() * _PORTRAIT_SHARE))))

    def show_facts(self, facts: RecordFacts | None, desk: Any) -> None:
        """Show a record, or that none is chosen."""
        self.facts = facts
        for widget in (self._portrait, self._name, *self._lines):
            widget.setVisible(facts is not None)
        self._nobody.setVisible(facts is None)
        if facts is not None:
            customer = facts.customer
            self._portrait.show_person(customer.id, customer.address, customer.has_photo)
            self._name.setText(customer.name)
            said = record_lines(facts, desk)
            for place, line in enumerate(self._lines):
                line.setText(said[place] if place < len(said) else "")
            self.setAccessibleName(". ".join([customer.name, *said]))
        self.update()

    def lines(self) -> list[str]:
        """What is shown beneath the name."""
        return [line.full_text() for line in self._lines if line.full_text()]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.SolidLine if self.facts is not None else Qt.PenStyle.DashLine
        painter.setPen(QPen(palette.colour("line"), 2, style))
        painter.setBrush(palette.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 20, 20)


class MergeResult(QWidget):
    """What the two will be together: the stamps on one card, and all visits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stamps = StampCardView()
        self._stamps.set_diameter(48)
        speak(self._stamps.set_free_word, lambda: tr("FREE"))
        self.words = Prose(ink="ink", size=Size.STRONG, strong=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 3)
        row.addWidget(self.words, 1)
        row.addWidget(self._stamps, 1)

    def show_result(self, kept: RecordFacts, other: RecordFacts | None) -> None:
        """Add up what can be added."""
        self.setVisible(other is not None)
        if other is None:
            return
        first, second = stamps_of(kept), stamps_of(other)
        total, visits = first + second, kept.visits + other.visits
        stamps = ntr("{n} stamp", "{n} stamps", total)
        self.words.setText(
            ntr(
                "Together: {stamps} ({first} and {second}), {n} visit.",
                "Together: {stamps} ({first} and {second}), {n} visits.",
                visits,
                stamps=stamps,
                first=first,
                second=second,
            )
        )
        self._show_card(kept, other)

    def _show_card(self, kept: RecordFacts, other: RecordFacts) -> None:
        main = kept.cards[0] if kept.cards else other.cards[0] if other.cards else None
        self._stamps.setVisible(main is not None)
        if main is None:
            return
        same = [card for card in (*kept.cards, *other.cards) if card.programme.id == main.programme.id]
        card = card_view(main.programme, sum(each.balance for each in same), kept.at)
        self._stamps.show_face(CardFace.of(card))


def record_lines(facts: RecordFacts, desk: Any) -> list[str]:
    """A record's facts, a line each; what is not known has no line."""
    customer, texts = facts.customer, LANGUAGE.texts
    visits = ntr("{n} visit", "{n} visits", facts.visits)
    if facts.last_at is not None:
        seen = day(texts, facts.last_at, desk.zone, desk.now())
        visits = tr("{visits}, last seen {when}", visits=visits, when=seen)
    names = " · ".join(part for part in (customer.called, customer.spoken) if part and part != customer.name)
    lines = [
        names,
        SHARED_SCREEN.phone(customer.phone),
        visits,
        ntr("{n} stamp", "{n} stamps", stamps_of(facts)),
        birthday(texts, customer.birthday) if customer.birthday else "",
        CUSTOMER_LANGUAGES.get(customer.language, ""),
    ]
    return [line for line in lines if line][:5]
