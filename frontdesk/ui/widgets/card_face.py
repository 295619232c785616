"""What is painted of a stamp card: how far it is, and the rewards on the way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.palette import Palette


@dataclass(frozen=True, slots=True)
class Tier:
    """A reward before the last one: it costs `at` stamps. A `kept` one is of older terms."""

    at: int
    ready: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class CardFace:
    """`goal` places, `filled` of them stamped; `ready` is how often the last reward could be taken."""

    filled: int = 0
    goal: int = 5
    ready: int = 0
    icon: str = "coffee"
    tiers: tuple[Tier, ...] = ()
    colour: str = ""

    @staticmethod
    def of(card: CardView) -> CardFace:
        """A customer's card as it is painted. Kept rewards have a place on it, at what they cost."""
        look = card.programme.look
        kept = [offer.reward.price for offer in card.offers if offer.kept]
        goal = max([card.goal, *kept])
        tiers = {price: Tier(price, ready=True, kept=True) for price in kept if price < goal}
        for reward in card.terms.rewards:
            if reward.price < goal:
                tiers[reward.price] = Tier(reward.price, ready=card.balance >= reward.price)
        balance = max(card.balance, 0)
        filled = min(balance, goal) if kept else card.filled
        ready = balance // goal if tiers and goal else card.rewards_ready
        in_order = tuple(tiers[price] for price in sorted(tiers))
        return CardFace(filled, goal, ready, look.icon, in_order, look.colour)


def paint_gift(
    painter: QPainter, palette: Palette, centre: QPointF, radius: float, tier: Tier, ratio: float
) -> None:
    """A reward's sign: full when it can be taken, its edge in dashes until then."""
    pen = QPen(palette.colour("card" if tier.ready else "accent"), 1.5)
    if not tier.ready:
        pen.setStyle(Qt.PenStyle.DashLine)
    ground = "soft" if not tier.ready else "good_ink" if tier.kept else "accent_deep"
    ink = palette.accent_ink if not tier.ready else palette.good_ground if tier.kept else palette.on_accent
    painter.setPen(pen)
    painter.setBrush(palette.colour(ground))
    painter.drawEllipse(centre, radius, radius)
    side = round(radius * 1.16)
    picture = icon_pixmap("gift", ink, side, ratio)
    painter.drawPixmap(QPointF(centre.x() - side / 2, centre.y() - side / 2), picture)
