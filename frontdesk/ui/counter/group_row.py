"""A shared card in the greeting: whose it is and how it stands, and one tap that puts the stamp there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.groups import Group
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.widgets.buttons import Chip, IconButton
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.groups import shared_by_sentence, shares_sentence


class GroupRow(QWidget):
    """Quiet, below the cards. Of whoever shares no card it takes no room."""

    stamp_wanted = Signal()
    several_wanted = Signal()
    redeem_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group: Group | None = None
        self.customer_id = 0
        self.words = Prose(size=Size.BODY)
        self.stamp, self.redeem = Chip("stamp"), Chip("gift")
        self.several = IconButton("plus")
        self.stamp.clicked.connect(lambda: self.stamp_wanted.emit())
        self.several.clicked.connect(lambda: self.several_wanted.emit())
        self.redeem.clicked.connect(lambda: self.redeem_wanted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addWidget(self.words, 1)
        row.addWidget(self.stamp)
        row.addWidget(self.several)
        row.addWidget(self.redeem)
        self.hide()
        LANGUAGE.changed.connect(self._say)

    def show_group(self, group: Group | None, customer_id: int) -> None:
        """The group of whoever is greeted; None for none."""
        self._group, self.customer_id = group, customer_id
        self.setVisible(group is not None)
        self._say()

    @property
    def card(self) -> CardView | None:
        """The shared card that a tap is about: the first."""
        return self._group.cards[0] if self._group is not None and self._group.cards else None

    def _say(self) -> None:
        if self._group is None:
            return
        member, texts = self._group.is_shared_by(self.customer_id), LANGUAGE.texts
        card = self.card
        said = shares_sentence(texts, self._group, card) if member else shared_by_sentence(texts, self._group)
        self.words.setText(said)
        for button in (self.stamp, self.several):
            button.setVisible(member and card is not None)
        self.redeem.setVisible(member and card is not None and bool(card.offers))
        self.stamp.say(tr("Stamp there"))
        self.several.say(tr("Several stamps there at once"))
        self.redeem.say(tr("Redeem there"))
        holder = self._group.holder.address
        self.stamp.setAccessibleName(tr("Put the stamp on the card of {holder}", holder=holder))
        self.redeem.setAccessibleName(tr("Take the reward from the card of {holder}", holder=holder))
