"""A pass or membership in the greeting: what is left of it, one tap to check in, one to renew."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, taller
from frontdesk.ui.look.palette import dyed
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.settings.money import price_in_words
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.wording.passes import pass_sentence

_HEIGHT = TARGET + 4


class PassRow(QWidget):
    """Says by signals what was tapped: the programme that it is of."""

    use_wanted = Signal(int)
    sell_wanted = Signal(int)

    def __init__(
        self, card: CardView, zone: ZoneInfo, now: int, currency: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.card = card
        validity = card.validity
        self._holds = validity is not None and validity.holds(now)
        said = pass_sentence(LANGUAGE.texts, card, zone, now)
        self.words = ElidedLabel(said, "strong" if self._holds else "strip-warn" if validity else "quiet")
        self.setAccessibleName(said)
        self.setFixedHeight(taller(_HEIGHT, 2))
        row = QHBoxLayout(self)
        row.setContentsMargins(RHYTHM * 6, 2, 2, 2)
        row.setSpacing(RHYTHM)
        row.addWidget(self.words, 1)
        self.use = self._button(tr("Check in"), "door-open", said)
        self.use.clicked.connect(lambda: self.use_wanted.emit(card.programme.id))
        self.sell = self._button(sale_words(card, currency), "", said)
        self.sell.clicked.connect(lambda: self.sell_wanted.emit(card.programme.id))
        row.addWidget(self.use)
        row.addWidget(self.sell)
        self.use.setVisible(self._holds)
        self.sell.setVisible(card.programme.span.earns(now))

    def paintEvent(self, event: QPaintEvent) -> None:
        house, look = LOOK.palette, self.card.programme.look
        palette = dyed(house, look.colour)
        over = self.card.validity is not None and not self._holds
        ink = house.warn_ink if over else palette.accent_ink
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = house.colour(ink)
        edge.setAlphaF(0.3)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(house.colour("warn_ground" if over else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 16, 16)
        picture = icon_pixmap(look.icon, ink, 22, self.devicePixelRatioF())
        painter.drawPixmap(RHYTHM * 2, (self.height() - 22) // 2, picture)

    @staticmethod
    def _button(words: str, icon: str, about: str) -> TextButton:
        button = TextButton(icon)
        button.setMinimumHeight(0)
        button.setFixedHeight(taller(TARGET))
        button.say(words)
        button.setAccessibleName(f"{words}: {about}")
        return button


def sale_words(card: CardView, currency: str) -> str:
    """What the button says that sells or renews it, with its price before it is sold."""
    price = price_words(card, currency)
    if card.validity is None:
        return tr("Sell · {price}", price=price) if price else tr("Sell")
    return tr("Renew · {price}", price=price) if price else tr("Renew")


def price_words(card: CardView, currency: str) -> str:
    """What one sale costs; empty where no price is set."""
    passes = card.terms.passes
    return price_in_words(passes.price, currency) if passes is not None and passes.price else ""
