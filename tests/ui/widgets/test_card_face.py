"""What is painted of a card: its places, the rewards on the way, and what older terms left."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from frontdesk.domain.days import HOUR
from frontdesk.domain.loyalty.cards import CardView, Lot, card_view
from frontdesk.domain.loyalty.programmes import Look, Programme, Reward, Terms
from frontdesk.domain.said import Said
from frontdesk.ui.look.palette import CARD_COLOURS, LIGHT
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.card_face import CardFace, Tier
from frontdesk.ui.widgets.stamps import StampCardView


def reward(number: int, price: int, what: str = "coffee") -> Reward:
    return Reward(number, price, Said(what))


def card(balance: int, *terms: Terms, colour: str = "", lots: tuple[Lot, ...] = ()) -> CardView:
    programme = Programme(1, Look(Said("Card"), "coffee", colour), terms)
    return card_view(programme, balance, 2 * HOUR, lots)


TIERS = Terms((reward(1, 5), reward(2, 10, "lunch")))


def test_a_reward_before_the_last_one_is_marked_on_the_way() -> None:
    assert CardFace.of(card(4, TIERS)).tiers == (Tier(5),)
    face = CardFace.of(card(7, TIERS))
    assert (face.filled, face.goal, face.ready, face.tiers) == (7, 10, 0, (Tier(5, ready=True),))


def test_with_several_rewards_all_stamps_stand_on_one_card_and_with_one_the_rest_on_the_next() -> None:
    assert CardFace.of(card(12, TIERS)).filled == 10
    assert CardFace.of(card(12, Terms((reward(1, 10),)))).filled == 2


def test_stamps_that_are_owed_leave_the_card_empty() -> None:
    assert CardFace.of(card(-2, TIERS)).filled == 0


def test_what_is_kept_from_older_terms_has_its_own_mark() -> None:
    older, newer = Terms((reward(1, 5),), id=1), Terms((reward(1, 10),), starts_at=HOUR, id=2)
    face = CardFace.of(card(6, older, newer, lots=(Lot(1, 1, 6, 10),)))
    assert (face.goal, face.tiers) == (10, (Tier(5, ready=True, kept=True),))


def test_a_kept_reward_that_costs_more_than_todays_makes_the_card_longer() -> None:
    older, newer = Terms((reward(1, 8, "lunch"),), id=1), Terms((reward(1, 5),), starts_at=HOUR, id=2)
    face = CardFace.of(card(8, older, newer, lots=(Lot(1, 1, 8, 10),)))
    assert (face.goal, face.filled, face.ready) == (8, 8, 1)
    assert face.tiers == (Tier(5, ready=True),)


@pytest.mark.parametrize(("goal", "bar"), [(24, False), (25, True), (200, True)])
def test_a_card_too_long_for_stamps_is_a_bar(qtbot: QtBot, goal: int, bar: bool) -> None:
    view = StampCardView()
    qtbot.addWidget(view)
    view.show_face(CardFace(3, goal))
    assert view.is_bar() is bar


@pytest.mark.parametrize(("filled", "share"), [(0, 0.0), (100, 0.5), (200, 1.0)])
def test_a_bar_is_as_full_as_the_card(qtbot: QtBot, filled: int, share: float) -> None:
    view = StampCardView()
    qtbot.addWidget(view)
    view.resize(800, view.sizeHint().height())
    view.show_face(CardFace(filled, 200, colour="sky"))
    shown = view.grab().toImage()
    coloured = sum(_is_like(shown.pixelColor(x, 12), "sky") for x in range(shown.width()))
    assert coloured / shown.width() == pytest.approx(share, abs=0.08)


def test_a_programmes_own_colour_is_worn(qtbot: QtBot) -> None:
    view = StampCardView()
    qtbot.addWidget(view)
    view.resize(640, view.sizeHint().height())
    view.show_face(CardFace.of(card(5, Terms((reward(1, 5),)), colour="leaf")))
    assert any(_is_like(colour, "leaf") for colour in _colours(view.grab().toImage()))
    view.show_face(CardFace.of(card(5, Terms((reward(1, 5),)))))
    assert not any(_is_like(colour, "leaf") for colour in _colours(view.grab().toImage()))


def _colours(image: QImage) -> list[QColor]:
    middle = image.height() // 2
    return [image.pixelColor(x, middle) for x in range(0, image.width(), 2)]


def _is_like(colour: QColor, name: str) -> bool:
    """Is it one of the dye's inks, or between them?"""
    assert LOOK.palette is LIGHT
    dye = CARD_COLOURS[name][0]
    hues = [QColor(ink).hue() for ink in (dye.accent, dye.accent_deep, dye.accent_light)]
    return colour.saturation() > 90 and min(hues) - 4 <= colour.hue() <= max(hues) + 4
