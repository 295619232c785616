"""The customer's page: their welcome, the card filling, and what they just got or saved."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from frontdesk.ui.display.page import Page, is_tall, rows
from frontdesk.ui.display.stamps_row import StampsRow
from frontdesk.ui.display.words import Words
from frontdesk.ui.widgets.card_face import CardFace

_LARGEST_STAMP = 190.0
_TALL = 1.4
"""A tall screen has more room between the lines."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says, from its top to its bottom; what is empty takes no room.

    `landing` stamps of the card's `face` came just now.
    """

    title: str
    news: str = ""
    face: CardFace | None = None
    landing: int = 0
    line: str = ""
    more: str = ""


class CustomerPage(Page):
    """Large, and in the middle. Nothing on it can be tapped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Words(strong=True, centred=True, parent=self)
        self.news = Words("accent_ink", strong=True, centred=True, parent=self)
        self.stamps = StampsRow(self)
        self.line = Words(centred=True, parent=self)
        self.more = Words("good_ink", strong=True, centred=True, parent=self)
        self._told = Told("")

    def told(self) -> Told:
        return self._told

    def show_told(self, told: Told, free_word: str) -> None:
        """Show the page; stamps that came just now land on the card."""
        again = told.face is not None and told == self._told
        self._told = told
        for words, text in self._sayings():
            words.say(text)
            words.setVisible(bool(text))
        self.stamps.setVisible(told.face is not None)
        self.arrange()
        if told.face is not None and not again:
            self.stamps.set_free_word(free_word)
            self.stamps.show_face(told.face, landing=told.landing)
            said = (told.news, told.line, f"{told.face.filled}/{told.face.goal}")
            self.stamps.setAccessibleName(" ".join(filter(None, said)))

    def arrange(self) -> None:
        told, scale = self._told, self.scale
        quiet_title = bool(told.news)
        plan = (
            (self.title, bool(told.title), 84 if quiet_title else 150, 54 if quiet_title else 100),
            (self.news, bool(told.news), 120, 84),
            (self.stamps, told.face is not None, 240, 0),
            (self.more, bool(told.more), 84, 46),
            (self.line, bool(told.line), 76 if told.more else 92, 38 if told.more else 50),
        )
        shown = [each for each in plan if each[1]]
        roomier = _TALL if is_tall(self.size()) else 1.0
        frames = rows(self.inside(), [each[2] * scale * roomier for each in shown])
        for (widget, _, _, size), frame in zip(shown, frames, strict=True):
            if widget is self.stamps:
                self.stamps.place(frame, _LARGEST_STAMP * scale)
            elif isinstance(widget, Words):
                widget.place(frame, size * scale)

    def _sayings(self) -> tuple[tuple[Words, str], ...]:
        told = self._told
        return (
            (self.title, told.title),
            (self.news, told.news),
            (self.more, told.more),
            (self.line, told.line),
        )
