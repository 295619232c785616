"""What the customer will have: the card as it looks, and all that it promises, in sentences."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import ProgrammeDraft, ProgrammeKind
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.programmes.programme_mark import ProgrammeMark
from frontdesk.ui.widgets.card_face import CardFace, Tier
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.pages import ScrolledColumn, fill_with
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.stamps import StampCardView
from frontdesk.wording.programme_rules import Told
from frontdesk.wording.programmes import standing_promise

_STAMPS_SHOWN = 2
_DIAMETER, _LEAST_WIDTH = 76, 240
_MOST_PLACES = 24
"""More places than that are too small to be looked at."""


class Preview(QWidget):
    """Follows the editor as it is typed in."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self.card, self.mark = StampCardView(), ProgrammeMark()
        self.card.set_diameter(_DIAMETER)
        self.card.setMinimumWidth(_LEAST_WIDTH)
        speak(self.card.set_free_word, lambda: tr("FREE"))
        self.name = ElidedLabel(role="title")
        self.sentences = Prose(size=Size.BODY, ink="ink")
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("This is what you promise"))
        page = ScrolledColumn()
        head = QHBoxLayout()
        head.setSpacing(RHYTHM * 2)
        head.addWidget(self.mark)
        head.addWidget(self.name, 1)
        page.column.addLayout(head)
        page.column.addWidget(self.card)
        page.column.addSpacing(RHYTHM)
        page.column.addWidget(heading)
        page.column.addWidget(self.sentences)
        page.column.addStretch(1)
        fill_with(self, page)

    def show_draft(self, draft: ProgrammeDraft, told: Told, now: int) -> None:
        goal = draft.terms.goal
        self.mark.show_look(draft.look)
        self.name.setText(draft.look.names.usual or tr("Without a name yet"))
        self.card.show_face(_face_of(draft))
        self.card.setVisible(draft.kind is ProgrammeKind.STAMPS and goal < _MOST_PLACES)
        said = standing_promise(LANGUAGE.texts, draft.kind, draft.terms, draft.span, told, self._zone, now)
        self.sentences.setText("\n".join(said))


def _face_of(draft: ProgrammeDraft) -> CardFace:
    """The card with two stamps on it, and with a gift at each reward on the way, as the counter shows it."""
    goal, look = draft.terms.goal, draft.look
    prices = sorted({reward.price for reward in draft.terms.rewards if reward.price < goal})
    tiers = tuple(Tier(price, ready=price <= _STAMPS_SHOWN) for price in prices)
    return CardFace(min(_STAMPS_SHOWN, goal), goal, 0, look.icon, tiers, look.colour)
